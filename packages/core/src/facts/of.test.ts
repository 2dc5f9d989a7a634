import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { admit } from '../admit/admit.ts';
import { compile } from '../definition/compile.ts';
import { codesOf, record as schema, trial } from '../definition/fixtures/trial.ts';
import { DIRECTORY } from '../engine/fixtures/directory.ts';
import { evaluate } from '../formula/evaluate.ts';
import type { FormulaError } from '../formula/value.ts';
import type { Definition } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import { recordScope } from '../record/scope.ts';
import { workdayTest } from '../time/calendar.ts';
import { FactIndex } from './fact-index.ts';

const NOW = '2025-09-15T09:00:00+08:00';
const definition = trial({
  record: schema({
    visitedOn: { type: 'string', format: 'date', title: '日期' },
    visitedOrg: { type: 'string', format: 'organisation', title: '到访组织' },
    helpers: { type: 'array', title: '同行人', items: { type: 'string', format: 'person' } },
    hours: {
      type: 'array',
      title: '学时',
      items: {
        type: 'object',
        properties: {
          personId: { type: 'string', format: 'person', title: '人员' },
          done: { type: 'number', title: '学时' },
          place: { type: 'string', title: '地点' },
        },
      },
    },
  }),
  facts: [
    {
      id: 'trial/visited',
      title: '到访次数',
      type: 'count',
      subject: 'organisation',
      of: '/visitedOrg',
      on: '/visitedOn',
      grain: 'month',
      num: { count: 'TRUE' },
    },
    {
      id: 'trial/helped',
      title: '同行次数',
      type: 'count',
      subject: 'person',
      of: '/helpers',
      on: '/visitedOn',
      grain: 'month',
      num: { count: 'TRUE' },
    },
    {
      id: 'trial/hours',
      title: '学时',
      type: 'number',
      subject: 'person',
      of: '/hours/*/personId',
      on: '/visitedOn',
      grain: 'year',
      where: '[@done]>0',
      num: { sum: '[@done]' },
    },
    {
      id: 'trial/lastDone',
      title: '最近学时',
      type: 'number',
      subject: 'person',
      of: '/hours/*/personId',
      by: '/hours/*/place',
      on: '/visitedOn',
      grain: 'year',
      num: { last: '[@done]' },
    },
    {
      id: 'trial/done',
      title: '完成率',
      type: 'percent',
      subject: 'organisation',
      on: '/visitedOn',
      grain: 'month',
      num: { sum: 'ROWS(helpers)' },
      den: { sum: '10' },
    },
  ],
}) as unknown as Definition;
const compiled = compile(definition);
const record = (id: string, data: Record<string, unknown>, more: Partial<StoredRecord> = {}): StoredRecord => ({
  id,
  definition: { id: 'trial', version: '1.0.0', hash: '' },
  orgId: 'village1',
  orgPath: DIRECTORY.path('village1'),
  revision: 0,
  links: [],
  facts: [],
  history: [],
  audit: { createdAt: NOW, createdBy: 'p', updatedAt: NOW, updatedBy: 'p' },
  data: data as StoredRecord['data'],
  ...more,
});
const index = (...records: StoredRecord[]) =>
  new FactIndex({ definitions: [compiled], organisations: DIRECTORY, records, now: NOW, isWorkday: workdayTest() });
const visit = record('v1', {
  visitedOn: '2025-03-04',
  visitedOrg: 'village2',
  helpers: ['p1', 'p2', 'p1'],
  hours: [{ personId: 'p1', done: 3 }, { personId: 'p2', done: 0 }, { personId: 'p1', done: 1.5 }, { done: 9 }],
});

