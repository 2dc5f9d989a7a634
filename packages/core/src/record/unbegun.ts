import type { Compiled } from '../definition/compiled.ts';
import type { StoredRecord } from '../generated/record.ts';

/** What is known of a record before it exists. */
type Known = Pick<StoredRecord, 'orgId' | 'orgPath'> & Pick<Partial<StoredRecord>, 'periodCode' | 'filing' | 'data'>;

/**
 * As much of a record as can be said before anybody has begun it: for formulas of a new form, for filings that are owed,
 * for who may begin one. It has no id and is never stored. `at` and `by` stand where the record's beginning will.
 */
export function unbegun(compiled: Compiled, known: Known, at = '', by = ''): StoredRecord {
  const { id, version } = compiled.definition;
  return {
    id: '',
    definition: {
      id,
      version,
      get hash() {
        return compiled.hash; // reads the whole definition, and hardly anybody asks
      },
    },
    revision: 0,
    links: [],
    facts: [],
    audit: { createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
    history: [],
    data: {},
    ...known,
  };
}
