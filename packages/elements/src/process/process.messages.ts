import { PUNCTUATION } from '@jiceng/core/text/punctuation.js';
import { messagesIn } from '../internal/locale.ts';

export const messages = messagesIn({
  'zh-CN': {
    marks: PUNCTUATION['zh-CN'],
    loading: '正在读取流程……', noDefinition: '未指定流程定义，请联系管理员。', noProcess: '该定义没有流程。', broken: '流程定义有误，暂不能显示。请将下列内容告知管理员：',
    overview: (stage: number, step: number, all: number) => `第 ${stage} 阶段 · 第 ${step} 步 / ${all}`, finished: (all: number) => `全部 ${all} 个步骤已完成`,
    stages: '阶段', stageState: { done: '已完成', active: '办理中', pending: '未开始' }, stageSteps: (done: number, all: number) => `${done} / ${all} 步`,
    status: { pending: '未开始', active: '办理中', overdue: '超期', done: '已完成', returned: '退回补正' },
    doneOn: (date: string) => `完成于 ${date}`, dueOn: (date: string) => `时限 ${date}`, earliestOn: (date: string) => `最早 ${date}`, late: (days: number) => `超期 ${days} 天`, wasLate: (days: number) => `超期 ${days} 天完成`, left: (days: number) => (days === 0 ? '今日到期' : `剩余 ${days} 天`),
    acts: '办理主体', requirement: '办理要求', basis: '依据', documents: '应有材料', doneBy: '经办人', returnedFor: '退回原因',
    finish: '办结本步骤', returnStep: '退回补正', returnHint: '请写明退回原因，不少于 5 个字', cancel: '取消', reasonShort: '请写明退回原因，不少于 5 个字。', refused: '未能办结：', conflict: '该记录已被他人更新，请核对最新内容后重新办理。', cannot: '暂不能办理：', tooEarly: (date: string) => `最早可在 ${date} 办理。`, noPerson: '未登录，仅可查看。',
    warnings: '提醒', asOf: (date: string) => `截至 ${date}`, saved: (title: string) => `“${title}”已办结。`,
    outOf: (title: string) => `${title}步骤`,
  },
  en: {
    marks: PUNCTUATION.en,
    loading: 'Loading …', noDefinition: 'No definition was given. Please tell the administrator.', noProcess: 'This definition has no process.', broken: 'The definition is faulty. Please tell the administrator:',
    overview: (stage: number, step: number, all: number) => `Stage ${stage} · step ${step} of ${all}`, finished: (all: number) => `All ${all} steps are done`,
    stages: 'Stages', stageState: { done: 'Done', active: 'In progress', pending: 'Not started' }, stageSteps: (done: number, all: number) => `${done} of ${all} steps`,
    status: { pending: 'Not started', active: 'In progress', overdue: 'Overdue', done: 'Done', returned: 'Returned' },
    doneOn: (date: string) => `done ${date}`, dueOn: (date: string) => `due ${date}`, earliestOn: (date: string) => `not before ${date}`, late: (days: number) => `${days} days overdue`, wasLate: (days: number) => `${days} days late`, left: (days: number) => (days === 0 ? 'due today' : `${days} days left`),
    acts: 'Who acts', requirement: 'What to do', basis: 'Basis', documents: 'Documents', doneBy: 'Recorded by', returnedFor: 'Returned because',
    finish: 'Complete this step', returnStep: 'Return for correction', returnHint: 'Say why, in at least 5 characters', cancel: 'Cancel', reasonShort: 'Say why, in at least 5 characters.', refused: 'Not done: ', conflict: 'Someone else has changed this record. Check it and try again.', cannot: 'Not now: ', tooEarly: (date: string) => `this is possible from ${date}.`, noPerson: 'Not signed in: reading only.',
    warnings: 'Warnings', asOf: (date: string) => `As of ${date}`, saved: (title: string) => `“${title}” is done.`,
    outOf: (title: string) => `Steps of ${title}`,
  },
});
