import { ENVELOPE_NAMES } from '@jiceng/core/definition/names.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { JsonDocument } from '../document/json-document.ts';
import { cannotRename, renameEdits } from '../structure/rename.ts';

const ENVELOPE: ReadonlySet<string> = new Set(ENVELOPE_NAMES);

/**
 * The text with names of its own: an Excel ledger's fields that nobody agreed on are marked with `x_` like a part that
 * a township adds, but here they are the form itself. A name that is taken, or the envelope's, keeps its mark.
 */
export function withOwnNames(text: string): string {
  const document = new JsonDocument(text);
  const record = isObject(document.value.peek())
    ? own(document.value.peek() as { readonly [key: string]: Json }, 'record')
    : undefined;
  const properties = isObject(record) ? own(record, 'properties') : undefined;
  for (const key of isObject(properties) ? Object.keys(properties) : []) {
    const to = key.replace(/^x_/, '');
    const pointer = `/record/properties/${key}`;
    const value = document.value.peek();
    if (to === key || !/^[a-zA-Z]\w*$/.test(to) || ENVELOPE.has(to) || cannotRename(value, pointer, to)) continue;
    document.edit({ title: { 'zh-CN': '命名', en: 'Name' } }, renameEdits(value, pointer, to));
  }
  return document.text.peek();
}

/** The data of a row under the names that its fields have now. */
export function underOwnNames(data: JsonObject, properties: Definition['record']['properties']): JsonObject {
  return Object.fromEntries(
    Object.keys(data).map((key): [string, Json] => {
      const name = key.replace(/^x_/, '');
      return [
        !Object.prototype.hasOwnProperty.call(properties, key) && Object.prototype.hasOwnProperty.call(properties, name)
          ? name
          : key,
        data[key] as Json,
      ];
    }),
  );
}
