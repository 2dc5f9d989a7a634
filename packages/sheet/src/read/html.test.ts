import assert from 'node:assert/strict';
import test from 'node:test';
import { draftDefinition } from '../draft/draft.ts';
import { encodeGb18030 } from '../text/encoding.ts';
import { readSheets, type ReadOptions } from './read-sheets.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function sheetOf(bytes: Uint8Array, options: ReadOptions = {}) {
  const read = await readSheets(bytes, options);
  assert.ok(read.ok, JSON.stringify(!read.ok && read.problems));
  const sheet = read.value.sheets[0]!;
  return { book: read.value, sheet, values: sheet.rows.map(({ values }) => values) };
}

async function refused(bytes: Uint8Array, options: ReadOptions = {}): Promise<string> {
  const result = await readSheets(bytes, options);
  assert.ok(!result.ok, 'it was read');
  return `${result.problems[0]!.code} ${result.problems[0]!.pointer}`;
}

const EXPORT = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<style>td { mso-number-format:"\\@" }</style><title>党员</title></head><body>
<table border=1><tr><td colspan="4" align=center><b>党员名册</b></td></tr>
<tr><th rowspan=2>姓名<th colspan=2>时间</th><th rowspan=2>身份证号</th></tr>
<tr><th>出生</th><th>入党<br>日期</th></tr>
<tr><td>王&nbsp;芳</td><td>1980-05-01</td><td>2005-07-01</td><td style='mso-number-format:"\\@"' x:str>410325198005010023</td></tr>
<tr><td>李强 &lt;组&gt;<td>1979-01-02<td>2001-07-01<td>410325197901020015
</table></body></html>`;

test('a web page under the name of an Excel file is read as its table: encoding, merges, line breaks, entities, missing end tags', async () => {
  const { book, sheet, values } = await sheetOf(encodeGb18030(EXPORT), { name: '名册.xls' });
  assert.deepEqual(values, [
    ['党员名册', null, null, null],
    ['姓名', '时间', null, '身份证号'],
    [null, '出生', '入党\n日期'],
    ['王 芳', '1980-05-01', '2005-07-01', '410325198005010023'],
    ['李强 <组>', '1979-01-02', '2001-07-01', '410325197901020015'],
  ]);
  assert.deepEqual(
    sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right]),
    [
      [0, 0, 0, 3],
      [1, 0, 2, 0],
      [1, 1, 1, 2],
      [1, 3, 2, 3],
    ],
  );
  assert.deepEqual(
    book.notices.map(({ code }) => code),
    ['web-page'],
  );
  const draft = draftDefinition(book).sheets[0]!;
  assert.deepEqual(
    draft.columns.map(({ title, kind }) => `${title.value} ${kind.value}`),
    ['姓名 text', '出生 date', '入党日期 date', '身份证号 text'],
  );
  assert.equal(draft.rows.length, 2);
});

test('lines and tables of a page stand below each other; a table in a cell is its text, scripts are nothing', async () => {
  const { values } = await sheetOf(
    bytesOf(
      '<!DOCTYPE html><h3>台账</h3><script>document.write("<table><tr><td>假</td></tr></table>")</script><table><tr><td>甲<table><tr><td>一</td><td>二</td></tr></table></td><td>乙</td></tr></table><p>填报人：王芳</p><table><tr><td>丙</td></tr></table>',
    ),
  );
  assert.deepEqual(values, [['台账'], ['甲 一 二', '乙'], ['填报人：王芳'], ['丙']]);
});

test('spans claim nothing, a page has the limits of all files, and one without a table is told what to do', async () => {
  const over = '<table><tr><td colspan=9999999 rowspan=9999999>题</td></tr><tr><td>甲</td></tr></table>';
  assert.equal(await refused(bytesOf(over)), 'sheet-columns /CSV', 'a cell over everything leaves no room');
  assert.equal(await refused(bytesOf(`<table><tr>${'<td>1'.repeat(501)}`)), 'sheet-columns /CSV');
  assert.equal(await refused(bytesOf(`<table>${'<tr><td>1'.repeat(20)}`), { limits: { rows: 10 } }), 'sheet-rows /CSV');
  assert.equal(await refused(bytesOf(`<table><tr><td>${'甲'.repeat(40_000)}`)), 'sheet-cell /CSV!1:1');
  assert.equal(
    await refused(bytesOf('<html><body>请先登录</body></html>')),
    'sheet-not-a-sheet /没有表格的网页，可能要重新登录系统再导出',
  );
  assert.equal(await refused(bytesOf('<?xml version="1.0"?><Workbook/>')), 'sheet-other-format /XML');
  for (const bad of [
    '<table><tr><td',
    '<table "><tr>',
    `<table><!--${'<td>'.repeat(50)}`,
    '<table>&#99999999;&#xffffff;',
  ])
    assert.match(await refused(bytesOf(bad)), /^sheet-/);
});

test('a page that never ends its tags is read in one pass', async () => {
  for (const unit of ['<!', '<?', '<a "', "<a '", '<td ', '<!--']) {
    const page = `<table><tr><td>姓名</td></tr></table>${unit.repeat(200_000)}`;
    const result = await readSheets(bytesOf(page), { name: '名册.xls' });
    assert.ok(result.ok || result.problems.length > 0);
  }
});
