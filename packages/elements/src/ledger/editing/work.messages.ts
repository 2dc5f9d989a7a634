import { PUNCTUATION } from '@jiceng/core/text/punctuation.js';
import { messagesIn } from '../../internal/locale.ts';

export const workMessages = messagesIn({
  'zh-CN': {
    marks: PUNCTUATION['zh-CN'], tooMany: '一次最多办理 2000 条，请先筛选。', reading: '正在读取，请稍候。', sourceFailed: '未能读取台账，请检查网络后重试。', again: '重试', checking: '批量操作', check: '选择', checked: '已选', unchecked: '未选', checkedCount: (count: number) => `已选 ${count} 条`, uncheck: '取消选择', undo: '撤销', redo: '重做', columns: '列与视图', undone: (count: number, lost: number) => `已撤销 ${count} 处修改。${lost > 0 ? `另有 ${lost} 处已被他人改过，未撤销。` : ''}`,
    redone: (count: number, lost: number) => `已重做 ${count} 处修改。${lost > 0 ? `另有 ${lost} 处已被他人改过，未重做。` : ''}`, written: (count: number) => `已修改 ${count} 个单元格。`, copied: (rows: number, columns: number) => `已复制 ${rows} 行 × ${columns} 列。`, picked: (rows: number, columns: number) => `选中 ${rows} 行 × ${columns} 列`, sum: '合计', average: '平均', unknownName: '名录中没有这个名称。', severalNamed: (count: number) => `有 ${count} 个同名的，请在下面选定。`,
    bulkMove: '批量办理', bulkMoveOf: (title: string, count: number) => `${title}（可办理 ${count} 条）`, bulkEdit: '批量修改', noneAble: '所选条目都不能办理此事项。', notOffered: (state: string) => (state === '' ? '当前没有此事项。' : `当前状态为“${state}”，没有此事项。`), notMoved: (count: number) => `有 ${count} 条未能办理或保存：`, viewSaved: (name: string) => `已保存视图“${name}”。`, viewUsed: (name: string) => `已换成视图“${name}”。`,
    viewRemoved: (name: string) => `已删除视图“${name}”。`, resetView: '恢复默认视图', viewReset: '已恢复默认的筛选、排序和分组。',
  },
  en: {
    marks: PUNCTUATION.en, tooMany: 'At most 2,000 at once: filter first.', reading: 'Being read.', sourceFailed: 'The ledger could not be read. Check the network and try again.', again: 'Try again', checking: 'Several entries', check: 'Select', checked: 'selected', unchecked: 'not selected', checkedCount: (count: number) => `${count} selected`, uncheck: 'Clear selection', undo: 'Undo', redo: 'Redo',
    columns: 'Columns and views', undone: (count: number, lost: number) => `${count} changes taken back.${lost > 0 ? ` ${lost} were changed by others meanwhile and stay.` : ''}`, redone: (count: number, lost: number) => `${count} changes made again.${lost > 0 ? ` ${lost} were changed by others meanwhile and stay.` : ''}`, written: (count: number) => `${count} cells changed.`,
    copied: (rows: number, columns: number) => `${rows} rows × ${columns} columns copied.`, picked: (rows: number, columns: number) => `${rows} rows × ${columns} columns`, sum: 'Total', average: 'Average', unknownName: 'The directory has no such name.', severalNamed: (count: number) => `${count} are called so: choose below.`, bulkMove: 'Act on all',
    bulkMoveOf: (title: string, count: number) => `${title} (${count} possible)`, bulkEdit: 'Change all', noneAble: 'None of the selected entries can do this.', notOffered: (state: string) => (state === '' ? 'Not offered now.' : `Not offered in the state “${state}”.`), notMoved: (count: number) => `Not done or saved for ${count}:`, viewSaved: (name: string) => `View ${name} saved.`,
    viewUsed: (name: string) => `View ${name} is shown.`, viewRemoved: (name: string) => `View ${name} deleted.`, resetView: 'Default view', viewReset: 'Default filters, order and groups restored.',
  },
});
