import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Office, said } from '../fixtures/office.ts';

const TICKET = {
  channel: 'hotline',
  platform: 'appeal',
  receivedAt: '2025-09-01T08:30:00+08:00',
  ticketCategory: 'property',
  ticketSummary: '电梯停用三天。',
  urgency: 'ordinary',
  communityId: 'community',
};

describe('a ticket', () => {
  it('stays with the unit that accepted it, has limits by urgency, and is closed by the intake', () => {
    const office = new Office('2025-09-01');
    const id = office.open('service-tickets', TICKET, 'street.filler', { orgId: 'street' });
    assert.equal(office.field(id, 'resolveDueAt'), '2025-09-08T08:30:00+08:00');
    assert.equal(office.field(id, 'responseDueAt'), '2025-09-02T08:30:00+08:00');
    office.move(id, 'dispatch', 'street.reviewer', { handlerOrgId: 'community', urgency: 'ordinary' });
    assert.notEqual(said(office.try(id, 'accept', 'village.filler')), '');
    office.move(id, 'accept', 'community.filler');
    assert.notEqual(said(office.try(id, 'sendBack', 'community.filler', {}, '不属本单位职责。')), '');
    office
      .move(id, 'addSupport', 'community.filler', { supportOrgIds: ['agency'] })
      .move(id, 'respond', 'community.filler');
    assert.match(
      said(
        office.try(id, 'askDelay', 'community.filler', {
          delayRequestedUntil: '2025-10-01T08:30:00+08:00',
          delayReason: '等待配件。',
        }),
      ),
      /原时限/,
    );
    office.move(id, 'askDelay', 'community.filler', {
      delayRequestedUntil: '2025-09-12T08:30:00+08:00',
      delayReason: '等待配件。',
    });
    assert.notEqual(said(office.try(id, 'grantDelay', 'community.filler')), '');
    office.move(id, 'grantDelay', 'street.reviewer');
    assert.equal(office.fact('service-tickets/overdueCount', 'community'), 0);
    office.on('2025-09-13');
    assert.equal(office.fact('service-tickets/overdueCount', 'community'), 1);
    office.move(id, 'reply', 'community.filler', { resultNote: '已恢复运行。' });
    assert.notEqual(said(office.try(id, 'followUp', 'community.filler', { isResolved: true, isSatisfied: true })), '');
    office.move(id, 'followUp', 'street.filler', { isResolved: false, isSatisfied: false });
    assert.match(said(office.try(id, 'close', 'street.filler')), /退回重办|未解决原因/);
    office
      .move(id, 'redo', 'street.filler', {}, '电梯仍然停用。')
      .move(id, 'restart', 'community.filler')
      .move(id, 'reply', 'community.filler', { resultNote: '更换主板。' });
    office
      .move(id, 'followUp', 'street.filler', { isResolved: true, isSatisfied: false })
      .move(id, 'close', 'street.filler');
    assert.deepEqual(
      ['ticketCloseRate', 'responseRate', 'resolveRate', 'satisfactionRate', 'onTimeRate'].map((name) =>
        office.fact(`service-tickets/${name}`, 'community', { periodCode: '2025' }),
      ),
      [100, 100, 100, 0, 0],
    );
    assert.equal(office.fact('service-tickets/overallScore', 'community', { periodCode: '2025' }), 60);
    office.tick().tick();
    const problems = office.all('problem-list');
    assert.deepEqual(
      problems.map(({ orgId, data }) => [orgId, data['problemSource'], data['issueRaisedBy']]),
      [['community', 'survey', 'street']],
    );
  });

  it('has no rate where nothing was accepted', () => {
    const office = new Office('2025-09-01');
    office.open('service-tickets', TICKET, 'street.filler', { orgId: 'street' });
    for (const name of ['ticketCloseRate', 'responseRate', 'satisfactionRate', 'overallScore'])
      assert.equal(office.fact(`service-tickets/${name}`, 'community', { periodCode: '2025' }), undefined, name);
    assert.equal(office.fact('service-tickets/receivedCount', 'street', { periodCode: '2025', by: 'appeal' }), 1);
  });
});

describe('visits to enterprises', () => {
  it('bring tickets once, and the group sees its closing rate', () => {
    const office = new Office('2025-09-06');
    const group = office.open(
      'help-group',
      { helpGroupNo: '03', leaderInCharge: 'county.viewer', servedUnitCount: 1055 },
      'county.filler',
      { orgId: 'county' },
    );
    assert.equal(office.field(group, 'ticketCloseRate'), undefined);
    const visit = office.open(
      'visit-campaign',
      {
        campaignKind: 'weekendVisit',
        serviceOn: '2025-09-06',
        helpGroupNo: '03',
        servedCount: 12,
        solvedOnSpotCount: 9,
        issues: [{ ticketSummary: '东门照明不足。', ticketCategory: 'road', urgency: 'ordinary' }],
      },
      'county.filler',
      { orgId: 'county' },
    );
    const [ticket] = office.all('service-tickets');
    assert.ok(ticket);
    assert.deepEqual(
      [ticket.data['helpGroupNo'], ticket.data['channel'], ticket.data['platform']],
      ['03', 'visit', 'weekendVisit'],
    );
    office.save(visit, { servedCount: 13 }, 'county.filler').tick();
    assert.equal(office.all('service-tickets').length, 1);
    office
      .move(ticket.id, 'dispatch', 'county.reviewer', { handlerOrgId: 'street', urgency: 'ordinary' })
      .move(ticket.id, 'accept', 'street.filler')
      .move(ticket.id, 'respond', 'street.filler')
      .move(ticket.id, 'reply', 'street.filler', { resultNote: '已装灯。' });
    office
      .move(ticket.id, 'followUp', 'county.filler', { isResolved: true, isSatisfied: true })
      .move(ticket.id, 'close', 'county.filler');
    office.move(group, 'verify', 'county.filler');
    assert.deepEqual(
      ['visitCount', 'raisedCount', 'ticketCloseRate'].map((name) => office.field(group, name)),
      [1, 1, 100],
    );
    assert.equal(office.all('problem-list').length, 0);
    assert.match(
      said(
        office.tryOpen(
          'visit-campaign',
          { campaignKind: 'doorKnock', serviceOn: '2025-09-06', servedCount: 3, solvedOnSpotCount: 4 },
          'village.filler',
        ),
      ),
      /服务件次/,
    );
  });
});
