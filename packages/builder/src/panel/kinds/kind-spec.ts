import type { Bilingual } from '@jiceng/core/text/problem.js';

/** Whence the choices of a property come, where the metaschema does not list them. */
export type ChoiceSource =
  | 'fields'
  | 'ownerFields'
  | 'dateFields'
  | 'rowsFields'
  | 'states'
  | 'bands'
  | 'items'
  | 'steps'
  | 'definitions'
  | 'envelope'
  | 'widgets'
  | 'triggers';

/** One property in the panel; a plain name stands for itself alone. */
export interface PropertySpec {
  readonly key: string;
  readonly widget?: string;
  readonly choices?: ChoiceSource;
  /** Only while this property of the thing has one of these values. */
  readonly when?: { readonly key: string; readonly is: readonly string[] };
  /** Of several selected things each has its own: not shown then. */
  readonly single?: true;
  /** One thing alone has an editor of its own for it, beside the panel: shown only for several. */
  readonly several?: true;
}

export interface GroupSpec {
  readonly title: Bilingual;
  readonly collapsed?: true;
  readonly properties: readonly (string | PropertySpec)[];
}

/** What the panel shows of one kind of thing. */
export interface KindSpec {
  readonly name: Bilingual;
  /** Part of the metaschema, by its name in `$defs`; `definition`: the whole; `field`: JSON Schema of one field. */
  readonly part: string;
  /** Property by which people know the thing. */
  readonly label?: string;
  readonly groups: readonly GroupSpec[];
}

type Properties = GroupSpec['properties'];

/** Of several selected things each has its own. */
export const id: PropertySpec = { key: 'id', single: true };

/** What everybody sets. */
export const basics = (...properties: Properties): GroupSpec => ({
  title: { 'zh-CN': '基本', en: 'Basics' },
  properties,
});

/** What few set. */
export const more = (...properties: Properties): GroupSpec => ({
  title: { 'zh-CN': '更多', en: 'More' },
  collapsed: true,
  properties,
});

/** The id, by which formulas and programs know the thing, and where its rule is written. */
export const names = (...properties: Properties): GroupSpec => ({
  title: { 'zh-CN': '编号与依据', en: 'Id and basis' },
  collapsed: true,
  properties: [id, ...properties],
});
