import type { Intent } from './keys.ts';
import type { Position } from './rows.ts';

/** Where a moving key leads; `undefined` for keys that do not move. `page` is the number of lines seen at once. */
export function movedBy(
  intent: Intent,
  { line, column }: Position,
  lines: number,
  columns: number,
  page: number,
): Position | undefined {
  switch (intent.kind) {
    case 'move':
      return { line: line + intent.lines, column: column + intent.columns };
    case 'page':
      return { line: Math.max(0, line + intent.by * page), column };
    case 'edge':
      return {
        line: intent.line === 'first' ? 0 : intent.line === 'last' ? lines - 1 : line,
        column: intent.column === 'first' ? 0 : intent.column === 'last' ? columns - 1 : column,
      };
    default:
      return undefined;
  }
}

/**
 * Where Ctrl and an arrow lead: through cells with values to the last of them, through empty ones to the next with a
 * value, else to the edge of the table.
 */
export function jumpedTo(
  from: Position,
  by: { readonly lines: number; readonly columns: number },
  lines: number,
  columns: number,
  isFilled: (position: Position) => boolean,
): Position {
  const next = ({ line, column }: Position): Position => ({ line: line + by.lines, column: column + by.columns });
  const isInside = ({ line, column }: Position): boolean =>
    line >= 0 && line < lines && column >= 0 && column < columns;
  let at = from;
  const first = next(at);
  if (!isInside(first)) return at;
  const isThrough = isFilled(at) && isFilled(first);
  for (let to = first; isInside(to); to = next(to)) {
    if (isThrough && !isFilled(to)) return at;
    at = to;
    if (!isThrough && isFilled(to)) return at;
  }
  return at;
}

/** The next place in reading order, forwards or backwards, that passes `test`. */
export function nextPlace(
  from: Position,
  by: 1 | -1,
  lines: number,
  columns: number,
  test: (position: Position) => boolean,
): Position | undefined {
  for (let at = from.line * columns + from.column + by; at >= 0 && at < lines * columns; at += by) {
    const position = { line: Math.floor(at / columns), column: at % columns };
    if (test(position)) return position;
  }
  return undefined;
}

/**
 * Out of a line whose cell is merged with upper ones: to the top of the merged cell, or past it on the way down from
 * `from`.
 */
export function uncovered(runs: Int32Array | undefined, line: number, from: number): number {
  const run = runs?.[line];
  if (runs === undefined || run === undefined || run > 0) return line;
  const top = line + run;
  const below = top + runs[top]!;
  return from === top && below < runs.length ? below : top;
}
