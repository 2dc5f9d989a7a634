import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { NewField, NewSection } from './insert.ts';

/** Says that a text on the clipboard is a copy of fields and sections. */
const MARK = 'jiceng/fields@1';
const MOST = 500;

/** What was copied, as text for the clipboard. */
export function writeClip(copied: {
  readonly fields: readonly NewField[];
  readonly sections: readonly NewSection[];
}): string {
  return JSON.stringify({ $schema: MARK, ...copied }, undefined, 2);
}

/**
 * The fields and sections in a text from the clipboard; `undefined` where it is something else. Clipboards are
 * strangers' documents.
 */
export function readClip(text: string): { readonly fields: NewField[]; readonly sections: NewSection[] } | undefined {
  if (!text.includes(MARK)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || own(value, '$schema') !== MARK) return undefined;
  const sections = list(own(value, 'sections')).flatMap((one): NewSection[] => {
    const section = isObject(one) ? own(one, 'section') : undefined;
    return isObject(one) && isObject(section) ? [{ section, fields: fieldsIn(own(one, 'fields')) }] : [];
  });
  return { fields: fieldsIn(own(value, 'fields')), sections };
}

function fieldsIn(value: Json | undefined): NewField[] {
  return list(value).flatMap((one) => {
    if (!isObject(one)) return [];
    const { key, schema, shown, defs } = one as { key?: Json; schema?: Json; shown?: Json; defs?: Json };
    if (
      typeof key !== 'string' ||
      !/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(key) ||
      key === '__proto__' ||
      !isObject(schema)
    )
      return [];
    return [
      {
        key,
        schema,
        ...(isObject(shown) ? { shown: shown as JsonObject } : {}),
        ...(isObject(defs) ? { defs: defs as JsonObject } : {}),
      },
    ];
  });
}

const list = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]).slice(0, MOST) : [];
