import type { IdsByName } from '@jiceng/core/org/ids-by-name.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import { cellName } from '../book/address.ts';
import type { SheetDraft } from '../draft/result.ts';
import { SheetView } from '../draft/view.ts';
import type { Workbook } from '../book/workbook.ts';
import type { Match } from './match-columns.ts';
import { severalReason, type SeveralNamed } from './read-cell.ts';

/** The organisation that a row of a sheet names. */
export interface RowOrganisation {
  /** `B5`. */
  readonly place: string;
  readonly text: string;
  /** `undefined`: the name means none, or several. */
  readonly orgId?: string;
  readonly problem?: Bilingual;
  readonly several?: SeveralNamed;
}

/** Share of a column's names that must mean organisations before the column is taken by itself. */
const ENOUGH = 0.6;
/** Rows that are looked at for that. */
const SAMPLE = 200;
/** Names of the envelope that say which organisation a record is of. */
const ORGANISATION = /^org(Name|ShortName|Code)$/;

/** A column that people may choose; `mayName`: it is looked at when nobody chose one. */
interface NamingColumn {
  readonly at: number;
  readonly title: string;
  readonly mayName: boolean;
}

/** Columns of a filled-in sheet: those that are no field, or the organisation itself, may say whose a row is. */
export function namingColumns({ headings, columns }: Match): readonly NamingColumn[] {
  return headings
    .filter(({ column, title }) => title !== '' && columns.get(column)?.source !== 'number')
    .map(({ column, title }) => {
      const field = columns.get(column);
      return {
        at: column,
        title,
        mayName: field === undefined || (field.source === 'envelope' && ORGANISATION.test(field.name ?? '')),
      };
    });
}

/** Whose the rows of a draft are, by the row's number, where a column of its sheet says so. */
export interface DraftOrganisations extends Pick<RowOrganisations, 'columns' | 'column'> {
  readonly rows: ReadonlyMap<number, RowOrganisation>;
}

/** `wanted`: a place in the sheet, or `null` for none; otherwise the first column of words that names organisations. */
export function draftOrganisations(
  book: Workbook,
  draft: SheetDraft,
  ids: IdsByName,
  wanted?: number | null,
): DraftOrganisations {
  const columns = draft.columns
    .filter(({ kind }) => kind.value === 'text' || kind.value === 'choice')
    .map(({ column, title }): NamingColumn => ({ at: column, title: title.value, mayName: true }));
  const view = new SheetView(
    book,
    book.sheets.find(({ name }) => name === draft.sheet)!,
  );
  const organisations = new RowOrganisations(
    view,
    columns,
    draft.rows.map(({ row }) => row - 1),
    ids,
    wanted,
  );
  const rows = new Map<number, RowOrganisation>();
  for (const { row } of draft.rows) {
    const found = organisations.of(row - 1);
    if (found) rows.set(row, found);
  }
  return { columns: organisations.columns, column: organisations.column, rows };
}

/** To which organisation the rows of a sheet belong: one of its columns says so by name, short name or code. */
export class RowOrganisations {
  readonly columns: readonly NamingColumn[];
  readonly column: number | undefined;
  private readonly view: SheetView;
  private readonly ids: IdsByName;

  /**
   * `wanted`: a place in the sheet, or `null` for none; otherwise the first column that may name organisations and
   * does.
   */
  constructor(
    view: SheetView,
    columns: readonly NamingColumn[],
    data: readonly number[],
    ids: IdsByName,
    wanted: number | null | undefined,
  ) {
    this.view = view;
    this.ids = ids;
    this.columns = columns;
    this.column =
      wanted === null
        ? undefined
        : (wanted ?? columns.find(({ at, mayName }) => mayName && this.share(at, data) >= ENOUGH)?.at);
  }

  get title(): string | undefined {
    return this.columns.find(({ at }) => at === this.column)?.title;
  }

  /** `undefined`: the row names none. */
  of(row: number): RowOrganisation | undefined {
    const { column } = this;
    const text = column === undefined ? '' : this.view.text(row, column);
    if (column === undefined || text === '') return undefined;
    const about = { place: cellName(row, column), text };
    const ids = this.ids.organisation(text);
    const [orgId, second] = ids;
    if (orgId === undefined)
      return { ...about, problem: { 'zh-CN': `没有名为“${text}”的组织`, en: `no organisation is called “${text}”` } };
    return second === undefined
      ? { ...about, orgId }
      : { ...about, problem: severalReason(text, ids.length), several: { what: 'organisation', name: text, ids } };
  }

  private share(column: number, data: readonly number[]): number {
    const names = data
      .slice(0, SAMPLE)
      .map((row) => this.view.text(row, column))
      .filter((text) => text !== '');
    return names.length === 0
      ? 0
      : names.filter((name) => this.ids.organisation(name).length > 0).length / names.length;
  }
}
