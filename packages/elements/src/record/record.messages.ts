import { PUNCTUATION } from '@jiceng/core/text/punctuation.js';
import { messagesIn } from '../internal/locale.ts';

/** What is said about one record and its moves, in lists of records and on its own. */
export const recordMessages = messagesIn({
  'zh-CN': {
    marks: PUNCTUATION['zh-CN'],
    noDefinition: '未指定定义，请联系管理员。', broken: '定义有误，暂不能显示。请将下列内容告知管理员：',
    moves: '办理', noMoves: '当前状态下没有可办理的事项。', noPerson: '未登录，仅可查看。', cannot: '暂不能办理：', notNow: (count: number, isRest: boolean) => `${isRest ? '另有 ' : ''}${count} 项操作暂不能办理，查看原因`,
    content: '内容', links: '关联记录', linkFrom: '来源', linkTo: '移交至', history: '办理历程', noHistory: '尚无办理记录。', close: '关闭',
    moveTo: (title: string) => `办理后状态变为“${title}”。`, reason: '理由', reasonHint: '不少于 5 个字', reasonShort: '请填写理由，不少于 5 个字。', confirm: '确定', cancel: '取消',
    refused: '未能办理：', conflict: '该条目已被他人更新，请核对最新内容后重新办理。',
    system: '系统', unknownPerson: '工作人员', changedFields: (fields: string) => `修改了${fields}`, more: (count: number) => `等 ${count} 项`,
    acts: { create: '登记', save: '修改', handover: '移交', upgrade: '升级版本' } as Readonly<Record<string, string>>, stateChange: (from: string, to: string) => `状态由“${from}”变为“${to}”`, versionChange: (from: string, to: string) => `由 ${from} 版改为 ${to} 版`, doneMove: (title: string) => `已办理：${title}`, stepDone: (title: string) => `完成步骤：${title}`, stepReturn: (title: string) => `退回步骤：${title}`,
    several: (count: number) => `将一并办理 ${count} 条。`, cannotAll: (count: number) => `有 ${count} 条不能办理：`,
  },
  en: {
    marks: PUNCTUATION.en,
    noDefinition: 'No definition was given. Please tell the administrator.', broken: 'The definition is faulty. Please tell the administrator:',
    moves: 'Actions', noMoves: 'Nothing can be done in this state.', noPerson: 'Not signed in: reading only.', cannot: 'Not now: ', notNow: (count: number, isRest: boolean) => `${count} ${isRest ? 'more ' : ''}${count === 1 ? 'action is' : 'actions are'} not possible now; see why`,
    content: 'Content', links: 'Linked records', linkFrom: 'From', linkTo: 'Handed over to', history: 'History', noHistory: 'Nothing has happened yet.', close: 'Close',
    moveTo: (title: string) => `The state becomes “${title}”.`, reason: 'Reason', reasonHint: 'at least 5 characters', reasonShort: 'Give a reason of at least 5 characters.', confirm: 'Confirm', cancel: 'Cancel',
    refused: 'Not done: ', conflict: 'Someone else has changed this entry. Check it and try again.',
    system: 'System', unknownPerson: 'A member of staff', changedFields: (fields: string) => `changed ${fields}`, more: (count: number) => `and others (${count})`,
    acts: { create: 'registered', save: 'changed', handover: 'handed over', upgrade: 'taken to another version' } as Readonly<Record<string, string>>, stateChange: (from: string, to: string) => `from “${from}” to “${to}”`, versionChange: (from: string, to: string) => `from version ${from} to ${to}`, doneMove: (title: string) => `Done: ${title}`, stepDone: (title: string) => `Step done: ${title}`, stepReturn: (title: string) => `Step returned: ${title}`,
    several: (count: number) => `${count} entries at once.`, cannotAll: (count: number) => `Not possible for ${count}:`,
  },
});
