import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';
import { differences } from './differences.ts';
import { nodeAt } from './field-list.ts';
import { retyped, typeOfField } from './field-types.ts';
import { recodedFormulas } from './recoded.ts';
import { addressOf, type Thing } from './thing.ts';
import { isMisfit } from './widgets.ts';

/** A property of a field that stands elsewhere in the definition than in the field's schema, or in another form. */
export interface Lens {
  read(document: Json, thing: Thing): Json | undefined;
  /** The edits that make it `after` (`undefined`: nothing). */
  write(document: Json, thing: Thing, after: Json | undefined): Edit[];
}

/** JSON Pointer of the place of a field in the layout; `undefined` where the layout does not name it. */
export function viewPlace(document: Json, address: string): string | undefined {
  const view = valueAt(document, '/view');
  const within = (refs: Json | undefined, pointer: string, prefix: string): string | undefined => {
    const list = Array.isArray(refs) ? refs : [];
    for (let at = 0; at < list.length; at++) {
      const ref = list[at] as Json;
      const field = isObject(ref) ? own(ref, 'field') : ref;
      if (typeof field !== 'string') continue;
      const here = `${pointer}/${at}`;
      if (prefix + field === address) return here;
      const columns = isObject(ref) ? own(ref, 'columns') : undefined;
      const inner = columns === undefined ? undefined : within(columns, `${here}/columns`, `${prefix}${field}/*`);
      if (inner !== undefined) return inner;
    }
    return undefined;
  };
  const sections = Array.isArray(view) ? view : [];
  for (let at = 0; at < sections.length; at++) {
    const section = sections[at] as Json;
    const place = within(isObject(section) ? own(section, 'fields') : undefined, `/view/${at}/fields`, '');
    if (place !== undefined) return place;
  }
  return undefined;
}

/** A property of the field's place in the layout. */
function inView(key: string): Lens {
  return {
    read(document, thing) {
      const place = viewPlace(document, addressOf(thing));
      const ref = place === undefined ? undefined : valueAt(document, place);
      return isObject(ref) ? own(ref, key) : undefined;
    },
    write(document, thing, after) {
      const place = viewPlace(document, addressOf(thing));
      const ref = place === undefined ? undefined : valueAt(document, place);
      if (place === undefined || ref === undefined) return [];
      if (!isObject(ref)) return after === undefined ? [] : [{ set: place, value: { field: ref, [key]: after } }];
      const isLast = after === undefined && Object.keys(ref).length === 2 && own(ref, key) !== undefined;
      return isLast
        ? [{ set: place, value: own(ref, 'field') as Json }]
        : differences(childPointer(place, key), own(ref, key), after, undefined);
    },
  };
}

/** A property of the field's prefill; `from` brings it and takes it away. */
function inPrefill(key: 'from' | 'editable'): Lens {
  const entry = (
    document: Json,
    thing: Thing,
  ): { readonly pointer: string; readonly value: JsonObject } | undefined => {
    const list = valueAt(document, '/prefill');
    const at = Array.isArray(list)
      ? list.findIndex((one: Json) => isObject(one) && own(one, 'field') === addressOf(thing))
      : -1;
    return at < 0 ? undefined : { pointer: `/prefill/${at}`, value: valueAt(document, `/prefill/${at}`) as JsonObject };
  };
  return {
    read: (document, thing) => own(entry(document, thing)?.value ?? {}, key),
    write(document, thing, after) {
      const found = entry(document, thing);
      if (!found)
        return key === 'from' && after !== undefined
          ? [{ insert: '/prefill/-', value: { field: addressOf(thing), from: after } }]
          : [];
      if (key === 'from' && after === undefined)
        return [
          {
            remove:
              Array.isArray(valueAt(document, '/prefill')) &&
              (valueAt(document, '/prefill') as readonly Json[]).length === 1
                ? '/prefill'
                : found.pointer,
          },
        ];
      return differences(
        childPointer(found.pointer, key),
        own(found.value, key),
        after === false ? undefined : after,
        undefined,
      );
    },
  };
}

/** The object schema around a field: `…/properties/name` belongs to `…`. */
const holderOf = (pointer: string): string => toPointer(pointerParts(pointer).slice(0, -2));
const keyOf = (pointer: string): string => pointerParts(pointer).pop() ?? '';

const required: Lens = {
  read(document, { pointer }) {
    const list = valueAt(document, `${holderOf(pointer)}/required`);
    return Array.isArray(list) && list.includes(keyOf(pointer)) ? true : undefined;
  },
  write(document, { pointer }, after) {
    const place = `${holderOf(pointer)}/required`;
    const list = valueAt(document, place);
    const at = Array.isArray(list) ? list.indexOf(keyOf(pointer)) : -1;
    if (at >= 0 === (after === true)) return [];
    if (after !== true) return [{ remove: (list as readonly Json[]).length === 1 ? place : `${place}/${at}` }];
    return [
      Array.isArray(list) ? { insert: `${place}/-`, value: keyOf(pointer) } : { set: place, value: [keyOf(pointer)] },
    ];
  },
};

/** Whether the schema only names a part that is written elsewhere, which belongs to others, too. */
export const isShared = ({ value }: Thing): boolean => own(value, '$ref') !== undefined;

