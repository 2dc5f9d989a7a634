import { PUNCTUATION } from '@jiceng/core/text/punctuation.js';
import { messagesIn } from '../internal/locale.ts';

/** Texts of the checklist. */
export const messages = messagesIn({
  'zh-CN': {
    marks: PUNCTUATION['zh-CN'],
    loading: '正在加载检查表…', empty: '没有可显示的检查表。', noItems: '此表没有需要逐项检查的内容。', failed: '检查表的定义有误，暂不能显示，请联系管理员。',
    progress: (done: number, all: number) => `已查 ${done} / ${all} 项`, unmetCount: (count: number) => `未达到 ${count} 项`, allMet: '全部达到',
    filter: '筛选', all: '全部', open: '未查', unmet: '未达到', unmetFirst: '未达到的排在前面', none: '没有符合条件的检查项。',
    yes: '达到', no: '未达到', hit: '存在', noHit: '不存在', notChecked: '未查', answer: (title: string) => `${title}的检查结果`,
    note: '情况说明（选填）', noteUnmet: '问题描述', addNote: '填写说明', files: '佐证材料（选填）', addFile: '添加附件', removeFile: (name: string) => `移除附件 ${name}`,
    willHandOver: '将移交：', handedOver: '已移交：', openRecord: '查看', number: '序号', check: '检查内容', result: '检查结果', remark: '情况说明',
  },
  en: {
    marks: PUNCTUATION.en,
    loading: 'Loading the checklist…', empty: 'No checklist to show.', noItems: 'This form has nothing to check.', failed: 'The definition of this checklist is faulty. Please tell the administrator.',
    progress: (done: number, all: number) => `${done} of ${all} checked`, unmetCount: (count: number) => `${count} not met`, allMet: 'all met',
    filter: 'Filter', all: 'All', open: 'To check', unmet: 'Not met', unmetFirst: 'Not met first', none: 'No item matches.',
    yes: 'Met', no: 'Not met', hit: 'Found', noHit: 'Not found', notChecked: 'not checked', answer: (title: string) => `Result of ${title}`,
    note: 'Note (optional)', noteUnmet: 'What is wrong', addNote: 'Add a note', files: 'Evidence (optional)', addFile: 'Add a file', removeFile: (name: string) => `Remove ${name}`,
    willHandOver: 'To be handed over: ', handedOver: 'Handed over: ', openRecord: 'Show', number: 'No.', check: 'Check', result: 'Result', remark: 'Remarks',
  },
});

export type ChecklistTexts = ReturnType<typeof messages>;
