import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { recordedScope, sameAnswer, type Answer, type RecordedValues } from '../../scripts/formula-recorded.ts';
import { evaluate } from './evaluate.ts';
import { parseFormula } from './parse.ts';

const recorded = JSON.parse(readFileSync(new URL('recorded.json', import.meta.url), 'utf8')) as RecordedValues & {
  by: string;
  answers: [string, Answer][];
};

test(`agrees with ${recorded.by} on ${recorded.answers.length} recorded formulas`, () => {
  assert.ok(recorded.answers.length >= 600);
  const scope = recordedScope(recorded);
  const differing = recorded.answers.filter(([text, answer]) => {
    const parsed = parseFormula(text);
    return !parsed.ok || !sameAnswer(evaluate(parsed.value, scope), answer);
  });
  assert.deepEqual(differing, []);
});
