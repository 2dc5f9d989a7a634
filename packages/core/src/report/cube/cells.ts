import type { Axis } from './axis.ts';

/** The node of each row on one axis: `nodes[codes[row]]`; a code below 0 leaves the row out. */
export interface Nodes {
  readonly codes: Int32Array;
  readonly nodes: Int32Array;
}

/** Where the rows of one table lie on two axes. */
export interface Placing {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly length: number;
  readonly rowNodes: Nodes;
  readonly columnNodes: Nodes;
  /** 0 for rows that are left out; absent: none is. */
  readonly kept?: Uint8Array;
  /** Further places of rows that stand under several members. */
  readonly more?: readonly { readonly row: number; readonly rowNode: number; readonly columnNode: number }[];
  /** Nodes of the rows' axis, and of the columns', that nothing is added into: what is below is no part of it. */
  readonly rowStops?: ReadonlySet<number>;
  readonly columnStops?: ReadonlySet<number>;
}

/** Rows of every cell, inner ones included. `rows[start[cell] … start[cell + 1]]` are those of a cell. */
export interface RowLists {
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/** The cells of a placing: row node × number of column nodes + column node. */
export class Cells {
  readonly placing: Placing;
  readonly width: number;
  readonly count: number;
  /** Cell of each row at the lowest nodes, or -1. */
  readonly lowest: Int32Array;
  private lists: RowLists | undefined;

  constructor(placing: Placing) {
    this.placing = placing;
    this.width = placing.columns.size;
    this.count = placing.rows.size * this.width;
    this.lowest = lowestOf(placing, this.width);
  }

  /** Whether the lowest cells divide the rows, so that what adds up may be added up from them. */
  get isDivision(): boolean {
    return !this.placing.more;
  }

  /**
   * Adds the values of each cell into the cells above it, rows first: `values` of the lowest cells become values of
   * all.
   */
  rollUp(values: Float64Array): void {
    const { rows, columns, rowStops, columnStops } = this.placing;
    const { width } = this;
    for (let node = rows.size - 1; node > 0; node--) {
      const parent = rows.parents[node] as number;
      if (rowStops?.has(parent)) continue;
      const from = node * width;
      const to = parent * width;
      for (let column = 0; column < width; column++)
        values[to + column] = (values[to + column] as number) + (values[from + column] as number);
    }
    for (let column = width - 1; column > 0; column--) {
      const parent = columns.parents[column] as number;
      if (columnStops?.has(parent)) continue;
      for (let at = 0; at < this.count; at += width)
        values[at + parent] = (values[at + parent] as number) + (values[at + column] as number);
    }
  }

  /** The same, keeping the smaller (`way` -1) or larger (1) value; NaN is none. */
  rollUpExtremes(values: Float64Array, way: -1 | 1): void {
    const { rows, columns, rowStops, columnStops } = this.placing;
    const { width } = this;
    const take = (to: number, from: number) => {
      const value = values[from] as number;
      const held = values[to] as number;
      if (value === value && !(held === held && (way < 0 ? held <= value : held >= value))) values[to] = value;
    };
    for (let node = rows.size - 1; node > 0; node--) {
      const parent = rows.parents[node] as number;
      if (!rowStops?.has(parent))
        for (let column = 0; column < width; column++) take(parent * width + column, node * width + column);
    }
    for (let column = width - 1; column > 0; column--) {
      const parent = columns.parents[column] as number;
      if (!columnStops?.has(parent)) for (let at = 0; at < this.count; at += width) take(at + parent, at + column);
    }
  }

  /**
   * Calls `visit` with each cell that a row belongs to, from the lowest up; each once for a row that stands in one
   * place.
   */
  above(rowNode: number, columnNode: number, visit: (cell: number) => void): void {
    const { rows, columns, rowStops, columnStops } = this.placing;
    for (
      let node = rowNode;
      node >= 0 && (node === rowNode || !rowStops?.has(node));
      node = rows.parents[node] as number
    ) {
      for (
        let column = columnNode;
        column >= 0 && (column === columnNode || !columnStops?.has(column));
        column = columns.parents[column] as number
      )
        visit(node * this.width + column);
    }
  }

  /** The rows of every cell; made when first asked for. */
  rowLists(): RowLists {
    if (this.lists) return this.lists;
    const start = new Int32Array(this.count + 1);
    const seen = new Map<number, Set<number>>();
    this.eachPlace(seen, (cell) => {
      start[cell + 1] = (start[cell + 1] as number) + 1;
    });
    for (let cell = 0; cell < this.count; cell++)
      start[cell + 1] = (start[cell + 1] as number) + (start[cell] as number);
    const next = start.slice();
    const rows = new Int32Array(start[this.count] as number);
    this.eachPlace(new Map(), (cell, row) => {
      const at = next[cell] as number;
      rows[at] = row;
      next[cell] = at + 1;
    });
    this.lists = { start, rows };
    return this.lists;
  }

  /** The rows of one cell. */
  rowsOf(cell: number): Int32Array {
    const { start, rows } = this.rowLists();
    return rows.subarray(start[cell] as number, start[cell + 1] as number);
  }

  /** Every row with every cell it belongs to, each pair once, in the order of rows. */
  private eachPlace(seen: Map<number, Set<number>>, visit: (cell: number, row: number) => void): void {
    const { length, more = [] } = this.placing;
    const { lowest, width } = this;
    for (const { row } of more) if (!seen.has(row)) seen.set(row, new Set());
    const put = (row: number, node: number, column: number) => {
      if (node < 0 || column < 0) return;
      const cells = seen.get(row);
      this.above(node, column, (cell) => {
        if (cells?.has(cell)) return;
        cells?.add(cell);
        visit(cell, row);
      });
    };
    const others = new Map<number, { rowNode: number; columnNode: number }[]>();
    for (const { row, rowNode: node, columnNode: column } of more) {
      const list = others.get(row);
      if (list) list.push({ rowNode: node, columnNode: column });
      else others.set(row, [{ rowNode: node, columnNode: column }]);
    }
    for (let row = 0; row < length; row++) {
      const cell = lowest[row] as number;
      if (cell >= 0) put(row, Math.floor(cell / width), cell % width);
      for (const place of others.get(row) ?? []) put(row, place.rowNode, place.columnNode);
    }
  }
}

/** The cell of each row at the lowest nodes, or -1. */
function lowestOf({ length, rowNodes, columnNodes, kept }: Placing, width: number): Int32Array {
  const lowest = new Int32Array(length);
  const { codes: rowCodes, nodes: rows } = rowNodes;
  const { codes: columnCodes, nodes: columns } = columnNodes;
  for (let row = 0; row < length; row++) {
    const rowCode = rowCodes[row] as number;
    const columnCode = columnCodes[row] as number;
    lowest[row] =
      rowCode < 0 || columnCode < 0 || (kept !== undefined && kept[row] === 0)
        ? -1
        : (rows[rowCode] as number) * width + (columns[columnCode] as number);
  }
  return lowest;
}
