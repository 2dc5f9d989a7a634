import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { PROBLEMS, problems } from '../record/test-definition.ts';
import { all, choose, labelled, openLedger, press, say, settled, touch } from './test-ledger.ts';
import type { Ledger } from './ledger.ts';
import './define.ts';

/** With a count that is done and one that is due, and the rate of both. */
const WITH_RATE = {
  ...PROBLEMS,
  record: {
    ...PROBLEMS.record,
    properties: {
      ...(PROBLEMS.record as unknown as { properties: object }).properties,
      progressNote: { type: 'string', title: '进展情况', maxLength: 30 },
      done: { type: 'integer', title: '完成' },
      due: { type: 'integer', title: '应完成' },
    },
  },
  ledger: {
    ...PROBLEMS.ledger,
    columns: [
      ...PROBLEMS.ledger!.columns!,
      { field: '/done', total: 'sum' },
      { field: '/due', total: 'sum' },
      { title: '完成率', value: 'done/due*100', total: 'rate' },
    ],
  },
} as unknown as Definition;
const records = () => problems(20).map((record, at) => ({ ...record, data: { ...record.data, done: at % 3, due: 4 } }));
const heads = (el: Ledger) => all(el, '.cell.group').map((node) => node.textContent);

describe('groups of <jc-ledger>', () => {
  it('stand in groups, with subtotals of their own and rates computed from sums', async () => {
    const el = await openLedger({ definition: WITH_RATE, records: records() });
    await choose(el, labelled(el, '分组'), '/leadOrgId');
    expect(say(el)).to.equal('已按“牵头单位”分组。');
    await choose(el, labelled(el, '再按'), 'state');
    expect(say(el)).to.equal('已按“牵头单位”、“状态”分组。');
    // Organisations in the order of their codes; every branch has problems of one state here.
    expect(heads(el).slice(0, 3)).to.deep.equal([
      '第一党支部（4 条）\u3000进度（%）平均 27.5\u3000完成合计 3\u3000应完成合计 16\u3000完成率总体 18.75',
      '第一党支部 › 已登记（4 条）\u3000进度（%）平均 27.5\u3000完成合计 3\u3000应完成合计 16\u3000完成率总体 18.75',
      '第二党支部（4 条）\u3000进度（%）平均 34.5\u3000完成合计 4\u3000应完成合计 16\u3000完成率总体 25',
    ]);
    expect(all(el, '.cell.group.inner-1')).to.have.lengthOf(5);
    await expect(el).to.be.accessible();
  });

  it('are by text, lamp, state, person and organisation, up to three deep, and by each column once', async () => {
    const el = await openLedger({ definition: WITH_RATE });
    for (const [column, first] of [
      ['lamp', '已销账（4 条）'],
      ['state', '已登记（4 条）'],
      ['/responsiblePerson', '王强（10 条）'],
      ['/leadOrgId', '第一党支部（4 条）'],
      ['/progressNote', '已制定整改方案，正在落实。（20 条）'],
    ] as const) {
      await choose(el, labelled(el, '分组'), column);
      expect(heads(el)[0]!.split('\u3000')[0]).to.equal(first);
    }
    await choose(el, labelled(el, '再按'), 'state');
    const third = all<HTMLSelectElement>(el, 'select[id$="-group2"]')[0]!;
    expect([...third.options].map(({ value }) => value)).to.not.include.members(['state', '/progressNote']);
    await choose(el, third, 'lamp');
    expect(heads(el)[2]).to.contain(' › 已登记 › ');
    expect(all(el, 'select[id$="-group3"]')).to.have.lengthOf(0);
    await choose(el, labelled(el, '分组'), '');
    expect(heads(el)).to.have.lengthOf(0);
    expect(say(el)).to.equal('已取消分组。');
  });

  it('fold and open by keys, one by one and all, and say so', async () => {
    const el = await openLedger();
    await choose(el, labelled(el, '分组'), '/problemCategory');
    await choose(el, labelled(el, '再按'), 'state');
    const before = heads(el).length;
    await touch(el, all(el, '.cell.group')[0]!);
    await sendKeys({ press: 'ArrowLeft' });
    await settled(el);
    expect(say(el)).to.equal('已收起“组织生活”，5 条。');
    expect(all(el, '.cell.group')[0]!.getAttribute('aria-expanded')).to.equal('false');
    expect(heads(el)).to.have.lengthOf(before - 5);
    await sendKeys({ press: 'ArrowLeft' });
    await settled(el);
    expect(heads(el)).to.have.lengthOf(before - 5, 'what is folded stays so');
    await sendKeys({ press: 'ArrowRight' });
    await settled(el);
    expect(say(el)).to.equal('已展开“组织生活”，5 条。');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await settled(el);
    expect(all(el, '.cell.group')[1]!.getAttribute('aria-expanded')).to.equal('false');
    await press(el, '全部展开');
    await press(el, '全部收起');
    expect(all(el, '.window .row')).to.have.lengthOf(4);
    expect(say(el)).to.equal('已收起所有分组。');
    expect(el.getPrintHTML()).to.contain('路灯', 'paper has everything');
  });
});
