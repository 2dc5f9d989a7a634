import { areaName, cellName, columnName } from '../book/address.ts';
import type { CellValue } from '../book/workbook.ts';
import { LIMITS } from '../read/limits.ts';
import type { Pace } from '../read/pace.ts';
import { refusal } from '../book/refusal.ts';
import { escapeXml, textElement } from '../xml/escape.ts';
import type { WrittenCell, WrittenSheet, WrittenValidation } from './book.ts';
import type { Looks } from './looks.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Numbers for texts, in the order in which they come. */
export class Strings {
  private readonly numbers = new Map<string, number>();
  count = 0;

  number(text: string): number {
    this.count += 1;
    let found = this.numbers.get(text);
    if (found === undefined) this.numbers.set(text, (found = this.numbers.size));
    return found;
  }

  *pieces(): Generator<string> {
    yield `${HEAD}<sst xmlns="${MAIN}" count="${this.count}" uniqueCount="${this.numbers.size}">`;
    for (const text of this.numbers.keys()) yield `<si>${textElement(escapeXml(text))}</si>`;
    yield '</sst>';
  }
}

/** A sheet's XML, row by row. */
export async function* sheetPieces(
  sheet: WrittenSheet,
  isFirst: boolean,
  looks: Looks,
  strings: Strings,
  pace: Pace,
  progress: (rows: number) => number,
): AsyncGenerator<string> {
  yield head(sheet, isFirst, looks);
  const columnLooks = sheet.columns.map(({ look }) => looks.number(look));
  let row = 0,
    text = '';
  for (const { cells, height, hidden, look } of sheet.rows) {
    const place = String(row + 1),
      rowLook = look ? looks.number(look) : 0;
    text += `<row r="${place}"${height ? ` ht="${height}" customHeight="1"` : ''}${hidden ? ' hidden="1"' : ''}>`;
    const end = look ? Math.max(cells.length, sheet.columns.length) : cells.length;
    for (let column = 0; column < end; column += 1) {
      const cell = cells[column] ?? null;
      if (cell !== null && typeof cell === 'object')
        text += rareCell(
          cell,
          column,
          row,
          cell.look ? looks.number(cell.look) : rowLook || columnLooks[column] || 0,
          strings,
          sheet.name,
        );
      else {
        const style = rowLook || columnLooks[column] || 0;
        if (cell !== null || style !== 0)
          text += cellXml(cell, LETTERS[column] ?? columnName(column), place, style, strings, sheet.name);
      }
    }
    text += '</row>';
    row += 1;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
    if (pace.due) await pace.pause(progress(row));
  }
  progress(row);
  yield `${text}</sheetData>${tail(sheet)}</worksheet>`;
}

const LETTERS = Array.from({ length: 256 }, (_, column) => columnName(column));

function cellXml(
  value: CellValue,
  letters: string,
  row: string,
  style: number,
  strings: Strings,
  sheet: string,
): string {
  const open = style === 0 ? `<c r="${letters}${row}"` : `<c r="${letters}${row}" s="${style}"`;
  if (typeof value === 'string') {
    if (value === '') return `${open}/>`;
    if (value.length > LIMITS.cell) throw refusal('cell', { sheet, cell: `${letters}${row}`, limit: LIMITS.cell });
    return `${open} t="s"><v>${strings.number(value)}</v></c>`;
  }
  if (typeof value === 'number') return Number.isFinite(value) ? `${open}><v>${value}</v></c>` : `${open}/>`;
  return value === null ? `${open}/>` : `${open} t="b"><v>${value ? 1 : 0}</v></c>`;
}

function rareCell(
  { value, formula }: WrittenCell,
  column: number,
  row: number,
  style: number,
  strings: Strings,
  sheet: string,
): string {
  const letters = columnName(column),
    place = String(row + 1);
  if (formula === undefined) return cellXml(value, letters, place, style, strings, sheet);
  const open = `<c r="${letters}${place}" s="${style}"`,
    text = `<f>${escapeXml(formula)}</f>`;
  if (typeof value === 'string') return `${open} t="str">${text}<v>${escapeXml(value)}</v></c>`;
  if (typeof value === 'boolean') return `${open} t="b">${text}<v>${value ? 1 : 0}</v></c>`;
  return `${open}>${text}${value === null || !Number.isFinite(value) ? '' : `<v>${value}</v>`}</c>`;
}

function head({ columns, freeze, landscape }: WrittenSheet, isFirst: boolean, looks: Looks): string {
  const pane =
    freeze && (freeze.row > 0 || freeze.column > 0)
      ? `<pane${freeze.column > 0 ? ` xSplit="${freeze.column}"` : ''}${freeze.row > 0 ? ` ySplit="${freeze.row}"` : ''} topLeftCell="${cellName(freeze.row, freeze.column)}" activePane="${freeze.row > 0 ? (freeze.column > 0 ? 'bottomRight' : 'bottomLeft') : 'topRight'}" state="frozen"/>`
      : '';
  const cols = columns
    .map(
      ({ width = 9, hidden, look }, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}${look ? ` style="${looks.number(look)}"` : ''}/>`,
    )
    .join('');
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetPr><pageSetUpPr fitToPage="${landscape === undefined ? 0 : 1}"/></sheetPr>` +
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>`
  );
}

function tail({ merges = [], validations = [], filter, landscape, protected: isProtected }: WrittenSheet): string {
  const real = merges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right);
  return (
    (isProtected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" insertRows="0" sort="0" autoFilter="0"/>'
      : '') +
    (filter ? `<autoFilter ref="${areaName(filter)}"/>` : '') +
    (real.length > 0
      ? `<mergeCells count="${real.length}">${real.map((area) => `<mergeCell ref="${areaName(area)}"/>`).join('')}</mergeCells>`
      : '') +
    (validations.length > 0
      ? `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`
      : '') +
    (landscape === undefined
      ? ''
      : `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>`)
  );
}

function validationXml({
  areas,
  type,
  operator,
  formula1,
  formula2,
  required,
  prompt,
  error,
}: WrittenValidation): string {
  const words = (name: string, text: string, most: number) =>
    ` ${name}="${escapeXml(text.slice(0, most)).replace(/\n/g, '_x000a_')}"`;
  return (
    `<dataValidation type="${type}"${error?.style === 'warning' ? ' errorStyle="warning"' : ''}${operator && operator !== 'between' ? ` operator="${operator}"` : ''}${required ? '' : ' allowBlank="1"'}` +
    `${prompt ? ' showInputMessage="1"' : ''}${error ? ' showErrorMessage="1"' : ''}${error ? words('errorTitle', error.title, 32) + words('error', error.text, 224) : ''}${prompt ? words('promptTitle', prompt.title, 32) + words('prompt', prompt.text, 254) : ''}` +
    ` sqref="${areas.map(areaName).join(' ')}">${formula1 === undefined ? '' : `<formula1>${escapeXml(formula1)}</formula1>`}${formula2 === undefined ? '' : `<formula2>${escapeXml(formula2)}</formula2>`}</dataValidation>`
  );
}
