import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';

const day = (title: string) => ({ type: 'string', format: 'date', title });

/** Admission of members, cut down to two full stages. */
export const ADMISSION = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'member-admission',
  version: '1.0.0',
  title: '发展党员全程纪实',
  subject: 'person',
  purpose: { readBy: 'county', decision: '掌握发展党员各步骤办理情况，督促按程序办理。' },
  record: {
    type: 'object',
    properties: {
      applicationOn: day('递交申请日期'),
      interviewOn: day('派人谈话日期'),
      interviewer: { type: 'string', title: '谈话人', maxLength: 20 },
      activistOn: day('确定积极分子日期'),
      votesFor: { type: 'integer', title: '赞成票', minimum: 0 },
      activistFiledOn: day('备案日期'),
      contactOn: day('指定日期'),
    },
  },
  process: {
    stages: [
      {
        id: 'stage1',
        title: '申请入党',
        steps: [
          {
            id: 's01',
            title: '递交入党申请书',
            actorTitle: '入党申请人',
            description: '年满 18 周岁，书面提出申请。',
            on: '/applicationOn',
            documents: ['入党申请书'],
            source: 'R-ADMIT',
          },
          {
            id: 's02',
            title: '党组织派人谈话',
            actorTitle: '党支部',
            description: '收到申请书后一个月内派人谈话，了解基本情况。',
            on: '/interviewOn',
            fields: [{ field: '/interviewer', required: true }],
            due: 'applicationOn+30',
            documents: ['谈话记录'],
            source: 'R-ADMIT',
          },
        ],
      },
      {
        id: 'stage2',
        title: '入党积极分子的确定和培养教育',
        steps: [
          {
            id: 's03',
            title: '推荐和确定入党积极分子',
            actorTitle: '支部委员会',
            description: '经推荐、公示后研究确定。',
            on: '/activistOn',
            fields: ['/votesFor'],
            earliest: 'interviewOn+90',
            source: 'P',
          },
          {
            id: 's04',
            title: '上级党委备案',
            actorTitle: '上级党委',
            on: '/activistFiledOn',
            after: ['s03'],
            due: 'activistOn+30',
            by: [{ role: 'reviewer', at: 'parent' }],
            source: 'O',
          },
          {
            id: 's05',
            title: '指定培养联系人',
            actorTitle: '党支部',
            on: '/contactOn',
            after: ['s03'],
            due: 'activistOn+30',
            source: 'R-ADMIT',
          },
        ],
      },
      {
        id: 'stage3',
        title: '发展对象的确定和考察',
        steps: [{ id: 's07', title: '确定发展对象', actorTitle: '支部委员会' }],
      },
      {
        id: 'stage4',
        title: '预备党员的接收',
        steps: [{ id: 's12', title: '支部委员会审查', actorTitle: '支部委员会' }],
      },
      {
        id: 'stage5',
        title: '预备党员的教育考察和转正',
        steps: [{ id: 's19', title: '编入党支部和党小组', actorTitle: '党支部' }],
      },
    ],
    warnings: [
      {
        check: 'applicationOn<>interviewOn',
        level: 'warning',
        message: '申请与谈话为同一日期，请核实是否为事后补录。',
      },
    ],
  },
} as unknown as Definition;

export function admission(more: Partial<StoredRecord> = {}): StoredRecord {
  return {
    id: '2000000000000000001',
    definition: { id: 'member-admission', version: '1.0.0', hash: 'x' },
    orgId: 'o-0',
    orgPath: 'o-county/o-town/o-0',
    subject: { id: 'p-1', title: '陈某某' },
    revision: 4,
    links: [],
    facts: [],
    audit: {
      createdAt: '2025-07-01T09:00:00+08:00',
      createdBy: 'p-fill',
      updatedAt: '2025-07-01T09:00:00+08:00',
      updatedBy: 'p-fill',
    },
    history: [],
    steps: { s01: { status: 'done', on: '2025-07-01', by: 'p-fill' } },
    data: { applicationOn: '2025-07-01' },
    ...more,
  };
}
