// A report from nothing to a kept page: by the mouse and by the keyboard, without a word of code.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

describe('drawing a report', () => {
  let walk: Walk;
  let tab: Tab;
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    await tab.open('reports.html');
  });
  after(() => walk.close());

  it('begins with the data of a form, and shows numbers at once', async () => {
    await tab.follow('.pick a', '新建报表');
    await tab.fill('input[type="search"]', '问题清单');
    await tab.click('.beginning', '问题清单');
    await tab.says('.block-name', /统计表/);
    await tab.find('jc-report .card .number, .card .number');
  });

  it('answers which townships let overdue problems lie, by putting in what is found by a word', async () => {
    await tab.click('.block-name', '统计表');
    await tab.fill('input[type="search"]', '超期');
    await tab.page.keyboard.press('Enter');
    await tab.says('.base > [role="status"]', /放入“.*超期/);
    await tab.click('.add button', '+ 排名榜');
    await tab.says('.block-name', /排名榜/);
    await tab.click('.bar .button', '撤销');
    await tab.gone('.blocks li.chosen [title="排名榜"]');
    await tab.click('.bar .button', '重做');
  });

  it('is kept, opened among the other reports, and changed again', async () => {
    await tab.click('.bar .button', '保存报表');
    await tab.says('#notes', /已保存“问题清单统计”/);
    await tab.follow('#notes a', '打开报表');
    await tab.says('.head h3', /问题清单统计/);
    await tab.find('.board, [part="block"]');
    await tab.follow('.pick a', '修改报表');
    await tab.says('.block-name', /排名榜/);
    await tab.open('reports.html');
    const [first = ''] = await tab.texts('.entry');
    assert.match(first, /自己设计的报表[^]*问题清单统计/);
  });

  it('asks why, sets what should be reached, is left and found again, and stands on A4 without the tools', async () => {
    await tab.open('report-builder.html');
    await tab.fill('input[type="search"]', '问题清单');
    await tab.click('.beginning', '问题清单');
    await tab.click('.add button', '+ 交叉表');
    await tab.fill('input[type="search"]', '问题来源');
    await tab.click('.offer.dimension', '问题来源');
    await tab.says('.base > [role="status"]', /“问题来源”/);
    await tab.click('.block-name', '统计表');
    await tab.fill('input[type="search"]', '已销账');
    await tab.click('.offer.measure', '已销账');
    await tab.click('.chip.measure .chip-name', '已销账');
    await tab.says('.how', /“状态”为“已销账”的条数/);
    await tab.fill('.limits input[aria-label="目标值"]', '96');
    await tab.click('.limits .button', '按目标分三档');
    await tab.says('.base > [role="status"]', /目标和预警线/);
    await tab.find('.word');
    const before = await tab.texts('.block-name');
    // a draft is written after a pause
    await tab.page.waitForFunction(() => new Promise((done) => setTimeout(() => done(true), 600)));
    await tab.open('report-builder.html');
    await tab.says('.note', /已恢复上次未保存的修改/);
    assert.deepEqual(await tab.texts('.block-name'), before);
    await tab.find('.card .number');
    const paper = Buffer.from(await tab.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.match(paper, /\/MediaBox \[0 0 59[45][.\d]* 84[12]/, 'A4 portrait');
    await tab.page.emulateMediaType('print');
    await tab.gone('.side');
    await tab.find('.card .number');
    await tab.page.emulateMediaType();
    await tab.click('.note button', '放弃这些修改');
    await tab.find('.beginning');
  });

  it('is drawn by the keyboard alone, from nothing to a kept report', async () => {
    await tab.open('report-builder.html');
    await tab.tabTo('按名称、用途或业务查找');
    await tab.page.keyboard.type('问题清单');
    await tab.tabTo('button: 问题清单');
    await tab.press('Enter');
    await tab.find('.card .number');
    await tab.tabTo('统计表');
    await tab.press('Enter');
    await tab.tabTo('排名榜');
    await tab.press('Enter');
    await tab.says('.block-name', /排名榜/);
    await tab.tabTo('查找数据项', 400);
    await tab.page.keyboard.type('超期');
    await tab.press('Enter');
    await tab.says('.base > [role="status"]', /放入“.*超期|已经在这里/);
    await tab.tabTo('保存报表', 400);
    await tab.press('Enter');
    await tab.says('#notes', /已保存“问题清单统计”/);
  });
});
