import type { Scope } from '../src/formula/run.ts';
import { isError, type Value } from '../src/formula/value.ts';

/**
 * What LibreOffice answered: a number (1 for TRUE), a text, or the error as it shows it. Only for tests and the
 * differential script.
 */
export type Answer = number | string | { readonly error: string };

/** The values that recorded formulas read. */
export interface RecordedValues {
  readonly names: Readonly<Record<string, Value>>;
  readonly columns: Readonly<Record<string, readonly Value[]>>;
}

/** Facts that recorded formulas read are these names. */
const FACTS: Readonly<Record<string, string>> = {
  'organisations/memberCount value': 'members',
  'organisation-life/heldRate value': 'rate',
  'organisation-life/heldRate num': 'fullMembers',
  'organisation-life/heldRate den': 'members',
};

/** The scope in which recorded formulas are calculated. */
export function recordedScope({ names, columns }: RecordedValues): Scope {
  const nameMap = new Map(Object.entries(names));
  const columnMap = new Map(Object.entries(columns));
  return {
    today: '2026-11-21',
    name: (name) => nameMap.get(name),
    column: (_, column) => columnMap.get(column),
    fact: ({ id, part }) => nameMap.get(FACTS[`${id} ${part}`] ?? ''),
  };
}

/** LibreOffice's errors that have no name of Excel's. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  'Err:502': ['#NUM!', '#VALUE!'],
  'Err:503': ['#NUM!'],
  'Err:504': ['#VALUE!', '#REF!'],
  'Err:523': ['#NUM!'],
};

/**
 * Whether both mean the same: numbers to 12 significant digits, errors of the same kind, a blank as 0 or empty text,
 * TRUE as 1.
 */
export function sameAnswer(value: Value, answer: Answer): boolean {
  if (isError(value))
    return (
      typeof answer === 'object' && (answer.error === value.error || (CODES[answer.error] ?? []).includes(value.error))
    );
  if (typeof answer === 'object') return false;
  if (value === null) return answer === 0 || answer === '';
  if (typeof value === 'boolean') return Number(value) === answer;
  if (typeof value === 'string' || typeof answer === 'string') return value === answer;
  return (
    Number(value.toPrecision(12)) === Number(answer.toPrecision(12)) ||
    Math.abs(value - answer) <= 1e-12 * Math.max(Math.abs(value), Math.abs(answer))
  );
}
