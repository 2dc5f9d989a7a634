import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Office, said } from '../fixtures/office.ts';

const AWAY = {
  flowDirection: 'out',
  leftOn: '2025-01-10',
  flowReason: 'work',
  destinationRegion: '东湖区',
  liaisonName: '李某',
  attendsAt: 'host',
  receivingOrgId: 'community',
};

describe('mobile members', () => {
  it('are shared by both sides, fall due on both lists, and are proposed for a transfer once', () => {
    const office = new Office('2025-01-10');
    const id = office.open('mobile-members', AWAY, 'village.filler', { person: 'village.viewer' });
    assert.equal(office.fact('mobile-members/includedRate', 'village'), 0);
    assert.equal(office.fact('mobile-members/includedRate', 'village2'), undefined);
    office.on('2025-01-20').move(id, 'reportIn', 'community.filler', { reportedInOn: '2025-01-20' });
    office.on('2025-02-20').tick();
    assert.equal(office.get(id).state, 'unlinked');
    assert.deepEqual(
      [
        office.fact('mobile-members/unlinkedCount', 'village'),
        office.fact('mobile-members/hostUnlinkedCount', 'community'),
      ],
      [1, 1],
    );
    office.move(id, 'include', 'community.filler', { attendsAt: 'host' });
    assert.equal(office.fact('mobile-members/includedRate', 'village'), 100);
    office.on('2025-07-09').tick();
    assert.equal(office.all('membership-transfer').length, 0);
    office.on('2025-07-10').tick().on('2025-07-11').tick();
    const [transfer] = office.all('membership-transfer');
    assert.ok(transfer);
    assert.equal(office.all('membership-transfer').length, 1);
    assert.deepEqual(
      [transfer.orgId, transfer.state, transfer.data['receivingOrgId']],
      ['village', 'applied', 'community'],
    );

    office.move(transfer.id, 'issue', 'village.reviewer', {
      transferLetterNo: 'YH2025-1',
      transferIssuedOn: '2025-07-11',
      isWithinCity: true,
    });
    assert.equal(office.field(transfer.id, 'transferValidUntilOn'), '2025-07-21');
    office.on('2025-07-22').tick();
    assert.equal(office.get(transfer.id).state, 'expired');
    office.move(transfer.id, 'issue', 'village.reviewer', {
      transferLetterNo: 'YH2025-2',
      transferIssuedOn: '2025-07-22',
      isWithinCity: true,
    });
    assert.notEqual(said(office.try(transfer.id, 'giveBack', 'community.filler')), ''); // a refusal needs its reason
    office.move(transfer.id, 'giveBack', 'community.filler', { returnReason: '手续不全。' });
    assert.match(said(office.try(transfer.id, 'accept', 'village.reviewer')), /须由/);
    office
      .move(transfer.id, 'accept', 'county.reviewer') // the superior decides where the receiver refused
      .move(transfer.id, 'receipt', 'community.filler', { receiptOn: '2025-07-22' });
    assert.equal(office.fact('membership-transfer/acceptedRate', 'village', { periodCode: '2025' }), 100);
    office.on('2025-07-23').tick();
    assert.equal(office.get(id).state, 'transferred');
    assert.equal(office.fact('mobile-members/includedRate', 'village'), undefined); // nobody is away any more
  });

  it('a yearly check lists problems only, and hands each over once', () => {
    const office = new Office('2025-06-12');
    office.open('members', { memberStatus: 'full' }, 'village.filler', { person: 'village.viewer' });
    office.open('members', { memberStatus: 'full' }, 'village.filler', { person: 'village.reviewer' });
    const row = {
      personId: 'village.viewer',
      relationProblem: 'notMoved',
      measureText: '联系接收地',
      responsiblePerson: 'village.filler',
      dueOn: '2025-08-31',
    };
    const id = office.open(
      'relation-check',
      { inspectedOn: '2025-06-12', isAllChecked: true, problems: [row, { ...row, personId: 'village.reviewer' }] },
      'village.filler',
      { periodCode: '2025' },
    );
    assert.equal(office.field(id, 'singleRate'), 0);
    office
      .filing(id, 'submit', 'village.filler')
      .filing(id, 'open', 'town.reviewer')
      .filing(id, 'accept', 'town.reviewer');
    office.filing(id, 'correct', 'town.reviewer', {}, '再核一次。').filing(id, 'accept', 'town.reviewer');
    // two members with the same problem are two problems, each with its owner and date
    assert.deepEqual(
      office.all('problem-list').map(({ data }) => [data['problemText'], data['responsiblePerson'], data['dueOn']]),
      [
        ['组织关系排查第1名：应转未转。措施：联系接收地', 'village.filler', '2025-08-31'],
        ['组织关系排查第2名：应转未转。措施：联系接收地', 'village.filler', '2025-08-31'],
      ],
    );
    const empty = office.open('relation-check', { inspectedOn: '2025-06-12', isAllChecked: true }, 'village2.filler', {
      orgId: 'village2',
      periodCode: '2025',
    });
    assert.equal(office.field(empty, 'singleRate'), undefined);
  });
});

