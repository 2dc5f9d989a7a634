import type { Term } from '@jiceng/core/logic/sentence.js';
import type { Word } from '@jiceng/core/logic/words.js';
import type { Subject } from '../formula/formula-context.ts';

/** What a line compares with, as it is chosen: a base, and for dates so many days before or after it. */
export interface Compared {
  readonly base: Term;
  readonly sign: '+' | '-' | undefined;
  readonly days: Term | undefined;
}

/** The parts of what is compared with; a calculation of another shape is a base by itself. */
export function comparedOf(term: Term): Compared {
  const only = term.type === 'calc' && term.rest.length === 1 ? term.rest[0] : undefined;
  const isShift =
    only &&
    (only.operator === '+' || only.operator === '-') &&
    (only.operand.type === 'value' || only.operand.type === 'name') &&
    term.type === 'calc' &&
    (term.first.type === 'today' || term.first.type === 'name' || term.first.type === 'cell');
  if (isShift && term.type === 'calc')
    return { base: term.first, sign: only.operator as '+' | '-', days: only.operand };
  return { base: term, sign: undefined, days: undefined };
}

export function termOfCompared({ base, sign, days }: Compared): Term {
  return sign === undefined
    ? base
    : { type: 'calc', first: base, rest: [{ operator: sign, operand: days ?? { type: 'value', value: 1 } }] };
}

/** What something of this kind can be compared with, besides fixed values. */
export function basesFor(word: Word | undefined, subjects: readonly Subject[], about: string): readonly Subject[] {
  if (!word || word.options.length > 0) return [];
  return subjects.filter(
    ({ word: other, text }) => text !== about && other.kind === word.kind && other.options.length === 0,
  );
}

/** The value that a person typed or chose, in the kind of what it is compared with. */
export function typedValue(text: string, word: Word | undefined): Term {
  const option = word?.options.find(({ value }) => String(value) === text);
  if (
    option &&
    (typeof option.value === 'string' || typeof option.value === 'number' || typeof option.value === 'boolean')
  )
    return { type: 'value', value: option.value };
  const number = Number(text);
  return word?.kind === 'number' && text.trim() !== '' && Number.isFinite(number)
    ? numberTerm(number)
    : { type: 'value', value: word?.kind === 'number' ? 0 : text };
}

/** Formulas write a negative number with a sign. */
export function numberTerm(number: number): Term {
  return number < 0 ? { type: 'minus', of: { type: 'value', value: -number } } : { type: 'value', value: number };
}

/** The fixed value of a term as text to be typed; `undefined` for what is no fixed value. */
export function fixedText(term: Term | undefined): string | undefined {
  if (term?.type === 'value') return String(term.value);
  return term?.type === 'minus' && term.of.type === 'value' ? `-${String(term.of.value)}` : undefined;
}