describe('facts about those that a field names', () => {
  it('are admitted, with rows in their formulas', () => {
    assert.deepEqual(codesOf(admit(definition)), []);
    const broken = trial({ record: definition.record, facts: [{ ...definition.facts![2], of: '/helpers' }] });
    assert.deepEqual(codesOf(admit(broken)), ['unknown-name', 'unknown-name'], '[@done] belongs to rows');
    assert.deepEqual(
      codesOf(admit(trial({ record: definition.record, facts: [{ ...definition.facts![0], of: '/nowhere' }] }))),
      ['unknown-field'],
    );
  });
  it('count at the organisation named, not at the record’s own', () => {
    const facts = index(visit);
    assert.equal(facts.read({ id: 'trial/visited', subjectId: 'village2', periodCode: '2025' }).value, 1);
    assert.equal(facts.read({ id: 'trial/visited', subjectId: 'village1', periodCode: '2025' }).missing, 'no-records');
  });
  it('count each person of a list once', () => {
    const facts = index(visit, record('v2', { visitedOn: '2025-04-01', helpers: ['p2'] }));
    assert.equal(facts.read({ id: 'trial/helped', subjectId: 'p1' }).value, 1);
    assert.equal(facts.read({ id: 'trial/helped', subjectId: 'p2', periodCode: '2025-Q1' }).value, 1);
    assert.equal(facts.read({ id: 'trial/helped', subjectId: 'p2' }).value, 2);
  });
  it('evaluate each row by itself, and keep up with changes', () => {
    const facts = index(visit);
    assert.equal(facts.read({ id: 'trial/hours', subjectId: 'p1', periodCode: '2025' }).value, 4.5);
    assert.equal(facts.read({ id: 'trial/hours', subjectId: 'p2', periodCode: '2025' }).missing, 'no-records');
    facts.update(visit, {
      ...visit,
      data: { ...visit.data, hours: [{ personId: 'p2', done: 2 }] } as StoredRecord['data'],
    });
    assert.equal(facts.read({ id: 'trial/hours', subjectId: 'p1', periodCode: '2025' }).missing, 'no-records');
    assert.equal(facts.read({ id: 'trial/hours', subjectId: 'p2', periodCode: '2025' }).value, 2);
    facts.update(visit, undefined);
    assert.equal(facts.read({ id: 'trial/hours', subjectId: 'p2', periodCode: '2025' }).missing, 'no-records');
  });
});

describe('facts about those in rows, split by a column of the same rows', () => {
  it('count each row under its own value only', () => {
    const facts = index(
      record('v1', {
        visitedOn: '2025-03-04',
        hours: [
          { personId: 'p1', done: 3, place: '党校' },
          { personId: 'p1', done: 5, place: '基地' },
          { personId: 'p2', done: 2, place: '基地' },
        ],
      }),
    );
    const last = (subjectId: string, by?: string) =>
      facts.read({ id: 'trial/lastDone', subjectId, periodCode: '2025', ...(by ? { by } : {}) }).value;
    assert.deepEqual([last('p1', '党校'), last('p1', '基地'), last('p2', '基地'), last('p2', '党校')], [3, 5, 2, null]);
  });
});

describe('FACT in a formula', () => {
  const read = (text: string, over: Partial<StoredRecord> = {}) => {
    const facts = index(
      visit,
      record(
        'v2',
        { visitedOn: '2025-08-01', helpers: ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'] },
        { orgId: 'village2' },
      ),
    );
    return evaluate(
      compiled.formula(text),
      recordScope({ compiled, record: record('r', {}, over), facts, now: NOW, isWorkday: workdayTest() }),
    );
  };
  it('may ask for another kind of period than the record’s', () => {
    assert.equal(read('FACT("trial/done",,,"year")', { periodCode: '2025-04' }), 30);
    assert.equal(read('FACT("trial/done",,0,"quarter")', { periodCode: '2025-03' }), 30);
    assert.equal(read('FACTNUM("trial/done",,-1,"halfYear")'), 3, 'a record without a period reads from today');
    assert.equal((read('FACT("trial/done",,,"week")') as FormulaError).error, '#VALUE!');
  });
  it('may add up everything below its organisation, and divides once', () => {
    assert.equal(read('FACTNUM("trial/done",,,"year","under")', { orgId: 'townA' }), 10);
    assert.equal(read('FACT("trial/done",,,"year","under")', { orgId: 'townA' }), 50);
    assert.equal(read('FACTNUM("trial/helped",,,"year","under")', { orgId: 'townA' }), 9, 'facts about persons too');
    assert.equal((read('FACT("trial/done",,,"year","beside")') as FormulaError).error, '#VALUE!');
  });
});
