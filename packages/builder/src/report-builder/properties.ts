import { definitionSchema } from '@jiceng/core/generated/definition-schema.js';
import { reportSchema } from '@jiceng/core/generated/report-schema.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type { Edit } from '../document/edit.ts';
import { behind, differences } from '../panel/differences.ts';
import { listFields, nodeAt } from '../panel/field-list.ts';
import { toForm } from '../panel/shape.ts';
import { freeId } from './model/use-offer.ts';
import { partsOf } from './model/zones.ts';
import { REPORT_CHOICES, REPORT_WORDS } from './properties.messages.ts';

/**
 * What the panel shows of each part of the schema for reports. What is not named here is left to the zones and to the
 * JSON view.
 */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  report: ['title', 'description', 'choices', 'print'],
  dataSet: ['title', 'on', 'always', 'states', 'where'],
  dimension: ['title', 'levels', 'period', 'span', 'value', 'buckets', 'show', 'order', 'blank'],
  countedMeasure: [
    'title',
    'unit',
    'type',
    'num',
    'den',
    'where',
    'places',
    'direction',
    'atLeast',
    'empty',
    'description',
  ],
  factMeasure: ['title', 'unit', 'fact', 'part', 'places', 'direction', 'description'],
  filingMeasure: ['title', 'filing', 'places', 'direction', 'description'],
  derivedMeasure: [
    'title',
    'of',
    'derive',
    'against',
    'as',
    'since',
    'within',
    'unit',
    'places',
    'direction',
    'description',
  ],
  memberMeasure: ['title', 'over', 'take', 'value', 'having', 'unit', 'places', 'direction', 'description'],
  computedMeasure: ['title', 'formula', 'type', 'unit', 'places', 'direction', 'description'],
  cardsBlock: ['title', 'help', 'width', 'newPage'],
  tableBlock: ['title', 'help', 'sort', 'top', 'bottom', 'totals', 'subtotals', 'folded', 'serial', 'width', 'newPage'],
  crossBlock: ['title', 'help', 'sort', 'top', 'bottom', 'totals', 'columnTotals', 'subtotals', 'width', 'newPage'],
  boardBlock: ['title', 'help', 'movement', 'bands', 'top', 'showBottom', 'smallest', 'width', 'newPage'],
  chartBlock: ['title', 'help', 'chart', 'sort', 'top', 'bottom', 'width', 'newPage'],
  lightsBlock: ['title', 'help', 'sort', 'legend', 'width', 'newPage'],
  coverageBlock: ['title', 'help', 'data', 'names', 'width', 'newPage'],
  textBlock: ['title', 'paragraphs', 'width', 'newPage'],
};

/** A part of a report that the panel can show. */
export interface ReportThing {
  readonly pointer: string;
  /** Its name in `$defs` of the schema for reports; `report` is the whole. */
  readonly part: string;
  readonly value: JsonObject;
}

/**
 * What stands at a pointer: the report itself, a data set, dimension, measure or block; `undefined` for anything else.
 */
export function reportThing(report: Json, pointer: string): ReportThing | undefined {
  const value = valueAt(report, pointer);
  if (!isObject(value)) return undefined;
  const [list, at, ...more] = pointerParts(pointer);
  if (list === undefined) return { pointer, part: 'report', value };
  if (at === undefined || more.length > 0) return undefined;
  const part =
    list === 'data'
      ? 'dataSet'
      : list === 'dimensions'
        ? 'dimension'
        : list === 'blocks'
          ? `${String(own(value, 'block'))}Block`
          : list === 'measures'
            ? measurePart(value)
            : undefined;
  return part !== undefined && own(KEYS, part) ? { pointer, part, value } : undefined;
}

function measurePart(value: JsonObject): string {
  const has = (key: string): boolean => own(value, key) !== undefined;
  return has('of')
    ? 'derivedMeasure'
    : has('over')
      ? 'memberMeasure'
      : has('formula')
        ? 'computedMeasure'
        : has('fact')
          ? 'factMeasure'
          : has('filing')
            ? 'filingMeasure'
            : 'countedMeasure';
}

/** The panel's form for one part of a report. */
export interface ReportForm {
  readonly definition: Definition;
  readonly data: JsonObject;
}

export function reportForm(
  report: Json,
  { part, value }: ReportThing,
  language: Language,
  definitions: readonly Definition[],
  heading: string,
): ReportForm {
  const drawer = new Drawer(report, language, value, definitions);
  const properties = Object.fromEntries(
    (own(KEYS, part) ?? []).flatMap((key): [string, JsonObject][] => {
      const schema = own(propertiesOf(part === 'report' ? REPORT : defOf(part, REPORT)), key);
      const drawn = COUNTED.has(key)
        ? drawer.counted()
        : isObject(schema)
          ? drawer.drawn(schema, REPORT, key, part, 0)
          : undefined;
      return drawn ? [[key, { ...drawn, ...drawer.words(key, part) }]] : [];
    }),
  );
  const data = Object.fromEntries(
    Object.keys(properties).flatMap((key): [string, Json][] => {
      const there = own(value, key);
      return there === undefined ? [] : [[key, COUNTED.has(key) ? asHow(there) : toForm(there, properties[key])]];
    }),
  );
  const view = [
    {
      section: heading,
      columns: 1,
      fields: Object.entries(properties).map(([key, schema]) =>
        own(schema, 'x-formula')
          ? { field: toPointer([key]), widget: 'longText' }
          : own(schema, 'oneOf')
            ? { field: toPointer([key]), widget: 'select' }
            : toPointer([key]),
      ),
    },
  ];
  const definition = {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'panel',
    version: '1.0.0',
    title: '',
    subject: 'item',
    purpose: { readBy: 'county', decision: ' ' },
    record: { type: 'object', properties },
    view,
  };
  return { definition: definition as unknown as Definition, data };
}

