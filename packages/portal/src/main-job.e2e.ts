// The main job of a whole year, from the branch to the county and back, by mouse; registering a meeting by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Walk, type Tab } from './walk.ts';

const FILLER = '村党支部 赵某';

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
    await tab.follow('.nav a', '标准化评价');
    await tab.says('.holder', /现在由您办理/);
    assert.ok((await tab.texts('#person option')).length <= 10);
  });

  it('explains a computed item down to the records behind it', async () => {
    await tab.click('button[aria-label^="三会一课"]');
    await tab.says('dl.facts', /规范执行率：[\d.]+%（\d+ ÷ \d+）/);
    await tab.click('[part~="source"]');
    await tab.says('dialog.sources', /“规范执行率”的数据来源 共 \d+ 条/);
    await tab.says('dialog.sources [role="gridcell"], dialog.sources td, [role="gridcell"]', /^2025-\d\d-\d\d$/);
    await tab.click('dialog.sources button', '关闭');
  });

  it('has another rate of meetings held after one was registered, by keyboard alone', async () => {
    const before = await rateOf(tab);
    await tab.tabTo('a: 组织生活');
    await Promise.all([tab.page.waitForNavigation(), tab.press('Enter')]);
    await tab.ready();
    await tab.tabTo('新增组织生活纪实');
    await tab.press('Enter');
    await tab.field('实际日期');
    await tab.shot('m1');
    await tab.tabTo('党小组会');
    await tab.press('Space');
    await tab.tabTo('实际日期');
    await tab.page.keyboard.type('2025-11-20'); // the month is over, and records of it are still in time
    await tab.tabTo('主题');
    await tab.page.keyboard.type('学习年度评价办法');
    await tab.tabTo('应到人数');
    await tab.page.keyboard.type('3');
    await tab.shot('m2');
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
    const fields = await tab.page.evaluate(() => (globalThis as unknown as { deep: (selector: string) => HTMLElement[] }).deep('jc-scorecard input[type="text"], input[id$="selfScore"]').map(({ id }) => id));
    assert.ok(fields.length > 3, 'nothing to fill in');
    for (const id of fields) await tab.fill(`#${id}`, '2');
    await tab.click('input[type="radio"]');
    await tab.says('.about', /已评 25 \/ 25 项/);
    await tab.says('.states', /暂存/);
    await tab.click('button[data-move="submit"]');
    await tab.click('dialog button.primary');
    await tab.says('.states', /已上报/);
    await tab.says('.holder', /现在由柳埭镇党委审核人员 韩某 办理/);
  });

  it('is passed on by the township, and accepted by the county', async () => {
    await tab.become('柳埭镇党委 韩某');
    await tab.follow('.nav a', '标准化评价');
    await chooseCard(tab);
    await move(tab, 'open');
    await tab.says('.states', /审核中/);
    await tab.fill('textarea', '情况属实。', await tab.find('.more textarea, textarea'));
    await move(tab, 'escalate');
    await tab.says('.holder', /云禾县委组织部审核人员/);
    await tab.become('云禾县委组织部 王某');
    await chooseCard(tab);
    await move(tab, 'accept');
    await tab.says('.states', /已审核/);
    await tab.says('#notes', /未达到的 \d+ 项已转入/);
  });

  it('has made rows of the problem ledger, one of which is driven until a person of another organisation closes it', async () => {
    await tab.become('柳埭镇党委 韩某');
    await openRow(tab);
    await move(tab, 'assign', async () => {
      await tab.pick('牵头单位', '柳埭镇党委');
      await tab.pick('责任人', '吴某');
      await tab.click('label', '立行立改');
      await tab.fill('', '书记年内补足培训学时。', await tab.field('整改目标'));
      await tab.fill('', '2025-12-20', await tab.field('完成时限'));
      await tab.click('button', '添加一行');
      await tab.page.keyboard.type('参加县里集中轮训');
      await tab.press('Tab', 'Tab');
      await tab.press('Enter');
      await tab.choose('吴某');
      await tab.press('Tab');
      await tab.page.keyboard.type('2025-12-18');
      await tab.press('Tab');
    });
    await tab.says('.detail .badge', /已交办/);
    await tab.become('村党支部 吴某');
    await openRow(tab);
    await move(tab, 'start');
    await tab.says('.detail .badge', /整改中/);
    await move(tab, 'report', async () => {
      await tab.fill('', '60', await tab.field('进度'));
      await tab.fill('', '已参加一期，还差八学时。', await tab.field('进展情况'));
    });
    await move(tab, 'requestClose', async () => {
      await tab.fill('', '100', await tab.field('进度'));
      await tab.fill('', '培训证书已存档。', await tab.field('佐证说明'));
    });
    await tab.says('.detail .badge', /申请销账/);
  });

  it('cannot be closed by its own people, but by another organisation', async () => {
    await tab.gone('button[data-move="pass"]');
    await tab.click('.cannot summary');
    await tab.says('.cannot li', /核验通过|销账.*须由/);
    await tab.become('云禾县委组织部 胡某');
    await openRow(tab);
    await move(tab, 'pass', async () => {
      await tab.click('label', '实地核查');
      await tab.click('label', '同意销账');
    });
    await tab.says('.detail .badge', /已销账/);
  });

  it('follows a member admission through its stages and steps', async () => {
    await tab.become(FILLER);
    await tab.follow('.nav a', '发展党员');
    assert.match((await tab.texts('.pick optgroup')).join(' ') || (await tab.page.$$eval('.pick optgroup', (groups) => groups.map((group) => (group as HTMLOptGroupElement).label).join(' '))), /（\d+）/);
    await tab.says('.place, .weak, h3, strong, span', /^第 \d 阶段 · 第 \d+ 步 \/ 25$/);
    await tab.shot('a1');
    await tab.click('button', '办结本步骤');
    await tab.says('.summary, [part="summary"]', /请/);
    await tab.shot('a2');
  });
});

async function openRow(tab: Tab): Promise<void> {
  await tab.open('ledger.html');
  await tab.fill('input[type="search"]', '柳东畈村党支部 “书记培训到位”得2分');
  await tab.says('.amount', /显示 1 条/);
  await tab.click('[role="gridcell"]', '1');
}

/** The held rate in the open explanation. */
async function rateOf(tab: Tab): Promise<{ held: number; due: number }> {
  const [, held, due] = /规范执行率：[\d.]+%（(\d+) ÷ (\d+)）/.exec(await tab.says('dl.facts', /规范执行率：[\d.]+%（\d+ ÷ \d+）/)) ?? [];
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
  const value = await tab.page.$$eval('.pick option', (options) => options.map((option) => option as HTMLOptionElement).find(({ text }) => text.startsWith('柳东畈村党支部 '))?.value ?? '');
  assert.notEqual(value, '', 'the card is not in the list');
  if ((await tab.page.$eval('.pick label:last-of-type select', (select) => (select as HTMLSelectElement).value)) === value) return;
  await Promise.all([tab.page.waitForNavigation(), tab.page.$$eval('.pick select', (selects, wanted) => {
    for (const select of selects as HTMLSelectElement[]) if ([...select.options].some((option) => option.value === wanted)) {
      select.value = wanted;
      select.dispatchEvent(new Event('change'));
    }
  }, value)]);
  await tab.ready();
}