describe('members who serve', () => {
  it('check in, serve and get feedback; the four actions tick themselves', () => {
    const office = new Office('2025-08-16');
    office.open('members', { memberStatus: 'full' }, 'agency.filler', { orgId: 'agency', person: 'agency.viewer' });
    const checkIn = office.open('member-service', { communityId: 'community' }, 'agency.viewer', {
      orgId: 'agency',
      person: 'agency.viewer',
    });
    assert.equal(office.fact('member-service/checkInRate', 'agency'), 0);
    assert.notEqual(said(office.try(checkIn, 'confirm', 'agency.filler')), '');
    office.move(checkIn, 'confirm', 'community.filler', { servicePost: 'law' });
    assert.equal(office.fact('member-service/checkInRate', 'agency'), 100);
    assert.equal(office.fact('member-service/checkInRate', 'village'), undefined); // no members known
    const service = {
      serviceOn: '2025-08-16',
      serviceKind: 'volunteer',
      servicePrescribed: ['volunteerOnce'],
      serviceHours: 4,
    };
    const id = office.open('service-record', service, 'agency.viewer', { orgId: 'agency', person: 'agency.viewer' });
    assert.equal(office.field(id, 'communityId'), 'community');
    office.move(id, 'confirm', 'community.filler', { communityFeedback: 'good' });
    assert.equal(office.fact('member-service/activeRate', 'agency', { periodCode: '2025' }), 100);
    assert.equal(
      office.fact('service-record/prescribed', 'agency.viewer', { periodCode: '2025', by: 'volunteerOnce' }),
      1,
    );
    assert.equal(office.all('member-points').length, 0);
    office.move(checkIn, 'consult', 'community.filler', { awardOpinion: 'veryGood' });
    assert.deepEqual(
      ['isConsultedForAward', 'prescribedCount', 'serviceHours'].map((name) => office.field(checkIn, name)),
      [true, 1, 4],
    );
  });

  it('service of an activist becomes points, once', () => {
    const office = new Office('2024-01-08');
    const person = 'village.viewer';
    const applicant = office.open(
      'member-admission',
      { birthYear: 1999, applicationOn: '2024-01-08' },
      'village.filler',
      { person },
    );
    office.step(applicant, 's01', 'village.filler');
    const service = (serviceOn: string) =>
      office.move(
        office.open('service-record', { serviceOn, serviceKind: 'volunteer', serviceHours: 4 }, person, { person }),
        'confirm',
        'town.reviewer',
        { communityFeedback: 'good' },
      );
    service('2024-01-06');
    assert.equal(office.all('member-points').length, 0); // not yet an activist
    office.on('2024-01-20').step(applicant, 's02', 'village.filler', { interviewOn: '2024-01-20' });
    office.on('2024-07-12').step(applicant, 's03', 'village.filler', {
      recommendedBy: 'youthLeague',
      activistOn: '2024-07-12',
      publicity: [
        { admissionStep: 3, publicityStartOn: '2024-07-01', publicityEndOn: '2024-07-05', objectionCount: 0 },
      ],
    });
    service('2024-07-12').tick();
    assert.deepEqual(
      office.all('member-points').map(({ subject, data }) => [subject?.id, data['pointsItem'], data['pointsValue']]),
      [[person, 'volunteer', 4]],
    );
    assert.match(
      said(
        office.tryOpen(
          'service-record',
          { serviceOn: '2024-07-12', serviceKind: 'volunteer', serviceHours: 1 },
          person,
          { person },
        ),
      ),
      /已有一条/,
    );
  });

  it('units check in once and match offers with needs', () => {
    const office = new Office('2025-03-05');
    const id = office.open(
      'unit-checkin',
      { communityId: 'community', checkInOn: '2025-03-05', liaisonName: '赵某' },
      'agency.filler',
      { orgId: 'agency' },
    );
    assert.equal(office.field(id, 'matchRate'), undefined);
    const before = office.facts.read({ id: 'unit-checkin/checkInRate', subjectId: 'county', under: true });
    assert.deepEqual([before.num, before.den], [0, 1]);
    office.move(id, 'confirm', 'community.filler');
    office.move(id, 'update', 'community.filler', {
      matches: [
        {
          resourceOffer: '会议室',
          matchedProject: '议事厅',
          responsiblePerson: 'agency.filler',
          dueOn: '2025-06-30',
          matchStatus: 'done',
        },
      ],
    });
    assert.equal(office.fact('unit-checkin/projectDoneRate', 'agency'), 100);
    assert.equal(office.facts.read({ id: 'unit-checkin/checkInRate', subjectId: 'county', under: true }).value, 100);
  });
});

