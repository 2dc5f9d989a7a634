import type { Dimension, MemberFilter } from '../../generated/report.ts';
import { divide, multiply, round15 } from '../../number/arithmetic.ts';
import { toNumber, type Num } from '../../number/decimal.ts';
import { toDateText } from '../../time/serial.ts';
import { Axis, TOTAL } from '../cube/axis.ts';
import { Cells, type Placing } from '../cube/cells.ts';
import type { ReportData } from '../data.ts';
import { Count } from '../cube/totals.ts';
import { measure, type Measured } from './measuring.ts';
import { Placer } from '../split/placing.ts';
import { memberOfPath } from '../split/organisations.ts';
import { isShared, sourceOf, type BaseMeasure } from '../document/report-index.ts';
import type { Row } from '../rows/row.ts';
import type { RowTable } from '../rows/table.ts';
import { daysOf, periodMember, type Days } from '../split/periods.ts';
import { knownMembers } from '../split/split.ts';
import type { SplitContext } from '../split/context.ts';

/** Why there is no number. */
export type Missing = 'no-rows' | 'no-denominator' | 'error' | 'not-additive' | 'no-comparison' | 'not-ranked';

/** A number at one place. */
export interface Reading {
  /** `null` where there is none, which is not zero; texts for facts that hold texts, and dates. */
  readonly value: number | string | null;
  readonly num: number | null;
  readonly den: number | null;
  /** Rows behind it. */
  readonly rows: number;
  readonly missing?: Missing;
}

/** How many of those of whom something is expected have reported. */
export interface Coverage {
  readonly reported: number;
  readonly expected: number;
}

/** What stands on the axes of a grid. */
export interface GridPlan {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly filters: readonly MemberFilter[];
  /** Dimension of the rows of which every member that is known stands everywhere, also where no row has it. */
  readonly whole?: string;
}

/** Rows of one table on the grid. Facts have several pieces, since periods and splits of facts are not added. */
interface Piece {
  readonly table: RowTable;
  readonly placing: Placing;
  /** Dimensions of rows and of columns above which nothing is added up. */
  readonly floor?: readonly [rows: number, columns: number];
  cells?: Cells;
}

/** Rows of data sets on two axes, and every measure at every node, inner ones included. */
export class Grid {
  readonly plan: GridPlan;
  readonly context: SplitContext;
  readonly rows = new Axis();
  readonly columns = new Axis();
  readonly placer: Placer;
  private readonly data: ReportData;
  private readonly pieces = new Map<string, Piece[]>();
  private readonly measured = new Map<string, readonly Measured[]>();
  private readonly coverages = new Map<
    string,
    { readonly piece: Piece; readonly reported: Int8Array; counts?: readonly [Count, Count] }
  >();

  constructor(data: ReportData, context: SplitContext, plan: GridPlan, dataIds: readonly string[]) {
    this.data = data;
    this.context = context;
    this.plan = plan;
    this.placer = data.placer(context);
    for (const id of dataIds)
      this.pieces.set(
        id,
        sourceOf(data.index.data.get(id) ?? { id }) === 'facts'
          ? this.factPieces(id)
          : [
              this.piece(
                id,
                data.table(id, context.chosen),
                this.dimensionsOf(plan.rows),
                this.dimensionsOf(plan.columns),
                this.days(),
              ),
            ],
      );
    if (areShared(this.dimensionsOf([...plan.rows, ...plan.filters.map(({ dimension }) => dimension)])))
      for (const id of dataIds) this.addCoverage(id);
    this.addKnown(this.rows, this.dimensionsOf(plan.rows));
    this.addKnown(this.columns, this.dimensionsOf(plan.columns));
  }

  dimensionsOf(ids: readonly string[]): Dimension[] {
    return ids
      .map((id) => this.context.index.dimensions.get(id))
      .filter((dimension): dimension is Dimension => dimension !== undefined);
  }

