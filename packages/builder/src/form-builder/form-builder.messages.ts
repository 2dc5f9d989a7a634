import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    title: '表单设计器', named: (title: string) => `表单设计器：${title}`, untitled: '未命名的表单',
    panes: '设计的各个方面', tools: '工具栏', design: '版面', designHelp: '在画面上选中字段或分组，在右侧修改属性，在左侧添加和排列。',
    add: '添加字段', structure: '结构', properties: '属性', undo: '撤销', redo: '重做', history: '操作记录', commands: '全部操作', save: '保存',
    undoOf: (what: string) => `撤销：${what}`, redoOf: (what: string) => `重做：${what}`, undoTo: '撤销到此处（含此步）', noSteps: '还没有可撤销的操作。',
    empty: '还没有打开表单。', notJson: '这份定义不是有效的 JSON 文本，无法打开：', loading: '正在打开……',
    problems: (count: number) => `有 ${count} 处需要改正`, fine: '没有发现错误', goTo: '转到此处',
    draftRestored: '已恢复上次未保存的修改。', draftDiscard: '放弃这些修改，回到原来的内容', draftFailed: '草稿无法保存在本机，离开前请先保存。', draftOff: '本机不能保存草稿，离开前请先保存。', draftKept: '草稿已保存',
    paneFailed: '这一部分未能加载，请检查网络后重试。', retry: '重试',
  },
  en: {
    title: 'Form builder', named: (title: string) => `Form builder: ${title}`, untitled: 'Untitled form',
    panes: 'Sides of the design', tools: 'Tools', design: 'Layout', designHelp: 'Select fields or sections on the canvas, change them on the right, add and arrange them on the left.',
    add: 'Add fields', structure: 'Structure', properties: 'Properties', undo: 'Undo', redo: 'Redo', history: 'History', commands: 'All commands', save: 'Save',
    undoOf: (what: string) => `Undo: ${what}`, redoOf: (what: string) => `Do again: ${what}`, undoTo: 'Undo up to and including this step', noSteps: 'Nothing to undo yet.',
    empty: 'No form is open.', notJson: 'This definition is not valid JSON and cannot be opened:', loading: 'Opening…',
    problems: (count: number) => (count === 1 ? '1 thing to put right' : `${count} things to put right`), fine: 'No errors found', goTo: 'Go there',
    draftRestored: 'Changes that were not saved have been restored.', draftDiscard: 'Drop these changes and go back to the original', draftFailed: 'The draft cannot be kept on this computer. Save before you leave.', draftOff: 'Drafts cannot be kept on this computer. Save before you leave.', draftKept: 'Draft kept',
    paneFailed: 'This part could not be loaded. Check the network and try again.', retry: 'Try again',
  },
});

export type Messages = ReturnType<typeof messages>;
