import { guess, type Guess } from './guess.ts';
import type { HeaderArea } from './find-header.ts';
import type { LeftOut } from './result.ts';
import type { SheetView } from './view.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };
import { endsIn, isFooter, isNote, shownHeading } from './words.ts';

const LEDGER = new RegExp(vocabulary.ledgerWords.join('|'));
/** Ends of lines above a title that are no part of it: who sent it, in which letter. */
const BREAK = endsIn([...vocabulary.titleBreaks, ...vocabulary.ledgerWords]);

/** The ledger's name, and the other lines above the headings. */
export function findTitle(
  view: SheetView,
  header: HeaderArea,
  fileName: string | undefined,
): { title: Guess<string>; above: LeftOut[] } {
  const lines: { text: string; row: number }[] = [],
    above: LeftOut[] = [];
  for (let row = 0; row < header.top; row += 1) {
    const texts: string[] = [];
    for (let column = 0; column < view.width; column += 1) {
      const value = view.ownValue(row, column);
      if (value !== null) texts.push(String(value).trim());
    }
    if (texts.length === 0) continue;
    const text = shownHeading(isTitleBesideLabels(view, row, texts) ? texts[0]! : texts.join(' '));
    const isTitle =
      (texts.length <= 2 || text === shownHeading(texts[0]!)) &&
      text.length >= 3 &&
      text.length <= 60 &&
      !/[:：]\s*\S/.test(text) &&
      !isFooter(text) &&
      !isNote(text) &&
      !/^(附件|附表|表)\s*[\d一二三四五六七八九十]*$/.test(text);
    if (isTitle) lines.push({ text, row });
    else
      above.push({
        code: 'above',
        place: String(row + 1),
        text,
        reason: { 'zh-CN': '表头上面的说明', en: 'a line above the headings' },
      });
  }
  const first = lines.findIndex(({ text }) => LEDGER.test(text));
  const named = joined(view, lines, Math.max(0, first));
  for (const line of lines)
    if (named && (line.row < named.from || line.row > named.row))
      above.push({
        code: 'above',
        place: String(line.row + 1),
        text: line.text,
        reason: { 'zh-CN': '表头上面的说明', en: 'a line above the headings' },
      });
  if (named)
    return {
      title: guess(
        named.text.replace(/^附件\s*[\d一二三四五六七八九十]*\s*[:：]?\s*/, '') || named.text,
        0.9,
        '表头上面的标题行',
        'the title above the headings',
      ),
      above,
    };
  const sheet = view.sheet.name.trim();
  if (sheet !== '' && !/^(sheet|工作表|表)\s*\d*$/i.test(sheet))
    return { title: guess(sheet.slice(0, 60), 0.7, '工作表的名称', 'the name of the sheet'), above };
  const file = (fileName ?? '').replace(/\.\w+$/, '').trim();
  return { title: guess(file === '' ? '导入的台账' : file.slice(0, 60), 0.4, '文件名', 'the name of the file'), above };
}

/** Whether a ledger's name stands over several columns, with a date or what else belongs to the sheet to its right. */
function isTitleBesideLabels(view: SheetView, row: number, texts: readonly string[]): boolean {
  if (texts.length < 2 || !LEDGER.test(texts[0]!)) return false;
  const area = view.areaAt(
    row,
    view.sheet.rows[row]!.values.findIndex((value) => value !== null),
  );
  return area !== undefined && area.right - area.left >= 2;
}

/** The line at `at` with the one before it where a long title goes on in it: they follow each other and look alike. */
function joined(
  view: SheetView,
  lines: readonly { readonly text: string; readonly row: number }[],
  at: number,
): { readonly text: string; readonly from: number; readonly row: number } | undefined {
  const line = lines[at],
    before = lines[at - 1];
  if (!line) return;
  const look = (row: number): string => {
    const column = view.sheet.rows[row]?.values.findIndex((value) => value !== null) ?? 0;
    return JSON.stringify(view.style(row, Math.max(0, column)));
  };
  const goesOn =
    before !== undefined &&
    before.row === line.row - 1 &&
    look(before.row) === look(line.row) &&
    view.areaAt(line.row, 0) !== undefined &&
    view.areaAt(before.row, 0) !== undefined &&
    !BREAK.test(before.text);
  return goesOn
    ? { text: before.text + line.text, from: before.row, row: line.row }
    : { text: line.text, from: line.row, row: line.row };
}
