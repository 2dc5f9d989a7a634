import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { examples, problemList } from './definitions.ts';
import { recordOf } from './record.ts';

const LONG =
  '活动室屋面多处渗漏，雨天无法使用；电子屏损坏三个月未修，公开栏内容停留在上一季度；群众反映代办窗口工作日下午经常无人值守，两次实地查看均未见值班人员，值班表与实际不符，台账中的服务登记存在补记现象。';

/** One problem in each state, and every lamp; one text is as long as they come. */
export const problems: readonly StoredRecord[] = [
  problem(1, 'inProgress', {}, 'V010101', '2025-07-10'),
  problem(
    2,
    'inProgress',
    {
      problemText: LONG,
      problemCategory: 'support',
      problemSource: 'crossCheck',
      foundOn: '2025-06-05',
      assignedOn: '2025-06-09',
      dueOn: '2025-08-31',
      progressPct: 40,
      progressNote: '屋面维修已报价，等待村级议事会表决。',
      progressUpdatedOn: '2025-08-20',
      overdueDays: 15,
      requestedDueOn: '2025-10-15',
      extensionReason: '施工队排期延后。',
    },
    'V010101',
    '2025-06-05',
  ),
  problem(
    3,
    'closeRequested',
    {
      problemText: '三名流动党员半年内没有联系记录。',
      problemCategory: 'team',
      problemSource: 'selfCheck',
      foundOn: '2025-05-20',
      assignedOn: '2025-05-22',
      dueOn: '2025-09-20',
      progressPct: 100,
      progressNote: '三名流动党员均已电话联系并登记去向。',
      evidenceNote: '联系记录三份已归档。',
      closeRequestedOn: '2025-09-12',
      progressUpdatedOn: '2025-09-12',
      responsiblePerson: 'p-0347',
    },
    'V010101',
    '2025-05-20',
  ),
  problem(
    4,
    'assigned',
    {
      problemText: '党费收缴台账缺少六月份签字。',
      problemCategory: 'system',
      problemSource: 'supervision',
      foundOn: '2025-09-08',
      assignedOn: '2025-09-10',
      dueOn: '2025-10-31',
      progressPct: 0,
      progressNote: undefined,
      progressUpdatedOn: '2025-09-10',
    },
    'V010102',
    '2025-09-08',
    'p-0520',
  ),
  problem(
    5,
    'registered',
    {
      problemText: '联合党支部四家企业中有一家未选派党建联络员。',
      problemCategory: 'organisation',
      problemSource: 'inspection',
      foundOn: '2025-09-11',
      rectifyTarget: undefined,
      measures: undefined,
      rectifyKind: undefined,
      leaderInCharge: undefined,
      leadOrgId: undefined,
      responsiblePerson: undefined,
      assignedOn: undefined,
      dueOn: undefined,
      progressPct: undefined,
      progressNote: undefined,
      progressUpdatedOn: undefined,
      rootCause: undefined,
    },
    'V010103',
    '2025-09-11',
  ),
  problem(
    6,
    'closed',
    {
      problemText: '第一季度党课记录不完整。',
      problemCategory: 'activity',
      problemSource: 'appraisal',
      foundOn: '2025-04-02',
      assignedOn: '2025-04-03',
      dueOn: '2025-05-31',
      progressPct: 100,
      progressNote: '记录已补齐并经镇党委抽查。',
      closeRequestedOn: '2025-05-20',
      verifiedBy: 'p-0101',
      verifiedOn: '2025-05-26',
      verifyMethod: 'document',
      verifyResult: 'pass',
      closedOn: '2025-05-26',
    },
    'V010101',
    '2025-04-02',
  ),
  problem(
    7,
    'inProgress',
    {
      problemText: '群众评议中对代办服务满意度偏低。',
      problemCategory: 'service',
      problemSource: 'survey',
      foundOn: '2025-08-01',
      assignedOn: '2025-09-02',
      dueOn: '2025-12-15',
      progressPct: 30,
      progressNote: '增设周六上午代办窗口。',
      progressUpdatedOn: '2025-09-11',
      responsiblePerson: 'p-0520',
    },
    'V010102',
    '2025-08-01',
    'p-0520',
  ),
  problem(
    8,
    'suspended',
    {
      problemText: 'A3 楼党员活动场地产权未明，暂不能挂牌。',
      problemCategory: 'support',
      problemSource: 'selfCheck',
      foundOn: '2025-03-12',
      assignedOn: '2025-03-14',
      dueOn: '2025-06-30',
      reviewOn: '2025-12-31',
      progressPct: 20,
      progressNote: '已请园区管委会协调产权单位。',
      progressUpdatedOn: '2025-06-20',
    },
    'V010104',
    '2025-03-12',
  ),
];

function problem(
  at: number,
  state: string,
  changes: Readonly<Record<string, JsonObject[string] | undefined>>,
  orgId: string,
  on: string,
  by = 'p-0347',
): StoredRecord {
  const data = Object.fromEntries(
    Object.entries({ ...examples.problemList, ...changes }).filter(([, value]) => value !== undefined),
  ) as JsonObject;
  return recordOf({
    definition: problemList,
    id: `problem-${at}`,
    orgId,
    on,
    by,
    state,
    periodCode: '2025',
    data,
    history: history(state, on, by, orgId),
  });
}

/** How a record came to its state, as far as people care to read. */
function history(state: string, on: string, by: string, orgId: string): StoredRecord['history'] {
  const later = (days: number) =>
    `${new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)}T15:30:00+08:00`;
  const all: StoredRecord['history'] = [
    { at: `${on}T10:20:00+08:00`, by, orgId, act: 'create', to: 'registered' },
    { at: later(2), by: 'p-0012', orgId: 'T0101', act: 'move:assign', from: 'registered', to: 'assigned' },
    { at: later(3), by, orgId, act: 'move:start', from: 'assigned', to: 'inProgress' },
    { at: later(20), by, orgId, act: 'move:report', from: 'inProgress', to: 'inProgress', reason: '材料已进场。' },
  ];
  return state === 'registered' ? all.slice(0, 1) : state === 'assigned' ? all.slice(0, 2) : all;
}
