import { multipleTest } from '../decimal.ts';
import { codePoints, equalityKey } from '../equal.ts';
import type { Keyword } from './keyword.ts';
import { spend, violate, type Check } from '../run.ts';
import { MAX_TEXT } from '../pattern/longest-text.ts';
import type { Json } from '../../json/json.ts';
import type { TypeName } from '../schema.ts';

const TYPE_TESTS: Readonly<Record<TypeName, (value: unknown) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  string: (value) => typeof value === 'string',
  array: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** Keywords that judge a single value: its type, its options, a number or a text. */
export const VALUE_KEYWORDS: readonly Keyword[] = [
  {
    names: ['type'],
    vocabulary: 'validation',
    on: 'any',
    compile: (place) => {
      const held = place.held('type') as TypeName | readonly TypeName[];
      const expected = typeof held === 'string' ? [held] : [...held];
      const tests = expected.map((name) => TYPE_TESTS[name]);
      const [only] = tests;
      const test = tests.length === 1 ? only! : (value: unknown) => tests.some((one) => one(value));
      return (value, run) => test(value) || violate(run, place, 'type', { expected });
    },
  },
  {
    names: ['enum'],
    vocabulary: 'validation',
    on: 'any',
    compile: (place) => {
      const held = place.held('enum') as readonly Json[];
      const keys = new Set(held.map(equalityKey));
      return (value, run) => keys.has(equalityKey(value)) || violate(run, place, 'enum', { count: held.length });
    },
  },
  {
    names: ['const'],
    vocabulary: 'validation',
    on: 'any',
    compile: (place) => {
      const expected = place.held('const') as Json;
      const key = equalityKey(expected);
      return (value, run) => equalityKey(value) === key || violate(run, place, 'const', { expected });
    },
  },
  {
    names: ['multipleOf'],
    vocabulary: 'validation',
    on: 'number',
    compile: (place) => {
      const step = place.held('multipleOf') as number;
      const test = multipleTest(step);
      return (value, run) => test(value as number) || violate(run, place, 'multipleOf', { step });
    },
  },
  limit('minimum', 'number', (value, bound) => (value as number) >= bound),
  limit('maximum', 'number', (value, bound) => (value as number) <= bound),
  limit('exclusiveMinimum', 'number', (value, bound) => (value as number) > bound),
  limit('exclusiveMaximum', 'number', (value, bound) => (value as number) < bound),
  // Code units bound code points from both sides, which mostly saves the counting.
  limit('minLength', 'string', (value, bound) => {
    const text = value as string;
    return text.length >= bound && (text.length >= 2 * bound || codePoints(text) >= bound);
  }),
  limit('maxLength', 'string', (value, bound) => {
    const text = value as string;
    return text.length <= bound || (text.length <= 2 * bound && codePoints(text) <= bound);
  }),
  {
    names: ['pattern'],
    vocabulary: 'validation',
    on: 'string',
    compile: (place) => {
      const source = place.held('pattern') as string;
      const pattern = place.pattern(source);
      return (value, run) => {
        const text = value as string;
        spend(run, text.length >> 3);
        if (pattern.test(text)) return true;
        return violate(
          run,
          place,
          'pattern',
          text.length > MAX_TEXT ? { pattern: source, longest: MAX_TEXT } : { pattern: source },
        );
      };
    },
  },
  {
    names: ['format'],
    vocabulary: 'format',
    on: 'string',
    compile: (place) => {
      const name = place.held('format') as string;
      const format = place.format(name);
      if (format === undefined) return undefined; // an unknown format only describes
      const { reason } = format;
      const check: Check = (value, run) => {
        if (format.test(value as string)) return true;
        violate(run, place, 'format', { format: name });
        const last = run.violations.length - 1;
        if (!run.quiet && reason !== undefined) run.violations[last] = { ...run.violations[last]!, reason };
        return false;
      };
      return check;
    },
  },
];

/** A keyword that compares with one number. */
export function limit(name: string, on: Keyword['on'], test: (value: unknown, bound: number) => boolean): Keyword {
  return {
    names: [name],
    vocabulary: 'validation',
    on,
    compile: (place) => {
      const bound = place.held(name) as number;
      return (value, run) => test(value, bound) || violate(run, place, name, { limit: bound });
    },
  };
}
