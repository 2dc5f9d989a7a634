import type { Compiled } from '@jiceng/core/definition/compiled.js';
import type { IdsByName } from '@jiceng/core/org/ids-by-name.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import { cellName } from '../book/address.ts';
import { termOf } from '../draft/names.ts';
import type { SheetView } from '../draft/view.ts';
import type { Match } from './match-columns.ts';
import { severalReason, type SeveralNamed } from './read-cell.ts';
import { isWho } from './template.ts';

/** The person that a row of a sheet is about. */
export interface RowPerson {
  /** `B5`. */
  readonly place: string;
  /** The name as it stands in the sheet. */
  readonly text: string;
  /** `undefined`: the name means nobody, or several. */
  readonly subject?: { readonly id: string; readonly title: string };
  readonly problem?: Bilingual;
  readonly several?: SeveralNamed;
}

/** Whom the rows of a sheet are about, where records are about people and there is a directory of them. */
export class RowPeople {
  /** Heading of the column that names them. */
  readonly title: string | undefined;
  private readonly column: number | undefined;
  private readonly view: SheetView;
  private readonly ids: IdsByName;
  private readonly nameOf: (id: string) => string | undefined;

  /** `nameOf`: the directory; absent where there is none. */
  constructor(
    view: SheetView,
    { headings, columns }: Match,
    { definition }: Compiled,
    ids: IdsByName,
    nameOf: ((id: string) => string | undefined) | undefined,
  ) {
    const naming = headings.find(({ column, title }) => {
      const field = columns.get(column);
      return field ? isWho(field) : termOf(title)?.name === 'personName';
    });
    const isAsked = definition.subject === 'person' && nameOf !== undefined;
    this.column = isAsked ? naming?.column : undefined;
    this.title = isAsked ? naming?.title : undefined;
    this.view = view;
    this.ids = ids;
    this.nameOf = nameOf ?? (() => undefined);
  }

  /** `orgId`: whose people come before namesakes elsewhere. `undefined`: the sheet says of nobody whom it is about. */
  of(row: number, orgId: string | undefined): RowPerson | undefined {
    const { column } = this;
    if (column === undefined) return undefined;
    const text = this.view.text(row, column);
    const about = { place: cellName(row, column), text };
    if (text === '') return { ...about, problem: { 'zh-CN': '没有写明是谁', en: 'it does not say whom it is about' } };
    const ids = this.ids.person(text, orgId);
    const [id, second] = ids;
    if (id === undefined)
      return {
        ...about,
        problem: { 'zh-CN': `人员名册里没有“${text}”`, en: `nobody in the directory is called “${text}”` },
      };
    return second === undefined
      ? { ...about, subject: { id, title: this.nameOf(id) ?? text } }
      : {
          ...about,
          problem: severalReason(text, ids.length),
          several: { what: 'person', name: text, ids },
        };
  }
}
