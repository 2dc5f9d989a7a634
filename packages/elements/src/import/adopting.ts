import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Workbook } from '@jiceng/sheet/book/workbook.js';
import type {
  ColumnChoice,
  ColumnDraft,
  Draft,
  DraftRow,
  SheetChoice,
  SheetDraft,
} from '@jiceng/sheet/draft/result.js';

/**
 * An Excel ledger on its way to a definition: the file, what people decided, and what follows from it. Never changed in
 * place.
 */
export interface Adopting {
  readonly book: Workbook;
  readonly fileName: string;
  /** Name of the sheet that is looked at. */
  readonly sheet: string;
  readonly choices: ReadonlyMap<string, SheetChoice>;
  /** By sheet name; absent where the sheet holds no ledger. */
  readonly drafts: ReadonlyMap<string, SheetDraft>;
  readonly passedOver: Draft['passedOver'];
  /** Whose the rows are, as far as people have said. */
  readonly whose: Whose;
}

/** To which organisations the rows of an adopted ledger go. */
export interface Whose {
  /** Column that names them; `null`: none; absent: it is found. */
  readonly column?: number | null;
  /** Which of several organisations a name means. */
  readonly answers: ReadonlyMap<string, string>;
  /** Organisation of rows that name none. */
  readonly orgId: string;
}

/** Guesses below this ask for a look. */
export const SURE = 0.75;

/** Begins with the sheet that holds the most records. */
export function begin(fileName: string, { book, sheets, passedOver }: Draft, orgId: string): Adopting {
  const largest = [...sheets].sort((a, b) => b.rows.length - a.rows.length)[0];
  const sheet = largest?.sheet ?? book.sheets.find(({ hidden }) => !hidden)?.name ?? book.sheets[0]!.name;
  return {
    book,
    fileName,
    sheet,
    choices: new Map(),
    drafts: new Map(sheets.map((draft) => [draft.sheet, draft])),
    passedOver,
    whose: { answers: new Map(), orgId },
  };
}

/** With the shown sheet drafted anew. */
export function withDraft(adopting: Adopting, { sheets: [draft], passedOver }: Draft): Adopting {
  const { sheet } = adopting;
  const drafts = new Map(adopting.drafts);
  if (draft) drafts.set(sheet, draft);
  else drafts.delete(sheet);
  return {
    ...adopting,
    drafts,
    passedOver: [...adopting.passedOver.filter((one) => one.sheet !== sheet), ...passedOver],
  };
}

/** With another sheet shown; whose its rows are is found anew. */
export function withSheet({ whose: { answers, orgId }, ...adopting }: Adopting, sheet: string): Adopting {
  return { ...adopting, sheet, whose: { answers, orgId } };
}

/** With decisions about the shown sheet laid over those before. */
export function withChoice(adopting: Adopting, change: SheetChoice): Adopting {
  const choices = new Map(adopting.choices);
  choices.set(adopting.sheet, { ...choices.get(adopting.sheet), ...change });
  return { ...adopting, choices };
}

export function withColumn(adopting: Adopting, column: number, change: ColumnChoice): Adopting {
  const columns = new Map(adopting.choices.get(adopting.sheet)?.columns);
  columns.set(column, { ...columns.get(column), ...change });
  return withChoice(adopting, { columns });
}

export function withRow(adopting: Adopting, row: number, isTaken: boolean): Adopting {
  return withChoice(adopting, { rows: new Map(adopting.choices.get(adopting.sheet)?.rows).set(row, isTaken) });
}

/** Moves the headings. What was decided about rows and columns was about other cells. */
export function withHeader(adopting: Adopting, top: number, bottom: number): Adopting {
  return withChoice(adopting, {
    headerRows: [Math.min(top, bottom), Math.max(top, bottom)],
    columns: new Map(),
    rows: new Map(),
  });
}

/** Rows that are complete by the definition; the others are not imported. */
export function completeRows({ rows, incomplete }: SheetDraft): readonly DraftRow[] {
  const not = new Set(incomplete.map(({ row }) => row));
  return rows.filter(({ row }) => !not.has(row));
}

/** How sure the least sure guess about a column is, and the reason to show. */
export function doubtOf({ kind, title, name, formula }: ColumnDraft): {
  readonly confidence: number;
  readonly reason: ColumnDraft['kind']['reason'];
} {
  const guesses = [kind, title, ...(formula ? [formula] : []), ...(name.confidence < 0.5 ? [name] : [])];
  return guesses.reduce((least, one) => (one.confidence < least.confidence ? one : least));
}

/** Rows as records of the draft's definition, for showing them before anything is stored. */
export function previewRecords({ definition }: SheetDraft, rows: readonly DraftRow[], now: string): StoredRecord[] {
  const audit = { createdAt: now, createdBy: '', updatedAt: now, updatedBy: '' };
  return rows.map(({ row, data }) => ({
    id: `row-${row}`,
    definition: { id: definition.id, version: definition.version, hash: '' },
    orgId: '',
    orgPath: '',
    revision: 0,
    links: [],
    facts: [],
    history: [],
    audit,
    data: data as StoredRecord['data'],
  }));
}
