import { dataOf, countyReport, visit } from '../src/report/fixtures/county.ts';
import { compute } from '../src/report/compute.ts';
import type { TableModel } from '../src/report/model.ts';
import type { Organisation } from '../src/generated/organisation.ts';
import type { StoredRecord } from '../src/generated/record.ts';

/** One question to a report: dimensions of rows and columns, measures, members to which it is restricted. */
export interface Question {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly measures: readonly string[];
  readonly filter: readonly { readonly dimension: string; readonly in: readonly string[] }[];
}

/**
 * Answers by place: `(row member)(…)|(column member)(…)|measure`; fewer members on subtotals, none on totals, `()` for
 * rows without a value.
 */
export type Answers = Readonly<Record<string, number | string | null>>;

/** A stream of numbers from a seed, 0 … below 1; the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TOWNSHIPS = 4;
const VILLAGES = 14;

/** A county c with townships t0 …, villages under them and two offices of its own. */
export const organisations: readonly Organisation[] = [
  organisation('c', 'county', '01'),
  ...Array.from({ length: TOWNSHIPS }, (_, at) => organisation(`t${at}`, 'township', `010${at}`, 'c')),
  ...Array.from({ length: VILLAGES }, (_, at) =>
    organisation(`v${at}`, 'village', `010${at % TOWNSHIPS}${10 + at}`, `t${at % TOWNSHIPS}`),
  ),
  organisation('o0', 'unit', '0180', 'c'),
  organisation('o1', 'unit', '0181', 'c'),
];

function organisation(
  orgId: string,
  orgLevel: Organisation['orgLevel'],
  orgCode: string,
  parentOrgId?: string,
): Organisation {
  return {
    orgId,
    orgName: orgId,
    orgShortName: orgId,
    orgCode,
    orgType: orgLevel === 'unit' ? 'agency' : 'rural',
    orgForm: 'branch',
    orgLevel,
    isActive: true,
    ...(parentOrgId ? { parentOrgId } : {}),
  };
}

/** Rows as both sides hold them. */
export interface Visit {
  readonly id: string;
  readonly orgId: string;
  readonly on: string;
  readonly kind: string | null;
  readonly amount: number | null;
  readonly who: string | null;
  readonly tags: readonly string[];
  readonly state: string;
}

export function visits(seed: number, count: number): readonly Visit[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const owners = [...Array.from({ length: VILLAGES }, (_, at) => `v${at}`), 'o0', 'o1', 't1'];
  return Array.from({ length: count }, (_, at) => ({
    id: `r${at}`,
    orgId: pick(owners),
    on: `202${next() < 0.15 ? 4 : 5}-0${1 + Math.floor(next() * 9)}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`,
    kind: next() < 0.1 ? null : pick(['home', 'site']),
    amount: next() < 0.15 ? null : Math.round((next() - 0.3) * 40_000) / 100,
    who: next() < 0.2 ? null : pick(['p', 'q', 'r', 's', 'u']),
    tags: ['x', 'y', 'z'].filter(() => next() < 0.3),
    state: next() < 0.6 ? 'done' : 'open',
  }));
}

const ROWS = ['township', 'own', 'kind', 'type', 'quarter', 'month', 'size', 'tag'];
const COLUMNS = ['quarter', 'kind', 'size', 'type'];
const MEASURES = ['count', 'sum', 'mean', 'median', 'min', 'max', 'people', 'rate', 'doneSum'];

export function questions(seed: number, count: number): readonly Question[] {
  const next = random(seed);
  const some = <T>(list: readonly T[], most: number): T[] =>
    [...list]
      .map((entry) => [next(), entry] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, entry]) => entry)
      .slice(0, 1 + Math.floor(next() * most));
  return Array.from({ length: count }, () => {
    const rows = some(ROWS, 2);
    const columns = some(
      COLUMNS.filter((id) => !rows.includes(id)),
      1,
    );
    const filter =
      next() < 0.3
        ? [{ dimension: 'kind', in: [next() < 0.5 ? 'home' : 'site'] }]
        : next() < 0.3
          ? [{ dimension: 'township', in: ['t0', 't2'] }]
          : [];
    return { rows, columns, measures: some(MEASURES, 3), filter };
  });
}

/** Our answers, by a cross table with all subtotals. */
export function ourAnswers(list: readonly Visit[], question: Question): Answers {
  const paths = new Map(
    organisations.map(({ orgId, parentOrgId }) => [
      orgId,
      orgId === 'c' ? 'c' : parentOrgId === 'c' ? `c/${orgId}` : `c/${parentOrgId}/${orgId}`,
    ]),
  );
  const records = list.map(({ id, orgId, on, state, ...data }): StoredRecord => ({
    ...visit(
      id,
      orgId,
      on,
      Object.fromEntries(
        Object.entries(data).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
      ),
      state,
    ),
    orgPath: paths.get(orgId) as string,
  }));
  const report = countyReport({
    blocks: [
      {
        block: 'cross',
        id: 'one',
        rows: question.rows,
        columns: question.columns,
        measures: question.measures,
        filter: question.filter.length > 0 ? question.filter : undefined,
      },
    ],
  });
  const model = compute(report, dataOf(report, records, organisations), { period: '2025', organisation: 'c' })
    .blocks[0]!.model as TableModel;
  const answers: Record<string, number | string | null> = {};
  for (const { cells } of model.rows) {
    for (const { place, value } of cells)
      if (value !== null)
        answers[
          keyOf(
            place.rows.map(({ member }) => member),
            place.columns.map(({ member }) => member),
            place.measure,
          )
        ] = value;
  }
  return answers;
}

export function keyOf(rows: readonly string[], columns: readonly string[], measure: string): string {
  return `${[rows, columns].map((members) => members.map((id) => `(${id})`).join('')).join('|')}|${measure}`;
}

/** Places on which two sets of answers differ: numbers to 12 digits, what one has and the other has not. */
export function differences(ours: Answers, theirs: Answers): readonly string[] {
  const same = (a: number | string | null | undefined, b: number | string | null | undefined) =>
    typeof a === 'number' && typeof b === 'number'
      ? Number(a.toPrecision(12)) === Number(b.toPrecision(12)) ||
        Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b), 1e-9)
      : a === b;
  return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
    .filter((key) => !same(ours[key], theirs[key]))
    .map((key) => `${key}: ours ${String(ours[key])}, theirs ${String(theirs[key])}`);
}
