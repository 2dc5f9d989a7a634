import type { DataSource } from '@jiceng/core/engine/data-source.js';
import { OrganisationIndex } from '@jiceng/core/org/organisation-index.js';
import type { ReportSources } from '@jiceng/core/report/data.js';

/** One consistent state of a data source, as reports read it. */
export async function sourcesOf(dataSource: DataSource): Promise<ReportSources> {
  const snapshot = await dataSource.snapshot();
  return {
    definition: (id) => snapshot.definition(id), records: (id) => snapshot.records(id), organisations: new OrganisationIndex(snapshot.organisations()), facts: snapshot.facts,
    now: dataSource.now(), isWorkday: (date) => snapshot.isWorkday(date),
  };
}