  /** A measure over rows at a place; -1 stands for a place of which nothing is known. */
  read(base: BaseMeasure, rowNode: number, columnNode: number): Reading {
    const pieces = this.pieces.get(base.data) ?? [];
    let found = this.measured.get(base.id);
    if (!found) {
      const isSingle = 'fact' in base && this.isSingle(base.fact);
      this.measured.set(
        base.id,
        (found = pieces.map((piece) => measure(base, piece.table, this.cellsOf(piece), isSingle))),
      );
    }
    for (let at = 0; at < found.length && rowNode >= 0 && columnNode >= 0; at++) {
      const measured = found[at] as Measured;
      const cell = rowNode * this.columns.size + columnNode;
      if (measured.rows.read(cell) > 0) return this.reading(base, measured, pieces[at] as Piece, cell);
    }
    const isZero =
      ('num' in base && base.empty === 'zero' && !base.den) ||
      ('filing' in base && (base.filing === 'expected' || base.filing === 'reported'));
    return isZero
      ? { value: 0, num: 0, den: null, rows: 0 }
      : { value: null, num: null, den: null, rows: 0, missing: 'no-rows' };
  }

  /**
   * How many have reported of those of whom a data set expects something, below a node of the rows; undefined where it
   * expects nothing.
   */
  coverage(dataId: string, rowNode: number): Coverage | undefined {
    const held = this.coverages.get(dataId);
    if (!held) return undefined;
    const cells = this.cellsOf(held.piece);
    const [expected, reported] = (held.counts ??= [new Count(cells, null), new Count(cells, held.reported)]);
    const cell = rowNode * this.columns.size;
    return { reported: reported.read(cell), expected: expected.read(cell) };
  }

  /** Of whom something is expected below a node of the rows, and who has not reported. */
  unreported(dataId: string, rowNode: number): readonly Row[] {
    const held = this.coverages.get(dataId);
    if (!held) return [];
    return [...this.cellsOf(held.piece).rowsOf(rowNode * this.columns.size)]
      .filter((row) => held.reported[row] !== 1)
      .map((row) => held.piece.table.rows[row] as Row);
  }

  private addCoverage(dataId: string): void {
    const expected = this.data.expected(dataId, this.context.chosen);
    if (!expected) return;
    const piece = this.piece(dataId, expected.table, this.dimensionsOf(this.plan.rows), [], this.days());
    this.coverages.set(dataId, { piece, reported: expected.reported });
  }

  /** The rows behind a measure at a place, in its table. */
  behind(
    base: BaseMeasure,
    rowNode: number,
    columnNode: number,
  ): { readonly table: RowTable; readonly places: readonly number[] } | undefined {
    for (const piece of rowNode < 0 || columnNode < 0 ? [] : (this.pieces.get(base.data) ?? [])) {
      const places = [...this.cellsOf(piece).rowsOf(rowNode * this.columns.size + columnNode)];
      if (places.length > 0) return { table: piece.table, places };
    }
    return undefined;
  }

  private reading(
    base: BaseMeasure,
    { num, den, rows, errors, isDate, isSingle }: Measured,
    piece: Piece,
    cell: number,
  ): Reading {
    const count = rows.read(cell);
    const numerator = plain(num.read(cell));
    const denominator = den ? plain(den.read(cell)) : null;
    const none = (missing: Missing): Reading => ({
      value: null,
      num: numerator,
      den: denominator,
      rows: count,
      missing,
    });
    if (errors && errors.read(cell) > 0) return none('error');
    if ('fact' in base && numerator === null) return this.textReading(piece, cell, base.fact, count) ?? none('no-rows');
    if (isSingle && count > 1) return none('not-additive');
    if (numerator === null) return none('no-rows');
    if (!den)
      return {
        value: isDate ? (toDateText(numerator) ?? numerator) : numerator,
        num: numerator,
        den: null,
        rows: count,
      };
    if (denominator === null || denominator === 0) return none('no-denominator');
    const isPercent = this.typeOf(base) === 'percent';
    return {
      value: round15(divide(isPercent ? multiply(numerator, 100) : numerator, denominator)),
      num: numerator,
      den: denominator,
      rows: count,
    };
  }

  /** The one text that a fact holds; several texts do not combine. */
  private textReading({ table, cells }: Piece, cell: number, factId: string, count: number): Reading | undefined {
    const texts = [...(cells?.rowsOf(cell) ?? [])]
      .map((row) => table.rows[row]?.fact)
      .filter((fact) => fact?.id === factId)
      .map((fact) => fact?.text ?? null);
    if (texts.length === 1 && texts[0] !== null) return { value: String(texts[0]), num: null, den: null, rows: 1 };
    return texts.some((text) => text !== null)
      ? { value: null, num: null, den: null, rows: count, missing: 'not-additive' }
      : undefined;
  }

