import { messagesIn } from '@jiceng/elements/internal/locale.js';
import type { Width } from './model/layout.ts';

export const messages = messagesIn({
  'zh-CN': {
    builder: (title: string) => `设计报表“${title}”`, tools: '操作', undo: '撤销', redo: '重做', undoOf: (what: string) => `撤销：${what}`, redoOf: (what: string) => `重做：${what}`, nothing: '没有可撤销的操作', save: '保存报表', print: '打印', tidy: '清理未用的数据', tidied: '清理未用的数据',
    offers: '数据', search: '查找数据项', addData: '再取一张表的数据', split: '分类', numbers: '数值', put: (title: string) => `把“${title}”放进当前内容块`, noOffers: '没有找到，请换个词试试。',
    blocks: '内容块', addBlock: '添加', up: '上移', down: '下移', copy: '复制', remove: '删除', wholeReport: '整张报表（标题、期次、打印）', untitled: (kind: string) => `${kind}（无标题）`,
    zoneEmpty: '拖到这里，或在左边选中后按回车', chipHint: '左右方向键调整顺序，Delete 键移出，回车键设置', takeOut: (title: string) => `移出“${title}”`, properties: '设置', of: (title: string) => `设置：${title}`, noProperties: '在左边或报表里选中一项，在这里设置。',
    preview: '效果', problems: (count: number) => `有 ${count} 处需要修改，效果里暂时还是改动之前的样子：`,
    did: { put: (title: string) => `放入“${title}”`, take: (title: string) => `移出“${title}”`, shift: (title: string) => `移动“${title}”`, add: (kind: string) => `添加${kind}`, remove: (title: string) => `删除“${title}”`, move: (title: string) => `移动“${title}”`, copy: (title: string) => `复制“${title}”`, set: (what: string) => `修改${what}` },
    needed: (zone: string) => `“${zone}”至少要留一项。`, noZone: '当前内容块放不下这一项，请先选中一个内容块。', noData: '还没有可以显示的数据：红绿灯图要有带预警线的数值，填报情况要有按期填报的表。', lastBlock: '报表至少要有一个内容块。', present: (title: string) => `“${title}”已经在这里了。`,
    start: '新建报表', startHelp: '先选数据来自哪张表，马上得到一张可以改的报表；也可以从现成的报表改起。', fromForm: '从一张表的数据开始', fromReport: '从现成的报表改起', searchStart: '按名称、用途或业务查找', otherGroup: '其他', noForms: '还没有表单，无法制作报表。', noMatch: '没有找到，请换个词试试。',
    draftRestored: '已恢复上次未保存的修改。', draftDiscard: '放弃这些修改，回到原来的内容', draftFailed: '草稿无法保存在本机，离开前请先保存。', draftOff: '本机不能保存草稿，离开前请先保存。',
    limits: '目标和预警线', target: '目标值', held: (title: string) => `写在参数“${title}”里，用到它的地方一起变。`, colour: (at: number) => `第 ${at} 档颜色`, word: (at: number) => `第 ${at} 档文字`, limit: (at: number) => `第 ${at} 档界线`, from: '达到', upTo: '不超过', rest: '其余',
    removeStep: (at: number) => `删除第 ${at} 档`, newStep: '接近', addStep: '+ 加一档', threeSteps: '按目标分三档', needsTarget: '先写目标值', three: ['达到', '接近', '差距较大'] as [string, string, string], how: '怎么算',
    sight: '显示方式', onScreen: '屏幕', onPaper: '打印预览', sheets: (count: number, isWide: boolean) => `A4 ${isWide ? '横向' : '纵向'}，共 ${count} 页`, printSetup: '打印设置',
    layout: '版面', grip: (title: string) => `移动“${title}”`, gripHelp: '拖到别的内容块旁边、上面或下面；上下方向键换位置，左右方向键改宽度', edge: '拖动改宽度', newPage: '另起一页',
    widths: { quarter: ['¼', '宽度四分之一'], third: ['⅓', '宽度三分之一'], half: ['½', '宽度一半'], twoThirds: ['⅔', '宽度三分之二'], full: ['整行', '宽度整行'] } as Readonly<Record<Width, readonly [short: string, whole: string]>>,
    derive: '由它再算', suggest: '适合的图形',
  },
  en: {
    builder: (title: string) => `Drawing the report “${title}”`, tools: 'Tools', undo: 'Undo', redo: 'Redo', undoOf: (what: string) => `Undo: ${what}`, redoOf: (what: string) => `Redo: ${what}`, nothing: 'Nothing to undo', save: 'Save report', print: 'Print', tidy: 'Clear unused data', tidied: 'Clear unused data',
    offers: 'Data', search: 'Search data', addData: 'Take data of another form', split: 'Split by', numbers: 'Numbers', put: (title: string) => `Put “${title}” into the block`, noOffers: 'Nothing found; try another word.',
    blocks: 'Blocks', addBlock: 'Add', up: 'Move up', down: 'Move down', copy: 'Duplicate', remove: 'Delete', wholeReport: 'The report (title, periods, print)', untitled: (kind: string) => `${kind}, no title`,
    zoneEmpty: 'Drag here, or select on the left and press Enter', chipHint: 'Left and right arrows move, Delete takes out, Enter opens settings', takeOut: (title: string) => `Take out “${title}”`, properties: 'Settings', of: (title: string) => `Settings: ${title}`, noProperties: 'Select something to change it here.',
    preview: 'Result', problems: (count: number) => `${count} things need attention; the result still shows the state before:`,
    did: { put: (title: string) => `put in “${title}”`, take: (title: string) => `took out “${title}”`, shift: (title: string) => `moved “${title}”`, add: (kind: string) => `added ${kind}`, remove: (title: string) => `deleted “${title}”`, move: (title: string) => `moved “${title}”`, copy: (title: string) => `duplicated “${title}”`, set: (what: string) => `changed ${what}` },
    needed: (zone: string) => `“${zone}” needs at least one.`, noZone: 'This block has no place for it; select another block first.', noData: 'Nothing to show yet: traffic lights need a number with thresholds, filing needs a form that is filed by period.', lastBlock: 'A report has at least one block.', present: (title: string) => `“${title}” is here already.`,
    start: 'New report', startHelp: 'Choose whose data it counts and get a report to change at once, or begin with a ready one.', fromForm: 'From the data of a form', fromReport: 'From a ready report', searchStart: 'Search by name, use or group', otherGroup: 'Others', noForms: 'There are no forms to report on.', noMatch: 'Nothing found; try another word.',
    draftRestored: 'Changes that were not saved have been restored.', draftDiscard: 'Drop these changes and go back to the original', draftFailed: 'The draft cannot be kept on this computer. Save before you leave.', draftOff: 'Drafts cannot be kept on this computer. Save before you leave.',
    limits: 'Target and thresholds', target: 'Target', held: (title: string) => `Stands in the parameter “${title}”; all that reads it follows.`, colour: (at: number) => `Colour of step ${at}`, word: (at: number) => `Word of step ${at}`, limit: (at: number) => `Limit of step ${at}`, from: 'from', upTo: 'up to', rest: 'the rest',
    removeStep: (at: number) => `Delete step ${at}`, newStep: 'Near', addStep: '+ Add step', threeSteps: 'Three steps by target', needsTarget: 'Write a target first', three: ['Reached', 'Near', 'Far off'] as [string, string, string], how: 'How it is computed',
    sight: 'Shown', onScreen: 'Screen', onPaper: 'Print preview', sheets: (count: number, isWide: boolean) => `A4 ${isWide ? 'landscape' : 'portrait'}, ${count} ${count === 1 ? 'page' : 'pages'}`, printSetup: 'Print set-up',
    layout: 'Layout', grip: (title: string) => `Move “${title}”`, gripHelp: 'Drag beside, above or below another block; arrow keys up and down move it, left and right change its width', edge: 'Drag to change the width', newPage: 'New page',
    widths: { quarter: ['¼', 'a quarter wide'], third: ['⅓', 'a third wide'], half: ['½', 'half wide'], twoThirds: ['⅔', 'two thirds wide'], full: ['Line', 'the whole line wide'] } as Readonly<Record<Width, readonly [short: string, whole: string]>>,
    derive: 'Made of it', suggest: 'Charts that fit',
  },
});

export type ReportBuilderTexts = ReturnType<typeof messages>;
