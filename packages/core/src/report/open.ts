import { translated } from '../definition/translated.ts';
import type { FormulaError } from '../formula/value.ts';
import type { Report } from '../generated/report.ts';
import { Work } from './work.ts';
import type { Chosen } from './chosen.ts';
import type { ReportData } from './data.ts';
import { allFilters } from './grid/filters.ts';
import { MeasureGrid } from './grid/measures.ts';
import type { Place, Step } from './model.ts';
import { languageOf } from './words/report.messages.ts';
import type { BaseMeasure } from './document/report-index.ts';
import { wayOf } from './document/places.ts';
import type { RowTable } from './rows/table.ts';

/** One row behind a number. */
export interface OpenedRow {
  readonly id: string;
  /** Records behind it: its own, or those of a fact; none for filings that nobody began. */
  readonly recordIds: readonly string[];
  /** Version of the form that the record was filled in with. */
  readonly version?: string;
  readonly orgId: string;
  readonly organisation: string;
  /** Day or period that decides when it counts. */
  readonly when: string;
  /** What it adds to the numerator and the denominator: 1 or 0 where rows are counted; `null` where it adds nothing. */
  readonly num: number | null;
  readonly den: number | null;
  /** Why its formula failed. */
  readonly error?: string;
}

/** What a number is made of; how each measure is computed, `measureNote` says in words. */
export interface Opened {
  readonly measure: string;
  /** One entry for each measure over rows that it is made of. */
  readonly parts: readonly {
    readonly measure: string;
    readonly title: string;
    readonly num: number | null;
    readonly den: number | null;
    readonly rows: readonly OpenedRow[];
  }[];
}

/** Opens a number: the rows behind it, found again from its place. Undefined where the report has no such place. */
export function openNumber(
  report: Report,
  data: ReportData,
  chosen: Chosen,
  place: Place,
  locale = 'zh-CN',
): Opened | undefined {
  const work = new Work(translated(report, locale), data, chosen, locale);
  const block = work.report.blocks.find(({ id }) => id === place.block);
  const measure = work.context.index.measures.get(place.measure);
  if (!block || !measure) return undefined;
  const plan = {
    rows: dimensionsOf(place.rows),
    columns: dimensionsOf(place.columns),
    filters: allFilters([...(block.filter ?? []), ...(place.filter ?? [])], chosen.filters),
  };
  const grid = new MeasureGrid(data, work.context, plan, [place.measure]);
  const [rowNode, columnNode] = (['rows', 'columns'] as const).map((side) =>
    grid.nodeAt(
      side,
      place[side].map(({ dimension, member }) => ({ dimension, member: { id: member } })),
    ),
  ) as [number, number];
  if (rowNode < 0 || columnNode < 0) return undefined;
  return {
    measure: measure.id,
    parts: grid
      .sources(place.measure, rowNode, columnNode)
      .map(({ base, grid: held, rowNode: row, columnNode: column }) => {
        const { num, den } = held.read(base, row, column);
        const behind = held.behind(base, row, column);
        return {
          measure: base.id,
          title: work.wordsOf(base.id).title,
          num,
          den,
          rows: behind
            ? behind.places.map((at) => openedRow(base, behind.table, at, work)).filter((row) => row !== undefined)
            : [],
        };
      }),
  };
}

function dimensionsOf(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.map(({ dimension }) => dimension))];
}

function openedRow(base: BaseMeasure, table: RowTable, at: number, { data, locale }: Work): OpenedRow | undefined {
  const row = table.rows[at];
  if (!row || ('fact' in base && row.fact?.id !== base.fact)) return undefined;
  const [num, den] =
    'fact' in base
      ? [row.fact?.num ?? null, row.fact?.den ?? null]
      : 'filing' in base
        ? filingSides(base.filing, table, at)
        : [side(base.num, base.where, table, at), base.den ? side(base.den, base.where, table, at) : null];
  const error =
    'num' in base
      ? [base.num, base.den]
          .map((counted) => counted && errorOf(counted, base.where, table, at)?.reason[languageOf(locale)])
          .find((found) => found !== undefined)
      : undefined;
  return {
    id: row.id,
    recordIds: row.recordId !== undefined ? [row.recordId] : (row.fact?.sources ?? []),
    orgId: row.orgId,
    organisation: data.sources.organisations.organisation(row.orgId)?.orgShortName ?? row.orgId,
    when: row.when,
    num,
    den,
    ...(row.version === undefined ? {} : { version: row.version }),
    ...(error === undefined ? {} : { error }),
  };
}

type Sided = Extract<BaseMeasure, { num: unknown }>['num'];

function side(counted: Sided, where: string | undefined, table: RowTable, at: number): number | null {
  const way = wayOf(counted) ?? 'count';
  const text = counted[way] ?? 'FALSE';
  if (where !== undefined && table.truths(where).truth[at] !== 1) return null;
  if (way === 'count') return Number(table.truths(text).truth[at] === 1);
  if (way === 'distinct') return table.keys(text).codes[at] === -1 ? null : 1;
  return table.numbers(text, where).numbers.read(at);
}

function errorOf(counted: Sided, where: string | undefined, table: RowTable, at: number): FormulaError | undefined {
  const way = wayOf(counted) ?? 'count';
  const text = counted[way] ?? 'FALSE';
  return way === 'count'
    ? table.truths(text).errors.get(at)
    : way === 'distinct'
      ? undefined
      : table.numbers(text, where).errors.get(at);
}

function filingSides(
  filing: Extract<BaseMeasure, { filing: string }>['filing'],
  table: RowTable,
  at: number,
): readonly [number, number | null] {
  const is = (text: string) => Number(table.truths(text).truth[at] === 1);
  switch (filing) {
    case 'expected':
      return [1, null];
    case 'reported':
      return [is('isReported'), null];
    case 'completeness':
      return [is('isReported'), 1];
    case 'onTime':
      return [is('isOnTime'), 1];
    case 'firstPass':
      return [is('AND(isAccepted,NOT(isReturned))'), is('isAccepted')];
    case 'returned':
      return [is('isReturned'), is('OR(isReported,isReturned)')];
  }
}
