// Opens exported reports in LibreOffice, and compares what it shows with the reports: `node --conditions=@jiceng/source
// --import tsx packages/sheet/scripts/office-reports.ts`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '@jiceng/core/generated/report.js';
import { firstChosen } from '@jiceng/core/report/chosen.js';
import { compute } from '@jiceng/core/report/compute.js';
import { ReportData } from '@jiceng/core/report/data.js';
import type { BlockResult, NumberCell } from '@jiceng/core/report/model.js';
import { reports } from '@jiceng/core/report/fixtures/trial.js';
import { sampledCounty, type Sample } from '@jiceng/tools/report-questions/county.ts';
import { QUESTIONS, reportOf } from '@jiceng/tools/report-questions/questions.ts';
import type { CellValue, Sheet } from '../src/book/workbook.ts';
import { readSheets } from '../src/read/read-sheets.ts';
import { reportFile } from '../src/report/report-files.ts';

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
  csv: { block: '块', row: '行', column: '列', value: '数值', unit: '单位', remark: '说明' },
};
const recorded = JSON.parse(
  readFileSync(new URL('../../tools/src/report-questions/recorded.json', import.meta.url), 'utf8'),
) as { readonly sample: Sample };
const { sources, top } = sampledCounty(recorded.sample);
const folder = mkdtempSync(join(tmpdir(), 'jiceng-office-'));

const all: readonly Report[] = [...QUESTIONS.map(reportOf), ...reports().map(([, report]) => report)];
const numbers: (readonly NumberCell[])[] = [];
for (const [at, report] of all.entries()) {
  const result = compute(report, new ReportData(report, sources), {
    ...firstChosen(report, sources.now, top),
    period: '2025',
  });
  numbers.push(result.blocks.flatMap(cellsOf));
  const file = await reportFile('xlsx', {
    report,
    result,
    words: WORDS,
    today: sources.now.slice(0, 10),
    csv: WORDS.csv,
  });
  writeFileSync(join(folder, `${at}.xlsx`), new Uint8Array(await file.arrayBuffer()));
}

const { status, stderr } = spawnSync(
  'soffice',
  [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'xlsx:Calc MS Excel 2007 XML',
    '--outdir',
    join(folder, 'out'),
    ...all.map((_, at) => join(folder, `${at}.xlsx`)),
  ],
  { encoding: 'utf8', timeout: 300_000 },
);
if (status !== 0) throw new Error(stderr);

/** Numbers of the tables of a block. */
function cellsOf({ model }: BlockResult): readonly NumberCell[] {
  switch (model.kind) {
    case 'table':
    case 'lights':
      return model.rows.flatMap((row) => row.cells);
    case 'board':
      return model.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    default:
      return [];
  }
}

const sheetsOf = async (path: string): Promise<readonly Sheet[]> => {
  const read = await readSheets(readFileSync(path));
  if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read.problems)}`);
  return read.value.sheets;
};
const isSame = (a: CellValue, b: CellValue): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) : a === b;

let cells = 0,
  merges = 0,
  sums = 0,
  differences = 0;
for (const [at, report] of all.entries()) {
  const [ours, theirs] = [
    await sheetsOf(join(folder, `${at}.xlsx`)),
    await sheetsOf(join(folder, 'out', `${at}.xlsx`)),
  ];
  const say = (text: string) => {
    differences += 1;
    console.log(`${report.title}: ${text}`);
  };
  if (ours.map(({ name }) => name).join() !== theirs.map(({ name }) => name).join()) say('sheets differ');
  const shown = new Set(
    (numbers[at] ?? []).map(({ value }) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value)),
  );
  for (const [number, sheet] of ours.entries()) {
    const other = theirs[number];
    if (!other) continue;
    sheet.rows.forEach(({ values }, row) =>
      values.forEach((value, column) => {
        if (
          sheet.merges.some(
            (area) =>
              row >= area.top &&
              row <= area.bottom &&
              column >= area.left &&
              column <= area.right &&
              !(row === area.top && column === area.left),
          )
        )
          return;
        const there = other.rows[row]?.values[column] ?? null;
        cells += 1;
        const isSum = [...sheet.formulas.keys()].includes(row * 16_384 + column);
        // A total that LibreOffice has added up is a number of the report.
        if (isSum) sums += 1;
        if (isSum ? !(typeof there === 'number' && shown.has(Number(there.toPrecision(12)))) : !isSame(value, there))
          say(
            `${sheet.name}, row ${row + 1}, column ${column + 1}: ${JSON.stringify(value)} is ${JSON.stringify(there)}`,
          );
      }),
    );
    const key = (one: Sheet) =>
      one.merges
        .map((area) => Object.values(area).join())
        .sort()
        .join(' ');
    merges += sheet.merges.length;
    if (key(sheet) !== key(other)) say(`${sheet.name}: merges differ`);
  }
}
console.log(
  `${all.length} reports, ${cells} cells (${sums} live totals) and ${merges} merges compared, ${differences} differences`,
);
process.exit(differences === 0 ? 0 : 1);
