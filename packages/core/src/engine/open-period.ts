import { contentHash } from '../json/hash.ts';
import { existedOn, orgPathOf } from '../org/path.ts';
import type { Now } from '../time/date.ts';
import { parsePeriod } from '../time/period.ts';
import type { Snapshot } from './contract.ts';
import { applies, create } from './create.ts';
import { Refused } from './refusal.ts';
import type { TickOutcome } from './tick.ts';
import { Workspace } from './workspace.ts';

/**
 * Opens a period: the expected filings of every organisation that existed on its first day and to which the form
 * applies, as not started and with what is known. Those that are there already stay; opening again changes nothing.
 * For a server that keeps the clock of an office; over the stores of browsers a filing begins when somebody opens it.
 */
export function openPeriod(definitionId: string, periodCode: string, snapshot: Snapshot, now: Now): TickOutcome {
  const workspace = new Workspace(snapshot, null, now);
  const compiled = snapshot.definition(definitionId);
  const period = parsePeriod(periodCode);
  const filing = compiled?.definition.filing;
  if (!compiled || !filing || period?.kind !== filing.period || compiled.definition.subject !== 'organisation')
    return { records: [], warnings: [] };
  const there = new Set<string>();
  for (const record of snapshot.records(definitionId))
    if (record.periodCode === periodCode && record.filing?.status !== 'voided') there.add(record.orgId);
  for (const organisation of snapshot.organisations()) {
    if (
      there.has(organisation.orgId) ||
      !applies(filing.by, organisation, orgPathOf(organisation.orgId, workspace)) ||
      !existedOn(organisation, period.startOn)
    )
      continue;
    try {
      create(
        {
          kind: 'create',
          recordId: `f-${contentHash([definitionId, organisation.orgId, periodCode])}`,
          definitionId,
          orgId: organisation.orgId,
          periodCode,
        },
        workspace,
      );
    } catch (failure) {
      if (!(failure instanceof Refused)) throw failure;
      workspace.warnings.push(...failure.refusal.problems);
    }
  }
  return { records: workspace.changed, warnings: workspace.warnings };
}
