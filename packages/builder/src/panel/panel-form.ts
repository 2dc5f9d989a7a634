import type { Definition } from '@jiceng/core/generated/definition.js';
import { sameJson } from '@jiceng/core/json/changes.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';
import type { ChoiceContext } from './choice-lists.ts';
import { behind, differences } from './differences.ts';
import { FIELD_LENSES } from './field-lens.ts';
import { fieldProperties } from './field-properties.ts';
import type { PropertySpec } from './kinds/kind-spec.ts';
import { keysOf, partOf, propertySchema } from './meta-schema.ts';
import { parameterSchema } from './parameter-schema.ts';
import { toForm } from './shape.ts';
import { specOf, type Thing } from './thing.ts';

/** The panel's form for what is selected. */
export interface PanelForm {
  readonly definition: Definition;
  /** What the form shows; properties that differ between several things are left out. */
  readonly data: JsonObject;
  /** Keys of properties that differ between the things. */
  readonly mixed: readonly string[];
}

const detailed = (property: string | PropertySpec): PropertySpec =>
  typeof property === 'string' ? { key: property } : property;

/** The properties that a form can edit of one thing, by key. */
function schemasOf(context: ChoiceContext, keys: readonly PropertySpec[]): Map<string, JsonObject> {
  const { thing, document, language } = context;
  const known = thing.kind === 'field' ? fieldProperties(document, thing, language) : undefined;
  const found = new Map<string, JsonObject>();
  for (const { key, choices, when } of keys) {
    if (when && !when.is.includes(String(own(thing.value, when.key)))) continue;
    const schema = known
      ? known.get(key)
      : thing.kind === 'parameter' && key === 'value'
        ? parameterSchema(own(thing.value, key), context)
        : propertySchema(specOf(thing.kind).part, key, context, choices);
    const items = schema && own(schema, 'items');
    const offered = schema && own(isObject(items) ? items : schema, 'oneOf');
    if (Array.isArray(offered) && offered.length === 0) continue;
    if (schema && Object.keys(schema).some((keyword) => keyword !== 'title' && keyword !== 'description'))
      found.set(key, schema);
  }
  return found;
}

/** What is there of one property of a thing, in the form's shape. */
export function propertyOf(document: Json, thing: Thing, key: string, schema: Json | undefined): Json | undefined {
  const lens = thing.kind === 'field' ? own(FIELD_LENSES, key) : undefined;
  const value = lens ? lens.read(document, thing) : own(thing.value, key);
  return value === undefined ? undefined : toForm(value, schema);
}

/** The form for one thing, or for several of one kind together; `undefined` without any. */
export function panelForm(things: readonly Thing[], context: Omit<ChoiceContext, 'thing'>): PanelForm | undefined {
  const [first] = things;
  if (!first || things.some(({ kind }) => kind !== first.kind)) return undefined;
  const { document, language } = context;
  const spec = specOf(first.kind);
  const all = spec.groups
    .flatMap(({ properties }) => properties.map(detailed))
    .filter(({ single, several }) => (things.length === 1 ? !several : !single));
  const schemas = schemasOf({ ...context, thing: first }, all);
  for (const thing of things.slice(1)) {
    const others = schemasOf({ ...context, thing }, all);
    for (const [key, schema] of schemas) if (!sameJson(others.get(key), schema)) schemas.delete(key);
  }
  const data: Record<string, Json> = {};
  const mixed: string[] = [];
  for (const [key, schema] of schemas) {
    const values = things.map((thing) => propertyOf(document, thing, key, schema));
    if (values.some((value) => !sameJson(value, values[0]))) mixed.push(key);
    else if (values[0] !== undefined) data[key] = values[0];
  }
  const view = spec.groups.flatMap(({ title, collapsed, properties }) => {
    const fields = properties
      .map(detailed)
      .filter(({ key }) => schemas.has(key))
      .map(({ key, widget }) => (widget === undefined ? toPointer([key]) : { field: toPointer([key]), widget }));
    return fields.length === 0
      ? []
      : [
          {
            section: title[language],
            columns: 2,
            ...(collapsed ? { collapsed } : {}),
            fields: fields.map(lined(schemas)),
          },
        ];
  });
  const needed = own(partOf(spec.part) ?? {}, 'required');
  const defs = first.kind === 'field' ? valueAt(document, '/record/$defs') : undefined;
  const record = {
    type: 'object',
    ...(defs === undefined ? {} : { $defs: defs }),
    properties: Object.fromEntries(schemas),
    ...(Array.isArray(needed) && things.length === 1
      ? { required: needed.filter((key: Json) => typeof key === 'string' && schemas.has(key)) }
      : {}),
  };
  const definition = {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'panel',
    version: '1.0.0',
    title: spec.name[language],
    subject: 'item',
    purpose: { readBy: 'county', decision: ' ' },
    record,
    view,
  };
  return { definition: definition as unknown as Definition, data, mixed };
}

