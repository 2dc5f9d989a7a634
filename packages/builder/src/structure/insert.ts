import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';
import { ownName } from '../document/own-name.ts';
import { freeKey, type Arranged } from './arrange.ts';
import { addressOf, addressesOf, fieldAt, placeOfField } from './field-places.ts';
import { listAt, membersAt, spotOf, type Spot } from './structure.ts';

/** A field to be added: the key that it would like, its schema, and how the layout shows it beyond its address. */
export interface NewField {
  readonly key: string;
  readonly schema: Json;
  readonly shown?: JsonObject;
  /** Parts of the record schema that its schema refers to, by name in `$defs`. */
  readonly defs?: JsonObject;
}

/** A section to be added with its fields. */
export interface NewSection {
  /** The section as the layout has it, its fields apart. */
  readonly section: JsonObject;
  readonly fields: readonly NewField[];
}

/**
 * Adds fields behind the selected field, at the end of the selected section, or at the end of all; with `at`, at that
 * spot of the layout.
 */
export function insertFields(
  value: Json,
  fields: readonly NewField[],
  behind: string | undefined,
  at?: Spot,
): Arranged {
  const { holder, after } = schemaPlace(value, behind);
  const spot = behind === undefined ? undefined : spotOf(value, behind);
  const sections = listAt(value, '/view');
  const isTop = holder === '/record/properties';
  let list: { readonly pointer: string; readonly index: number } | undefined;
  if (isTop && sections.length > 0) {
    if (at && at.holder !== '/view') list = { pointer: at.holder, index: at.index };
    else if (spot && /^\/view\/\d+\/fields$/.test(spot.holder)) list = { pointer: spot.holder, index: spot.index + 1 };
    else {
      const pointer = `/view/${behind !== undefined && spot?.holder === '/view' ? spot.index : sections.length - 1}/fields`;
      list = { pointer, index: listAt(value, pointer).length };
    }
  }
  const names = new Map<string, string>();
  const edits: Edit[] = [];
  const taken = [...membersAt(value, holder)];
  const select: string[] = [];
  let last = after;
  fields.forEach((field, number) => {
    const key = freeKey(taken, isTop ? ownName(value, field.key) : field.key);
    taken.push(key);
    edits.push(...definitionsOf(value, field, names));
    edits.push({
      set: childPointer(holder, key),
      value: referring(field.schema, names),
      ...(last === undefined ? {} : { after: last }),
    });
    last = key;
    const pointer = childPointer(holder, key);
    select.push(pointer);
    if (list)
      edits.push({
        insert: childPointer(list.pointer, list.index + number),
        value: reference(toPointer([key]), field.shown),
      });
  });
  return { edits, select };
}

/**
 * Adds a section behind the one that is selected, or in which the selected field stands. The layout is written out
 * where it was derived before.
 */
export function insertSections(value: Json, sections: readonly NewSection[], behind: string | undefined): Arranged {
  const made: Edit[] = [];
  const before = listAt(value, '/view');
  if (before.length === 0) {
    const all = membersAt(value, '/record/properties').map((key) => toPointer([key]));
    made.push({ set: '/view', value: all.length > 0 ? [{ section: '基本信息', fields: all }] : [] });
  }
  const count = before.length === 0 ? (membersAt(value, '/record/properties').length > 0 ? 1 : 0) : before.length;
  const spot = behind === undefined ? undefined : spotOf(value, behind);
  const index =
    spot?.holder === '/view'
      ? spot.index + 1
      : spot && /^\/view\/\d+\/fields$/.test(spot.holder)
        ? Number(pointerParts(spot.holder)[1]) + 1
        : count;
  const taken = [...membersAt(value, '/record/properties')];
  const names = new Map<string, string>();
  sections.forEach(({ section, fields }, at) => {
    const refs = fields.map((field): Json => {
      const key = freeKey(taken, ownName(value, field.key));
      taken.push(key);
      made.push(...definitionsOf(value, field, names), {
        set: toPointer(['record', 'properties', key]),
        value: referring(field.schema, names),
      });
      return reference(toPointer([key]), field.shown);
    });
    made.push({ insert: childPointer('/view', index + at), value: { ...section, fields: refs } });
  });
  return { edits: made, select: sections.map((_, at) => childPointer('/view', index + at)) };
}

