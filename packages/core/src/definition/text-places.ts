import { isObject, type Json } from '../json/json.ts';
import { childPointer, UNSAFE_KEYS } from '../json/pointer.ts';
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

/**
 * Every text of a document that may be translated, in the order of the document. Tolerates any content; what stands at
 * keys that reach a prototype is none.
 */
export function textPlaces(document: Json): readonly TextPlace[] {
  const found: TextPlace[] = [];
  const walk = (value: Json, pointer: string, isMap: boolean): void => {
    if (Array.isArray(value)) value.forEach((item: Json, at) => walk(item, childPointer(pointer, at), false));
    else if (isObject(value))
      for (const [key, inner] of Object.entries(value)) {
        if ((isMap || !DATA.has(key)) && !UNSAFE_KEYS.has(key))
          walk(inner, childPointer(pointer, key), !isMap && (key === 'properties' || key === 'parameters'));
      }
    else if (typeof value === 'string' && WORDS.test(value) && isText(pointer)) found.push({ pointer, text: value });
  };
  walk(document, '', false);
  return found;
}
