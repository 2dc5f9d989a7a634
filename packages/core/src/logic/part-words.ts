import type { Literal, Node } from '../formula/tree.ts';
import { plainText } from '../schema/fields/kinds.ts';
import { SPOKEN } from './speak.messages.ts';
import type { Word, WordKind, Words } from './words.ts';

/** The word of what a part of a formula names, if it names one thing. */
export function wordOf(node: Node | null | undefined, words: Words): Word | undefined {
  switch (node?.type) {
    case 'name':
      return words.name(node.name);
    case 'cell':
      return words.cell(node.column);
    case 'column':
      return words.column(node.list, node.column);
    case 'call':
      return node.name === 'N' || node.name === 'IFNA' || node.name === 'IFERROR'
        ? wordOf(node.args[0], words)
        : node.name.startsWith('FACT') && node.args[0]?.type === 'literal'
          ? words.fact(String(node.args[0].value))
          : undefined;
    default:
      return undefined;
  }
}

const DATES: ReadonlySet<string> = new Set(['TODAY', 'NOW', 'DATE', 'EDATE', 'EOMONTH', 'WORKDAY']);

/** What a part of a formula gives, as far as words need to know. */
export function kindOf(node: Node | null | undefined, words: Words): WordKind {
  if (!node) return 'unknown';
  if (node.type === 'literal')
    return typeof node.value === 'number' ? 'number' : typeof node.value === 'boolean' ? 'boolean' : 'text';
  if (node.type === 'call') {
    if (DATES.has(node.name)) return 'date';
    if (node.name === 'MAX' || node.name === 'MIN' || node.name === 'IF')
      return kindOf(node.args[node.name === 'IF' ? 1 : 0], words);
    return wordOf(node, words)?.kind ?? 'unknown';
  }
  if (node.type === 'chain') {
    const dates = node.rest.filter(({ operand }) => kindOf(operand, words) === 'date').length;
    return kindOf(node.first, words) === 'date' &&
      dates === 0 &&
      node.rest.every(({ operator }) => operator === '+' || operator === '-')
      ? 'date'
      : 'number';
  }
  return wordOf(node, words)?.kind ?? 'unknown';
}

/**
 * Values as people write them: options by their title, yes and no, texts in quotation marks, numbers with the unit of
 * what they are compared with.
 */
export function spokenValue(value: Literal, beside: Word | undefined, words: Words): string {
  const text = SPOKEN[words.language];
  const option = beside?.options.find((each) => each.value === value);
  if (option) return text.quoted(option.title);
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value === 'number')
    return `${value}${beside?.kind === 'number' && beside.unit !== undefined ? (words.language === 'en' ? ` ${beside.unit}` : beside.unit) : ''}`;
  return value === '' ? text.nothing : text.quoted(plainText(value));
}
