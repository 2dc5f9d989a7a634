import { parseBlock } from '@jiceng/core/table/clipboard.js';

/** Most lines that are read; nobody pastes more by hand. */
const MOST_LINES = 2000;
/** Most characters of one line. */
const LONGEST = 5000;

/** The rows of a pasted text with their cells, blanks around them removed and empty rows left out. */
export function pastedRows(text: string): string[][] {
  const plain = text
    .replace(/^\ufeff/, '')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u3000]/g, ' ')
    .replace(/[\u200b-\u200f\u2060]/g, '');
  const rows = plain.includes('\t')
    ? parseBlock(plain)
    : (fromMarkdown(plain) ?? plain.split(/\r\n|\r|\n/).map((line) => [line]));
  return rows
    .slice(0, MOST_LINES)
    .map((row) => row.map((cell) => cell.slice(0, LONGEST).trim()))
    .filter((row) => row.some((cell) => cell !== ''));
}

/** A table drawn with bars, as chat tools and wikis give it. */
function fromMarkdown(text: string): string[][] | undefined {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length < 2 || !lines.every((line) => /^\|.*\|$/.test(line))) return undefined;
  return lines.filter((line) => !/^[|\s:-]+$/.test(line)).map((line) => line.slice(1, -1).split('|'));
}

/** Rows of one column only, as lines. */
export const isList = (rows: readonly (readonly string[])[]): boolean =>
  rows.every((row) => row.filter((cell) => cell !== '').length <= 1);
