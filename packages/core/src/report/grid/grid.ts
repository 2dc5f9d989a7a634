import type { Dimension } from '../../generated/report.ts';
import { Axis } from '../cube/axis.ts';
import { Cells, type Placing } from '../cube/cells.ts';
import { Count } from '../cube/totals.ts';
import type { ReportData } from '../data.ts';
import { isShared, sourceOf, type BaseMeasure } from '../document/report-index.ts';
import type { Row } from '../rows/row.ts';
import type { RowTable } from '../rows/table.ts';
import type { SplitContext } from '../split/context.ts';
import { daysOf, type Days } from '../split/periods.ts';
import { Placer } from '../split/placing.ts';
import type { GridPlan } from './grid-plan.ts';
import { KnownNodes } from './known-nodes.ts';
import { measure, type Measured } from './measuring.ts';
import { isSingle, readingOf, readingOfNone, type Reading } from './reading.ts';

/** How many of those of whom something is expected have reported. */
export interface Coverage {
  readonly reported: number;
  readonly expected: number;
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
    const known = new KnownNodes(context, this.placer, plan, () => this.expectedPaths());
    known.addTo(this.rows, this.dimensionsOf(plan.rows));
    known.addTo(this.columns, this.dimensionsOf(plan.columns));
  }

  private dimensionsOf(ids: readonly string[]): Dimension[] {
    return ids
      .map((id) => this.context.index.dimensions.get(id))
      .filter((dimension): dimension is Dimension => dimension !== undefined);
  }

  /** A measure over rows at a place; -1 stands for a place of which nothing is known. */
  read(base: BaseMeasure, rowNode: number, columnNode: number): Reading {
    let found = this.measured.get(base.id);
    if (!found) {
      const single = isSingle(base, this.data.sources);
      this.measured.set(
        base.id,
        (found = (this.pieces.get(base.data) ?? []).map((piece) =>
          measure(base, piece.table, this.cellsOf(piece), single),
        )),
      );
    }
    const cell = rowNode * this.columns.size + columnNode;
    for (let at = 0; at < found.length && rowNode >= 0 && columnNode >= 0; at++) {
      const measured = found[at] as Measured;
      if (measured.rows.read(cell) > 0) return readingOf(base, measured, cell, this.data.sources);
    }
    return readingOfNone(base);
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

  private expectedPaths(): readonly string[] {
    return [...this.pieces.keys()].flatMap((id) =>
      (this.data.expected(id, this.context.chosen)?.table.rows ?? []).flatMap((row) => row?.pathNow ?? []),
    );
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
}

function nodesAbove(axis: Axis, dimension: number): ReadonlySet<number> {
  const found = new Set<number>();
  axis.dimensions.forEach((of, node) => {
    if (of < dimension) found.add(node);
  });
  return found;
}

/** Whether all dimensions are ones that every data set has. */
function areShared(dimensions: readonly Dimension[]): boolean {
  return dimensions.every(isShared);
}
