import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import { addressOf, fieldAt, fieldsBelow, itemOf, placeOfField, schemaAt } from './field-places.ts';

/** One line of the structure. */
export interface Line {
  /** What is selected by it; see the session's selection. */
  readonly pointer: string;
  /** Unlike the pointer different where one field stands in two sections: `/view/0/fields/3`. */
  readonly id: string;
  readonly kind: 'section' | 'field' | 'rest';
  /** Title as written, else the key; empty for the rest. */
  readonly title: string;
  readonly lines: readonly Line[];
}

/**
 * Where something stands among its like: a list (`/view`, `/view/0/fields`) or the properties of a schema, and the
 * place in it.
 */
export interface Spot {
  readonly holder: string;
  readonly index: number;
}

/** Deeper fields are not listed; nobody draws them. */
const DEPTH = 5;

/**
 * Sections with their fields, then the fields that no section shows; of a definition without layout all fields. Broken
 * parts are left out.
 */
export function structureOf(value: Json): Line[] {
  const sections = listAt(value, '/view');
  if (sections.length === 0) return fieldLines(value, '/record', '', DEPTH);
  const placed = new Set<string>();
  const lines = sections.flatMap((section, at): Line[] => {
    if (!isObject(section)) return [];
    const pointer = toPointer(['view', at]);
    const fields = listAt(value, `${pointer}/fields`).flatMap((ref, index): Line[] => {
      const address = addressOf(ref);
      const place = placeOfField(value, address);
      if (place === undefined) return [];
      placed.add(pointerParts(address)[0] ?? '');
      return [fieldLine(value, place, `${pointer}/fields/${index}`, DEPTH, titleIn(ref))];
    });
    const title = own(section, 'section');
    return [{ pointer, id: pointer, kind: 'section', title: typeof title === 'string' ? title : '', lines: fields }];
  });
  const rest = fieldsBelow(value, '/record')
    .filter(({ key }) => !placed.has(key))
    .map(({ pointer }) => fieldLine(value, pointer, pointer, DEPTH));
  return rest.length === 0 ? lines : [...lines, { pointer: '', id: 'rest', kind: 'rest', title: '', lines: rest }];
}

/** The title of what stands at `pointer`, as people read it: a field's title, a section's heading; else its key. */
export function titleAt(value: Json, pointer: string): string {
  const found = schemaAt(value, pointer)?.schema ?? {};
  const title =
    own(found, pointer.startsWith('/view/') ? 'section' : 'title') ?? own(found, 'title') ?? own(found, 'name');
  const parts = pointerParts(pointer);
  return typeof title === 'string' && title !== '' ? title : (parts[parts.length - 1] ?? '');
}

/**
 * Where the section or field at `pointer` stands; a field stands in the first section that shows it. `undefined`:
 * neither, or nowhere.
 */
export function spotOf(value: Json, pointer: string): Spot | undefined {
  const [first, second, ...more] = pointerParts(pointer);
  if (first === 'view' && second !== undefined && more.length === 0)
    return valueAt(value, pointer) === undefined ? undefined : { holder: '/view', index: Number(second) };
  const address = fieldAt(pointer);
  if (address !== undefined) {
    const sections = listAt(value, '/view');
    for (let at = 0; at < sections.length; at++) {
      const index = listAt(value, `/view/${at}/fields`).findIndex((ref) => addressOf(ref) === address);
      if (index >= 0) return { holder: `/view/${at}/fields`, index };
    }
  }
  const parts = pointerParts(pointer);
  const key = parts[parts.length - 1] ?? '';
  const holder = toPointer(parts.slice(0, -1));
  const index = parts[parts.length - 2] === 'properties' ? membersAt(value, holder).indexOf(key) : -1;
  return index < 0 ? undefined : { holder, index };
}

/**
 * The field or section in which a place of the record or the layout lies; other places, and those in none, as they are.
 */
export function thingAt(value: Json, pointer: string): string {
  const parts = pointerParts(pointer);
  if (parts[0] !== 'record' && parts[0] !== 'view') return pointer;
  for (let length = parts.length; length > 1; length--) {
    const at = toPointer(parts.slice(0, length));
    if (spotOf(value, at)) return at;
    const shown = /^\/view\/\d+\/fields\/\d+$/.test(at)
      ? placeOfField(value, addressOf(valueAt(value, at) ?? null))
      : undefined;
    if (shown !== undefined) return shown;
  }
  return pointer;
}

/** What stands in a holder, by index or key. */
export function membersAt(value: Json, holder: string): string[] {
  const found = valueAt(value, holder);
  return Array.isArray(found) ? found.map((_: Json, at) => String(at)) : isObject(found) ? Object.keys(found) : [];
}

/** The list at a pointer; empty where there is none. */
export function listAt(value: Json, pointer: string): readonly Json[] {
  const found = valueAt(value, pointer);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** The pointer that is selected for the member of a holder: the field's schema, not its mention in the layout. */
export function selectedAt(value: Json, holder: string, member: string): string {
  const pointer = childPointer(holder, member);
  if (!/^\/view\/\d+\/fields$/.test(holder)) return pointer;
  return placeOfField(value, addressOf(valueAt(value, pointer) ?? null)) ?? pointer;
}

function fieldLines(value: Json, below: string, at: string, depth: number): Line[] {
  return depth < 0
    ? []
    : fieldsBelow(value, below).map(({ pointer }) => fieldLine(value, pointer, at + pointer, depth));
}

function fieldLine(value: Json, pointer: string, id: string, depth: number, shown?: string): Line {
  const item = itemOf(value, pointer);
  return {
    pointer,
    id,
    kind: 'field',
    title: shown ?? titleAt(value, pointer),
    lines: [
      ...fieldLines(value, pointer, id, depth - 1),
      ...(item === undefined ? [] : fieldLines(value, item, id, depth - 1)),
    ],
  };
}

function titleIn(ref: Json): string | undefined {
  const title = isObject(ref) ? own(ref as JsonObject, 'title') : undefined;
  return typeof title === 'string' && title !== '' ? title : undefined;
}
