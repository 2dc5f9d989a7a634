import { parseFormula } from '../formula/parse.ts';
import type { Node, Place } from '../formula/tree.ts';
import { writeName } from '../formula/write.ts';
import type { Definition } from '../generated/definition.ts';
import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import { pointerParts, toPointer } from '../json/pointer.ts';
import { placesOf, type FormulaPlace } from './places.ts';

/** One place of a definition that names a field, or a field below it. */
export interface Use {
  /** JSON Pointer in the definition. */
  readonly pointer: string;
  /**
   * field: an address stands there; key: the last part of the pointer is one; formula: a formula reads the field;
   * name: the field's bare key stands there, as in `unique`; text: the last part of the pointer is the place of a text
   * of the field.
   */
  readonly kind: 'field' | 'key' | 'formula' | 'name' | 'text';
  /** What stands there once the field is called `key`; of `key` and `text`, the new last part. */
  renamed(key: string): string;
}

/**
 * Every place that names the field at `address` (`*` for rows) or a field in it, besides its own schema. The
 * definition's shape must be the schema's; what its addresses and formulas say may be wrong.
 */
export function usesOf(definition: Definition, address: string): Use[] {
  const { formulas, fields } = placesOf(definition);
  const uses: Use[] = [];
  for (const { field, pointer, rows } of fields) {
    const prefix = rows === undefined ? '' : `${rows}/*`;
    // what is relative to the field says nothing of its key
    if (!reaches(address, prefix + field) || reaches(address, prefix)) continue;
    const isKey = pointer.endsWith(toPointer([field]));
    uses.push({
      pointer,
      kind: isKey ? 'key' : 'field',
      renamed: (key) => withKey(prefix + field, address, key).slice(prefix.length),
    });
  }
  for (const place of formulas) {
    const spots = spotsIn(place, address);
    if (spots.length > 0)
      uses.push({ pointer: place.pointer, kind: 'formula', renamed: (key) => respelled(place.text, spots, key) });
  }
  const { groupBy } = definition.ledger ?? {};
  if (groupBy !== undefined && reaches(address, groupBy))
    uses.push({ pointer: '/ledger/groupBy', kind: 'field', renamed: (key) => withKey(groupBy, address, key) });
  const [name, ...deeper] = pointerParts(address);
  if (deeper.length === 0)
    (definition.unique ?? []).forEach((list, at) =>
      list.forEach((one, index) => {
        if (one === name) uses.push({ pointer: toPointer(['unique', at, index]), kind: 'name', renamed: (key) => key });
      }),
    );
  return uses;
}

/** Keys of translations that lie at or below `place`, which is a pointer in the definition. */
export function textUses(definition: Definition, place: string): Use[] {
  const texts = (definition.texts ?? {}) as unknown as JsonObject;
  return Object.keys(texts).flatMap((language) => {
    const list = own(texts, language);
    return isObject(list)
      ? Object.keys(list)
          .filter((key) => key.startsWith(`${place}/`))
          .map((key): Use => ({
            pointer: toPointer(['texts', language, key]),
            kind: 'text',
            renamed: (name) => toPointer([...pointerParts(place).slice(0, -1), name]) + key.slice(place.length),
          }))
      : [];
  });
}

/**
 * Names of siblings that a schema lists by their keys: `required`, `dependentRequired` and the like, as pointers below
 * it.
 */
export function siblingUses(schema: Json | undefined, pointer: string, name: string): Use[] {
  if (!isObject(schema)) return [];
  const uses: Use[] = [];
  const inList = (list: Json | undefined, at: string) => {
    if (Array.isArray(list))
      list.forEach((one: Json, index) => {
        if (one === name) uses.push({ pointer: `${at}/${index}`, kind: 'name', renamed: (key) => key });
      });
  };
  inList(own(schema, 'required'), `${pointer}/required`);
  for (const keyword of ['dependentRequired', 'dependentSchemas']) {
    const map = own(schema, keyword);
    if (!isObject(map)) continue;
    for (const key of Object.keys(map)) {
      inList(own(map, key), pointer + toPointer([keyword, key]));
      if (key === name) uses.push({ pointer: pointer + toPointer([keyword, key]), kind: 'key', renamed: (to) => to });
    }
  }
  return uses;
}

/** Whether `address` is the field at `of`, or lies in it. */
function reaches(of: string, address: string): boolean {
  return address === of || address.startsWith(`${of}/`);
}

function withKey(address: string, of: string, key: string): string {
  return toPointer([...pointerParts(of).slice(0, -1), key]) + address.slice(of.length);
}

/** A place in a formula's text, and what to write there for the new key. */
interface Spot {
  readonly at: Place;
  write(key: string): string;
}

function spotsIn({ text, rows, readings }: FormulaPlace, address: string): Spot[] {
  const parsed = parseFormula(text);
  if (!parsed.ok) return [];
  const wanted = pointerParts(address).filter((part) => part !== '*');
  const inRows = pointerParts(rows ?? '').filter((part) => part !== '*');
  const last = wanted.length - 1;
  const names = (path: readonly string[]) => wanted.every((part, at) => path[at] === part);
  const swapped = (path: readonly string[], key: string) => path.map((part, at) => (at === last ? key : part));
  const spots: Spot[] = [];
  const visit = (node: Node): void => {
    switch (node.type) {
      case 'name':
        if (names([node.name])) spots.push({ at: node.at, write: writeName });
        return;
      case 'column': {
        const path = [node.list, ...node.column.split('.')];
        // a field as it was before the move
        const skip = node.list === 'before' && readings.includes('command') && wanted[0] !== 'before' ? 1 : 0;
        if (names(path.slice(skip)))
          spots.push({
            at: node.at,
            write: (key) => [...path.slice(0, skip), ...swapped(path.slice(skip), key)].map(writeName).join('.'),
          });
        return;
      }
      case 'cell': {
        const path = [...inRows, ...node.column.split('.')];
        if (last >= inRows.length && names(path))
          spots.push({ at: node.at, write: (key) => cell(swapped(path, key).slice(inRows.length).join('.')) });
        return;
      }
      case 'sign':
      case 'percent':
        return visit(node.operand);
      case 'chain':
        visit(node.first);
        return node.rest.forEach(({ operand }) => visit(operand));
      case 'call':
        return node.args.forEach((arg) => arg && visit(arg));
      default:
    }
  };
  visit(parsed.value.tree);
  return spots;
}

const cell = (column: string): string =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(column) ? `[@${column}]` : `[@'${column.replace(/'/g, "''")}']`;

function respelled(text: string, spots: readonly Spot[], key: string): string {
  return [...spots]
    .sort((a, b) => b.at.start - a.at.start)
    .reduce((now, { at, write }) => now.slice(0, at.start) + write(key) + now.slice(at.end), text);
}
