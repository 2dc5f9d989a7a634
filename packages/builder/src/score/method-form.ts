import { translated } from '@jiceng/core/definition/translated.js';
import { sameJson } from '@jiceng/core/json/changes.js';
import type { Definition, Fact, ScoreItem } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { childPointer, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type { Edit } from '../document/edit.ts';
import { choiceTitle, oneOf } from '../panel/choice-lists.ts';
import { behind, differences } from '../panel/differences.ts';
import { keysOf, titled, wordsOf } from '../panel/meta-schema.ts';
import { questions } from './method-form.messages.ts';

type Method = ScoreItem['method'];

/**
 * What a method asks for, in this order. `from`: whence the value comes; `value`: its formula, where it comes from one.
 */
type Question = 'method' | 'max' | 'from' | 'value' | 'required' | 'full' | 'per' | 'steps' | 'direction' | 'unit';
const ASKS: Readonly<Record<Method, readonly Question[]>> = {
  manual: [],
  auto: ['from', 'value'],
  boolean: ['from', 'value', 'direction'],
  countCap: ['from', 'value', 'required', 'unit'],
  ratio: ['from', 'value', 'direction', 'full', 'unit'],
  threshold: ['from', 'value', 'direction', 'steps', 'unit'],
  deduct: ['from', 'value', 'per', 'unit'],
};

/** Types of facts that a method can count with. */
const SUITS: Readonly<Record<Method, readonly Fact['type'][]>> = {
  manual: [],
  auto: ['boolean', 'count', 'number'],
  boolean: ['boolean'],
  countCap: ['count', 'number'],
  ratio: ['percent'],
  threshold: ['percent', 'count', 'number', 'money'],
  deduct: ['count', 'number'],
};

/** So many choices are a plain list; more are searched. */
const LISTED = 12;

/** What surrounds the item. */
export interface MethodContext {
  readonly document: Json;
  readonly language: Language;
  /** The definitions in force beside this one, which establish facts. */
  readonly definitions: readonly Definition[];
  /** A formula is to be written, where there is none yet or a plain fact. */
  readonly isFormulaWanted: boolean;
}

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

/** Whence the value comes: `people` answer, `formula`, or the id of a fact. */
export function sourceOf(item: JsonObject, { isFormulaWanted }: Pick<MethodContext, 'isFormulaWanted'>): string {
  const value = own(item, 'value');
  if (isFormulaWanted) return 'formula';
  if (typeof value !== 'string') return 'people';
  return /^\s*=?\s*FACT\(\s*"([^"]+)"\s*\)\s*$/.exec(value)?.[1] ?? 'formula';
}

const methodOf = (item: JsonObject): Method | undefined => {
  const method = own(item, 'method');
  return typeof method === 'string' && Object.prototype.hasOwnProperty.call(ASKS, method)
    ? (method as Method)
    : undefined;
};

function schemaOf(key: Question, method: Method | undefined, item: JsonObject, context: MethodContext): JsonObject {
  const { language, document } = context;
  const text = questions(language);
  const isDown = own(item, 'direction') === 'down';
  const words = (title: string, description?: string): JsonObject => ({
    title,
    ...(description === undefined ? {} : { description }),
  });
  const number = (value: Json | undefined, title: string, help?: string): JsonObject => ({
    ...numberSchema(document, value),
    ...words(title, [help, held(document, value, text)].filter((line) => line !== undefined).join('') || undefined),
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
      return { ...oneOf(sources(method ?? 'manual', item, context)), ...words(method ? text.from[method] : '') };
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
        ...new Set([...cells('at'), ...cells('points')].flatMap((cell) => held(document, cell, text) ?? [])),
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

/** A number where one is there or is still missing; a formula that no parameter stands for stays text. */
function numberSchema(document: Json, value: Json | undefined): JsonObject {
  const name = parameterAt(document, value);
  const limit = (key: 'min' | 'max', keyword: string) => {
    const bound = name === undefined ? undefined : valueAt(document, toPointer(['parameters', name, key]));
    return typeof bound === 'number' ? { [keyword]: bound } : {};
  };
  return isNumeric(document, value)
    ? { type: 'number', ...limit('min', 'minimum'), ...limit('max', 'maximum') }
    : { type: 'string', 'x-shape': 'number' };
}

const isNumeric = (document: Json, value: Json | undefined): boolean =>
  value === undefined || typeof value === 'number' || parameterAt(document, value) !== undefined;

/** Says that a number is a parameter's; `undefined` where it is not. */
function held(document: Json, value: Json | undefined, text: ReturnType<typeof questions>): string | undefined {
  const name = parameterAt(document, value);
  return name === undefined
    ? undefined
    : text.held(String(valueAt(document, toPointer(['parameters', name, 'title'])) ?? name));
}

/** The name of the parameter that a value names, where it holds a number. */
function parameterAt(document: Json, value: Json | undefined): string | undefined {
  const name = typeof value === 'string' ? value.trim() : '';
  return name !== '' && typeof valueAt(document, toPointer(['parameters', name, 'value'])) === 'number'
    ? name
    : undefined;
}

/** What the form shows of an item: numbers in place of the parameters that hold them. */
function shownOf(item: JsonObject, key: Question, context: MethodContext): Json | undefined {
  const value = own(item, key);
  const shown = (each: Json | undefined): Json | undefined => {
    const name = parameterAt(context.document, each);
    return name === undefined ? each : valueAt(context.document, toPointer(['parameters', name, 'value']));
  };
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

/** What a value may come from: people, facts that suit, a formula. */
function sources(method: Method, item: JsonObject, context: MethodContext) {
  const { document, language, definitions } = context;
  const text = questions(language);
  const current = sourceOf(item, context);
  const subject = isObject(document) ? own(document, 'subject') : undefined;
  const facts = definitions.flatMap((definition) => {
    if (
      !definition.facts?.some(
        ({ id, type, subject: about }) => id === current || (SUITS[method].includes(type) && about === subject),
      )
    )
      return [];
    const { title, facts: told = [] } = translated(definition, language);
    return told
      .filter(({ id, type, subject: about }) => id === current || (SUITS[method].includes(type) && about === subject))
      .map((fact) => ({ const: fact.id, title: text.fact(title, fact.title) }));
  });
  const isKnown = ['people', 'formula'].includes(current) || facts.some((fact) => fact.const === current);
  return [
    { const: 'people', title: text.people[method] },
    ...facts,
    ...(isKnown ? [] : [{ const: current, title: text.unknownFact }]),
    { const: 'formula', title: text.byFormula },
  ];
}

/** Whether two forms ask the same, so that what is typed stays where it is. */
export const isSameForm = (one: MethodForm, other: MethodForm): boolean =>
  sameJson(one.definition as unknown as Json, other.definition as unknown as Json);
