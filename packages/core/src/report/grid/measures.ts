import { FormulaError, type Value } from '../../formula/value.ts';
import type { Organisation } from '../../generated/organisation.ts';
import type { DerivedMeasure, Measure, MemberMeasure } from '../../generated/report.ts';
import { divide, multiply, round15, subtract } from '../../number/arithmetic.ts';
import { TOTAL } from '../cube/axis.ts';
import { comparedPeriod, runningSince } from '../chosen.ts';
import type { ReportData } from '../data.ts';
import { Grid } from './grid.ts';
import type { GridPlan } from './grid-plan.ts';
import { isOrganisationName } from '../../org/organisation-names.ts';
import { basesOf, isBase, partsOf, targetParts, type BaseMeasure } from '../document/report-index.ts';
import type { SplitContext } from '../split/context.ts';
import { parsePeriod } from '../../time/period.ts';
import { lowestMembers } from './lowest.ts';
import { Places, type Path } from './places.ts';
import { Rankings } from './rankings.ts';
import { NOTHING, readingOfValue, valueOfReading, type Reading } from './reading.ts';
import { taken } from './taken.ts';

const UNKNOWN: Reading = { ...NOTHING, missing: 'no-rows' };
const DEEPEST = 40;

/** A measure over rows with the place at which a number reads it. */
export interface Source {
  readonly base: BaseMeasure;
  readonly grid: Grid;
  readonly rowNode: number;
  readonly columnNode: number;
}

/** A grid with every measure that a block shows, those made of others included. */
export class MeasureGrid extends Places {
  private readonly data: ReportData;
  private readonly context: SplitContext;
  private readonly ids: readonly string[];
  private readonly others = new Map<string, MeasureGrid>();
  private lowest: ReadonlyMap<number, readonly number[]> | undefined;
  private readonly rankings = new Rankings(this, (id, rowNode, columnNode, depth) =>
    this.read(id, rowNode, columnNode, depth),
  );
  /** Numbers made of others, by measure and cell. */
  private readonly made = new Map<string, Map<number, Reading>>();

  constructor(data: ReportData, context: SplitContext, plan: GridPlan, measureIds: readonly string[], grid?: Grid) {
    const dataIds = new Set(measureIds.flatMap((id) => basesOf(data.index, id).map((base) => base.data)));
    super(grid ?? new Grid(data, context, plan, [...dataIds]));
    this.data = data;
    this.context = context;
    this.ids = measureIds;
  }

  /** A measure at a place; -1 stands for a place of which nothing is known. */
  read(id: string, rowNode: number, columnNode: number, depth = 0): Reading {
    const measure = this.context.index.measures.get(id);
    if (!measure || depth > DEEPEST) return NOTHING;
    if (isBase(measure)) return this.grid.read(measure, rowNode, columnNode);
    let cells = this.made.get(id);
    if (!cells) this.made.set(id, (cells = new Map()));
    const cell = (rowNode + 1) * (this.grid.columns.size + 1) + columnNode + 1; // -1 is a place, too
    let found = cells.get(cell);
    if (!found)
      cells.set(
        cell,
        (found =
          'formula' in measure
            ? readingOfValue(this.evaluate(measure.formula, rowNode, columnNode, depth))
            : rowNode < 0 || columnNode < 0
              ? UNKNOWN
              : 'over' in measure
                ? this.overMembers(measure, rowNode, columnNode, depth)
                : this.derived(measure, rowNode, columnNode, depth)),
      );
    return found;
  }

  /**
   * The measures over rows that a number is made of, each with the place at which it is read: running numbers read more
   * periods than their own.
   */
  sources(id: string, rowNode: number, columnNode: number, depth = 0): readonly Source[] {
    const measure = this.context.index.measures.get(id);
    if (!measure || depth > DEEPEST) return [];
    if (isBase(measure)) return [{ base: measure, grid: this.grid, rowNode, columnNode }];
    if ('of' in measure && measure.derive === 'running') {
      const running = this.running(measure, rowNode, columnNode);
      return running.held.sources(measure.of, running.rowNode, running.columnNode, depth + 1);
    }
    const of = 'of' in measure && measure.derive === 'gap' ? this.context.index.measures.get(measure.of) : undefined;
    const found = [...partsOf(measure), ...(of ? targetParts(of) : [])].flatMap((part) =>
      this.sources(part, rowNode, columnNode, depth + 1),
    );
    return found.filter(
      (source, at) =>
        found.findIndex(
          (other) =>
            other.base === source.base &&
            other.grid === source.grid &&
            other.rowNode === source.rowNode &&
            other.columnNode === source.columnNode,
        ) === at,
    );
  }

