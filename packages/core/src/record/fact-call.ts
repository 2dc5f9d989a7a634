import type { FactCall } from '../formula/run.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import { parsePeriod, periodOf } from '../time/period.ts';
import type { FactQuery, FactValue } from './fact-reader.ts';

/**
 * What a call of FACT and its like asks for: whom it is about and the period in which it stands (none for records
 * without one).
 */
export function queryOf(
  { id, by, offset, kind, under }: Omit<FactCall, 'part'>,
  subjectId: string,
  periodCode: string | undefined,
  today: string,
): FactQuery {
  const code = kind === undefined ? periodCode : periodOf(parsePeriod(periodCode ?? '')?.startOn ?? today, kind);
  return {
    id,
    subjectId,
    ...(code === undefined ? {} : { periodCode: code }),
    ...(by === undefined ? {} : { by }),
    ...(offset === undefined ? {} : { offset }),
    ...(under ? { under } : {}),
  };
}

/** What the call gives: the part asked for, or the error value that says why there is none. */
export function valueOfCall({ id, num, den, value, missing }: FactValue, part: FactCall['part']): Value {
  const found = part === 'num' ? num : part === 'den' ? den : (value as Value);
  if (found !== null) return found;
  if (missing === 'error') return new FormulaError('#VALUE!', 'failed', id);
  return missing === 'no-denominator' && part === 'value'
    ? new FormulaError('#DIV/0!', 'division-by-zero', id)
    : new FormulaError('#N/A', 'not-available', id);
}
