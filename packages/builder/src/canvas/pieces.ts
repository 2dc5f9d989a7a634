import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer } from '@jiceng/core/json/pointer.js';
import { addressOf, fieldsBelow, placeOfField, schemaAt } from '../structure/field-places.ts';

/** One section of the canvas: a form of its own, so that a change draws one section and not three hundred fields. */
export interface Piece {
  /** Pointer of the section in the definition; `''` where the layout is derived from the record. */
  readonly section: string;
  /** Equal keys draw alike. */
  readonly key: string;
  readonly definition: Definition;
  /** Fields that rules or the score compute, and nobody fills in. */
  readonly computed: readonly string[];
}

/** Fields of a derived layout that stand in one piece. */
const CHUNK = 24;
/** Parts of a record schema that bring in fields under conditions. */
const CONDITIONS: ReadonlySet<string> = new Set([
  'if',
  'then',
  'else',
  'allOf',
  'anyOf',
  'oneOf',
  'dependentSchemas',
  'dependentRequired',
]);

/** Words for what stands in the place of a score card, which is drawn elsewhere. */
export interface CardWords {
  card(dimensions: number, items: number, max: number): string;
}

/**
 * The form of a definition as a designer sees it: every field and every section, whatever conditions hide it, open and
 * empty. Reads a half-made definition as far as it can be read: what has the wrong shape or leads nowhere is left out.
 */
export function piecesOf(value: Json, words: CardWords): Piece[] {
  if (!isObject(value)) return [];
  const given = own(value, 'record');
  if (!isObject(given) || !isObject(own(given, 'properties'))) return [];
  const entries = entriesOf(value);
  const record = withCard(given, entries, value, words);
  const computed = [...computedFields(value), ...(entries === undefined ? [] : [entries])];
  const view = own(value, 'view');
  const sections = Array.isArray(view) ? view : [];
  if (sections.length === 0) return derived(value, record, computed);
  return sections.flatMap((section: Json, at) => {
    if (!isObject(section)) return [];
    const fields = own(section, 'fields');
    const known = (Array.isArray(fields) ? fields : []).filter(
      (ref: Json) => placeOfField(value, addressOf(ref)) !== undefined,
    );
    const { section: title = '', help, columns } = section as { section?: Json; help?: Json; columns?: Json };
    const shown = {
      section: typeof title === 'string' && title !== '' ? title : ' ',
      ...(typeof help === 'string' ? { help } : {}),
      ...(typeof columns === 'number' ? { columns } : {}),
      fields: known.map((ref: Json) => (addressOf(ref) === entries ? entries : ref)),
    };
    return [piece(value, toPointer(['view', at]), reduced(record, known.map(addressOf)), [shown], computed)];
  });
}

function derived(value: JsonObject, record: JsonObject, computed: readonly string[]): Piece[] {
  const keys = fieldsBelow(value, '/record').map(({ key }) => key);
  const chunks: string[][] = [];
  let open: string[] | undefined;
  for (const key of keys) {
    const isGroup = own(schemaAt(value, toPointer(['record', 'properties', key]))?.schema, 'type') === 'object';
    if (isGroup) {
      chunks.push([key]);
      open = undefined;
    } else if (open && open.length < CHUNK) open.push(key);
    else chunks.push((open = [key]));
  }
  return chunks.map((chunk) =>
    piece(
      value,
      '',
      reduced(
        record,
        chunk.map((key) => toPointer([key])),
      ),
      undefined,
      computed,
    ),
  );
}

/** The field that holds what is entered on a score card. */
function entriesOf(value: JsonObject): string | undefined {
  const score = own(value, 'score');
  const entries = isObject(score) ? own(score, 'entries') : undefined;
  return typeof entries === 'string' && pointerParts(entries).length === 1 ? entries : undefined;
}

/** The record with one sentence in place of a score card's entries: what it has, and where it is drawn. */
function withCard(record: JsonObject, entries: string | undefined, value: JsonObject, words: CardWords): JsonObject {
  const properties = own(record, 'properties') as JsonObject;
  const [name = ''] = pointerParts(entries ?? '');
  const field = own(properties, name);
  const score = own(value, 'score');
  if (!isObject(field) || !isObject(score)) return record;
  const list = (holder: Json | undefined, key: string): readonly Json[] => {
    const found = isObject(holder) ? own(holder, key) : undefined;
    return Array.isArray(found) ? found : [];
  };
  const dimensions = list(score, 'dimensions');
  const max = own(score, 'max');
  const sentence = words.card(
    dimensions.length,
    dimensions.reduce<number>(
      (sum, dimension) =>
        sum + list(dimension, 'items').filter((item) => !isObject(item) || own(item, 'replaces') === undefined).length,
      0,
    ),
    typeof max === 'number' ? max : 0,
  );
  const title = own(field, 'title');
  return {
    ...record,
    properties: {
      ...properties,
      [name]: { type: 'string', ...(typeof title === 'string' ? { title } : {}), description: sentence },
    },
  };
}

/** A record schema with the properties that `fields` lie in; conditions only where one of them comes from there. */
function reduced(record: JsonObject, fields: readonly string[]): JsonObject {
  const properties = own(record, 'properties') as JsonObject;
  const names = [...new Set(fields.map((field) => pointerParts(field)[0] ?? ''))];
  const kept = names.filter((name) => own(properties, name) !== undefined);
  const all = kept.length === names.length;
  return Object.fromEntries(
    Object.keys(record).flatMap((key): [string, Json][] => {
      if (key === 'properties')
        return [[key, Object.fromEntries(kept.map((name) => [name, own(properties, name) as Json]))]];
      return all && CONDITIONS.has(key) ? [] : [[key, own(record, key) as Json]];
    }),
  );
}

function piece(
  value: JsonObject,
  section: string,
  record: JsonObject,
  view: Json | undefined,
  computed: readonly string[],
): Piece {
  const definition = {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'canvas',
    version: '1.0.0',
    title: ' ',
    subject: own(value, 'subject') ?? 'item',
    purpose: { readBy: 'county', decision: ' ' },
    record,
    ...(view === undefined ? {} : { view }),
  };
  return {
    section,
    key: JSON.stringify([record, view, computed]),
    definition: definition as unknown as Definition,
    computed,
  };
}

function computedFields(value: JsonObject): string[] {
  const rules = own(value, 'rules');
  const score = own(value, 'score');
  const outputs = isObject(score) ? own(score, 'outputs') : undefined;
  return [
    ...(Array.isArray(rules) ? rules : []).flatMap((rule: Json) =>
      isObject(rule) && own(rule, 'value') !== undefined ? [addressOf(rule)] : [],
    ),
    ...(isObject(outputs) ? Object.keys(outputs).map((key) => own(outputs, key)) : []).filter(
      (field): field is string => typeof field === 'string',
    ),
  ];
}
