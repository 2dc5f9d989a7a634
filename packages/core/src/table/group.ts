import { BLANK } from './text-ranks.ts';

/** One group of a view: how many rows it has, whether they are shown. */
export interface RowGroup {
  /** Tells groups apart: the value, behind those of the groups around it. */
  readonly key: string;
  readonly value: string;
  /** Depth from 0. */
  readonly level: number;
  readonly count: number;
  readonly open: boolean;
  readonly rows: Uint32Array;
}

/** By what rows are split, and where a row's value stands in order; `BLANK` comes last. */
export interface GroupLevel {
  value(row: number): string;
  rank(row: number): number;
  readonly descending?: boolean;
}

/** What a grouped table draws from top to bottom. */
export interface GroupedLines {
  /** Each before those inside it, also those that are folded away. */
  readonly groups: readonly RowGroup[];
  /** A row number, or −1−n for the heading of group n. */
  readonly lines: Int32Array;
}

/** Key of a group inside another one; `undefined`: it is in none. */
export const groupKey = (above: string | undefined, value: string): string =>
  above === undefined ? value : `${above}\u001f${value}`;

/**
 * Splits `rows` by one level after the other. Rows keep their order inside a group. Groups in `folded` show only their
 * heading.
 */
export function groupRows(rows: Uint32Array, levels: readonly GroupLevel[], folded: ReadonlySet<string>): GroupedLines {
  const groups: RowGroup[] = [];
  const lines: number[] = [];
  const split = (members: Uint32Array, level: number, above: string | undefined, isShown: boolean): void => {
    const by = levels[level];
    if (by === undefined) {
      if (isShown) for (const row of members) lines.push(row);
      return;
    }
    for (const [value, list] of inOrder(members, by)) {
      const key = groupKey(above, value);
      const open = !folded.has(key);
      const own = Uint32Array.from(list);
      if (isShown) lines.push(-1 - groups.length);
      groups.push({ key, value, level, count: list.length, open, rows: own });
      split(own, level + 1, key, isShown && open);
    }
  };
  split(rows, 0, undefined, true);
  return { groups, lines: Int32Array.from(lines) };
}

function inOrder(rows: Uint32Array, { value, rank, descending = false }: GroupLevel): [string, number[]][] {
  const members = new Map<string, number[]>();
  for (const row of rows) {
    const name = value(row);
    const found = members.get(name);
    if (found === undefined) members.set(name, [row]);
    else found.push(row);
  }
  const place = ([, [first]]: readonly [string, number[]]): number => {
    const found = rank(first!);
    return found === BLANK ? Infinity : descending ? -found : found;
  };
  // Blanks are equally far: their difference would be no number.
  return [...members].sort((a, b) => {
    const [one, other] = [place(a), place(b)];
    return one === other ? 0 : one - other;
  });
}
