import { PUNCTUATION } from '@jiceng/core/text/punctuation.js';
import { messagesIn } from '../../internal/locale.ts';

export const workMessages = messagesIn({
  'zh-CN': {
    marks: PUNCTUATION['zh-CN'],
    tooMany: '一次最多办理 2000 条，请先筛选。', reading: '正在读取，请稍候。', sourceFailed: '未能读取台账，请检查网络后重试。', again: '重试', checking: '批量操作', check: '选择', checked: '已选', unchecked: '未选', checkedCount: (count: number) => `已选 ${count} 条`, uncheck: '取消选择',
    undo: '撤销', redo: '重做', columns: '列与视图',
    undone: (count: number, lost: number) => `已撤销 ${count} 处修改。${lost > 0 ? `另有 ${lost} 处已被他人改过，未撤销。` : ''}`, redone: (count: number, lost: number) => `已重做 ${count} 处修改。${lost > 0 ? `另有 ${lost} 处已被他人改过，未重做。` : ''}`,
    written: (count: number) => `已修改 ${count} 个单元格。`, copied: (rows: number, columns: number) => `已复制 ${rows} 行 × ${columns} 列。`,
    picked: (rows: number, columns: number) => `选中 ${rows} 行 × ${columns} 列`, sum: '合计', average: '平均',
    pasteTitle: '粘贴前核对', pasteHint: '请核对每一列的识别结果，只写入勾选的列；不能识别和不能修改的单元格保持原样。',
    pasteColumn: '列', pasteChanges: '将修改', pasteWrong: '不能识别', pasteFixed: '不能修改', pasteSample: '示例（原值 → 新值）', pasteTake: '写入', blank: '（空）',
    beyondRows: (count: number) => `有 ${count} 行超出表尾，不写入。`, beyondColumns: (count: number) => `有 ${count} 列超出表格，不写入。`, unknownName: '名录中没有这个名称。', severalNamed: (count: number) => `有 ${count} 个同名的，请在下面选定。`, whichOne: '同名的请选定', whichOf: (column: string, name: string) => `${column}“${name}”是指`, chooseOne: '请选择', write: (count: number) => `写入 ${count} 处`, nothing: '没有可写入的内容。',
    cancel: '取消', close: '关闭', confirm: '确定',
    bulkMove: '批量办理', bulkMoveOf: (title: string, count: number) => `${title}（可办理 ${count} 条）`, bulkEdit: '批量修改', bulkEditTitle: (title: string) => `批量修改：${title}`, bulkEditHint: (count: number) => `下列内容将写入 ${count} 条。留空并确定，即清空这些条目的此项内容。`,
    cannotEdit: (count: number) => `有 ${count} 条不能修改：`, noneAble: '所选条目都不能办理此事项。', noneEditable: '所选条目都不能修改此项。', notOffered: (state: string) => (state === '' ? '当前没有此事项。' : `当前状态为“${state}”，没有此事项。`), notMoved: (count: number) => `有 ${count} 条未能办理或保存：`,
    columnsTitle: '列与视图', columnsHint: '勾选要显示的列，用箭头调整顺序；列和视图只对您本人有效。', up: (title: string) => `${title}：前移`, down: (title: string) => `${title}：后移`, reset: '恢复默认的列', views: '我的视图', viewsHint: '把现在的筛选、排序、分组和列存成一个视图，以后一点就能换回来。', viewName: '视图名称', saveView: '保存为视图', noViews: '还没有保存过视图。', useView: (name: string) => `使用视图“${name}”`, removeView: (name: string) => `删除视图“${name}”`, remove: '删除', viewSaved: (name: string) => `已保存视图“${name}”。`, viewUsed: (name: string) => `已换成视图“${name}”。`, viewRemoved: (name: string) => `已删除视图“${name}”。`, resetView: '恢复默认视图', viewReset: '已恢复默认的筛选、排序和分组。', order: '中文排序', pinyin: '按拼音', stroke: '按笔画',
  },
  en: {
    marks: PUNCTUATION.en,
    tooMany: 'At most 2,000 at once: filter first.', reading: 'Being read.', sourceFailed: 'The ledger could not be read. Check the network and try again.', again: 'Try again', checking: 'Several entries', check: 'Select', checked: 'selected', unchecked: 'not selected', checkedCount: (count: number) => `${count} selected`, uncheck: 'Clear selection',
    undo: 'Undo', redo: 'Redo', columns: 'Columns and views',
    undone: (count: number, lost: number) => `${count} changes taken back.${lost > 0 ? ` ${lost} were changed by others meanwhile and stay.` : ''}`, redone: (count: number, lost: number) => `${count} changes made again.${lost > 0 ? ` ${lost} were changed by others meanwhile and stay.` : ''}`,
    written: (count: number) => `${count} cells changed.`, copied: (rows: number, columns: number) => `${rows} rows × ${columns} columns copied.`,
    picked: (rows: number, columns: number) => `${rows} rows × ${columns} columns`, sum: 'Total', average: 'Average',
    pasteTitle: 'Check before pasting', pasteHint: 'Check how each column was read. Only ticked columns are written; cells that cannot be read or changed stay as they are.',
    pasteColumn: 'Column', pasteChanges: 'Changes', pasteWrong: 'Not understood', pasteFixed: 'Cannot change', pasteSample: 'Examples (before → after)', pasteTake: 'Write', blank: '(blank)',
    beyondRows: (count: number) => `${count} rows are beyond the end and are left out.`, beyondColumns: (count: number) => `${count} columns are beyond the table and are left out.`, unknownName: 'The directory has no such name.', severalNamed: (count: number) => `${count} are called so: choose below.`, whichOne: 'Choose among namesakes', whichOf: (column: string, name: string) => `${column}: “${name}” is`, chooseOne: 'Choose', write: (count: number) => `Write ${count} cells`, nothing: 'Nothing can be written.',
    cancel: 'Cancel', close: 'Close', confirm: 'Confirm',
    bulkMove: 'Act on all', bulkMoveOf: (title: string, count: number) => `${title} (${count} possible)`, bulkEdit: 'Change all', bulkEditTitle: (title: string) => `Change for all: ${title}`, bulkEditHint: (count: number) => `This is written into ${count} entries. Leaving it blank empties it there.`,
    cannotEdit: (count: number) => `Not possible for ${count}:`, noneAble: 'None of the selected entries can do this.', noneEditable: 'None of the selected entries can be changed here.', notOffered: (state: string) => (state === '' ? 'Not offered now.' : `Not offered in the state “${state}”.`), notMoved: (count: number) => `Not done or saved for ${count}:`,
    columnsTitle: 'Columns and views', columnsHint: 'Tick the columns to show and order them with the arrows. This is for you alone.', up: (title: string) => `${title}: move forward`, down: (title: string) => `${title}: move back`, reset: 'Default columns', views: 'My views', viewsHint: 'Keep the present filters, order, groups and columns under a name, to come back to them at once.', viewName: 'Name of the view', saveView: 'Save the view', noViews: 'No view has been saved.', useView: (name: string) => `Use the view ${name}`, removeView: (name: string) => `Delete the view ${name}`, remove: 'Delete', viewSaved: (name: string) => `View ${name} saved.`, viewUsed: (name: string) => `View ${name} is shown.`, viewRemoved: (name: string) => `View ${name} deleted.`, resetView: 'Default view', viewReset: 'Default filters, order and groups restored.', order: 'Chinese order', pinyin: 'by pinyin', stroke: 'by strokes',
  },
});
