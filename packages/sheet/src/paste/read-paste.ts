import { termOf } from '../draft/names.ts';
import { numbered } from './numbering.ts';
import { readPoints, readPointsCell } from './points.ts';
import { fieldsOfLines, fieldsOfTable } from './read-fields.ts';
import { itemsOfTable } from './items-of-table.ts';
import { itemsOfLines } from './read-items.ts';
import type { Pasted } from './result.ts';
import { isList, pastedRows } from './rows.ts';

/** Share of lines that speak of points from which on a text is a score card. */
const SCORED = 0.4;

/**
 * Reads text or cells that people paste: a list of fields, a table with headings, or the items of a score card. `as`:
 * what it is, where the person says so. Nothing is lost: what becomes nothing stands in `rest` with the reason.
 */
export function readPaste(text: string, as?: Pasted['as']): Pasted {
  const rows = pastedRows(text);
  const kind = as ?? (rows.length > 0 && looksLikeItems(rows) ? 'items' : 'fields');
  if (rows.length === 0)
    return kind === 'items'
      ? { as: kind, title: '', groups: [], rest: [] }
      : { as: kind, title: '', fields: [], rest: [] };
  const list = isList(rows);
  const lines = rows.map((row) => row.find((cell) => cell !== '') ?? '');
  if (kind === 'items') return { as: kind, ...(list ? itemsOfLines(lines) : itemsOfTable(rows)) };
  return {
    as: kind,
    ...((list || isLabelled(rows) ? undefined : fieldsOfTable(rows)) ??
      (rows.length === 1 && !list ? fieldsOfLines(rows.flat().map((cell) => [cell])) : fieldsOfLines(rows))),
  };
}

/** Two columns of labels and values, one below the other, as forms are. */
function isLabelled(rows: readonly (readonly string[])[]): boolean {
  const width = Math.max(...rows.map(({ length }) => length));
  if (width !== 2 || rows.length < 2) return false;
  const terms = (column: number) =>
    rows.filter((row) => termOf(row[column] ?? '') !== undefined || /[：:]$/.test(row[column] ?? '')).length;
  return terms(0) > rows.length * 0.5 && terms(0) > terms(1) && terms(1) < Math.max(1, rows.length * 0.3);
}

function looksLikeItems(rows: readonly (readonly string[])[]): boolean {
  const cells = rows
    .slice(0, 6)
    .flat()
    .map((cell) => cell.replace(/\s/g, ''));
  if (!isList(rows)) {
    if (
      cells.some((cell) =>
        /^(分值|标准分|基准分|分数|满分|权重|赋分|评分标准|扣分标准|计分办法|考核标准|评分细则|评分办法)(（.*）)?$/.test(
          cell,
        ),
      )
    )
      return true;
    return (
      rows.filter((row) =>
        row.some((cell) => /分/.test(cell) && readPointsCell(cell) !== undefined && cell.length <= 12),
      ).length >=
        rows.length * SCORED || isNumbersBesideWords(rows)
    );
  }
  const scored = rows.filter((row) => {
    const points = readPoints(numbered(row.find((cell) => cell !== '') ?? '').rest);
    return points.max !== null || points.per > 0;
  });
  return scored.length >= rows.length * SCORED;
}

/** Two columns: sentences or names that nobody agreed on, and small numbers. */
function isNumbersBesideWords(rows: readonly (readonly string[])[]): boolean {
  const pairs = rows.map((row) => row.filter((cell) => cell !== '')).filter(({ length }) => length === 2);
  if (pairs.length < Math.max(3, rows.length * 0.8)) return false;
  const numbers = pairs.filter(([, second = '']) => {
    const points = readPointsCell(second);
    return points !== undefined && (points.max ?? points.per) <= 100;
  });
  return (
    numbers.length >= pairs.length * 0.8 &&
    pairs.filter(([first = '']) => termOf(first) !== undefined).length < pairs.length * 0.3
  );
}
