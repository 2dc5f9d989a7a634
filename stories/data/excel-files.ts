import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { WrittenCell, WrittenRow } from '@jiceng/sheet/write/book.js';
import type { CellValue } from '@jiceng/sheet/book/workbook.js';
import { templateBook } from '@jiceng/sheet/ledger/template.js';
import { writeSheets } from '@jiceng/sheet/write/write-sheets.js';
import { organisations } from './organisations.ts';
import { people } from './people.ts';
import { NOW } from './record.ts';

// Files as offices have them, made where a story needs one.

async function fileOf(book: Parameters<typeof writeSheets>[0], name: string): Promise<File> {
  const written = await writeSheets(book);
  if (!written.ok) throw new Error(written.problems[0]?.reason.en);
  return new File(written.value as BlobPart[], name, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}

const VILLAGES = ['城关村', '河东村', '柳林村', '石桥村'];
const SURNAMES = '王李张刘陈杨赵黄周吴';

/**
 * A ledger of visits as a township keeps it: a title, a line of the unit, two rows of headings with merges, a totals
 * row and signatures.
 */
export function visitsLedger(count = 38): Promise<File> {
  const rows: WrittenRow[] = [
    { cells: [{ value: '附件2', look: { bold: true } }] },
    { cells: [{ value: '2025年困难党员走访慰问台账', look: { bold: true, size: 16, align: 'center' } }] },
    { cells: ['填报单位：云禾县柳溪镇党委', null, null, null, null, null, null, '单位：元'] },
    { cells: ['序号', '*姓 名', '所在村', '身份证号', '慰问情况', null, null, '联系电话', '备注'] },
    { cells: [null, null, null, null, '慰问时间', '金额（元）', '是否送达', null, null] },
  ];
  for (let at = 0; at < count; at++) {
    rows.push({
      cells: [
        at + 1,
        `${SURNAMES[at % 10]}${'明芳军兰勇'[at % 5]}`,
        VILLAGES[at % 4]!,
        `4103221968010${String(10 + at)}12X`.slice(0, 18),
        at === 6 ? '年前' : `2025.${1 + (at % 9)}`,
        200 + (at % 3) * 100,
        at % 7 === 3 ? '否' : '是',
        `1380000${String(1000 + at)}`,
        at % 9 === 0 ? '长期患病' : null,
      ],
    });
  }
  const first = 6,
    last = 5 + count;
  rows.push(
    {
      cells: [
        '合计',
        null,
        null,
        null,
        null,
        {
          value: rows.slice(5).reduce((sum, { cells }) => sum + Number(cells[5]), 0),
          formula: `SUM(F${first}:F${last})`,
        },
      ],
    },
    { cells: ['注：慰问金须本人签领。'] },
    { cells: ['填表人：周晓', null, null, null, null, '审核人：陈岚'] },
  );
  const merge = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
  return fileOf(
    {
      sheets: [
        {
          name: '慰问台账',
          columns: [
            { width: 6 },
            { width: 10 },
            { width: 12 },
            { width: 22 },
            { width: 12 },
            { width: 10 },
            { width: 10 },
            { width: 14 },
            { width: 20 },
          ],
          rows,
          count: rows.length,
          merges: [
            merge(1, 0, 1, 8),
            merge(3, 4, 3, 6),
            ...[0, 1, 2, 3, 7, 8].map((column) => merge(3, column, 4, column)),
          ],
        },
      ],
    },
    '困难党员慰问台账.xlsx',
  );
}

/** The template of a ledger as it comes back: cells by row of the sheet (one-based) and heading. */
export function returnedTemplate(
  definition: Definition,
  records: readonly StoredRecord[],
  edits: readonly { readonly row: number; readonly title: string; readonly value: CellValue }[],
  name = '问题清单-填报.xlsx',
): Promise<File> {
  const [sheet, ...others] = templateBook({
    definition,
    records,
    now: NOW,
    organisation: (id) => organisations.find(({ orgId }) => orgId === id),
    person: (id) => people.find(({ personId }) => personId === id)?.personName,
  }).sheets;
  const rows = [...sheet!.rows].map(({ cells }) => [...cells]);
  const words = (cell: CellValue | WrittenCell | undefined): CellValue =>
    typeof cell === 'object' && cell !== null ? cell.value : (cell ?? null);
  const columnOf = (title: string): number => {
    for (const cells of rows.slice(0, 4)) {
      const at = cells.findIndex((cell) => String(words(cell) ?? '').replace(/^\*/, '') === title);
      if (at >= 0) return at;
    }
    throw new Error(`no column ${title}`);
  };
  for (const { row, title, value } of edits) {
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1]!,
      at = columnOf(title);
    while (cells.length < at) cells.push(null);
    cells[at] = value;
  }
  return fileOf({ sheets: [{ ...sheet!, rows: rows.map((cells) => ({ cells })) }, ...others] }, name);
}
