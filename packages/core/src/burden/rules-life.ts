import type { Definition } from '../generated/definition.ts';
import { problem, type Problem } from '../text/problem.ts';
import { addDays, isDate, type DateText } from '../time/date.ts';
import type { Findings } from './findings.ts';
import { kindsAt } from './kinds.ts';
import { concerns } from './calendar.ts';
import { shortestNotice } from './notice.ts';

/** B12: what is done is verified by somebody else before it is closed well. */
export function verifiedClosing({ states, moves }: Definition): Findings {
  const closing = new Set(
    (states ?? []).filter(({ final, tone }) => final === true && tone === 'positive').map(({ id }) => id),
  );
  const blocked = (moves ?? []).flatMap((move, at) => {
    if (move.to === undefined || !closing.has(move.to)) return [];
    const separate = (move.by ?? []).every(
      ({ role, at: place, atAny, except }) =>
        role === 'verifier' ||
        role === 'reviewer' ||
        place === 'parent' ||
        place === 'ancestor' ||
        (except?.length ?? 0) > 0 ||
        atAny?.every((one) => one === 'parent' || one === 'ancestor') === true,
    );
    if (separate && (move.by?.length ?? 0) > 0) return [];
    return [
      problem(
        `/moves/${at}/by`,
        'burden-self-verified',
        `“${move.title}”须由承办单位以外的人员核验。`,
        `${move.title} must be done by somebody outside the responsible organisation`,
      ),
    ];
  });
  return { blocked };
}

/** B13: each level above the filler says what it does with the form, and no two do the same. */
export function workOfLevels({ filing }: Definition): Findings {
  const seen = new Set<string>();
  const warned: Problem[] = [];
  (filing?.review ?? []).forEach(({ does }, at) => {
    const work = does.trim();
    if (work.length < 4 || seen.has(work))
      warned.push(
        problem(
          `/filing/review/${at}/does`,
          'burden-idle-level',
          '请写明这一级审核、帮助或决定什么；没有事做的层级应当跳过。',
          'say what this level reviews, helps or decides; a level with nothing to do is skipped',
        ),
      );
    seen.add(work);
  });
  return { warned };
}

/** Working days from opening to the deadline. */
export const LEAST_NOTICE = 5;

/** B27: nobody asks in the morning for numbers at noon. */
export function enoughNotice(definition: Definition): Findings {
  const days = shortestNotice(definition);
  if (days === undefined || days >= LEAST_NOTICE) return {};
  return {
    blocked: [
      problem(
        '/filing/due',
        'burden-notice',
        `从开始填报到截止只有 ${Math.max(0, days)} 个工作日，至少要有 ${LEAST_NOTICE} 个。`,
        `only ${Math.max(0, days)} working days from opening to the deadline; at least ${LEAST_NOTICE} are needed`,
      ),
    ],
  };
}

/** Days of two years. */
const LONGEST_ADMISSION = 731;

/**
 * B28: what villages fill in is admitted until a day, at most two years ahead. Without `today` only the day's presence
 * is judged.
 */
export function admitted(definition: Definition, _others: readonly Definition[], today?: DateText): Findings {
  const { validUntil } = definition;
  if (!kindsAt('village', [definition]).some((kind) => concerns(definition, kind))) return {};
  const found = (zh: string, en: string): Findings => ({
    blocked: [problem('/validUntil', 'burden-admission', zh, en)],
  });
  if (validUntil === undefined || !isDate(validUntil))
    return found(
      '村级要填的表须写明准入有效期至哪一天，最长两年。',
      'a form for villages is admitted until a day, at most two years ahead',
    );
  if (today === undefined) return {};
  if (validUntil < today)
    return found(
      `准入有效期已于 ${validUntil} 届满，请重新准入或停用。`,
      `its admission ended on ${validUntil}; admit it again or retire it`,
    );
  return validUntil > addDays(today, LONGEST_ADMISSION)
    ? found(
        `准入有效期至 ${validUntil}，超过了两年。`,
        `it is admitted until ${validUntil}, which is more than two years ahead`,
      )
    : {};
}
