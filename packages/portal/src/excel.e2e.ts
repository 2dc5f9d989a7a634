// Ledgers and Excel: out, changed with our own writer, back in with a look at every cell, taken back; and an Excel
// ledger that becomes one of the portal's.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CellValue } from '@jiceng/sheet/book/workbook.js';
import { readSheets } from '@jiceng/sheet/read/read-sheets.js';
import { writeSheets } from '@jiceng/sheet/write/write-sheets.js';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

type Cells = CellValue[][];

describe('ledgers and Excel', () => {
  let walk: Walk;
  let tab: Tab;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'excel-'));
    walk = await Walk.start();
    tab = await walk.tab();
    const session = await tab.page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  });
  after(async () => {
    await walk.close();
    rmSync(folder, { recursive: true });
  });

  /** The file that a button gives. */
  async function downloaded(text: string): Promise<string> {
    const old = new Set(readdirSync(folder));
    await tab.click('.excel button', text);
    await tab.says('#notes', /已导出/);
    for (;;) {
      const fresh = readdirSync(folder).find((name) => !old.has(name) && name.endsWith('.xlsx'));
      if (fresh !== undefined) return join(folder, fresh);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** The same file with its first sheet changed; of its looks only formats of dates are kept, and its merges. */
  async function rewritten(path: string, change: (cells: Cells) => void): Promise<string> {
    const read = await readSheets(new Uint8Array(readFileSync(path)));
    assert.ok(read.ok);
    const sheets = read.value.sheets.map(({ name, hidden, rows, merges }, at) => {
      const cells = rows.map(({ values }) => [...values]);
      if (at === 0) change(cells);
      const formatOf = (row: number, column: number): string =>
        read.value.styles[rows[row]?.styles[column] ?? 0]?.format ?? 'General';
      const written = cells.map((row, line) => ({
        cells: row.map((value, column) =>
          typeof value === 'number' && /y/.test(formatOf(line, column))
            ? { value, look: { format: formatOf(line, column) } }
            : value,
        ),
      }));
      return {
        name,
        merges,
        columns: [],
        count: cells.length,
        rows: written,
        ...(hidden ? { visibility: 'hidden' as const } : {}),
      };
    });
    const file = await writeSheets({ sheets });
    assert.ok(file.ok);
    const changed = join(folder, `back-${readdirSync(folder).length}.xlsx`);
    writeFileSync(changed, Buffer.concat(file.value));
    return changed;
  }

  async function choose(path: string): Promise<void> {
    const input = await tab.page.waitForFunction(() =>
      document.querySelector('jc-import')?.shadowRoot?.querySelector('input[type=file]'),
    );
    await (input.asElement() as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  }

  const heading = (cells: Cells, title: string): number => {
    for (const row of cells.slice(0, 4)) {
      const at = row.findIndex((cell) => String(cell ?? '').replace(/^\*/, '') === title);
      if (at >= 0) return at;
    }
    throw new Error(`no heading ${title}`);
  };
  /** How many records the ledger says it has. */
  const amount = async (): Promise<number> => Number(/\d+/.exec(await tab.says('.amount', /\d/))?.[0]);

  it('a filled-in template comes back: every cell is looked at, rows that are closed are marked before anything is stored, the others are stored as one and taken back as one', async () => {
    await tab.open('meetings.html');
    const records = await amount();
    const template = await downloaded('下载填报模板');
    const path = await rewritten(template, (cells) => {
      const first = cells.findIndex((row) => typeof row[0] === 'string' && row[0] !== '记录编号' && row[0].length > 3);
      const last = cells.reduce((end, row, at) => (row.some((cell) => cell !== null) ? at : end), 0);
      for (const row of cells.slice(first, last + 1)) row[heading(cells, '地点')] = '补正后的会议室';
      // what must be filled in
      const fresh = cells[first]!.map((cell, at): CellValue =>
        at > 0 && cells.slice(0, first).some((row) => String(row[at] ?? '').startsWith('*')) ? cell : null,
      );
      const more: Record<string, CellValue> = {
        主题: '新增的一次活动',
        授课人: '周晓',
        党课题目: '廉洁教育',
        实际日期: '2025-03-03',
      };
      for (const title of Object.keys(more)) fresh[heading(cells, title)] = more[title]!;
      cells[last + 1] = fresh;
    });
    await tab.follow('.excel a', '导入 Excel');
    await choose(path);
    await tab.says('.plan-row.new', /新增的一次活动/);
    await tab.says('.plan-row.changed .bad', /不能修改“地点”/); // an activity that was checked is closed
    await tab.says('.open', /还有 \d+ 处需要处理/);
    assert.ok(
      await (await tab.find('.foot .button', '确认导入')).evaluate((node) => (node as HTMLButtonElement).disabled),
    );
    await tab.click('label.check', '有问题的单元格和行不导入');
    const [, changed = '0'] = /修改 (\d+) 行/.exec(await tab.says('.foot', /新增 1 行/)) ?? [];
    await tab.click('.foot .button', '确认导入');
    await tab.says('.lead', new RegExp(`导入完成：新增 1 行，修改 ${changed} 行。`));
    assert.notEqual(changed, '0', 'some activities are still open');
    await tab.click('.tabs .button', '撤销这次导入');
    await tab.says('.lead', /已撤销，数据恢复到导入前的样子。/);
    await tab.follow('.pick a', '返回');
    assert.equal(await amount(), records);
    await tab.fill('input[type="search"]', '补正后的会议室');
    await tab.says('.message', /没有符合条件的条目/);
  });

  it('an Excel ledger becomes one of the portal’s, by an administrator, and is used at once', async () => {
    await tab.open('catalogue.html');
    await tab.become(/镇党委.*审核人员/);
    await tab.follow('#content a', '用 Excel 台账建一张新表');
    const rows: CellValue[][] = [
      ['2025年慰问台账'],
      ['序号', '*姓名', '慰问时间', '金额（元）'],
      [1, '王明', '2025.1', 200],
      [2, '李芳', '2025.2', 300],
      ['合计', null, null, 500],
      ['填表人：周晓'],
    ];
    const file = await writeSheets({
      sheets: [
        {
          name: '慰问',
          columns: [],
          count: rows.length,
          rows: rows.map((cells) => ({ cells })),
          merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
        },
      ],
    });
    assert.ok(file.ok);
    const path = join(folder, '慰问台账.xlsx');
    writeFileSync(path, Buffer.concat(file.value));
    await choose(path);
    await tab.click('.foot .button', '建立台账并导入 2 行');
    await tab.says('.lead', /导入完成：新增 2 行/);
    await tab.follow('#notes a', '打开台账');
    await tab.says('#title', /2025年慰问台账/);
    assert.equal(await amount(), 2);
  });
});
