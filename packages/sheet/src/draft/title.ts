import { guess, type Guess } from './guess.ts';
import type { HeaderArea } from './find-header.ts';
import type { LeftOut } from './result.ts';
import type { SheetView } from './view.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };
import { isFooter, isNote, shownHeading } from './words.ts';

const LEDGER = new RegExp(vocabulary.ledgerWords.join('|'));

/** The ledger's name, and the other lines above the headings. */
export function findTitle(view: SheetView, header: HeaderArea, fileName: string | undefined): { title: Guess<string>; above: LeftOut[] } {
  const lines: { text: string; row: number }[] = [], above: LeftOut[] = [];
  for (let row = 0; row < header.top; row += 1) {
    const texts: string[] = [];
    for (let column = 0; column < view.width; column += 1) { const value = view.ownValue(row, column); if (value !== null) texts.push(String(value).trim()); }
    if (texts.length === 0) continue;
    const text = shownHeading(texts.join(' '));
    const isTitle = texts.length <= 2 && text.length >= 3 && text.length <= 60 && !/[:：]\s*\S/.test(text) && !isFooter(text) && !isNote(text) && !/^(附件|附表|表)\s*[\d一二三四五六七八九十]*$/.test(text);
    if (isTitle) lines.push({ text, row });
    else above.push({ code: 'above', place: String(row + 1), text, reason: { 'zh-CN': '表头上面的说明', en: 'a line above the headings' } });
  }
  const named = lines.find(({ text }) => LEDGER.test(text)) ?? lines[0];
  for (const line of lines) if (line !== named) above.push({ code: 'above', place: String(line.row + 1), text: line.text, reason: { 'zh-CN': '表头上面的说明', en: 'a line above the headings' } });
  if (named) return { title: guess(named.text.replace(/^附件\s*[\d一二三四五六七八九十]*\s*[:：]?\s*/, '') || named.text, 0.9, '表头上面的标题行', 'the title above the headings'), above };
  const sheet = view.sheet.name.trim();
  if (sheet !== '' && !/^(sheet|工作表|表)\s*\d*$/i.test(sheet)) return { title: guess(sheet.slice(0, 60), 0.7, '工作表的名称', 'the name of the sheet'), above };
  const file = (fileName ?? '').replace(/\.\w+$/, '').trim();
  return { title: guess(file === '' ? '导入的台账' : file.slice(0, 60), 0.4, '文件名', 'the name of the file'), above };
}
