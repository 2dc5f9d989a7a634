import type { Definition } from '@jiceng/core/generated/definition.js';
import { sameJson } from '@jiceng/core/json/changes.js';
import { own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Edit } from '../document/edit.ts';
import { behind, differences } from '../panel/differences.ts';
import { keysOf } from '../panel/meta-schema.ts';
import { questions } from './method-form.messages.ts';
import { ASKS, methodOf, schemaOf, shownOf, type Question } from './method-questions.ts';
import { sourceOf, type MethodContext } from './method-sources.ts';
import { parameterAt } from './parameter-numbers.ts';

/** So many choices are a plain list; more are searched. */
const LISTED = 12;

/** The form of one item's method. */
export interface MethodForm {
  readonly definition: Definition;
  readonly data: JsonObject;
}

/**
 * The form that asks what the method of an item needs: each in the method's own words, parameters by the numbers they
 * hold.
 */
export function methodForm(item: JsonObject, context: MethodContext): MethodForm {
  const method = methodOf(item);
  const asked = (['method', 'max', ...(method ? ASKS[method] : [])] as const).filter(
    (key) => key !== 'value' || sourceOf(item, context) === 'formula',
  );
  const schemas = asked.map((key) => [key, schemaOf(key, method, item, context)] as const);
  const data = asked.flatMap((key): [string, Json][] => {
    const value = shownOf(item, key, context);
    return value === undefined ? [] : [[key, value]];
  });
  const fields = schemas.map(([key, schema]) => {
    const choices = own(schema, 'oneOf');
    return {
      field: toPointer([key]),
      ...(Array.isArray(choices) && choices.length <= LISTED ? { widget: 'select' } : {}),
    };
  });
  const definition = {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'method',
    version: '1.0.0',
    title: questions(context.language).title,
    subject: 'item',
    purpose: { readBy: 'county', decision: ' ' },
    record: { type: 'object', properties: Object.fromEntries(schemas), required: ['method', 'max'] },
    view: [{ fields }],
  };
  return { definition: definition as unknown as Definition, data: Object.fromEntries(data) };
}

/**
 * The edits that make one answer of the form true of the item at `pointer`; a number that a parameter holds is changed
 * there.
 */
export function editsOfMethod(
  pointer: string,
  item: JsonObject,
  key: string,
  after: Json | undefined,
  context: MethodContext,
): Edit[] {
  if (key === 'from') {
    if (after === 'formula' || after === undefined) return [];
    const value = after === 'people' ? undefined : `FACT(${JSON.stringify(after)})`;
    return differences(childPointer(pointer, 'value'), own(item, 'value'), value, undefined, {
      after: behind(item, 'value', keysOf('scoreItem')),
    });
  }
  if (key === 'method')
    return [
      ...differences(childPointer(pointer, key), own(item, key), after, undefined),
      ...refusedBy(after, item).map((each) => ({ remove: childPointer(pointer, each) })),
    ];
  const before = key === 'direction' ? own(item, key) : shownOf(item, key as Question, context);
  const value = key === 'direction' && after === 'up' ? undefined : after;
  const { document } = context;
  return differences(
    childPointer(pointer, key),
    before,
    value,
    schemaOf(key as Question, methodOf(item), item, context),
    { after: behind(item, key, keysOf('scoreItem')) },
  ).map((edit): Edit => {
    if (!('set' in edit) || !('value' in edit) || typeof edit.value !== 'number') return edit;
    const name = parameterAt(document, valueAt(document, edit.set));
    return name === undefined ? edit : { set: toPointer(['parameters', name, 'value']), value: edit.value };
  });
}

/** What a method would not be admitted with. */
function refusedBy(method: Json | undefined, item: JsonObject): string[] {
  return [
    ...(method === 'manual' && own(item, 'value') !== undefined ? ['value'] : []),
    ...(method === 'deduct' && own(item, 'direction') === 'up' ? ['direction'] : []),
  ];
}

/** Whether two forms ask the same, so that what is typed stays where it is. */
export const isSameForm = (one: MethodForm, other: MethodForm): boolean =>
  sameJson(one.definition as unknown as Json, other.definition as unknown as Json);
