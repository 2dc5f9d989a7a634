import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, toPointer } from '@jiceng/core/json/pointer.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type { Edit } from '../document/edit.ts';
import { behind, differences } from '../panel/differences.ts';
import { toForm } from '../panel/shape.ts';
import { freeId } from './model/use-offer.ts';
import { REPORT_CHOICES } from './properties.messages.ts';
import { COUNTED, partProperties, PropertyDrawer, propertiesOf } from './property-drawer.ts';
import { SHOWN, type ReportThing } from './report-thing.ts';

/** The panel's form for one part of a report. */
export interface ReportForm {
  readonly definition: Definition;
  readonly data: JsonObject;
}

/** The form over what the panel shows of a part; `heading` stands above it. */
export function reportForm(
  report: Json,
  { part, value }: ReportThing,
  language: Language,
  definitions: readonly Definition[],
  heading: string,
): ReportForm {
  const drawer = new PropertyDrawer(report, language, value, definitions);
  const properties = Object.fromEntries(
    (own(SHOWN, part) ?? []).flatMap((key): [string, JsonObject][] => {
      const drawn = drawer.property(part, key);
      return drawn ? [[key, drawn]] : [];
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
      after: behind(value, key, Object.keys(partProperties(part))),
    }),
    own(value, key),
  );
}

/** How something is counted, and what: both empty where nothing is. */
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
