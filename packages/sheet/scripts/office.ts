// Opens exported ledgers in LibreOffice, and compares what it shows with what was written: `node --conditions=@jiceng/source --import tsx packages/sheet/scripts/office.ts`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { draftDefinition } from '../src/draft/draft.ts';
import { DEFINITION, recordOf } from '../src/fixtures/grants.ts';
import { bytesOf, make } from '../src/fixtures/ledgers/kit.ts';
import { life } from '../src/fixtures/ledgers/life.ts';
import { people } from '../src/fixtures/ledgers/people.ts';
import { ugly } from '../src/fixtures/ledgers/ugly.ts';
import { work } from '../src/fixtures/ledgers/work.ts';
import { exportLedger } from '../src/ledger/export-ledger.ts';
import { readSheets } from '../src/read/read-sheets.ts';
import type { CellValue, Sheet } from '../src/book/workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiceng-office-'));
const now = `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`; // LibreOffice's TODAY() is the clock's
const files: string[] = [];

async function put(name: string, definition: Definition, rows: readonly JsonObject[]): Promise<void> {
  const result = await exportLedger({ definition, records: rows.map((data, at) => recordOf(at, data, definition)), now });
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problems)}`);
  writeFileSync(join(folder, `${files.push(name) - 1}.xlsx`), new Uint8Array(await new Blob(result.value as BlobPart[]).arrayBuffer()));
}

await put('grants', DEFINITION, [{ name: '=1+1', idNumber: '410322198001011234', code: '0012', town: 'a', budget: 100, spent: 25, startOn: '2025-09-01', isOpen: true, tags: ['x', 'y'] }, { name: '多行\n文字', budget: 3, spent: 1 }]);
for (const ledger of [...people, ...life, ...work, ...ugly]) {
  const read = await readSheets(await bytesOf(make(ledger).parts));
  const draft = read.ok ? draftDefinition(read.value).sheets[0] : undefined;
  if (!draft) throw new Error(`${ledger.name} is no ledger`);
  await put(ledger.name, draft.definition, draft.rows.map(({ data }) => data));
}

const { status, stderr } = spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', join(folder, 'out'), ...files.map((_, at) => join(folder, `${at}.xlsx`))], { encoding: 'utf8', timeout: 300_000 });
if (status !== 0) throw new Error(stderr);

const sheetOf = async (path: string): Promise<Sheet> => {
  const read = await readSheets(readFileSync(path));
  if (!read.ok) throw new Error(`${path}: ${JSON.stringify(read.problems)}`);
  return read.value.sheets[0]!;
};
const isSame = (a: CellValue, b: CellValue): boolean => (typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) : a === b);

let cells = 0, merges = 0, differences = 0;
for (const [at, name] of files.entries()) {
  const ours = await sheetOf(join(folder, `${at}.xlsx`)), theirs = await sheetOf(join(folder, 'out', `${at}.xlsx`));
  const say = (text: string) => { differences += 1; console.log(`${name}: ${text}`); };
  ours.rows.forEach(({ values }, row) => values.forEach((value, column) => {
    const isCovered = ours.merges.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right && !(row === area.top && column === area.left));
    const isTotal = value === null && theirs.formulas.size > 0; // computed first by LibreOffice
    if (isCovered || isTotal) return;
    cells += 1;
    if (!isSame(value, theirs.rows[row]?.values[column] ?? null)) say(`row ${row + 1}, column ${column + 1}: ${JSON.stringify(value)} is ${JSON.stringify(theirs.rows[row]?.values[column] ?? null)}`);
  }));
  const key = (sheet: Sheet) => sheet.merges.map((area) => Object.values(area).join()).sort().join(' ');
  merges += ours.merges.length;
  if (key(ours) !== key(theirs)) say('merges differ');
}
console.log(`${files.length} files, ${cells} cells and ${merges} merges compared, ${differences} differences`);
process.exit(differences === 0 ? 0 : 1);
