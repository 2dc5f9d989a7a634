import type { Compiled } from '../definition/compiled.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { OrganisationIndex } from '../org/organisation-index.ts';
import type { FactReader } from '../record/fact-reader.ts';
import type { WorkdayTest } from '../time/calendar.ts';
import type { Now } from '../time/date.ts';

/** What reports read: one consistent state of a store. */
export interface ReportSources {
  definition(id: string): Compiled | undefined;
  records(definitionId: string): Iterable<StoredRecord>;
  readonly organisations: OrganisationIndex;
  readonly facts: FactReader;
  readonly now: Now;
  readonly isWorkday: WorkdayTest;
}
