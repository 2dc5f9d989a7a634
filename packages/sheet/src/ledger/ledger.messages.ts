import type { Language } from '@jiceng/core/text/problem.js';

const TEXTS = {
  'zh-CN': {
    yes: '是',
    no: '否',
    number: '序号',
    lamp: '亮灯',
    state: '状态',
    list: '、',
    total: '合计',
    average: '平均',
    count: '计数',
    id: '记录编号',
    withUnit: (title: string, unit: string) => `${title}（${unit}）`,
    envelope: (name: string) => NAMES[name]?.[0] ?? name,
    limits: '请按要求填写',
    choose: '请从列表中选择',
    between: (min: number | undefined, max: number | undefined) =>
      `请填写${min === undefined ? '' : `不小于 ${min} `}${max === undefined ? '' : `不大于 ${max} `}的数`,
    length: (max: number) => `最多 ${max} 个字`,
    fill: '填写',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    number: 'No.',
    lamp: 'Lamp',
    state: 'State',
    list: ', ',
    total: 'Total',
    average: 'Average',
    count: 'Count',
    id: 'Record id',
    withUnit: (title: string, unit: string) => `${title} (${unit})`,
    envelope: (name: string) => NAMES[name]?.[1] ?? name,
    limits: 'Check this value',
    choose: 'Choose from the list',
    between: (min: number | undefined, max: number | undefined) =>
      `Enter a number${min === undefined ? '' : ` of ${min} at least`}${max === undefined ? '' : ` of ${max} at most`}`,
    length: (max: number) => `At most ${max} characters`,
    fill: 'to fill in',
  },
};

/** Words for envelope names without a title of their own. */
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  subjectTitle: ['名称', 'Name'],
  orgName: ['组织全称', 'Organisation'],
  orgShortName: ['组织', 'Organisation'],
  periodCode: ['期次', 'Period'],
  filledBy: ['填报人', 'Filled in by'],
  submittedAt: ['上报时间', 'Submitted'],
  reviewedBy: ['审核人', 'Reviewer'],
  createdOn: ['创建日期', 'Created'],
  updatedOn: ['更新日期', 'Updated'],
  dueAt: ['填报截止时间', 'Due'],
};

/** Words of exported files. */
export const words = (language: Language): (typeof TEXTS)['zh-CN'] => TEXTS[language];
