import type { GridColumn } from './column.ts';

/** Lines that are looked at, evenly over all. */
const LOOKED_AT = 2_000;
/** Beside a text: padding and border; beside a title the sign of sorting, too. */
const BESIDE = 20;
const BESIDE_TITLE = 36;
/** Widest that a column is made by itself, px: longer texts go on in a second line. */
const WIDEST = 480;

/** Width in px at which the texts of a column, and its title, stand on one line. `font`: as style sheets have it. */
export function fittingWidth(column: GridColumn, lines: Int32Array, font: string): number {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return column.width;
  const widthOf = (text: string): number => Math.max(...text.split('\n').map((line) => pen.measureText(line).width));
  pen.font = `600 ${font}`;
  let width = widthOf(column.title) + BESIDE_TITLE;
  pen.font = font;
  const step = Math.max(1, Math.ceil(lines.length / LOOKED_AT));
  for (let at = 0; at < lines.length; at += step)
    if (lines[at]! >= 0) width = Math.max(width, widthOf(column.text(lines[at]!)) + BESIDE);
  return Math.ceil(Math.min(WIDEST, width));
}
