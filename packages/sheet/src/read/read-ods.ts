import { parseArea, type Area } from '../book/address.ts';
import { refusal } from '../book/refusal.ts';
import type { CellStyle, Validation, Workbook } from '../book/workbook.ts';
import { attributesOf, plainText, tagsOf, type Tag } from '../xml/tags.ts';
import type { Archive } from './archive.ts';
import type { Limits } from './limits.ts';
import { Notices } from './notices.ts';
import { odsFormula, odsList, odsPlace } from './ods-formula.ts';
import { OdsTable, type Budget } from './ods-table.ts';
import { odsValue } from './ods-value.ts';
import { readOdsStyles, type OdsStyles } from './ods-styles.ts';
import type { Pace } from './pace.ts';
import { formatKind } from './styles-part.ts';

const PLAIN: CellStyle = { format: 'General', kind: 'number', bold: false, red: false, filled: false };
const CONTENT = 'content.xml';
/** Bytes that a cell takes in other files at least: repeated cells may be as many as would fit into those. */
const CELL_BYTES = 20;

/** A spreadsheet of OpenDocument, as LibreOffice and WPS save it: values, formulas, looks, merges and lists. */
export async function readOds(archive: Archive, limits: Limits, pace: Pace): Promise<Workbook> {
  if (
    /<(?:[\w-]{1,40}:)?encryption-data[\s/>]/.test(await archive.text('META-INF/manifest.xml')) ||
    archive.has('encrypted-package')
  )
    throw refusal('encrypted');
  for (const name of archive.names) if (/^(basic|scripts)\/./.test(name)) throw refusal('macros');
  const look: OdsStyles = { styles: [PLAIN], byName: new Map(), hiddenTables: new Set() };
  const formats = new Map<string, string>();
  readOdsStyles(await archive.text('styles.xml'), 'styles.xml', look, formats);
  const text = await archive.text(CONTENT);
  readOdsStyles(text, CONTENT, look, formats);
  const reader = new OdsReader(text, look, limits);
  let count = 0;
  for (const tag of tagsOf(text, CONTENT)) {
    reader.take(tag);
    if ((count += 1) % 500 === 0 && pace.due) await pace.pause(tag.end / text.length);
  }
  return reader.finish();
}

type Attributes = ReadonlyMap<string, string>;

/** Elements whose texts are no values: pictures and shapes, what was changed before, buttons, readings. */
const ASIDE = /^<draw:|^<\w+:(shapes|tracked-changes|forms|ruby-text)[\s>]/;

class OdsReader {
  readonly #text: string;
  readonly #look: OdsStyles;
  readonly #limits: Limits;
  readonly #budget: Budget;
  readonly #tables: OdsTable[] = [];
  readonly #lists = new Map<string, Omit<Validation, 'areas'>>();
  readonly #names = new Map<string, string>();
  readonly #filters = new Map<string, Area>();
  readonly #notices = new Notices();
  #isSheet = false;
  #table: OdsTable | undefined;
  #cell: Attributes | undefined;
  /** Open elements whose texts do not count. */
  #aside = 0;
  /** Where the text that has not been taken yet begins; -1 outside paragraphs. */
  #from = -1;
  #lines: string[] = [];
  #comment: string | undefined;

  constructor(text: string, look: OdsStyles, limits: Limits) {
    this.#text = text;
    this.#look = look;
    this.#limits = limits;
    this.#budget = { cells: limits.unpacked / CELL_BYTES };
  }

