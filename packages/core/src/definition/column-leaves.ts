/** A heading over columns, or over further headings. */
interface Heading {
  readonly title: string;
  readonly columns: readonly unknown[];
}

/** A column below its headings. */
export interface ColumnLeaf<C> {
  readonly column: Exclude<C, Heading>;
  /** Headings above it, from the top. */
  readonly groups: readonly string[];
  /** Where it stands. */
  readonly path: (string | number)[];
}

/** The columns of a table whose heads may have several storeys, in their order. `path` leads to the list. */
export function columnLeaves<C>(
  columns: readonly C[],
  path: readonly (string | number)[] = [],
  groups: readonly string[] = [],
): ColumnLeaf<C>[] {
  return columns.flatMap((column, at) => {
    const here = [...path, at];
    return isHeading(column)
      ? columnLeaves(column.columns as readonly C[], [...here, 'columns'], [...groups, column.title])
      : [{ column: column as Exclude<C, Heading>, groups, path: here }];
  });
}

function isHeading(column: unknown): column is Heading {
  return typeof column === 'object' && column !== null && 'columns' in column;
}
