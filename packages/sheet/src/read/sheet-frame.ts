import { parseArea, parseAreas, type Area } from '../book/address.ts';
import type { Validation } from '../book/workbook.ts';
import { attributesOf, plainText, tagsOf } from '../xml/tags.ts';

const TYPES: ReadonlySet<string> = new Set(['list', 'whole', 'decimal', 'date', 'time', 'textLength', 'custom']);
/** More than this nobody draws by hand. */
const MOST = 100_000;

/** What stands around the cells of a sheet: merges, limits of input, columns, frozen rows, filter. */
export class SheetFrame {
  readonly merges: Area[] = [];
  readonly validations: Validation[] = [];
  readonly hiddenColumns = new Set<number>();
  readonly widths = new Map<number, number>();
  frozenRows = 0;
  filter: Area | undefined;
  /** Number of drawings; their pictures and charts are not read. */
  drawings = 0;
  isProtected = false;

  /**
   * Reads the tag from `start` to `end`; returns where to go on, or -1 while an element that is read as a whole has not
   * all come.
   */
  take(text: string, start: number, end: number, prefix: string): number {
    const name = localName(text, start, end);
    switch (name) {
      case 'mergeCell': {
        const area = parseArea(attributesOf(text.slice(start, end)).get('ref') ?? '');
        if (area && this.merges.length < MOST && (area.top !== area.bottom || area.left !== area.right))
          this.merges.push(area);
        return end;
      }
      case 'col':
        this.#column(attributesOf(text.slice(start, end)));
        return end;
      case 'pane': {
        const attributes = attributesOf(text.slice(start, end));
        if ((attributes.get('state') ?? '').startsWith('frozen'))
          this.frozenRows = Math.max(0, Math.floor(Number(attributes.get('ySplit')) || 0));
        return end;
      }
      case 'autoFilter':
        this.filter ??= parseArea(attributesOf(text.slice(start, end)).get('ref') ?? '');
        return end;
      case 'drawing':
      case 'legacyDrawingHF':
      case 'picture':
        this.drawings += 1;
        return end;
      case 'sheetProtection':
        this.isProtected = true;
        return end;
      case 'dataValidation': {
        const own = /^<(\w+:)?/.exec(text.slice(start, start + 20))?.[1] ?? prefix;
        if (text.charCodeAt(end - 2) === 47) {
          this.#validation(text.slice(start, end), '');
          return end;
        }
        const mark = `</${own}dataValidation>`;
        const close = text.indexOf(mark, end);
        if (close < 0) return -1;
        this.#validation(text.slice(start, end), text.slice(end, close));
        return close + mark.length;
      }
      default:
        return end;
    }
  }

  #column(attributes: ReadonlyMap<string, string>): void {
    const from = Number(attributes.get('min')) - 1,
      to = Math.min(Number(attributes.get('max')) - 1, from + 1_000),
      width = Number(attributes.get('width'));
    if (!(from >= 0)) return;
    for (let column = from; column <= to; column += 1) {
      if (attributes.get('hidden') === '1' || attributes.get('hidden') === 'true') this.hiddenColumns.add(column);
      if (width > 0) this.widths.set(column, width);
    }
  }

  #validation(tag: string, inside: string): void {
    const attributes = attributesOf(tag);
    const type = attributes.get('type') ?? '';
    const areas = parseAreas(attributes.get('sqref') ?? textIn(inside, 'sqref'));
    if (!TYPES.has(type) || areas.length === 0 || this.validations.length >= MOST) return;
    this.validations.push({
      areas,
      type: type as Validation['type'],
      operator: attributes.get('operator') ?? 'between',
      formula1: textIn(inside, 'formula1'),
      formula2: textIn(inside, 'formula2'),
      required: attributes.get('allowBlank') !== '1',
      prompt: attributes.get('prompt') ?? '',
    });
  }
}

function localName(text: string, start: number, end: number): string {
  const from = text.charCodeAt(start + 1) === 47 ? start + 2 : start + 1;
  const match = /^(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(from, Math.min(end, from + 60)));
  return from === start + 2 ? '' : (match?.[1] ?? '');
}

/** Text inside the element `name`, however it is nested. */
function textIn(source: string, name: string): string {
  let from = -1;
  for (const tag of tagsOf(source, name)) {
    if (tag.name !== name) continue;
    if (tag.kind === 'open') from = tag.end;
    else if (tag.kind === 'close' && from >= 0)
      return plainText(source.slice(from, tag.start).replace(/<[^>]*>/g, '')).trim();
  }
  return '';
}
