import { FormulaError, type Value } from '../../formula/value.ts';
import type { DerivedMeasure, Measure, MemberFilter, MemberMeasure } from '../../generated/report.ts';
import { compare, divide, multiply, round15, subtract } from '../../number/arithmetic.ts';
import { TOTAL } from '../cube/axis.ts';
import { comparedPeriod } from '../chosen.ts';
import type { ReportData } from '../data.ts';
import { Grid, type GridPlan, type Reading } from './grid.ts';
import type { Member } from '../split/members.ts';
import { basesOf, isBase } from '../document/report-index.ts';
import type { SplitContext } from '../split/context.ts';

const NOTHING: Reading = { value: null, num: null, den: null, rows: 0, missing: 'no-comparison' };
const DEEPEST = 40;

/** A grid with every measure that a block shows, those made of others included. */
export class MeasureGrid {
  readonly grid: Grid;
  private readonly data: ReportData;
  private readonly context: SplitContext;
  private readonly plan: GridPlan;
  private readonly ids: readonly string[];
  private readonly others = new Map<string, MeasureGrid>();
  private lowestOf: ReadonlyMap<number, readonly number[]> | undefined;
  private readonly ranks = new Map<string, ReadonlyMap<number, Standing>>();

  constructor(data: ReportData, context: SplitContext, plan: GridPlan, measureIds: readonly string[], grid?: Grid) {
    this.data = data;
    this.context = context;
    this.plan = plan;
    this.ids = measureIds;
    this.grid = grid ?? new Grid(data, context, plan, [...new Set(measureIds.flatMap((id) => basesOf(data.index, id).map((base) => base.data)))]);
  }

  read(id: string, rowNode: number, columnNode: number, depth = 0): Reading {
    const measure = this.context.index.measures.get(id);
    if (!measure || depth > DEEPEST) return NOTHING;
    if (isBase(measure)) return this.grid.read(measure, rowNode, columnNode);
    if ('having' in measure) return this.counted(measure, rowNode, columnNode, depth);
    return 'of' in measure ? this.derived(measure, rowNode, columnNode, depth) : this.computed(measure.formula, rowNode, columnNode, depth);
  }

  /** Whether a condition over measures holds at a place; not where one that it needs is missing. */
  holds(condition: string, rowNode: number, columnNode: number, depth = 0): boolean {
    const value = this.valueOf(condition, rowNode, columnNode, depth);
    return value !== null && value !== false && value !== 0 && value !== '' && !(value instanceof FormulaError);
  }

  /** Whether there is a measure with this id. */
  has(id: string): boolean {
    return this.context.index.measures.has(id);
  }

  /** The dimension that a node is of. */
  dimensionAt(side: 'rows' | 'columns', node: number): string {
    return this.plan[side][this.grid[side].dimensions[node] as number] ?? '';
  }

  /** The target of a measure; `null` without. */
  target({ target }: Measure): number | null {
    return this.context.number(target);
  }

  /** The member of a node. */
  memberOf(side: 'rows' | 'columns', node: number): Member {
    const axis = this.grid[side];
    const id = this.plan[side][axis.dimensions[node] as number] as string;
    return this.grid.placer.membersOf(id).list[axis.members[node] as number] as Member;
  }

  /** Members from the outermost to a node, each with its dimension. */
  pathOf(side: 'rows' | 'columns', node: number): { readonly dimension: string; readonly member: Member }[] {
    const axis = this.grid[side];
    const path: { dimension: string; member: Member }[] = [];
    for (let at = node; at > TOTAL; at = axis.parents[at] as number) path.unshift({ dimension: this.plan[side][axis.dimensions[at] as number] as string, member: this.memberOf(side, at) });
    return path;
  }

  /** The node at the end of such a path; -1 where there is none. */
  nodeAt(side: 'rows' | 'columns', path: readonly { readonly dimension: string; readonly member: { readonly id: string } }[]): number {
    const axis = this.grid[side];
    return path.reduce((node, { dimension, member }) => (node < 0 ? -1 : axis.find(node, this.plan[side].indexOf(dimension), this.grid.placer.membersOf(dimension).find(member.id))), TOTAL);
  }

  private valueOf(formula: string, rowNode: number, columnNode: number, depth: number): Value {
    return this.context.value(formula, (name): Value | undefined => {
      if (!this.context.index.measures.has(name)) return undefined;
      const found = this.read(name, rowNode, columnNode, depth + 1);
      return found.value ?? (found.missing === 'no-denominator' ? new FormulaError('#DIV/0!', 'division-by-zero', name) : found.missing === 'error' ? new FormulaError('#VALUE!', 'failed', name) : new FormulaError('#N/A', 'not-available', name));
    });
  }

