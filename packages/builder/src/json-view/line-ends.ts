import { spliceBetween } from '../document/splice.ts';

/** A text as editors hold it: they know one end of a line only. */
export const withPlainEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/**
 * What was made of a document's text in an editor, with the ends of lines that the document has; new lines end like its
 * first.
 */
export function withOwnEnds(text: string, edited: string): string {
  const [end] = /\r\n?/.exec(text) ?? [];
  if (end === undefined) return edited;
  const change = spliceBetween(withPlainEnds(text), edited);
  if (!change) return text;
  const from = placeOf(text, change.at);
  const to = placeOf(text, change.at + change.removed.length);
  return text.slice(0, from) + change.inserted.replace(/\n/g, end) + text.slice(to);
}

/** Where the character stands that is number `at` once ends of lines are plain. */
function placeOf(text: string, at: number): number {
  let place = 0;
  for (let passed = 0; passed < at; passed++) place += text.startsWith('\r\n', place) ? 2 : 1;
  return place;
}
