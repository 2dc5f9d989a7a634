import assert from 'node:assert/strict';
import test from 'node:test';
import { firstChosen } from '@jiceng/core/report/chosen.js';
import { compute } from '@jiceng/core/report/compute.js';
import { countyReport, dataOf, NOW, visit } from '@jiceng/core/report/fixtures/county.js';
import type { Sheet } from '../book/workbook.ts';
import { Archive } from '../read/archive.ts';
import { LIMITS } from '../read/limits.ts';
import { readSheets } from '../read/read-sheets.ts';
import { reportFile, type FileType } from './report-files.ts';
import type { FileInput } from './report-book.ts';

const WORDS = {
  serial: '序号',
  rank: '位次',
  row: '组织',
  band: '档次',
  moved: '升降',
  reported: '已报',
  expected: '应报',
  missing: '尚未上报',
  noRows: '没有数据',
  noneFits: '没有符合条件的',
  silent: (count: number) => `没有数据的 ${count} 个：`,
  more: (count: number) => `等 ${count} 个`,
  notes: '口径说明',
  printedOn: '打印日期',
};
const CSV = { block: '块', row: '行', column: '列', value: '数值', unit: '单位', remark: '说明' };
const RECORDS = [
  visit('1', 'a1', '2025-02-01', { kind: 'home', amount: 0.1, who: 'p' }, 'done'),
  visit('2', 'a2', '2025-05-01', { kind: '=1+1', amount: 0.2, who: 'p' }),
  visit('3', 'b1', '2025-05-03', { kind: 'site', amount: 90 }, 'done'),
];
const REPORT = countyReport({
  title: '走访<情况>',
  print: { orientation: 'landscape', margins: 'narrow', unit: '填报单位', header: '内部资料', signatures: ['填报人'] },
  blocks: [
    { block: 'text', id: 'words', paragraphs: ['共走访{n}。'], values: { n: { measure: 'count' } } },
    {
      block: 'table',
      id: 'table',
      title: '各乡镇',
      rows: ['tree'],
      columns: [{ title: '数量', columns: ['count', 'sum', 'people'] }, 'rate'],
      serial: true,
    },
    { block: 'cross', id: 'cross', title: '分类', rows: ['kind'], columns: ['township'], measures: ['count'] },
    { block: 'board', id: 'board', title: '排名', rows: 'township', measures: ['rate'], smallest: 1 },
  ],
});

function input(): FileInput {
  return {
    report: REPORT,
    result: compute(REPORT, dataOf(REPORT, RECORDS), firstChosen(REPORT, NOW, 'c')),
    words: WORDS,
    today: '2025-09-15',
  };
}
const file = (type: FileType) => reportFile(type, { ...input(), csv: CSV });
const rowOf = (sheet: Sheet, title: string) => sheet.rows.findIndex(({ values }) => values.includes(title));

test('Excel: numbers are numbers, headings merge, sums are live, rates are not, notes stand on a sheet of their own', async () => {
  const read = await readSheets(await file('xlsx'));
  assert.ok(read.ok);
  const [sheet, notes] = read.value.sheets as [Sheet, Sheet];
  assert.equal(sheet.rows[0]!.values[0], '走访<情况>');
  assert.equal(sheet.rows[1]!.values[0], '填报单位：C 2025年');
  const head = rowOf(sheet, '数量');
  assert.deepEqual(sheet.rows[head]!.values, ['序号', '组织', '数量', null, null, '完成率（%）']);
  assert.deepEqual(sheet.rows[head + 1]!.values.slice(2, 5), ['次数', '金额', '人数']);
  assert.ok(
    sheet.merges.some(({ top, left, bottom, right }) => top === head && bottom === head && left === 2 && right === 4),
  );
  assert.ok(
    sheet.merges.some(
      ({ top, left, bottom, right }) => top === head && bottom === head + 1 && left === 0 && right === 0,
    ),
  );
  const total = rowOf(sheet, '合计');
  assert.deepEqual(sheet.rows[total]!.values.slice(2, 5), [3, 90.3, 1]);
  const formula = (column: number, row = total) => sheet.formulas.get(row * 16_384 + column);
  assert.match(String(formula(2)), /^SUM\(C\d+/);
  assert.match(String(formula(3)), /^SUM\(D\d+/);
  assert.equal(formula(4), undefined, 'people counted once do not add up');
  assert.equal(formula(5), undefined, 'rates do not add up');
  assert.ok(rowOf(sheet, '=1+1') > 0, 'what looks like a formula stays text');
  assert.ok([...sheet.formulas.values()].every((text) => /^SUM\(/.test(String(text))));
  assert.equal(notes.name, '口径说明');
  assert.equal(notes.rows.length, input().result.notes.length);
});

test('CSV: every number has a line with where it stands, exact and without unit', async () => {
  const text = await (await file('csv')).text();
  const lines = text.replace('\ufeff', '').trim().split('\r\n');
  assert.equal(lines[0], '"块","行","列","数值","单位","说明"');
  assert.ok(lines.includes('"各乡镇","合计","数量 / 金额","90.3","",""'), text);
  assert.ok(
    lines.some((line) => line.startsWith('"各乡镇","C / A / A1","完成率（%）","100","%","好')),
    text,
  );
  assert.ok(lines.some((line) => line.startsWith('"分类","\'=1+1"')));
});

test('Word: title, sentence, tables with headings on every page, page numbers, signature line; texts are escaped', async () => {
  const archive = new Archive(new Uint8Array(await (await file('docx')).arrayBuffer()), LIMITS);
  const names = ['[Content_Types].xml', 'word/document.xml', 'word/styles.xml', 'word/header.xml', 'word/footer.xml'];
  const [types, document, , header, footer] = (await Promise.all(names.map((name) => archive.text(name)))) as [
    string,
    string,
    string,
    string,
    string,
  ];
  for (const name of names.slice(1)) assert.ok(types.includes(`/${name}`), name);
  assert.ok(document.includes('走访&lt;情况&gt;') && !document.includes('<情况>'));
  assert.ok(
    document.includes('共走访3。') && document.includes('填报人：') && document.includes('打印日期：2025-09-15'),
  );
  assert.match(document, /<w:tblHeader\/>/);
  assert.match(document, /<w:gridSpan w:val="3"\/>/);
  assert.match(document, /<w:vMerge w:val="restart"\/>.*<w:vMerge\/>/s);
  assert.match(document, /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/><w:pgMar w:top="850"/);
  assert.ok(header.includes('内部资料') && footer.includes('PAGE'));
  // Every row has as many cells as the grid has columns.
  for (const [table] of document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
    const columns = table.match(/<w:gridCol /g)!.length;
    for (const [row] of table.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
      const spans = [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
        Number(/gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
      );
      assert.equal(
        spans.reduce((sum, span) => sum + span, 0),
        columns,
      );
    }
  }
});
