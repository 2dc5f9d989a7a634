// A ledger of thousands of rows on paper: every row once, headings on every page, and nothing else of the page's tools.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Ledger } from '@jiceng/elements/ledger/ledger.js';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

const ROWS = 3000;

describe('a ledger of thousands of rows', () => {
  let walk: Walk;
  let tab: Tab;
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    await tab.open('meetings.html');
    await tab.says('.amount', /\d/);
    await tab.page.evaluate((rows) => {
      const ledger = document.querySelector('jc-ledger') as Ledger;
      const records = ledger.records!;
      ledger.records = Array.from({ length: rows }, (_, at): StoredRecord => ({
        ...records[at % records.length]!,
        id: `row-${at}`,
      }));
    }, ROWS);
    await tab.says('.amount', /3000/);
  });
  after(() => walk.close());

  it('prints all of them, with headings on every page', async () => {
    assert.ok((await tab.texts('.window .row')).length < 100, 'the screen draws what is seen');
    const html = await tab.page.evaluate(() => (document.querySelector('jc-ledger') as Ledger).getPrintHTML());
    const paper = Buffer.from(await tab.page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1');
    const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;
    const pages = count(paper, /\/Type \/Page\b(?!s)/g);
    assert.ok(pages > 40 && pages < 600, `${pages} pages`);
    const lines = count(html, /<tr[ >]/g);
    assert.ok(lines > ROWS, `${lines} lines`);
    assert.equal(count(html, /<(?:script|link|style)\b| class=/g), 0, 'tools that copy the markup need nothing else');
    // Every line is a row of the document's structure once.
    assert.equal(count(paper, /\/S \/TR\b/g), lines);
    await tab.page.emulateMediaType('print');
    await tab.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const [head, grid] = await tab.page.evaluate(() =>
      ['.print-copy thead', '.grid-frame'].map(
        (selector) =>
          getComputedStyle(document.querySelector('jc-ledger')!.shadowRoot!.querySelector(selector)!).display,
      ),
    );
    await tab.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await tab.page.emulateMediaType('screen');
    assert.deepEqual([head, grid], ['table-header-group', 'none']);
    assert.ok((await tab.texts('.window .row')).length < 100, 'the page is as before');
  });
});
