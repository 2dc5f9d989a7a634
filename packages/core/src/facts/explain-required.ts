import { round15, subtract, sumOf } from '../number/arithmetic.ts';
import type { Num } from '../number/decimal.ts';
import type { Requirement } from '../generated/definition.ts';
import { PUNCTUATION } from '../text/punctuation.ts';
import type { Language } from '../text/problem.ts';
import { parsePeriod } from '../time/period.ts';
import { periodWords } from '../time/period-words.ts';
import type { RequiredBucket, RequiredState } from '../record/fact-reader.ts';

const TEXTS = {
  'zh-CN': {
    counted: (required: string, done: string) => `应完成 ${required} 次，按要求完成 ${done} 次`,
    lacking: (title: string, count: string, periods: string) => `${title}缺 ${count} 次（${periods}）`,
    running: (periods: string) => `${periods}尚未结束，暂不计入`,
    doneSoFar: (count: string) => `，其中已完成 ${count} 次，期满后计入`,
  },
  en: {
    counted: (required: string, done: string) => `${required} required, ${done} done as required`,
    lacking: (title: string, count: string, periods: string) => `${title}: ${count} missing (${periods})`,
    running: (periods: string) => `Not over and not counted yet: ${periods}`,
    doneSoFar: (count: string) => `; ${count} done there so far will count in the end`,
  },
} as const;

/**
 * What a fact with requirements counted, what is missing where, and which periods still run; a sentence each. The
 * fact's `requirements` are in the reader's language.
 */
export function explainRequired(
  { ended, running }: RequiredState,
  requirements: readonly Requirement[],
  language: Language,
): string[] {
  const texts = TEXTS[language];
  const { list, semicolon, stop } = PUNCTUATION[language];
  const periods = (codes: Iterable<string>): string => [...codes].map((code) => periodWords(code, language)).join(list);
  const lines: string[] = [];
  if (ended.length > 0)
    lines.push(
      texts.counted(
        total(ended, ({ required }) => required),
        total(ended, inTime),
      ),
    );
  const missing = [...lacking(ended)].map(([key, buckets]) =>
    texts.lacking(
      requirements.find((each) => each.key === key)?.title ?? key,
      total(buckets, ({ required, done }) => subtract(required, done)),
      periods(buckets.map(({ periodCode }) => periodCode)),
    ),
  );
  if (missing.length > 0) lines.push(missing.join(semicolon));
  if (running.length > 0) {
    const done = total(running, inTime);
    lines.push(
      texts.running(periods(new Set(running.map(({ periodCode }) => periodCode).sort(soonestFirst)))) +
        (done === '0' ? '' : texts.doneSoFar(done)),
    );
  }
  return lines.map((line) => line + stop.trim());
}

/** Beyond what is required nothing counts. */
const inTime = ({ required, done }: RequiredBucket): number => Math.min(required, done);

/** Buckets in which something is missing, by requirement. */
function lacking(ended: readonly RequiredBucket[]): ReadonlyMap<string, readonly RequiredBucket[]> {
  const found = new Map<string, RequiredBucket[]>();
  for (const bucket of ended)
    if (bucket.done < bucket.required) found.set(bucket.key, [...(found.get(bucket.key) ?? []), bucket]);
  return found;
}

function total(buckets: readonly RequiredBucket[], count: (bucket: RequiredBucket) => Num): string {
  return String(round15(sumOf(buckets.map(count))));
}

/** Periods that all run today: what began last is the shortest. */
const soonestFirst = (a: string, b: string): number =>
  startOf(a) < startOf(b) ? 1 : startOf(a) > startOf(b) ? -1 : b.length - a.length;
const startOf = (code: string): string => parsePeriod(code)?.startOn ?? '';
