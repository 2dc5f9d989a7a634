import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../../definition/compile.ts';
import { templates } from '../../definition/fixtures/templates.ts';
import type { StoredRecord } from '../../generated/record.ts';
import type { JsonObject } from '../../json/json.ts';
import { scoreOf } from '../../score/score.ts';
import { itemsOf } from '../../score/tree.ts';
import { Office, said } from '../fixtures/office.ts';

describe('a village file', () => {
  it('shows what the registers know, says what is missing, and hands measures to the task list once', () => {
    const office = new Office('2025-06-20');
    const id = office.open('village-file', { overviewText: '以茶叶种植为主。' }, 'town.filler');
    assert.equal(office.field(id, 'missingCount'), 7); // only the rate of meetings is known, and it is 0
    assert.match(said(office.tryOpen('village-file', {}, 'town.filler')), /./);
    const measures: JsonObject[] = [
      { measureText: '拓宽机耕路', responsiblePerson: 'town.filler', dueOn: '2026-03-31', isTask: true },
      { measureText: '办夜校', responsiblePerson: 'town.filler', dueOn: '2026-03-31', isTask: false },
    ];
    assert.match(
      said(
        office.try(id, 'analyse', 'town.reviewer', { mainDifficulty: '道路窄。', measures: [{ measureText: '修路' }] }),
      ),
      /责任人/,
    );
    office
      .move(id, 'analyse', 'town.reviewer', { mainDifficulty: '道路窄。', measures })
      .tick()
      .move(id, 'analyse', 'town.reviewer', { mainDifficulty: '道路窄、青年少。' });
    assert.deepEqual(
      office.all('task-list').map(({ orgId, data }) => [orgId, data['measureText'], data['issueRaisedBy']]),
      [['village', '拓宽机耕路', 'town']],
    );
    assert.equal(office.fact('village-file/analysedRate', 'village'), 100);
    office.on('2026-06-21');
    assert.equal(office.fact('village-file/analysedRate', 'village'), 0);
  });
});

describe('commendations', () => {
  it('count in the score of the organisation, and as points of the person once', () => {
    const office = new Office('2025-06-10');
    const notice = { publicityStartOn: '2025-06-16', publicityEndOn: '2025-06-20' };
    const one = office.open(
      'commendation',
      { awardTarget: 'organisation', awardName: '先进基层党组织', awardLevel: 'county', meritText: '集体收入翻番。' },
      'village.filler',
    );
    const other = office.open(
      'commendation',
      {
        awardTarget: 'candidate',
        personId: 'village.viewer',
        awardName: '担当作为好干部',
        awardLevel: 'county',
        meritText: '修通机耕路。',
      },
      'village.filler',
    );
    assert.match(
      said(
        office.try(one, 'publish', 'town.reviewer', { publicityStartOn: '2025-06-16', publicityEndOn: '2025-06-17' }),
      ),
      /5个工作日/,
    );
    office.move(one, 'publish', 'town.reviewer', notice).move(other, 'publish', 'town.reviewer', notice);
    assert.match(
      said(office.try(one, 'award', 'county.reviewer', { approvalDocNo: '18号', issuedOn: '2025-06-10' })),
      /公示期满/,
    );
    office.on('2025-06-27');
    for (const id of [one, other])
      office.move(id, 'award', 'county.reviewer', { approvalDocNo: '18号', issuedOn: '2025-06-27' });
    office.tick();
    assert.equal(office.fact('commendation/bonusScore', 'village', { periodCode: '2025' }), 2);
    assert.equal(office.fact('commendation/bonusScore', 'village2', { periodCode: '2025' }), 0);
    assert.deepEqual(
      office.all('member-points').map(({ subject, data }) => [subject?.id, data['pointsItem']]),
      [['village.viewer', 'honour']],
    );
    assert.equal(office.fact('commendation/personAwardCount', 'village.viewer', { periodCode: '2025' }), 1);
  });
});

