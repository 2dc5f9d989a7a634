// The main job of a whole year, from the branch to the county and back, by mouse; registering a meeting by keyboard
// alone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

/** The branch whose card is still to be filled in, and its filler, as the choice of persons calls them. */
let branch = '';
let filler = '';
/** Another person of the same branch, who could be anybody's namesake. */
const helper = (): string => filler.split(' ')[1] ?? '';
/** An item that was filled in by hand and lost points. */
let lost = '';

describe('the main job', () => {
  let walk: Walk;
  let tab: Tab;
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
  });
  after(() => walk.close());

  it('shows which branches of the township are met, and leads to the card still to be filled in', async () => {
    await tab.open('index.html');
    await tab.says('.counts', /应评 \d+ 个.*达标 \d+ 个，基本达标 \d+ 个，未达标 \d+ 个/);
    await tab.says('.waiting', /待您办理（\d+）/);
    await tab.follow('.waiting a', '党支部标准化规范化评价');
    await tab.says('.holder', /现在由您办理/);
    assert.ok((await tab.texts('#person option')).length <= 10);
    filler = (
      await tab.page.$eval('#person', (select) => (select as HTMLSelectElement).selectedOptions[0]?.text ?? '')
    ).replace(/（.*/, '');
    branch = filler.split(' ')[0] ?? '';
  });

  it('explains a computed item down to the records behind it', async () => {
    await tab.click('button[aria-label^="三会一课"]');
    await tab.says('dl.facts', /规范执行率：[\d.]+%（\d+ ÷ \d+）/);
    await tab.click('[part~="source"]');
    await tab.says('h2', /“规范执行率”的数据来源/);
    await tab.says('dialog.sources [role="gridcell"], dialog.sources td, [role="gridcell"]', /^2025-\d\d-\d\d$/);
    await tab.click('dialog.sources button', '关闭');
  });

  it('names what is missing in the rate, and what does not count yet', async () => {
    await tab.says('[part="required"]', /^应完成 \d+ 次，按要求完成 \d+ 次。$/);
    await tab.says('[part="required"]', /缺 \d+ 次（2025年/);
    await tab.says('[part="required"]', /^2025年12月、2025年第四季度、2025年尚未结束，暂不计入/);
  });

  it('has another rate of meetings held after one was registered, by keyboard alone', async () => {
    const before = await rateOf(tab);
    const missing = await tab.says('[part="required"]', /[^；]*缺 \d+ 次（[^）]*2025年11月/);
    const [, kind = ''] = /([^；]*)缺 \d+ 次（[^）]*2025年11月/.exec(missing) ?? [];
    await tab.tabTo('a: 组织生活');
    await Promise.all([tab.page.waitForNavigation(), tab.press('Enter')]);
    await tab.ready();
    await tab.tabTo('新增组织生活纪实');
    await tab.press('Enter');
    await tab.field('实际日期');
    await tab.tabTo(kind);
    await tab.press('Space');
    await tab.tabTo('实际日期');
    await tab.page.keyboard.type('2025-11-20'); // the month is over, and records of it are still in time
    await tab.tabTo('主题');
    await tab.page.keyboard.type('学习年度评价办法');
    await tab.tabTo('应到人数');
    await tab.page.keyboard.type('3');
    await tab.tabTo('提交');
    await tab.press('Enter');
    await tab.says('#notes', /已登记/);
    await tab.says('[role="gridcell"]', /学习年度评价办法/);
    await tab.open('scorecard.html');
    await tab.click('button[aria-label^="三会一课"]');
    const after = await rateOf(tab);
    assert.deepEqual(after, { held: before.held + 1, due: before.due });
  });

  it('takes what the system cannot know, and is submitted', async () => {
    const fields = await tab.page.evaluate(() =>
      (globalThis as unknown as { deep: (selector: string) => HTMLElement[] })
        .deep('jc-scorecard input[type="text"], input[id$="selfScore"]')
        .map(({ id }) => id),
    );
    assert.ok(fields.length > 0, 'nothing to fill in');
    for (const id of fields) await tab.fill(`#${id}`, '2');
    for (const box of await tab.page.$$('jc-scorecard >>> [role="radiogroup"], jc-scorecard >>> fieldset'))
      await (await box.$('input[type="radio"]'))?.click();
    lost = await tab.page.evaluate(() => {
      const items = (globalThis as unknown as { deep: (selector: string) => HTMLElement[] }).deep('[part~="item"]');
      const found = items.find(
        (item) =>
          item.querySelector('input[id$="selfScore"]') &&
          Number(/\d+/.exec(item.querySelector('.max')?.textContent ?? '')?.[0]) > 2,
      );
      return found?.querySelector('button[aria-label]')?.getAttribute('aria-label')?.split('，')[0] ?? '';
    });
    assert.notEqual(lost, '', 'no item of more than two points');
    await tab.says('.about', /已评 25 \/ 25 项/);
    await tab.says('.states', /暂存/);
    await tab.click('button[data-move="submit"]');
    await tab.click('dialog button.primary');
    await tab.says('.states', /已上报/);
    await tab.says('.holder', /现在由.+镇党委审核人员 .+ 办理/);
  });

  it('is passed on by the township, and accepted by the county', async () => {
    await tab.become(/镇党委 .*审核/);
    await tab.follow('.nav a', '标准化评价');
    await chooseCard(tab);
    await move(tab, 'open');
    await tab.says('.states', /审核中/);
    await tab.fill('textarea', '情况属实。', await tab.find('.more textarea, textarea'));
    await move(tab, 'escalate');
    await tab.says('.holder', /云禾县委组织部审核人员/);
    await tab.become(/县委组织部 .*审核/);
    await chooseCard(tab);
    await move(tab, 'accept');
    await tab.says('.states', /已审核/);
    await tab.says('#notes', /已转入“问题清单” \d+ 条/);
  });

  it('has made rows of the problem ledger, one of which is driven until a person of another organisation closes it', async () => {
    await tab.become(/镇党委 .*审核/);
    await openRow(tab);
    await move(tab, 'assign', async () => {
      await tab.pick('牵头单位', '柳埭镇党委');
      await tab.pick('责任人', helper(), branch);
      await tab.click('label', '立行立改');
      await tab.fill('', '年内补足差额。', await tab.field('整改目标'));
      await tab.fill('', '2025-12-20', await tab.field('完成时限'));
      await tab.click('button', '添加一行');
      await tab.page.keyboard.type('每月核对一次');
      await tab.press('Tab', 'Tab');
      await tab.press('Enter');
      await tab.choose(helper(), branch);
      await tab.press('Tab');
      await tab.page.keyboard.type('2025-12-18');
      await tab.press('Tab');
    });
    await tab.says('.detail .badge', /已交办/);
    await tab.become(filler);
    await openRow(tab);
    await move(tab, 'start');
    await tab.says('.detail .badge', /整改中/);
    await move(tab, 'report', async () => {
      await tab.fill('', '60', await tab.field('进度'));
      await tab.fill('', '已完成一半，其余按计划进行。', await tab.field('进展情况'));
    });
    await move(tab, 'requestClose', async () => {
      await tab.fill('', '100', await tab.field('进度'));
      await tab.fill('', '台账已补齐，可现场查看。', await tab.field('佐证说明'));
    });
    await tab.says('.detail .badge', /申请销账/);
  });

  it('cannot be closed by its own people, but by another organisation', async () => {
    await tab.gone('button[data-move="pass"]');
    await tab.click('.cannot summary');
    await tab.says('.cannot li', /核验通过|销账.*须由/);
    await tab.become(/县委组织部 .*核验/);
    await openRow(tab);
    await move(tab, 'pass', async () => {
      await tab.click('label', '实地核查');
      await tab.click('label', '同意销账');
    });
    await tab.says('.detail .badge', /已销账/);
  });
});

