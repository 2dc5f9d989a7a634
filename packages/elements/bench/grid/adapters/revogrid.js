import { defineCustomElement } from '@revolist/revogrid/standalone';
import { byName } from '../rows.js';

export function mount(root, columns, rows) {
  defineCustomElement?.();
  const grid = document.createElement('revo-grid');
  grid.style.cssText = 'display: block; height: 600px;';
  grid.rowSize = 32;
  grid.columns = columns.map(({ id, title, width }) => ({
    prop: id,
    name: title,
    size: width,
    sortable: true,
    cellCompare: (prop, a, b) => byName(String(a[prop]), String(b[prop])),
  }));
  grid.source = rows;
  root.append(grid);
  return {
    scroller: () =>
      grid.querySelector('revogr-viewport-scroll.rgCol .vertical-inner') ?? grid.querySelector('.vertical-inner'),
    jump: (row) => grid.scrollToRow(row),
    sort: () =>
      grid.updateColumnSorting({ prop: 'c1', cellCompare: (prop, a, b) => byName(a[prop], b[prop]) }, 'asc', false),
    filter: (text) => {
      grid.source = rows.filter(({ c1 }) => c1.includes(text));
    },
    edit: (row, text) =>
      grid.setDataAt({
        row: grid.source.findIndex(({ c0 }) => c0 === rows[row].c0),
        col: 2,
        colType: 'rgCol',
        rowType: 'rgRow',
        val: text,
      }),
    unmount: () => grid.remove(),
  };
}
