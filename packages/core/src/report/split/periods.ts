import type { Dimension } from '../../generated/report.ts';
import { parsePeriod, periodOf, type PeriodSpan } from '../../time/period.ts';
import { isDate } from '../../time/date.ts';
import { periodWords } from '../../time/period-words.ts';
import { Split, type Members } from './members.ts';
import { languageOf } from '../words/report.messages.ts';
import type { RowTable } from '../rows/table.ts';
import type { SplitContext } from './context.ts';

export function periodMember(code: string, members: Members, context: SplitContext): number {
  return members.number(code, () => ({
    title: periodWords(code, languageOf(context.locale)),
    parent: -1,
    order: parsePeriod(code)?.startOn ?? code,
  }));
}

export function splitPeriods(dimension: Dimension, table: RowTable, members: Members, context: SplitContext): Split {
  const shown = context.periodsOf(dimension);
  const allowed = shown && new Set(shown);
  const whens = whensOf(table);
  const byCode: number[] = [];
  return new Split(table.length, (row) => {
    const code = whens.codes[row] as number;
    return code < 0
      ? -1
      : (byCode[code] ??= memberOfWhen(
          whens.values[code] as string,
          dimension.period as NonNullable<Dimension['period']>,
          allowed,
          members,
          context,
        ));
  });
}

function memberOfWhen(
  when: string,
  kind: NonNullable<Dimension['period']>,
  allowed: ReadonlySet<string> | undefined,
  members: Members,
  context: SplitContext,
): number {
  const span = spanOf(when);
  const code = span && periodOf(span.startOn, kind);
  // A row of a longer period cannot be divided among shorter ones.
  if (!span || code === undefined || span.endOn > (parsePeriod(code)?.endOn ?? '') || (allowed && !allowed.has(code)))
    return -1;
  return periodMember(code, members, context);
}

export function whensOf(table: RowTable) {
  return table.texts('when', ({ when }) => when);
}

function spanOf(when: string): Days | undefined {
  return when.length === 10 && isDate(when) ? { startOn: when, endOn: when } : parsePeriod(when);
}

/** First and last day of something; days compare as texts. */
export type Days = Pick<PeriodSpan, 'startOn' | 'endOn'>;

/** The days of periods; codes that stand for none are left out. */
export function daysOf(codes: readonly string[]): readonly Days[] {
  return codes.map((code) => parsePeriod(code)).filter((period): period is PeriodSpan => period !== undefined);
}

/** Whether a day or a whole period lies in one of these. */
export function liesIn(when: string, spans: readonly Days[]): boolean {
  const span = spanOf(when);
  return span !== undefined && spans.some(({ startOn, endOn }) => startOn <= span.startOn && span.endOn <= endOn);
}