/** A choice of few words is a list, so that the panel stays short. */
const lined =
  (schemas: ReadonlyMap<string, JsonObject>) => (ref: string | { readonly field: string; readonly widget: string }) => {
    const key = pointerParts(typeof ref === 'string' ? ref : ref.field)[0] ?? '';
    const schema = schemas.get(key) ?? {};
    if (typeof ref !== 'string') return ref;
    return own(schema, 'oneOf') ? { field: ref, widget: 'select' } : ref;
  };

/** The edits that make `key` of every thing what the form now holds; `schema` is the property's in the panel's form. */
export function editsOfProperty(
  document: Json,
  things: readonly Thing[],
  key: string,
  after: Json | undefined,
  schema: Json | undefined,
): Edit[] {
  const lists = things.map((thing) => editsOfOne(document, thing, key, after, schema));
  const edits = lists.reduce((all, list) => [...all, ...list], []);
  // Removals from one list must not shift each other.
  return edits.length > 1 && things.length > 1 && edits.every((edit) => 'remove' in edit) ? edits.reverse() : edits;
}

/** What is said by it: rows that wait to be filled in are not, nor a tick that was never set. */
function said(after: Json | undefined, before: Json | undefined): Json | undefined {
  if (after === false && before === undefined) return undefined;
  if (!Array.isArray(after)) return after;
  const rows = after.filter((row: Json) => !isObject(row) || Object.keys(row).length > 0);
  return rows.length === 0 && before === undefined ? undefined : rows;
}

function editsOfOne(
  document: Json,
  thing: Thing,
  key: string,
  after: Json | undefined,
  schema: Json | undefined,
): Edit[] {
  const lens = thing.kind === 'field' ? own(FIELD_LENSES, key) : undefined;
  if (lens) return lens.write(document, thing, after);
  const { pointer, value, isShort } = thing;
  const plain = said(after, own(value, key));
  if (isShort)
    return plain === undefined || sameJson(own(value, key), plain)
      ? []
      : [{ set: pointer, value: { ...value, [key]: plain } }];
  return differences(childPointer(pointer, key), own(value, key), plain, schema, {
    after: behind(value, key, orderOf(thing)),
  });
}

/** Keys of a field's schema in the order in which people write them. */
const FIELD_ORDER = [
  '$ref',
  'type',
  'title',
  'description',
  'format',
  'x-unit',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'enum',
  'oneOf',
  'default',
  'readOnly',
  'x-source',
];

const orderOf = ({ kind }: Thing): readonly string[] => (kind === 'field' ? FIELD_ORDER : keysOf(specOf(kind).part));

/** Keys that are set and that the panel's form does not show: they are for the JSON view. */
export function untouched(thing: Thing, form: PanelForm): string[] {
  const properties = own(form.definition.record as unknown as JsonObject, 'properties');
  const shown = new Set(isObject(properties) ? Object.keys(properties) : []);
  const isField = thing.kind === 'field';
  return Object.keys(thing.value).filter((key) => !shown.has(key) && !(isField && OWN_PANEL.has(key)));
}

/** Keywords of a field that other properties of the panel, or other things, stand for. */
const OWN_PANEL: ReadonlySet<string> = new Set([
  'type',
  'format',
  'oneOf',
  'enum',
  'items',
  'properties',
  'uniqueItems',
  'required',
  '$ref',
]);