  take(tag: Tag): void {
    if (this.#from >= 0) this.#takeText(tag.start, tag.end);
    const { name, kind, source } = tag;
    if (this.#aside > 0 || (kind === 'open' && ASIDE.test(source))) {
      if (kind !== 'empty') this.#aside += kind === 'open' ? 1 : -1;
      return;
    }
    if (kind === 'close') return this.#close(name);
    switch (name) {
      case 'spreadsheet':
        this.#isSheet = true;
        return;
      case 'table':
        return this.#startTable(attributesOf(source));
      case 'table-column': {
        const attributes = attributesOf(source);
        const style = this.#look.byName.get(attributes.get('default-cell-style-name') ?? '') ?? 0;
        this.#table?.addColumns(timesOf(attributes, 'number-columns-repeated'), style, isHidden(attributes));
        return;
      }
      case 'table-row': {
        const attributes = attributesOf(source);
        this.#table?.startRow(timesOf(attributes, 'number-rows-repeated'), isHidden(attributes));
        return;
      }
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = attributesOf(source);
        this.#lines = [];
        this.#comment = undefined;
        if (kind === 'empty') this.#endCell();
        return;
      case 'annotation':
        this.#comment = '';
        return;
      case 'p':
        if (!this.#cell) return;
        this.#lines.push('');
        this.#from = kind === 'open' ? tag.end : -1;
        return;
      case 's':
        this.#add(' '.repeat(Math.min(100, timesOf(attributesOf(source), 'c'))));
        return;
      case 'tab':
        this.#add(' ');
        return;
      case 'line-break':
        this.#add('\n');
        return;
      case 'content-validation':
        return this.#addList(attributesOf(source));
      case 'named-range': {
        const attributes = attributesOf(source);
        this.#names.set(attributes.get('name') ?? '', odsPlace(attributes.get('cell-range-address') ?? ''));
        return;
      }
      case 'database-range':
        this.#addFilter(attributesOf(source));
        return;
      default:
    }
  }

  finish(): Workbook {
    if (!this.#isSheet) throw refusal('not-a-sheet', { part: 'OpenDocument 文档' });
    if (this.#tables.length === 0) throw refusal('no-sheets');
    return {
      sheets: this.#tables.map((table) => table.sheet(this.#lists, this.#filters.get(table.name))),
      styles: this.#look.styles,
      names: this.#names,
      notices: this.#notices.list,
    };
  }

  #takeText(end: number, next: number): void {
    if (this.#aside === 0) this.#add(plainText(this.#text.slice(this.#from, end)).replace(/[ \t\r\n]+/g, ' '));
    this.#from = next;
  }

  #add(text: string): void {
    if (this.#lines.length > 0) this.#lines[this.#lines.length - 1] += text;
  }

  #close(name: string): void {
    if (name === 'p') this.#from = -1;
    else if (name === 'annotation') {
      this.#comment = this.#lines.join('\n').trim();
      this.#lines = [];
    } else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell();
    else if (name === 'table-row') this.#table?.endRow();
    else if (name === 'table') this.#table = undefined;
  }

  #startTable(attributes: Attributes): void {
    const name = attributes.get('name') ?? '';
    if (this.#tables.length >= this.#limits.sheets) return this.#notices.add('more-sheets', name);
    const hidden = this.#look.hiddenTables.has(attributes.get('style-name') ?? '');
    this.#tables.push((this.#table = new OdsTable(name, hidden, this.#limits, this.#budget)));
  }

  #endCell(): void {
    const attributes = this.#cell;
    this.#cell = undefined;
    if (!attributes) return;
    const value = odsValue(attributes, this.#lines.join('\n'));
    const named = attributes.get('style-name');
    const style = named === undefined ? undefined : (this.#look.byName.get(named) ?? 0);
    this.#table?.addCell({
      value,
      style: this.#styleFor(attributes.get('value-type'), style),
      repeated: timesOf(attributes, 'number-columns-repeated'),
      span: [timesOf(attributes, 'number-columns-spanned'), timesOf(attributes, 'number-rows-spanned')],
      formula: odsFormula(attributes.get('formula') ?? ''),
      comment: this.#comment ?? '',
      limit: attributes.get('content-validation-name'),
    });
  }

  /** A style that says of a date or a percentage that it is one, whatever its own format says. */
  #styleFor(type: string | undefined, style: number | undefined): number | undefined {
    const format = type === 'percentage' ? '0.00%' : type === 'date' ? 'yyyy-mm-dd' : type === 'time' ? 'h:mm' : '';
    const { styles, byName } = this.#look;
    const own = styles[style ?? 0]!;
    if (format === '' || own.kind === formatKind(format) || own.kind === 'dateTime') return style;
    const key = `${format}\n${style ?? 0}`;
    const known = byName.get(key);
    if (known !== undefined) return known;
    const made = styles.push({ ...own, format, kind: formatKind(format) }) - 1;
    byName.set(key, made);
    return made;
  }

  #addList(attributes: Attributes): void {
    const formula1 = odsList(attributes.get('condition') ?? '');
    if (formula1 === undefined) return;
    const required = attributes.get('allow-empty-cell') === 'false';
    const list = { type: 'list', operator: 'between', formula1, formula2: '', required, prompt: '' } as const;
    this.#lists.set(attributes.get('name') ?? '', list);
  }

  #addFilter(attributes: Attributes): void {
    const [, sheet = '', range = ''] = /^(?:(.*)!)?(.*)$/.exec(odsPlace(attributes.get('target-range-address') ?? ''))!;
    const area = parseArea(range);
    if (area && attributes.get('display-filter-buttons') === 'true')
      this.#filters.set(sheet.replace(/^'|'$/g, ''), area);
  }
}

const isHidden = (attributes: Attributes): boolean => /^(collapse|filter)$/.test(attributes.get('visibility') ?? '');

/** A number of times; 1 where none is given. */
const timesOf = (attributes: Attributes, name: string): number =>
  Math.max(1, Math.min(1 << 24, Math.floor(Number(attributes.get(name) ?? 1)) || 1));
