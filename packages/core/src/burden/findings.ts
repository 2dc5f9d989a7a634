import type { Problem } from '../text/problem.ts';

/** What a rule found: nothing, or problems that warn or block. */
export interface Findings {
  readonly blocked?: readonly Problem[];
  readonly warned?: readonly Problem[];
}

/** A share as it is written in a sentence: one decimal at most. */
export const round = (share: number): string => String(Math.round(share * 10) / 10);
