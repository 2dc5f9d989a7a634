// A member admission goes from step to step, and a check list becomes rows of the problem ledger: by mouse and by
// keyboard alone.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

/** Who is at work when the portal is opened first, as the choice of persons calls them. */
const nameAt = (tab: Tab): Promise<string> =>
  tab.page.$eval('#person', (select) => (select as HTMLSelectElement).selectedOptions[0]?.text ?? '');

describe('a member admission', () => {
  let walk: Walk;
  let tab: Tab;
  let filler: string;
  let address: string;
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    await tab.open('admission.html');
    filler = await nameAt(tab);
  });
  after(() => walk.close());

  it('lists the cases with how far they have come, and opens one', async () => {
    const cases = await tab.page.$$eval('.pick option', (options) =>
      (options as HTMLOptionElement[]).filter(({ text }) => text.includes('已完成 2/25 步')).map(({ value }) => value),
    );
    for (const id of cases) {
      address = `admission.html?record=${id}`;
      await tab.open(address);
      const [, earliest = ''] = /最早 (\S+)/.exec((await tab.texts('li.step.open .dates')).join()) ?? [];
      if (earliest < '2025-11-24') break;
      await tab.says('li.step.open .actions', /最早可在 \S+ 办理/);
      address = '';
    }
    assert.notEqual(address, '', 'nobody stands before the third step');
    await tab.says('.overview', /^第 2 阶段 · 第 3 步 \/ 25$/);
    assert.equal((await tab.texts('li.step.open h3')).join(), '推荐和确定入党积极分子');
  });

  it('does not complete a step while something is missing, and says what', async () => {
    await tab.click('button[data-step="s03"]');
    await tab.says('[part="summary"]', /推荐方式/);
    await tab.click('label', '党员推荐');
    await tab.fill('', '2025-12-05', await tab.field('确定积极分子日期'));
    await tab.click('button[data-step="s03"]');
    await tab.says('.refusal', /公示不少于5个工作日/);
  });

  it('completes it by mouse, and the person becomes what the step says', async () => {
    await tab.click('button', '添加一行');
    await (await tab.find('.edit select')).select('3');
    await tab.press('Tab');
    for (const text of ['2025-11-24', '2025-11-28']) {
      await tab.page.keyboard.type(text);
      await tab.press('Tab');
    }
    await tab.click('button[data-step="s03"]');
    await tab.says('#notes', /本步骤已办结/);
    await tab.says('.states .badge', /入党积极分子/);
    await tab.says('.overview', /第 4 步/);
  });

  it('leaves the next step to the township, whose reviewer completes it', async () => {
    await tab.says('li.step.open .actions', /须由上级组织.*审核人员办理/);
    await tab.become(/镇党委 .*审核/);
    await tab.open(address);
    await tab.fill('', '2025-12-08', await tab.field('积极分子备案日期'));
    await tab.click('button[data-step="s04"]');
    await tab.says('#notes', /本步骤已办结/);
    await tab.become(filler);
    await tab.open(address);
    assert.equal((await tab.texts('li.step.done')).filter((text) => /上级党委备案/.test(text)).length, 1);
  });

  it('is carried on by keyboard alone', async () => {
    await tab.tabTo('培养联系人');
    await tab.press('Enter');
    await tab.find('.picker input');
    await tab.press('ArrowDown', 'Enter', 'Tab', 'Tab');
    const done = await tab.focused();
    await (/完成|确定/.test(done) ? tab.press('Enter') : tab.tabTo('完成').then(() => tab.press('Enter')));
    await tab.gone('.picker');
    await tab.tabTo('办结本步骤');
    await tab.press('Enter');
    await tab.says('#notes', /本步骤已办结/);
    await tab.says('.overview', /第 6 步/);
    await tab.page.reload();
    await tab.ready();
    await tab.says('.overview', /第 6 步/);
  });
});

describe('a check list', () => {
  let walk: Walk;
  let tab: Tab;
  let filler: string;
  let township: string;
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    await tab.open('checklist.html');
    filler = await nameAt(tab);
  });
  after(() => walk.close());

  it('is gone through by keyboard alone, and submitted', async () => {
    await tab.says('.holder', /现在由您办理/);
    await tab.tabTo('未达到的排在前面');
    for (let item = 1; item <= 14; item++) {
      await tab.tabTo('达到', 12);
      if (item !== 5) await tab.press('Space'); // no books
    }
    for (let item = 15; item <= 16; item++) {
      await tab.tabTo('input: 达到', 6);
      await tab.press('Space');
    }
    await tab.says('.about, .progress, [part~="bar"], div', /^已查 16 \/ 16 项/);
    await tab.tabTo('阵地名称');
    await tab.page.keyboard.type('畈上党群驿站');
    await tab.tabTo('缺项补齐时限');
    await tab.page.keyboard.type('2025-12-31');
    await tab.tabTo('上报');
    await tab.press('Enter');
    await tab.find('dialog[open] .dialog-title');
    await tab.tabTo('确定');
    await tab.press('Enter');
    await tab.says('.states', /已上报/);
  });

  it('is looked at by the township, and what is missing becomes a row of the problem ledger', async () => {
    const address = tab.page.url().replace(walk.site.origin + '/', '');
    const record = await tab.page.evaluate(() => new URL(location.href).searchParams.get('record') ?? '');
    await tab.become(/镇党委 .*审核/);
    township = await nameAt(tab);
    if (record !== '') await tab.open(address);
    else await openWaiting(tab, filler.split(' ')[0] ?? '');
    for (const id of ['open', 'accept']) {
      await tab.click(`button[data-move="${id}"]`);
      await tab.click('dialog[open] button.primary');
      await tab.gone('dialog[open]');
    }
    await tab.says('#notes', /已转入“问题清单” 1 条/);
    await tab.follow('.nav a', '问题清单');
    await tab.fill('input[type="search"]', '畈上党群驿站 有书报');
    await tab.says('.amount', /显示 1 条/);
    await tab.click('[role="gridcell"]', '1');
    await tab.says('.detail h3', /缺“有书报”（六有）/);
    await tab.says('.detail .links', /来源.*缺项转问题清单/);
    assert.match(township, /审核/);
  });
});

/** Opens the submission of a branch in the choice of records. */
async function openWaiting(tab: Tab, branch: string): Promise<void> {
  const value = await tab.page.$$eval(
    '.pick option',
    (options, wanted) => (options as HTMLOptionElement[]).find(({ text }) => text.startsWith(wanted))?.value ?? '',
    `${branch} `,
  );
  await tab.open(`checklist.html?record=${value}`);
}
