import type { Organisation } from '../generated/organisation.ts';
import type { StoredRecord } from '../generated/record.ts';
import { fixture } from '../engine/fixtures/definitions.ts';
import { OrganisationIndex } from '../org/organisation-index.ts';
import { workdayTest } from '../time/calendar.ts';
import { FactIndex } from './fact-index.ts';

// Run: node --conditions=@jiceng/source --import tsx packages/core/src/facts/fact-index.bench.ts
// A county: 1,640 organisations with 47 meetings a year each; every fact of every organisation, and of every township.

const TOWNSHIPS = 40;
const BRANCHES = 1600;
const MEETINGS = 47;

const organisation = (
  orgId: string,
  orgLevel: Organisation['orgLevel'],
  orgCode: string,
  parentOrgId?: string,
): Organisation => ({
  orgId,
  orgName: orgId,
  orgShortName: orgId,
  orgCode,
  orgType: 'rural',
  orgForm: 'branch',
  orgLevel,
  isActive: true,
  ...(parentOrgId ? { parentOrgId } : {}),
});
const two = (n: number): string => String(n).padStart(2, '0');

const organisations = new OrganisationIndex([
  organisation('c', 'county', '01'),
  ...Array.from({ length: TOWNSHIPS }, (_, at) => organisation(`t${at}`, 'township', `01${two(at)}`, 'c')),
  ...Array.from({ length: BRANCHES }, (_, at) =>
    organisation(
      `b${at}`,
      'village',
      `01${two(at % TOWNSHIPS)}${two(Math.floor(at / TOWNSHIPS))}`,
      `t${at % TOWNSHIPS}`,
    ),
  ),
]);
const at = '2025-01-01T08:00:00+08:00';
const records: StoredRecord[] = [];
for (let branch = 0; branch < BRANCHES; branch++) {
  for (let n = 0; n < MEETINGS; n++) {
    records.push({
      id: `${branch}-${n}`,
      definition: { id: 'organisation-life', version: '1.0.0', hash: '' },
      orgId: `b${branch}`,
      orgPath: organisations.path(`b${branch}`),
      state: 'recorded',
      revision: 0,
      links: [],
      facts: [],
      history: [],
      audit: { createdAt: at, createdBy: 'p', updatedAt: at, updatedBy: 'p' },
      data: {
        meetingType: ['memberMeeting', 'committeeMeeting', 'lecture'][n % 3],
        heldOn: `2025-${two((n % 12) + 1)}-10`,
        attendeesExpected: 20,
        attendeesActual: 15 + (n % 5),
        meetingTopic: '学习',
        speakers: ['甲', '乙'],
      },
    });
  }
}

function time(name: string, run: () => void): void {
  const start = performance.now();
  run();
  console.log(`${name.padEnd(60)} ${(performance.now() - start).toFixed(0).padStart(6)} ms`);
}

const facts = new FactIndex({
  definitions: [fixture('meeting')],
  organisations,
  records,
  now: '2025-12-20T08:00:00+08:00',
  isWorkday: workdayTest(),
});
const ids = [...facts.ids()].filter((id) => !id.endsWith('endless') && !id.endsWith('aboveUsual'));
const all = [...organisations.organisations()];
time(`first reading of ${ids.length} facts: ${records.length} records counted`, () => {
  for (const id of ids) facts.read({ id, subjectId: 'b0', periodCode: '2025' });
});
time(`${all.length} organisations × ${ids.length} facts, year`, () => {
  for (const { orgId } of all) for (const id of ids) facts.read({ id, subjectId: orgId, periodCode: '2025' });
});
time(`the same again`, () => {
  for (const { orgId } of all) for (const id of ids) facts.read({ id, subjectId: orgId, periodCode: '2025' });
});
time(`${TOWNSHIPS} townships × ${ids.length} facts with all below, year`, () => {
  for (let n = 0; n < TOWNSHIPS; n++)
    for (const id of ids) facts.readUnder({ id, subjectId: `t${n}`, periodCode: '2025' });
});
time('the county with all below, one rate', () => {
  facts.readUnder({ id: 'organisation-life/heldRate', subjectId: 'c', periodCode: '2025' });
});
const [first] = records;
if (first)
  time('one record changed, its branch read again', () => {
    facts.update(first, { ...first, state: 'withdrawn' });
    for (const id of ids) facts.read({ id, subjectId: 'b0', periodCode: '2025' });
  });