  private computed(formula: string, rowNode: number, columnNode: number, depth: number): Reading {
    const value = this.valueOf(formula, rowNode, columnNode, depth);
    const none = (missing: NonNullable<Reading['missing']>): Reading => ({ value: null, num: null, den: null, rows: 0, missing });
    if (value instanceof FormulaError) return none(value.error === '#N/A' ? 'no-rows' : value.error === '#DIV/0!' ? 'no-denominator' : 'error');
    if (value === null || value === '') return none('no-rows');
    return { value: typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : value, num: null, den: null, rows: 0 };
  }

  /** How many members of a dimension below a place meet a condition: each once, whatever else stands on the axis below the place. */
  private counted({ over, having }: MemberMeasure, rowNode: number, columnNode: number, depth: number): Reading {
    const above = this.plan.rows.slice(0, (this.grid.rows.dimensions[rowNode] as number) + 1);
    const within = this.within(above.includes(over) ? above : [...above, over], over);
    const place = within.nodeAt('rows', this.pathOf('rows', rowNode));
    const column = within.nodeAt('columns', this.pathOf('columns', columnNode));
    const nodes = within.lowest(over).get(place) ?? [];
    if (nodes.length === 0) return { ...NOTHING, missing: 'no-rows' };
    const value = column < 0 ? 0 : nodes.filter((node) => within.holds(having, node, column, depth + 1)).length;
    return { value, num: value, den: null, rows: nodes.length };
  }

  /** The same numbers by other dimensions of the rows, the last one with all its members. */
  private within(rows: readonly string[], over: string): MeasureGrid {
    const key = `by ${rows.join(' ')}`;
    let grid = this.others.get(key);
    if (!grid) this.others.set(key, grid = new MeasureGrid(this.data, this.context, { ...this.plan, rows, whole: over }, this.ids));
    return grid;
  }

  /** The lowest members of a dimension by the node under which they stand, their own included. */
  private lowest(dimension: string): ReadonlyMap<number, readonly number[]> {
    if (this.lowestOf) return this.lowestOf;
    const { rows } = this.grid;
    const at = this.plan.rows.indexOf(dimension);
    const isAbove = new Set(rows.parents.filter((parent, node) => rows.dimensions[node] === at && rows.dimensions[parent] === at));
    const found = new Map<number, number[]>();
    for (let node = 1; node < rows.size; node++) {
      if (rows.dimensions[node] !== at || isAbove.has(node) || this.memberOf('rows', node).id === '' || this.memberOf('rows', node).isOwn) continue;
      for (let holder = node; holder >= TOTAL; holder = rows.parents[holder] as number) {
        const held = found.get(holder);
        if (held) held.push(node);
        else found.set(holder, [node]);
      }
    }
    return (this.lowestOf = found);
  }

  private derived(measure: DerivedMeasure, rowNode: number, columnNode: number, depth: number): Reading {
    if (measure.derive === 'rank' || measure.derive === 'percentile') return this.standing(measure, rowNode, columnNode, depth);
    const of = this.read(measure.of, rowNode, columnNode, depth + 1);
    if (typeof of.value !== 'number') return of;
    const other = measure.derive === 'gap' ? this.target(this.context.index.measures.get(measure.of) as Measure)
      : measure.derive === 'share' ? this.whole(measure, rowNode, columnNode, depth)
        : this.before(measure, rowNode, columnNode);
    if (other === null) return { ...NOTHING, num: of.value };
    const asShare = measure.derive === 'share' || (measure.derive === 'change' && measure.as === 'percent');
    if (!asShare) return { value: round15(subtract(of.value, other)), num: of.value, den: other, rows: of.rows };
    if (other === 0) return { ...NOTHING, num: of.value, den: 0, missing: 'no-denominator' };
    const over = measure.derive === 'share' ? of.value : round15(subtract(of.value, other));
    return { value: round15(divide(multiply(over, 100), Math.abs(other))), num: of.value, den: other, rows: of.rows };
  }

  private whole({ of, against }: DerivedMeasure, rowNode: number, columnNode: number, depth: number): number | null {
    const { rows } = this.grid;
    const found = against === 'parent' ? this.read(of, Math.max(TOTAL, rows.parents[rowNode] as number), columnNode, depth + 1)
      : against === 'row' ? this.read(of, rowNode, TOTAL, depth + 1)
        : against === 'column' ? this.read(of, TOTAL, columnNode, depth + 1) : this.read(of, TOTAL, TOTAL, depth + 1);
    return typeof found.value === 'number' ? found.value : null;
  }

