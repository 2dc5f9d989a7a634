import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { fieldAt, placeOfField } from '../structure/field-places.ts';
import type { KindSpec } from './kinds/kind-spec.ts';
import { kindAt, KINDS, type KindName } from './kinds/kinds.ts';

/** Something that the panel shows: a part of the definition with its kind. */
export interface Thing {
  /** JSON Pointer in the definition. */
  readonly pointer: string;
  readonly kind: KindName;
  /**
   * What stands there, written in full where the document has the short form (`"/phone"` for `{ "field": "/phone" }`).
   */
  readonly value: JsonObject;
  /** The document has the short form, which takes no properties. */
  readonly isShort: boolean;
}

/** The kind's table, as plain data. */
export const specOf = (kind: KindName): KindSpec => KINDS[kind];

/** The thing at a pointer, or the field for a place of a layout; `undefined` where the panel has nothing to show. */
export function thingAt(document: Json, pointer: string): Thing | undefined {
  const value = valueAt(document, pointer);
  const kind = kindAt(pointer, value);
  if (kind !== undefined) {
    const holder = kind === 'definition' ? document : value;
    if (isObject(holder)) return { pointer: kind === 'definition' ? '' : pointer, kind, value: holder, isShort: false };
    return kind === 'ledgerField' && typeof value === 'string'
      ? { pointer, kind, value: { field: value }, isShort: true }
      : undefined;
  }
  const address = fieldOf(value);
  const place = address === undefined ? undefined : placeOfField(document, address);
  return place === undefined ? undefined : thingAt(document, place);
}

/** The field that a place of a layout names. */
function fieldOf(value: Json | undefined): string | undefined {
  const field = isObject(value) ? own(value, 'field') : value;
  return typeof field === 'string' && field.startsWith('/') ? field : undefined;
}

/** What people call a thing: its title, its field's, or its kind. Never an id where there is a word. */
export function labelOf(document: Json, thing: Thing, language: Language): string {
  const { label, name } = specOf(thing.kind);
  const words = label === undefined ? undefined : own(thing.value, label);
  if (typeof words === 'string' && words !== '') return words;
  const field = own(thing.value, 'field');
  const title =
    typeof field === 'string'
      ? fieldTitle(document, field)
      : thing.kind === 'definition'
        ? own(thing.value, 'title')
        : undefined;
  return typeof title === 'string' && title !== '' ? title : name[language];
}

/** The title of the field at an address; its last name where it has none. */
export function fieldTitle(document: Json, address: string): string {
  const place = placeOfField(document, address);
  const schema = place === undefined ? undefined : valueAt(document, place);
  const title = isObject(schema) ? own(schema, 'title') : undefined;
  return typeof title === 'string' && title !== '' ? title : address.slice(address.lastIndexOf('/') + 1);
}

/** The address of a field thing in the record's data. */
export const addressOf = ({ pointer }: Thing): string => fieldAt(pointer) ?? '';
