import type { GridColumn } from './column.ts';

/**
 * A column with its place. `left` counts from the start of the row, also for frozen columns; so many characters, even
 * full ones, fit one line (`room`).
 */
export interface PlacedColumn {
  readonly column: GridColumn;
  readonly index: number;
  readonly left: number;
  readonly width: number;
  readonly room: number;
  readonly frozen: boolean;
}

/** Padding and border beside a cell's text, and the width of a full character at the normal size, px. */
const BESIDE = 17;
const CHARACTER = 14;

/**
 * Width of a digit, or of what stands between digits, against a full character; a little more than in any usual font.
 */
const DIGIT = 0.62;

/** Whether a text stands on one line for certain, however wide its letters are. */
export function fitsOneLine(text: string, room: number): boolean {
  if (text.length <= room) return text.indexOf('\n') < 0;
  if (text.length * DIGIT > room) return false;
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32) return false;
    width += code >= 0x2d && code <= 0x3a ? DIGIT : 1;
  }
  return width <= room;
}

/**
 * One cell of the header: a heading over several columns, or a column's own title, which reaches down to the last
 * level.
 */
export interface HeaderCell {
  readonly title: string;
  readonly level: number;
  readonly levels: number;
  readonly from: number;
  readonly span: number;
  readonly column?: GridColumn;
}

/**
 * Columns in drawing order: frozen ones first. When they would take more than half of the width, none is frozen; nor
 * while all columns fit, since each frozen cell is a layer of its own to the browser.
 */
export function placeColumns(columns: readonly GridColumn[], available: number, scale: number): PlacedColumn[] {
  const width = (column: GridColumn) => Math.round(column.width * scale);
  const frozenWidth = columns.reduce((sum, column) => sum + (column.frozen ? width(column) : 0), 0);
  const freeze = frozenWidth <= available / 2;
  const order = freeze
    ? [...columns.filter(({ frozen }) => frozen), ...columns.filter(({ frozen }) => !frozen)]
    : [...columns];
  const total = order.reduce((sum, column) => sum + width(column), 0);
  const shares = order.reduce((sum, { grow = 0 }) => sum + grow, 0);
  const spare = Math.max(0, Math.floor(available) - total);
  let left = 0;
  let given = 0;
  let share = 0;
  return order.map((column, index) => {
    share += column.grow ?? 0;
    const end = shares === 0 ? 0 : Math.floor((spare * share) / shares);
    const own = width(column) + end - given;
    const placed = {
      column,
      index,
      left,
      width: own,
      room: (own - BESIDE) / (CHARACTER * scale),
      frozen: freeze && total > available && column.frozen === true,
    };
    given = end;
    left += placed.width;
    return placed;
  });
}

/** Width of all columns together. */
export function totalWidth(placed: readonly PlacedColumn[]): number {
  const last = placed[placed.length - 1];
  return last === undefined ? 0 : last.left + last.width;
}

/** Levels of the header: 1 without headings above the titles. */
export function headerLevels(columns: readonly GridColumn[]): number {
  return columns.reduce((most, { groups = [] }) => Math.max(most, groups.length + 1), 1);
}

/**
 * The header as a grid of cells, top level first, each in the level where it starts. `breaks` are columns at which no
 * heading runs on.
 */
export function headerCells(columns: readonly GridColumn[], breaks: ReadonlySet<number> = new Set()): HeaderCell[] {
  const levels = headerLevels(columns);
  const cells: HeaderCell[] = [];
  for (let level = 0; level < levels; level++) {
    for (let from = 0; from < columns.length;) {
      const column = columns[from]!;
      const groups = column.groups ?? [];
      let span = 1;
      if (level < groups.length) {
        while (
          from + span < columns.length &&
          !breaks.has(from + span) &&
          sameGroups(groups, columns[from + span]!.groups ?? [], level)
        )
          span += 1;
        cells.push({ title: groups[level]!, level, levels: 1, from, span });
      } else if (level === groups.length)
        cells.push({ title: column.title, level, levels: levels - level, from, span, column });
      from += span;
    }
  }
  return cells;
}

const sameGroups = (a: readonly string[], b: readonly string[], level: number) =>
  b.length > level && a.slice(0, level + 1).every((title, at) => title === b[at]);

/** Browsers cut scroll ranges off somewhere above this many px. */
const LONGEST = 30_000_000;

/** Arithmetic between scroll position and lines, for rows of equal height. Ranges beyond 30 M px are scaled. */
export interface ScrollRange {
  /** Height of the scrolled space in px. */
  readonly space: number;
  /** Px from the first line to the top of what is seen. */
  topAt(scrollTop: number): number;
  scrollTopFor(top: number): number;
}

export function scrollRange(lines: number, lineHeight: number, viewHeight: number, longest = LONGEST): ScrollRange {
  const full = lines * lineHeight;
  const space = Math.min(full, longest);
  const ratio = space === full || space <= viewHeight ? 1 : (full - viewHeight) / (space - viewHeight);
  return { space, topAt: (scrollTop) => scrollTop * ratio, scrollTopFor: (top) => top / ratio };
}

/** The columns that can be seen, frozen ones included, and one more at each side. */
export function visibleColumns(placed: readonly PlacedColumn[], scrollLeft: number, viewWidth: number): PlacedColumn[] {
  const shown: PlacedColumn[] = [];
  placed.forEach((place, at) => {
    const before = placed[at - 1];
    const after = placed[at + 1];
    const start = before && !before.frozen ? before.left : place.left;
    const end = after ? after.left + after.width : place.left + place.width;
    if (place.frozen || (end > scrollLeft && start < scrollLeft + viewWidth)) shown.push(place);
  });
  return shown;
}
