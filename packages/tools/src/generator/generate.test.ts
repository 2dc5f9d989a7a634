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
import { generate, type GeneratedData } from './generate.ts';
import { loadSchemas } from './load.ts';

const { definitions, recipes } = loadSchemas(fileURLToPath(new URL('../../../../schemas/', import.meta.url)));
const hash = (data: GeneratedData): string => contentHash(JSON.parse(JSON.stringify(data)) as Json);

describe('generator', () => {
  let data: GeneratedData;
  let facts: FactIndex;
  let all: readonly StoredRecord[];
  before(() => {
    data = generate({ definitions, recipes, preset: 'XS' });
    all = Object.values(data.records).flat();
    facts = new FactIndex({ definitions: definitions.map(compile), organisations: new OrganisationIndex(data.organisations), records: all, cells: data.importedFacts, now: data.now, isWorkday: workdayTest() });
  });

  it('makes the same data again, and other data from another seed', () => {
    assert.equal(hash(generate({ definitions, recipes, preset: 'XS' })), hash(data));
    assert.notEqual(hash(generate({ definitions, recipes, preset: 'XS', seed: 1 })), hash(data));
  });

  it('has records of every definition, each true to its schema and at home in a known organisation', () => {
    const organisations = new Set(data.organisations.map(({ orgId }) => orgId));
    const made = new Set(recipes.records.map((recipe) => recipe.definition));
    for (const definition of definitions.filter(({ id }) => made.has(id))) {
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

  it('agrees with itself: the register counts the roster, meetings name people who exist, links have two ends', () => {
    for (const { orgId, data: register } of data.records['organisations'] ?? []) {
      const roster = (data.records['members'] ?? []).filter((member) => member.orgId === orgId && member.state === 'present');
      assert.equal(register['memberCount'], roster.length);
      assert.equal(facts.read({ id: 'members/memberCount', subjectId: orgId }).value, roster.length);
    }
    const people = new Set(data.people.map(({ personId }) => personId));
    for (const { data: meeting } of data.records['organisation-life'] ?? []) {
      for (const { personId } of (meeting['absentReasons'] ?? []) as { personId: string }[]) assert.ok(people.has(personId));
      assert.equal(meeting['attendeesActual'], Number(meeting['attendeesExpected']) - Number(meeting['attendeesAbsent']));
    }
    const byId = new Map(all.map((record) => [record.id, record]));
    for (const record of all) for (const link of record.links) assert.ok(byId.get(link.recordId)?.links.some((other) => other.recordId === record.id && other.rel !== link.rel), record.id);
  });

  it('gives a held rate that comes from the meetings', () => {
    const branch = data.records['organisations']?.[0]?.orgId ?? '';
    const rate = facts.read({ id: 'organisation-life/heldRate', subjectId: branch, periodCode: '2024', by: 'themeDay' });
    const months = new Set((data.records['organisation-life'] ?? [])
      .filter((meeting) => meeting.orgId === branch && (meeting.data['meetingType'] as string[]).includes('themeDay') && meeting.data['isMadeUp'] === false && String(meeting.data['heldOn']).startsWith('2024') && meeting.state !== 'returned')
      .map((meeting) => String(meeting.data['heldOn']).slice(0, 7)));
    assert.equal(rate.den, 12);
    assert.equal(rate.num, months.size);
  });

  it('lets nothing lie after its own today', () => {
    const past = generate({ definitions, recipes, preset: 'XS', today: '2025-03-03' });
    for (const { id, audit, data: meeting } of Object.values(past.records).flat()) {
      assert.ok(audit.createdAt <= past.now, id);
      for (const name of ['heldOn', 'foundOn', 'closedOn', 'applicationOn', 'branchMeetingOn', 'pointsOn']) assert.ok(String(meeting[name] ?? '') <= '2025-03-03', `${id} ${name}`);
    }
  });

  it('invents everybody and every place', () => {
    for (const { personName } of data.people) assert.match(personName, /某/);
    for (const { orgName } of data.organisations) assert.match(orgName, /^(云禾|县|.{1,8}(镇|街道|村|社区))/);
  });
});
