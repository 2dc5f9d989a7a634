import { columnIndex } from '../book/address.ts';
import { cellKey, type CellFormula, type CellValue, type Row } from '../book/workbook.ts';
import { afterMarkup, attributesOf, cellText, plainText, richText, tagEnd } from '../xml/tags.ts';
import type { Archive } from './archive.ts';
import type { Limits } from './limits.ts';
import type { Pace } from './pace.ts';
import { refusal } from '../book/refusal.ts';
import { SheetFrame } from './sheet-frame.ts';
import { LONGEST_PIECE, prefixOf } from './strings-part.ts';

/** What reading a sheet needs to know. */
export interface SheetSource {
  readonly archive: Archive;
  readonly part: string;
  /** Name of the sheet, for messages. */
  readonly sheet: string;
  readonly strings: readonly string[];
  readonly limits: Limits;
  readonly pace: Pace;
  progress(length: number): number;
}

const NO_ROW: Row = { values: [], styles: [] };

/** The cells of one sheet, and what stands around them in `frame`. */
export interface SheetCells {
  readonly rows: readonly Row[];
  readonly formulas: ReadonlyMap<number, CellFormula>;
  readonly sharedFormulas: ReadonlyMap<
    number,
    { readonly text: string; readonly row: number; readonly column: number }
  >;
  readonly hiddenRows: ReadonlySet<number>;
  readonly frame: SheetFrame;
}

/**
 * Reads a sheet piece by piece: cells by looking for their marks in the text, which is several times faster than a
 * parser's event for each tag; everything else tag by tag. Only cells that hold something count, whatever range the
 * sheet claims.
 */
export async function readSheet(source: SheetSource): Promise<SheetCells> {
  const { archive, part, pace } = source;
  const reader = new SheetReader(source);
  for await (const piece of archive.pieces(part)) {
    reader.take(piece);
    const done = source.progress(piece.length);
    if (pace.due) await pace.pause(done);
  }
  return reader.finish();
}

/** Its members are `private`, not `#`: old engines get those as look-ups in weak maps, too slow for a million cells. */
class SheetReader {
  private readonly source: SheetSource;
  private readonly rows: Row[] = [];
  private readonly formulas = new Map<number, CellFormula>();
  private readonly sharedFormulas = new Map<number, { text: string; row: number; column: number }>();
  private readonly hiddenRows = new Set<number>();
  private readonly frame = new SheetFrame();
  private prefix: string | undefined;
  private text = '';
  private row = -1;
  private column = -1;
  private values: CellValue[] = [];
  private styles: number[] = [];

  constructor(source: SheetSource) {
    this.source = source;
  }

  take(piece: string): void {
    this.text += piece;
    this.prefix ??= prefixOf(this.text, '(?:worksheet|chartsheet|dialogsheet)', this.source.part);
    if (this.prefix !== undefined) this.text = this.text.slice(this.scan(this.text, this.prefix));
    if (this.text.length > LONGEST_PIECE) throw refusal('damaged', { part: this.source.part });
  }

  finish(): SheetCells {
    this.endRow();
    const rows = this.rows;
    for (let at = 0; at < rows.length; at += 1) rows[at] ??= NO_ROW;
    return {
      rows,
      formulas: this.formulas,
      sharedFormulas: this.sharedFormulas,
      hiddenRows: this.hiddenRows,
      frame: this.frame,
    };
  }

