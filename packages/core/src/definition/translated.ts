import { isObject, own, type Json } from '../json/json.ts';
import { valueAt, withValueAt } from '../json/pointer.ts';
import { readingIfHere } from './formula-part.ts';

/**
 * Any document whose texts are in Chinese, with translations by language and JSON Pointer, and numbers that texts name.
 */
interface Speaking {
  readonly texts?: unknown;
  readonly parameters?: unknown;
}

/** What a translation was made from, and its language. */
const origins = new WeakMap<object, { readonly original: object; readonly locale: string }>();
const made = new WeakMap<object, Map<string, object>>();

/** Pointers of what may be translated. Everything else means something to programs: ids, formulas, codes. */
const TEXT =
  /^\/(?:[^]*\/)?(?:title|description|section|help|message|rule|does|decision|actorTitle|unit|x-unit|numTitle|denTitle|documents\/[^/]*)$/;

/**
 * The document with its texts in the language of `locale` (a BCP 47 tag); English stands in for languages that it does
 * not speak, and what has no translation stays as it is. Parameters that texts name stand there with their values
 * (with-numbers.ts). Everything else is shared with the document, and the same document and locale give the same object
 * again. Its meaning, its ids and its content hash are those of the original.
 */
export function translated<T extends object>(document: T & Speaking, locale: string): T {
  const original = originalOf(document) as T & Speaking;
  // Parameters need the formulas: a page that has none yet asks again when they have come.
  const fill = original.parameters ? readingIfHere()?.withNumbers : undefined;
  if (!fill && isChinese(locale)) return original;
  let known = made.get(original);
  if (!known) made.set(original, (known = new Map()));
  const key = locale + !fill;
  let translation = known.get(key);
  if (!translation) {
    const spoken = isChinese(locale) ? original : translate(original, locale);
    known.set(key, (translation = fill ? fill(spoken) : spoken));
    origins.set(translation, { original, locale });
  }
  return translation as T;
}

/** The document that a translation was made from; any other document is its own. */
export function originalOf<T extends object>(document: T): T {
  return (origins.get(document)?.original ?? document) as T;
}

/** The locale that a document was translated to; zh-CN for one that was not. */
export function localeOf(document: object): string {
  return origins.get(document)?.locale ?? 'zh-CN';
}

const isChinese = (locale: string): boolean => /^zh\b/i.test(locale);

function translate(original: Speaking, locale: string): object {
  const { texts } = original;
  const found = isObject(texts)
    ? (own(texts, locale) ?? own(texts, locale.split('-')[0] as string) ?? own(texts, 'en'))
    : undefined;
  let document: Json | undefined = { ...original } as Json;
  for (const [pointer, text] of Object.entries(isObject(found) ? found : {})) {
    if (isText(pointer) && typeof text === 'string' && typeof valueAt(document, pointer) === 'string')
      document = withValueAt(document, pointer, text);
  }
  return document as object;
}

/** Whether what stands at a pointer is read by people and may be translated. */
export const isText = (pointer: string): boolean => TEXT.test(pointer);