async function openRow(tab: Tab): Promise<void> {
  await tab.open('ledger.html');
  await tab.fill('input[type="search"]', `${branch} “${lost}”得2分`);
  await tab.says('.amount', /显示 1 条/);
  await tab.click('[role="gridcell"]', '1');
}

/** The held rate in the open explanation. */
async function rateOf(tab: Tab): Promise<{ held: number; due: number }> {
  const [, held, due] =
    /规范执行率：[\d.]+%（(\d+) ÷ (\d+)）/.exec(await tab.says('dl.facts', /规范执行率：[\d.]+%（\d+ ÷ \d+）/)) ?? [];
  return { held: Number(held), due: Number(due) };
}

/** Confirms a move in its dialog, with what was asked filled in by `fill`. */
async function move(tab: Tab, id: string, fill?: () => Promise<void>): Promise<void> {
  await tab.click(`button[data-move="${id}"]`);
  await tab.find('dialog[open] .dialog-title');
  await fill?.();
  await tab.click('dialog[open] button.primary');
  await tab.gone('dialog[open]');
}

async function chooseCard(tab: Tab): Promise<void> {
  const value = await tab.page.$$eval(
    '.pick option',
    (options, wanted) =>
      options.map((option) => option as HTMLOptionElement).find(({ text }) => text.startsWith(wanted))?.value ?? '',
    `${branch} `,
  );
  assert.notEqual(value, '', 'the card is not in the list');
  if (
    (await tab.page.$eval('.pick label:last-of-type select', (select) => (select as HTMLSelectElement).value)) === value
  )
    return;
  await Promise.all([
    tab.page.waitForNavigation(),
    tab.page.$$eval(
      '.pick select',
      (selects, wanted) => {
        for (const select of selects as HTMLSelectElement[])
          if ([...select.options].some((option) => option.value === wanted)) {
            select.value = wanted;
            select.dispatchEvent(new Event('change'));
          }
      },
      value,
    ),
  ]);
  await tab.ready();
}
