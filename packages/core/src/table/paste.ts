/** One of the things that a name may mean. */
export interface Meaning {
  readonly id: string;
  readonly title: string;
}

/** What a text would become in a cell. */
export type Reading = (
  | { readonly kind: 'value'; /** As it will stand in the cell. */ readonly shown: string }
  | { readonly kind: 'same' }
  | { readonly kind: 'wrong'; readonly reason: string }
  | { readonly kind: 'fixed'; readonly reason: string }
) & { /** The text is the name of several; one is chosen by a person. */ readonly meanings?: readonly Meaning[] };

/** One pasted cell. */
export interface PastedCell {
  readonly row: number;
  readonly text: string;
  readonly before: string;
  readonly reading: Reading;
}

/** One pasted column: what will change in it, and what cannot. */
export interface PastedColumn<C> {
  readonly column: C;
  readonly cells: readonly PastedCell[];
  readonly changes: number;
  readonly wrong: number;
  readonly fixed: number;
  /** Whether anything in it can be taken. */
  readonly usable: boolean;
}

/** What a pasted block means, before anything is written. */
export interface PastePlan<C> {
  readonly columns: readonly PastedColumn<C>[];
  /** Lines and columns of the block for which the table has no place. */
  readonly rowsBeyond: number;
  readonly columnsBeyond: number;
}

/**
 * Reads a block into the cells from the first of `rows` and `columns` on. A block whose lines differ in length is
 * filled up with nothing.
 */
export function planPaste<C>(
  block: readonly (readonly string[])[],
  rows: readonly number[],
  columns: readonly C[],
  before: (column: C, row: number) => string,
  read: (column: C, row: number, text: string) => Reading,
): PastePlan<C> {
  const width = block.reduce((most, line) => Math.max(most, line.length), 0);
  const planned = columns.slice(0, width).map((column, at): PastedColumn<C> => {
    const cells = rows.slice(0, block.length).flatMap((row, line): PastedCell[] => {
      const text = block[line]![at];
      return text === undefined ? [] : [{ row, text, before: before(column, row), reading: read(column, row, text) }];
    });
    const count = (kind: Reading['kind']) => cells.filter(({ reading }) => reading.kind === kind).length;
    const changes = count('value');
    return { column, cells, changes, wrong: count('wrong'), fixed: count('fixed'), usable: changes > 0 };
  });
  return {
    columns: planned,
    rowsBeyond: Math.max(0, block.length - rows.length),
    columnsBeyond: Math.max(0, width - columns.length),
  };
}

/** A name in a column of the block that may mean several things. */
export interface PasteQuestion<C> {
  readonly column: C;
  readonly text: string;
  readonly meanings: readonly Meaning[];
}

/** What has to be asked about a block, once for each name in a column; also where it was answered. */
export function questionsOf<C>({ columns }: PastePlan<C>): PasteQuestion<C>[] {
  return columns.flatMap(({ column, cells }) => {
    const asked = new Map<string, PasteQuestion<C>>();
    for (const {
      text,
      reading: { meanings },
    } of cells)
      if (meanings) asked.set(text.trim(), { column, text: text.trim(), meanings });
    return [...asked.values()];
  });
}

/** The block for an area of several cells into which one cell is pasted: the cell everywhere. */
export function filledBlock(
  block: readonly (readonly string[])[],
  rows: number,
  columns: number,
): readonly (readonly string[])[] {
  const [[only, second] = [], next] = block;
  if (next !== undefined || second !== undefined || only === undefined || rows * columns < 2) return block;
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => only));
}
