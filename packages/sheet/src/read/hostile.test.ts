import assert from 'node:assert/strict';
import test from 'node:test';
import { draftDefinition } from '../draft/draft.ts';
import { again, bent, joined, rowsOf } from '../fixtures/hostile.ts';
import { encodeGb18030 } from '../text/encoding.ts';
import { zip } from '../write/zip.ts';
import { readSheets, type ReadOptions } from './read-sheets.ts';

/** The code and the place with which a file is refused. */
async function refused(bytes: Uint8Array, options: ReadOptions = {}): Promise<string> {
  const result = await readSheets(bytes, options);
  assert.ok(!result.ok, 'it was read');
  const { code, pointer, reason } = result.problems[0]!;
  assert.ok(reason['zh-CN'].length > 3 && reason.en.length > 3);
  return `${code} ${pointer}`;
}

async function read(bytes: Uint8Array, options: ReadOptions = {}) {
  const result = await readSheets(bytes, options);
  assert.ok(result.ok, JSON.stringify(!result.ok && result.problems));
  return result.value;
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

test('bombs are stopped by what was counted, not by what they claim', async () => {
  const spaces = ' '.repeat(1 << 20);
  const bomb = await bent({ sheet: again(spaces, 64) });
  assert.ok(bomb.length < 200_000);
  const before = process.memoryUsage().arrayBuffers;
  assert.equal(
    await refused(bomb, { limits: { unpacked: 8 << 20, ratio: 1e9 } }),
    'sheet-unpacked /xl/worksheets/sheet1.xml',
  );
  assert.ok(process.memoryUsage().arrayBuffers - before < 64 << 20);
  assert.equal(await refused(bomb), 'sheet-ratio /xl/worksheets/sheet1.xml');
  const parts = Array.from({ length: 1_100 }, (_, at) => ({ name: `x${at}`, pieces: ['x'] }));
  assert.equal(await refused(joined(await zip(parts))), 'sheet-entries ');
  assert.equal(await refused(new Uint8Array(21 << 20)), 'sheet-file-size ');
  const comment = await bent({ sheet: again(`<!--${'x'.repeat(1000)}`, 6_000) });
  assert.equal(await refused(comment, { limits: { ratio: 1e9 } }), 'sheet-damaged /xl/worksheets/sheet1.xml');
});

test('claimed ranges count for nothing; real cells have their limits, named with their place', async () => {
  const claims = await read(
    await bent({
      sheet: `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols><sheetData><row r="2" spans="1:16384"><c r="B2"><v>7</v></c><c r="XFD2" s="1"/></row><row r="1048576"><c r="A1048576" s="3"/></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
    }),
  );
  assert.deepEqual(
    claims.sheets[0]!.rows.map(({ values }) => values),
    [[], [null, 7]],
  );
  assert.equal(draftDefinition(claims).sheets.length, 0);
  assert.equal(
    await refused(await bent({ sheet: '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>' })),
    'sheet-columns /党员',
  );
  assert.equal(
    await refused(await bent({ sheet: '<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>' })),
    'sheet-rows /党员',
  );
  assert.equal(await refused(await bent({ sheet: rowsOf(['x'.repeat(32_768)]) })), 'sheet-cell /党员!1:1');
  assert.equal(
    (await read(await bent({ sheet: rowsOf(['字'.repeat(32_767)]) }))).sheets[0]!.rows[0]!.values[0],
    '字'.repeat(32_767),
  );
  assert.equal(await refused(text('a,b\n'.repeat(200)), { limits: { rows: 100 } }), 'sheet-rows /CSV');
});

test('declarations, macros, passwords, other formats and other files are refused by their content, whatever the name', async () => {
  assert.equal(
    await refused(await bent({ prolog: '<!DOCTYPE x [<!ENTITY a "aaaaaaaa">]>', sheet: rowsOf(['&a;']) })),
    'sheet-doctype /xl/worksheets/sheet1.xml',
  );
  assert.equal(await refused(await bent({ workbook: '<!DOCTYPE x><workbook/>' })), 'sheet-doctype /xl/workbook.xml');
  assert.equal(await refused(await bent({ extra: [{ name: 'xl/vbaProject.bin', pieces: ['x'] }] })), 'sheet-macros ');
  const old = new Uint8Array(2_048);
  old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  assert.equal(await refused(old), 'sheet-damaged /xls');
  assert.equal(
    await refused(joined(await zip([{ name: 'word/document.xml', pieces: ['<x/>'] }]))),
    'sheet-not-a-sheet /Word',
  );
  assert.equal(
    await refused(text('<html><form>请登录</form>')),
    'sheet-not-a-sheet /没有表格的网页，可能要重新登录系统再导出',
  );
  assert.equal(
    await refused(
      joined(
        await zip([
          { name: 'mimetype', pieces: ['application/vnd.oasis.opendocument.spreadsheet'] },
          { name: 'content.xml', pieces: ['<x/>'] },
        ]),
      ),
    ),
    'sheet-not-a-sheet /OpenDocument 文档',
  );
  for (const [content, part] of [
    ['%PDF-1.7', 'PDF'],
    ['\u0000\u0001\u0002', '二进制数据'],
    ['{"code":500,"msg":"登录超时"}', 'JSON 数据，可能是系统的出错提示'],
    ['Rar!\u001a', '压缩包，请先解压'],
  ] as const)
    assert.equal(await refused(text(content)), `sheet-not-a-sheet /${part}`);
  assert.equal(await refused(new Uint8Array(0)), 'sheet-empty ');
});

test('a quote that is never closed does not swallow the rows below', async () => {
  const { sheets } = await read(text('姓名,备注\n"王芳",好\n"李强,一般\n张伟,好\n'));
  assert.deepEqual(
    sheets[0]!.rows.map(({ values }) => values),
    [
      ['姓名', '备注'],
      ['王芳', '好'],
      ['李强', '一般'],
      ['张伟', '好'],
    ],
  );
});

test('damaged files are refused wherever they are cut or changed, and never half read', async () => {
  const whole = await bent({
    sheet: rowsOf(Array.from({ length: 300 }, (_, at) => `第${at}行 ${(at * 7919) % 1009}`)),
  });
  for (let at = 4; at < whole.length; at += 37) {
    const cut = await readSheets(whole.slice(0, at));
    assert.ok(!cut.ok, `cut at ${at}`);
    const changed = whole.slice();
    changed[at]! ^= 0x55;
    const result = await readSheets(changed); // a changed name or size may be harmless; content never differs
    if (result.ok && result.value.sheets[0]!.rows.length > 0)
      assert.equal(result.value.sheets[0]!.rows[299]!.values[0], `第299行 ${(299 * 7919) % 1009}`);
  }
});

test('files that point elsewhere are read without following', async () => {
  const book = await read(
    await bent({
      sheet: '<sheetData><row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>5</v></c></row></sheetData>',
      relations:
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>',
    }),
  );
  assert.deepEqual([book.sheets[0]!.rows[0]!.values[0], book.notices.map(({ code }) => code)], [5, ['external']]);
  assert.equal(
    await refused(
      await bent({
        workbook: '<workbook><sheets><sheet name="x" r:id="rId1"/></sheets></workbook>',
        relations: '',
      }).then(async () => joined(await zip([{ name: 'xl/workbook.xml', pieces: ['<workbook><sheets/></workbook>'] }]))),
    ),
    'sheet-no-sheets ',
  );
});

test('what strange but valid writers do is understood: prefixes, no addresses, rich texts, readings, control characters', async () => {
  const x = (inside: string) => inside.replace(/<(\/?)(\w)/g, '<$1x:$2');
  const sheet = `<sheetData><row><c t="inlineStr"><is><r><t>红</t></r><rPh><t>hong</t></rPh><r><t xml:space="preserve"> 星</t></r></is></c><c><v>1.5e3</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;"x"</f><v>&lt;a&#10;_x0041__x005F_x0041_</v></c><c t="s"><v>0</v></c><c/><c t="d"><v>2024-05-01</v></c></row></sheetData>`;
  const expected = ['红 星', 1500, true, '#N/A', '<a\nA_x0041_', '共享', null, '2024-05-01'];
  assert.deepEqual((await read(await bent({ sheet, strings: ['共享'] }))).sheets[0]!.rows[0]!.values, expected);
  const prefixed = joined(
    await zip([
      {
        name: 'xl/workbook.xml',
        pieces: ['<x:workbook><x:sheets><x:sheet name="a" r:id="rId1"/></x:sheets></x:workbook>'],
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        pieces: [
          '<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="/xl/s.xml"/><Relationship Id="rId2" Type="a/sharedStrings" Target="ss.xml"/></Relationships>',
        ],
      },
      { name: 'xl/s.xml', pieces: [`<x:worksheet xmlns:x="m">${x(sheet)}</x:worksheet>`] },
      { name: 'xl/ss.xml', pieces: ['<x:sst><x:si><x:t>共享</x:t></x:si></x:sst>'] },
    ]),
  );
  assert.deepEqual((await read(prefixed)).sheets[0]!.rows[0]!.values, expected);
});

test('headings named like prototypes, twice, or not at all are only texts', async () => {
  const sheet = `<sheetData>${[
    ['__proto__', 'constructor', '姓名', '姓名', 'hasOwnProperty'],
    ['a', 'b', '张三', '李四', 'c'],
    ['d', 'e', '王五', '赵六', 'f'],
  ]
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('')}</sheetData>`;
  const { sheets } = draftDefinition(await read(await bent({ sheet })));
  assert.equal(sheets[0]!.rows.length, 2);
  assert.equal(({} as Record<string, unknown>)['a'], undefined);
});

test('text files are read in the encoding that they have, with their separator and quotes', async () => {
  for (const bytes of [
    text('\ufeff姓名,电话\n张三,"138,""0"\n'),
    text('姓名\t电话\r\n张三\t"138,""0"'),
    encodeGb18030('姓名,电话\n张三,"138,""0"\n'),
    new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(
        new Uint16Array([...'姓名;电话\n张三;"138,""0"\n'].map((letter) => letter.charCodeAt(0))).buffer,
      ),
    ]),
  ]) {
    assert.deepEqual(
      (await read(bytes)).sheets[0]!.rows.map(({ values }) => values),
      [
        ['姓名', '电话'],
        ['张三', '138,"0'],
      ],
    );
  }
  assert.equal((await read(encodeGb18030('姓名𠮷㐂,€\n'))).sheets[0]!.rows[0]!.values[0], '姓名𠮷㐂');
});

test('reading is cancelled, and tells how far it is', async () => {
  const bytes = await bent({ sheet: rowsOf(Array.from({ length: 60_000 }, (_, at) => `第${at}行`)) });
  const done: number[] = [];
  assert.ok((await readSheets(bytes, { onProgress: (part) => done.push(part) })).ok);
  assert.ok(done.length > 0 && done.every((part, at) => part >= (done[at - 1] ?? 0) && part <= 1));
  const stop = new AbortController();
  assert.equal(await refused(bytes, { signal: stop.signal, onProgress: () => stop.abort() }), 'sheet-cancelled ');
});