/** Fields and sections as they can be added elsewhere: what copying takes. Sections bring their fields. */
export function copyOf(
  value: Json,
  pointers: readonly string[],
): { readonly fields: NewField[]; readonly sections: NewSection[] } {
  const sections = pointers.filter((pointer) => /^\/view\/\d+$/.test(pointer));
  const taken = new Set(
    sections.flatMap((section) => listAt(value, `${section}/fields`).map((ref) => placeOfField(value, addressOf(ref)))),
  );
  return {
    sections: sections.flatMap((pointer) => {
      const section = valueAt(value, pointer);
      if (!isObject(section)) return [];
      const { fields: _, ...rest } = section;
      const fields = listAt(value, `${pointer}/fields`).flatMap((ref) => {
        const place = placeOfField(value, addressOf(ref));
        return place === undefined ? [] : fieldCopy(value, place, ref);
      });
      return [{ section: rest, fields }];
    }),
    fields: pointers
      .filter((pointer) => !taken.has(pointer))
      .flatMap((pointer) =>
        fieldAt(pointer) === undefined ? [] : fieldCopy(value, pointer, shownRef(value, pointer)),
      ),
  };
}

function fieldCopy(value: Json, place: string, ref: Json | undefined): NewField[] {
  const schema = valueAt(value, place);
  if (schema === undefined) return [];
  const key = pointerParts(place).pop() ?? '';
  const { field: _, ...shown } = isObject(ref) ? ref : ({} as JsonObject);
  const defs: Record<string, Json> = {};
  collect(value, schema, defs);
  return [
    {
      key,
      schema,
      ...(Object.keys(shown).length > 0 ? { shown } : {}),
      ...(Object.keys(defs).length > 0 ? { defs } : {}),
    },
  ];
}

function shownRef(value: Json, pointer: string): Json | undefined {
  const [address] = addressesOf(value, pointer);
  for (let at = 0; at < listAt(value, '/view').length; at++) {
    const found = listAt(value, `/view/${at}/fields`).find((ref) => addressOf(ref) === address);
    if (found !== undefined) return found;
  }
  return undefined;
}

const HERE = '#/$defs/';

/** The parts of the record schema that a schema refers to, and those that they refer to. */
function collect(value: Json, schema: Json, into: Record<string, Json>): void {
  visitReferences(schema, (reference) => {
    const name = reference.startsWith(HERE) ? reference.slice(HERE.length) : undefined;
    const part = name === undefined ? undefined : valueAt(value, toPointer(['record', '$defs', name]));
    if (name === undefined || part === undefined || own(into, name) !== undefined || name === '__proto__') return;
    into[name] = part;
    collect(value, part, into);
  });
}

function visitReferences(schema: Json, found: (reference: string) => void): void {
  if (Array.isArray(schema)) return schema.forEach((one: Json) => visitReferences(one, found));
  if (!isObject(schema)) return;
  for (const key of Object.keys(schema)) {
    const inner = own(schema, key) as Json;
    if (key === '$ref' && typeof inner === 'string') found(inner);
    else visitReferences(inner, found);
  }
}

/** Brings the parts that a field refers to; one that has another content under its name here takes a new name. */
function definitionsOf(value: Json, { defs = {} }: NewField, names: Map<string, string>): Edit[] {
  const taken = [...membersAt(value, '/record/$defs'), ...names.values()];
  const fresh = Object.keys(defs).filter((name) => !names.has(name));
  for (const name of fresh) {
    const known = valueAt(value, toPointer(['record', '$defs', name]));
    const to =
      known === undefined || JSON.stringify(known) === JSON.stringify(defs[name]) ? name : freeKey(taken, name);
    names.set(name, to);
    taken.push(to);
  }
  return fresh
    .filter((name) => valueAt(value, toPointer(['record', '$defs', names.get(name) ?? name])) === undefined)
    .map((name): Edit => ({
      set: toPointer(['record', '$defs', names.get(name) ?? name]),
      value: referring(own(defs, name) as Json, names),
    }));
}

function referring(schema: Json, names: ReadonlyMap<string, string>): Json {
  if (Array.isArray(schema)) return schema.map((one: Json) => referring(one, names));
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.keys(schema).map((key): [string, Json] => {
      const inner = own(schema, key) as Json;
      const name =
        key === '$ref' && typeof inner === 'string' && inner.startsWith(HERE)
          ? names.get(inner.slice(HERE.length))
          : undefined;
      return [key, name === undefined ? referring(inner, names) : HERE + name];
    }),
  );
}

const reference = (field: string, shown: JsonObject | undefined): Json =>
  shown && Object.keys(shown).length > 0 ? { field, ...shown } : field;

/** The properties to which a field goes that is added behind `behind`, and the key after which it comes. */
function schemaPlace(
  value: Json,
  behind: string | undefined,
): { readonly holder: string; readonly after: string | undefined } {
  if (behind !== undefined && fieldAt(behind) !== undefined && valueAt(value, behind) !== undefined) {
    const parts = pointerParts(behind);
    return { holder: toPointer(parts.slice(0, -1)), after: parts[parts.length - 1] };
  }
  const section = behind === undefined ? undefined : listAt(value, `${behind}/fields`);
  const last = section && placeOfField(value, addressOf(section[section.length - 1] ?? null));
  const parts = pointerParts(last ?? '');
  return { holder: '/record/properties', after: parts.length === 3 ? parts[2] : undefined };
}
