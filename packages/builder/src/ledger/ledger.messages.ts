import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    title: '台账', head: '列和表头', headHelp: '像在 Excel 里一样：点选表头，拖动换位置，拖右边线改列宽；按住 Shift 或 Ctrl 选择相邻几列后可以并组。键盘：方向键移动，Alt＋左右键换位置，Alt＋上键移出分组。',
    empty: '这张表还没有台账。', start: '增加台账', started: '台账', add: '新增列', addField: '选择字段', addFormula: '公式列', addSystem: '系统信息', left: '左移', right: '右移', group: '并为一组', ungroup: '取消分组', remove: '删除列', copy: '复制',
    newGroup: '分组', column: '列', groupWord: '分组', width: '列宽', frozen: '冻结', nothing: '先选择一列', notNeighbours: '只有相邻的列才能并组', settings: '台账设置',
    lamps: '亮灯规则', lampsHelp: '从上到下逐条判断，第一条成立的亮灯；最后一条不设条件。', lamp: '灯', when: '条件', always: '其余情况', addLamp: '新增亮灯规则', counters: '计数', countersHelp: '显示在台账上方，点一下就只看这些。', addCounter: '新增计数',
    preview: '预览', previewHelp: '示例数据，按填报人看到的样子显示。', noPreview: '表单还有未改正的问题，改正后显示预览。',
    lampNames: { green: '绿灯', yellow: '黄灯', red: '红灯', blue: '蓝灯', grey: '灰灯' } as Readonly<Record<string, string>>, moved: (name: string) => ({ 'zh-CN': `移动列“${name}”`, en: `Column “${name}” moved` }), sized: (name: string) => ({ 'zh-CN': `改列宽“${name}”`, en: `Width of “${name}”` }),
  },
  en: {
    title: 'Ledger', head: 'Columns and headings', headHelp: 'As in Excel: click a heading, drag it elsewhere, drag its right edge for the width; choose neighbours with Shift or Ctrl and group them. Keyboard: arrows go about, Alt with left and right moves, Alt with up takes out of a group.',
    empty: 'This form has no ledger yet.', start: 'Add a ledger', started: 'A ledger', add: 'Add a column', addField: 'choose a field', addFormula: 'formula', addSystem: 'from the record itself', left: 'Move left', right: 'Move right', group: 'Group', ungroup: 'Ungroup', remove: 'Remove', copy: 'Copy',
    newGroup: 'Group', column: 'column', groupWord: 'group', width: 'width', frozen: 'frozen', nothing: 'Choose a column first', notNeighbours: 'Only neighbours can be grouped', settings: 'Ledger settings',
    lamps: 'Lamp rules', lampsHelp: 'Tried from the top; the first that holds lights its lamp; the last has no condition.', lamp: 'Lamp', when: 'Lit when', always: 'otherwise', addLamp: 'Add a lamp rule', counters: 'Counters', countersHelp: 'Above the ledger; a click shows only these records.', addCounter: 'Add a counter',
    preview: 'Preview', previewHelp: 'Made-up records, as those who fill in see them.', noPreview: 'The form has something to mend; then there is a preview.',
    lampNames: { green: 'green', yellow: 'yellow', red: 'red', blue: 'blue', grey: 'grey' } as Readonly<Record<string, string>>, moved: (name: string) => ({ 'zh-CN': `移动列“${name}”`, en: `Column “${name}” moved` }), sized: (name: string) => ({ 'zh-CN': `改列宽“${name}”`, en: `Width of “${name}”` }),
  },
});