/** The edits that make a property of a part what the form now holds. */
export function reportEdits(
  { pointer, part, value }: ReportThing,
  form: ReportForm,
  key: string,
  after: Json | undefined,
): Edit[] {
  const schema = own(propertiesOf(form.definition.record as unknown as JsonObject), key);
  if (COUNTED.has(key)) return countedEdits(childPointer(pointer, key), own(value, key), after);
  const plain = after === false && own(value, key) === undefined ? undefined : after;
  return named(
    differences(childPointer(pointer, key), own(value, key), plain, schema, {
      after: behind(value, key, Object.keys(propertiesOf(part === 'report' ? REPORT : defOf(part, REPORT)))),
    }),
    own(value, key),
  );
}

/** Sides of a rate are edited as how and what, since only one way of counting holds. */
const COUNTED: ReadonlySet<string> = new Set(['num', 'den']);

function asHow(counted: Json): Json {
  const how = isObject(counted) ? Object.keys(counted).find((key) => own(REPORT_CHOICES['how'], key)) : undefined;
  return how === undefined ? {} : { how, formula: own(counted as JsonObject, how) as Json };
}

function countedEdits(pointer: string, before: Json | undefined, after: Json | undefined): Edit[] {
  const how = isObject(after) ? own(after, 'how') : undefined;
  if (typeof how !== 'string' || how === '')
    return before === undefined || pointer.endsWith('/num') ? [] : [{ remove: pointer }];
  const text = own(after as JsonObject, 'formula');
  const formula = typeof text === 'string' && text.trim() !== '' ? text : how === 'count' ? 'TRUE' : '';
  if (formula === '' || (isObject(before) && own(before, how) === formula)) return [];
  return [{ set: pointer, value: { [how]: formula } }];
}

/** New buckets and bands get an id: people give them a title only. */
function named(edits: readonly Edit[], list: Json | undefined): Edit[] {
  const taken = new Set(
    (Array.isArray(list) ? list : []).map((entry: Json) => (isObject(entry) ? own(entry, 'id') : undefined)),
  );
  return edits.map((edit) => {
    const place = 'insert' in edit ? edit.insert : 'set' in edit ? edit.set : '';
    if (!/\/(buckets|bands)(\/|$)/.test(place) || !('value' in edit)) return edit;
    const withId = (value: Json): Json => {
      if (!isObject(value) || own(value, 'id') !== undefined) return value;
      const id = freeId('group1', taken);
      taken.add(id);
      return { id, ...value };
    };
    return {
      ...edit,
      value: Array.isArray(edit.value)
        ? edit.value.map(withId)
        : isObject(edit.value)
          ? withId(edit.value)
          : edit.value,
    };
  });
}

const REPORT = reportSchema as JsonObject;
const DEFINITION = definitionSchema as JsonObject;
const propertiesOf = (schema: JsonObject | undefined): JsonObject => {
  const properties = own(schema, 'properties');
  return isObject(properties) ? properties : {};
};
const defOf = (name: string, base: JsonObject): JsonObject | undefined =>
  own(own(base, '$defs') as JsonObject | undefined, name) as JsonObject | undefined;

/** Deeper than this no form is of use. */
const DEEPEST = 5;
const MEASURES: ReadonlySet<string> = new Set(['of', 'measure', 'measures', 'compare']);
const DIMENSIONS: ReadonlySet<string> = new Set(['dimension', 'over', 'within', 'series', 'spread', 'trend']);

/** Turns the metaschema's property into one that a form edits: references followed, words in, choices listed. */
class Drawer {
  private readonly report: Json;
  private readonly at: 0 | 1;
  private readonly value: JsonObject;
  private readonly definitions: readonly Definition[];

  constructor(report: Json, language: Language, value: JsonObject, definitions: readonly Definition[]) {
    this.report = report;
    this.value = value;
    this.definitions = definitions;
    this.at = language === 'zh-CN' ? 0 : 1;
  }

  words(key: string, part: string): { readonly title: string; readonly description?: string } {
    const words = own(REPORT_WORDS, `${part}.${key}`) ?? own(REPORT_WORDS, key);
    const help = words?.[(this.at + 2) as 2 | 3];
    return { title: words?.[this.at] ?? key, ...(help === undefined ? {} : { description: help }) };
  }

