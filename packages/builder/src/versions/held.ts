import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { own, type Json } from '@jiceng/core/json/json.js';
import { valuesAt } from '@jiceng/core/record/values-at.js';
import type { Difference } from '@jiceng/core/version/difference.js';

/** How many records hold a value that a difference is about; `undefined` where it is about none. */
export function heldBy({ field, touch, part, data }: Difference, records: readonly StoredRecord[]): number | undefined {
  if (touch === 'none') return undefined;
  if (part === 'state') return records.filter(({ state }) => data?.codes?.some(({ from }) => from === state)).length;
  if (part === 'step')
    return records.filter(({ steps }) => data?.codes?.some(({ from }) => own(steps, String(from)) !== undefined))
      .length;
  if (field === undefined) return undefined;
  const codes = data?.codes?.map(({ from }) => from);
  return records.filter((record) =>
    valuesAt(record.data as Json, field).some((value) => codes === undefined || codes.includes(value)),
  ).length;
}

/** What a list of differences is narrowed to. */
export type DifferenceFilter = 'all' | 'touching' | 'content' | 'words';

const isWords = ({ happening }: Difference): boolean => happening === 'words' || happening === 'order';

export const FILTERS: Readonly<Record<DifferenceFilter, (difference: Difference) => boolean>> = {
  all: () => true,
  touching: ({ touch }) => touch !== 'none',
  content: (each) => !isWords(each),
  words: isWords,
};
