import { amountTest, betweenTest, foldText, oneOfTest, wordTest, type RowTest } from '@jiceng/core/table/filter.js';
import type { LedgerColumn } from './column.ts';
import type { Sight } from '../../record/sight.ts';

/** One column's filter: values, a part of the text, bounds of a date or number, or a part of the tree. */
export interface ColumnFilter {
  readonly values?: ReadonlySet<string>;
  readonly text?: string;
  readonly from?: string;
  readonly to?: string;
  /** Bounds of a number; `null` is none. */
  readonly least?: number | null;
  readonly most?: number | null;
  /** An organisation and everything below it. */
  readonly under?: string;
}

/** The cells that are tested. */
export interface Cells {
  readonly columns: readonly LedgerColumn[];
  readonly sight: Sight;
  text(column: LedgerColumn, row: number): string;
  value(column: LedgerColumn, row: number): string | number | null;
  /** The values by which a cell is chosen; `''` for none. */
  chosenBy(column: LedgerColumn, row: number): string | readonly string[];
  /** Folds texts of a column, where they need it. */
  folder(column: LedgerColumn): (text: string) => string;
}

/** A test for one column's filter; `undefined` when it lets everything pass. */
export function filterTest(
  cells: Cells,
  column: LedgerColumn,
  { values, text, from = '', to = '', least = null, most = null, under }: ColumnFilter,
): RowTest | undefined {
  if (values) return oneOfTest(values, (row) => cells.chosenBy(column, row));
  if (text !== undefined) {
    const wanted = foldText(text);
    const fold = cells.folder(column);
    return wanted === '' ? undefined : (row) => fold(cells.text(column, row)).includes(wanted);
  }
  if (under !== undefined) return underTest(cells, column, under);
  if (least !== null || most !== null)
    return amountTest(least, most, (row) => {
      const value = cells.value(column, row);
      return typeof value === 'number' ? value : null;
    });
  return betweenTest(from, to, (row) => String(cells.value(column, row) ?? ''));
}

/** Whether a row's organisation is `under`, or below it. */
function underTest(cells: Cells, column: LedgerColumn, under: string): RowTest {
  const known = new Map<string, boolean>();
  const isBelow = (id: string, steps = 0): boolean => {
    if (id === under) return true;
    const found = known.get(id);
    if (found !== undefined) return found;
    const parent = cells.sight.organisation(id)?.parentOrgId;
    const answer = parent !== undefined && steps < 20 && isBelow(parent, steps + 1);
    known.set(id, answer);
    return answer;
  };
  return (row) => {
    const id = cells.value(column, row);
    return id !== null && isBelow(String(id));
  };
}

/** Whether one of the columns contains a word. Columns with few values are asked by value, the others text by text. */
export function anywhereTest(cells: Cells, word: string): RowTest {
  const contains = wordTest(word);
  const tests = cells.columns
    .filter(({ kind }) => kind !== 'rowNumber')
    .map((column): RowTest => {
      if (column.options.length > 0) {
        const wanted = new Set(
          column.options.filter(({ title }) => contains(foldText(title))).map(({ value }) => value),
        );
        return wanted.size === 0 ? () => false : (row) => wanted.has(String(cells.value(column, row) ?? ''));
      }
      if (column.kind === 'organisation' || column.kind === 'person') {
        const known = new Map<string, boolean>();
        return (row) => {
          const id = String(cells.value(column, row) ?? '');
          let hit = known.get(id);
          if (hit === undefined) known.set(id, (hit = contains(foldText(cells.text(column, row)))));
          return hit;
        };
      }
      const fold = cells.folder(column);
      return (row) => contains(fold(cells.text(column, row)));
    });
  return (row) => {
    for (const test of tests) if (test(row)) return true;
    return false;
  };
}