describe('a model site', () => {
  it('needs targets with owner and date, is accepted by others, and what a check finds becomes a problem', () => {
    const office = new Office('2025-03-03');
    const target = {
      indicatorName: '组织覆盖率',
      targetValue: 90,
      responsiblePerson: 'village.filler',
      milestoneOn: '2025-06-30',
    };
    const id = office.open(
      'model-site',
      {
        projectName: '示范村',
        modelKind: 'village',
        responsiblePerson: 'village.filler',
        targets: [{ indicatorName: '组织覆盖率', targetValue: 90 }],
      },
      'village.filler',
    );
    assert.match(said(office.try(id, 'confirm', 'town.reviewer', { leadOrgId: 'agency' })), /责任人/);
    office
      .save(id, { targets: [target] }, 'village.filler')
      .move(id, 'confirm', 'town.reviewer', { leadOrgId: 'agency' });
    assert.match(said(office.try(id, 'requestAcceptance', 'village.filler')), /全部达成/);
    office
      .save(id, { targets: [{ ...target, actualValue: 92 }] }, 'village.filler')
      .move(id, 'requestAcceptance', 'village.filler');
    const notice = { publicityStartOn: '2025-03-03', publicityEndOn: '2025-03-07' };
    assert.match(said(office.try(id, 'accept', 'county.verifier', { acceptanceScore: 80, ...notice })), /85/);
    office
      .move(id, 'accept', 'county.verifier', { acceptanceScore: 90, ...notice })
      .on('2025-03-10')
      .move(id, 'name', 'county.reviewer');
    assert.equal(office.fact('model-site/namedCount', 'village', { by: 'village' }), 1);
    office.on('2026-03-11').move(id, 'warn', 'county.verifier', { acceptanceNote: '展板积灰，活动停了。' }).tick();
    assert.equal(office.all('problem-list').length, 1);
    office.on('2027-03-11').tick();
    assert.equal(office.get(id).state, 'ended');
  });
});

describe('titles', () => {
  it('are given after a notice, to the best as models, kept by a check within a year, and end without one', () => {
    const office = new Office('2025-03-10');
    const id = office.open('five-good-branch', {}, 'village.filler', { periodCode: '2025' });
    office.open(
      'organisation-life',
      { meetingType: ['themeDay'], heldOn: '2025-03-05', meetingTopic: '学习', attendeesExpected: 3 },
      'village.filler',
    );
    const { score } = templates().find(({ definition }) => definition.id === 'five-good-branch')!.definition;
    const items = Object.fromEntries(
      score!.dimensions.flatMap(({ items: all }) => all.map((item) => [item.id, { reviewScore: item.max }])),
    );
    const notice = { publicityStartOn: '2025-03-10', publicityEndOn: '2025-03-14' };
    office
      .move(id, 'submit', 'village.filler')
      .save(id, { items, spotCheckOn: '2025-03-10', verifyMethod: 'onSite' }, 'town.reviewer')
      .move(id, 'publish', 'town.reviewer', notice)
      .on('2025-03-17')
      .move(id, 'name', 'county.reviewer')
      .move(id, 'honour', 'county.reviewer');
    assert.equal(office.fact('five-good-branch/modelCount', 'village', { periodCode: '2025' }), 1);
    assert.equal(office.field(id, 'validUntilOn'), '2026-03-17');
    office.on('2026-03-10').move(id, 'recheck', 'town.reviewer').on('2026-03-20').tick();
    assert.deepEqual([office.get(id).state, office.field(id, 'validUntilOn')], ['model', '2027-03-10']);
    office.on('2027-03-11').tick();
    assert.equal(office.get(id).state, 'ended');
  });

  it('are not given to organisations in rectification, and only to enterprises where they are for enterprises', () => {
    const office = new Office('2025-11-10');
    const five = office.open('five-good-branch', { items: { massOrgs: { answer: true } } }, 'village.filler', {
      periodCode: '2025',
    });
    office.move(five, 'submit', 'village.filler');
    assert.match(
      said(
        office.try(five, 'publish', 'town.reviewer', { publicityStartOn: '2025-11-10', publicityEndOn: '2025-11-14' }),
      ),
      /命名标准/,
    );
    const strong = office.open('strong-enterprise', {}, 'village.filler', { periodCode: '2025' });
    assert.match(said(office.try(strong, 'submit', 'village.filler')), /非公有制企业/);
    assert.equal(office.fact('five-good-branch/namedRate', 'village', { periodCode: '2025' }), 0);
    assert.equal(office.fact('five-good-branch/spotCheckRate', 'village', { periodCode: '2025' }), 0);
  });
});

