import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import type { Compiled } from '../definition/compiled.ts';
import { templates } from '../definition/fixtures/templates.ts';
import { guardPrototypes } from '../definition/fixtures/trial.ts';
import { FactIndex } from '../facts/fact-index.ts';
import fc from '../fixtures/fast-check.ts';
import { mutated } from '../gate/fixtures/random-changes.ts';
import type { StoredRecord } from '../generated/record.ts';
import { OrganisationIndex } from '../org/organisation-index.ts';
import { workdayTest } from '../time/calendar.ts';
import { admitReport } from './admit.ts';
import { compute } from './compute.ts';
import { ReportData } from './data.ts';
import { countyReport, dataOf, NOW, ORGANISATIONS, visit } from './fixtures/county.ts';
import { findTemplate, reports } from './fixtures/trial.ts';
import type { Place, TableModel } from './model.ts';
import { openNumber } from './open.ts';
import { reportText } from './words/plain.ts';

const WORDS = {
  serial: '序号',
  rank: '位次',
  row: '组织',
  band: '档次',
  moved: '升降',
  reported: '已报',
  expected: '应报',
  missing: '尚未上报',
  noRows: '没有数据',
  noneFits: '没有符合条件的',
  silent: (count: number) => `没有数据的 ${count} 个：`,
  more: (count: number) => `等 ${count} 个`,
};
const nasty = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '=cmd|calc',
    '<img src=x onerror=alert(1)>',
    '{period}',
    '\u202egnp.exe',
    '\ud800',
    '',
    ' ',
    '0',
    'NaN',
    'x'.repeat(5000),
  ),
  fc.string({ maxLength: 12 }),
);

const index = new OrganisationIndex(ORGANISATIONS);
const compiled = new Map<string, Compiled>(templates().map(({ definition }) => [definition.id, compile(definition)]));
/** Two records of every template, as people would fill it in. */
const RECORDS: readonly StoredRecord[] = templates().flatMap(({ definition, example }) =>
  ['a1', 'b1'].map((orgId): StoredRecord => ({
    id: `${definition.id} ${orgId}`,
    definition: { id: definition.id, version: definition.version, hash: '' },
    orgId,
    orgPath: index.path(orgId),
    periodCode: '2025',
    revision: 0,
    links: [],
    facts: [],
    ...(definition.states?.[0] ? { state: definition.states[0].id } : {}),
    audit: { createdAt: NOW, createdBy: 'p', updatedAt: NOW, updatedBy: 'p' },
    history: [],
    data: example as StoredRecord['data'],
  })),
);
const facts = new FactIndex({
  definitions: compiled.values(),
  organisations: index,
  records: RECORDS,
  now: NOW,
  isWorkday: workdayTest(),
});
const sources = {
  definition: (id: string) => compiled.get(id),
  records: (id: string) => RECORDS.filter(({ definition }) => definition.id === id),
  organisations: index,
  facts,
  now: NOW,
  isWorkday: workdayTest(),
};

describe('hostile reports and texts', () => {
  guardPrototypes();

  it('whatever the gate lets through is computed, in both languages, and says in words how', () => {
    const all = reports();
    let computed = 0;
    const change = fc.tuple(
      fc.nat(5000),
      fc.nat(5),
      fc.constantFrom('title', 'unit', 'data', 'id', 'rows', '__proto__', 'x-a'),
      fc.oneof(
        nasty,
        fc.constantFrom<unknown>(0, -1, 1e308, true, null, [], {}, 'total', 'township', 'NOW()', '1/0', '"a"+1'),
      ),
    );
    fc.assert(
      fc.property(
        fc.nat(all.length - 1),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        fc.constantFrom('zh-CN', 'en'),
        (which, changes, locale) => {
          const admitted = admitReport(mutated(all[which]![1], changes), findTemplate);
          if (!admitted.ok) return;
          const result = compute(
            admitted.value,
            new ReportData(admitted.value, sources),
            { period: '2025', organisation: 'c' },
            locale,
          );
          assert.equal(result.blocks.length, admitted.value.blocks.length);
          assert.ok(result.notes.every((note) => typeof note === 'string' && note !== ''));
          assert.ok(reportText(result, WORDS).length > 0);
          computed++;
        },
      ),
      { numRuns: 120 },
    );
    assert.ok(computed > 20, `${computed} were let through`);
  });

  it('texts in records are members like any other, in their own words', () => {
    fc.assert(
      fc.property(fc.uniqueArray(nasty, { minLength: 1, maxLength: 6, selector: String }), (kinds) => {
        const report = countyReport({
          blocks: [
            { block: 'table', id: 'one', rows: ['kind'], columns: ['count', 'people'] },
            { block: 'cross', id: 'two', rows: ['township'], columns: ['kind'], measures: ['sum'] },
            { block: 'chart', id: 'three', chart: 'bar', by: 'kind', measures: ['count'] },
          ],
        });
        const records = kinds.map((kind, at) => visit(`${at}`, 'a1', '2025-02-01', { kind, amount: 1, who: kind }));
        const data = dataOf(report, records);
        const chosen = { period: '2025', organisation: 'c' };
        const { rows } = compute(report, data, chosen).blocks[0]!.model as TableModel;
        const members = rows.filter(({ kind }) => kind === 'member');
        assert.deepEqual(members.map(({ steps }) => steps[0]!.member).sort(), [...kinds].sort());
        for (const { cells } of members)
          assert.equal(openNumber(report, data, chosen, cells[0]!.place)!.parts[0]!.rows.length, 1);
      }),
      { numRuns: 60 },
    );
  });

  it('places from links lead to a number or to nothing', () => {
    const report = countyReport({ blocks: [{ block: 'table', id: 'one', rows: ['kind'], columns: ['count'] }] });
    const data = dataOf(report, [visit('1', 'a1', '2025-02-01', { kind: 'home' })]);
    const step = fc.record({ dimension: fc.constantFrom('kind', 'township', 'month'), member: nasty });
    const place = fc.record({
      block: fc.constantFrom('one', 'none', '__proto__'),
      measure: fc.constantFrom('count', 'rate', 'none', '__proto__'),
      rows: fc.array(step, { maxLength: 2 }),
      columns: fc.array(step, { maxLength: 1 }),
    });
    fc.assert(
      fc.property(place, (wanted) => {
        const opened = openNumber(report, data, { period: '2025' }, wanted as Place);
        assert.ok(opened === undefined || opened.parts.length > 0);
      }),
      { numRuns: 200 },
    );
  });
});
