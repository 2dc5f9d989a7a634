/**
 * Compares the formula engine with LibreOffice: `node --conditions=@jiceng/source --import tsx
 * scripts/formula-differential.ts [--record]`. Needs `soffice` on the PATH; CI replays the recorded sample instead.
 * `--record` rewrites that sample and the table in docs/formulas.md.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordDate } from '../src/formula/date-texts.ts';
import { evaluate } from '../src/formula/evaluate.ts';
import { functions } from '../src/formula/functions/table.ts';
import { parseFormula } from '../src/formula/parse.ts';
import { recordedScope, sameAnswer, type Answer } from './formula-recorded.ts';
import type { Formula } from '../src/formula/tree.ts';
import { isError, type Value } from '../src/formula/value.ts';
import { excelFunction, writeFormula, type Naming } from '../src/formula/write.ts';
import { makeCases, type Case } from './formula-cases.ts';
import { departureOf, DEPARTURES } from './formula-departures.ts';
import { COLUMNS, NAMES } from './formula-values.ts';

const SEED = 20261121;
const COUNT = 4000;
const SAMPLE = 1000;

const nameRows = Object.keys(NAMES);
const columnNames = Object.keys(COLUMNS);
const rows = Math.max(...Object.values(COLUMNS).map((column) => column.length));
const letter = (at: number): string => String.fromCharCode(66 + at);

/** Names are cells of column A, columns of `items` are B, C …; formulas follow below. */
const CELLS: Naming = {
  name: (name) => `$A$${nameRows.indexOf(name) + 1}`,
  column: (_, column) => `$${letter(columnNames.indexOf(column))}$1:$${letter(columnNames.indexOf(column))}$${rows}`,
  cell: () => '#REF!',
  function: excelFunction,
};

function parse(text: string): Formula {
  const result = parseFormula(text);
  if (!result.ok) throw new Error(`${text}: ${result.problems[0]?.reason.en}`);
  return result.value;
}

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function valueCell(value: Value | undefined): string {
  if (value === null || value === undefined || isError(value)) return '<table:table-cell/>';
  if (typeof value === 'number') return `<table:table-cell office:value-type="float" office:value="${value}"/>`;
  if (typeof value === 'boolean')
    return `<table:table-cell office:value-type="boolean" office:boolean-value="${value}"/>`;
  if (recordDate(value) !== undefined)
    return `<table:table-cell office:value-type="date" office:date-value="${value}"/>`;
  return `<table:table-cell office:value-type="string" office:string-value="${escapeXml(value)}"><text:p>${escapeXml(value)}</text:p></table:table-cell>`;
}

/**
 * A flat OpenDocument sheet with the values on top and one formula in column A of each row below. Formula cells have a
 * plain number format: else LibreOffice would guess one, and write a number that it takes for a truth value as `false`.
 */
