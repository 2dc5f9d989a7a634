import type { Answer } from './formula-recorded.ts';
import type { Formula } from '../src/formula/tree.ts';
import { isError, type Value } from '../src/formula/value.ts';

/** One reason for an answer that differs from LibreOffice's, and how such a formula is known. */
export interface Departure {
  readonly why: string;
  readonly applies: (formula: Formula, value: Value, answer: Answer) => boolean;
}

const calls = (formula: Formula, ...names: readonly string[]): boolean =>
  names.some((name) => formula.functions.includes(name));
const isOurError = (value: Value, name: string): boolean => isError(value) && value.error === name;
const isTheirError = (answer: Answer, name: string): boolean => typeof answer === 'object' && answer.error === name;

/** Every reason, by name. All follow Excel but the order of texts. */
export const DEPARTURES: ReadonlyMap<string, Departure> = new Map<string, Departure>([
  [
    'truth-values',
    {
      why: 'LibreOffice has no truth values: TRUE is the number 1 there, also for `&`, comparison, COUNT and ISNUMBER; we follow Excel',
      applies: (formula) =>
        (formula.names.some((name) => name === 'done' || name === 'late') &&
          (calls(formula, 'COUNT', 'ISLOGICAL') || /^(title&done|done>10)$/.test(formula.text))) ||
        calls(formula, 'ISNUMBER'),
    },
  ],
  [
    'written-text',
    {
      why: 'LibreOffice does not convert text that is written out in SUM; Excel does',
      applies: (formula, _, answer) => /^SUM\("3"/.test(formula.text) && isTheirError(answer, '#VALUE!'),
    },
  ],
  [
    'find-nothing',
    {
      why: 'FIND of an empty text is the position where the search begins in Excel, #VALUE! in LibreOffice',
      applies: (formula, value, answer) => calls(formula, 'FIND') && value === 1 && isTheirError(answer, '#VALUE!'),
    },
  ],
  [
    'mround-sign',
    {
      why: 'MROUND of numbers with different signs is #NUM! in Excel; LibreOffice rounds',
      applies: (formula, value) => calls(formula, 'MROUND') && isOurError(value, '#NUM!'),
    },
  ],
  [
    'log-base-one',
    {
      why: 'LOG to base 1 is #DIV/0! in Excel, Err:502 (#NUM!) in LibreOffice',
      applies: (formula, value) => calls(formula, 'LOG') && isOurError(value, '#DIV/0!'),
    },
  ],
  [
    'format-point',
    {
      why: 'the format `#.##` keeps its point in Excel, as in `2.`; LibreOffice drops it',
      applies: (formula, value, answer) => formula.text.endsWith('"#.##")') && value === `${String(answer)}.`,
    },
  ],
  [
    'text-order',
    {
      why: 'we order texts by code unit without regard to case; Excel and LibreOffice order by language (punctuation, pinyin)',
      applies: (formula, value, answer) =>
        /[<>]/.test(formula.text) &&
        /"a,b"|code/.test(formula.text) &&
        typeof value === 'boolean' &&
        typeof answer === 'number',
    },
  ],
]);

/** The name of the reason why `value` differs from `answer`, or `undefined` when none is known. */
export function departureOf(formula: Formula, value: Value, answer: Answer): string | undefined {
  for (const [id, { applies }] of DEPARTURES) if (applies(formula, value, answer)) return id;
  return undefined;
}
