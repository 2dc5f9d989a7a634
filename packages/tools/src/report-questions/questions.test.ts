import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { differences, ourAnswers, type Answers } from './answers.ts';
import { sampledCounty, type Sample } from './county.ts';
import { QUESTIONS } from './questions.ts';

const recorded = JSON.parse(readFileSync(new URL('recorded.json', import.meta.url), 'utf8')) as {
  readonly by: string;
  readonly answers: readonly (readonly [title: string, answers: Answers])[];
  readonly sample: Sample;
};

test(`agrees with ${recorded.by} on ${QUESTIONS.length} questions over a county`, () => {
  const asked = sampledCounty(recorded.sample);
  const answers = new Map(recorded.answers);
  for (const question of QUESTIONS) {
    const theirs = answers.get(question.title) ?? {};
    assert.ok(Object.keys(theirs).length > 1, question.title);
    assert.deepEqual(differences(ourAnswers(question, asked), theirs), [], question.title);
  }
});
