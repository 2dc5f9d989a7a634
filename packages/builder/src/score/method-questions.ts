import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { choiceTitle, oneOf } from '../panel/choice-lists.ts';
import { titled, wordsOf } from '../panel/meta-schema.ts';
import { questions } from './method-form.messages.ts';
import { sourceOf, sourcesFor, type Method, type MethodContext } from './method-sources.ts';
import { heldIn, isNumeric, numberSchema, shownNumber } from './parameter-numbers.ts';

/**
 * What a method asks for, in this order. `from`: whence the value comes; `value`: its formula, where it comes from one.
 */
export type Question =
  | 'method'
  | 'max'
  | 'from'
  | 'value'
  | 'required'
  | 'full'
  | 'per'
  | 'steps'
  | 'direction'
  | 'unit';
export const ASKS: Readonly<Record<Method, readonly Question[]>> = {
  manual: [],
  auto: ['from', 'value'],
  boolean: ['from', 'value', 'direction'],
  countCap: ['from', 'value', 'required', 'unit'],
  ratio: ['from', 'value', 'direction', 'full', 'unit'],
  threshold: ['from', 'value', 'direction', 'steps', 'unit'],
  deduct: ['from', 'value', 'per', 'unit'],
};

/** The method of an item; `undefined` while it has none. */
export const methodOf = (item: JsonObject): Method | undefined => {
  const method = own(item, 'method');
  return typeof method === 'string' && Object.prototype.hasOwnProperty.call(ASKS, method)
    ? (method as Method)
    : undefined;
};

/** The question as a property of a form, in the words of the method. */
export function schemaOf(
  key: Question,
  method: Method | undefined,
  item: JsonObject,
  context: MethodContext,
): JsonObject {
  const { language, document } = context;
  const text = questions(language);
  const isDown = own(item, 'direction') === 'down';
  const words = (title: string, description?: string): JsonObject => ({
    title,
    ...(description === undefined ? {} : { description }),
  });
  const number = (value: Json | undefined, title: string, help?: string): JsonObject => ({
    ...numberSchema(document, value),
    ...words(title, [help, heldIn(document, value, text)].filter((line) => line !== undefined).join('') || undefined),
  });
  switch (key) {
    case 'method':
      return {
        ...oneOf(
          Object.keys(ASKS).map((each) => ({ const: each, title: choiceTitle('scoreItem.method', each, language) })),
        ),
        ...titled(wordsOf('scoreItem', key), key, language),
      };
    case 'max':
      return { type: 'number', ...words(method ? text.max[method] : text.max.manual) };
    case 'from':
      return { ...oneOf(sourcesFor(method ?? 'manual', item, context)), ...words(method ? text.from[method] : '') };
    case 'value':
      return { type: 'string', 'x-formula': true, ...words(text.formula) };
    case 'required':
      return number(own(item, key), text.required, text.requiredHelp);
    case 'full':
      return number(own(item, key), isDown ? text.fullDown : text.full, isDown ? text.fullDownHelp : text.fullHelp);
    case 'per':
      return number(own(item, key), text.per, text.perHelp);
    case 'direction':
      return {
        ...oneOf(
          (['up', 'down'] as const).map((each) => ({
            const: each,
            title: method === 'boolean' ? text.happened[each] : choiceTitle('scoreItem.direction', each, language),
          })),
        ),
        ...words(method === 'boolean' ? text.when : text.direction),
      };
    case 'unit':
      return { type: 'string', ...words(text.unit, text.unitHelp) };
    case 'steps': {
      const steps = own(item, key);
      const cells = (name: string) =>
        (Array.isArray(steps) ? steps : []).map((step: Json) => (isObject(step) ? own(step, name) : undefined));
      const column = (name: 'at' | 'points', title: string): JsonObject => ({
        ...(cells(name).every((cell) => isNumeric(document, cell))
          ? { type: 'number' }
          : { type: 'string', 'x-shape': 'number' }),
        title,
      });
      const names = [
        ...new Set([...cells('at'), ...cells('points')].flatMap((cell) => heldIn(document, cell, text) ?? [])),
      ];
      return {
        type: 'array',
        ...words(isDown ? text.stepsDown : text.steps, names.join('') || undefined),
        items: {
          type: 'object',
          required: ['at', 'points'],
          properties: {
            at: column('at', isDown ? text.notAbove : text.reached),
            points: column('points', text.points),
          },
        },
      };
    }
  }
}

/** What the form shows of an item: numbers in place of the parameters that hold them. */
export function shownOf(item: JsonObject, key: Question, context: MethodContext): Json | undefined {
  const value = own(item, key);
  const shown = (each: Json | undefined): Json | undefined => shownNumber(context.document, each);
  switch (key) {
    case 'from':
      return sourceOf(item, context);
    case 'direction':
      return value ?? 'up';
    case 'required':
    case 'full':
    case 'per':
      return shown(value);
    case 'steps':
      return Array.isArray(value)
        ? value.map((step: Json) =>
            isObject(step)
              ? Object.fromEntries(Object.keys(step).map((name) => [name, shown(own(step, name)) ?? null]))
              : step,
          )
        : value;
    default:
      return value;
  }
}
