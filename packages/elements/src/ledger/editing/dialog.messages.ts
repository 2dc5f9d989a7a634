import { PUNCTUATION } from '@jiceng/core/text/punctuation.js';
import { messagesIn } from '../../internal/locale.ts';

/** Texts of the dialog, which come with it. */
export const dialogMessages = messagesIn({
  'zh-CN': {
    marks: PUNCTUATION['zh-CN'], pasteTitle: '粘贴前核对', pasteHint: '请核对每一列的识别结果，只写入勾选的列；不能识别和不能修改的单元格保持原样。', pasteColumn: '列', pasteChanges: '将修改', pasteWrong: '不能识别', pasteFixed: '不能修改', pasteSample: '示例（原值 → 新值）', pasteTake: '写入', blank: '（空）', beyondRows: (count: number) => `有 ${count} 行超出表尾，不写入。`, beyondColumns: (count: number) => `有 ${count} 列超出表格，不写入。`, whichOne: '同名的请选定',
    whichOf: (column: string, name: string) => `${column}“${name}”是指`, chooseOne: '请选择', write: (count: number) => `写入 ${count} 处`, nothing: '没有可写入的内容。', cancel: '取消', close: '关闭', confirm: '确定', bulkEditTitle: (title: string) => `批量修改：${title}`, bulkEditHint: (count: number) => `下列内容将写入 ${count} 条。留空并确定，即清空这些条目的此项内容。`, cannotEdit: (count: number) => `有 ${count} 条不能修改：`, noneEditable: '所选条目都不能修改此项。',
    columnsTitle: '列与视图', columnsHint: '勾选要显示的列，用箭头调整顺序；列和视图只对您本人有效。', up: (title: string) => `${title}：前移`, down: (title: string) => `${title}：后移`, reset: '恢复默认的列', views: '我的视图', viewsHint: '把现在的筛选、排序、分组和列存成一个视图，以后一点就能换回来。', viewName: '视图名称', saveView: '保存为视图', noViews: '还没有保存过视图。', useView: (name: string) => `使用视图“${name}”`, removeView: (name: string) => `删除视图“${name}”`, remove: '删除', order: '中文排序', pinyin: '按拼音',
    stroke: '按笔画',
  },
  en: {
    marks: PUNCTUATION.en, pasteTitle: 'Check before pasting', pasteHint: 'Check how each column was read. Only ticked columns are written; cells that cannot be read or changed stay as they are.', pasteColumn: 'Column', pasteChanges: 'Changes', pasteWrong: 'Not understood', pasteFixed: 'Cannot change', pasteSample: 'Examples (before → after)', pasteTake: 'Write', blank: '(blank)',
    beyondRows: (count: number) => `${count} rows are beyond the end and are left out.`, beyondColumns: (count: number) => `${count} columns are beyond the table and are left out.`, whichOne: 'Choose among namesakes', whichOf: (column: string, name: string) => `${column}: “${name}” is`, chooseOne: 'Choose', write: (count: number) => `Write ${count} cells`, nothing: 'Nothing can be written.', cancel: 'Cancel',
    close: 'Close', confirm: 'Confirm', bulkEditTitle: (title: string) => `Change for all: ${title}`, bulkEditHint: (count: number) => `This is written into ${count} entries. Leaving it blank empties it there.`, cannotEdit: (count: number) => `Not possible for ${count}:`, noneEditable: 'None of the selected entries can be changed here.', columnsTitle: 'Columns and views',
    columnsHint: 'Tick the columns to show and order them with the arrows. This is for you alone.', up: (title: string) => `${title}: move forward`, down: (title: string) => `${title}: move back`, reset: 'Default columns', views: 'My views', viewsHint: 'Keep the present filters, order, groups and columns under a name, to come back to them at once.', viewName: 'Name of the view', saveView: 'Save the view',
    noViews: 'No view has been saved.', useView: (name: string) => `Use the view ${name}`, removeView: (name: string) => `Delete the view ${name}`, remove: 'Delete', order: 'Chinese order', pinyin: 'by pinyin', stroke: 'by strokes',
  },
});
