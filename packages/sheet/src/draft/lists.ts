import { parseArea, type Area } from '../book/address.ts';
import type { Sheet, Validation, Workbook } from '../book/workbook.ts';

/** Values that a list may have at most to become choices. */
const MOST = 200;

/**
 * The values of a drop-down list: written out, from cells of any sheet (hidden ones too), or by a name for such cells.
 */
export function listValues(book: Workbook, sheet: Sheet, { formula1 }: Validation): string[] | undefined {
  const text = formula1.trim();
  const quoted = /^"([^]*)"$/.exec(text);
  const values = quoted ? quoted[1]!.replace(/""/g, '"').split(/[,，]/) : rangeValues(book, sheet, text, 0);
  const found = values && [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
  return found && found.length > 0 && found.length <= MOST ? found : undefined;
}

function rangeValues(book: Workbook, sheet: Sheet, reference: string, depth: number): string[] | undefined {
  const text = reference.replace(/^=/, '').trim();
  const named = book.names.get(`${book.sheets.indexOf(sheet)}!${text}`) ?? book.names.get(text);
  if (named !== undefined && depth < 3) return rangeValues(book, sheet, named, depth + 1);
  // A list that grows: OFFSET from its first cell; what stands below it, up to the first gap.
  const growing = /^OFFSET\(([^,]+),0,0,/i.exec(text.replace(/\s/g, ''));
  if (growing && depth < 3) {
    const start = /^(.*?)(\$?[A-Za-z]{1,3})\$?(\d+)$/.exec(growing[1]!);
    return start
      ? rangeValues(book, sheet, `${start[1]}${start[2]}${start[3]}:${start[2]}${Number(start[3]) + MOST}`, depth + 1)
      : undefined;
  }
  const found =
    /^(?:'((?:[^']|'')+)'|([^'!]+))?!?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})$/.exec(
      text,
    );
  if (!found) return;
  const title = found[1]?.replace(/''/g, "'") ?? found[2]?.replace(/!$/, '');
  const source = title === undefined ? sheet : book.sheets.find(({ name }) => name === title);
  const whole = /^\$?([A-Za-z]+):\$?([A-Za-z]+)$/.exec(found[3]!);
  const area = whole ? parseArea(`${whole[1]}1:${whole[2]}1000`) : parseArea(found[3]!);
  return source && area ? cellTexts(source, area) : undefined;
}

function cellTexts(sheet: Sheet, { top, left, bottom, right }: Area): string[] {
  const texts: string[] = [];
  for (let row = top; row <= Math.min(bottom, sheet.rows.length - 1) && texts.length <= MOST; row += 1) {
    for (let column = left; column <= right && column < left + 50; column += 1) {
      const value = sheet.rows[row]?.values[column];
      if (value !== null && value !== undefined) texts.push(String(value));
    }
  }
  return texts;
}

/** Limits on the cells of a column below the headings; those over more rows come first. */
export function validationsOf(sheet: Sheet, column: number, from: number): Validation[] {
  const reach = ({ areas }: Validation): number =>
    areas.reduce(
      (sum, { top, bottom, left, right }) =>
        left <= column && right >= column && bottom >= from
          ? sum + Math.min(bottom, 100_000) - Math.max(top, from) + 1
          : sum,
      0,
    );
  return sheet.validations.filter((validation) => reach(validation) > 0).sort((a, b) => reach(b) - reach(a));
}
