import type { Value } from '../../formula/value.ts';
import type { OrganisationIndex } from '../../org/organisation-index.ts';
import type { FactReader } from '../../record/fact-reader.ts';
import type { WorkdayTest } from '../../time/calendar.ts';
import type { Now } from '../../time/date.ts';

/** Names beyond a record's own, and columns as `list.column`. */
export type Extra = ReadonlyMap<string, Value | readonly Value[]>;

/** What rows are made in. */
export interface RowSurroundings {
  readonly organisations: OrganisationIndex;
  readonly facts: FactReader;
  readonly now: Now;
  readonly isWorkday: WorkdayTest;
  /** The report's parameters and what was chosen. */
  readonly extra: Extra;
}