  /** Whether a condition over measures holds at a place; not where one that it needs is missing. */
  holds(condition: string, rowNode: number, columnNode: number, depth = 0): boolean {
    const value = this.evaluate(condition, rowNode, columnNode, depth);
    return value !== null && value !== false && value !== 0 && value !== '' && !(value instanceof FormulaError);
  }

  /** Whether there is a measure with this id. */
  has(id: string): boolean {
    return this.context.index.measures.has(id);
  }

  /** The target of a measure at a place; `null` without one. */
  target({ target }: Measure, rowNode: number, columnNode: number, depth = 0): number | null {
    if (typeof target !== 'string') return target ?? null;
    const value = this.evaluate(target, rowNode, columnNode, depth);
    return typeof value === 'number' ? value : null;
  }

  private evaluate(formula: string, rowNode: number, columnNode: number, depth: number): Value {
    return this.context.value(formula, (name): Value | undefined => {
      if (!this.context.index.measures.has(name))
        return isOrganisationName(name) ? (this.organisationAt(rowNode, columnNode)?.[name] ?? null) : undefined;
      return valueOfReading(this.read(name, rowNode, columnNode, depth + 1), name);
    });
  }

  /** The lowest organisation on the way to a place, or else the chosen one. */
  private organisationAt(rowNode: number, columnNode: number): Organisation | undefined {
    const path = [...this.pathOf('columns', columnNode), ...this.pathOf('rows', rowNode)].filter(
      ({ dimension }) => this.context.index.dimensions.get(dimension)?.levels !== undefined,
    );
    const member = path[path.length - 1]?.member;
    const id =
      member === undefined
        ? this.context.chosen.organisation
        : member.isOwn
          ? member.id.slice(0, member.id.lastIndexOf('/'))
          : member.id;
    return id === undefined ? undefined : this.context.sources.organisations.organisation(id);
  }

  /**
   * How many members of a dimension below a place meet a condition, or the mean of their values: each once, whatever
   * else stands on the axis below the place.
   */
  private overMembers(
    { over, having, take = 'count', value }: MemberMeasure,
    rowNode: number,
    columnNode: number,
    depth: number,
  ): Reading {
    const above = this.plan.rows.slice(0, (this.grid.rows.dimensions[rowNode] as number) + 1);
    const within = this.within(above.includes(over) ? above : [...above, over], over);
    const place = within.nodeAt('rows', this.pathOf('rows', rowNode));
    const column = within.nodeAt('columns', this.pathOf('columns', columnNode));
    const nodes = (within.lowest ??= lowestMembers(within, within.plan.rows.indexOf(over))).get(place) ?? [];
    if (nodes.length === 0) return UNKNOWN;
    const meant = nodes.filter((node) => having === undefined || within.holds(having, node, column, depth + 1));
    if (take === 'count') return { value: meant.length, num: meant.length, den: null, rows: nodes.length };
    const values = meant
      .map((node) => within.evaluate(value ?? '', node, column, depth + 1))
      .filter((found): found is number => typeof found === 'number');
    return values.length === 0
      ? UNKNOWN
      : { value: taken(values, take), num: null, den: values.length, rows: values.length };
  }

  /** The same numbers by other dimensions of the rows, the last one with all its members. */
  private within(rows: readonly string[], over: string): MeasureGrid {
    return this.held(`by ${rows.join(' ')}`, () => [this.context, { ...this.plan, rows, whole: over }]);
  }