  /** How something is counted, and what. */
  counted(): JsonObject {
    const how = own(REPORT_CHOICES, 'how') ?? {};
    return {
      type: 'object',
      properties: {
        how: { ...this.listed('how', Object.keys(how)), ...this.words('how', '') },
        formula: { type: 'string', 'x-formula': true, ...this.words('formula', 'counted') },
      },
    };
  }

  drawn(schema: JsonObject, base: JsonObject, key: string, part: string, depth: number): JsonObject {
    const reference = own(schema, '$ref');
    if (typeof reference === 'string') {
      const name = reference.slice(reference.lastIndexOf('/') + 1);
      if (name === 'formula') return { type: 'string', 'x-formula': true };
      if (name === 'numberOrFormula') return { type: 'string', 'x-shape': 'number' };
      if (name === 'name' || name === 'pointer') return this.chosen(key, part);
      const target = reference.startsWith('#') ? base : DEFINITION;
      const found = defOf(name, target);
      return found && depth < DEEPEST ? this.drawn(found, target, key, name, depth) : {};
    }
    const values =
      own(schema, 'enum') ??
      (Array.isArray(own(schema, 'oneOf'))
        ? (own(schema, 'oneOf') as Json[]).flatMap((each) => (isObject(each) ? this.valuesOf(each, base) : []))
        : undefined);
    if (Array.isArray(values) && values.length > 0) return this.listed(key, values);
    const items = own(schema, 'items');
    if (isObject(items)) {
      const item = this.drawn(items, base, key, part, depth + 1);
      return {
        type: 'array',
        ...(own(item, 'oneOf') ? { uniqueItems: true } : {}),
        items: own(schema, 'type') === 'array' && key === 'paragraphs' ? { ...item, 'x-long': true } : item,
      };
    }
    const properties = own(schema, 'properties');
    if (!isObject(properties))
      return Object.fromEntries(
        ['type', 'minLength', 'maxLength', 'minimum', 'maximum'].flatMap((word): [string, Json][] => {
          const value = own(schema, word);
          return value === undefined ? [] : [[word, value]];
        }),
      );
    const inner = Object.keys(properties).flatMap((name): [string, JsonObject][] => {
      const child = own(properties, name);
      const drawn = isObject(child) && name !== 'id' ? this.drawn(child, base, name, part, depth + 1) : {};
      return Object.keys(drawn).length === 0 ? [] : [[name, { ...drawn, ...this.words(name, part) }]];
    });
    const required = own(schema, 'required');
    return {
      type: 'object',
      properties: Object.fromEntries(inner),
      ...(Array.isArray(required)
        ? {
            required: required.filter(
              (name: Json) => typeof name === 'string' && inner.some(([key_]) => key_ === name),
            ),
          }
        : {}),
    };
  }

  private valuesOf(each: JsonObject, base: JsonObject): Json[] {
    const reference = own(each, '$ref');
    const target =
      typeof reference === 'string'
        ? defOf(reference.slice(reference.lastIndexOf('/') + 1), reference.startsWith('#') ? base : DEFINITION)
        : each;
    const listed = own(target, 'enum');
    const one = own(target, 'const');
    return Array.isArray(listed) ? listed : one === undefined ? [] : [one];
  }

  private listed(key: string, values: readonly Json[]): JsonObject {
    return {
      type: 'string',
      oneOf: values
        .filter((value): value is string => typeof value === 'string')
        .map((value) => ({ const: value, title: own(own(REPORT_CHOICES, key), value)?.[this.at] ?? value })),
    };
  }

  /** Ids of other parts of the report, by their titles; a plain text where they come from elsewhere. */
  private chosen(key: string, part: string): JsonObject {
    const dimensions =
      DIMENSIONS.has(key) || (part === 'sortKey' && key === 'by') ? partsOf(this.report, 'dimension') : [];
    const measures = MEASURES.has(key) || (part === 'sortKey' && key === 'by') ? partsOf(this.report, 'measure') : [];
    const sets =
      key === 'data' ? ((own(this.report as JsonObject, 'data') as Json[] | undefined) ?? []).filter(isObject) : [];
    const fields = part === 'dataSet' ? this.fromDefinition(key) : [];
    if (fields.length > 0) return { type: 'string', oneOf: fields };
    const choices = [...measures, ...dimensions, ...sets].map((each) => ({
      const: String(own(each, 'id')),
      title: String(own(each, 'title') ?? own(each, 'id')),
    }));
    return choices.length > 0 ? { type: 'string', oneOf: choices } : { type: 'string' };
  }

  /** Dates and states of the records that a data set takes. */
  private fromDefinition(key: string): JsonObject[] {
    const [id] = (own(this.value, 'records') as readonly Json[] | undefined) ?? [];
    const definition = this.definitions.find((each) => each.id === id);
    if (!definition) return [];
    if (key === 'states') return (definition.states ?? []).map((state) => ({ const: state.id, title: state.title }));
    return key === 'on'
      ? listFields(definition as unknown as Json)
          .filter(({ pointer }) => nodeAt(definition as unknown as Json, pointer)?.kind === 'date')
          .map(({ address, title }) => ({ const: address, title }))
      : [];
  }
}
