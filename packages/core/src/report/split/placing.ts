import type { Dimension, MemberFilter } from '../../generated/report.ts';
import { Axis, TOTAL } from '../cube/axis.ts';
import type { Nodes } from '../cube/cells.ts';
import { Members, type Split } from './members.ts';
import { isShared } from '../document/report-index.ts';
import type { RowTable } from '../rows/table.ts';
import { pathsOf } from './organisations.ts';
import { liesIn, whensOf, type Days } from './periods.ts';
import { splitRows } from './split.ts';
import type { SplitContext } from './context.ts';

/** Node of each row on one axis, and further nodes of rows with several values. */
export interface Placed extends Nodes {
  readonly more: ReadonlyMap<number, readonly number[]>;
}

const NO_MORE: ReadonlyMap<number, readonly number[]> = new Map();

/** Puts rows on an axis by dimensions from the outer to the inner; members are shared by all tables. */
export class Placer {
  readonly context: SplitContext;
  private readonly members = new Map<string, Members>();
  private readonly splits = new Map<RowTable, Map<string, Split>>();
  private readonly keeps = new Map<RowTable, Map<string, Keep>>();

  constructor(context: SplitContext) {
    this.context = context;
  }

  membersOf(dimensionId: string): Members {
    let members = this.members.get(dimensionId);
    if (!members) this.members.set(dimensionId, (members = new Members()));
    return members;
  }

  split(dimension: Dimension, table: RowTable): Split {
    let byDimension = this.splits.get(table);
    if (!byDimension) this.splits.set(table, (byDimension = new Map()));
    let split = byDimension.get(dimension.id);
    if (!split)
      byDimension.set(dimension.id, (split = splitRows(dimension, table, this.membersOf(dimension.id), this.context)));
    return split;
  }

  /** Rows that count: under the chosen organisation, in the periods, among the filtered members. */
  kept(
    table: RowTable,
    dataId: string,
    days: readonly Days[] | undefined,
    filters: readonly MemberFilter[],
  ): Uint8Array {
    let byKey = this.keeps.get(table);
    if (!byKey) this.keeps.set(table, (byKey = new Map()));
    const key = JSON.stringify([dataId, days?.map(({ startOn, endOn }) => [startOn, endOn]) ?? null, filters]);
    let keep = byKey.get(key);
    if (!keep) byKey.set(key, (keep = new Keep(table, this.keeper(table, dataId, days, filters))));
    return keep.kept;
  }

  /** Takes over changed rows of a table. */
  refresh(table: RowTable, rows: readonly number[]): void {
    for (const split of this.splits.get(table)?.values() ?? []) split.refresh(rows, table.length);
    for (const keep of this.keeps.get(table)?.values() ?? []) keep.refresh(rows);
  }

  private keeper(
    table: RowTable,
    dataId: string,
    days: readonly Days[] | undefined,
    filters: readonly MemberFilter[],
  ): (row: number) => boolean {
    const { organisation } = this.context.chosen;
    const paths = pathsOf(table, this.context);
    const whens = whensOf(table);
    const isUnder = remembered(
      (code) => organisation === undefined || (paths.values[code] as string).split('/').includes(organisation),
    );
    const isIn = days && remembered((code) => liesIn(whens.values[code] as string, days));
    const tests = filters.flatMap(({ dimension: id, in: ids }): ((row: number) => boolean)[] => {
      const dimension = this.context.index.dimensions.get(id);
      if (!dimension || !(isShared(dimension) || dimension.data?.includes(dataId))) return [];
      const split = this.split(dimension, table);
      const members = this.membersOf(id);
      const wanted = new Set(ids);
      const isWanted = remembered((number) =>
        members.chain(number).some((at) => wanted.has((members.list[at] as { id: string }).id)),
      );
      return [
        (row) => {
          const number = split.member[row] as number;
          return (number >= 0 && isWanted(number)) || (split.more.get(row)?.some(isWanted) ?? false);
        },
      ];
    });
    return (row) =>
      table.rows[row] !== undefined &&
      isUnder(paths.codes[row] as number) &&
      (!isIn || isIn(whens.codes[row] as number)) &&
      tests.every((test) => test(row));
  }