  private derived(measure: DerivedMeasure, rowNode: number, columnNode: number, depth: number): Reading {
    if (measure.derive === 'rank' || measure.derive === 'percentile')
      return this.rankings.read(measure, rowNode, columnNode, depth);
    if (measure.derive === 'running') {
      const running = this.running(measure, rowNode, columnNode);
      return running.held.read(measure.of, running.rowNode, running.columnNode, depth + 1);
    }
    const of = this.read(measure.of, rowNode, columnNode, depth + 1);
    if (typeof of.value !== 'number') return of;
    const other =
      measure.derive === 'gap'
        ? this.target(this.context.index.measures.get(measure.of) as Measure, rowNode, columnNode, depth + 1)
        : measure.derive === 'share'
          ? this.whole(measure, rowNode, columnNode, depth)
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
    const found =
      against === 'parent'
        ? this.read(of, Math.max(TOTAL, rows.parents[rowNode] as number), columnNode, depth + 1)
        : against === 'row'
          ? this.read(of, rowNode, TOTAL, depth + 1)
          : against === 'column'
            ? this.read(of, TOTAL, columnNode, depth + 1)
            : this.read(of, TOTAL, TOTAL, depth + 1);
    return typeof found.value === 'number' ? found.value : null;
  }

  /** The value of another period at the same place. */
  private before({ of, against }: DerivedMeasure, rowNode: number, columnNode: number): number | null {
    const period = comparedPeriod(this.context.chosen.period, against === 'lastYear' ? 'lastYear' : 'previous');
    const rowPath = this.pathOf('rows', rowNode);
    const columnPath = this.pathOf('columns', columnNode);
    const byPeriod = [...rowPath, ...columnPath].find(({ dimension }) => this.isPeriods(dimension));
    // Where periods stand on an axis, each is compared with its own period before.
    const wanted = byPeriod
      ? comparedPeriod(byPeriod.member.id, against === 'lastYear' ? 'lastYear' : 'previous')
      : undefined;
    const shift = (path: Path) =>
      path.map((step) =>
        step === byPeriod ? { dimension: step.dimension, member: { ...step.member, id: wanted ?? '' } } : step,
      );
    const held =
      byPeriod && wanted !== undefined && this.isShown(byPeriod.dimension, wanted)
        ? this
        : period === undefined
          ? undefined
          : this.other(period);
    if (!held || (byPeriod && wanted === undefined)) return null;
    const found = held.read(of, held.nodeAt('rows', shift(rowPath)), held.nodeAt('columns', shift(columnPath)), 1);
    return typeof found.value === 'number' ? found.value : null;
  }

  /**
   * The grid of all days from where a running number starts to the end of the period at a place, and that place in it,
   * without periods.
   */
  private running(
    { since }: DerivedMeasure,
    rowNode: number,
    columnNode: number,
  ): { readonly held: MeasureGrid; readonly rowNode: number; readonly columnNode: number } {
    const [rowPath, columnPath] = [this.pathOf('rows', rowNode), this.pathOf('columns', columnNode)];
    const periods = [...rowPath, ...columnPath]
      .filter(({ dimension }) => this.isPeriods(dimension))
      .map(({ member }) => member.id);
    // Of a quarter and a month in it the month stands at the place.
    const period = periods.sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1))[0] ?? this.context.chosen.period;
    if (period === undefined) return { held: this, rowNode, columnNode };
    const held = this.held(`${period} since ${since}`, () => {
      const { rows, columns, filters } = this.plan;
      const without = (ids: readonly string[]): readonly string[] => ids.filter((id) => !this.isPeriods(id));
      const plan = {
        rows: without(rows),
        columns: without(columns),
        filters: filters.filter(({ dimension }) => !this.isPeriods(dimension)),
      };
      return [this.context.at(period, runningSince(period, since)), plan];
    });
    const rest = (path: Path): Path => path.filter(({ dimension }) => !this.isPeriods(dimension));
    return { held, rowNode: held.nodeAt('rows', rest(rowPath)), columnNode: held.nodeAt('columns', rest(columnPath)) };
  }

  private isPeriods(dimensionId: string): boolean {
    return this.context.index.dimensions.get(dimensionId)?.period !== undefined;
  }

  private isShown(dimensionId: string, code: string): boolean {
    const dimension = this.context.index.dimensions.get(dimensionId);
    return dimension !== undefined && (this.context.periodsOf(dimension)?.includes(code) ?? true);
  }

  /** The same grid in another period. */
  other(period: string): MeasureGrid {
    return this.held(period, () => [this.context.at(period), this.plan]);
  }

  /** Another grid with the same measures, made when it is first wanted. */
  private held(key: string, make: () => readonly [SplitContext, GridPlan]): MeasureGrid {
    let other = this.others.get(key);
    if (!other) this.others.set(key, (other = new MeasureGrid(this.data, ...make(), this.ids)));
    return other;
  }
}

const endOf = (period: string): string => parsePeriod(period)?.endOn ?? '';
