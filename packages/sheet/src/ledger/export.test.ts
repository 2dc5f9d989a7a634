import assert from 'node:assert/strict';
import test from 'node:test';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { admit } from '@jiceng/core/admit/admit.js';
import type { Sheet, Workbook } from '../book/workbook.ts';
import { readSheets } from '../read/read-sheets.ts';
import { exportCsv } from './export-csv.ts';
import { exportLedger } from './export-ledger.ts';
import { DEFINITION, recordOf } from '../fixtures/grants.ts';

const NOW = '2026-03-01T09:00:00+08:00';

async function written(
  rows: readonly JsonObject[],
  definition: Definition = DEFINITION,
): Promise<{ book: Workbook; sheet: Sheet }> {
  assert.ok(admit(definition).ok, JSON.stringify(admit(definition)));
  const records: StoredRecord[] = rows.map((data, at) => recordOf(at, data, definition));
  const result = await exportLedger({ definition, records, now: NOW });
  assert.ok(result.ok);
  const read = await readSheets(new Blob(result.value as BlobPart[]));
  assert.ok(read.ok);
  return { book: read.value, sheet: read.value.sheets[0]! };
}

const ROWS: readonly JsonObject[] = [
  {
    name: '=SUM(A1)',
    idNumber: '410322198001011234',
    code: '0012',
    town: 'a',
    budget: 100,
    spent: 25,
    startOn: '2025-09-01',
    isOpen: true,
    tags: ['x', 'y'],
  },
  {
    name: '第二个',
    idNumber: '410322198001011235',
    code: '0013',
    town: 'a',
    budget: 300,
    spent: 75,
    startOn: '2025-09-02',
    isOpen: false,
  },
];

test('the sheet has the headings of the screen, merged as there, with frozen rows, widths and printed titles', async () => {
  const { book, sheet } = await written(ROWS);
  assert.equal(sheet.name, '项目台账');
  assert.deepEqual(sheet.rows[1]!.values.slice(0, 12), [
    '序号',
    '亮灯',
    '项目名称',
    '身份证号',
    '编码',
    '乡镇',
    '资金情况',
    null,
    null,
    '开工日期',
    '是否开工',
    '标签',
  ]);
  assert.deepEqual(
    sheet.rows[2]!.values,
    [null, null, null, null, null, null, '预算（元）', '支出（元）', '支出率（%）'].concat([]),
  );
  assert.ok(
    sheet.merges.some(({ top, left, bottom, right }) => top === 1 && bottom === 1 && left === 6 && right === 8),
  );
  assert.ok(sheet.merges.some(({ top, left, bottom }) => top === 1 && bottom === 2 && left === 0));
  assert.ok(
    sheet.merges.some(({ top, left, bottom }) => top === 3 && bottom === 4 && left === 5),
    'equal towns stand in one cell',
  );
  assert.ok(sheet.merges.every(({ top, left, bottom, right }) => top !== bottom || left !== right));
  assert.equal(sheet.frozenRows, 3);
  assert.equal(book.names.get('0!_xlnm.Print_Titles'), "'项目台账'!$1:$3");
  assert.equal(book.names.get('0!_xlnm.Print_Area'), "'项目台账'!$A$1:$L$6");
});

test('texts stay texts, dates are dates, and no text becomes a formula', async () => {
  const { book, sheet } = await written(ROWS);
  assert.deepEqual(sheet.rows[3]!.values.slice(0, 8), [
    1,
    '超支',
    '=SUM(A1)',
    '410322198001011234',
    '0012',
    '城关镇',
    100,
    25,
  ]);
  assert.deepEqual(sheet.rows[3]!.values.slice(9), [45_901, '是', '甲、乙']);
  assert.equal(book.styles[sheet.rows[3]!.styles[9]!]!.kind, 'date');
  assert.equal(book.styles[sheet.rows[3]!.styles[1]!]!.filled, true);
  assert.deepEqual(
    [...sheet.formulas.values()],
    ['H4/G4*100', 'H5/G5*100', 'SUM(G4:G5)', 'SUM(H4:H5)', 'SUM(H4:H5)/SUM(G4:G5)*100'],
  );
  assert.equal(sheet.rows[3]!.values[8], 25);
});

test('choices are lists, limits are limits, and long lists stand on a hidden sheet', async () => {
  const towns = Array.from({ length: 60 }, (_, at) => ({ const: `t${at}`, title: `第${at}个乡镇的全称` }));
  const record = {
    ...DEFINITION.record,
    properties: { ...DEFINITION.record.properties, town: { type: 'string', title: '乡镇', oneOf: towns } },
  };
  const { book, sheet } = await written([{ name: 'x' }], { ...DEFINITION, record } as unknown as Definition);
  const byColumn = new Map(sheet.validations.map((validation) => [validation.areas[0]!.left, validation]));
  assert.equal(byColumn.get(5)!.formula1, '_lists!$A$1:$A$60');
  assert.equal(book.sheets[1]!.hidden, true);
  assert.equal(book.sheets[1]!.rows[59]!.values[0], '第59个乡镇的全称');
  assert.equal(byColumn.get(10)!.formula1, '"是,否"');
  assert.deepEqual(
    [byColumn.get(6)!.type, byColumn.get(6)!.formula1, byColumn.get(6)!.required],
    ['decimal', '0', false],
  );
  assert.deepEqual(
    [byColumn.get(2)!.type, byColumn.get(2)!.formula1, byColumn.get(2)!.required],
    ['textLength', '60', true],
  );
});

test('csv has a mark or is GB 18030, quotes everything, guards formulas, and comes back as it was', async () => {
  const records = [...ROWS, { name: '𠮷＝1', code: '-1+2' }, { name: '\'=x"y\n第二行', code: '@a' }].map((data, at) =>
    recordOf(at, data),
  );
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const bytes = exportCsv({ definition: DEFINITION, records, now: NOW }, encoding);
    assert.equal(bytes[0] === 0xef, encoding === 'utf-8');
    const text = new TextDecoder(encoding).decode(bytes);
    assert.ok(
      text.includes('"\'=SUM(A1)"') &&
        text.includes('"\'-1+2"') &&
        !/(^|,)[^"]/m.test(text.replace(/"(?:[^"]|"")*"/g, '""').replace(/\r\n/g, '')),
    );
    const read = await readSheets(bytes);
    assert.ok(read.ok);
    assert.equal(read.value.encoding, encoding);
    const { rows } = read.value.sheets[0]!;
    assert.deepEqual(rows[0]!.values.slice(5, 8), ['乡镇', '资金情况-预算（元）', '资金情况-支出（元）']);
    assert.deepEqual(
      rows.slice(1).map(({ values }) => [values[2], values[4]]),
      [
        ['=SUM(A1)', '0012'],
        ['第二个', '0013'],
        ['𠮷＝1', '-1+2'],
        ['\'=x"y\n第二行', '@a'],
      ],
    );
  }
});