describe('stars', () => {
  it('are given to villages, not to committees above; notice and objection come first, and few stars lead to the screening once', () => {
    const office = new Office('2025-12-02').openPeriod('village-star-rating', '2025');
    assert.deepEqual(
      office.all('village-star-rating').map(({ orgId }) => orgId),
      ['village', 'village2', 'community'],
    );
    const [card] = office.all('village-star-rating');
    assert.ok(card);
    const { id } = card;
    const notice = { publicityStartOn: '2025-12-08', publicityEndOn: '2025-12-12' };
    office
      .save(id, { items: { fiveBasics: { selfScore: 50 }, villageGovernance: { selfScore: 8 } } }, 'village.filler')
      .filing(id, 'submit', 'village.filler')
      .on('2025-12-05')
      .filing(id, 'open', 'town.reviewer');
    assert.match(said(office.try(id, 'publish', 'county.reviewer', notice)), /县级审核/);
    office.filing(id, 'escalate', 'town.reviewer').filing(id, 'accept', 'county.reviewer');
    assert.match(
      said(office.try(id, 'publish', 'county.reviewer', { ...notice, publicityEndOn: '2025-12-09' })),
      /5个工作日/,
    );
    office
      .move(id, 'publish', 'county.reviewer', notice)
      .on('2025-12-09')
      .move(id, 'object', 'village.filler', { appealNote: '服务得分有误。' })
      .move(id, 'publish', 'county.reviewer', { publicityStartOn: '2025-12-10', publicityEndOn: '2025-12-16' });
    assert.match(said(office.try(id, 'decide', 'county.reviewer')), /公示期满/);
    office.on('2025-12-17').move(id, 'decide', 'county.reviewer').tick().tick();
    // no organisation life in any quarter of the year is a veto: one star
    assert.deepEqual(
      ['isVetoed', 'starLevel', 'starDecision', 'objectionCount', 'starValidUntilOn'].map((name) =>
        office.field(id, name),
      ),
      [true, 1, 'first', 1, '2026-12-16'],
    );
    assert.deepEqual(
      office.all('weak-branch').map(({ orgId, state, data }) => [orgId, state, data['screeningRound']]),
      [['village', 'screened', '2025-1']],
    );
  });
});

describe('with every template present', () => {
  const all = templates().map(({ definition }) => definition);
  const established = new Set(all.flatMap(({ facts = [] }) => facts.map(({ id }) => id)));
  const definition = all.find(({ id }) => id === 'branch-standard');
  assert.ok(definition?.score);
  for (const orgType of [
    'rural',
    'community',
    'agency',
    'institution',
    'stateFirm',
    'privateFirm',
    'socialOrg',
    'school',
    'university',
    'hospital',
  ]) {
    it(`24 of the 25 items of the standard compute by themselves for ${orgType}`, () => {
      const compiled = compile(definition);
      const record: StoredRecord = {
        id: 'r',
        definition: { id: 'branch-standard', version: '1.0.0', hash: compiled.hash },
        orgId: 'o',
        orgPath: 'o',
        revision: 0,
        links: [],
        facts: [],
        history: [],
        data: {},
        audit: { createdAt: '', createdBy: 'p', updatedAt: '', updatedBy: 'p' },
      };
      const organisation = {
        orgId: 'o',
        orgName: 'o',
        orgShortName: 'o',
        orgCode: 'o',
        orgType,
        orgForm: 'branch',
        orgLevel: 'village' as const,
        isActive: true,
      };
      const tree = scoreOf({ compiled, record, organisation, now: '2025-12-31T09:00:00+08:00' });
      assert.ok(tree);
      const byHand = itemsOf(tree)
        .filter(({ item }) => item.value === undefined)
        .map(({ id }) => id);
      assert.deepEqual(byHand, ['partyWorker']);
      const read = itemsOf(tree).flatMap(({ item }) =>
        [...(item.value ?? '').matchAll(/FACT(?:NUM|DEN)?\("([^"]+)"/g)].map(([, id]) => id ?? ''),
      );
      assert.deepEqual(
        read.filter((id) => !established.has(id)),
        [],
      );
    });
  }
});
