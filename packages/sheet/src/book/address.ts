/** Cells by zero-based row and column; both ends belong to the range. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Letters of a zero-based column: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Zero-based column of letters; NaN for anything else. */
export function columnIndex(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return NaN;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `C5` of zero-based places. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** `A1:C3`, or `A1` for one cell. */
export const areaName = ({ top, left, bottom, right }: Area): string =>
  top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;

/** An area out of `A1`, `$A$1:C3`; nothing for whole rows, whole columns and anything that is no address. */
export function parseArea(text: string): Area | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Za-z]{1,3})\$?([0-9]{1,7}))?$/.exec(text.trim());
  if (!match) return;
  const [, from = '', top = '', to = from, bottom = top] = match;
  const columns = [columnIndex(from), columnIndex(to)],
    rows = [Number(top) - 1, Number(bottom) - 1];
  if (Math.min(...rows) < 0) return;
  return { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
}

/** Areas of a list such as `A1:A9 C1`. */
export const parseAreas = (text: string): Area[] =>
  text
    .split(/\s+/)
    .map(parseArea)
    .filter((area) => area !== undefined);
