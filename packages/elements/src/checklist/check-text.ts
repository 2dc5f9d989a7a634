import { escapeHTML } from '../internal/escape-html.ts';
import type { CheckGroup, CheckItem } from './check-model.ts';
import { answerText } from './check-row.ts';
import type { ChecklistTexts } from './checklist.messages.ts';

/** The list as plain lines, in the definition's order. */
export function listText(groups: readonly CheckGroup[], texts: ChecklistTexts): string {
  const line = (item: CheckItem) =>
    item.title + texts.marks.colon + result(item, texts) + (item.note === '' ? '' : texts.marks.comma + item.note);
  return groups.flatMap(({ title, items }) => [title, ...items.map(line)]).join('\n');
}

const CELL = 'border:0.5pt solid #000;padding:1.2mm 1.6mm;vertical-align:top;text-align:left';

/** One A4 table with inline styles; every value is escaped. */
export function listHtml(
  groups: readonly CheckGroup[],
  heading: string,
  fileName: (id: string) => string,
  texts: ChecklistTexts,
): string {
  let number = 0;
  const row = (cells: readonly string[]) =>
    `<tr style="page-break-inside:avoid">${cells.map((words) => `<td style="${CELL}">${escapeHTML(words)}</td>`).join('')}</tr>`;
  const rows = groups.map(({ title, items }) => {
    const head =
      title === '' ? '' : `<tr><th colspan="4" style="${CELL};background:#eee">${escapeHTML(title)}</th></tr>`;
    return (
      head +
      items
        .map((item) =>
          row([
            String(++number),
            [item.title, item.rule].filter(Boolean).join('\n'),
            result(item, texts),
            [item.note, ...item.files.map(fileName)].filter(Boolean).join(texts.marks.semicolon),
          ]),
        )
        .join('')
    );
  });
  const heads = [texts.number, texts.check, texts.result, texts.remark]
    .map((words) => `<th style="${CELL};background:#eee">${escapeHTML(words)}</th>`)
    .join('');
  return `<table style="width:100%;border-collapse:collapse;font-family:FangSong,STFangsong,serif;font-size:10.5pt;color:#000;white-space:pre-line"><caption style="font-family:SimHei,sans-serif;font-size:16pt;padding:2mm;text-align:center">${escapeHTML(heading)}</caption><thead style="display:table-header-group"><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function result(item: CheckItem, texts: ChecklistTexts): string {
  return item.value === null ? texts.notChecked : answerText(item, item.value, texts);
}
