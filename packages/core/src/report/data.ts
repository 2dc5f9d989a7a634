import type { Compiled } from '../definition/compiled.ts';
import { parseFormula } from '../formula/parse.ts';
import type { AppliesTo } from '../generated/definition.ts';
import type { DataSet, Report } from '../generated/report.ts';
import type { StoredRecord } from '../generated/record.ts';
import { appliesToKind } from '../score/plan.ts';
import { reportNames, type Chosen } from './chosen.ts';
import { isOrganisationName } from '../org/organisation-names.ts';
import { CHOSEN_NAMES } from './document/names.ts';
import { Placer } from './split/placing.ts';
import { reportPlaces } from './document/places.ts';
import { indexReport, sourceOf, type ReportIndex } from './document/report-index.ts';
import { rowsOfFacts } from './rows/from-facts.ts';
import { filingPeriods, owedId, rowOfFiling } from './rows/from-filings.ts';
import { rowsOfRecord } from './rows/from-records.ts';
import type { Row } from './rows/row.ts';
import type { RowSurroundings } from './rows/surroundings.ts';
import { RowTable } from './rows/table.ts';
import type { ReportSources } from './sources.ts';
import type { SplitContext } from './split/context.ts';
import { daysOf, liesIn } from './split/periods.ts';
import { VersionCounts } from './version-counts.ts';

/** Choices whose places are kept. */
const MOST_PLACERS = 20;

/**
 * The rows of a report's data sets, kept while records change. Make a new one when definitions, organisations or the
 * day change.
 */
export class ReportData {
  readonly index: ReportIndex;
  readonly sources: ReportSources;
  /** Raised by every change. */
  version = 0;
  private readonly tables = new Map<
    string,
    { readonly data: DataSet; readonly around: RowSurroundings; readonly table: RowTable }
  >();
  private readonly counts = new VersionCounts();
  private readonly placers = new Map<string, Placer>();
  /** Periods in which filings of a definition are owed. */
  private readonly periods = new Map<string, string>();
  private readonly readingChosen: ReadonlySet<string>;

  constructor(report: Report, sources: ReportSources) {
    this.index = indexReport(report);
    this.sources = sources;
    this.readingChosen = dataReadingChosen(report);
  }

  /** The rows of a data set with records or filings. */
  table(dataId: string, chosen: Chosen): RowTable {
    const key = this.readingChosen.has(dataId) ? JSON.stringify([dataId, chosen.period, chosen.organisation]) : dataId;
    let held = this.tables.get(key);
    if (!held) {
      const data = this.index.data.get(dataId) as DataSet;
      const around = this.around(chosen);
      this.tables.set(
        key,
        (held = {
          data,
          around,
          table: new RowTable(sourceOf(data) === 'filings' ? this.filings(data, around) : this.records(data, around)),
        }),
      );
    }
    return held.table;
  }

  /** The rows of a data set with facts for one period, or, without one, for the whole time. */
  factTable(dataId: string, periodCode: string | undefined, isSplit: boolean, chosen: Chosen): RowTable {
    const key = JSON.stringify([
      dataId,
      periodCode ?? null,
      isSplit,
      this.readingChosen.has(dataId) ? [chosen.period, chosen.organisation] : 0,
    ]);
    let held = this.tables.get(key);
    if (!held) {
      const data = this.index.data.get(dataId) as DataSet;
      const around = this.around(chosen);
      this.tables.set(
        key,
        (held = {
          data,
          around,
          table: new RowTable(
            rowsOfFacts(data, this.sources.definition.bind(this.sources), periodCode, isSplit, around),
          ),
        }),
      );
    }
    return held.table;
  }

  /**
   * A row for each organisation, and period where filings are owed, of which the data set expects something, and which
   * of them it has; undefined where it expects nothing.
   */
  expected(dataId: string, chosen: Chosen): { readonly table: RowTable; readonly reported: Int8Array } | undefined {
    const data = this.index.data.get(dataId) as DataSet;
    const filed = (data.filings ?? data.records ?? []).filter(
      (id) => this.sources.definition(id)?.definition.filing !== undefined,
    );
    if (!data.expects && filed.length === 0) return undefined;
    const key = JSON.stringify(['expected', dataId, data.expects ? (chosen.period ?? null) : 0]);
    let held = this.tables.get(key);
    if (!held) {
      const around = this.around(chosen);
      const rows = data.expects
        ? this.expectedOrganisations(data.expects, chosen)
        : this.filings({ id: data.id, filings: filed }, around);
      this.tables.set(key, (held = { data, around, table: new RowTable(rows) }));
    }
    const { table } = held;
    if (data.filings) return { table, reported: table.truths('isReported').truth };
    const rows = data.facts
      ? this.factTable(dataId, chosen.period, false, chosen).rows
      : this.table(dataId, chosen).rows;
    const days = chosen.period === undefined ? undefined : daysOf([chosen.period]);
    const there = new Set(
      rows
        .filter((row) => row !== undefined)
        .map((row) => (data.expects ? (!days || liesIn(row.when, days) ? row.orgId : '') : `${row.orgId} ${row.when}`)),
    );
    return {
      table,
      reported: Int8Array.from(table.rows, (row) =>
        Number(row !== undefined && there.has(data.expects ? row.orgId : `${row.orgId} ${row.when}`)),
      ),
    };
  }

  /** How many records of a definition were filled in with each of its versions. */
  versions(definitionId: string): ReadonlyMap<string, number> {
    return this.counts.of(definitionId, () => this.sources.records(definitionId));
  }

