/** One group of a view: how many rows it has, whether they are shown. */
export interface RowGroup { readonly key: string; readonly count: number; readonly open: boolean; readonly rows: Uint32Array }

/** What a grouped table draws from top to bottom. */
export interface GroupedLines {
  readonly groups: readonly RowGroup[];
  /** A row number, or −1−n for the heading of group n. */
  readonly lines: Int32Array;
}

/**
 * Splits `rows` by key. Groups come in the order of `order`, then those that it does not know in the order of their first row;
 * rows keep their order inside a group. Groups in `folded` show only their heading.
 */
export function groupRows(rows: Uint32Array, key: (row: number) => string, order: readonly string[], folded: ReadonlySet<string>): GroupedLines {
  const members = new Map<string, number[]>(order.map((name) => [name, []]));
  for (const row of rows) {
    const name = key(row);
    const found = members.get(name);
    if (found === undefined) members.set(name, [row]);
    else found.push(row);
  }
  const groups: RowGroup[] = [];
  const lines: number[] = [];
  for (const [name, list] of members) {
    if (list.length === 0) continue;
    const open = !folded.has(name);
    lines.push(-1 - groups.length);
    groups.push({ key: name, count: list.length, open, rows: Uint32Array.from(list) });
    if (open) for (const row of list) lines.push(row);
  }
  return { groups, lines: Int32Array.from(lines) };
}
