import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json } from '@jiceng/core/json/json.js';

/** One fact that is held without the records behind it, as for places whose records live elsewhere. */
export interface ImportedFact {
  readonly id: string;
  readonly subjectId: string;
  /** Period of the fact's grain; absent for facts that hold now. */
  readonly periodCode?: string;
  readonly by?: string;
  readonly num: number | null;
  readonly den: number | null;
  /** Latest value, for facts that are no number. */
  readonly value?: Json;
}

/** A day that differs from the week: a holiday, or a weekend on which offices work. */
export interface CalendarDay {
  readonly date: string;
  readonly working: boolean;
}

/** Everything a store starts with. Changes made later are kept apart from it. */
export interface DataSet {
  /** Changes whenever the content does; another id forgets the changes made over the old one. */
  readonly id: string;
  /** The data set's own present moment, `2025-09-15T09:00:00+08:00`. */
  readonly now: string;
  readonly definitions: readonly Definition[];
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly records: readonly StoredRecord[];
  readonly facts?: readonly ImportedFact[];
  readonly calendar?: readonly CalendarDay[];
}
