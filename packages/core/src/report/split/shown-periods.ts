import type { Dimension } from '../../generated/report.ts';
import { offsetPeriod, parsePeriod, periodOf } from '../../time/period.ts';

/**
 * The periods of a dimension that are shown, oldest first, those to come left out; undefined where nothing was chosen:
 * then those that occur.
 */
export function periodsShown(
  dimension: Dimension,
  period: string | undefined,
  today: string,
): readonly string[] | undefined {
  return allPeriods(dimension, period)?.filter((code) => (parsePeriod(code)?.startOn ?? '') <= today);
}

function allPeriods(dimension: Dimension, period: string | undefined): readonly string[] | undefined {
  const span = period === undefined ? undefined : parsePeriod(period);
  const kind = dimension.period;
  if (!span || !kind) return undefined;
  const found: string[] = [];
  if (dimension.span === undefined) {
    // Those in the chosen period, or the one around it where it is shorter.
    for (
      let code = periodOf(span.startOn, kind);
      code !== undefined && (parsePeriod(code)?.startOn ?? '') <= span.endOn;
      code = offsetPeriod(code, 1)
    )
      found.push(code);
    return found;
  }
  const last = periodOf(span.endOn, kind);
  for (let by = 1 - dimension.span; by <= 0; by++) {
    const code = last === undefined ? undefined : offsetPeriod(last, by);
    if (code !== undefined) found.push(code);
  }
  return found;
}
