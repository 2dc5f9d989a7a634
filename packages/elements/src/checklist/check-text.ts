import { paperTable } from '../internal/paper-table.ts';
import type { CheckGroup, CheckItem } from './check-model.ts';
import { answerText } from './check-row.ts';
import type { ChecklistTexts } from './checklist.messages.ts';

/** The list as plain lines, in the definition's order. */
export function listText(groups: readonly CheckGroup[], texts: ChecklistTexts): string {
  const line = (item: CheckItem) =>
    item.title + texts.marks.colon + result(item, texts) + (item.note === '' ? '' : texts.marks.comma + item.note);
  return groups.flatMap(({ title, items }) => [title, ...items.map(line)]).join('\n');
}

/** One A4 table for printing tools. */
export function listHtml(
  groups: readonly CheckGroup[],
  title: string,
  fileName: (id: string) => string,
  texts: ChecklistTexts,
): string {
  let number = 0;
  return paperTable({
    title,
    about: '',
    heads: [texts.number, texts.check, texts.result, texts.remark],
    numbers: [],
    groups: groups.map((group) => ({
      title: group.title,
      rows: group.items.map((item) => [
        String(++number),
        [item.title, item.rule].filter(Boolean).join('\n'),
        result(item, texts),
        [item.note, ...item.files.map(fileName)].filter(Boolean).join(texts.marks.semicolon),
      ]),
    })),
    result: '',
  });
}

function result(item: CheckItem, texts: ChecklistTexts): string {
  return item.value === null ? texts.notChecked : answerText(item, item.value, texts);
}
