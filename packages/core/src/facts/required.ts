import { evaluate } from '../formula/evaluate.ts';
import { FormulaError } from '../formula/value.ts';
import type { Requirement } from '../generated/definition.ts';
import { existedOn } from '../org/path.ts';
import type { RequiredBucket, RequiredState } from '../record/fact-reader.ts';
import { offsetPeriod, parsePeriod, periodOf, type PeriodSpan } from '../time/period.ts';
import { Amount } from './amount.ts';
import { cellScope } from './cell-scope.ts';
import type { FactStore } from './store.ts';
import type { FactSurroundings } from './surroundings.ts';
import type { Tally } from './tally.ts';

/**
 * What is required of a subject in a period and what was done of it, bucket by bucket. A bucket counts in the period in
 * which it ends, and only when it has ended before today, so that shorter periods always add up to longer ones; it does
 * not count where the organisation did not exist on its first and its last day.
 */
export function requiredBuckets(
  store: FactStore,
  subjectId: string,
  period: PeriodSpan,
  by: string | undefined,
  around: FactSurroundings,
): readonly RequiredBucket[] | FormulaError {
  return bucketsOf(store, subjectId, period, by, around, ({ endOn }, today) => endOn < today);
}

/**
 * Ended and running buckets; a running one whose requirement cannot be worked out yet is left out. `undefined` where a
 * formula fails.
 */
export function requiredState(
  store: FactStore,
  subjectId: string,
  period: PeriodSpan,
  by: string | undefined,
  around: FactSurroundings,
): RequiredState | undefined {
  const ended = requiredBuckets(store, subjectId, period, by, around);
  if (ended instanceof FormulaError) return undefined;
  const running = bucketsOf(
    store,
    subjectId,
    period,
    by,
    around,
    ({ startOn, endOn }, today) => startOn <= today && today <= endOn,
  );
  return { ended, running: running instanceof FormulaError ? [] : running };
}

function bucketsOf(
  store: FactStore,
  subjectId: string,
  period: PeriodSpan,
  by: string | undefined,
  around: FactSurroundings,
  isWanted: (bucket: PeriodSpan, today: string) => boolean,
): readonly RequiredBucket[] | FormulaError {
  const today = around.now.slice(0, 10);
  const found: RequiredBucket[] = [];
  for (const requirement of store.fact.required ?? []) {
    if (by !== undefined && requirement.key !== by) continue;
    let code = periodOf(period.startOn, requirement.every);
    for (
      let bucket = code && parsePeriod(code);
      bucket && bucket.endOn <= period.endOn && bucket.startOn <= today;
      bucket = code ? parsePeriod(code) : undefined
    ) {
      const required = isWanted(bucket, today) ? requiredIn(store, requirement, subjectId, bucket, around) : undefined;
      if (required instanceof FormulaError) return required;
      if (required !== undefined) {
        const done = new Amount();
        for (const entry of store.entries(subjectId, bucket, requirement.key)) {
          if (entry.error) return entry.error;
          done.take(entry.num);
        }
        found.push({ key: requirement.key, periodCode: bucket.code, required, done: done.number ?? 0 });
      }
      code = offsetPeriod(bucket.code, 1);
    }
  }
  return found;
}

/** How often it is required in one bucket; `undefined` where it is not required at all. */
function requiredIn(
  store: FactStore,
  requirement: Requirement,
  subjectId: string,
  bucket: PeriodSpan,
  around: FactSurroundings,
): number | undefined | FormulaError {
  const { subject } = store.fact;
  const organisation = subject === 'organisation' ? around.organisations.organisation(subjectId) : undefined;
  if (organisation && !(existedOn(organisation, bucket.startOn) && existedOn(organisation, bucket.endOn)))
    return undefined;
  const scope = cellScope(store.compiled, { subjectId, subject, periodCode: bucket.code }, around);
  if (requirement.when !== undefined) {
    const applies = evaluate(store.compiled.formula(requirement.when), scope);
    if (applies instanceof FormulaError) return applies;
    if (applies === false || applies === 0 || applies === null || applies === '') return undefined;
  }
  const count =
    typeof requirement.count === 'number'
      ? requirement.count
      : evaluate(store.compiled.formula(requirement.count), scope);
  if (count instanceof FormulaError) return count;
  return typeof count === 'number' && count > 0 ? count : undefined;
}

/** The tally of a fact with requirements: done, at most what is required, against what is required. */
export function requiredTally(
  store: FactStore,
  subjectId: string,
  period: PeriodSpan,
  by: string | undefined,
  around: FactSurroundings,
): Tally {
  const num = new Amount();
  const den = new Amount();
  const cells = store.cells(subjectId, period, by);
  for (const cell of cells) {
    num.take(cell.num);
    den.take(cell.den ?? null);
  }
  const all = store.entries(subjectId, period, by);
  const wanted = new Set(store.fact.required?.map(({ key }) => key));
  const entries = all.filter(({ keys }) => keys.some((key) => wanted.has(key)));
  const isKnown = cells.length > 0 || all.length > 0 || store.fact.empty === 'zero';
  if (cells.length > 0 || !isKnown) return { num, den, isKnown, entries };
  const buckets = requiredBuckets(store, subjectId, period, by, around);
  if (buckets instanceof FormulaError) return { num, den, isKnown, entries, error: buckets };
  num.take(0);
  den.take(0);
  for (const { required, done } of buckets) {
    num.take(Math.min(done, required));
    den.take(required);
  }
  return { num, den, isKnown, entries };
}
