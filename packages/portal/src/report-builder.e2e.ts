// A report from nothing to a kept page: by the mouse and by the keyboard, without a word of code.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Walk, type Tab } from './walk.ts';

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
});