  /** What places rows on axes for one choice; kept while it is asked for again. */
  placer(context: SplitContext): Placer {
    const key = JSON.stringify([context.locale, context.chosen]);
    let placer = this.placers.get(key);
    if (placer?.context.index.report !== context.index.report) {
      if (this.placers.size >= MOST_PLACERS) this.placers.clear();
      this.placers.set(key, (placer = new Placer(context)));
    }
    return placer as Placer;
  }

  /**
   * Takes over a change of one record, which the sources already show. Facts and what is expected are read again when
   * they are next asked for.
   */
  update(before: StoredRecord | undefined, after: StoredRecord | undefined): void {
    const record = after ?? before;
    if (!record) return;
    this.version++;
    this.counts.update(before, after);
    const compiled = this.sources.definition(record.definition.id);
    for (const [key, { data, around, table }] of [...this.tables]) {
      const source = sourceOf(data);
      if (source === 'facts' || key.startsWith('["expected"')) this.tables.delete(key);
      else if (compiled && data[source as 'records' | 'filings']?.includes(compiled.definition.id)) {
        // The first filing of a period makes it owed by everyone.
        if (source === 'filings' && this.periodsOf(compiled).join() !== this.periods.get(compiled.definition.id)) {
          this.tables.delete(key);
          continue;
        }
        const places = [...table.remove(record.id)];
        if (source === 'records')
          for (const row of after ? rowsOfRecord(data, compiled, after, around) : []) places.push(table.add(row));
        else places.push(...this.updateFiling(data, compiled, before, after, around, table));
        for (const placer of this.placers.values()) placer.refresh(table, places);
      }
    }
  }

  private updateFiling(
    data: DataSet,
    compiled: Compiled,
    before: StoredRecord | undefined,
    after: StoredRecord | undefined,
    around: RowSurroundings,
    table: RowTable,
  ): readonly number[] {
    const places: number[] = [];
    for (const record of [before, after]) {
      if (
        !record ||
        record.periodCode === undefined ||
        (record === before && after?.orgId === before.orgId && after.periodCode === before.periodCode)
      )
        continue;
      const organisation = this.sources.organisations.organisation(record.orgId);
      places.push(...table.remove(owedId(compiled.definition.id, record.orgId, record.periodCode)));
      const row =
        organisation &&
        rowOfFiling(data, compiled, organisation, record.periodCode, record === after ? after : undefined, around);
      if (row) places.push(table.add(row));
    }
    return places;
  }

  private periodsOf(compiled: Compiled): readonly string[] {
    return filingPeriods(compiled, this.sources.records(compiled.definition.id), this.sources.now);
  }

  private around(chosen: Chosen): RowSurroundings {
    const { organisations, facts, now, isWorkday } = this.sources;
    return { organisations, facts, now, isWorkday, extra: reportNames(this.index.report, chosen) };
  }

  private records(data: DataSet, around: RowSurroundings): Row[] {
    const rows: Row[] = [];
    for (const id of data.records ?? []) {
      const compiled = this.sources.definition(id);
      if (compiled)
        for (const record of this.sources.records(id))
          for (const row of rowsOfRecord(data, compiled, record, around)) rows.push(row);
    }
    return rows;
  }

  private filings(data: DataSet, around: RowSurroundings): Row[] {
    const rows: Row[] = [];
    for (const id of data.filings ?? []) {
      const compiled = this.sources.definition(id);
      if (!compiled?.definition.filing) continue;
      const records = [...this.sources.records(id)];
      const held = new Map<string, StoredRecord>();
      for (const record of records) {
        const key = `${record.orgId} ${record.periodCode}`;
        if (record.filing?.status !== 'voided' || !held.has(key)) held.set(key, record);
      }
      const periods = filingPeriods(compiled, records, around.now);
      this.periods.set(id, periods.join());
      for (const code of periods) {
        for (const organisation of around.organisations.organisations()) {
          const row = rowOfFiling(
            data,
            compiled,
            organisation,
            code,
            held.get(`${organisation.orgId} ${code}`),
            around,
          );
          if (row) rows.push(row);
        }
      }
    }
    return rows;
  }

  private expectedOrganisations(expects: AppliesTo, chosen: Chosen): Row[] {
    const rows: Row[] = [];
    const { organisations } = this.sources;
    for (const organisation of organisations.organisations()) {
      const path = organisations.path(organisation.orgId);
      if (!organisation.isActive || !appliesToKind(expects, { ...organisation, orgPath: path })) continue;
      rows.push({
        id: organisation.orgId,
        orgId: organisation.orgId,
        pathThen: path,
        pathNow: path,
        when: chosen.period ?? '',
        age: '',
        owner: organisation.orgId,
        kind: '',
        compiled: undefined,
        values: () => [],
        scope: () => ({
          today: this.sources.now.slice(0, 10),
          name: (name) => (isOrganisationName(name) ? (organisation[name] ?? null) : undefined),
        }),
      });
    }
    return rows;
  }
}

/** Data sets with a formula that reads what was chosen; their rows are made for each choice. */
function dataReadingChosen(report: Report): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text, data } of reportPlaces(report).formulas) {
    const parsed = data.length > 0 ? parseFormula(text) : undefined;
    if (parsed?.ok && parsed.value.names.some((name) => (CHOSEN_NAMES as readonly string[]).includes(name)))
      data.forEach((id) => found.add(id));
  }
  return found;
}
