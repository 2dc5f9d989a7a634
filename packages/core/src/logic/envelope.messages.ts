import type { Bilingual } from '../text/problem.ts';

const said = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

/** What people call the names that formulas read from the envelope, while something is carried out, and of a score. */
export const ENVELOPE_TITLES: ReadonlyMap<string, Bilingual> = new Map([
  ['recordId', said('记录编号', 'record number')],
  ['orgId', said('所在组织', 'organisation')],
  ['orgPath', said('隶属路径', 'path of superiors')],
  ['orgName', said('组织全称', 'name of the organisation')],
  ['orgShortName', said('组织简称', 'short name')],
  ['orgCode', said('组织代码', 'organisation code')],
  ['orgType', said('组织类别', 'type of organisation')],
  ['orgForm', said('组织形态', 'form of organisation')],
  ['orgLevel', said('组织层级', 'level of organisation')],
  ['parentOrgId', said('上级组织', 'superior organisation')],
  ['subjectId', said('主体编号', 'subject')],
  ['subjectTitle', said('主体名称', 'name of the subject')],
  ['periodCode', said('期次', 'period')],
  ['periodKind', said('周期类型', 'kind of period')],
  ['periodStartOn', said('期次起', 'first day of the period')],
  ['periodEndOn', said('期次止', 'last day of the period')],
  ['submissionStatus', said('填报状态', 'filing status')],
  ['stateSince', said('进入当前状态的日期', 'day of the present state')],
  ['dueAt', said('填报截止时间', 'filing deadline')],
  ['submittedAt', said('上报时间', 'time of filing')],
  ['isLate', said('是否逾期上报', 'filed late')],
  ['lateDays', said('逾期天数', 'days late')],
  ['returnCount', said('退回次数', 'times returned')],
  ['revisionNo', said('修订序号', 'revision')],
  ['createdOn', said('新建日期', 'day of creation')],
  ['updatedOn', said('最后修改日期', 'day of the last change')],
  ['filledBy', said('填报人', 'filled in by')],
  ['submittedBy', said('上报人', 'filed by')],
  ['reviewedBy', said('审核人', 'reviewed by')],
  ['now', said('当前时间', 'the present time')],
  ['actorId', said('办理人', 'the person acting')],
  ['actorOrgId', said('办理人所在组织', 'organisation of the person acting')],
  ['itemId', said('指标编号', 'item')],
  ['itemName', said('指标名称', 'name of the item')],
  ['dimensionId', said('维度编号', 'dimension')],
  ['dimensionName', said('维度名称', 'name of the dimension')],
  ['maxScore', said('分值', 'most points')],
  ['finalScore', said('最终得分', 'final points')],
  ['deductReason', said('扣分原因', 'reason of the deduction')],
  ['lamp', said('亮灯', 'lamp')],
  ['score', said('评分', 'score')],
  ['points', said('得分', 'points')],
  ['max', said('分值', 'most points')],
  ['steps', said('步骤', 'steps')],
  ['status', said('办理情况', 'progress')],
  ['doneOn', said('完成日期', 'day done')],
  ['dueOn', said('办理期限', 'due day')],
  ['stage', said('阶段', 'stage')],
  ['id', said('编号', 'number')],
  ['title', said('名称', 'title')],
  ['before', said('办理前', 'before')],
]);

export const STATUS_TITLE: Bilingual = said('状态', 'state');

/** Envelope names that hold a date. */
export const ENVELOPE_DATES: ReadonlySet<string> = new Set([
  'periodStartOn',
  'periodEndOn',
  'stateSince',
  'dueAt',
  'submittedAt',
  'createdOn',
  'updatedOn',
  'now',
  'doneOn',
  'dueOn',
]);
export const ENVELOPE_NUMBERS: ReadonlySet<string> = new Set([
  'lateDays',
  'returnCount',
  'revisionNo',
  'maxScore',
  'finalScore',
  'points',
  'max',
]);

/** Words for the codes of envelope values that every definition shares. */
export const ENVELOPE_CODES: ReadonlyMap<string, ReadonlyMap<string, Bilingual>> = new Map([
  [
    'orgLevel',
    new Map([
      ['province', said('省级', 'province')],
      ['city', said('市级', 'city')],
      ['county', said('县级', 'county')],
      ['township', said('乡级', 'township')],
      ['village', said('村级', 'village')],
      ['grid', said('网格', 'grid')],
      ['unit', said('单位', 'unit')],
    ]),
  ],
  [
    'status',
    new Map([
      ['pending', said('未开始', 'not started')],
      ['active', said('办理中', 'in progress')],
      ['overdue', said('超期', 'overdue')],
      ['returned', said('退回补正', 'returned')],
      ['done', said('已完成', 'done')],
    ]),
  ],
]);
