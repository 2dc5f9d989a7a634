import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';

const options = (pairs: Record<string, string>) => ({
  type: 'string',
  oneOf: Object.entries(pairs).map(([value, title]) => ({ const: value, title })),
});
const textField = (title: string, maxLength = 30) => ({ type: 'string', title, maxLength });
const states = {
  registered: '已登记',
  assigned: '已交办',
  inProgress: '整改中',
  closeRequested: '申请销账',
  closed: '已销账',
};

/** A list of problems with closing, cut down to what the tests need. */
export const PROBLEMS: Definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'problem-item',
  version: '1.0.0',
  title: '问题整改台账',
  subject: 'item',
  statusName: 'ledgerStatus',
  purpose: { readBy: 'county', decision: '掌握问题整改进度，督促按期销账。' },
  record: {
    type: 'object',
    required: ['problemText'],
    properties: {
      problemText: { type: 'string', title: '问题描述', maxLength: 500 },
      problemCategory: {
        ...options({ activity: '组织生活', team: '队伍建设', system: '制度执行', service: '服务群众' }),
        title: '问题类别',
      },
      foundOn: { type: 'string', format: 'date', title: '发现日期' },
      rectifyTarget: textField('整改目标', 300),
      responsiblePerson: { type: 'string', format: 'person', title: '责任人' },
      leadOrgId: { type: 'string', format: 'organisation', title: '牵头单位' },
      dueOn: { type: 'string', format: 'date', title: '完成时限' },
      progressPct: { type: 'number', title: '进度', minimum: 0, maximum: 100, 'x-unit': '%' },
      progressNote: textField('进展情况', 300),
      verifyMethod: {
        ...options({ document: '查阅资料', onSite: '实地核查', interview: '个别访谈' }),
        title: '核验方式',
      },
      isPublic: { type: 'boolean', title: '是否公开' },
      measures: {
        type: 'array',
        title: '整改措施',
        items: { type: 'object', properties: { measure: textField('措施', 200), owner: textField('责任人') } },
      },
    },
  },
  states: Object.entries(states).map(([id, title]) => ({
    id,
    title,
    tone:
      id === 'closed'
        ? ('positive' as const)
        : id === 'inProgress'
          ? ('info' as const)
          : id === 'closeRequested'
            ? ('notice' as const)
            : ('neutral' as const),
    final: id === 'closed',
  })),
  moves: [
    { id: 'assign', title: '交办', from: ['registered'], to: 'assigned', by: [{ role: 'reviewer', at: 'parent' }] },
    { id: 'start', title: '开始整改', from: ['assigned'], to: 'inProgress', by: [{ role: 'filler', at: 'own' }] },
    {
      id: 'requestClose',
      title: '申请销账',
      from: ['inProgress'],
      to: 'closeRequested',
      by: [{ role: 'filler', at: 'own' }],
      description: '整改完成后，申请上级核验销账。',
      guard: [{ when: 'progressPct>=100', message: '进度达到 100% 后方可申请销账。' }],
    },
    {
      id: 'verifyPass',
      title: '核验通过',
      from: ['closeRequested'],
      to: 'closed',
      tone: 'positive',
      by: [{ role: 'verifier', at: 'ancestor', except: ['/responsiblePerson'] }],
      ask: [{ field: '/verifyMethod', required: true }],
    },
    {
      id: 'verifyFail',
      title: '退回整改',
      from: ['closeRequested'],
      to: 'inProgress',
      by: [{ role: 'verifier', at: 'ancestor' }],
      ask: [{ field: '/progressPct', required: true }],
      reason: true,
    },
  ],
  ledger: {
    title: '问题清单',
    columns: [
      { name: 'itemNo', frozen: true },
      { name: 'lamp', title: '亮灯' },
      { field: '/problemText', width: 240 },
      '/problemCategory',
      { title: '责任', columns: [{ field: '/leadOrgId', width: 130 }, '/responsiblePerson'] },
      { title: '进展', columns: ['/dueOn', { field: '/progressPct', total: 'average' }, '/progressNote'] },
      { name: 'ledgerStatus' },
    ],
    lamp: [
      { lamp: 'blue', when: 'ledgerStatus="closed"', title: '已销账' },
      { lamp: 'red', when: 'AND(dueOn<>"",dueOn<TODAY())', title: '超期' },
      { lamp: 'yellow', when: 'AND(dueOn<>"",dueOn-TODAY()<=7)', title: '临期' },
      { lamp: 'green', title: '正常' },
    ],
    counters: [
      { title: '超期', when: 'AND(ledgerStatus<>"closed",dueOn<TODAY())', tone: 'negative' },
      { title: '待核验', when: 'ledgerStatus="closeRequested"', tone: 'notice' },
      { title: '已销账', when: 'ledgerStatus="closed"', tone: 'positive' },
    ],
    sort: [{ field: '/dueOn' }],
  },
} as unknown as Definition;

