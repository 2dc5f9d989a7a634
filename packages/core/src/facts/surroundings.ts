import type { OrganisationLookup } from '../org/path.ts';
import type { FactReader } from '../record/fact-reader.ts';
import type { WorkdayTest } from '../time/calendar.ts';
import type { Now } from '../time/date.ts';

/** What the formulas of facts may read. */
export interface FactSurroundings {
  readonly organisations: OrganisationLookup;
  readonly facts: FactReader;
  readonly now: Now;
  readonly isWorkday: WorkdayTest;
}
