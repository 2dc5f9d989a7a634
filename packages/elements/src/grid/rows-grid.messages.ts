import { messagesIn } from '../internal/locale.ts';

export const messages = messagesIn({
  'zh-CN': {
    required: '必填', number: '序号', cell: (column: string, line: number) => `${column}，第 ${line} 行`,
    add: '添加一行', insert: '在上方插入', duplicate: '复制本行', remove: '删除本行',
    empty: '暂无内容，请点击“添加一行”填写。', emptyReadonly: '暂无内容。',
    hint: '回车或直接输入即可修改，Tab 到下一格，Esc 退出表格；可从 Excel、WPS 粘贴。',
    added: (line: number) => `已添加第 ${line} 行。`, removed: (line: number, count: number) => `已删除第 ${line} 行，还有 ${count} 行。`,
    pasted: (rows: number) => `已粘贴 ${rows} 行。`, cut: (rows: number) => `粘贴的内容中有 ${rows} 行放不下，未写入。`,
  },
  en: {
    required: 'required', number: 'No.', cell: (column: string, line: number) => `${column}, row ${line}`,
    add: 'Add a row', insert: 'Insert above', duplicate: 'Duplicate row', remove: 'Delete row',
    empty: 'Nothing here yet. Press “Add a row”.', emptyReadonly: 'Nothing here.',
    hint: 'Enter or just type to change a cell, Tab for the next one, Esc to leave the table. You can paste from Excel or WPS.',
    added: (line: number) => `Row ${line} added.`, removed: (line: number, count: number) => `Row ${line} deleted, ${count} left.`,
    pasted: (rows: number) => `${rows} rows pasted.`, cut: (rows: number) => `${rows} pasted rows did not fit and were left out.`,
  },
});
