import type { MemberMeasure } from '../../generated/report.ts';
import { compare, divide, round15, sumOf } from '../../number/arithmetic.ts';

/** What is taken of the values of members; there is at least one. */
export function taken(values: readonly number[], take: Exclude<NonNullable<MemberMeasure['take']>, 'count'>): number {
  const sorted = [...values].sort(compare);
  const at = (place: number): number => sorted[place] as number;
  const mean = (list: readonly number[]): number => round15(divide(sumOf(list), list.length));
  switch (take) {
    case 'min':
      return at(0);
    case 'max':
      return at(sorted.length - 1);
    case 'median':
      return mean([at((sorted.length - 1) >> 1), at(sorted.length >> 1)]);
    case 'mean':
      return mean(sorted);
    case 'sum':
      return round15(sumOf(sorted));
  }
}
