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
    await tab.shot('sources');
    await tab.click('dialog.sources button', '关闭');
  });

  it('takes what the system cannot know, and is submitted', async () => {
    const fields = await tab.page.evaluate(() => (globalThis as unknown as { deep: (selector: string) => HTMLElement[] }).deep('jc-scorecard input[type="text"], input[id$="selfScore"]').map(({ id }) => id));
    assert.ok(fields.length > 3, 'nothing to fill in');
    for (const id of fields) await tab.fill(`#${id}`, '2');
    await tab.click('input[type="radio"]');
    await tab.says('.about', /已评 25 \/ 25 项/);
    await tab.says('.states', /暂存/);
    await tab.shot('filled');
    await tab.click('button[data-move="submit"]');
    await tab.shot('submit');
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
    await tab.shot('review1');
    await move(tab, 'escalate');
    await tab.says('.holder', /云禾县委组织部审核人员/);
    await tab.become('云禾县委组织部 王某');
    await chooseCard(tab);
    await move(tab, 'accept');
    await tab.says('.states', /已审核/);
    await tab.shot('accepted');
    await tab.says('#notes', /未达到的 \d+ 项已转入/);
  });

  it('has made rows of the problem ledger, one of which is driven until a person of another organisation closes it', async () => {
    await tab.become('柳埭镇党委 韩某');
    await openRow(tab);
    await tab.shot('p0');
    await move(tab, 'assign', async () => {
      await tab.pick('牵头单位', '柳埭镇党委');
      await tab.pick('责任人', '吴某');
      await tab.click('label', '立行立改');
      await tab.fill('', '逐人编入党小组，名单上墙。', await tab.field('整改目标'));
      await tab.fill('', '2025-12-31', await tab.field('完成时限'));
      await tab.click('button', '添加一行');
      await tab.page.keyboard.type('支部委员会研究编组方案');
      await tab.press('Tab', 'Tab');
      await tab.page.keyboard.type('吴某');
      await tab.press('Tab');
      await tab.page.keyboard.type('2025-12-30');
      await tab.press('Enter');
      await tab.shot('p3');
    });
    await tab.says('.detail .badge', /已交办/);
    await tab.become('村党支部 吴某');
    await openRow(tab);
    await move(tab, 'start');
    await tab.says('.detail .badge', /整改中/);
    await move(tab, 'report', async () => {
      await tab.fill('', '60', await tab.field('进度'));
      await tab.fill('', '已完成编组，正在公示。', await tab.field('进展情况'));
    });
    await move(tab, 'requestClose', async () => {
      await tab.fill('', '100', await tab.field('进度'));
      await tab.fill('', '名单已上墙。', await tab.field('完成情况'));
    });
    await tab.says('.detail .badge', /申请销账/);
    await tab.shot('p4');
  });

  it('cannot be closed by its own people, but by another organisation', async () => {
    assert.equal(await (await tab.find('button[data-move="pass"]')).evaluate((button) => (button as HTMLButtonElement).disabled), true);
    await tab.become('云禾县委组织部 胡某');
    await openRow(tab);
    await tab.shot('p5');
    await move(tab, 'pass', async () => {
      await tab.click('label', '实地核查');
      await tab.click('label', '同意销账');
    });
    await tab.says('.detail .badge', /已销账/);
  });
});

async function openRow(tab: Tab): Promise<void> {
  await tab.open('ledger.html');
  await tab.fill('input[type="search"]', '柳东畈村党支部 “党小组划分到人”得');
  await tab.says('.amount', /显示 1 条/);
  await tab.click('[role="gridcell"]', '1');
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
