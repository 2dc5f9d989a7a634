import type { Organisation } from '../src/generated/organisation.ts';
import type { StoredRecord } from '../src/generated/record.ts';
import { compute } from '../src/report/compute.ts';
import { countyReport, dataOf, visit } from '../src/report/fixtures/county.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * A city of 10 counties with 20 towns of 25 villages each, a record a month for every village, and a report of four
 * blocks over them.
 */
export function city() {
  const made: Organisation[] = [];
  const paths = new Map<string, string>();
  const add = (orgId: string, orgLevel: Organisation['orgLevel'], orgCode: string, parentOrgId?: string) => {
    made.push({
      orgId,
      orgName: orgId,
      orgShortName: orgId,
      orgCode,
      orgType: 'rural',
      orgForm: 'branch',
      orgLevel,
      isActive: true,
      ...(parentOrgId === undefined ? {} : { parentOrgId }),
    });
    paths.set(orgId, parentOrgId === undefined ? orgId : `${paths.get(parentOrgId)}/${orgId}`);
  };
  add('c', 'city', '01');
  for (let a = 0; a < 10; a++) {
    add(`n${a}`, 'county', `01${two(a)}`, 'c');
    for (let b = 0; b < 20; b++) {
      add(`t${a}-${b}`, 'township', `01${two(a)}${two(b)}`, `n${a}`);
      for (let v = 0; v < 25; v++) add(`v${a}-${b}-${v}`, 'village', `01${two(a)}${two(b)}${two(v)}`, `t${a}-${b}`);
    }
  }
  const records: StoredRecord[] = [];
  for (const { orgId } of made.filter(({ orgLevel }) => orgLevel === 'village')) {
    for (let month = 1; month <= 12; month++) {
      const n = records.length;
      records.push({
        ...visit(
          `r${n}`,
          orgId,
          `2025-${two(month)}-10`,
          { kind: n % 3 ? 'home' : 'site', amount: ((n * 7919) % 10_007) / 10, who: `p${n % 50}` },
          n % 4 ? 'done' : 'open',
        ),
        orgPath: paths.get(orgId) as string,
      });
    }
  }
  const report = countyReport({
    dimensions: [
      ...(countyReport({}).dimensions ?? []),
      { id: 'levels', title: '组织', levels: ['county', 'township'] },
    ],
    blocks: [
      { block: 'cards', id: 'cards', measures: ['count', 'sum', 'rate'] },
      { block: 'table', id: 'table', rows: ['levels'], columns: ['count', 'sum', 'mean', 'rate'] },
      { block: 'cross', id: 'cross', rows: ['levels'], columns: ['month'], measures: ['rate'] },
      { block: 'board', id: 'board', rows: 'township', measures: ['rate', 'sum'], showBottom: true },
    ],
  });
  const held = new Map(records.map((record) => [record.id, record]));
  const data = dataOf(report, records, made);
  Object.assign(data, {
    sources: {
      ...data.sources,
      now: '2025-12-31T09:00:00+08:00',
      records: (id: string) => (id === 'visit' ? held.values() : []),
    },
  });
  const chosen = { period: '2025', organisation: 'c' };
  compute(report, data, chosen);
  let turn = 0;
  return {
    /** Changes one record and computes the whole report again. */
    change() {
      const before = held.get(`r${(turn * 977) % records.length}`) as StoredRecord;
      const after: StoredRecord = {
        ...before,
        state: turn % 2 ? 'done' : 'open',
        data: { ...before.data, amount: turn++ },
      };
      held.set(after.id, after);
      data.update(before, after);
      return compute(report, data, chosen);
    },
  };
}
