import { refusal } from '../book/refusal.ts';

/** A tag of a document, `name` without its prefix. */
export interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  /** The tag's text from `<` to `>`. */
  readonly source: string;
  /** Where the text after the tag starts. */
  readonly end: number;
  readonly start: number;
}

/**
 * The tags of a small document, in their order. Comments, instructions and CDATA are passed over; nothing is ever
 * declared, so that no entity but the five of XML exists. Throws a refusal at a DOCTYPE.
 */
export function* tagsOf(text: string, part: string): Generator<Tag> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const second = text.charCodeAt(at + 1);
    if (second === 33 || second === 63) {
      at = afterMarkup(text, at, part);
      if (at < 0) return;
      continue;
    }
    const end = tagEnd(text, at);
    if (end < 0) return;
    const source = text.slice(at, end);
    const name = /^<\/?(?:[^\s/>:]*:)?([^\s/>]*)/.exec(source)?.[1] ?? '';
    yield { name, kind: second === 47 ? 'close' : source.endsWith('/>') ? 'empty' : 'open', source, start: at, end };
    at = end;
  }
}

/** Behind a comment, CDATA or instruction that starts at `at`; -1 when its end is not there. */
export function afterMarkup(text: string, at: number, part: string): number {
  const mark = text.startsWith('<!--', at)
    ? '-->'
    : text.startsWith('<![CDATA[', at)
      ? ']]>'
      : text.charCodeAt(at + 1) === 63
        ? '?>'
        : '';
  if (mark === '' && text.length - at < 9) return -1;
  if (mark === '') throw refusal('doctype', { part });
  const end = text.indexOf(mark, at + 2);
  return end < 0 ? -1 : end + mark.length;
}

/** Behind the `>` of the tag that starts at `at`, which may stand in quotes before; -1 when it is not there. */
export function tagEnd(text: string, at: number): number {
  let end = text.indexOf('>', at);
  for (let quoted = false, from = at; end >= 0; from = end + 1, end = text.indexOf('>', from)) {
    for (let mark = text.indexOf('"', from); mark >= 0 && mark < end; mark = text.indexOf('"', mark + 1))
      quoted = !quoted;
    if (!quoted) return end + 1;
  }
  return -1;
}

/** Attributes of a tag by their names without prefix; the first of two counts. */
export function attributesOf(source: string): Map<string, string> {
  const found = new Map<string, string>();
  const pattern = /\s(?:[^\s=:"'<>]+:)?([^\s=:"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    if (!found.has(match[1]!)) found.set(match[1]!, plainText(match[2] ?? match[3] ?? ''));
  }
  return found;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Text of XML as it is meant: CDATA, the five entities and character numbers resolved. Other entities stay as they are.
 */
export function plainText(raw: string): string {
  let text = raw;
  if (text.includes('<![CDATA['))
    return text
      .split('<![CDATA[')
      .map((piece, at) =>
        at === 0
          ? plainText(piece)
          : piece.replace(/\]\]>[^]*$/, '') +
            plainText(piece.includes(']]>') ? piece.slice(piece.indexOf(']]>') + 3) : ''),
      )
      .join('');
  if (text.includes('&')) {
    text = text.replace(
      /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w{2,4}));/g,
      (all, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
        if (name !== undefined) return Object.prototype.hasOwnProperty.call(NAMED, name) ? NAMED[name]! : all;
        const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
        return code <= 0x10ffff && (code >= 32 || code === 9 || code === 10 || code === 13)
          ? String.fromCodePoint(code)
          : '';
      },
    );
  }
  return text;
}

/** The same for cells, where control characters are written as `_x000D_`, and lines may end in two characters. */
export function cellText(raw: string): string {
  let text = plainText(raw);
  if (text.includes('_x'))
    text = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The texts of all `<t>` in a piece of rich text, joined; readings above the characters (`<rPh>`) do not count. */
export function richText(source: string, part: string): string {
  let text = '',
    from = -1,
    reading = 0;
  for (const { name, kind, start, end } of tagsOf(source, part)) {
    if (name === 'rPh') reading += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
    else if (name === 't' && kind === 'open') from = end;
    else if (name === 't' && kind === 'close' && from >= 0) {
      if (reading === 0) text += cellText(source.slice(from, start));
      from = -1;
    }
  }
  return text;
}
