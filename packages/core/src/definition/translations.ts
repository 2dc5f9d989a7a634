import { isObject, own, type Json } from '../json/json.ts';
import { valueAt, withValueAt } from '../json/pointer.ts';
import { textPlaces } from './text-places.ts';

/** The texts of `locale` by pointer, as they are written; none where it has none. */
export function translationsOf(document: Json, locale: string): { readonly [pointer: string]: Json } {
  const texts = isObject(document) ? own(document, 'texts') : undefined;
  const found = isObject(texts) ? own(texts, locale) : undefined;
  return isObject(found) ? found : {};
}

/** Translations of texts that are not there (any more). */
export function strayTranslations(document: Json, locale: string): readonly string[] {
  return Object.keys(translationsOf(document, locale)).filter(
    (pointer) => !pointer.startsWith('/') || typeof valueAt(document, pointer) !== 'string',
  );
}

/**
 * The document with every text about twice as long and marked at both ends: what is cut off or runs over shows at once.
 * It has no translations any more; translate first.
 */
export function stretched<T extends object>(document: T): T {
  const { texts: _, ...plain } = document as T & { readonly texts?: unknown };
  return textPlaces(plain as unknown as Json).reduce<Json | undefined>(
    (longer, { pointer, text }) =>
      withValueAt(longer, pointer, `［${text}${/[a-z]/i.test(text) ? ' ' : '，'}${text}］`),
    plain as unknown as Json,
  ) as unknown as T;
}
