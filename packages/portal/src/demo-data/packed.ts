import type { FactCell } from '@jiceng/core/facts/store.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { DataSet } from '@jiceng/client/store/data-set.js';

/** A data set as it travels: what repeats is said once, what is empty or follows from the rest is left out. */
export interface PackedSet extends Omit<DataSet, 'records' | 'facts' | 'definitions'> {
  readonly records: readonly PackedRecords[];
  readonly facts: readonly PackedFacts[];
}

/** Records of one definition; each without what `fullRecord` puts back. */
interface PackedRecords {
  readonly definition: StoredRecord['definition'];
  readonly rows: readonly PackedRecord[];
}

type Derived = 'definition' | 'orgPath' | 'links' | 'facts' | 'history' | 'audit';
type PackedRecord = Omit<StoredRecord, Derived> & Partial<Omit<StoredRecord, 'definition'>>;

/** Cells of one fact, period and split as columns; `at` are positions in the list of organisations. */
interface PackedFacts extends Pick<FactCell, 'id' | 'periodCode' | 'by'> {
  readonly at: readonly number[];
  readonly num: readonly (number | null)[];
  /** Absent where no cell has one; else a cell without one has none. */
  readonly den?: readonly (number | null | undefined)[];
  readonly value?: readonly (string | boolean | null)[];
}

/** Throws when a fact is about something that is no organisation of the set. */
export function pack({ records, facts = [], definitions: _definitions, ...rest }: DataSet): PackedSet {
  const paths = pathsOf(rest.organisations);
  const groups = new Map<string, { definition: StoredRecord['definition']; rows: PackedRecord[] }>();
  for (const record of records) {
    const key = JSON.stringify(record.definition);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { definition: record.definition, rows: [] }));
    group.rows.push(thinRecord(record, paths));
  }
  return { ...rest, records: [...groups.values()], facts: packFacts(facts, rest.organisations) };
}

export function unpack({ records, facts, ...rest }: PackedSet): Omit<DataSet, 'definitions'> {
  const paths = pathsOf(rest.organisations);
  const full: StoredRecord[] = [];
  for (const { definition, rows } of records) for (const row of rows) full.push(fullRecord(row, definition, paths));
  return { ...rest, records: full, facts: unpackFacts(facts, rest.organisations) };
}

function thinRecord(record: StoredRecord, paths: ReadonlyMap<string, string>): PackedRecord {
  const { definition: _definition, orgPath, links, facts, history, audit, ...rest } = record;
  return {
    ...rest,
    ...(paths.get(record.orgId) === orgPath ? {} : { orgPath }),
    ...(links.length === 0 ? {} : { links }),
    ...(facts.length === 0 ? {} : { facts }),
    ...(history.length === 0 ? {} : { history }),
    ...(JSON.stringify(auditOf(history)) === JSON.stringify(audit) ? {} : { audit }),
  };
}

function fullRecord(
  row: PackedRecord,
  definition: StoredRecord['definition'],
  paths: ReadonlyMap<string, string>,
): StoredRecord {
  const history = row.history ?? [];
  return {
    ...row,
    definition,
    orgPath: row.orgPath ?? paths.get(row.orgId) ?? row.orgId,
    links: row.links ?? [],
    facts: row.facts ?? [],
    history,
    audit: row.audit ?? auditOf(history),
  } as StoredRecord;
}

/** Who made and last changed a record, as its history tells. */
function auditOf(history: StoredRecord['history']): StoredRecord['audit'] {
  const [first] = history;
  const last = history[history.length - 1];
  return {
    createdAt: first?.at ?? '',
    createdBy: first?.by ?? '',
    updatedAt: last?.at ?? '',
    updatedBy: last?.by ?? '',
  };
}

function pathsOf(organisations: readonly Organisation[]): ReadonlyMap<string, string> {
  const parents = new Map(organisations.map(({ orgId, parentOrgId }) => [orgId, parentOrgId]));
  return new Map(
    organisations.map(({ orgId }) => {
      const path = [orgId];
      for (let at = parents.get(orgId); at !== undefined && !path.includes(at); at = parents.get(at)) path.unshift(at);
      return [orgId, path.join('/')];
    }),
  );
}

function packFacts(cells: readonly FactCell[], organisations: readonly Organisation[]): PackedFacts[] {
  const places = new Map(organisations.map(({ orgId }, at) => [orgId, at]));
  const groups = new Map<string, FactCell[]>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.id, cell.periodCode, cell.by]);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].map((group) => {
    const { id, periodCode, by } = group[0] as FactCell;
    return {
      id,
      ...(periodCode === undefined ? {} : { periodCode }),
      ...(by === undefined ? {} : { by }),
      at: group.map(({ subjectId }) => {
        const at = places.get(subjectId);
        if (at === undefined) throw new Error(`${id}: ${subjectId} is no organisation`);
        return at;
      }),
      num: group.map(({ num }) => num),
      ...(group.some(({ den }) => den !== undefined) ? { den: group.map(({ den }) => den ?? null) } : {}),
      ...(group.some(({ value }) => value !== undefined) ? { value: group.map(({ value }) => value ?? null) } : {}),
    };
  });
}

function unpackFacts(packed: readonly PackedFacts[], organisations: readonly Organisation[]): FactCell[] {
  const cells: FactCell[] = [];
  for (const { id, periodCode, by, at, num, den, value } of packed) {
    const same = { id, ...(periodCode === undefined ? {} : { periodCode }), ...(by === undefined ? {} : { by }) };
    at.forEach((place, row) => {
      const said = value?.[row];
      cells.push({
        ...same,
        subjectId: organisations[place]?.orgId ?? '',
        num: num[row] ?? null,
        ...(den ? { den: den[row] ?? null } : {}),
        ...(typeof said === 'string' || typeof said === 'boolean' ? { value: said } : {}),
      });
    });
  }
  return cells;
}
