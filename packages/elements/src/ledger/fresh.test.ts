import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { memorySource } from '@jiceng/client/memory/memory-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Ledger } from './ledger.ts';
import { FILLER, ORGANISATIONS, PEOPLE, PROBLEMS, problems } from '../record/test-definition.ts';
import './define.ts';

/** Days overdue are computed and stored with each change, so that what is stored is of another day. */
const COUNTING = {
  ...PROBLEMS,
  record: {
    ...PROBLEMS.record,
    properties: {
      ...(PROBLEMS.record as { properties: object }).properties,
      overdueDays: { type: 'integer', title: '超期天数', readOnly: true },
    },
  },
  rules: [{ field: '/overdueDays', value: 'MAX(0,TODAY()-dueOn)' }],
  ledger: {
    columns: ['/problemText', '/dueOn', { field: '/overdueDays', total: 'sum' }],
    counters: [{ title: '超期一周以上', when: 'overdueDays>7' }],
  },
} as unknown as Definition;
const stored = (state: string, at: number): StoredRecord => ({
  ...problems(20).find((record) => record.state === state)!,
  id: `r${at}`,
  data: { problemText: state, dueOn: '2025-09-10', overdueDays: 0 },
});

describe('values of another day in <jc-ledger>', () => {
  it('are those of today in rows, totals, counters and the detail, and stay as they were in closed records', async () => {
    const source = memorySource({
      id: 'fresh',
      now: '2025-09-20T09:30:00+08:00',
      definitions: [COUNTING],
      organisations: [...ORGANISATIONS],
      people: [...PEOPLE],
      records: [stored('inProgress', 1), stored('closed', 2)],
    });
    localStorage.clear();
    const box = await fixture<HTMLElement>(html`<div lang="zh-CN"></div>`);
    const el = document.createElement('jc-ledger') as Ledger;
    Object.assign(el, {
      definition: COUNTING,
      records: await source.records({ definitionId: COUNTING.id }),
      snapshot: await source.snapshot(),
      organisations: ORGANISATIONS,
      people: PEOPLE,
      person: FILLER,
      now: source.now(),
    });
    box.append(el);
    const settled = async () => {
      for (let turn = 0; turn < 3; turn++) {
        await el.updateComplete;
        await nextFrame();
      }
    };
    await settled();
    const rows = [...el.renderRoot.querySelectorAll('.window .row')].map((row) =>
      [...row.querySelectorAll('[role=gridcell]')].slice(1, 4).map((cell) => cell.textContent),
    );
    expect(rows).to.deep.equal([
      ['inProgress', '2025-09-10', '10'],
      ['closed', '2025-09-10', '0'],
    ]);
    expect(el.renderRoot.textContent).to.contain('合计 10');
    expect(el.renderRoot.querySelector('.counter strong')!.textContent).to.equal('1');
    el.openRecord('r1');
    await settled();
    await waitUntil(
      () => /超期天数[^]*10/.test(el.renderRoot.querySelector('.detail jc-form')!.shadowRoot!.textContent!),
      'the detail never showed the days',
      { timeout: 8000 },
    );
  });
});