  typeOf(base: BaseMeasure): string {
    if ('fact' in base)
      return base.part === undefined || base.part === 'value'
        ? (this.data.sources.facts.declaration(base.fact)?.type ?? 'number')
        : 'count';
    if ('filing' in base) return base.filing === 'expected' || base.filing === 'reported' ? 'count' : 'percent';
    return base.type ?? (base.den ? 'percent' : 'number');
  }

  /** Facts whose numbers of several organisations do not add up: different values, percentages without parts. */
  private isSingle(factId: string): boolean {
    const fact = this.data.sources
      .definition(factId.slice(0, factId.indexOf('/')))
      ?.definition.facts?.find(({ id }) => id === factId);
    return (
      fact !== undefined &&
      ((fact.type === 'percent' && !fact.den && !fact.required) ||
        fact.num.distinct !== undefined ||
        fact.den?.distinct !== undefined ||
        fact.type === 'date')
    );
  }

  private cellsOf(piece: Piece): Cells {
    return (piece.cells ??= new Cells(
      piece.floor
        ? {
            ...piece.placing,
            rowStops: nodesAbove(this.rows, piece.floor[0]),
            columnStops: nodesAbove(this.columns, piece.floor[1]),
          }
        : piece.placing,
    ));
  }

  /** Days whose rows count: those of the periods that a dimension shows, or of the chosen one; undefined for all. */
  private days(): readonly Days[] | undefined {
    const { period, since } = this.context.chosen;
    const spans = this.dimensionsOf([...this.plan.rows, ...this.plan.columns]).filter(({ span }) => span !== undefined);
    if (spans.length > 0) return daysOf(spans.flatMap((dimension) => this.context.periodsOf(dimension) ?? []));
    return period === undefined
      ? undefined
      : daysOf([period]).map(({ startOn, endOn }) => ({ startOn: since ?? startOn, endOn }));
  }

  private piece(
    dataId: string,
    table: RowTable,
    rows: readonly Dimension[],
    columns: readonly Dimension[],
    days: readonly Days[] | undefined,
  ): Piece {
    const always = this.context.index.data.get(dataId)?.always === true;
    const kept = this.placer.kept(table, dataId, always ? undefined : days, this.plan.filters);
    const onRows = this.placer.place(this.rows, rows, table, kept);
    const onColumns = this.placer.place(this.columns, columns, table, kept);
    const more = [...new Set([...onRows.more.keys(), ...onColumns.more.keys()])].flatMap((row) => {
      const [rowNodes, columnNodes] = [onRows, onColumns].map(({ codes, nodes, more: others }) => [
        ...((codes[row] as number) < 0 ? [-1] : [nodes[codes[row] as number] as number]),
        ...(others.get(row) ?? []),
      ]) as [number[], number[]];
      return rowNodes.flatMap((rowNode, at) =>
        columnNodes.filter((_, index) => at > 0 || index > 0).map((columnNode) => ({ row, rowNode, columnNode })),
      );
    });
    return {
      table,
      placing: {
        rows: this.rows,
        columns: this.columns,
        length: table.length,
        rowNodes: onRows,
        columnNodes: onColumns,
        kept,
        ...(more.length > 0 ? { more } : {}),
      },
    };
  }

  /**
   * Facts add up periods and splits themselves, so a node above such a dimension is read on its own instead of being
   * added up: for every choice of those dimensions a piece whose rows lie no higher than the last of them.
   */
  private factPieces(dataId: string): Piece[] {
    const axes = [this.dimensionsOf(this.plan.rows), this.dimensionsOf(this.plan.columns)] as const;
    const special = axes.flat().filter((dimension) => dimension.period !== undefined || dimension.name === 'by');
    const { period } = this.context.chosen;
    const pieces: Piece[] = [];
    for (let bits = 0; bits < 1 << special.length; bits++) {
      const taken = new Set(special.filter((_, at) => (bits >> at) & 1));
      const cut = axes.map((dimensions) => {
        const end = dimensions.findIndex((dimension) => special.includes(dimension) && !taken.has(dimension));
        return end < 0 ? dimensions : dimensions.slice(0, end);
      });
      if ([...taken].some((dimension) => !cut.some((dimensions) => dimensions.includes(dimension)))) continue;
      const lowest = cut.map((dimensions) =>
        dimensions.reduce((last, dimension, at) => (taken.has(dimension) ? at : last), -1),
      );
      const byPeriod = [...taken].find((dimension) => dimension.period !== undefined);
      const codes: readonly (string | undefined)[] = byPeriod ? (this.context.periodsOf(byPeriod) ?? []) : [period];
      for (const code of codes) {
        const table = this.data.factTable(
          dataId,
          code,
          [...taken].some(({ name }) => name === 'by'),
          this.context.chosen,
        );
        pieces.push({
          ...this.piece(
            dataId,
            table,
            cut[0] as Dimension[],
            cut[1] as Dimension[],
            code === undefined ? undefined : daysOf([code]),
          ),
          floor: [lowest[0] as number, lowest[1] as number],
        });
      }
    }
    return pieces;
  }

