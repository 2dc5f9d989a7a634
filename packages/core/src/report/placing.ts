import type { Dimension, MemberFilter } from '../generated/report.ts';
import { Axis, TOTAL } from './cube/axis.ts';
import { Members, type Split } from './members.ts';
import { isShared } from './report-index.ts';
import type { RowTable } from './rows/table.ts';
import { pathsOf } from './split-organisations.ts';
import { liesIn, whensOf } from './split-periods.ts';
import { splitRows } from './split.ts';
import type { SplitContext } from './split-context.ts';

/** Node of each row on one axis, -1 where it is left out, and further nodes of rows with several values. */
export interface Placed {
  readonly node: Int32Array;
  readonly more: ReadonlyMap<number, readonly number[]>;
}

/** Puts rows on an axis by dimensions from the outer to the inner; members are shared by all tables. */
export class Placer {
  readonly context: SplitContext;
  private readonly members = new Map<string, Members>();
  private readonly splits = new Map<RowTable, Map<string, Split>>();

  constructor(context: SplitContext) {
    this.context = context;
  }

  membersOf(dimensionId: string): Members {
    let members = this.members.get(dimensionId);
    if (!members) this.members.set(dimensionId, members = new Members());
    return members;
  }

  split(dimension: Dimension, table: RowTable): Split {
    let byDimension = this.splits.get(table);
    if (!byDimension) this.splits.set(table, byDimension = new Map());
    let split = byDimension.get(dimension.id);
    if (!split) byDimension.set(dimension.id, split = splitRows(dimension, table, this.membersOf(dimension.id), this.context));
    return split;
  }

  /** Rows that count: under the chosen organisation, in the periods, among the filtered members. */
  kept(table: RowTable, dataId: string, periods: readonly string[] | undefined, filters: readonly MemberFilter[]): Uint8Array {
    const kept = new Uint8Array(table.length);
    const { organisation } = this.context.chosen;
    const paths = pathsOf(table, this.context);
    const whens = whensOf(table);
    const isUnder = paths.values.map((path) => organisation === undefined || path.split('/').includes(organisation));
    const isIn = periods && whens.values.map((when) => liesIn(when, periods));
    for (let row = 0; row < table.length; row++) {
      kept[row] = table.rows[row] !== undefined && isUnder[paths.codes[row] as number] === true && (!isIn || isIn[whens.codes[row] as number] === true) ? 1 : 0;
    }
    for (const { dimension: id, in: ids } of filters) {
      const dimension = this.context.index.dimensions.get(id);
      if (!dimension || !(isShared(dimension) || dimension.data?.includes(dataId))) continue;
      const { member, more } = this.split(dimension, table);
      const members = this.membersOf(id);
      const wanted = new Set(ids);
      const isWanted = members.list.map((_, number) => members.chain(number).some((at) => wanted.has((members.list[at] as { id: string }).id)));
      for (let row = 0; row < table.length; row++) {
        if (kept[row] === 1 && isWanted[member[row] as number] !== true && !more?.get(row)?.some((number) => isWanted[number])) kept[row] = 0;
      }
    }
    return kept;
  }

  /** The node of each kept row on `axis`, below the total by one dimension after the other. */
  place(axis: Axis, dimensions: readonly Dimension[], table: RowTable, kept: Uint8Array): Placed {
    const node = new Int32Array(table.length);
    for (let row = 0; row < table.length; row++) node[row] = kept[row] === 1 ? TOTAL : -1;
    let more = new Map<number, number[]>();
    dimensions.forEach((dimension, at) => {
      const split = this.split(dimension, table);
      const descend = this.descent(axis, at, this.membersOf(dimension.id));
      const next = new Map<number, number[]>();
      for (const [row, nodes] of more) next.set(row, nodes.flatMap((from) => [split.member[row] as number, ...(split.more?.get(row) ?? [])].filter((member) => member >= 0).map((member) => descend(from, member))));
      for (const [row, others] of split.more ?? []) {
        const from = node[row] as number;
        if (from >= 0) next.set(row, [...(next.get(row) ?? []), ...others.filter((member) => member >= 0).map((member) => descend(from, member))]);
      }
      for (let row = 0; row < table.length; row++) {
        const from = node[row] as number;
        if (from < 0) continue;
        const member = split.member[row] as number;
        node[row] = member < 0 ? -1 : descend(from, member);
      }
      more = next;
    });
    return { node, more };
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
