import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../json/json.ts';
import { Office, said } from '../fixtures/office.ts';

const SURVEY = {
  employeeCount: 60,
  hasFixedPremises: true,
  isOperating: true,
  unitMemberCount: 4,
  unitFullMemberCount: 3,
  coverMode: 'none',
  workCoverMode: 'none',
  notBuiltReason: 'ownerHesitant',
  planBuildOn: '2025-10-31',
  surveyorName: '李某',
};

/** A unit of the township, surveyed. */
function unit(office: Office, unitName: string, values: JsonObject = {}): string {
  const id = office.open('unit-register', { unitName, unitKind: 'privateFirm' }, 'town.filler', { orgId: 'town' });
  office.move(id, 'survey', 'town.filler', { ...SURVEY, ...values });
  return id;
}

describe('the register of units', () => {
  it('finds what should be built, plans it once, and closes the plan when the register shows it', () => {
    const office = new Office('2025-04-01');
    const id = unit(office, '明川机械');
    const plans = () => office.all('building-plan');
    assert.deepEqual(
      ['isInScope', 'isOrgCovered', 'shouldBuildSingle', 'unitGroup'].map((name) => office.field(id, name)),
      [true, false, true, 'privateFirm'],
    );
    assert.deepEqual(
      plans().map(({ orgId, data }) => [orgId, data['buildKind'], data['planBuildOn']]),
      [['town', 'single', '2025-10-31']],
    );
    office.move(id, 'survey', 'town.filler', SURVEY).tick();
    assert.equal(plans().length, 1);
    const plan = plans()[0]!.id;
    assert.match(
      said(office.try(plan, 'plan', 'town.filler', { responsiblePerson: 'town.filler', planBuildOn: '2026-03-01' })),
      /年底前/,
    );
    office.move(plan, 'plan', 'town.filler', { responsiblePerson: 'town.filler', planBuildOn: '2025-10-31' });
    assert.match(said(office.try(plan, 'confirmBuilt', 'town.filler')), /摸排登记/);
    assert.match(
      said(
        office.try(id, 'changeCover', 'town.filler', {
          coverMode: 'single',
          workCoverMode: 'ownOrganisation',
          builtOn: '2025-09-20',
        }),
      ),
      /所属党组织/,
    );
    office
      .on('2025-09-22')
      .move(id, 'changeCover', 'town.filler', {
        coverMode: 'single',
        jointOrgId: 'village2',
        workCoverMode: 'ownOrganisation',
        builtOn: '2025-09-20',
      })
      .tick();
    assert.deepEqual([office.get(plan).state, office.field(plan, 'builtOn')], ['built', '2025-09-20']);
    assert.match(said(office.try(plan, 'verify', 'town.verifier', { verifyMethod: 'data' })), /核验人员|其他组织/);
    office.move(plan, 'verify', 'county.verifier', { verifyMethod: 'onSite' });
    assert.deepEqual(
      [
        office.fact('building-plan/builtRate', 'town', { periodCode: '2025' }),
        office.fact('building-plan/openCount', 'town'),
      ],
      [100, 0],
    );
  });

  it('counts both coverages, what is unverified apart, and divides by nothing nowhere', () => {
    const office = new Office('2025-04-01');
    const rate = (id: string, by?: string) => {
      const { num, den } = office.facts.read({
        id: `unit-register/${id}`,
        subjectId: 'county',
        under: true,
        ...(by ? { by } : {}),
      });
      return [num, den];
    };
    assert.equal(office.fact('unit-register/orgCoverageRate', 'county', { under: true }), undefined);
    unit(office, '甲', {
      coverMode: 'joint',
      jointOrgId: 'village',
      workCoverMode: 'ownOrganisation',
      unitFullMemberCount: 2,
    });
    unit(office, '乙', {
      coverMode: 'joint',
      jointOrgId: 'village',
      workCoverMode: 'ownOrganisation',
      unitFullMemberCount: 1,
    });
    unit(office, '丙', {
      coverMode: 'area',
      workCoverMode: 'ownOrganisation',
      unitFullMemberCount: 0,
      unitMemberCount: 0,
    });
    const guided = unit(office, '丁', {
      unitFullMemberCount: 0,
      unitMemberCount: 0,
      workCoverMode: 'instructor',
      instructorId: 'town.viewer',
    });
    unit(office, '小店', { employeeCount: 4, unitMemberCount: 0, unitFullMemberCount: 0 });
    office.open('unit-register', { unitName: '未摸排', unitKind: 'microFirm' }, 'county.reviewer', { orgId: 'town' });
    assert.deepEqual(
      [
        rate('orgCoverageRate', 'privateFirm'),
        rate('areaCoverRate'),
        rate('workCoverageRate'),
        rate('memberOrgRate'),
        rate('memberedRate'),
        rate('unverifiedRate'),
      ],
      [
        [2, 4],
        [1, 4],
        [4, 4],
        [2, 2],
        [2, 4],
        [1, 5],
      ],
    );
    assert.equal(office.fact('unit-register/jointUnitCount', 'village'), 2);
    assert.deepEqual(rate('effectiveCoverageRate'), [0, 4]);
    assert.equal(office.field(guided, 'isEffectiveCover'), false);
    office.move(guided, 'contact', 'town.viewer');
    assert.deepEqual(rate('effectiveCoverageRate'), [1, 4]);
    office.on('2026-06-01');
    assert.deepEqual(
      [rate('orgCoverageRate'), rate('unverifiedRate')],
      [
        [null, null],
        [5, 5],
      ],
    ); // all are stale by now
  });

  it('plans for a new association at once, and hands a detached one over without a gap', () => {
    const office = new Office('2025-05-06');
    const id = office.open(
      'unit-register',
      { unitName: '青商会', unitKind: 'association', foundedOn: '2025-04-28' },
      'county.reviewer',
      { orgId: 'town' },
    );
    assert.deepEqual(
      office.all('building-plan').map(({ data }) => [data['buildKind'], data['planBuildOn']]),
      [['newUnit', '2025-05-28']],
    );
    office.on('2025-06-10');
    assert.equal(office.fact('unit-register/newUncoveredCount', 'town'), 1);
    office.move(id, 'survey', 'town.filler', {
      ...SURVEY,
      unitFullMemberCount: 1,
      unitMemberCount: 1,
      coverMode: 'industry',
      workCoverMode: 'ownOrganisation',
    });
    office.move(id, 'detach', 'town.filler', { receivingOrgId: 'street', formerOrgId: 'agency' });
    assert.match(said(office.try(id, 'receive', 'town.filler')), /须由/);
    office.move(id, 'receive', 'street.filler').tick();
    const found = office
      .all('unit-register')
      .map(({ orgId, state, data }) => [orgId, state, data['unitName'], data['formerOrgId'] ?? null]);
    assert.deepEqual(found, [
      ['town', 'transferred', '青商会', 'agency'],
      ['street', 'registered', '青商会', 'agency'],
    ]);
  });

  it('a branch that grows out of a joint one counts as incubated', () => {
    const office = new Office('2025-04-01');
    const id = unit(office, '己', { coverMode: 'joint', jointOrgId: 'village2', workCoverMode: 'ownOrganisation' });
    assert.equal(office.all('building-plan')[0]!.data['buildKind'], 'incubate');
    office
      .on('2025-06-03')
      .move(id, 'changeCover', 'town.filler', {
        coverMode: 'single',
        jointOrgId: 'village',
        workCoverMode: 'ownOrganisation',
        builtOn: '2025-06-01',
      })
      .tick();
    const plan = office.all('building-plan')[0]!;
    assert.equal(plan.state, 'built');
    assert.equal(office.fact('building-plan/incubatedCount', 'town', { periodCode: '2025' }), 1);
  });
});