  /**
   * Adds nodes for members that are shown although no row has them: everywhere below what is there, organisations only
   * at the top.
   */
  private addKnown(axis: Axis, dimensions: readonly Dimension[]): void {
    dimensions.forEach((dimension, at) => {
      if (dimension.show === 'present') return;
      const members = this.placer.membersOf(dimension.id);
      const parents =
        at === 0 ? [TOTAL] : axis.dimensions.map((of, node) => (of === at - 1 ? node : -1)).filter((node) => node >= 0);
      if (dimension.levels) {
        if (at === 0 || dimension.id === this.plan.whole) this.addOrganisations(axis, dimensions, at, parents);
        return;
      }
      const known =
        dimension.period === undefined
          ? knownMembers(dimension, members, this.context)
          : (this.context.periodsOf(dimension) ?? []).map((code) => periodMember(code, members, this.context));
      for (const parent of parents) for (const number of known) axis.child(parent, at, number);
    });
  }

  /** Adds the organisations that are known below those nodes to which they belong. */
  private addOrganisations(axis: Axis, dimensions: readonly Dimension[], at: number, parents: readonly number[]): void {
    const numberOf = (of: number, path: readonly string[]): number => {
      const dimension = dimensions[of] as Dimension;
      return memberOfPath(dimension, path, this.placer.membersOf(dimension.id), this.context);
    };
    const outer = dimensions.map((_, of) => of).filter((of) => of < at && dimensions[of]?.levels);
    const { list } = this.placer.membersOf((dimensions[at] as Dimension).id);
    const found = this.listed(dimensions[at] as Dimension)
      .map((path) => ({ member: numberOf(at, path), above: outer.map((of) => numberOf(of, path)) }))
      .filter(({ member }) => member >= 0 && list[member]?.isOwn !== true);
    for (const parent of parents) {
      const held = outer.map((of) => {
        let node = parent;
        while (axis.dimensions[node] !== of) node = axis.parents[node] as number;
        return axis.members[node];
      });
      for (const { member, above } of found)
        if (above.every((number, index) => number === held[index]))
          this.placer
            .membersOf((dimensions[at] as Dimension).id)
            .chain(member)
            .reduce((node, step) => axis.child(node, at, step), parent);
    }
  }

  /**
   * Paths of organisations of a dimension's levels below the chosen one, and of those of which something is expected.
   */
  private listed(dimension: Dimension): readonly (readonly string[])[] {
    const { organisations } = this.context.sources;
    const { organisation: top, filters } = this.context.chosen;
    const filtered = [
      ...this.plan.filters.map((filter) => filter.dimension),
      ...Object.entries(filters ?? {}).flatMap(([id, ids]) => (ids.length > 0 ? [id] : [])),
    ];
    if (this.plan.whole === undefined ? filtered.length > 0 : this.dimensionsOf(filtered).some(isShared)) return [];
    const paths: string[] = [];
    for (const { orgId, orgLevel, isActive } of organisations.organisations())
      if (isActive && (dimension.levels as readonly string[]).includes(orgLevel)) paths.push(organisations.path(orgId));
    if (dimension.levels?.includes('own'))
      for (const id of this.pieces.keys())
        for (const row of this.data.expected(id, this.context.chosen)?.table.rows ?? [])
          if (row) paths.push(row.pathNow);
    return paths.map((path) => path.split('/')).filter((path) => top === undefined || path.includes(top));
  }
}

function nodesAbove(axis: Axis, dimension: number): ReadonlySet<number> {
  const found = new Set<number>();
  axis.dimensions.forEach((of, node) => {
    if (of < dimension) found.add(node);
  });
  return found;
}

function plain(value: Num | null): number | null {
  return value === null ? null : round15(toNumber(value));
}

/** Whether all dimensions are ones that every data set has. */
export function areShared(dimensions: readonly Dimension[]): boolean {
  return dimensions.every(isShared);
}
