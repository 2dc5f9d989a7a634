import { refusal } from '../book/refusal.ts';
import type { Workbook } from '../book/workbook.ts';
import { detectEncoding } from '../text/encoding.ts';
import type { Limits } from './limits.ts';
import type { Pace } from './pace.ts';
import { readCsv } from './read-csv.ts';
import { readHtml } from './read-html.ts';
import type { ReadOptions } from './read-sheets.ts';

/** What a page says about its own encoding, in its first bytes. */
const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i;

/** A workbook of one sheet out of a text file: separated texts, or the tables of a web page. All values are texts. */
export async function readText(bytes: Uint8Array, options: ReadOptions, limits: Limits, pace: Pace): Promise<Workbook> {
  const encoding = options.encoding ?? detectEncoding(bytes);
  const sheet = (options.name ?? 'CSV').replace(/\.\w+$/, '');
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '');
  const start = text.slice(0, 4_096).replace(/^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*/, '');
  // Systems export tables as web pages, under the names of Excel files.
  if (/^<(!doctype html|html|head|meta|body|style|table|div|center)\b/i.test(start))
    return { ...(await readHtml(declared(text, bytes) ?? text, sheet, limits, pace)), encoding };
  if (/^\s*<\?xml/.test(text)) throw refusal('other-format', { part: 'XML' });
  if (/^MIME-Version:/i.test(text)) throw refusal('other-format', { part: '单个文件网页（.mht）' });
  if (/^\s*[{[]\s*["{\]}]/.test(text)) throw refusal('not-a-sheet', { part: 'JSON 数据，可能是系统的出错提示' });
  return { ...(await readCsv(text, sheet, limits, pace)), encoding };
}

/** The text in the encoding that the page declares, where it knows better than its bytes: Big5 looks like GB 18030. */
function declared(text: string, bytes: Uint8Array): string | undefined {
  const name = CHARSET.exec(text.slice(0, 4_096))?.[1] ?? '';
  return /^big5/i.test(name) ? new TextDecoder('big5').decode(bytes) : undefined;
}
