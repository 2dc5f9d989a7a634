// A table of thousands of rows: only what is seen is drawn, and paper has every row.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

/** More than three thousand records of the demo, one row each. */
const REPORT = {
  $schema: 'https://jiceng.dev/schemas/report/1.json',
  id: 'all-records',
  version: '1.0.0',
  title: '记录清单',
  purpose: { readBy: 'county', decision: '核对' },
  data: [{ id: 'd', title: '记录', records: ['organisation-life', 'members'], always: true }],
  dimensions: [{ id: 'record', title: '记录', data: ['d'], name: 'recordId' }],
  measures: [{ id: 'count', title: '条数', data: 'd', type: 'count', num: { count: 'TRUE' } }],
  blocks: [{ block: 'table', id: 'list', title: '清单', rows: ['record'], columns: ['count'], serial: true }],
  print: { margins: 'narrow' },
};

describe('a report of thousands of rows', () => {
  let walk: Walk;
  let tab: Tab;
  let rows = 0;
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    await tab.open('reports.html');
  });
  after(() => walk.close());

  it('draws the rows that are seen, and those that are scrolled or looked for', async () => {
    await tab.page.evaluate(
      (report) => localStorage.setItem('portal-reports', report),
      JSON.stringify({ [REPORT.id]: REPORT }),
    );
    await tab.open(`reports.html?report=${REPORT.id}`);
    await tab.find('.long tbody tr[aria-rowindex]');
    assert.ok((await tab.texts('.long tbody tr[aria-rowindex]')).length < 100);
    const box = await tab.find('.long');
    // without heading and total
    rows = await box.evaluate((element) => Number(element.querySelector('table')?.getAttribute('aria-rowcount')) - 2);
    assert.ok(rows > 3000, `${rows} rows`);
    await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await tab.find(`.long tr[aria-rowindex="${rows + 1}"]`);
    assert.ok((await tab.texts('.long tbody tr[aria-rowindex]')).length < 100);
    await tab.click('.long tfoot .number');
    await tab.says('[part="opened"] h4', /是怎么来的/);
  });

  it('prints all of them, with headings on every page', async () => {
    const paper = Buffer.from(await tab.page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
    const count = (mark: RegExp): number => paper.match(mark)?.length ?? 0;
    const pages = count(/\/Type \/Page\b(?!s)/g);
    assert.ok(pages > 40 && pages < 400, `${pages} pages`);
    // Every line is a row of the document's structure once: heading, rows, total.
    assert.equal(count(/\/S \/TR\b/g), rows + 2);
    await tab.find('.long tbody tr[aria-rowindex]');
    assert.ok((await tab.texts('.long tbody tr[aria-rowindex]')).length < 100, 'the page is as before');
  });
});