  /** The value of another period at the same place. */
  private before({ of, against }: DerivedMeasure, rowNode: number, columnNode: number): number | null {
    const period = comparedPeriod(this.context.chosen.period, against === 'lastYear' ? 'lastYear' : 'previous');
    const rowPath = this.pathOf('rows', rowNode);
    const columnPath = this.pathOf('columns', columnNode);
    const byPeriod = [...rowPath, ...columnPath].find(({ dimension }) => this.context.index.dimensions.get(dimension)?.period !== undefined);
    // Where periods stand on an axis, each is compared with its own period before.
    const wanted = byPeriod ? comparedPeriod(byPeriod.member.id, against === 'lastYear' ? 'lastYear' : 'previous') : undefined;
    const shift = (path: typeof rowPath) => path.map((step) => (step === byPeriod ? { dimension: step.dimension, member: { ...step.member, id: wanted ?? '' } } : step));
    const held = byPeriod && wanted !== undefined && this.isShown(byPeriod.dimension, wanted) ? this : period === undefined ? undefined : this.other(period);
    if (!held || (byPeriod && wanted === undefined)) return null;
    const nodes = [held.nodeAt('rows', shift(rowPath)), held.nodeAt('columns', shift(columnPath))] as const;
    if (nodes[0] < 0 || nodes[1] < 0) return null;
    const found = held.read(of, nodes[0], nodes[1], 1);
    return typeof found.value === 'number' ? found.value : null;
  }

  private isShown(dimensionId: string, code: string): boolean {
    const dimension = this.context.index.dimensions.get(dimensionId);
    return dimension !== undefined && (this.context.periodsOf(dimension)?.includes(code) ?? true);
  }

  /** The same grid in another period. */
  other(period: string): MeasureGrid {
    let other = this.others.get(period);
    if (!other) this.others.set(period, other = new MeasureGrid(this.data, this.context.at(period), this.plan, this.ids));
    return other;
  }

  /** Rank among the neighbours of a node, or the share of them that are not better. */
  private standing(measure: DerivedMeasure, rowNode: number, columnNode: number, depth: number): Reading {
    const group = this.groupOf(rowNode, measure.within);
    const key = `${measure.of} ${group} ${this.grid.rows.dimensions[rowNode]} ${columnNode}`;
    let standings = this.ranks.get(key);
    if (!standings) this.ranks.set(key, standings = this.rank(measure, group, rowNode, columnNode, depth));
    const found = standings.get(rowNode);
    if (!found) return { ...NOTHING, missing: rowNode === TOTAL ? 'no-comparison' : 'not-ranked' };
    const value = measure.derive === 'rank' ? found.rank : found.others === 0 ? 100 : round15(divide(found.notBetter * 100, found.others));
    return { value, num: found.value, den: found.others + 1, rows: 0 };
  }

  /** The node within which a node is ranked: its parent, or its ancestor in the dimension `within`. */
  private groupOf(rowNode: number, within: string | undefined): number {
    const { rows } = this.grid;
    const wanted = within === undefined ? -1 : this.plan.rows.indexOf(within);
    for (let at = rows.parents[rowNode] as number; at > TOTAL && within !== undefined; at = rows.parents[at] as number) if (rows.dimensions[at] === wanted) return at;
    return within === undefined ? (rows.parents[rowNode] as number) : TOTAL;
  }

  private rank(measure: DerivedMeasure, group: number, rowNode: number, columnNode: number, depth: number): ReadonlyMap<number, Standing> {
    const { rows } = this.grid;
    const of = this.context.index.measures.get(measure.of) as Measure;
    const ranked: { node: number; value: number }[] = [];
    for (let node = 1; node < rows.size; node++) {
      if (rows.dimensions[node] !== rows.dimensions[rowNode] || this.groupOf(node, measure.within) !== group) continue;
      const member = this.memberOf('rows', node);
      if (member.id === '' || member.isOwn) continue;
      const found = this.read(measure.of, node, columnNode, depth + 1);
      const size = found.den ?? found.rows;
      if (typeof found.value === 'number' && !('atLeast' in of && of.atLeast !== undefined && size < of.atLeast)) ranked.push({ node, value: found.value });
    }
    return standingsOf(ranked, of.direction === 'down' ? -1 : 1);
  }
}

/** Where one stands among others: equal values share a rank and the next is skipped. */
export interface Standing {
  readonly rank: number;
  readonly value: number;
  readonly others: number;
  /** Others with an equal or worse value. */
  readonly notBetter: number;
}

/** Ranks by value; `way` 1: the highest is the best. */
export function standingsOf(ranked: readonly { readonly node: number; readonly value: number }[], way: 1 | -1): ReadonlyMap<number, Standing> {
  const sorted = [...ranked].sort((a, b) => way * compare(b.value, a.value));
  const found = new Map<number, Standing>();
  sorted.forEach(({ node, value }, at) => {
    const before = at > 0 ? (sorted[at - 1] as { node: number; value: number }) : undefined;
    const rank = before && compare(before.value, value) === 0 ? (found.get(before.node) as Standing).rank : at + 1;
    found.set(node, { rank, value, others: sorted.length - 1, notBetter: sorted.length - rank });
  });
  return found;
}

/** Filters of a block together with those that the reader chose. */
export function allFilters(filter: readonly MemberFilter[] | undefined, chosen: Readonly<Record<string, readonly string[]>> | undefined): readonly MemberFilter[] {
  const picked = Object.entries(chosen ?? {}).filter(([, ids]) => ids.length > 0).map(([dimension, ids]) => ({ dimension, in: [...ids] }));
  return [...(filter ?? []), ...picked];
}
