// The whole circle of all fixture ledgers: draft, our export, LibreOffice opens and saves it, the same values, import
// back without a difference.
// `node --conditions=@jiceng/source --import tsx packages/sheet/scripts/office.ts`
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@jiceng/core/json/json.js';
import type { CellValue, Sheet, Workbook } from '../src/book/workbook.ts';
import { draftDefinition } from '../src/draft/draft.ts';
import { DEFINITION, recordOf } from '../src/fixtures/grants.ts';
import { every } from '../src/fixtures/ledgers/every.ts';
import { bytesOf, make } from '../src/fixtures/ledgers/kit.ts';
import { exportLedger } from '../src/ledger/export-ledger.ts';
import { planImport } from '../src/ledger/import-plan.ts';
import type { LedgerInput } from '../src/ledger/source.ts';
import { exportTemplate } from '../src/ledger/template.ts';
import { readSheets } from '../src/read/read-sheets.ts';

interface Job {
  readonly name: string;
  readonly input: LedgerInput;
}

const folder = mkdtempSync(join(tmpdir(), 'jiceng-office-'));
// LibreOffice's TODAY() is the clock's
const now = `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
/** Files that LibreOffice takes at once. */
const AT_ONCE = 60;

const jobs: Job[] = [];
const add = (name: string, definition: LedgerInput['definition'], rows: readonly JsonObject[]): void => {
  jobs.push({ name, input: { definition, records: rows.map((data, at) => recordOf(at, data, definition)), now } });
};
add('grants', DEFINITION, [
  {
    name: '=1+1',
    idNumber: '410322198001011234',
    code: '0012',
    town: 'a',
    budget: 100,
    spent: 25,
    startOn: '2025-09-01',
    isOpen: true,
    tags: ['x', 'y'],
  },
  { name: '多行\n文字', budget: 3, spent: 1 },
]);
for (const ledger of every) {
  const read = await readSheets(await bytesOf(make(ledger).parts));
  const draft = read.ok ? draftDefinition(read.value).sheets[0] : undefined;
  if (!draft) throw new Error(`${ledger.name} is no ledger`);
  add(
    ledger.name,
    draft.definition,
    draft.rows.map(({ data }) => data),
  );
}

for (const [at, { name, input }] of jobs.entries()) {
  for (const [kind, write] of [
    ['ledger', exportLedger],
    ['template', exportTemplate],
  ] as const) {
    const result = await write(input);
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problems)}`);
    writeFileSync(
      join(folder, `${at}-${kind}.xlsx`),
      new Uint8Array(await new Blob(result.value as BlobPart[]).arrayBuffer()),
    );
  }
}
const files = jobs.flatMap((_, at) => [join(folder, `${at}-ledger.xlsx`), join(folder, `${at}-template.xlsx`)]);
for (let from = 0; from < files.length; from += AT_ONCE) {
  const { status, stderr } = spawnSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      join(folder, 'out'),
      ...files.slice(from, from + AT_ONCE),
    ],
    { encoding: 'utf8', timeout: 300_000 },
  );
  if (status !== 0) throw new Error(stderr);
}

async function bookOf(...path: string[]): Promise<Workbook> {
  const read = await readSheets(readFileSync(join(folder, ...path)));
  if (!read.ok) throw new Error(`${path.join('/')}: ${JSON.stringify(read.problems)}`);
  return read.value;
}
const isSame = (a: CellValue, b: CellValue): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)) : a === b;

let cells = 0,
  merges = 0,
  rows = 0,
  differences = 0;
for (const [at, { name, input }] of jobs.entries()) {
  const say = (text: string): void => {
    differences += 1;
    console.log(`${name}: ${text}`);
  };
  const ours = (await bookOf(`${at}-ledger.xlsx`)).sheets[0]!,
    theirBook = await bookOf('out', `${at}-ledger.xlsx`),
    theirs = theirBook.sheets[0]!;
  ours.rows.forEach(({ values }, row) =>
    values.forEach((value, column) => {
      const isCovered = ours.merges.some(
        (area) =>
          row >= area.top &&
          row <= area.bottom &&
          column >= area.left &&
          column <= area.right &&
          !(row === area.top && column === area.left),
      );
      const isTotal = value === null && theirs.formulas.size > 0; // computed first by LibreOffice
      if (isCovered || isTotal) return;
      cells += 1;
      if (!isSame(value, theirs.rows[row]?.values[column] ?? null))
        say(
          `row ${row + 1}, column ${column + 1}: ${JSON.stringify(value)} is ${JSON.stringify(theirs.rows[row]?.values[column] ?? null)}`,
        );
    }),
  );
  const key = (sheet: Sheet) =>
    sheet.merges
      .map((area) => Object.values(area).join())
      .sort()
      .join(' ');
  merges += ours.merges.length;
  if (key(ours) !== key(theirs)) say('merges differ');

  // Back into the same ledger: by the ids of the template, and into an empty one by the headings alone.
  const back = planImport(await bookOf('out', `${at}-template.xlsx`), input);
  const fresh = planImport(theirBook, { ...input, records: [] });
  if (!back.ok || !fresh.ok) {
    say('it does not come back');
    continue;
  }
  rows += back.value.rows.length + fresh.value.rows.length;
  for (const { row, status, cells: changed } of back.value.rows)
    if (status !== 'same')
      say(
        `template, row ${row}: ${status}, ${changed.map(({ title, shown }) => `${title}: ${shown.before} → ${shown.after}`).join('; ')}`,
      );
  if (back.value.rows.length !== input.records.length || fresh.value.rows.length !== input.records.length)
    say(`${back.value.rows.length} and ${fresh.value.rows.length} rows of ${input.records.length}`);
  const computed = new Set((input.definition.rules ?? []).map((rule) => ('field' in rule ? rule.field : '')));
  for (const [index, { data }] of input.records.entries()) {
    const sent = Object.entries(data as JsonObject).filter(([field]) => !computed.has(`/${field}`)).length;
    const differing =
      fresh.value.rows[index]?.cells.filter(
        ({ pointer, after }) => JSON.stringify(after) !== JSON.stringify((data as JsonObject)[pointer.slice(1)]),
      ) ?? [];
    if (differing.length > 0 || (fresh.value.rows[index]?.cells.length ?? 0) < sent)
      say(
        `record ${index + 1} comes back otherwise: ${differing.map(({ title, after }) => `${title}: ${JSON.stringify(after)}`).join('; ')}`,
      );
  }
}
console.log(
  `${jobs.length} ledgers: ${cells} cells and ${merges} merges compared in LibreOffice, ${rows} rows imported back, ${differences} differences`,
);
process.exit(differences === 0 ? 0 : 1);
