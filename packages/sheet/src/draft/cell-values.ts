import { round15 } from '@jiceng/core/number/arithmetic.js';
import { halfWidth, readNumber } from '@jiceng/core/typed/typed-number.js';
import type { Found } from './column-values.ts';
import { MEASURE } from './words.ts';

const YES = new Set(['是', '√', '✓', '✔', '☑', 'Y', 'y', 'YES', 'Yes', 'TRUE', '对']),
  NO = new Set(['否', '×', '✗', '✘', '☐', 'N', 'n', 'NO', 'No', 'FALSE', '不是', '错', '□', '']);
/** `☑是 □否`: both words with a box before each. */
const TICKED = /^([☑☒■√✓✔]|[□☐○])\s*(?:是|有)\s*([☑☒■√✓✔]|[□☐○])\s*(?:否|无)$/;

/** What a cell says that answers a question with yes or no, or ticks a box; nothing for other words. */
export function truthOf(text: string): boolean | undefined {
  if (YES.has(text)) return true;
  if (NO.has(text)) return false;
  const [, yes = '', no = ''] = TICKED.exec(text) ?? [];
  const isYes = /[^□☐○]/.test(yes);
  return yes === '' || isYes === /[^□☐○]/.test(no) ? undefined : isYes;
}

/** A number with the unit behind it. */
export interface Measure {
  readonly number: number;
  readonly unit: string | undefined;
}

/**
 * A number with its unit out of a cell, without what computing left behind its fifteenth digit; nothing for what is
 * none.
 */
export function numberOf(found: Pick<Found, 'value' | 'text'>): Measure | undefined {
  if (typeof found.value === 'number') return { number: round15(found.value), unit: undefined };
  if (typeof found.value !== 'string') return;
  const match = MEASURE.exec(halfWidth(found.text).replace(/\s/g, ''));
  const read = match && readNumber(match[1]!);
  return read && read.ok && read.value !== undefined ? { number: read.value, unit: match[2] } : undefined;
}

/** Parts of a cell that names several choices. */
export const splitChoices = (text: string): string[] =>
  text
    .split(/[、;；,，/\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
