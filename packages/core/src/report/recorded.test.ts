import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { differences, ourAnswers, visits, type Answers, type Question } from '../../scripts/report-cases.ts';

const recorded = JSON.parse(readFileSync(new URL('recorded.json', import.meta.url), 'utf8')) as {
  readonly by: string;
  readonly seed: number;
  readonly records: number;
  readonly answers: readonly (readonly [Question, Answers])[];
};

test(`agrees with ${recorded.by} on ${recorded.answers.length} recorded tables`, () => {
  const list = visits(recorded.seed, recorded.records);
  assert.ok(recorded.answers.reduce((sum, [, answers]) => sum + Object.keys(answers).length, 0) > 2000);
  for (const [question, theirs] of recorded.answers)
    assert.deepEqual(differences(ourAnswers(list, question), theirs), [], JSON.stringify(question));
});