describe('the quarterly coverage', () => {
  it('computes everything from below, leaves out what does not exist, and hands over missed targets once at the year end', () => {
    const office = new Office('2025-12-28');
    unit(office, '甲', {
      coverMode: 'single',
      jointOrgId: 'village',
      workCoverMode: 'ownOrganisation',
      planBuildOn: null,
    });
    // not covered, and enough members for a branch of its own: one unit to build, not two
    unit(office, '乙', { unitFullMemberCount: 3, unitMemberCount: 3, planBuildOn: '2026-03-31' });
    office.openPeriod('coverage-report', '2025-Q4');
    const report = office.all('coverage-report').find(({ orgId }) => orgId === 'town')!.id;
    office.save(report, { progressNote: '新建一个支部。' }, 'town.filler');
    assert.deepEqual(
      ['scopeCount', 'orgCoveredCount', 'orgCoverageRate', 'singleBuildRate', 'notBuiltCount'].map((name) =>
        office.field(report, name),
      ),
      [2, 1, 50, 50, 1],
    );
    assert.equal(office.field(report, 'jointAvgUnits'), undefined); // no joint organisation: over nothing
    office
      .on('2026-01-05')
      .filing(report, 'submit', 'town.filler')
      .filing(report, 'open', 'county.reviewer')
      .filing(report, 'accept', 'county.reviewer');
    const keys = office
      .all('problem-list')
      .flatMap(({ links }) => links.map(({ key }) => key))
      .sort();
    // no social organisation, so its targets are left out
    assert.deepEqual(keys, ['effectiveCover', 'firmOrg', 'firmWork', 'memberOrg']);
    office.filing(report, 'correct', 'county.reviewer', {}, '复核后更正。').filing(report, 'accept', 'county.reviewer');
    assert.equal(office.all('problem-list').length, keys.length);
    const { num, den } = office.facts.read({
      id: 'coverage-report/orgCoverageRate',
      subjectId: 'county',
      periodCode: '2025-Q4',
      under: true,
    });
    assert.deepEqual([num, den], [1, 2]);
  });
});

describe('the check of a comprehensive committee', () => {
  it('computes what it can and hands over what is missing once', () => {
    const office = new Office('2025-11-10');
    office.openPeriod('industry-committee', '2025');
    const id = office.all('industry-committee').find(({ orgId }) => orgId === 'street')!.id;
    office.save(
      id,
      {
        areaName: '街道内小微企业',
        items: {
          systemsComplete: { answer: true },
          hasBody: { answer: true },
          hasFunds: { selfScore: 0 },
          organised: { selfScore: 1 },
          dutiesClear: { answer: false },
        },
      },
      'street.filler',
    );
    office
      .filing(id, 'submit', 'street.filler')
      .filing(id, 'open', 'county.reviewer')
      .filing(id, 'accept', 'county.reviewer');
    const keys = office
      .all('problem-list')
      .flatMap(({ links }) => links.map(({ key }) => key))
      .sort();
    assert.deepEqual(keys, ['dutiesClear', 'hasFunds', 'hasPeople']); // nobody is on the roster of full-time workers
    assert.equal(
      office.fact('industry-committee/complianceLevel', 'street', { periodCode: '2025' }),
      office.field(id, 'complianceLevel'),
    );
  });
});