const organisation = (
  orgId: string,
  orgName: string,
  orgShortName: string,
  orgCode: string,
  orgLevel: Organisation['orgLevel'],
  parentOrgId?: string,
): Organisation => ({
  orgId,
  orgName,
  orgShortName,
  orgCode,
  orgType: 'rural',
  orgForm: 'branch',
  orgLevel,
  isActive: true,
  ...(parentOrgId ? { parentOrgId } : {}),
});

export const ORGANISATIONS: readonly Organisation[] = [
  organisation('o-county', '清源县委组织部', '清源县委组织部', '01', 'county'),
  organisation('o-town', '清源县城关镇党委', '城关镇', '0101', 'township', 'o-county'),
  ...['一', '二', '三', '十', '十二'].map((number, at) =>
    organisation(
      `o-${at}`,
      `城关镇第${number}党支部`,
      `第${number}党支部`,
      `0101${String(at + 1).padStart(2, '0')}`,
      'unit',
      'o-town',
    ),
  ),
];

export const PEOPLE: readonly Person[] = [
  { personId: 'p-fill', personName: '张明', posts: [{ orgId: 'o-0', role: 'filler' }] },
  { personId: 'p-verify', personName: '李红', posts: [{ orgId: 'o-town', role: 'verifier' }] },
  { personId: 'p-other', personName: '王强', posts: [{ orgId: 'o-1', role: 'filler' }] },
] as Person[];
export const [FILLER, VERIFIER] = PEOPLE as [Person, Person];

export const NOW = '2025-09-15T09:30:00+08:00';
const PROBLEM_TEXTS = [
  '党员活动室未按要求挂牌，制度上墙不及时',
  '三会一课记录不完整，个别月份缺少签到表',
  '发展党员档案材料归档滞后',
  '群众反映的路灯维修问题超过一个月未办结',
  '流动党员联系台账更新不及时',
];

/** `count` records whose states, dates and organisations take turns. */
export function problems(count: number): StoredRecord[] {
  const ids = Object.keys(states);
  return Array.from({ length: count }, (_, at): StoredRecord => {
    const state = ids[at % ids.length]!;
    const orgId = `o-${at % 5}`;
    return {
      id: `10000000000000${String(at).padStart(5, '0')}`,
      definition: { id: 'problem-item', version: '1.0.0', hash: 'x' },
      orgId,
      orgPath: `o-county/o-town/${orgId}`,
      state,
      stateSince: '2025-08-01T09:00:00+08:00',
      revision: 3,
      links:
        at % 3 === 0
          ? [
              {
                rel: 'from',
                handover: 'toProblem',
                recordId: 'r-1',
                definitionId: 'branch-standard',
                key: 'k',
                title: '2025年第二季度标准化评价：组织生活',
              },
            ]
          : [],
      facts: [],
      audit: {
        createdAt: '2025-07-01T09:00:00+08:00',
        createdBy: 'p-fill',
        updatedAt: '2025-08-01T09:00:00+08:00',
        updatedBy: 'p-fill',
      },
      history: [
        { at: '2025-07-01T09:00:00+08:00', by: 'p-fill', act: 'create', orgId },
        {
          at: '2025-08-01T10:12:00+08:00',
          by: 'p-fill',
          act: 'move:verifyFail',
          from: 'closeRequested',
          to: 'inProgress',
          reason: '佐证材料不齐，请补充照片',
          changes: [{ pointer: '/progressPct' }],
        },
      ],
      data: {
        problemText: `${PROBLEM_TEXTS[at % 5]}${at >= 5 ? `（第${at + 1}项）` : ''}`,
        problemCategory: ['activity', 'team', 'system', 'service'][at % 4],
        foundOn: '2025-06-20',
        leadOrgId: orgId,
        responsiblePerson: at % 2 ? 'p-other' : 'p-fill',
        dueOn: `2025-${String(8 + (at % 3)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
        progressPct: at % 5 === 3 ? 100 : (at * 7) % 100,
        progressNote: '已制定整改方案，正在落实。',
        isPublic: at % 2 === 0,
        measures: [
          { measure: '补齐记录', owner: '张明' },
          { measure: '每月自查', owner: '王强' },
        ],
      },
    };
  });
}
