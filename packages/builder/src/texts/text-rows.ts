import { textPlaces } from '@jiceng/core/definition/text-places.js';
import { strayTranslations, translationsOf } from '@jiceng/core/definition/translations.js';
import { namesInText } from '@jiceng/core/definition/with-numbers.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { childPointer, pointerParts } from '@jiceng/core/json/pointer.js';
import { propertyName } from '@jiceng/core/version/property-names.js';
import type { Edit } from '../document/edit.ts';

/** One text with its translation. */
export interface TextRow {
  readonly pointer: string;
  readonly text: string;
  /** `''` where it is missing. */
  readonly translation: string;
}

/** The texts of a definition with those of one language beside them. */
export function textRows(document: Json, locale: string): readonly TextRow[] {
  const known = translationsOf(document, locale);
  return textPlaces(document).map(({ pointer, text }) => {
    const translation = own(known, pointer);
    return { pointer, text, translation: typeof translation === 'string' ? translation : '' };
  });
}

/** Rows that hold all words of a search, in either language; only those without a translation where that is wanted. */
export function narrowed(rows: readonly TextRow[], search: string, isMissingOnly: boolean): readonly TextRow[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(
    ({ text, translation }) =>
      (!isMissingOnly || translation === '') &&
      words.every((word) => `${text} ${translation}`.toLowerCase().includes(word)),
  );
}

/** Languages that the definition speaks besides Chinese, English always among them. */
export function languagesOf(document: Json): readonly string[] {
  const texts = isObject(document) ? own(document, 'texts') : undefined;
  return [...new Set(['en', ...Object.keys(isObject(texts) ? texts : {})])];
}

/** What the text is: 名称, 说明, 提示 …, in both languages. */
export function kindOfText(pointer: string): { readonly zh: string; readonly en: string } {
  const parts = pointerParts(pointer);
  const last = parts[parts.length - 1] ?? '';
  return propertyName(/^\d+$/.test(last) ? (parts[parts.length - 2] ?? '') : last);
}

/** Parameters that a text names and its translation does not: the number would not follow there. */
export function namesLost({ text, translation }: TextRow): readonly string[] {
  const kept = namesInText(translation);
  return translation === '' ? [] : namesInText(text).filter((name) => !kept.includes(name));
}

/** Another text in place of one. */
export const setText = (pointer: string, text: string): Edit[] => [{ set: pointer, value: text }];

/** Another translation; an empty one is taken out. */
export function setTranslation(document: Json, locale: string, pointer: string, translation: string): Edit[] {
  const place = childPointer(`/texts/${locale}`, pointer);
  if (translation.trim() !== '') return [{ set: place, value: translation }];
  return own(translationsOf(document, locale), pointer) === undefined ? [] : [{ remove: place }];
}

/** Takes the translations out that have no text. */
export const removeStray = (document: Json, locale: string): Edit[] =>
  strayTranslations(document, locale).map((pointer) => ({ remove: childPointer(`/texts/${locale}`, pointer) }));
