import type { CellStyle } from '../book/workbook.ts';
import { attributesOf, tagsOf } from '../xml/tags.ts';
import { formatKind } from './styles-part.ts';

/** Styles of cells by their names, and names of table styles whose tables are not shown. */
export interface OdsStyles {
  readonly styles: CellStyle[];
  /** Name to index into `styles`. */
  readonly byName: Map<string, number>;
  readonly hiddenTables: Set<string>;
}

/** What a part of a date is in a format code, short and long. */
const DATE_PARTS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['year', ['yy', 'yyyy']],
  ['month', ['m', 'mm']],
  ['day', ['d', 'dd']],
  ['hours', ['h', 'hh']],
  ['minutes', ['mm', 'mm']],
  ['seconds', ['s', 'ss']],
  ['am-pm', ['AM/PM', 'AM/PM']],
]);

const FORMATS: ReadonlySet<string> = new Set([
  'number-style',
  'currency-style',
  'percentage-style',
  'date-style',
  'time-style',
  'boolean-style',
  'text-style',
]);

/** Adds the styles of a part to those of the parts before it, which they may stand on. */
export function readOdsStyles(text: string, part: string, into: OdsStyles, formats: Map<string, string>): void {
  let format = '',
    code = '',
    literal = -1,
    cell: { name: string; style: { -readonly [key in keyof CellStyle]: CellStyle[key] } } | undefined,
    table = '';
  for (const { name, kind, source, start, end } of tagsOf(text, part)) {
    if (name === 'body') return;
    if (kind === 'close') {
      if (name === 'text' && literal >= 0) code += `"${text.slice(literal, start)}"`;
      if (name === 'text') literal = -1;
      if (name === format) {
        formats.set(code.slice(0, code.indexOf('\n')), code.slice(code.indexOf('\n') + 1));
        format = '';
      }
      if (name === 'style' && cell) {
        into.byName.set(cell.name, into.styles.push(cell.style) - 1);
        cell = undefined;
      }
      continue;
    }
    if (format !== '') {
      if (name === 'text' && kind === 'open') literal = end;
      else code += codeOf(name, attributesOf(source), format);
      continue;
    }
    if (FORMATS.has(name) && kind === 'open') {
      format = name;
      code = `${attributesOf(source).get('name') ?? ''}\n${name === 'text-style' ? '@' : ''}`;
      continue;
    }
    if (name === 'style') {
      const attributes = attributesOf(source);
      const own = attributes.get('name') ?? '';
      table = attributes.get('family') === 'table' ? own : '';
      if (attributes.get('family') !== 'table-cell') continue;
      const parent = into.styles[into.byName.get(attributes.get('parent-style-name') ?? '') ?? 0]!;
      const given = formats.get(attributes.get('data-style-name') ?? '');
      const style = given === undefined ? { ...parent } : { ...parent, format: given, kind: formatKind(given) };
      if (kind === 'open') cell = { name: own, style };
      else into.byName.set(own, into.styles.push(style) - 1);
    } else if (name === 'table-properties' && table !== '' && attributesOf(source).get('display') === 'false')
      into.hiddenTables.add(table);
    else if (cell && (name === 'text-properties' || name === 'table-cell-properties'))
      withLook(cell.style, attributesOf(source));
  }
}

function codeOf(name: string, attributes: ReadonlyMap<string, string>, format: string): string {
  const parts = DATE_PARTS.get(name);
  if (parts) return parts[attributes.get('style') === 'long' ? 1 : 0];
  if (name === 'currency-symbol') return '¥';
  if (name !== 'number') return '';
  const decimals = Math.min(10, Number(attributes.get('decimal-places')) || 0);
  const digits = Math.min(20, Number(attributes.get('min-integer-digits')) || 1);
  const whole = attributes.get('grouping') === 'true' ? '#,##0' : '0'.repeat(digits);
  // Without a number of decimals the format is the general one.
  if (format === 'number-style' && !attributes.has('decimal-places') && digits === 1) return 'General';
  return `${whole}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${format === 'percentage-style' ? '%' : ''}`;
}

function withLook(
  style: { bold: boolean; red: boolean; filled: boolean },
  attributes: ReadonlyMap<string, string>,
): void {
  const weight = attributes.get('font-weight');
  if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600;
  const color = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(attributes.get('color') ?? '');
  if (color) {
    const [r, g, b] = [1, 2, 3].map((at) => parseInt(color[at]!, 16)) as [number, number, number];
    style.red = r >= 0xb0 && g <= 0x60 && b <= 0x60;
  }
  const ground = attributes.get('background-color');
  if (ground !== undefined) style.filled = ground !== 'transparent' && ground.toLowerCase() !== '#ffffff';
}
