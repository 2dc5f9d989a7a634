import { compile } from '../definition/compile.ts';
import { cellScope } from '../facts/cell-scope.ts';
import { evaluate } from '../formula/evaluate.ts';
import type { Definition } from '../generated/definition.ts';
import type { FactReader } from '../record/fact-reader.ts';
import { nextWorkday, workdaysBetween, workdayTest } from '../time/calendar.ts';
import { isDate, type DateText } from '../time/date.ts';
import { childPeriods, parsePeriod } from '../time/period.ts';
import { toDateText } from '../time/serial.ts';

/** A year like any other, whose periods stand for all. */
const YEAR = '2025';

/**
 * Working days (weekends only) from the first day of filling in to the deadline, both counted, in the shortest period
 * of a year. `undefined` without a filing, for periods that no calendar knows, and where the days depend on more than
 * the period.
 */
export function shortestNotice(definition: Definition): number | undefined {
  const { filing } = definition;
  if (!filing) return undefined;
  const compiled = compile(definition);
  const isWorkday = workdayTest();
  const days = (filing.period === 'year' ? [YEAR] : childPeriods(YEAR, filing.period)).flatMap((periodCode) => {
    const period = parsePeriod(periodCode);
    if (!period) return [];
    const around = {
      organisations: { organisation: () => undefined },
      facts: NO_FACTS,
      now: `${period.endOn}T09:00:00`,
      isWorkday,
    };
    const day = (formula: string): DateText | undefined => {
      const value = evaluate(
        compiled.formula(formula),
        cellScope(compiled, { subjectId: '', subject: 'organisation', periodCode }, around),
      );
      return typeof value === 'number' ? toDateText(value) : isDate(value) ? value : undefined;
    };
    const opens = filing.opens === undefined ? period.startOn : day(filing.opens);
    const due = day(filing.due);
    return opens === undefined || due === undefined
      ? []
      : [workdaysBetween(opens, nextWorkday(due, isWorkday), isWorkday)];
  });
  return days.length === 0 ? undefined : Math.min(...days);
}

const NO_FACTS: FactReader = {
  declaration: () => undefined,
  read: ({ id }) => ({ id, num: null, den: null, value: null, sources: [], missing: 'no-definition' }),
};
