import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { FactCell } from '@jiceng/core/facts/store.js';
import type { CalendarDay } from '@jiceng/core/time/calendar.js';

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
  /** Facts held without the records behind them, as for places whose records live elsewhere. */
  readonly facts?: readonly FactCell[];
  readonly calendar?: readonly CalendarDay[];
}