  /** Reads whole tags and cells; returns where the first begins that has not all come yet. */
  private scan(text: string, prefix: string): number {
    const cellEnd = `</${prefix}c>`,
      skip = prefix.length + 1;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) return text.length;
      const second = text.charCodeAt(start + 1);
      if (second === 33 || second === 63) {
        const after = afterMarkup(text, start, this.source.part);
        if (after < 0) return start;
        at = after;
        continue;
      }
      const first = text.charCodeAt(start + skip),
        next = text.charCodeAt(start + skip + 1);
      if (first === 99 && (next === 32 || next === 62 || next === 47) && second !== 47) {
        const tag = text.indexOf('>', start);
        if (tag < 0) return start;
        if (text.charCodeAt(tag - 1) === 47) {
          this.emptyCell(text, start + skip + 1, tag);
          at = tag + 1;
          continue;
        }
        const end = text.indexOf(cellEnd, tag);
        if (end < 0) return start;
        this.cell(text, start + skip + 1, tag, end, prefix);
        at = end + cellEnd.length;
        continue;
      }
      const end = tagEnd(text, start);
      if (end < 0) return start;
      if (text.startsWith('row', start + skip) && second !== 47) this.startRow(text.slice(start, end));
      else {
        const behind = this.frame.take(text, start, end, prefix);
        if (behind < 0) return start;
        at = behind;
        continue;
      }
      at = end;
    }
  }

  private startRow(source: string): void {
    this.endRow();
    const attributes = attributesOf(source);
    const given = Number(attributes.get('r'));
    this.row = given >= 1 ? Math.floor(given) - 1 : this.row + 1;
    this.column = -1;
    if (attributes.get('hidden') === '1' || attributes.get('hidden') === 'true') this.hiddenRows.add(this.row);
  }

  private endRow(): void {
    if (this.values.length === 0) return;
    const { limits, sheet } = this.source;
    if (this.row >= limits.rows) throw refusal('rows', { sheet, limit: limits.rows });
    const before = this.rows[this.rows.length - 1]?.styles as number[] | undefined;
    const styles = before !== undefined && same(before, this.styles) ? before : this.styles;
    while (this.rows.length < this.row) this.rows.push(NO_ROW);
    this.rows[this.row] = { values: this.values, styles };
    this.values = [];
    this.styles = [];
  }

  /** Nothing stands in it, but the next cell without an address comes behind it. */
  private emptyCell(text: string, from: number, to: number): void {
    const name = /\sr="([A-Za-z]+)\d+"/.exec(text.slice(from, to));
    this.column = name ? columnIndex(name[1]!) : this.column + 1;
  }

  private cell(text: string, from: number, tag: number, end: number, prefix: string): void {
    let column = this.column + 1,
      style = 0,
      type = 0;
    for (let at = from + 1; at < tag;) {
      const code = text.charCodeAt(at);
      if (text.charCodeAt(at + 1) !== 61) {
        const next = text.indexOf(' ', at);
        if (next < 0 || next > tag) break;
        at = next + 1;
        continue;
      }
      at += 3;
      if (code === 114) {
        column = 0;
        for (
          let letter = text.charCodeAt(at) & ~32;
          letter >= 65 && letter <= 90 && column < 20_000;
          letter = text.charCodeAt(++at) & ~32
        )
          column = column * 26 + letter - 64;
        column -= 1;
      } else if (code === 115) {
        for (let digit = text.charCodeAt(at); digit >= 48 && digit <= 57; digit = text.charCodeAt(++at))
          style = style * 10 + digit - 48;
      } else if (code === 116) {
        type = text.charCodeAt(at);
        if (type === 115 && text.charCodeAt(at + 1) === 116) type = STR;
      }
      while (at < tag && text.charCodeAt(at) !== 34) at += 1;
      at += 2;
    }
    this.column = column;
    const value = this.content(text, tag + 1, end, type, prefix);
    if (value === null || value === '') return;
    if (column < 0) return;
    if (column >= this.source.limits.columns)
      throw refusal('columns', { sheet: this.source.sheet, row: this.row + 1, limit: this.source.limits.columns });
    while (this.values.length < column) {
      this.values.push(null);
      this.styles.push(0);
    }
    this.values[column] = value;
    this.styles[column] = style;
  }

  /** What stands between the tags of a cell. */
  private content(text: string, start: number, end: number, type: number, prefix: string): CellValue {
    const open = prefix === '' ? '<v>' : `<${prefix}v>`;
    if (!text.startsWith(open, start)) {
      const inside = text.slice(start, end); // short, so that looking for what is not there ends soon
      if (type === INLINE) return this.checked(richText(inside, this.source.part));
      const valueAt = inside.indexOf(open);
      this.formula(valueAt < 0 ? inside : inside.slice(0, valueAt), prefix);
      return valueAt < 0 ? null : this.content(inside, valueAt, inside.length, type, prefix);
    }
    const from = start + open.length,
      to = text.indexOf('<', from);
    if (to < 0) return null;
    if (text.charCodeAt(to + 1) === 33)
      return this.checked(cellText(text.slice(from, Math.max(from, text.lastIndexOf('</', end - 1)))));
    if (type === SHARED) return this.source.strings[wholeNumber(text, from, to)] ?? null;
    if (type === 0 || type === NUMBER) {
      const whole = to - from < 16 ? wholeNumber(text, from, to) : NaN;
      if (whole >= 0 && to > from) return whole;
    }
    const raw = text.slice(from, to);
    if (type === STR || type === ERROR || type === DAY) return this.checked(cellText(raw));
    if (type === TRUTH) return raw === '1' || raw === 'true';
    const number = Number(raw);
    return raw.trim() === '' ? null : Number.isFinite(number) ? number : cellText(raw);
  }

  private formula(source: string, prefix: string): void {
    const at = source.indexOf(`<${prefix}f`);
    if (at < 0) return;
    const tag = tagEnd(source, at);
    if (tag < 0) return;
    const attributes = attributesOf(source.slice(at, tag));
    const end = source.indexOf('</', tag);
    const text = source.charCodeAt(tag - 2) === 47 || end < 0 ? '' : plainText(source.slice(tag, end));
    const key = cellKey(this.row, this.column);
    const number = Number(attributes.get('si'));
    if (attributes.get('t') !== 'shared' || !Number.isInteger(number)) {
      if (text !== '') this.formulas.set(key, text);
      return;
    }
    if (text !== '') this.sharedFormulas.set(number, { text, row: this.row, column: this.column });
    this.formulas.set(key, { shared: number });
  }

  private checked(text: string): string {
    const { limits, sheet } = this.source;
    if (text.length > limits.cell)
      throw refusal('cell', { sheet, cell: `${this.row + 1}:${this.column + 1}`, limit: limits.cell });
    return text;
  }
}

/** Kinds of cell by the first letter of their type. */
const SHARED = 115,
  NUMBER = 110,
  INLINE = 105,
  TRUTH = 98,
  ERROR = 101,
  DAY = 100,
  STR = 1;

/** Digits as a number; NaN where there is anything else. */
function wholeNumber(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function same(first: readonly number[], second: readonly number[]): boolean {
  if (first.length !== second.length) return false;
  for (let at = 0; at < first.length; at += 1) if (first[at] !== second[at]) return false;
  return true;
}
