import { isObject, own, type Json } from '../json/json.ts';
import { childPointer, valueAt, withValueAt } from '../json/pointer.ts';
import { isText } from './translated.ts';

/** One text that people read. */
export interface TextPlace {
  /** JSON Pointer in the document. */
  readonly pointer: string;
  readonly text: string;
}

/** Content that only looks like texts: examples, constants, and the translations themselves. */
const DATA: ReadonlySet<string> = new Set(['const', 'enum', 'default', 'examples', 'texts', 'migration']);

/** What has no letters, such as %, is the same in every language. */
const WORDS = /[A-Za-z\u3400-\u9fff]/;

/** Every text of a document that may be translated, in the order of the document. Tolerates any content. */
export function textPlaces(document: Json): readonly TextPlace[] {
  const found: TextPlace[] = [];
  const walk = (value: Json, pointer: string, isMap: boolean): void => {
    if (Array.isArray(value)) value.forEach((item: Json, at) => walk(item, childPointer(pointer, at), false));
    else if (isObject(value)) for (const [key, inner] of Object.entries(value)) { if (isMap || !DATA.has(key)) walk(inner, childPointer(pointer, key), !isMap && (key === 'properties' || key === 'parameters')); }
    else if (typeof value === 'string' && WORDS.test(value) && isText(pointer)) found.push({ pointer, text: value });
  };
  walk(document, '', false);
  return found;
}

/** The texts of `locale` by pointer, as they are written; none where it has none. */
export function translationsOf(document: Json, locale: string): { readonly [pointer: string]: Json } {
  const texts = isObject(document) ? own(document, 'texts') : undefined;
  const found = isObject(texts) ? own(texts, locale) : undefined;
  return isObject(found) ? found : {};
}

/** Translations of texts that are not there (any more). */
export function strayTranslations(document: Json, locale: string): readonly string[] {
  return Object.keys(translationsOf(document, locale)).filter((pointer) => !pointer.startsWith('/') || typeof valueAt(document, pointer) !== 'string');
}

/**
 * The document with every text about twice as long and marked at both ends: what is cut off or runs over shows at once. It has no
 * translations any more; translate first.
 */
export function stretched<T extends object>(document: T): T {
  const { texts: _, ...plain } = document as T & { readonly texts?: unknown };
  return textPlaces(plain as unknown as Json).reduce<Json | undefined>((longer, { pointer, text }) => withValueAt(longer, pointer, `［${text}${/[a-z]/i.test(text) ? ' ' : '，'}${text}］`), plain as unknown as Json) as unknown as T;
}
