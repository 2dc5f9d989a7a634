import { translated } from '@jiceng/core/definition/translated.js';
import type { Definition, Fact, ScoreItem } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { questions } from './method-form.messages.ts';

/** How the points of an item come about. */
export type Method = ScoreItem['method'];

/** What surrounds the item. */
export interface MethodContext {
  readonly document: Json;
  readonly language: Language;
  /** The definitions in force beside this one, which establish facts. */
  readonly definitions: readonly Definition[];
  /** A formula is to be written, where there is none yet or a plain fact. */
  readonly isFormulaWanted: boolean;
}

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

/** Whence the value comes: `people` answer, `formula`, or the id of a fact. */
export function sourceOf(item: JsonObject, { isFormulaWanted }: Pick<MethodContext, 'isFormulaWanted'>): string {
  const value = own(item, 'value');
  if (isFormulaWanted) return 'formula';
  if (typeof value !== 'string') return 'people';
  return /^\s*=?\s*FACT\(\s*"([^"]+)"\s*\)\s*$/.exec(value)?.[1] ?? 'formula';
}

/** What a value may come from: people, facts that suit, a formula. */
export function sourcesFor(method: Method, item: JsonObject, context: MethodContext) {
  const { document, language, definitions } = context;
  const text = questions(language);
  const current = sourceOf(item, context);
  const subject = isObject(document) ? own(document, 'subject') : undefined;
  const isOffered = ({ id, type, subject: about }: Fact): boolean =>
    id === current || (SUITS[method].includes(type) && about === subject);
  const facts = definitions
    .filter((definition) => definition.facts?.some(isOffered))
    .map((definition) => translated(definition, language))
    .flatMap(({ title, facts: told = [] }) =>
      told.filter(isOffered).map((fact) => ({ const: fact.id, title: text.fact(title, fact.title) })),
    );
  const isKnown = ['people', 'formula'].includes(current) || facts.some((fact) => fact.const === current);
  return [
    { const: 'people', title: text.people[method] },
    ...facts,
    ...(isKnown ? [] : [{ const: current, title: text.unknownFact }]),
    { const: 'formula', title: text.byFormula },
  ];
}
