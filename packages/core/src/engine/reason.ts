import { codePoints } from '../schema/fields/field-value.ts';
import { problem, type Problem } from '../text/problem.ts';

/** Characters that a reason has at least, where one is needed. */
export const SHORTEST_REASON = 5;

/** Characters that a record keeps of a reason; a longer one is refused, never cut. */
const LONGEST_REASON = 1000;

/** What is wrong with the reason given for a move or a return. */
export function reasonProblems(reason: string, isNeeded: boolean): Problem[] {
  if (isNeeded && codePoints(reason.trim()) < SHORTEST_REASON)
    return [
      problem(
        '',
        'reason',
        `请说明理由，不少于 ${SHORTEST_REASON} 个字。`,
        `Give a reason of at least ${SHORTEST_REASON} characters.`,
      ),
    ];
  if (codePoints(reason) > LONGEST_REASON)
    return [
      problem(
        '',
        'reason',
        `理由最多 ${LONGEST_REASON} 个字，请精简。`,
        `A reason has at most ${LONGEST_REASON} characters; please shorten it.`,
      ),
    ];
  return [];
}
