import type { Area } from '../book/address.ts';
import { bookOfTexts } from '../book/book-of-texts.ts';
import { refusal } from '../book/refusal.ts';
import type { Row, Workbook } from '../book/workbook.ts';
import type { Limits } from './limits.ts';
import type { Pace } from './pace.ts';

const NO_STYLES: readonly number[] = [];
/** Elements whose texts are none. */
const SILENT = new Set(['script', 'style', 'title', 'xml', 'noscript', 'select', 'textarea', 'button', 'template']);
/** Elements that begin a new line. */
const LINE = new Set(['br', 'p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'center']);
const NAMED: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const TAG = /<(?:!--[^]*?(?:-->|$)|(\/?)([a-z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|[!?][^>]*(?:>|$))/gi;

/**
 * The tables of a web page, below each other as Excel shows them, with the lines between. Nothing in the page is run or
 * fetched. Throws for a page without a table, such as one that asks to log in.
 */
export async function readHtml(text: string, name: string, limits: Limits, pace: Pace): Promise<Workbook> {
  const page = new Page(name, limits);
  let from = 0,
    count = 0;
  TAG.lastIndex = 0;
  for (let match = nextTag(text, 0); match; match = nextTag(text, from)) {
    page.text(text.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[2] !== undefined) page.tag(match[2].toLowerCase(), match[1] === '/', match[3] ?? '');
    if ((count += 1) % 500 === 0 && pace.due) await pace.pause(from / text.length);
  }
  page.text(text.slice(from));
  return page.finish();
}

function nextTag(text: string, from: number): RegExpExecArray | null {
  TAG.lastIndex = from;
  return TAG.exec(text);
}

/** A page as it is read, tag by tag; end tags that people leave away are understood. */
class Page {
  readonly #name: string;
  readonly #limits: Limits;
  readonly #rows: Row[] = [];
  readonly #merges: Area[] = [];
  #silent = '';
  /** Tables that are open: those in a cell of another are its text. */
  #tables = 0;
  #hasCells = false;
  #text = '';
  #cell: { readonly column: number } | undefined;
  #values: (string | null)[] | undefined;
  /** Rows that a cell above still covers, by column. */
  #covered: number[] = [];

  constructor(name: string, limits: Limits) {
    this.#name = name;
    this.#limits = limits;
  }

  text(raw: string): void {
    if (this.#silent === '') this.#text += plain(raw);
  }

  tag(name: string, isEnd: boolean, attributes: string): void {
    if (this.#silent !== '') {
      if (isEnd && name === this.#silent) this.#silent = '';
      return;
    }
    if (SILENT.has(name)) this.#silent = isEnd ? '' : name;
    else if (name === 'table') this.#table(isEnd);
    else if (this.#tables > 1) this.#text += name === 'tr' || name === 'td' ? ' ' : '';
    else if (this.#tables === 1 && (name === 'tr' || name === 'thead' || name === 'tbody')) {
      this.#endRow();
      if (name === 'tr' && !isEnd) this.#values = [];
    } else if (this.#tables === 1 && (name === 'td' || name === 'th')) {
      this.#endCell();
      if (!isEnd) this.#startCell(attributes);
    } else if (LINE.has(name)) {
      if (this.#tables === 0) this.#endLine();
      else this.#text += '\n';
    }
  }

  finish(): Workbook {
    this.#endRow();
    this.#endLine();
    if (!this.#hasCells) throw refusal('not-a-sheet', { part: '没有表格的网页，可能要重新登录系统再导出' });
    const book = bookOfTexts(this.#name, this.#rows);
    const notice = {
      code: 'web-page',
      text: {
        'zh-CN': '这是一个网页（许多系统这样导出表格）：文字和合并照常读取，格式和公式没有读取。',
        en: 'This is a web page, as many systems export tables: its texts and merges were read, formats and formulas were not.',
      },
    };
    return { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, merges: this.#merges })), notices: [notice] };
  }

  #table(isEnd: boolean): void {
    if (this.#tables === (isEnd ? 1 : 0)) {
      this.#endRow();
      this.#endLine();
      this.#covered = [];
    }
    this.#tables = Math.max(0, this.#tables + (isEnd ? -1 : 1));
  }

  /** A line outside tables is a row of one cell. */
  #endLine(): void {
    const line = trimmed(this.#text);
    this.#text = '';
    if (line !== '') this.#push([line]);
  }

  #startCell(attributes: string): void {
    this.#values ??= [];
    const { columns, rows } = this.#limits;
    let column = this.#values.length;
    while ((this.#covered[column] ?? 0) > 0) column += 1;
    const wide = Math.min(spanOf(attributes, 'colspan'), columns),
      high = Math.min(spanOf(attributes, 'rowspan'), rows);
    if (column + wide > columns)
      throw refusal('columns', { sheet: this.#name, row: this.#rows.length + 1, limit: columns });
    while (this.#values.length < column + wide) this.#values.push(null);
    for (let at = column; at < column + wide; at += 1) this.#covered[at] = high;
    const top = this.#rows.length;
    if (wide * high > 1) this.#merges.push({ top, left: column, bottom: top + high - 1, right: column + wide - 1 });
    this.#cell = { column };
    this.#text = '';
  }

  #endCell(): void {
    const value = trimmed(this.#text);
    this.#text = '';
    if (!this.#cell || !this.#values) return;
    if (value.length > this.#limits.cell)
      throw refusal('cell', {
        sheet: this.#name,
        cell: `${this.#rows.length + 1}:${this.#cell.column + 1}`,
        limit: this.#limits.cell,
      });
    if (value !== '') this.#values[this.#cell.column] = value;
    this.#cell = undefined;
  }

  #endRow(): void {
    this.#endCell();
    if (!this.#values) return;
    this.#push(this.#values);
    this.#values = undefined;
    this.#covered = this.#covered.map((left) => Math.max(0, left - 1));
  }

  #push(values: readonly (string | null)[]): void {
    this.#hasCells ||= this.#tables > 0 && values.some((value) => value !== null);
    if (this.#rows.length >= this.#limits.rows) throw refusal('rows', { sheet: this.#name, limit: this.#limits.rows });
    this.#rows.push({ values, styles: NO_STYLES });
  }
}

function spanOf(attributes: string, name: string): number {
  const match = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,7})`, 'i').exec(attributes);
  return Math.max(1, Number(match?.[1] ?? 1));
}

/** Text of a page as it is shown: blanks and line breaks of its source are one blank. */
function plain(raw: string): string {
  const text = raw.replace(/[ \t\r\n]+/g, ' ');
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));?/gi,
    (all, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name !== undefined) return NAMED.get(name.toLowerCase()) ?? all;
      const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
      return code === 160 ? ' ' : code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/ +/g, ' ').trim())
    .join('\n')
    .trim();