  /** The node of each kept row on `axis`, below the total by one dimension after the other. */
  place(axis: Axis, dimensions: readonly Dimension[], table: RowTable, kept: Uint8Array): Placed {
    const [only, second] = dimensions;
    if (!only) return { codes: new Int32Array(table.length), nodes: Int32Array.of(TOTAL), more: NO_MORE };
    if (!second) {
      const { member, more } = this.split(only, table);
      if (more.size === 0) return { codes: member, nodes: this.used(axis, only, member, kept), more: NO_MORE };
    }
    const node = new Int32Array(table.length);
    for (let row = 0; row < table.length; row++) node[row] = kept[row] === 1 ? TOTAL : -1;
    let more = new Map<number, number[]>();
    dimensions.forEach((dimension, at) => {
      const split = this.split(dimension, table);
      const descend = this.descent(axis, at, this.membersOf(dimension.id));
      const next = new Map<number, number[]>();
      for (const [row, nodes] of more)
        next.set(
          row,
          nodes.flatMap((from) =>
            [split.member[row] as number, ...(split.more.get(row) ?? [])]
              .filter((member) => member >= 0)
              .map((member) => descend(from, member)),
          ),
        );
      for (const [row, others] of split.more) {
        const from = node[row] as number;
        if (from >= 0)
          next.set(row, [
            ...(next.get(row) ?? []),
            ...others.filter((member) => member >= 0).map((member) => descend(from, member)),
          ]);
      }
      for (let row = 0; row < table.length; row++) {
        const from = node[row] as number;
        if (from < 0) continue;
        const member = split.member[row] as number;
        node[row] = member < 0 ? -1 : descend(from, member);
      }
      more = next;
    });
    return { codes: node, nodes: Int32Array.from({ length: axis.size }, (_, at) => at), more };
  }

  /** The nodes of the members that kept rows have; only these are made. */
  private used(axis: Axis, dimension: Dimension, member: Int32Array, kept: Uint8Array): Int32Array {
    const members = this.membersOf(dimension.id);
    const isUsed = new Uint8Array(members.list.length);
    for (let row = 0; row < member.length; row++)
      if (kept[row] === 1 && (member[row] as number) >= 0) isUsed[member[row] as number] = 1;
    const descend = this.descent(axis, 0, members);
    return Int32Array.from(isUsed, (used, number) => (used === 1 ? descend(TOTAL, number) : -1));
  }

  /** The node below `from` for a member, by way of the members above it; remembered in a table while that is small. */
  descent(axis: Axis, dimension: number, members: Members): (from: number, member: number) => number {
    const width = members.list.length;
    const flat = axis.size * width <= 4_000_000 ? new Int32Array(axis.size * width) : undefined;
    const walk = (from: number, member: number): number => {
      let node = from;
      for (const step of members.chain(member)) node = axis.child(node, dimension, step);
      return node;
    };
    if (!flat) return walk;
    return (from, member) => {
      const at = from * width + member;
      if (at >= flat.length || member >= width) return walk(from, member);
      const known = flat[at] as number;
      if (known > 0) return known;
      return (flat[at] = walk(from, member));
    };
  }
}

/** Which rows count, kept while rows change. */
class Keep {
  kept: Uint8Array;
  private readonly table: RowTable;
  private readonly test: (row: number) => boolean;

  constructor(table: RowTable, test: (row: number) => boolean) {
    this.table = table;
    this.test = test;
    this.kept = new Uint8Array(table.length);
    for (let row = 0; row < table.length; row++) this.kept[row] = test(row) ? 1 : 0;
  }

  refresh(rows: readonly number[]): void {
    if (this.table.length > this.kept.length) {
      const kept = new Uint8Array(Math.ceil(this.table.length * 1.5));
      kept.set(this.kept);
      this.kept = kept;
    }
    for (const row of rows) this.kept[row] = this.test(row) ? 1 : 0;
  }
}

/** An answer for each code, worked out once. */
function remembered(test: (code: number) => boolean): (code: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return (code) => (known[code] ??= test(code));
}
