import type { GridColumn } from '../../grid/column.ts';
import { clear, make } from '../../internal/nodes.ts';
import { messages } from '../ledger.messages.ts';
import type { LedgerGridInput } from './grid-input.ts';

/** Values below a card's heading. */
const CARD_LINES = 4;

/**
 * One cell that says the whole record: its first text (or else whom it is about) as heading, lamp and state beside it,
 * up to four more values below. The first card of a group has the group's name above it, in place of the last value:
 * all lines of a grid are of one height.
 */
export function cardColumn(
  { table, open, sight }: LedgerGridInput,
  columns: readonly GridColumn[],
  bands: ReadonlyMap<number, string>,
): GridColumn {
  const of = (...kinds: string[]) => table.columns.findIndex(({ kind }) => kinds.includes(kind));
  const title = [of('longText', 'text'), of('organisation', 'person')].find((at) => at >= 0) ?? -1;
  const marks = [of('lamp'), of('state')].filter((at) => at >= 0);
  const rest = table.columns
    .map((_, at) => at)
    .filter((at) => at !== title && !marks.includes(at) && table.columns[at]!.kind !== 'rowNumber')
    .slice(0, CARD_LINES);
  const text = messages(sight.locale);
  return {
    id: 'card',
    title: text.detail,
    width: 200,
    grow: 1,
    activate: (row) => {
      const found = table.records[row];
      if (found) open(found);
    },
    text: (row) =>
      [
        ...(bands.has(row) ? [bands.get(row)] : []),
        ...[title, ...marks, ...rest]
          .filter((at) => at >= 0)
          .map((at) => `${table.columns[at]!.title}${text.marks.colon}${columns[at]!.text(row)}`),
      ].join('\n'),
    draw: (cell, row) => {
      clear(cell);
      const card = make('div', { class: 'card' });
      const band = bands.get(row);
      if (band !== undefined) card.append(make('div', { class: 'card-band' }, band));
      card.append(make('div', { class: 'card-title' }, title < 0 ? '' : columns[title]!.text(row)));
      const badges = make('div', { class: 'card-marks' });
      for (const at of marks) {
        const mark = make('span', { class: 'card-mark' });
        columns[at]!.draw?.(mark, row, columns[at]!.text(row));
        badges.append(mark);
      }
      card.append(badges);
      for (const at of band === undefined ? rest : rest.slice(0, CARD_LINES - 1)) {
        const label = make('span', { class: 'card-label' }, `${table.columns[at]!.title}${text.marks.colon}`);
        card.append(make('div', { class: 'card-line' }, label, columns[at]!.text(row)));
      }
      cell.append(card);
    },
  };
}
