import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { VERIFIER } from '../record/test-definition.ts';
import { all, button, choose, labelled, openLedger, press, say, settled, texts } from './test-ledger.ts';
import type { Ledger } from './ledger.ts';
import './define.ts';

const amount = (el: Ledger) => all(el, '.amount')[0]!.textContent;
const groups = (el: Ledger) => all(el, '.cell.group').length;

describe('how a person wants <jc-ledger>', () => {
  it('is as it was left when they come back, for them alone, until they want the default', async () => {
    const before = await openLedger();
    expect(button(before, '恢复默认视图')).to.equal(undefined);
    await press(before, '已销账');
    await press(before, '筛选');
    const progress = all<HTMLInputElement>(before, '.filters input[aria-label^="进度"]')[0]!;
    progress.value = '10';
    progress.dispatchEvent(new Event('change'));
    await settled(before);
    all(before, '[role=columnheader]')
      .find((node) => node.textContent === '责任人')!
      .click();
    await choose(before, labelled(before, '分组'), 'state');
    const seen = { amount: amount(before), people: texts(before, '责任人'), groups: groups(before) };
    expect(seen.amount).to.match(/^显示 \d 条，共 20 条$/);
    before.remove();
    const el = await openLedger({}, true);
    expect({ amount: amount(el), people: texts(el, '责任人'), groups: groups(el) }).to.deep.equal(seen);
    const other = await openLedger({ person: VERIFIER }, true);
    expect(amount(other)).to.equal('共 20 条');
    await press(el, '恢复默认视图');
    expect(say(el)).to.equal('已恢复默认的筛选、排序和分组。');
    expect([amount(el), groups(el), button(el, '恢复默认视图')]).to.deep.equal(['共 20 条', 0, undefined]);
    el.remove();
    expect(amount(await openLedger({}, true))).to.equal('共 20 条');
  });

  it('can be kept under a name, with its columns, and come back by it', async () => {
    const el = await openLedger();
    await press(el, '超期');
    const overdue = amount(el);
    await press(el, '列与视图');
    labelled<HTMLInputElement>(el, '问题类别').click();
    const name = labelled<HTMLInputElement>(el, '视图名称');
    name.focus();
    await sendKeys({ type: '每周一看超期' });
    await sendKeys({ press: 'Enter' });
    await settled(el);
    expect(say(el)).to.equal('已保存视图“每周一看超期”。');
    await expect(el).to.be.accessible();
    await press(el, '恢复默认的列');
    await press(el, '关闭');
    await press(el, '恢复默认视图');
    expect(amount(el)).to.equal('共 20 条');
    await press(el, '列与视图');
    await press(el, '每周一看超期');
    expect(all(el, '.work-dialog[open]')).to.have.lengthOf(0);
    expect(amount(el)).to.equal(overdue);
    expect(all(el, '[role=columnheader]').map(({ textContent }) => textContent)).to.not.include('问题类别');
    el.remove();
    const again = await openLedger({}, true);
    await press(again, '列与视图');
    all(again, '.views button')
      .find((node) => node.textContent === '删除')!
      .click();
    await settled(again);
    expect(all(again, '.views')[0]!.textContent).to.contain('还没有保存过视图');
  });

  it('begins with the default where what is kept is damaged, or of another definition', async () => {
    localStorage.setItem(
      'jiceng.view.problem-item.p-fill',
      '{"last":{"filters":[{"column":"/gone","text":"x"}],"sort":7,"groupBy":["/gone"],"counters":[99]},"named":[{"name":1}]}',
    );
    expect(amount(await openLedger({}, true))).to.equal('共 20 条');
    localStorage.setItem('jiceng.view.problem-item.p-fill', '{"last":');
    expect(amount(await openLedger({}, true))).to.equal('共 20 条');
  });
});
