// Ten minutes: a county's template becomes a township's own evaluation, is tried, published, filled in, and changed
// with its records.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BRANCH, Hands } from './hands.ts';
import { HTML, PLAIN } from './journey-rows.ts';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

/** Clicks and key commands that the journey may take. */
const MOST = 60;

type Definition = {
  id: string;
  version: string;
  title: string;
  filing: { period: string };
  record: { properties: Record<string, { title: string; oneOf?: { const: string; title: string }[] }> };
  score: {
    max: number;
    veto: { when: string }[];
    dimensions: {
      title: string;
      items: { title: string; max: number; method: string; per?: number; rule?: string }[];
    }[];
  };
  rules: { field: string; required?: string }[];
  migration?: { steps: unknown[] };
};

describe('the ten-minute journey, by mouse', () => {
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
  const definition = async () => JSON.parse(await text()) as Definition;
  const shot = async (name: string) => {
    if (process.env['SHOTS']) await tab.shot(name);
  };
  const open = (pane: string) => hands.click('.tab', pane);

  const steps: [name: string, run: () => Promise<void>][] = [];
  const step = (name: string, run: () => Promise<void>): void => void steps.push([name, run]);

  step('begins with the template, under an own name and period', async () => {
    await hands.fill('查找模板', '标准化 评价');
    await shot('01-start');
    await hands.click('.template', '党支部标准化规范化评价');
    await hands.fill('表的名称', '青石镇党支部季度评价');
    await hands.choose('填报周期', '每季度');
    await hands.click('.foot .button.primary');
    await tab.says('.bar .name', /青石镇党支部季度评价/);
    await shot('02-design');
    assert.equal((await definition()).filing.period, 'quarter');
  });

  step('takes twelve indicators from Excel in place of the template’s', async () => {
    await open('粘贴');
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
    await hands.click('textarea');
    await hands.paste();
    await tab.says('.read', /读出 12 项指标，合计 100 分/);
    await shot('03-pasted');
    await hands.click('.choice', '代替现有');
    await hands.click('.button.primary', '加到表里（12）');
    await tab.says('.sum', /已分配 100 分，满分 100 分/);
    await shot('04-score');
    const { score } = await definition();
    assert.deepEqual(
      score.dimensions.map(({ title, items }) => [title, items.length]),
      [
        ['组织建设', 3],
        ['组织生活', 3],
        ['党员管理', 3],
        ['服务群众', 2],
        ['阵地保障', 1],
      ],
    );
    assert.match(score.dimensions[0]!.items[0]!.rule ?? '', /佐证材料：换届批复/);
  });

  step('changes points and minus points, and reads in words what they do', async () => {
    await hands.fill('主题党日 分值', '8');
    await hands.press('ArrowUp');
    await tab.says('.sum', /还差 2 分/);
    await hands.type('14');
    await hands.fill('每发生一次扣几分', '3');
    await tab.says('.sum', /已分配 100 分，满分 100 分，分值合计与满分一致/);
    await tab.says('.counts', /先给 14 分/);
    await tab.says('.counts', /每次扣 3 分/);
    await tab.says('.example output', /得 8 分/);
    await shot('05-points');
    assert.deepEqual(
      (await definition()).score.dimensions[1]!.items.slice(0, 2).map(({ max, per }) => [max, per]),
      [
        [14, 3],
        [8, undefined],
      ],
    );
  });

  step('asks for a date below sixty points, without a formula', async () => {
    await open('版面');
    await hands.click('.kind', '日期');
    await hands.fill('名称', '整改期限');
    await tab.says('[role="treeitem"]', /^整改期限/);
    await shot('06-field');
    await open('规则');
    await hands.click('.bar .button.primary', '添加规则');
    await hands.click('.adding .button', '添加');
    await hands.choose('第 1 条：看什么', '总分');
    await hands.choose('第 1 条：怎样比较', '小于');
    await tab.says('.sentence', /总分.*小于 ?0时.*整改期限.*必填/);
    await hands.fill('第 1 条：固定值', '60');
    await shot('07-rule');
  });

  step('is tried on a phone: filled in once, the score is read', async () => {
    await open('预览');
    assert.deepEqual((await definition()).rules.map(({ field, required }) => [field, required]).pop(), [
      '/date',
      'totalScore<60',
    ]);
    await hands.choose('页面', '手机');
    assert.equal((await (await tab.find('.place.phone')).boundingBox())!.width, 360);
    await hands.fill('自评得分：按期换届', '9');
    await hands.fill('填报数值：三会一课', '1');
    await hands.press('Tab');
    await tab.says('.total', /20/);
    await shot('08-phone');
  });

  step('takes a wrong deletion back', async () => {
    const before = await text();
    await open('版面');
    await hands.click('[role="treeitem"]', '审核意见');
    await hands.press('Delete');
    await shot('09-question');
    await hands.click('.answers .button', '一并删除');
    await tab.says('.base > .visually-hidden', /删除“审核意见”/);
    assert.notEqual(await text(), before);
    await hands.press('Control', 'z');
    assert.equal(await text(), before);
  });

  step('is left and found again', async () => {
    const before = await text();
    await tab.page.evaluate(() =>
      (document.querySelector('jc-form-builder') as unknown as { flushDraft(): Promise<void> }).flushDraft(),
    );
    await tab.open('catalogue.html');
    await hands.follow('a', '设计一张新表');
    await shot('10-again');
    await hands.click('.begun .button', '继续设计“青石镇党支部季度评价”');
    await tab.says('.note', /已恢复/);
    assert.equal(await text(), before);
  });

  step('is published as 1.0.0', async () => {
    await open('发布');
    await shot('11-publish');
    await hands.click('.actions .button.primary', '发布 1.0.0');
    await hands.click('.actions .button.primary', '确认发布');
    await tab.says('[role="status"]', /1\.0\.0 版已发布/);
    await tab.says('#notes', /青石镇党支部季度评价.*1\.0\.0 版已经可以使用/);
    await shot('12-published');
  });

  step('is printed empty on A4', async () => {
    await open('预览');
    await hands.choose('页面', 'A4');
    await shot('13-paper');
    await hands.click('.tools .button', '打印');
    const paper = await tab.page.pdf({
      format: 'A4',
      path: process.env['SHOTS'] ? `${process.env['SHOTS']}/paper.pdf` : undefined,
    });
    assert.ok(
      (
        Buffer.from(paper)
          .toString('latin1')
          .match(/\/Type\s*\/Page\b/g) ?? []
      ).length >= 2,
      'all of the form is on paper',
    );
  });

  step('is filled in by a branch, at another computer', async () => {
    const { id } = await definition();
    const branch = await walk.tab();
    await branch.open('catalogue.html');
    await branch.become(BRANCH);
    await branch.open(`work.html?definition=${id}`);
    await branch.follow('.pick button', '开始填写');
    await branch.fill('', '9', await branch.field('自评得分：按期换届'));
    await branch.fill('', '2', await branch.field('填报数值：三会一课'));
    await branch.says('.total', /17/);
    await branch.says('.kept', /已保存/);
    if (process.env['SHOTS']) await branch.shot('14-work');
    await branch.page.close();
    await tab.page.bringToFront();
  });

  step('gets a second version: one field renamed, one recoded', async () => {
    await open('版面');
    await hands.click('[role="treeitem"]', '整改期限');
    await hands.press('F2');
    await tab.find('#input');
    await hands.type('rectifyDueOn');
    await hands.press('Enter');
    assert.ok((await definition()).record.properties['rectifyDueOn']);
    assert.equal((await definition()).rules.pop()?.field, '/rectifyDueOn');
    await hands.click('[role="treeitem"]', '查实的否决情形');
    await hands.click('[role="gridcell"]', 'seriousDiscipline');
    await hands.type('seriousBreach');
    await hands.press('Enter');
    await tab.says('[role="gridcell"]', /^seriousBreach$/);
    await shot('15-options');
    await tab.says('.bar .state', /没有发现错误/);
    const { record, score } = await definition();
    assert.deepEqual(
      record.properties['vetoReason']?.oneOf?.map((option) => option.const),
      ['falseData', 'seriousBreach'],
    );
    assert.ok(score.veto.some(({ when }) => when === 'vetoReason="seriousBreach"'));
  });

  step('proposes how its records come along', async () => {
    await open('版本');
    await tab.says('.words', /整改期限/);
    await shot('16-differences');
    await hands.click('.bar .button.primary', '采用 2.0.0');
    await shot('17-plan');
    assert.equal((await definition()).version, '2.0.0');
    await hands.click('.bar .button', '去发布');
    await hands.click('.actions .button.primary', '发布 2.0.0');
    await hands.click('.actions .button.primary', '确认发布');
    await tab.says('[role="status"]', /2\.0\.0 版已发布/);
    await open('版本');
    await hands.click('table.versions .button', '记录升级到 2.0.0');
    await hands.click('table.versions .button.primary', '确认升级');
    await tab.says('[role="status"]', /已升级 1 条记录/);
    await shot('18-upgraded');
  });

  step('has lost nothing: the branch finds its points', async () => {
    const { id } = await definition();
    const branch = await walk.tab();
    await branch.open('catalogue.html');
    await branch.become(BRANCH);
    await branch.open(`work.html?definition=${id}`);
    await branch.says('.total', /17/);
    await branch.field('整改期限');
    await branch.page.close();
  });

  it('takes at most sixty clicks and key commands', async () => {
    for (const [name, run] of steps) {
      await run();
      console.log(`${String(hands.commands).padStart(4)} clicks and key commands, ${hands.steps} steps: ${name}`);
    }
    assert.ok(hands.commands <= MOST, `${hands.commands} clicks and key commands`);
  });
});