function sheetOf(cases: readonly Case[]): string {
  const top = Math.max(nameRows.length, rows);
  const lines: string[] = [];
  for (let row = 0; row < top; row++) {
    const cells = [
      nameRows[row] === undefined ? null : NAMES[nameRows[row] as string],
      ...columnNames.map((name) => COLUMNS[name]?.[row]),
    ];
    lines.push(cells.map(valueCell).join(''));
  }
  for (const { theirs } of cases) {
    const text = writeFormula(parse(theirs).tree, CELLS);
    lines.push(`<table:table-cell table:style-name="plain" table:formula="${escapeXml(`msoxl:=${text}`)}"/>`);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:msoxl="http://schemas.microsoft.com/office/excel/formula"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:number-style style:name="digits"><number:number number:decimal-places="10" number:min-integer-digits="1"/></number:number-style>
<style:style style:name="plain" style:family="table-cell" style:data-style-name="digits"/></office:automatic-styles><office:body><office:spreadsheet>
<table:calculation-settings table:use-wildcards="true" table:use-regular-expressions="false" table:case-sensitive="false" table:search-criteria-must-apply-to-whole-cell="true"/>
<table:table table:name="s">${lines.map((line) => `<table:table-row>${line}</table:table-row>`).join('\n')}</table:table>
</office:spreadsheet></office:body></office:document>`;
}

/** LibreOffice's answers, in the order of `cases`. */
function askLibreOffice(cases: readonly Case[]): Answer[] {
  const folder = mkdtempSync(join(tmpdir(), 'formula-'));
  const input = join(folder, 'cases.fods');
  writeFileSync(input, sheetOf(cases));
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'fods',
      '--outdir',
      join(folder, 'out'),
      input,
    ],
    { stdio: 'ignore' },
  );
  const body = readFileSync(join(folder, 'out', 'cases.fods'), 'utf8');
  const found = [
    ...body.matchAll(/<table:table-cell[^>]*table:formula="[^"]*"[^>]*?(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g),
  ].map(([cell, inside = '']) => readAnswer(cell, inside));
  if (found.length !== cases.length) throw new Error(`${found.length} answers for ${cases.length} formulas`);
  return found;
}

function readAnswer(cell: string, inside: string): Answer {
  const attribute = (name: string): string | undefined =>
    new RegExp(` ${name}="([^"]*)"`).exec(cell.slice(0, cell.indexOf('>') + 1))?.[1];
  const paragraphs = inside
    .replace(/<text:s text:c="(\d+)"\/>/g, (_, n: string) => ' '.repeat(Number(n)))
    .replace(/<text:s\/>/g, ' ');
  const shown = unescapeXml((/<text:p>([\s\S]*)<\/text:p>/.exec(paragraphs)?.[1] ?? '').replace(/<[^>]*>/g, ''));
  if (/^(#[A-Z/0]+[!?]?|Err:\d+)$/.test(shown)) return { error: shown };
  return attribute('office:value-type') === 'float'
    ? Number(attribute('office:value'))
    : unescapeXml(attribute('office:string-value') ?? shown);
}

const unescapeXml = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

interface Row {
  cases: number;
  equal: number;
  errors: number;
  departures: number;
}

const cases = makeCases(SEED, COUNT);
const answers = askLibreOffice(cases);
const scope = recordedScope({ names: NAMES, columns: COLUMNS });
const table = new Map<string, Row>();
const byDeparture = new Map<string, string[]>();
const unexplained: string[] = [];
const agreed: [string, Answer][] = [];
const tried = new Set<string>();

cases.forEach(({ group, ours, theirs }, at) => {
  const formula = parse(ours);
  formula.functions.forEach((name) => tried.add(name));
  const value = evaluate(formula, scope);
  const answer = answers[at] as Answer;
  const row = table.get(group) ?? { cases: 0, equal: 0, errors: 0, departures: 0 };
  table.set(group, row);
  row.cases += 1;
  if (sameAnswer(value, answer)) {
    row.equal += 1;
    if (isError(value)) row.errors += 1;
    agreed.push([ours, answer]);
    return;
  }
  const shown = isError(value) ? value.error : JSON.stringify(value);
  const line = `${ours}${theirs === ours ? '' : ` ⇒ ${theirs}`}: ours ${shown}, LibreOffice ${typeof answer === 'object' ? answer.error : JSON.stringify(answer)}`;
  const departure = departureOf(formula, value, answer);
  if (departure === undefined) unexplained.push(line);
  else {
    row.departures += 1;
    byDeparture.set(departure, [...(byDeparture.get(departure) ?? []), line]);
  }
});

const lines = ['| group | formulas | equal | of these errors | departures |', '| --- | ---: | ---: | ---: | ---: |'];
const total: Row = { cases: 0, equal: 0, errors: 0, departures: 0 };
for (const [group, row] of table) {
  lines.push(`| ${group} | ${row.cases} | ${row.equal} | ${row.errors} | ${row.departures} |`);
  for (const key of ['cases', 'equal', 'errors', 'departures'] as const) total[key] += row[key];
}
lines.push(`| all | ${total.cases} | ${total.equal} | ${total.errors} | ${total.departures} |`);
console.log(lines.join('\n'));
for (const [id, found] of byDeparture)
  console.log(`\n${id} (${found.length}): ${DEPARTURES.get(id)?.why}\n  ${found.slice(0, 3).join('\n  ')}`);
if (unexplained.length > 0)
  console.log(`\n${unexplained.length} unexplained:\n  ${unexplained.slice(0, 80).join('\n  ')}`);
console.log(`\nnot tried: ${[...functions.keys()].filter((name) => !tried.has(name)).join(' ')}`);

if (process.argv.includes('--record') && unexplained.length === 0) {
  const version = execFileSync('soffice', ['--version'], { encoding: 'utf8' }).trim().split(' ').slice(0, 2).join(' ');
  const every = Math.max(1, Math.floor(agreed.length / SAMPLE));
  const sample = agreed.filter((_, at) => at % every === 0);
  const place = fileURLToPath(new URL('../src/formula/recorded.json', import.meta.url));
  writeFileSync(
    place,
    `{\n"by": ${JSON.stringify(version)},\n"names": ${JSON.stringify(NAMES)},\n"columns": ${JSON.stringify(COLUMNS)},\n"answers": [\n${sample.map((pair) => JSON.stringify(pair)).join(',\n')}\n]\n}\n`,
  );
  const docs = fileURLToPath(new URL('../../../docs/formulas.md', import.meta.url));
  const departures = [...byDeparture].map(
    ([id, found]) =>
      `| ${found.length} | ${DEPARTURES.get(id)?.why} | \`${(found[0] ?? '').replace(/\|/g, '\\|').replace(/`/g, "'")}\` |`,
  );
  const block = [
    `Against ${version}, seed ${SEED}:`,
    '',
    ...lines,
    '',
    '| formulas | why they differ | for example |',
    '| ---: | --- | --- |',
    ...departures,
  ].join('\n');
  writeFileSync(
    docs,
    readFileSync(docs, 'utf8').replace(
      /(<!-- differential -->\n)[\s\S]*?(<!-- end -->)/,
      (_, open: string, close: string) => `${open}${block}\n${close}`,
    ),
  );
}
process.exitCode = unexplained.length > 0 ? 1 : 0;
