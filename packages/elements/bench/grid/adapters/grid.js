import { LitElement, html } from 'lit';
import { filterRows } from '@jiceng/core/table/filter.js';
import { mergedRuns } from '@jiceng/core/table/runs.js';
import { sortRows } from '@jiceng/core/table/sort.js';
import { textRanks } from '@jiceng/core/table/text-ranks.js';
import { Grid } from '../../../src/grid/grid.ts';
import { gridStyles } from '../../../src/grid/grid.styles.ts';
import { baseStyles } from '../../../src/internal/base.styles.ts';
import { tokens } from '../../../src/internal/tokens.ts';

class Host extends LitElement {
  static styles = [tokens, baseStyles, gridStyles];
  render() {
    return html`<div class="base"><div class="place one-line"></div></div>`;
  }
}
customElements.define('bench-host', Host);

export function mount(root, columns, rows) {
  const host = document.createElement('bench-host');
  host.style.setProperty('--jc-grid-max-height', '600px');
  host.style.setProperty('--jc-grid-line-height', '32px');
  root.append(host);
  host.performUpdate?.();
  const edits = new Map();
  const own = columns.map(({ id, title, kind, width }) => ({
    id,
    title,
    width,
    sort: 'none',
    align: kind === 'number' ? 'end' : 'start',
    text: (row) => edits.get(`${row}/${id}`) ?? String(rows[row][id]),
    editor: {
      control: 'text',
      value: (row) => String(rows[row][id]),
      commit: (row, text) => edits.set(`${row}/${id}`, text),
    },
  }));
  const lines = Int32Array.from(rows, (_, at) => at);
  let within;
  own.forEach((column, at) => {
    if (columns[at].merge) column.runs = within = mergedRuns(lines, column.text, within);
    if (columns[at].groups) column.groups = columns[at].groups;
  });
  const model = { label: '测量', columns: own, lines, key: (row) => rows[row].c0 };
  const grid = new Grid(host.renderRoot.querySelector('.place'), {
    required: '必填',
    cell: (column, line) => `${column} ${line}`,
  });
  grid.show(model);
  const scroller = () => host.renderRoot.querySelector('[role=grid]');
  const show = (lines) => {
    scroller().scrollTop = 0;
    grid.show({ ...model, lines: Int32Array.from(lines) });
  };
  return {
    scroller,
    sort: () =>
      show(
        sortRows(
          Uint32Array.from(rows, (_, at) => at),
          [{ ranks: textRanks(rows.map(({ c1 }) => c1)) }],
        ),
      ),
    filter: (text) => show(filterRows(rows.length, [(row) => rows[row].c1.includes(text)])),
    edit: (row, text) => {
      edits.set(`${row}/c2`, text);
      grid.refresh();
    },
    unmount: () => {
      grid.dispose();
      host.remove();
    },
  };
}
