import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Office, said } from '../fixtures/office.ts';

const APPROVE = {
  hostOrgId: 'town',
  responsiblePerson: 'village.filler',
  fundSource: 'superior',
  budgetAmount: 80000,
  startPlannedOn: '2025-04-10',
  finishPlannedOn: '2025-09-30',
};

describe('a project', () => {
  it('runs, is checked on the spot, accepted by others, and shows how early it was', () => {
    const office = new Office('2025-04-01');
    const id = office.open('project', { projectName: '围墙维修', projectKind: 'wall' }, 'village.filler', {
      periodCode: '2025',
    });
    office.move(id, 'approve', 'town.reviewer', APPROVE).on('2025-04-10').move(id, 'start', 'town.filler');
    assert.equal(office.field(id, 'spendRate'), undefined); // nothing received: a rate over nothing
    office
      .on('2025-06-02')
      .move(id, 'report', 'village.filler', { physicalProgressPct: 60, allocatedAmount: 80000, spentAmount: 20000 });
    assert.deepEqual(
      ['allocationRate', 'spendRate'].map((name) => office.field(id, name)),
      [100, 25],
    );
    assert.match(said(office.try(id, 'report', 'village.filler', { physicalProgressPct: 40 })), /写明原因/);
    office
      .move(id, 'spotCheck', 'county.verifier', { spotCheckResult: 'problem', riskNote: '砌筑材料没有检验单。' })
      .tick();
    office.move(id, 'spotCheck', 'county.verifier', { spotCheckResult: 'problem', riskNote: '砌筑材料没有检验单。' });
    assert.deepEqual(
      office.all('problem-list').map(({ data }) => data['problemSource']),
      ['supervision'],
    );
    office.on('2025-09-20').move(id, 'requestClose', 'village.filler', {
      physicalProgressPct: 100,
      finishActualOn: '2025-09-18',
      evidenceNote: '已完工。',
    });
    // the implementing unit
    assert.match(said(office.try(id, 'accept', 'town.verifier', { verifyMethod: 'onSite' })), /其他组织/);
    office.move(id, 'accept', 'county.verifier', { verifyMethod: 'onSite' });
    assert.deepEqual(
      [office.field(id, 'earlyDays'), office.fact('project/earlyCount', 'village', { periodCode: '2025', by: 'wall' })],
      [12, 1],
    );
  });

  it('that is late becomes one problem; practical matters need a vote', () => {
    const office = new Office('2025-04-01');
    const id = office.open('project', { projectName: '饮水改造', projectKind: 'practicalMatter' }, 'village.filler', {
      periodCode: '2025',
    });
    assert.match(
      said(office.try(id, 'approve', 'town.reviewer', { ...APPROVE, finishPlannedOn: '2025-06-30' })),
      /民主议定/,
    );
    office
      .save(id, { votedOn: '2025-03-20' }, 'village.filler')
      .move(id, 'approve', 'town.reviewer', { ...APPROVE, finishPlannedOn: '2025-06-30' });
    office.on('2025-07-20').tick();
    assert.equal(office.all('problem-list').length, 0);
    office.on('2025-08-04').tick().on('2025-08-20').tick();
    assert.equal(office.all('problem-list').length, 1);
    assert.equal(office.fact('project/overdueCount', 'village', { by: 'practicalMatter' }), 1);
    assert.equal(office.fact('project/satisfactionRate', 'village', { periodCode: '2025' }), undefined);
  });
});

describe('collective income and funds', () => {
  it('take last year’s number, and alert when income falls', () => {
    const office = new Office('2025-01-06');
    for (const [year, day, income] of [
      ['2024', '2025-01-06', 200000],
      ['2025', '2026-01-06', 120000],
    ] as const) {
      office.on(day).openPeriod('collective-income', year);
      const id = office
        .all('collective-income')
        .find((record) => record.orgId === 'village' && record.periodCode === year)!.id;
      office.save(id, { incomeAfter: income }, 'village.filler');
      if (year === '2025')
        assert.match(said(office.try(id, 'submit', 'village.filler', {}, undefined, 'filing')), /下降原因/);
      // the note appears with the fall
      office
        .save(id, { incomeAfter: 200000 }, 'village.filler')
        .save(id, { incomeAfter: income, riskNote: '租约到期。' }, 'village.filler');
      assert.equal(office.field(id, 'riskNote'), year === '2025' ? '租约到期。' : undefined);
      office.filing(id, 'submit', 'village.filler');
      if (year === '2025')
        assert.deepEqual(
          ['incomeBefore', 'incomeChangePct', 'incomeBand'].map((name) => office.field(id, name)),
          [200000, -40, 'from10to50'],
        );
      else assert.equal(office.field(id, 'incomeChangePct'), undefined);
    }
  });

  it('are due in full by the end of June, and become the payer’s problem once', () => {
    const office = new Office('2025-02-10');
    const fund = { fundPurpose: 'villageWork', fundSource: 'fiscal', budgetAmount: 60000, payerOrgId: 'county' };
    const id = office.open('fund-plan', fund, 'town.filler', { periodCode: '2025' });
    assert.match(said(office.tryOpen('fund-plan', fund, 'town.filler', { periodCode: '2025' })), /重复/);
    assert.deepEqual(
      [
        office.fact('fund-plan/allocationRate', 'village', { periodCode: '2025' }),
        office.fact('fund-plan/spendRate', 'village', { periodCode: '2025' }),
      ],
      [0, undefined],
    );
    office.open('fund-plan', { ...fund, fundPurpose: 'training' }, 'town.filler', { periodCode: '2025' });
    office.move(id, 'pay', 'town.filler', { allocatedAmount: 30000 }).on('2025-07-01').tick().tick();
    assert.deepEqual(
      office.all('problem-list').map(({ orgId, data }) => [orgId, data['problemText']]),
      [
        ['county', 'village的村级组织工作经费（安排60,000元）到6月底没有足额到位。'],
        ['county', 'village的教育培训经费（安排60,000元）到6月底没有足额到位。'],
      ],
    );
    office
      .move(id, 'pay', 'town.filler', { allocatedAmount: 60000 })
      .move(id, 'spend', 'town.filler', { spentAmount: 15000 });
    assert.equal(office.fact('fund-plan/purposeRate', 'village', { periodCode: '2025', by: 'villageWork' }), 100);
    assert.match(said(office.try(id, 'settle', 'village.verifier')), /须由/);
    office.move(id, 'settle', 'town.reviewer');
  });
});
