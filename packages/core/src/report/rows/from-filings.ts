import type { Compiled } from '../../definition/compiled.ts';
import { evaluate } from '../../formula/evaluate.ts';
import type { Value } from '../../formula/value.ts';
import type { Organisation } from '../../generated/organisation.ts';
import type { StoredRecord } from '../../generated/record.ts';
import type { DataSet } from '../../generated/report.ts';
import type { Json } from '../../json/json.ts';
import { existedOn } from '../../org/path.ts';
import { recordScope } from '../../record/scope.ts';
import { unbegun } from '../../record/unbegun.ts';
import { valuesAt } from '../../record/values-at.ts';
import { appliesToKind } from '../../score/plan.ts';
import { offsetPeriod, parsePeriod, periodOf } from '../../time/period.ts';
import { lazily, scopeInput } from './from-records.ts';
import type { Row } from './row.ts';
import type { RowSurroundings } from './surroundings.ts';

const REPORTED: ReadonlySet<string> = new Set(['submitted', 'inReview', 'accepted', 'rated', 'archived']);
const ACCEPTED: ReadonlySet<string> = new Set(['accepted', 'rated', 'archived']);
const NOT_OWED: ReadonlySet<string> = new Set(['exempt', 'voided']);
/** Periods that are looked back on at most. */
const MOST_PERIODS = 120;

/** What the numbers over filings are made of. */
export interface FilingFlags {
  readonly isReported: boolean;
  readonly isAccepted: boolean;
  readonly isOnTime: boolean;
  readonly isReturned: boolean;
}

export function filingFlags({ filing }: Pick<StoredRecord, 'filing'>): FilingFlags {
  const isReported = filing !== undefined && REPORTED.has(filing.status);
  return {
    isReported,
    isAccepted: filing !== undefined && ACCEPTED.has(filing.status),
    isOnTime: isReported && filing.isLate !== true,
    isReturned: (filing?.returnCount ?? 0) > 0,
  };
}

/** Periods in which filings are owed: from that of the earliest record to the present one, oldest first. */
export function filingPeriods(compiled: Compiled, records: Iterable<StoredRecord>, now: string): readonly string[] {
  const kind = compiled.definition.filing?.period;
  if (!kind) return [];
  const seen = new Set<string>();
  for (const { periodCode } of records)
    if (periodCode !== undefined && parsePeriod(periodCode)?.kind === kind) seen.add(periodCode);
  const codes = new Set(seen);
  let code = periodOf(now, kind);
  // Codes of one kind sort in time as plain texts.
  const [first] = [...seen].sort();
  for (let count = 0; code !== undefined && first !== undefined && first <= code && count < MOST_PERIODS; count++) {
    codes.add(code);
    code = offsetPeriod(code, -1);
  }
  return [...codes].sort();
}

/** The row of one filing: that of its record, or one that nobody began; undefined where nothing is owed. */
export function rowOfFiling(
  data: DataSet,
  compiled: Compiled,
  organisation: Organisation,
  periodCode: string,
  record: StoredRecord | undefined,
  around: RowSurroundings,
): Row | undefined {
  const { filing, id } = compiled.definition;
  const period = parsePeriod(periodCode);
  if (!filing || !period || period.startOn > around.now.slice(0, 10)) return undefined;
  const pathNow = around.organisations.path(organisation.orgId);
  if (
    record
      ? NOT_OWED.has(record.filing?.status ?? '')
      : !(appliesToKind(filing.by, { ...organisation, orgPath: pathNow }) && existedOn(organisation, period.startOn))
  )
    return undefined;
  const held =
    record ??
    unbegun(compiled, {
      orgId: organisation.orgId,
      orgPath: pathNow,
      periodCode,
      filing: { status: 'notStarted', returnCount: 0, revisionNo: 0 },
    });
  const flags = filingFlags(held);
  if (data.states && !data.states.includes(held.filing?.status ?? '') && !data.states.includes(held.state ?? ''))
    return undefined;
  const row: Row = {
    id: owedId(id, organisation.orgId, periodCode),
    ...(record ? { recordId: record.id, version: record.definition.version } : {}),
    orgId: organisation.orgId,
    pathThen: held.orgPath,
    pathNow,
    when: periodCode,
    age: periodCode,
    owner: organisation.orgId,
    kind: id,
    compiled,
    scope: lazily(() => recordScope(scopeInput(compiled, held, around, new Map<string, Value>(Object.entries(flags))))),
    values: (field) => valuesAt(held.data as Json, field),
  };
  if (data.where === undefined) return row;
  const applying = evaluate(compiled.formula(data.where), row.scope());
  return applying === false || applying === null || applying === 0 || applying === '' ? undefined : row;
}

export function owedId(definitionId: string, orgId: string, periodCode: string): string {
  return `owed ${definitionId} ${orgId} ${periodCode}`;
}
