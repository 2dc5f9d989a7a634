import { bookOfTexts } from '../book/book-of-texts.ts';
import type { Row, Workbook } from '../book/workbook.ts';
import { unguarded } from '../text/guard.ts';
import type { Limits } from './limits.ts';
import type { Pace } from './pace.ts';
import { refusal } from '../book/refusal.ts';

const NO_STYLES: readonly number[] = [];
/** `="00123"`: how other programs keep Excel from taking a code for a number. */
const EXACT = /^="([^"]*)"$/;

/** A workbook of one sheet out of separated texts. All values are texts. */
export async function readCsv(text: string, sheet: string, limits: Limits, pace: Pace): Promise<Workbook> {
  const mark = separatorOf(text);
  const rows: Row[] = [];
  let values: string[] = [];
  let at = 0;
  const endRow = (): void => {
    if (rows.length >= limits.rows) throw refusal('rows', { sheet, limit: limits.rows });
    rows.push({
      values: values.some((value) => value !== '') ? values.map((value) => (value === '' ? null : value)) : [],
      styles: NO_STYLES,
    });
    values = [];
  };
  while (at < text.length) {
    let value: string;
    if (text.charCodeAt(at) === 34) {
      value = '';
      for (at += 1; ;) {
        const quote = text.indexOf('"', at);
        // One that is never closed stands for itself: it must not swallow the rest of the file.
        const end = quote < 0 ? endOfField(text, at, mark) : quote;
        value += text.slice(at, end);
        at = quote < 0 ? end : end + 1;
        if (text.charCodeAt(at) !== 34) break;
        value += '"';
        at += 1;
      }
    } else {
      const end = endOfField(text, at, mark);
      value = text.slice(at, end);
      at = end;
    }
    if (value.length > limits.cell)
      throw refusal('cell', { sheet, cell: `${rows.length + 1}:${values.length + 1}`, limit: limits.cell });
    if (values.length >= limits.columns)
      throw refusal('columns', { sheet, row: rows.length + 1, limit: limits.columns });
    values.push(unguarded(value.replace(/\r\n?/g, '\n')).trim().replace(EXACT, '$1'));
    // what stands behind a closing quote
    while (at < text.length && text[at] !== mark && text[at] !== '\n' && text[at] !== '\r') at += 1;
    if (text[at] === mark) {
      at += 1;
      if (at === text.length) values.push('');
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    endRow();
    if (pace.due) await pace.pause(at / text.length);
  }
  if (values.length > 0) endRow();
  while (rows.length > 0 && rows[rows.length - 1]!.values.length === 0) rows.pop();
  return bookOfTexts(sheet, rows);
}

function endOfField(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === mark || character === '\n' || character === '\r') return at;
  }
  return text.length;
}

/** The separator that the first lines have most of. */
function separatorOf(text: string): string {
  const head = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/, 20)
    .join('\n');
  let best = ',',
    most = 0;
  for (const mark of [',', '\t', ';', '|']) {
    const count = head.split(mark).length;
    if (count > most) [best, most] = [mark, count];
  }
  return best;
}
