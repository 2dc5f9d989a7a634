import type { Print } from '@jiceng/core/generated/report.js';
import { paperOf } from '@jiceng/elements/report/page-rules.js';

/** Between two sheets, in px. */
const GAP = 24;
/** px of one mm. */
const MM = 96 / 25.4;
/** Smaller than this, words cannot be read. */
const SMALLEST = 0.4;

/** Sheets of paper as a row of columns, in px before they are scaled. */
export interface Sheets {
  readonly width: number;
  readonly height: number;
  readonly margins: readonly [top: number, right: number, bottom: number, left: number];
}

export function sheetsOf(print: Print): Sheets {
  const {
    width,
    height,
    margins: [top, right, bottom, left],
  } = paperOf(print);
  return { width: width * MM, height: height * MM, margins: [top * MM, right * MM, bottom * MM, left * MM] };
}

/** From one column to the next. */
export const stepOf = ({ width }: Sheets): number => width + GAP;

/** How many sheets a row of columns takes that is so long. */
export function countOf(sheets: Sheets, length: number): number {
  const {
    width,
    margins: [, right, , left],
  } = sheets;
  return Math.max(1, Math.ceil((length - (width - left - right) - 1) / stepOf(sheets)) + 1);
}

/** How much smaller than on paper a sheet is shown where so much room is. */
export const scaleOf = ({ width }: Sheets, room: number): number =>
  Math.min(1, Math.max(SMALLEST, (room - 2 * GAP) / width));

/** Sizes for the style sheet. */
export function sheetVars(sheets: Sheets, count: number, scale: number): Record<string, string> {
  const {
    width,
    height,
    margins: [top, right, bottom, left],
  } = sheets;
  const sizes: Readonly<Record<string, number>> = {
    'sheet-width': width,
    'sheet-height': height,
    'sheet-top': top,
    'sheet-left': left,
    'sheet-bottom': bottom,
    'inner-width': width - left - right,
    'inner-height': height - top - bottom,
    between: left + right + GAP,
    'roll-width': (count * stepOf(sheets) - GAP) * scale,
    'roll-height': height * scale,
  };
  return {
    '--_scale': String(scale),
    ...Object.fromEntries(Object.entries(sizes).map(([name, size]) => [`--_${name}`, `${size}px`])),
  };
}
