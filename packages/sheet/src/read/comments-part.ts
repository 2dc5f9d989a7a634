import { parseArea } from '../book/address.ts';
import { cellKey } from '../book/workbook.ts';
import { attributesOf, richText, tagsOf } from '../xml/tags.ts';

/** Notes on cells, without the name of who wrote them. */
export function readComments(text: string, part: string): Map<number, string> {
  const found = new Map<number, string>();
  let open: { key: number; from: number } | undefined;
  for (const { name, kind, source, start, end } of tagsOf(text, part)) {
    if (name !== 'comment') continue;
    if (kind === 'open') {
      const area = parseArea(attributesOf(source).get('ref') ?? '');
      open = area ? { key: cellKey(area.top, area.left), from: end } : undefined;
    } else if (kind === 'close' && open) {
      const note = richText(text.slice(open.from, start), part)
        .replace(/^[^\n:：]{1,30}[:：]\s*\n/, '')
        .trim();
      if (note !== '') found.set(open.key, note.slice(0, 2_000));
      open = undefined;
    }
  }
  return found;
}
