// The same ten minutes by keyboard alone, with what a screen reader finds read at each step.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BRANCH, Hands } from './hands.ts';
import { HTML, PLAIN } from './journey-rows.ts';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

/** Key commands that the journey may take, without steps with Tab and arrows. */
const MOST = 60;

describe('the ten-minute journey, by keyboard alone', () => {
  let walk: Walk;
  let tab: Tab;
  let hands: Hands;
  before(async () => {
    walk = await Walk.start();
    hands = await Hands.atBuilder(walk);
    ({ tab } = hands);
  });
  after(() => walk.close());

  const text = () =>
    tab.page.evaluate(() => (document.querySelector('jc-form-builder') as unknown as { text: string }).text);
  /** Runs a command by its name. */
  const command = async (name: string): Promise<void> => {
    await hands.press('Control', 'k');
    await hands.hears('combobox', /^输入操作名称/);
    await hands.type(name);
    await tab.find('.option.current', name);
    await hands.press('Enter');
  };
  const open = async (pane: string): Promise<void> => {
    await command(`打开“${pane}”`);
    await hands.hears('tab', new RegExp(`^${pane}`));
  };
  const times = async (count: number, key: 'ArrowUp' | 'ArrowDown'): Promise<void> => {
    for (let at = 0; at < count; at++) await hands.press(key);
  };

  const steps: [name: string, run: () => Promise<void>][] = [];
  const step = (name: string, run: () => Promise<void>): void => void steps.push([name, run]);

  step('begins with the template, under an own name and period', async () => {
    await hands.tabTo('searchbox', /查找模板/);
    await hands.type('标准化 评价');
    await hands.tabTo('radio', /^党支部标准化规范化评价/);
    await hands.press('Space');
    await hands.tabTo('textbox', /^表的名称/);
    await hands.type('青石镇党支部季度评价');
    await hands.tabTo('combobox', /^填报周期/);
    await times(2, 'ArrowUp');
    await hands.tabTo('button', /^开始设计/);
    await hands.press('Enter');
    await hands.hears('tab', /^版面/);
    assert.equal((JSON.parse(await text()) as { filing: { period: string } }).filing.period, 'quarter');
  });

  step('takes twelve indicators from Excel in place of the template’s', async () => {
    await open('粘贴');
    await hands.tabTo('textbox', /^把内容粘贴到这里/);
    await tab.page.evaluate(
      (plain, markup) =>
        navigator.clipboard.write([
          new ClipboardItem({
            'text/plain': new Blob([plain], { type: 'text/plain' }),
            'text/html': new Blob([markup], { type: 'text/html' }),
          }),
        ]),
      PLAIN,
      HTML,
    );
    await hands.paste();
    await tab.says('.read', /读出 12 项指标，合计 100 分/);
    await hands.tabTo('radio', /^加在现有 39 项指标后面/);
    await times(1, 'ArrowDown');
    await hands.hears('radio', /^代替现有 39 项指标，满分 100 分/);
    await hands.tabTo('button', /^加到表里/);
    await hands.press('Enter');
    await hands.hears('tab', /^评分/);
  });

  step('changes points and minus points', async () => {
    await hands.tabTo('textbox', /^维度 名称/);
    await times(6, 'ArrowDown');
    await hands.tabTo('textbox', /^主题党日 分值/);
    await hands.type('8');
    await times(1, 'ArrowUp');
    await hands.hears('textbox', /^三会一课 分值/);
    await hands.type('14');
    await hands.press('Enter');
    await hands.hears('combobox', /^计分方式/);
    await hands.tabTo('textbox', /^每发生一次扣几分/);
    await hands.type('3');
    await tab.says('.counts', /先给 14 分，每次扣 3 分/);
    await tab.says('.sum', /分值合计与满分一致/);
  });

  step('asks for a date below sixty points, without a formula', async () => {
    await command('添加字段：日期');
    await hands.hears('tab', /^评分/); // the property that had the focus is gone
    await open('版面');
    await hands.tabTo('treeitem', /^日期/);
    await hands.press('Enter');
    await hands.hears('textbox', /名称/);
    await hands.press('Control', 'a');
    await hands.type('整改期限');
    await open('规则');
    await hands.tabTo('button', /^添加规则/);
    await hands.press('Enter');
    await hands.tabTo('button', /^添加$/);
    await hands.press('Enter');
    await hands.hears('button', /整改期限.*必填/);
    await hands.tabTo('combobox', /^第 1 条：看什么/);
    await times(1, 'ArrowUp');
    await tab.says('.sentence', /总分.*整改期限.*必填/);
    await hands.tabTo('combobox', /^第 1 条：怎样比较/);
    await times(3, 'ArrowDown');
    await tab.says('.sentence', /总分.*小于 ?0时.*整改期限.*必填/);
    await hands.tabTo('spinbutton', /^第 1 条：固定值/);
    await hands.type('60');
  });

  step('is tried on a phone: filled in once, the score is read', async () => {
    await open('预览');
    assert.match(await text(), /totalScore<60/);
    await hands.tabTo('combobox', /^页面/);
    await times(1, 'ArrowDown');
    await tab.find('.place.phone');
    await hands.tabTo('textbox', /^自评得分 ?：按期换届/);
    await hands.type('9');
    await hands.tabTo('textbox', /^填报数值 ?：三会一课/);
    await hands.type('1');
    await hands.press('Tab');
    await tab.says('.total', /20/);
  });

  step('takes a wrong deletion back', async () => {
    const before = await text();
    await open('版面');
    await hands.tabTo('treeitem', /./);
    await hands.press('End');
    await hands.hears('treeitem', /^整改期限/);
    await times(1, 'ArrowUp');
    await hands.hears('treeitem', /^审核意见/);
    await hands.press('Delete');
    await hands.hears('button', /一并删除/);
    await hands.press('Enter');
    await tab.says('.base > .visually-hidden', /删除“审核意见”/);
    assert.notEqual(await text(), before);
    await hands.press('Control', 'z');
    await tab.says('.base > .visually-hidden', /已撤销：删除“审核意见”/);
    assert.equal(await text(), before);
  });

  step('is left and found again', async () => {
    const before = await text();
    await tab.page.evaluate(() =>
      (document.querySelector('jc-form-builder') as unknown as { flushDraft(): Promise<void> }).flushDraft(),
    );
    await tab.open('builder.html');
    await hands.tabTo('button', /^继续设计“青石镇党支部季度评价”/);
    await hands.press('Enter');
    await tab.says('.note', /已恢复/);
    assert.equal(await text(), before);
  });

  step('is published as 1.0.0', async () => {
    await open('发布');
    await hands.tabTo('button', /^发布 ?1\.0\.0/);
    await hands.press('Enter');
    await hands.tabTo('button', /^确认发布/);
    await hands.press('Enter');
    await tab.says('[role="status"]', /1\.0\.0 版已发布/);
  });

  step('is shown as an empty A4 sheet, ready to be printed', async () => {
    await open('预览');
    await hands.tabTo('combobox', /^页面/);
    await times(2, 'ArrowDown');
    await tab.find('.place.paper');
    await hands.tabTo('button', /^打印/);
    await hands.press('Enter');
  });

  step('has lain before a branch, which filled it in', async () => {
    const { id } = JSON.parse(await text()) as { readonly id: string };
    const branch = await walk.tab();
    await branch.open('catalogue.html');
    await branch.become(BRANCH);
    await branch.open(`work.html?definition=${id}`);
    await branch.follow('.pick button', '开始填写');
    await branch.fill('', '9', await branch.field('自评得分：按期换届'));
    await branch.says('.total', /9/);
    await branch.says('.kept', /已保存/);
    await branch.page.close();
    await tab.page.bringToFront();
  });

  step('gets a second version: one field renamed, one recoded', async () => {
    await open('版面');
    await hands.tabTo('treeitem', /./);
    await hands.press('End');
    await hands.hears('treeitem', /^整改期限/);
    await hands.press('F2');
    await hands.hears('textbox', /./);
    await hands.press('Control', 'a');
    await hands.type('rectifyDueOn');
    await hands.press('Enter');
    await hands.hears('treeitem', /^整改期限/);
    await hands.goTo('ArrowUp', 'treeitem', /^查实的否决情形/);
    await hands.press('Enter');
    await hands.hears('textbox', /名称/);
    await hands.tabTo('grid', /^选项/);
    await times(1, 'ArrowDown');
    await hands.press('ArrowRight'); // from the number of the row to the words of the option
    await hands.press('Tab');
    await hands.hears('textbox', /^存储值，第 2 行/);
    await hands.type('seriousBreach');
    await hands.press('Enter');
    await tab.says('.bar .state', /没有发现错误/);
    const { record } = JSON.parse(await text()) as {
      readonly record: {
        readonly properties: Readonly<Record<string, { readonly oneOf?: readonly { readonly const: string }[] }>>;
      };
    };
    assert.ok(record.properties['rectifyDueOn']);
    assert.deepEqual(
      record.properties['vetoReason']?.oneOf?.map((option) => option.const),
      ['falseData', 'seriousBreach'],
    );
  });

  step('proposes how records come along, and is published', async () => {
    await open('版本');
    await hands.tabTo('button', /^采用 2\.0\.0/);
    await hands.press('Enter');
    await hands.tabTo('button', /^去发布/);
    await hands.press('Enter');
    await hands.hears('tab', /^发布/);
    await hands.tabTo('button', /^发布 ?2\.0\.0/);
    await hands.press('Enter');
    await hands.hears('button', /^确认发布/);
    await hands.press('Enter');
    await tab.says('[role="status"]', /2\.0\.0 版已发布/);
  });

  step('takes the record of the branch along', async () => {
    await open('版本');
    await hands.tabTo('button', /记录升级到 2\.0\.0$/);
    await hands.press('Enter');
    await hands.tabTo('button', /确认升级/);
    await hands.press('Enter');
    await tab.says('[role="status"]', /已升级 1 条记录/);
  });

  it('takes at most sixty key commands', async () => {
    for (const [name, run] of steps) {
      await run();
      console.log(`${String(hands.commands).padStart(4)} key commands, ${hands.steps} steps: ${name}`);
    }
    assert.ok(hands.commands <= MOST, `${hands.commands} key commands`);
  });
});
