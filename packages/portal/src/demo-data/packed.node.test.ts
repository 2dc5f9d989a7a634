import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataSet } from '@jiceng/client/store/data-set.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { pack, unpack } from './packed.ts';

const organisation = (orgId: string, parentOrgId?: string) =>
  ({
    orgId,
    orgName: orgId,
    orgShortName: orgId,
    orgCode: orgId,
    orgType: 'rural',
    orgForm: 'branch',
    orgLevel: 'village',
    isActive: true,
    ...(parentOrgId === undefined ? {} : { parentOrgId }),
  }) as const;

const record = (id: string, more: Partial<StoredRecord> = {}): StoredRecord => ({
  id,
  definition: { id: 'd', version: '1.0.0', hash: 'h' },
  orgId: 'b',
  orgPath: 'a/b',
  revision: 1,
  links: [],
  facts: [],
  history: [
    { at: '2025-01-01T08:00:00+08:00', by: 'p1', act: 'create' },
    { at: '2025-01-02T08:00:00+08:00', by: 'p2', act: 'save' },
  ],
  data: { text: 'x' },
  audit: {
    createdAt: '2025-01-01T08:00:00+08:00',
    createdBy: 'p1',
    updatedAt: '2025-01-02T08:00:00+08:00',
    updatedBy: 'p2',
  },
  ...more,
});

const set: DataSet = {
  id: 's',
  now: '2025-12-22T09:00:00+08:00',
  definitions: [],
  people: [],
  organisations: [organisation('a'), organisation('b', 'a')],
  records: [
    record('plain'),
    record('moved since', { orgPath: 'old/b' }),
    record('edited later', {
      audit: {
        createdAt: '2025-01-01T08:00:00+08:00',
        createdBy: 'p1',
        updatedAt: '2025-03-03T08:00:00+08:00',
        updatedBy: 'p3',
      },
    }),
    record('untold', { history: [] }),
    record('linked', {
      links: [{ rel: 'to', recordId: 'other', definitionId: 'd', handover: 'h', key: 'k' }],
      definition: { id: 'e', version: '2.0.0', hash: 'i' },
    }),
  ],
  facts: [
    { id: 'd/rate', subjectId: 'a', periodCode: '2025', num: 1, den: 2 },
    { id: 'd/rate', subjectId: 'b', periodCode: '2025', num: null, den: null },
    { id: 'd/rate', subjectId: 'b', periodCode: '2024', by: 'x', num: 3, den: 4 },
    { id: 'd/day', subjectId: 'b', num: null, value: '2025-01-01' },
    { id: 'd/flag', subjectId: 'a', num: null, value: false },
  ],
};

test('a packed data set comes back as it was, through JSON', () => {
  const { definitions: _definitions, ...rest } = set;
  assert.deepEqual(unpack(JSON.parse(JSON.stringify(pack(set))) as ReturnType<typeof pack>), rest);
});

test('what repeats is not sent again', () => {
  const { records } = pack(set);
  assert.deepEqual(
    records.map(({ definition, rows }) => [definition.id, rows.length]),
    [
      ['d', 4],
      ['e', 1],
    ],
  );
  assert.deepEqual(Object.keys(records[0]?.rows[0] ?? {}).sort(), ['data', 'history', 'id', 'orgId', 'revision']);
});