const widget = inView('widget');

const type: Lens = {
  read(document, thing) {
    const node = nodeAt(document, thing.pointer);
    return node && typeOfField(node);
  },
  write(document, thing, after) {
    if (typeof after !== 'string' || isShared(thing) || after === this.read(document, thing)) return [];
    const edits = [...retyped(thing.value, after)].flatMap(([keyword, value]) =>
      differences(childPointer(thing.pointer, keyword), own(thing.value, keyword), value, undefined),
    );
    return isMisfit(after, widget.read(document, thing))
      ? [...edits, ...widget.write(document, thing, undefined)]
      : edits;
  },
};

/** Where the options of a field stand, and whether they have titles. */
function optionsOf({
  pointer,
  value,
}: Thing): { readonly pointer: string; readonly list: readonly Json[]; readonly isTitled: boolean } | undefined {
  const items = own(value, 'items');
  for (const [holder, at] of [
    [value, pointer],
    [items, `${pointer}/items`],
  ] as const) {
    if (!isObject(holder)) continue;
    const [titled, plain] = [own(holder, 'oneOf'), own(holder, 'enum')];
    if (Array.isArray(titled)) return { pointer: `${at}/oneOf`, list: titled, isTitled: true };
    if (Array.isArray(plain)) return { pointer: `${at}/enum`, list: plain, isTitled: false };
  }
  return undefined;
}

const options: Lens = {
  read(_document, thing) {
    const found = optionsOf(thing);
    return found?.list.map((option: Json) => {
      const value = found.isTitled ? (isObject(option) ? own(option, 'const') : undefined) : option;
      const title = found.isTitled && isObject(option) ? own(option, 'title') : undefined;
      return {
        ...(title === undefined ? {} : { title }),
        ...(value === undefined ? {} : { value: typeof value === 'string' ? value : JSON.stringify(value) }),
      };
    });
  },
  write(document, thing, after): Edit[] {
    const found = optionsOf(thing);
    if (!found) return [];
    const before = this.read(document, thing);
    // An empty line is one that waits to be filled in.
    const rows = (Array.isArray(after) ? after : [])
      .filter(isObject)
      .filter((row) => own(row, 'value') !== undefined || own(row, 'title') !== undefined);
    const known = Array.isArray(before) ? (before as readonly Json[]) : [];
    const made = rows.map((row, at) => writtenOption(row, known, found, known.length === rows.length ? at : -1));
    const follow =
      made.length === found.list.length
        ? made.flatMap((option, at) => recoding(document, thing, valueOf(found.list[at]), valueOf(option)))
        : [];
    const getsTitles = !found.isTitled && rows.some((row) => own(row, 'title') !== undefined);
    if (!getsTitles) return [...differences(found.pointer, found.list as Json, made, undefined), ...follow];
    const titled = made.map((value, at) => ({ const: value, title: own(rows[at] as JsonObject, 'title') ?? value }));
    return [
      { rename: found.pointer, to: 'oneOf' },
      { set: found.pointer.replace(/enum$/, 'oneOf'), value: titled },
    ];
  },
};

const valueOf = (option: Json | undefined): Json | undefined => (isObject(option) ? own(option, 'const') : option);

/** Formulas that name a choice whose stored value is changed go along. */
const recoding = (document: Json, thing: Thing, from: Json | undefined, to: Json | undefined): Edit[] =>
  typeof from === 'string' && typeof to === 'string' && from !== to
    ? recodedFormulas(document, addressOf(thing), from, to)
    : [];

/**
 * One option as the schema writes it: what stood there, with the new words; numbers stay numbers. `at`: where it stood,
 * should its value be new; -1: nowhere.
 */
function writtenOption(
  row: JsonObject,
  before: readonly Json[],
  found: { readonly list: readonly Json[]; readonly isTitled: boolean },
  at: number,
): Json {
  const [text, title] = [own(row, 'value'), own(row, 'title')];
  const known = before.findIndex((one) => isObject(one) && own(one, 'value') === text);
  const old = found.list[known >= 0 ? known : at];
  const oldValue = found.isTitled && isObject(old) ? own(old, 'const') : old;
  const shown = oldValue === undefined ? undefined : typeof oldValue === 'string' ? oldValue : JSON.stringify(oldValue);
  // A new line without a stored value stores its title: an administrator need not know that there are two.
  const value: Json = shown === text && oldValue !== undefined ? oldValue : (text ?? title ?? '');
  if (!found.isTitled) return value;
  const rest = isObject(old) && shown === text ? old : {};
  return { ...rest, const: value, ...(title === undefined ? {} : { title }) };
}

/** Whether the layout names a widget that does not suit the field. */
export const hasMisfit = (document: Json, thing: Thing): boolean =>
  isMisfit(nodeAt(document, thing.pointer)?.kind ?? '', widget.read(document, thing));

/** Properties of a field beyond the keywords of its schema. */
export const FIELD_LENSES: Readonly<Record<string, Lens>> = {
  '@type': type,
  '@required': required,
  '@options': options,
  '@widget': widget,
  '@width': inView('width'),
  '@viewTitle': inView('title'),
  '@viewHelp': inView('help'),
  '@prefill': inPrefill('from'),
  '@prefillEditable': inPrefill('editable'),
};
