import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Difference } from '@jiceng/core/version/difference.js';
import { heldBy } from './held.ts';

const record = (more: object) => ({ data: {}, ...more }) as unknown as StoredRecord;
const gone = (part: 'state' | 'step', from: string): Difference => ({
  part,
  happening: 'removed',
  pointer: '',
  text: { 'zh-CN': '', en: '' },
  touch: 'migrate',
  leap: 'minor',
  data: { from: part === 'state' ? 'state' : 'steps', codes: [{ from }] },
});

describe('records that hold what a difference is about', () => {
  it('are counted by their state, and by the steps that are marked in them', () => {
    const records = [
      record({ state: 'open', steps: { apply: {} } }),
      record({ state: 'closed', steps: { apply: {}, talk: {} } }),
      record({ state: 'open' }),
    ];
    assert.equal(heldBy(gone('state', 'open'), records), 2);
    assert.equal(heldBy(gone('step', 'apply'), records), 2);
    assert.equal(heldBy(gone('step', 'talk'), records), 1);
    assert.equal(heldBy(gone('step', 'toString'), records), 0);
    assert.equal(heldBy({ ...gone('step', 'apply'), touch: 'none' }, records), undefined);
  });
});
