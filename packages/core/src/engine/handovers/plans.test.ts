import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../json/json.ts';
import { Office, said } from '../fixtures/office.ts';

const MEASURE = {
  planTitle: '三年行动计划',
  planYears: '2025-2027',
  annualTheme: '规范化建设年',
  measureNo: '3-2',
  measureText: '组织覆盖率达到90%。',
};
const ISSUE = {
  leadOrgId: 'agency',
  responsiblePerson: 'agency.filler',
  targetKind: 'share',
  indicatorName: '组织覆盖率',
  targetValue: 90,
  dueOn: '2025-12-31',
};

describe('a measure of a plan', () => {
  it('goes to each unit below once, is reported, and verified by others than the lead unit', () => {
    const office = new Office('2025-01-15');
    const id = office.open(
      'plan-measure',
      {
        ...MEASURE,
        targetKind: 'share',
        baselineValue: 70,
        isCascaded: true,
        localOrgs: [{ targetOrgId: 'town', targetValue: 88 }, { targetOrgId: 'street' }],
      },
      'county.filler',
      { orgId: 'county', periodCode: '2025' },
    );
    office.move(id, 'issue', 'county.reviewer', ISSUE).tick();
    const local = () =>
      office
        .all('plan-measure')
        .filter(({ data }) => data['cascadeFromId'] === id)
        .map(({ orgId, state, data }) => [orgId, state, data['targetValue'], data['annualTheme']]);
    assert.deepEqual(local(), [
      ['town', 'planned', 88, '规范化建设年'],
      ['street', 'planned', 90, '规范化建设年'],
    ]);
    assert.equal(office.fact('plan-measure/cascadeRate', 'county', { periodCode: '2025' }), 100);
    office.on('2025-04-05').move(id, 'report', 'agency.filler', { actualValue: 84, progressNote: '新建9个支部。' });
    assert.deepEqual(
      ['completionRate', 'localCount'].map((name) => office.field(id, name)),
      [70, 2],
    );
    assert.match(
      said(office.try(id, 'finish', 'agency.filler', { actualValue: 86, evidenceNote: '基本完成。' })),
      /100%/,
    );
    office.move(id, 'finish', 'agency.filler', { actualValue: 91, evidenceNote: '覆盖率91%。' });
    assert.match(said(office.try(id, 'verify', 'agency.verifier', { verifyMethod: 'data' })), /须由|其他组织/);
    office.move(id, 'verify', 'county.verifier', { verifyMethod: 'data' });
    const rate = (name: string) => {
      const { num, den } = office.facts.read({ id: `plan-measure/${name}`, subjectId: 'county', periodCode: '2025' });
      return [num, den];
    };
    assert.deepEqual(
      [rate('verifiedRate'), rate('completionRate')],
      [
        [1, 1],
        [100, 100],
      ],
    );
  });

  it('keeps its first target, is carried over, and becomes one problem of the lead unit when it is late', () => {
    const office = new Office('2025-03-03');
    const id = office.open('plan-measure', MEASURE, 'county.filler', { orgId: 'county', periodCode: '2025' });
    office.move(id, 'issue', 'county.filler', { ...ISSUE, dueOn: '2025-06-30' });
    // nothing reported, and later a target equal to the baseline
    assert.equal(office.field(id, 'completionRate'), undefined);
    office.move(id, 'changeTarget', 'county.reviewer', { targetValue: 85, dueOn: '2025-06-30' }, '市里调整目标。');
    assert.equal(office.field(id, 'originalTarget'), 90);
    office.on('2025-07-30').tick();
    assert.equal(office.all('problem-list').length, 0);
    office.on('2025-08-01').tick().on('2025-09-01').tick();
    assert.deepEqual(
      office.all('problem-list').map(({ orgId, data }) => [orgId, data['issueRaisedBy']]),
      [['agency', 'county']],
    );
    office.on('2026-01-17').tick();
    assert.deepEqual([office.get(id).periodCode, office.field(id, 'carriedFromPeriod')], ['2026', '2025']);
  });

  it('measures milestones, yes or no, and clear rises', () => {
    const office = new Office('2025-07-01');
    const rate = ({ actualValue, ...values }: JsonObject) => {
      const id = office.open(
        'plan-measure',
        { ...MEASURE, measureNo: String(office.records.size), ...values },
        'county.filler',
        { orgId: 'county', periodCode: '2025' },
      );
      office
        .move(id, 'issue', 'county.filler', {
          leadOrgId: 'agency',
          responsiblePerson: 'agency.filler',
          indicatorName: '结果',
          dueOn: '2025-12-31',
        })
        .move(id, 'report', 'agency.filler', actualValue === undefined ? {} : { actualValue });
      return office.field(id, 'completionRate');
    };
    assert.equal(
      rate({
        targetKind: 'milestone',
        milestones: [
          { milestoneOn: '2025-03-31', isDone: true },
          { milestoneOn: '2025-06-30' },
          { milestoneOn: '2025-09-30' },
        ],
      }),
      50,
    );
    // none is due
    assert.equal(rate({ targetKind: 'milestone', milestones: [{ milestoneOn: '2025-09-30' }] }), undefined);
    assert.deepEqual(
      [
        rate({ targetKind: 'yesNo', targetValue: 1, actualValue: 0 }),
        rate({ targetKind: 'yesNo', targetValue: 1, actualValue: 1 }),
      ],
      [0, 100],
    );
    assert.deepEqual(
      [
        rate({ targetKind: 'up', baselineValue: 60, actualValue: 64 }),
        rate({ targetKind: 'up', baselineValue: 60, actualValue: 65 }),
        rate({ targetKind: 'down', baselineValue: 4, actualValue: 3.5 }),
      ],
      [0, 100, 100],
    );
    // a way of no length
    assert.equal(rate({ targetKind: 'number', baselineValue: 5, targetValue: 5, actualValue: 7 }), undefined);
    assert.equal(rate({ targetKind: 'number', targetValue: 10, actualValue: 30 }), 120);
  });
});

