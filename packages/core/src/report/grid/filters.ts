import type { MemberFilter } from '../../generated/report.ts';

/** Filters of a block together with those that the reader chose. */
export function allFilters(
  filter: readonly MemberFilter[] | undefined,
  chosen: Readonly<Record<string, readonly string[]>> | undefined,
): readonly MemberFilter[] {
  const picked = Object.entries(chosen ?? {})
    .filter(([, ids]) => ids.length > 0)
    .map(([dimension, ids]) => ({ dimension, in: [...ids] }));
  return [...(filter ?? []), ...picked];
}
