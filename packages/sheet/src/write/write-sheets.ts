import { problem, type Result } from '@jiceng/core/text/problem.js';
import { areaName } from '../book/address.ts';
import { Pace, type Watch } from '../read/pace.ts';
import { Refusal } from '../book/refusal.ts';
import { escapeXml } from '../xml/escape.ts';
import type { WrittenBook, WrittenSheet } from './book.ts';
import { Looks } from './looks.ts';
import { MAIN, sheetPieces, Strings } from './sheet-xml.ts';
import { zip, type Part } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Type of .xlsx files, for downloads. */
export const XLSX_TYPE = `${SHEET_ML}.sheet`;

/** An .xlsx file in pieces for a Blob, or why it could not be written. Rows are asked for one by one and never kept. */
export async function writeSheets(book: WrittenBook, watch: Watch = {}): Promise<Result<Uint8Array[]>> {
  try {
    return { ok: true, value: await zip(partsOf(book, new Pace(watch))) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problems: [error.problem] };
    const what = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problems: [
        problem('', 'sheet-unwritten', `文件没有生成（${what}）。`, `The file could not be written (${what}).`),
      ],
    };
  }
}

/** The parts of the file. Looks and texts come last, since rows bring new ones. */
export function partsOf({ sheets, names = new Map<string, string>() }: WrittenBook, pace: Pace): Part[] {
  const looks = new Looks(),
    strings = new Strings();
  const total = sheets.reduce((sum, { count = 0 }) => sum + count, 0) || 1;
  let before = 0;
  const progressOf = ({ count = 0 }: WrittenSheet) => {
    const start = before;
    before += count;
    return (rows: number) => ((start + Math.min(rows, count)) / total) * 0.9; // texts are written after the rows
  };
  return [
    { name: '[Content_Types].xml', pieces: [contentTypes(sheets.length)] },
    {
      name: '_rels/.rels',
      pieces: [
        `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ],
    },
    { name: 'xl/workbook.xml', pieces: [workbookXml(sheets, names)] },
    { name: 'xl/_rels/workbook.xml.rels', pieces: [workbookRelations(sheets.length)] },
    ...sheets.map((sheet, at): Part => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      pieces: sheetPieces(sheet, at === 0, looks, strings, pace, progressOf(sheet)),
    })),
    { name: 'xl/sharedStrings.xml', pieces: strings.pieces() },
    { name: 'xl/styles.xml', pieces: late(() => looks.xml()) },
  ];
}

function* late(text: () => string): Generator<string> {
  yield text();
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${SHEET_ML}.${type}+xml"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    part('workbook', 'sheet.main') +
    Array.from({ length: sheets }, (_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet')).join('') +
    part('styles', 'styles') +
    part('sharedStrings', 'sharedStrings') +
    '</Types>'
  );
}

function workbookRelations(sheets: number): string {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}.xml"/>`;
  return (
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${Array.from({ length: sheets }, (_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}`)).join('')}` +
    `${relation(sheets + 1, 'styles', 'styles')}${relation(sheets + 2, 'sharedStrings', 'sharedStrings')}</Relationships>`
  );
}

function workbookXml(sheets: readonly WrittenSheet[], names: ReadonlyMap<string, string>): string {
  const list = sheets
    .map(
      ({ name, visibility = 'visible' }, at) =>
        `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${visibility === 'visible' ? '' : ` state="${visibility}"`} r:id="rId${at + 1}"/>`,
    )
    .join('');
  const local = sheets.flatMap(({ name, titleRows, printArea, filter }, at) => {
    const quoted = `'${name.replace(/'/g, "''")}'`;
    const absolute = (text: string) => text.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    const defined = (key: string, value: string, extra = '') =>
      `<definedName name="_xlnm.${key}" localSheetId="${at}"${extra}>${escapeXml(`${quoted}!${value}`)}</definedName>`;
    return [
      ...(filter ? [defined('_FilterDatabase', absolute(areaName(filter)), ' hidden="1"')] : []),
      ...(printArea ? [defined('Print_Area', absolute(areaName(printArea)))] : []),
      ...(titleRows ? [defined('Print_Titles', `$${titleRows[0] + 1}:$${titleRows[1] + 1}`)] : []),
    ];
  });
  const own = [...names].map(
    ([name, target]) => `<definedName name="${escapeXml(name)}">${escapeXml(target)}</definedName>`,
  );
  const defined = [...local, ...own];
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list}</sheets>` +
    `${defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
  );
}

/**
 * A sheet's name as Excel allows it: at most 31 characters, none of `[]:*?/\`, no apostrophe at the ends, none twice.
 */
export function sheetName(title: string, taken: ReadonlySet<string> = new Set()): string {
  const plain =
    title
      .replace(/[[\]:*?/\\\u0000-\u001f]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '') || 'Sheet';
  for (let copy = 1; ; copy += 1) {
    const tail = copy === 1 ? '' : ` (${copy})`;
    const name = plain.slice(0, 31 - tail.length) + tail;
    if (![...taken].some((other) => other.toLowerCase() === name.toLowerCase())) return name;
  }
}
