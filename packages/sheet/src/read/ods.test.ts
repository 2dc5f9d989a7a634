import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { draftDefinition } from '../draft/draft.ts';
import { joined } from '../fixtures/hostile.ts';
import { zip } from '../write/zip.ts';
import { assertSameRoster } from '../fixtures/same-roster.ts';
import { readSheets, type ReadOptions } from './read-sheets.ts';

/** The ledger of the collection as LibreOffice saved it. */
const SAVED = new Uint8Array(readFileSync(new URL('../fixtures/roster.ods', import.meta.url)));

interface Bent {
  readonly table?: string;
  readonly styles?: string;
  readonly body?: string;
  readonly prolog?: string;
  readonly manifest?: string;
  readonly extra?: readonly string[];
}

/** A spreadsheet by hand: `table` is the inside of its only table. */
async function bent({
  table = '',
  styles = '',
  body,
  prolog = '',
  manifest = '',
  extra = [],
}: Bent): Promise<Uint8Array> {
  const inside =
    body ?? `<office:spreadsheet><table:table table:name="党员">${table}</table:table></office:spreadsheet>`;
  const content = `<?xml version="1.0"?>${prolog}<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body>${inside}</office:body></office:document-content>`;
  return joined(
    await zip([
      { name: 'META-INF/manifest.xml', pieces: [`<manifest:manifest>${manifest}</manifest:manifest>`] },
      { name: 'content.xml', pieces: [content] },
      ...extra.map((name) => ({ name, pieces: ['x'] })),
    ]),
  );
}

const row = (cells: string, times = 1): string =>
  `<table:table-row table:number-rows-repeated="${times}">${cells}</table:table-row>`;
const cell = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;

async function sheetOf(given: Bent) {
  const read = await readSheets(await bent(given));
  assert.ok(read.ok, JSON.stringify(!read.ok && read.problems));
  return { book: read.value, sheet: read.value.sheets[0]! };
}

async function refused(given: Bent, options: ReadOptions = {}): Promise<string> {
  const result = await readSheets(await bent(given), options);
  assert.ok(!result.ok, 'it was read');
  return `${result.problems[0]!.code} ${result.problems[0]!.pointer}`;
}

test('an .ods file gives what the .xlsx file gives: values, merges, lists and records', () => assertSameRoster(SAVED));

test('values are what they mean: days, times, percentages, blanks, lines, notes, links; shapes are no text', async () => {
  const { book, sheet } = await sheetOf({
    styles: `<number:date-style style:name="N1"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style><style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"><style:text-properties fo:color="#ff0000" fo:font-weight="bold"/></style:style>`,
    table: [
      row(
        `<table:table-cell table:style-name="ce1" office:value-type="date" office:date-value="2024-05-01"/><table:table-cell office:value-type="date" office:date-value="2024-05-01T12:00:00"/><table:table-cell office:value-type="time" office:time-value="PT06H00M00S"/><table:table-cell office:value-type="percentage" office:value="0.5"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/>`,
      ),
      row(
        `${cell('姓<text:s text:c="2"/>名<text:line-break/>（<text:a xlink:href="http://x">全</text:a>称）')}<table:table-cell office:value-type="string"><office:annotation><dc:creator>某</dc:creator><text:p>填全称</text:p></office:annotation><text:p>一</text:p><text:p>二</text:p><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame></table:table-cell><table:table-cell table:formula="of:=SUM([.A1:.B1];[$&apos;甲.乙&apos;.$C$1])&amp;&quot;;&quot;" office:value-type="float" office:value="3"/>`,
      ),
    ].join(''),
  });
  assert.deepEqual(
    sheet.rows.map(({ values }) => values),
    [
      [45413, 45413.5, 0.25, 0.5, true],
      ['姓  名\n（全称）', '一\n二', 3],
    ],
  );
  const styles = [...Array(5).keys()].map((column) => book.styles[sheet.rows[0]!.styles[column]!]!);
  assert.deepEqual(
    styles.map(({ kind }) => kind),
    ['date', 'date', 'time', 'percent', 'number'],
  );
  assert.deepEqual([styles[0]!.format, styles[0]!.red, styles[0]!.bold], ['yyyy"年"m"月"', true, true]);
  assert.deepEqual([...sheet.comments.values()], ['填全称']);
  assert.deepEqual([...sheet.formulas.values()], [`SUM(A1:B1,'甲.乙'!$C$1)&";"`]);
});

test('repeated cells and rows stand for what they repeat; empty ones cost nothing, others have the limits of all files', async () => {
  const { sheet } = await sheetOf({
    table: `<table:table-column table:number-columns-repeated="16384"/>${row(cell('甲', 'table:number-columns-repeated="3"'), 2)}${row('<table:table-cell table:number-columns-repeated="16384"/>', 1_048_573)}`,
  });
  assert.deepEqual(
    sheet.rows.map(({ values }) => values),
    [
      ['甲', '甲', '甲'],
      ['甲', '甲', '甲'],
    ],
  );
  assert.equal(
    await refused({ table: row(cell('甲', 'table:number-columns-repeated="16384"')) }),
    'sheet-columns /党员',
  );
  assert.equal(await refused({ table: row(cell('甲'), 1_048_576) }), 'sheet-rows /党员');
  const many = row(cell('甲', 'table:number-columns-repeated="500"'), 100_000);
  assert.equal(await refused({ table: many }), 'sheet-unpacked /党员');
  assert.equal(await refused({ table: row(cell('甲'.repeat(40_000))) }), 'sheet-cell /党员!1:1');
  assert.equal(
    await refused({ table: row(cell('甲', 'table:number-columns-repeated="9e99"')) }),
    'sheet-columns /党员',
  );
});

test('what is no open spreadsheet is told: passwords, macros, documents of texts, declarations', async () => {
  const locked = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
  assert.equal(await refused({ manifest: locked }), 'sheet-encrypted ');
  assert.equal(await refused({ extra: ['Basic/Standard/Module1.xml'] }), 'sheet-macros ');
  assert.equal(
    await refused({ body: '<office:text><text:p>通知</text:p></office:text>' }),
    'sheet-not-a-sheet /OpenDocument 文档',
  );
  assert.equal(await refused({ body: '<office:spreadsheet/>' }), 'sheet-no-sheets ');
  assert.equal(await refused({ prolog: '<!DOCTYPE x [<!ENTITY a "b">]>' }), 'sheet-doctype /content.xml');
  for (let place = 40; place < SAVED.length; place += 97) {
    for (const bytes of [SAVED.slice(0, place), Object.assign(SAVED.slice(), { [place]: SAVED[place]! ^ 0xff })]) {
      const read = await readSheets(bytes);
      if (read.ok) draftDefinition(read.value);
      else assert.match(read.problems[0]!.code, /^sheet-/);
    }
  }
});
