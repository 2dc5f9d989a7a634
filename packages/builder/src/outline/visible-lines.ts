import type { Line } from '../structure/structure.ts';

/** A line as the tree shows it. */
export interface Row {
  readonly line: Line;
  /** 1 is the outermost. */
  readonly level: number;
  readonly place: number;
  readonly count: number;
  /** `undefined`: nothing is below it. */
  readonly isOpen: boolean | undefined;
  /** Place of the line that holds this one; -1 for none. */
  readonly parent: number;
}

/** The lines that the tree shows; `folded` tells those that a person closed or opened, by id. */
export function rowsOf(lines: readonly Line[], folded: ReadonlyMap<string, boolean>): Row[] {
  const rows: Row[] = [];
  const walk = (list: readonly Line[], level: number, parent: number) =>
    list.forEach((line, at) => {
      const isOpen = line.lines.length === 0 ? undefined : !(folded.get(line.id) ?? line.kind === 'field');
      rows.push({ line, level, place: at + 1, count: list.length, isOpen, parent });
      if (isOpen) walk(line.lines, level + 1, rows.length - 1);
    });
  walk(lines, 1, -1);
  return rows;
}

/** Where a key leads from row `at`: another row, folding, or nothing of the tree's. */
export function treeStep(
  rows: readonly Row[],
  at: number,
  key: string,
): { readonly to?: number; readonly fold?: boolean } | undefined {
  const row = rows[at];
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(rows.length - 1, at + 1) };
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: rows.length - 1 };
    case 'ArrowRight':
      return row?.isOpen === false ? { fold: false } : row?.isOpen ? { to: at + 1 } : {};
    case 'ArrowLeft':
      return row?.isOpen ? { fold: true } : row && row.parent >= 0 ? { to: row.parent } : {};
    default:
      return undefined;
  }
}

/** Pointers between two rows, both included; lines that stand for nothing are left out. */
export function between(rows: readonly Row[], from: number, to: number): string[] {
  return rows
    .slice(Math.min(from, to), Math.max(from, to) + 1)
    .map(({ line }) => line.pointer)
    .filter((pointer) => pointer !== '');
}
