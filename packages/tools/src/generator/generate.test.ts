import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compile } from '@jiceng/core/definition/compile.js';
import { FactIndex } from '@jiceng/core/facts/fact-index.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { contentHash } from '@jiceng/core/json/hash.js';
import type { Json } from '@jiceng/core/json/json.js';
import { OrganisationIndex } from '@jiceng/core/org/organisation-index.js';
import { workdayTest } from '@jiceng/core/time/calendar.js';
import { parsePeriod } from '@jiceng/core/time/period.js';
import { DEFAULT_SEED, generate, type GeneratedData } from './generate.ts';
import { loadSchemas } from './load.ts';
import { makeOrganisations } from './places.ts';

const { definitions, recipes } = loadSchemas(fileURLToPath(new URL('../../../../schemas/', import.meta.url)));
const hash = (data: GeneratedData): string => contentHash(JSON.parse(JSON.stringify(data)) as Json);

describe('generator', () => {
  let data: GeneratedData;
  let facts: FactIndex;
  const broken: string[] = [];
  let all: readonly StoredRecord[];
  before(() => {
    data = generate({ definitions, recipes, preset: 'XS', onBroken: (id, reason) => broken.push(`${id}: ${reason}`) });
    all = Object.values(data.records).flat();
    facts = new FactIndex({
      definitions: definitions.map(compile),
      organisations: new OrganisationIndex(data.organisations),
      records: all,
      cells: data.importedFacts,
      now: data.now,
      isWorkday: workdayTest(),
    });
  });

  it('makes the same data again, and other data from another seed', () => {
    assert.equal(hash(generate({ definitions, recipes, preset: 'XS' })), hash(data));
    assert.notEqual(hash(generate({ definitions, recipes, preset: 'XS', seed: 1 })), hash(data));
  });

  it('has records of every definition, each true to its schema and at home in a known organisation', () => {
    const organisations = new Set(data.organisations.map(({ orgId }) => orgId));
    for (const definition of definitions) {
      const records = data.records[definition.id] ?? [];
      assert.ok(records.length > 0, definition.id);
      const states = new Set(definition.states?.map(({ id }) => id));
      for (const record of records) {
        assert.deepEqual(compile(definition).validator().validate(record.data), [], record.id);
        assert.ok(organisations.has(record.orgId));
        if (record.state !== undefined) assert.ok(states.has(record.state), `${record.id}: ${record.state}`);
      }
    }
  });

  it('makes nothing that its definition refuses: what moves ask for is there, their conditions hold, checks pass, hand-overs arrive', () => {
    assert.deepEqual(
      broken.filter((said) => !said.includes('already has the same values')),
      [],
    );
  });

  it('spreads records over their life', () => {
    const spread = definitions.filter(
      ({ id, states }) => (states?.length ?? 0) > 2 && new Set(data.records[id]?.map(({ state }) => state)).size > 1,
    );
    assert.ok(spread.length > 25, String(spread.length));
    const inOrder = all.filter(({ history }) =>
      history.every(({ at }, place) => place === 0 || at >= (history[place - 1]?.at ?? '')),
    );
    assert.equal(inOrder.length, all.length);
  });

  it('agrees with itself: the register counts the roster, meetings name people who exist, links have two ends', () => {
    for (const { orgId, data: register } of data.records['organisations'] ?? []) {
      const roster = (data.records['members'] ?? []).filter(
        (member) => member.orgId === orgId && member.state === 'present',
      );
      assert.equal(register['memberCount'], roster.length);
      assert.equal(facts.read({ id: 'members/memberCount', subjectId: orgId }).value, roster.length);
    }
    const people = new Set(data.people.map(({ personId }) => personId));
    for (const { data: meeting } of data.records['organisation-life'] ?? []) {
      for (const { personId } of (meeting['absentReasons'] ?? []) as { personId: string }[])
        assert.ok(people.has(personId));
      assert.equal(
        meeting['attendeesActual'],
        Number(meeting['attendeesExpected']) - Number(meeting['attendeesAbsent']),
      );
    }
    const byId = new Map(all.map((record) => [record.id, record]));
    for (const record of all)
      for (const link of record.links)
        assert.ok(
          byId.get(link.recordId)?.links.some((other) => other.recordId === record.id && other.rel !== link.rel),
          record.id,
        );
  });

  it('agrees between definitions: groups add up to the roster, a card counts the lectures of the ledger, visits count where they go, hours of classes are those of who finished them', () => {
    const of = (id: string): readonly StoredRecord[] => data.records[id] ?? [];
    for (const { orgId } of of('organisations')) {
      const groups = new Map<unknown, number>();
      for (const { data: member } of of('members').filter((each) => each.orgId === orgId && each.state === 'present')) {
        const group = member['assignedGroup'] ?? '';
        groups.set(group, (groups.get(group) ?? 0) + 1);
      }
      const grouped = facts.read({ id: 'members/groupedRate', subjectId: orgId });
      assert.equal(
        grouped.num,
        [...groups].reduce((sum, [group, count]) => (group === '' ? sum : sum + count), 0),
      );
      assert.equal(
        facts.read({ id: 'members/memberCount', subjectId: orgId }).value,
        (grouped.num ?? 0) + (groups.get('') ?? 0),
      );
      const lectures = of('organisation-life').filter(
        (meeting) =>
          meeting.orgId === orgId &&
          (meeting.data['meetingType'] as string[]).includes('lecture') &&
          String(meeting.data['heldOn']).startsWith('2024') &&
          meeting.state !== 'returned',
      );
      assert.equal(
        facts.read({ id: 'organisation-life/lectureCount', subjectId: orgId, periodCode: '2024' }).num ?? 0,
        lectures.length,
      );
      const visits = of('visit').filter(
        ({ data: visit, state }) => visit['contactOrgId'] === orgId && state === 'recorded',
      );
      assert.equal(
        facts.read({ id: 'visit/orgVisitCount', subjectId: orgId, periodCode: '2025' }).value ?? 0,
        visits.length,
      );
    }
    for (const { data: point, orgId, subject } of of('contact-point')) {
      assert.equal(
        point['visitCount'] ?? 0,
        of('visit').filter((visit) => visit.subject?.id === subject?.id && visit.data['contactOrgId'] === orgId).length,
      );
    }
    const hours = new Map<string, number>();
    for (const { data: course, state } of of('training')) {
      if ((state !== 'held' && state !== 'checked') || !String(course['endOn']).startsWith('2025')) continue;
      for (const { traineeId, isCompleted } of (course['participants'] ?? []) as {
        traineeId: string;
        isCompleted?: boolean;
      }[]) {
        if (isCompleted === true) hours.set(traineeId, (hours.get(traineeId) ?? 0) + Number(course['hours']));
      }
    }
    assert.ok(hours.size > 100);
    for (const [personId, sum] of hours)
      assert.equal(facts.read({ id: 'training/annualHours', subjectId: personId, periodCode: '2025' }).value, sum);
  });

  it('adds up at every level: a fact of an organisation is its own and that of all below, and no share is more than the whole', () => {
    const parents = new Map(data.organisations.map(({ orgId, parentOrgId }) => [orgId, parentOrgId]));
    const above = (orgId: string | undefined): string[] =>
      orgId === undefined ? [] : [orgId, ...above(parents.get(orgId))];
    let compared = 0;
    for (const { facts: declared = [] } of definitions) {
      for (const { id, subject, grain, num, den, type } of declared) {
        // different values are united, not added
        const isAdded = [num, den ?? num].every((part) => 'count' in part || 'sum' in part || 'formula' in part);
        if (subject !== 'organisation' || !isAdded) continue;
        for (const periodCode of grain === 'now' ? [undefined] : ['2024', '2025']) {
          const at = (subjectId: string) => ({ id, subjectId, ...(periodCode === undefined ? {} : { periodCode }) });
          const sums = new Map<string, { num: number; den: number }>();
          for (const { orgId } of data.organisations) {
            const own = facts.read(at(orgId));
            if (own.num === null) continue; // of whom nothing is known adds nothing
            for (const each of above(orgId))
              sums.set(each, {
                num: (sums.get(each)?.num ?? 0) + own.num,
                den: (sums.get(each)?.den ?? 0) + (own.den ?? 0),
              });
          }
          for (const [orgId, sum] of sums) {
            const whole = facts.read({ ...at(orgId), under: true });
            assert.ok(
              Math.abs((whole.num ?? 0) - sum.num) < 1e-6 && Math.abs((whole.den ?? 0) - sum.den) < 1e-6,
              `${id} ${periodCode ?? 'now'} ${orgId}: ${whole.num}/${whole.den} and ${sum.num}/${sum.den}`,
            );
            if (type === 'percent' && (whole.den ?? 0) > 0)
              assert.ok((whole.num ?? 0) <= (whole.den ?? 0), `${id} ${orgId}: ${whole.num} of ${whole.den}`);
            compared++;
          }
        }
      }
    }
    assert.ok(compared > 10_000, String(compared));
  });

  it('lets facts of townships without records agree with each other', () => {
    const cells = new Map(
      data.importedFacts.map((cell) => [`${cell.subjectId} ${cell.id} ${cell.periodCode ?? ''}`, cell]),
    );
    const number = (orgId: string, id: string, periodCode = '', part: 'num' | 'den' = 'num'): number =>
      cells.get(`${orgId} ${id} ${periodCode}`)?.[part] ?? 0;
    const quarters = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3'];
    const over = (orgId: string, id: string, part: 'num' | 'den'): number =>
      quarters.reduce((sum, quarter) => sum + number(orgId, id, quarter, part), 0);
    const shallow = [...new Set(data.importedFacts.map(({ subjectId }) => subjectId))];
    assert.ok(shallow.length > 10);
    for (const orgId of shallow) {
      assert.ok(number(orgId, 'members/fullMemberCount') <= number(orgId, 'members/memberCount'));
      assert.equal(
        number(orgId, 'problem-list/openCount'),
        over(orgId, 'problem-list/closeRate', 'den') - over(orgId, 'problem-list/closeRate', 'num'),
      );
      assert.ok(number(orgId, 'problem-list/overdueCount') <= number(orgId, 'problem-list/openCount'));
      for (const quarter of quarters) {
        assert.ok(
          number(orgId, 'problem-list/onTimeCloseRate', quarter) <= number(orgId, 'problem-list/closeRate', quarter),
        );
        assert.equal(
          number(orgId, 'organisation-life/attendanceRate', quarter, 'den'),
          number(orgId, 'organisation-life/heldRate', quarter) * number(orgId, 'members/memberCount'),
        );
      }
      assert.equal(
        number(orgId, 'branch-standard/metRate', '2024') === 1,
        number(orgId, 'branch-standard/totalScore', '2024') >= 85,
      );
    }
    for (const { periodCode } of data.importedFacts)
      assert.ok(periodCode === undefined || parsePeriod(periodCode)!.startOn <= data.now.slice(0, 10));
  });

  it('gives a held rate that comes from the meetings', () => {
    const branch = data.records['organisations']?.[0]?.orgId ?? '';
    const rate = facts.read({
      id: 'organisation-life/heldRate',
      subjectId: branch,
      periodCode: '2024',
      by: 'themeDay',
    });
    const months = new Set(
      (data.records['organisation-life'] ?? [])
        .filter(
          (meeting) =>
            meeting.orgId === branch &&
            (meeting.data['meetingType'] as string[]).includes('themeDay') &&
            meeting.data['isMadeUp'] === false &&
            String(meeting.data['heldOn']).startsWith('2024') &&
            meeting.state !== 'returned',
        )
        .map((meeting) => String(meeting.data['heldOn']).slice(0, 7)),
    );
    assert.equal(rate.den, 12);
    assert.equal(rate.num, months.size);
  });

  it('lets nothing lie after its own today', () => {
    const past = generate({ definitions, recipes, preset: 'XS', today: '2025-03-03' });
    for (const { id, audit, data: meeting } of Object.values(past.records).flat()) {
      assert.ok(audit.createdAt <= past.now, id);
      for (const name of ['heldOn', 'foundOn', 'closedOn', 'applicationOn', 'branchMeetingOn', 'pointsOn'])
        assert.ok(String(meeting[name] ?? '') <= '2025-03-03', `${id} ${name}`);
    }
  });

  it('makes dirt in the shares asked for, of no kind that a store could not hold, and none unasked', () => {
    const dirty = generate({
      definitions,
      recipes: { ...recipes, dirt: { ...recipes.dirt, duplicate: { ...recipes.dirt.duplicate, share: 0.2 } } },
      preset: 'XS',
      dirt: true,
    });
    const share = (made: GeneratedData, isBad: (record: StoredRecord) => boolean): number => {
      const found = Object.values(made.records).flat();
      return found.filter(isBad).length / found.length;
    };
    const texts = ({ data: values }: StoredRecord): readonly string[] =>
      Object.values(values).filter((value): value is string => typeof value === 'string');
    const isSpaced = (record: StoredRecord): boolean => texts(record).some((text) => text !== text.trim());
    const isLong = (record: StoredRecord): boolean =>
      texts(record).some((text) => text.length >= recipes.dirt.longText.length);
    assert.equal(share(data, isSpaced), 0);
    assert.ok(share(data, isLong) < share(dirty, isLong));
    assert.ok(
      Math.abs(share(dirty, isSpaced) - recipes.dirt.spacesAndWideDigits) < 0.015,
      String(share(dirty, isSpaced)),
    );
    const cleanById = new Map(all.map((record) => [record.id, record]));
    const lost = share(dirty, (record) =>
      Object.keys(cleanById.get(record.id)?.data ?? {}).some((name) => !(name in record.data)),
    );
    assert.ok(Math.abs(lost - recipes.dirt.missingOptional) < 0.05, String(lost));
    assert.ok(
      Object.values(dirty.records)
        .flat()
        .some(({ id }) => id.endsWith('-d')),
    );
    for (const definition of definitions) {
      const validator = compile(definition).validator();
      for (const record of dirty.records[definition.id] ?? [])
        assert.ok(
          validator.validate(record.data).every(({ keyword }) => keyword !== 'type'),
          record.id,
        );
    }
  });

  it('holds every organisation in records when asked for the whole county', () => {
    const few = recipes.records.filter(({ definition }) => definition === 'members' || definition === 'organisations');
    const whole = generate({ definitions, recipes: { ...recipes, records: few }, preset: 'XS', depth: 'county' });
    assert.equal(whole.importedFacts.length, 0);
    const registered = new Set(whole.records['organisations']?.map(({ orgId }) => orgId));
    const branches = whole.organisations.filter(({ orgForm }) =>
      ['branch', 'jointBranch', 'generalBranch'].includes(orgForm),
    );
    assert.deepEqual(
      branches.filter(({ orgId }) => !registered.has(orgId)),
      [],
    );
  });

  it('has an average county: 1,860 organisations besides the groups below branches, and some 35,700 members', () => {
    const county = makeOrganisations(recipes.places, DEFAULT_SEED, 'S');
    assert.equal(county.filter(({ organisation }) => organisation.orgForm !== 'group').length, 1860);
    const members = county.reduce((sum, { memberCount }) => sum + memberCount, 0);
    assert.ok(Math.abs(members - 35_700) < 360, String(members));
    for (const name of ['orgId', 'orgName'] as const)
      assert.equal(new Set(county.map(({ organisation }) => organisation[name])).size, county.length, name);
    assert.deepEqual(
      county
        .filter(({ organisation }) => /\d$/.test(organisation.orgName))
        .map(({ organisation }) => organisation.orgName),
      [],
    );
  });

  it('invents everybody and every place', () => {
    for (const { personName } of data.people) assert.match(personName, /某/);
    for (const { orgName } of data.organisations) assert.match(orgName, /^(云禾|县|.{1,8}(镇|街道|村|社区))/);
  });
});
