import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columnLeaves } from '../definition/column-leaves.ts';
import { compile } from '../definition/compile.ts';
import { record, trial } from '../definition/fixtures/trial.ts';
import type { Definition } from '../generated/definition.ts';
import { ledgerParts } from './ledger-columns.ts';

const compiled = (over: Readonly<Record<string, unknown>>) => compile(trial(over) as unknown as Definition);
const STATES = {
  statusName: 'itemStatus',
  states: [
    { id: 'open', title: '未办', initial: true },
    { id: 'done', title: '办结', final: true },
  ],
  moves: [],
};

describe('columns below headings', () => {
  it('come in their order, each with its headings from the top and its place', () => {
    const columns = ['a', { title: 'G', columns: ['b', { title: 'H', columns: ['c'] }] }, 'd'];
    assert.deepEqual(columnLeaves<unknown>(columns, ['columns']), [
      { column: 'a', groups: [], path: ['columns', 0] },
      { column: 'b', groups: ['G'], path: ['columns', 1, 'columns', 0] },
      { column: 'c', groups: ['G', 'H'], path: ['columns', 1, 'columns', 1, 'columns', 0] },
      { column: 'd', groups: [], path: ['columns', 2] },
    ]);
  });
});

describe('what the columns of a ledger show', () => {
  const COLUMNS = [
    '/note',
    { name: 'itemNo' },
    { name: 'lamp' },
    { name: 'itemStatus' },
    { name: 'submissionStatus' },
    { name: 'orgName' },
    { title: '两倍', value: 'members*2' },
  ];
  const subjects = (over: Readonly<Record<string, unknown>>) =>
    ledgerParts(compiled({ ledger: { columns: COLUMNS }, ...over })).map(({ subject }) => subject);

  it('is a field, the number, the lamp, a state of either life, something of the envelope or a formula', () => {
    assert.deepEqual(subjects(STATES), [
      { what: 'field', pointer: '/note' },
      { what: 'rowNumber' },
      { what: 'lamp' },
      { what: 'state', track: 'item' },
      { what: 'state', track: 'filing' },
      { what: 'envelope', name: 'orgName' },
      { what: 'formula', formula: 'members*2' },
    ]);
  });

  it('is no state where the definition has none', () => {
    assert.deepEqual(subjects({ statusName: 'itemStatus' })[3], { what: 'envelope', name: 'itemStatus' });
  });

  it('is nothing without a ledger, and has its place in the definition', () => {
    assert.deepEqual(ledgerParts(compiled({ record: record({ note: { type: 'string', title: '说明' } }) })), []);
    assert.deepEqual(
      ledgerParts(compiled({ ledger: { columns: [{ title: '组', columns: [{ field: '/note', width: 80 }] }] } })),
      [
        {
          subject: { what: 'field', pointer: '/note' },
          source: { field: '/note', width: 80 },
          groups: ['组'],
          place: '/ledger/columns/0/columns/0',
        },
      ],
    );
  });
});
