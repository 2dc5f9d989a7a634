import { escapeXml } from '../xml/escape.ts';
import type { Look } from './book.ts';

const FONT = '宋体';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const EDGE =
  '<left style="thin"><color rgb="FFBFBFBF"/></left><right style="thin"><color rgb="FFBFBFBF"/></right><top style="thin"><color rgb="FFBFBFBF"/></top><bottom style="thin"><color rgb="FFBFBFBF"/></bottom><diagonal/>';
/** Formats that every program knows by number. */
const KNOWN: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '@': 49,
};

/** Gives every look a number, and writes them all at the end. */
export class Looks {
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<Look, number>();
  private readonly fonts: string[] = [];
  private readonly fills: string[] = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ];
  private readonly formats: string[] = [];
  private readonly cells: string[] = [];

  constructor() {
    this.number({});
  }

  /** The number of a look; the same for looks that are alike. */
  number(look: Look | undefined): number {
    if (look === undefined) return 0;
    let found = this.known.get(look);
    if (found === undefined) {
      const key = JSON.stringify(look, Object.keys(look).sort());
      found = this.numbers.get(key);
      if (found === undefined) this.numbers.set(key, (found = this.add(look)));
      this.known.set(look, found);
    }
    return found;
  }

  private add({
    bold,
    color,
    fill,
    size = 11,
    border,
    format = 'General',
    align,
    wrap,
    unlocked,
    quoted,
  }: Look): number {
    const font = indexIn(
      this.fonts,
      `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${color ? `<color rgb="FF${color}"/>` : ''}<name val="${FONT}"/><charset val="134"/></font>`,
    );
    const filling = fill
      ? indexIn(
          this.fills,
          `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0;
    const number = Object.prototype.hasOwnProperty.call(KNOWN, format)
      ? KNOWN[format]!
      : 164 + indexIn(this.formats, format);
    const inside = `<alignment vertical="center"${align ? ` horizontal="${align}"` : ''}${wrap ? ' wrapText="1"' : ''}/>${unlocked ? '<protection locked="0"/>' : ''}`;
    this.cells.push(
      `<xf numFmtId="${number}" fontId="${font}" fillId="${filling}" borderId="${border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${unlocked ? ' applyProtection="1"' : ''}${quoted ? ' quotePrefix="1"' : ''}>${inside}</xf>`,
    );
    return this.cells.length - 1;
  }

  xml(): string {
    const list = (name: string, items: readonly string[]) =>
      `<${name} count="${items.length}">${items.join('')}</${name}>`;
    const formats = this.formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`);
    return (
      `${HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${formats.length > 0 ? list('numFmts', formats) : ''}${list('fonts', this.fonts)}${list('fills', this.fills)}` +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${EDGE}</border></borders>` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${list('cellXfs', this.cells)}` +
      '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    );
  }
}

function indexIn(list: string[], item: string): number {
  const at = list.indexOf(item);
  return at >= 0 ? at : list.push(item) - 1;
}
