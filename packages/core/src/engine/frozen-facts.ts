import type { FactUse, StoredRecord } from '../generated/record.ts';
import type { Json } from '../json/json.ts';
import { isOpenForFilling } from '../life/states.ts';
import type { FactQuery, FactReader, FactValue } from '../record/fact-reader.ts';

/** Sources copied into a record; the rest is counted. */
const MOST_SOURCES = 2000;

const keyOf = ({
  id,
  by,
  periodCode,
  offset,
  under,
}: Omit<FactQuery, 'subjectId' | 'under'> & { readonly under?: boolean }): string =>
  JSON.stringify([id, by, periodCode, offset, under]);

/**
 * The facts that formulas of `record` read: those copied into it once it is submitted, so that it never changes by
 * itself; before that the present ones.
 */
export function frozenFacts(record: StoredRecord, live: FactReader): FactReader {
  if (record.facts.length === 0 || isOpenForFilling(record)) return live;
  const frozen = new Map(record.facts.map((use) => [keyOf(use), use]));
  return {
    declaration: (...asked) => live.declaration(...asked),
    read(query) {
      const use = frozen.get(keyOf(query));
      return use ? valueOfUse(use) : live.read(query);
    },
    required: (query) => (frozen.has(keyOf(query)) ? undefined : live.required?.(query)), // what is frozen are sums
  };
}

/** A fact as it is copied into a record. */
export function useOf({ id, by, periodCode, offset, under }: FactQuery, value: FactValue): FactUse {
  return {
    id,
    ...(by === undefined ? {} : { by }),
    ...(periodCode === undefined ? {} : { periodCode }),
    ...(offset === undefined ? {} : { offset }),
    ...(under ? { under } : {}),
    num: value.num,
    den: value.den,
    value: value.value as FactUse['value'],
    sources: value.sources.slice(0, MOST_SOURCES),
    count: value.sources.length,
  };
}

function valueOfUse({ id, num, den, value, sources }: FactUse): FactValue {
  const missing = value !== null ? undefined : num === null ? 'no-records' : 'no-denominator';
  return { id, num, den, value: value as Json, sources, ...(missing ? { missing } : {}) };
}

/** The facts copied into a record, with those that were read for the first time. */
export function withUses(uses: readonly FactUse[], more: readonly FactUse[]): FactUse[] {
  const known = new Set(uses.map(keyOf));
  return [...uses, ...more.filter((use) => !known.has(keyOf(use)))];
}

/** Collects the facts that formulas read, each once. */
export class FactLog {
  private readonly seen = new Map<string, FactUse>();

  readonly note = (query: FactQuery, value: FactValue): void => {
    const key = keyOf(query);
    if (!this.seen.has(key)) this.seen.set(key, useOf(query, value));
  };

  get uses(): FactUse[] {
    return [...this.seen.values()];
  }
}
