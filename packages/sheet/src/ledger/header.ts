import type { Area } from '../book/address.ts';
import type { CellValue } from '../book/workbook.ts';

/** Headings of a table: rows of texts, and which cells are one. */
export interface HeaderRows {
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
}

/**
 * One row for each level of groups; what has no group reaches down to the last row. `top`: the first row's place in the
 * sheet.
 */
export function headerRows(
  columns: readonly { readonly groups: readonly string[]; readonly title: string }[],
  top: number,
): HeaderRows {
  const depth = Math.max(1, ...columns.map(({ groups }) => groups.length + 1));
  const rows: CellValue[][] = Array.from({ length: depth }, () => Array<CellValue>(columns.length).fill(null));
  const merges: Area[] = [];
  columns.forEach(({ groups, title }, column) => {
    groups.forEach((group, level) => {
      const before = columns[column - 1];
      const isSame = before !== undefined && groups.slice(0, level + 1).every((name, at) => before.groups[at] === name);
      if (isSame) return;
      rows[level]![column] = group;
      let right = column;
      while (
        columns[right + 1] &&
        groups.slice(0, level + 1).every((name, at) => columns[right + 1]!.groups[at] === name)
      )
        right += 1;
      if (right > column) merges.push({ top: top + level, left: column, bottom: top + level, right });
    });
    rows[groups.length]![column] = title;
    if (groups.length < depth - 1)
      merges.push({ top: top + groups.length, left: column, bottom: top + depth - 1, right: column });
  });
  return { rows, merges };
}
