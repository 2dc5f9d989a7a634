import { messagesIn } from '@jiceng/elements/internal/locale.js';
import type { PastedItem } from '@jiceng/sheet/paste/result.js';
import type { ColumnKind } from '@jiceng/sheet/draft/guess.js';

type Kinds = Readonly<Record<Exclude<ColumnKind, 'rowNumber'>, string>>;
type Methods = Readonly<Record<PastedItem['method'], string>>;

export const messages = messagesIn({
  'zh-CN': {
    begun: '接着设计', goOn: (title: string) => `继续设计“${title}”`, title: '新建表单', how: '从哪里开始', start: '开始设计', busy: '正在读取……',
    ways: { template: '用模板', paste: '粘贴文字或单元格', excel: '用 Excel 台账', schema: '用已有的 JSON Schema', empty: '空白表' } as const,
    wayHelp: { template: '从现成的表改起。', paste: '把 Word、Excel 里的字段或指标粘进来。', excel: '把正在用的 Excel 台账变成表单。', schema: '技术人员提供的数据结构文件。', empty: '什么都没有，自己添加。' } as const,
    name: '表的名称', nameHelp: '填报人看到的名称。', period: '填报周期', periods: { none: '有事才填', month: '每月', quarter: '每季度', halfYear: '每半年', year: '每年' } as const, keepPeriod: '与模板相同', untitled: '未命名的表',
    search: '查找模板', found: (count: number) => `找到 ${count} 个模板`, noTemplates: '没有可用的模板。', nothingFound: '没有符合的模板，换个词试试。', otherGroup: '其他', cost: (minutes: number, typed: number) => `${minutes < 1 ? '不到 1 分钟' : `约 ${Math.round(minutes)} 分钟`}，手填 ${typed} 项`,
    pasteLabel: '把内容粘贴到这里', pasteHelp: '一行一项；从 Excel 复制的单元格、Word 的编号、“（5分）”“每次扣2分”都能认出。', pasteAs: '读成', asAuto: '自动判断', asFields: '字段', asItems: '评分指标', nothingPasted: '粘贴后在这里查看会变成什么，可以修改后再用。',
    readFields: (count: number) => `读出 ${count} 个字段`, readItems: (count: number, points: number) => `读出 ${count} 项指标，合计 ${points} 分`, rest: (count: number) => `没有用到 ${count} 处`,
    take: '使用', takeOf: (title: string) => `使用“${title}”`, field: '字段名', kind: '类型', options: '选项（用、隔开）', required: '必填', sample: '内容或依据', item: '指标', points: '分值', method: '计分方式', per: '每次', rule: '评分标准', group: '分组', noPoints: '没有写分值的指标平分余下的分。', of: (what: string, title: string) => `${title}：${what}`,
    kinds: { text: '文字', longText: '长文字', integer: '整数', number: '数字', percent: '百分比', boolean: '是否', date: '日期', dateTime: '日期和时间', time: '时间', choice: '单选', choices: '多选' } as Kinds,
    methods: { boolean: '是否做到', manual: '人工评分', countCap: '按次计分', deduct: '按次扣分' } as Methods, extra: '加减分',
    schemaLabel: 'JSON Schema', schemaHelp: '粘贴文件内容，或选择文件。2020-12、draft-07 及更早的都可以。', file: '选择文件', notJson: '这不是有效的 JSON 文本。', schemaRead: (count: number) => `读出 ${count} 个字段。`, notes: '请留意',
    pasteInto: '把字段或指标粘进这张表', whatOfItems: '已有的指标', behindItems: (count: number, sum: number) => `加在现有 ${count} 项指标后面，满分变为 ${sum} 分`, insteadOfItems: (count: number, sum: number) => `代替现有 ${count} 项指标，满分 ${sum} 分`, add: '加到表里', added: (count: number) => `已加入 ${count} 项`, pasteIntent: (count: number) => `粘贴 ${count} 项`, failed: '没有读成功，请检查网络后重试。',
  },
  en: {
    begun: 'Go on', goOn: (title: string) => `Go on with ${title}`, title: 'New form', how: 'Where to start', start: 'Start', busy: 'Reading…',
    ways: { template: 'A template', paste: 'Pasted text or cells', excel: 'An Excel ledger', schema: 'A JSON Schema', empty: 'An empty form' } as const,
    wayHelp: { template: 'Change a form that is ready.', paste: 'Fields or score items out of Word or Excel.', excel: 'Turn the Excel ledger in use into a form.', schema: 'A data structure that developers provide.', empty: 'Nothing at all; add everything yourself.' } as const,
    name: 'Name of the form', nameHelp: 'What those who fill it in see.', period: 'Period', periods: { none: 'As things happen', month: 'Monthly', quarter: 'Quarterly', halfYear: 'Half-yearly', year: 'Yearly' } as const, keepPeriod: 'As the template', untitled: 'Untitled form',
    search: 'Find a template', found: (count: number) => (count === 1 ? '1 template' : `${count} templates`), noTemplates: 'There are no templates.', nothingFound: 'No template matches; try another word.', otherGroup: 'Others', cost: (minutes: number, typed: number) => `${minutes < 1 ? 'under 1 minute' : `about ${Math.round(minutes)} min`}, ${typed} typed`,
    pasteLabel: 'Paste here', pasteHelp: 'One line each; cells copied from Excel, numbering of Word and points such as “（5分）” are understood.', pasteAs: 'Read as', asAuto: 'Find out', asFields: 'Fields', asItems: 'Score items', nothingPasted: 'What it becomes is shown here once you have pasted; change it before you take it.',
    readFields: (count: number) => (count === 1 ? '1 field' : `${count} fields`), readItems: (count: number, points: number) => `${count === 1 ? '1 item' : `${count} items`}, ${points} points in all`, rest: (count: number) => `${count} not used`,
    take: 'Take', takeOf: (title: string) => `Take ${title}`, field: 'Field', kind: 'Kind', options: 'Choices (between 、)', required: 'Required', sample: 'Sample or reason', item: 'Item', points: 'Points', method: 'Method', per: 'Each', rule: 'Rule', group: 'Group', noPoints: 'Items without points share what is left.', of: (what: string, title: string) => `${title}: ${what}`,
    kinds: { text: 'Text', longText: 'Long text', integer: 'Whole number', number: 'Number', percent: 'Percentage', boolean: 'Yes or no', date: 'Date', dateTime: 'Date and time', time: 'Time', choice: 'One choice', choices: 'Several choices' } as Kinds,
    methods: { boolean: 'Yes or no', manual: 'By hand', countCap: 'Points each time', deduct: 'Lost each time' } as Methods, extra: 'extra',
    schemaLabel: 'JSON Schema', schemaHelp: 'Paste the content or choose the file; 2020-12, draft-07 and older.', file: 'Choose a file', notJson: 'This is not valid JSON.', schemaRead: (count: number) => (count === 1 ? '1 field was read.' : `${count} fields were read.`), notes: 'Please note',
    pasteInto: 'Paste fields or items into this form', whatOfItems: 'The items that are there', behindItems: (count: number, sum: number) => `Add behind the ${count} items that are there; ${sum} points in all`, insteadOfItems: (count: number, sum: number) => `In place of the ${count} items that are there; ${sum} points in all`, add: 'Add to the form', added: (count: number) => `${count} added`, pasteIntent: (count: number) => `Paste ${count}`, failed: 'It could not be read. Check the network and try again.',
  },
});

export type Messages = ReturnType<typeof messages>;