describe('a document due', () => {
  it('is sent to each unit once, issued, checked by the superior, and counted by kind', () => {
    const office = new Office('2025-02-10');
    const id = office.open(
      'document-duty',
      {
        documentName: '前置研究事项清单',
        documentKind: 'priorStudyList',
        dueOn: '2025-06-30',
        localOrgs: [{ targetOrgId: 'agency' }, { targetOrgId: 'village' }],
      },
      'county.filler',
      { orgId: 'county', periodCode: '2025' },
    );
    office.move(id, 'sendDown', 'county.reviewer').tick();
    const units = office.all('document-duty').filter(({ orgId }) => orgId !== 'county');
    assert.deepEqual(
      units.map(({ orgId, state, periodCode }) => [orgId, state, periodCode]),
      [
        ['agency', 'due', '2025'],
        ['village', 'due', '2025'],
      ],
    );
    const own = units[0]!.id;
    assert.match(
      said(office.try(own, 'issue', 'agency.filler', { issuedOn: '2025-02-10', approvalDocNo: '5号' })),
      /逐条/,
    );
    office.move(own, 'issue', 'agency.filler', {
      issuedOn: '2025-02-10',
      approvalDocNo: '5号',
      matters: [{ matterText: '年度预算', matterKind: 'finance' }],
    });
    assert.match(said(office.try(own, 'check', 'agency.reviewer')), /须由/);
    office.move(own, 'check', 'county.reviewer');
    assert.deepEqual(
      [
        office.fact('document-duty/documentIssued', 'agency', { by: 'priorStudyList' }),
        office.fact('document-duty/documentIssued', 'village', { by: 'priorStudyList' }),
      ],
      [1, 0],
    );
    office.on('2025-08-01').tick().on('2025-08-20').tick();
    assert.deepEqual(
      office.all('problem-list').map(({ orgId }) => orgId),
      ['village'],
    );
    const { num, den } = office.facts.read({
      id: 'document-duty/issuedRate',
      subjectId: 'county',
      periodCode: '2025',
      under: true,
    });
    assert.deepEqual([num, den], [1, 2]); // what was sent down does not count a second time
  });
});

describe('a project card', () => {
  it('is finished by the branch and reviewed by its superior', () => {
    const office = new Office('2025-03-01');
    const id = office.open('project-card', { projectName: '节能攻关', projectKind: 'centralWork' }, 'village.filler', {
      periodCode: '2025',
    });
    office
      .move(id, 'start', 'village.filler', {
        measureText: '成立小组。',
        indicatorName: '能耗下降8%',
        responsiblePerson: 'village.filler',
        dueOn: '2025-11-30',
      })
      .move(id, 'finish', 'village.filler', { evidenceNote: '下降9%。' });
    assert.match(said(office.try(id, 'review', 'village.reviewer', { isSpread: true })), /须由/);
    office.move(id, 'review', 'town.reviewer', { isSpread: true });
    assert.equal(office.fact('project-card/finishedRate', 'village', { periodCode: '2025', by: 'centralWork' }), 100);
    assert.equal(office.fact('project-card/finishedRate', 'village2', { periodCode: '2025' }), undefined);
  });
});
