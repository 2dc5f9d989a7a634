import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../../definition/compile.ts';
import type { Definition, Handover } from '../../generated/definition.ts';
import { fixture } from '../fixtures/definitions.ts';
import { Store } from '../fixtures/store.ts';

/** Hand-overs of meetings to meetings, which the gate cannot know to be a mistake. */
const selfish = (count: number): Definition => ({
  ...fixture('meeting').definition,
  handovers: Array.from({ length: count }, (_, at): Handover => ({
    id: `again${at}`,
    title: `再办一次${at}`,
    when: 'TRUE',
    on: ['save'],
    to: 'organisation-life',
    map: { '/meetingType': 'meetingType', '/heldOn': 'heldOn' },
  })),
});

function startedBy(count: number): { readonly records: number; readonly warnings: readonly string[] } {
  const store = new Store([compile(selfish(count))], '2025-04-03T09:00:00+08:00');
  const outcome = store.run(
    {
      kind: 'create',
      recordId: 'm1',
      definitionId: 'organisation-life',
      orgId: 'village1',
      data: { meetingType: 'lecture', heldOn: '2025-03-01' },
    },
    'filler1',
  );
  if (!outcome.ok) assert.fail(outcome.refusal.problems.map(({ reason }) => reason.en).join(' '));
  return { records: outcome.records.length, warnings: outcome.warnings.map(({ reason }) => reason['zh-CN']) };
}

describe('definitions that hand over to each other in a circle', () => {
  it('stop after five, one after the other', () => {
    assert.deepEqual(startedBy(1), { records: 6, warnings: ['“再办一次0”未能移交：移交层次过多，可能形成循环'] });
  });

  it('stop after 2,000 records where each starts many', () => {
    const { records, warnings } = startedBy(40);
    assert.equal(records, 2001);
    assert.ok(warnings.includes('“再办一次39”未能移交：一次最多移交 2000 条'), warnings.join(' '));
    assert.ok(warnings.length <= 80, `${warnings.length} warnings`);
  });
});