describe('admissions', () => {
  it('are checked afterwards; what is found becomes a problem once and is concluded by others', () => {
    const office = new Office('2025-06-10');
    const id = office.open(
      'admission-check',
      { campaignName: '2025年排查', inspectedOn: '2025-06-10', checkPoints: ['application'] },
      'town.reviewer',
      { person: 'p1' },
    );
    assert.match(said(office.try(id, 'clear', 'town.reviewer')), /没有全部符合/);
    office.move(id, 'rectify', 'town.reviewer', {
      problemKinds: ['procedure'],
      findings: '缺少考察记录。',
      dueOn: '2025-08-31',
    });
    assert.notEqual(said(office.try(id, 'conclude', 'town.reviewer', { conclusion: 'corrected' })), '');
    office.move(id, 'conclude', 'town.verifier', { conclusion: 'corrected' });
    assert.equal(office.all('problem-list').length, 1);
    assert.equal(office.fact('admission-check/problemRate', 'village', { periodCode: '2025' }), 100);
    assert.equal(office.fact('admission-check/solvedRate', 'village2', { periodCode: '2025' }), undefined);
  });

  it('are counted against the quota by themselves', () => {
    const office = new Office('2025-02-14');
    const id = office.open('admission-plan', { quotaLine: 'total', askedValue: 3 }, 'town.filler', {
      orgId: 'town',
      periodCode: '2025',
    });
    assert.equal(office.field(id, 'completionRate'), undefined); // no quota yet
    office.move(id, 'issue', 'county.reviewer', { targetValue: 2 });
    assert.deepEqual([office.field(id, 'actualValue'), office.field(id, 'completionRate')], [0, 0]);
    assert.match(
      said(
        office.tryOpen('admission-plan', { quotaLine: 'total', askedValue: 4 }, 'town.filler', {
          orgId: 'town',
          periodCode: '2025',
        }),
      ),
      /已有/,
    );
  });
});

describe('a check of past admissions', () => {
  it('is cleared only with all points met; what is found becomes one problem, concluded by somebody else', () => {
    const office = new Office('2025-06-10');
    const checked = { campaignName: '2025年排查', inspectedOn: '2025-06-10' };
    const id = office.open('admission-check', { ...checked, checkPoints: ['application'] }, 'town.verifier', {
      person: 'village.viewer',
    });
    assert.match(said(office.try(id, 'clear', 'town.reviewer')), /没有全部符合/);
    office
      .move(id, 'rectify', 'town.reviewer', {
        problemKinds: ['procedure'],
        findings: '缺少一次考察记录。',
        dueOn: '2025-08-31',
      })
      .tick()
      .tick();
    assert.deepEqual(
      office.all('problem-list').map(({ orgId, data }) => [orgId, data['dueOn']]),
      [['village', '2025-08-31']],
    );
    assert.match(said(office.try(id, 'conclude', 'county.verifier', { conclusion: 'none' })), /没有问题/);
    assert.notEqual(said(office.try(id, 'conclude', 'town.verifier', { conclusion: 'corrected' })), '');
    office.on('2025-08-20').move(id, 'conclude', 'county.verifier', { conclusion: 'corrected' });
    assert.equal(office.fact('admission-check/solvedRate', 'village', { periodCode: '2025' }), 100);
  });
});
