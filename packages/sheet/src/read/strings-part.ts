import { cellText, richText } from '../xml/tags.ts';
import type { Archive } from './archive.ts';
import type { Pace } from './pace.ts';
import { refusal } from '../book/refusal.ts';

/** Longest piece of a part that is held back because its end has not come; cells are far shorter. */
export const LONGEST_PIECE = 4 << 20;

/** The texts that cells name by their number. */
export async function readStrings(
  archive: Archive,
  part: string,
  pace: Pace,
  progress: (length: number) => number,
): Promise<string[]> {
  const strings: string[] = [];
  let text = '',
    prefix: string | undefined;
  for await (const piece of archive.pieces(part)) {
    text += piece;
    prefix ??= prefixOf(text, 'sst', part);
    if (prefix === undefined) continue;
    const open = `<${prefix}si`,
      close = `</${prefix}si>`,
      single = `<${prefix}si><${prefix}t>`,
      singleEnd = `</${prefix}t></${prefix}si>`;
    let at = 0;
    for (;;) {
      const start = text.indexOf(open, at);
      if (start < 0) break;
      const tag = text.indexOf('>', start);
      if (tag < 0) break;
      if (text.charCodeAt(tag - 1) === 47) {
        strings.push('');
        at = tag + 1;
        continue;
      }
      const end = text.indexOf(close, tag);
      if (end < 0) break;
      const simple =
        text.startsWith(single, start) && text.startsWith(singleEnd, end - singleEnd.length + close.length);
      strings.push(
        simple
          ? cellText(text.slice(start + single.length, end - singleEnd.length + close.length))
          : richText(text.slice(tag + 1, end), part),
      );
      at = end + close.length;
    }
    text = text.slice(at);
    if (text.length > LONGEST_PIECE) throw refusal('damaged', { part });
    if (pace.due) await pace.pause(progress(piece.length));
    else progress(piece.length);
  }
  return strings;
}

/** The prefix (`x:` or none) that the document gives its names, known once its root is there. Throws at a DOCTYPE. */
export function prefixOf(text: string, root: string, part: string): string | undefined {
  if (/<!DOCTYPE/i.test(text.slice(0, 100_000))) throw refusal('doctype', { part });
  const match = new RegExp(`<(\\w+:)?${root}[\\s/>]`).exec(text);
  return match ? (match[1] ?? '') : undefined;
}
