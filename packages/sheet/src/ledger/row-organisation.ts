import type { IdsByName } from '@jiceng/core/org/ids-by-name.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import { cellName } from '../book/address.ts';
import type { SheetView } from '../draft/view.ts';
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

/** To which organisation the rows of a sheet belong: one of its columns says so by name, short name or code. */
export class RowOrganisations {
  readonly columns: readonly { readonly at: number; readonly title: string }[];
  readonly column: number | undefined;
  private readonly view: SheetView;
  private readonly ids: IdsByName;

  /** `wanted`: a place in the sheet, or `null` for none; otherwise the first column that names organisations and is no field. */
  constructor(view: SheetView, { headings, columns }: Match, data: readonly number[], ids: IdsByName, wanted: number | null | undefined) {
    this.view = view;
    this.ids = ids;
    this.columns = headings.filter(({ column, title }) => title !== '' && columns.get(column)?.source !== 'number').map(({ column, title }) => ({ at: column, title }));
    const mayName = this.columns.filter(({ at }) => { const found = columns.get(at); return found === undefined || (found.source === 'envelope' && ORGANISATION.test(found.name ?? '')); });
    this.column = wanted === null ? undefined : wanted ?? mayName.find(({ at }) => this.share(at, data) >= ENOUGH)?.at;
  }

  get title(): string | undefined { return this.columns.find(({ at }) => at === this.column)?.title; }

  /** `undefined`: the row names none. */
  of(row: number): RowOrganisation | undefined {
    const { column } = this;
    const text = column === undefined ? '' : this.view.text(row, column);
    if (column === undefined || text === '') return undefined;
    const about = { place: cellName(row, column), text };
    const ids = this.ids.organisation(text);
    const [orgId, second] = ids;
    if (orgId === undefined) return { ...about, problem: { 'zh-CN': `没有名为“${text}”的组织`, en: `no organisation is called “${text}”` } };
    return second === undefined ? { ...about, orgId } : { ...about, problem: severalReason(text, ids.length), several: { what: 'organisation', name: text, ids } };
  }

  private share(column: number, data: readonly number[]): number {
    const names = data.slice(0, SAMPLE).map((row) => this.view.text(row, column)).filter((text) => text !== '');
    return names.length === 0 ? 0 : names.filter((name) => this.ids.organisation(name).length > 0).length / names.length;
  }
}
