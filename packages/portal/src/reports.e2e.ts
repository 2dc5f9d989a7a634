// The ready reports: found, opened, a number followed down to its record and back, passed on as a link, printed.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

describe('reports', () => {
  let walk: Walk;
  let tab: Tab;
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    await tab.open('catalogue.html');
  });
  after(() => walk.close());

  it('are listed with what they answer, and found by words', async () => {
    await tab.follow('.nav a', '统计报表');
    await tab.says('.counts', /^共 (2[5-9]|[3-9]\d) 张报表。$/);
    await tab.fill('#search', '没有这样的报表');
    await tab.says('.counts', /没有找到/);
    await tab.fill('#search', '账龄');
    await tab.follow('.entry a', '问题清单销账情况');
  });

  it('lead from a number to its rows and on to a record in two steps, and back to where one was', async () => {
    await tab.find('.chart-figure svg [role="button"]');
    await tab.click('.card .number');
    await tab.says('[part="opened"] h4', /是怎么来的/);
    const rows = await tab.texts('[part="opened"] p.weak'); // of many rows only those in sight are drawn
    assert.match(rows.join(' '), /共 [1-9]\d* 行/);
    await tab.follow('[part="opened"] tbody .button', '打开记录');
    assert.match(tab.page.url(), /ledger\.html\?record=/);
    await tab.find('h2, h3', '问题');
    await tab.page.goBack();
    await tab.ready();
    await tab.find('[part="opened"] h4');
    assert.deepEqual(await tab.texts('[part="opened"] p.weak'), rows);
  });

  it('give a link that opens the same view', async () => {
    await tab.click('[part="opened"] .button', '关闭');
    await tab.gone('[part="opened"]');
    await tab.click('[part="choices"] .button', '上一期');
    await tab.page.waitForFunction(() => location.search.includes('period=2024'));
    const titles = await tab.texts('.head p');
    const other = await walk.tab();
    await other.open(tab.page.url().replace(/^https?:\/\/[^/]+\//, ''));
    await other.find('.card .number, .block .state');
    assert.deepEqual(await other.texts('.head p'), titles);
    assert.match(titles[0] ?? '', /2024年/);
    await other.page.close();
  });

  it('lead in three steps from a share of branches to the card of one of them, in the version that it was filled in with, and back', async () => {
    await tab.open('reports.html?report=branch-standard-board');
    await tab.click('.card .number');
    await tab.says('[part="opened"] h4', /是怎么来的/);
    assert.ok(
      (await tab.texts('[part="opened"] tbody td')).some((text) => /^\d+\.\d+\.\d+$/.test(text)),
      'the version of the form',
    );
    const address = tab.page.url();
    await tab.follow('[part="opened"] tbody .button', '打开记录');
    assert.match(tab.page.url(), /scorecard\.html\?record=/);
    await tab.find('[part="summary"]');
    await tab.page.goBack();
    await tab.ready();
    assert.equal(tab.page.url(), address);
    await tab.find('[part="opened"] h4');
  });

  it('are printed on the paper of their set-up, and taken along as a file', async () => {
    await tab.open('reports.html?report=problem-closing');
    await tab.find('.chart-figure svg [role="button"]');
    const paper = Buffer.from(await tab.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.match(paper, /\/MediaBox \[0 0 84[12][.\d]* 59[45]/, 'A4 landscape');
    await tab.click('[part="files"] button', '导出 Excel');
    await tab.page.waitForFunction(() =>
      (globalThis as unknown as { Jiceng: { loaded: string[] } }).Jiceng.loaded.includes('paper'),
    );
    await tab.find('[part="files"] button:enabled', '导出 Excel');
    await tab.gone('[role="alert"]');
  });

  it('say what to do when there is no such report, and when nothing is reported yet', async () => {
    await tab.open('reports.html?report=none');
    await tab.says('#content', /没有编号为“none”的报表/);
    await tab.follow('#content a', '返回报表目录');
    await tab.open('reports.html?report=problem-closing&period=1999');
    await tab.says('.block .state', /本期还没有数据/);
  });

  it('say in place what could not be loaded, and have it when it is asked for again', async () => {
    const other = await walk.tab();
    const isWanted = { charts: false, behind: false };
    await other.page.setRequestInterception(true);
    other.page.on('request', (request) => {
      const [, part] = /jiceng-(?:report-)?(charts|behind)\./.exec(request.url()) ?? [];
      const isCut = part !== undefined && !isWanted[part as keyof typeof isWanted];
      void (isCut ? request.abort() : request.continue());
    });
    await other.open('reports.html?report=training-reach');
    await other.says('[part="block"] .notice-line', /图没有加载出来/);
    isWanted.charts = true;
    await other.click('[part="block"] .notice-line .button', '重试');
    await other.find('.chart-figure svg [role="button"]');
    await other.gone('[part="block"] .notice-line');
    // What is behind numbers says so where the notes would stand; a number that is pressed asks for it, too.
    await other.says('.notice-line', /口径说明.*没有加载出来/);
    isWanted.behind = true;
    await other.click('.card .number');
    await other.says('[part="opened"] h4', /是怎么来的/);
    await other.find('summary', '口径说明');
    await other.gone('[role="alert"]');
    await other.page.close();
  });

  it('survive addresses that make no sense', async () => {
    await tab.open(
      `reports.html?report=problem-closing&period=x&organisation=none&filter.category=%3Cb%3E&filter.none=a&number=${encodeURIComponent('{"block":"figures","measure":"__proto__","rows":[{"dimension":"none","member":"x"}],"columns":[]}')}`,
    );
    await tab.find('.head h3');
    await tab.gone('[part="opened"]');
  });
});
