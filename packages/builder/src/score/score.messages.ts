import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const messages = messagesIn({
  'zh-CN': {
    title: '评分', outline: '维度和指标', outlineHelp: '逐项写明名称、分值和计分方式；选中一项，在右侧设置怎么计分。可从 Excel 复制“名称、分值”两列粘贴为指标。',
    name: '名称', points: '分值', method: '计分方式', tools: '操作', dimension: '维度', item: '指标', band: '档次', veto: '否决情形',
    sum: (sum: string, max: string) => `已分配 ${sum} 分，满分 ${max} 分`, short: (points: string) => `还差 ${points} 分`, over: (points: string) => `超出 ${points} 分`, equal: '分值合计与满分一致', noMax: '尚未设定满分',
    makeMax: (points: string) => `把满分改为 ${points} 分`, adjust: '加减分，不计入满分', cap: (points: string) => `最多 ${points} 分`, replaces: '替换其他指标', settings: '评分设置',
    addDimension: '新增维度', addItem: '新增指标', paste: '粘贴指标', pasteHelp: '每行一项：名称和分值，可直接从 Excel 粘贴。', pasteDo: '加入', cancel: '取消', left: (count: number) => `有 ${count} 行没有识别为指标：`, pasted: (count: number) => `粘贴 ${count} 项指标`,
    bands: '档次', bandsHelp: '按总分由高到低判定。可设附加条件、各维度最低得分率和星级。', from: '最低总分', addBand: '新增档次', vetoes: '一票否决', vetoesHelp: '出现所列情形时，限制最高档次或总分。', condition: '条件', addVeto: '新增否决情形',
    empty: '这张表还没有评分。', start: '增加评分', tryTitle: '试算', tryHelp: '拖动滑块或填写数值，看得分怎么变；每一分都能点开看依据。试算数据不会保存。', facts: '由记录统计的数', fields: '表中填写的内容', unknown: '无数据', known: (title: string) => `“${title}”有数据`,
    tryBroken: '表单还有未改正的问题，下面按最近一次正确的内容试算。', tryNone: '表单还有未改正的问题，改正后可以试算。', nothing: '这份评分不读取其他数据，直接在下面填写。',
    methods: { auto: '公式自动', boolean: '是否', countCap: '次数封顶', ratio: '按比率', threshold: '分段', deduct: '扣分', manual: '人工评分' } as Readonly<Record<string, string>>, started: '增加评分', setMax: '修改满分',
  },
  en: {
    title: 'Score', outline: 'Dimensions and items', outlineHelp: 'Name, points and method of each item; choose one to set how it counts. Two columns “name, points” copied from Excel can be pasted as items.',
    name: 'Name', points: 'Points', method: 'Method', tools: 'Actions', dimension: 'dimension', item: 'item', band: 'band', veto: 'veto',
    sum: (sum: string, max: string) => `${sum} of ${max} points given`, short: (points: string) => `${points} points are missing`, over: (points: string) => `${points} points too many`, equal: 'The items add up to full marks', noMax: 'Full marks are not set',
    makeMax: (points: string) => `Make ${points} the full marks`, adjust: 'plus and minus points, beyond the maximum', cap: (points: string) => `at most ${points}`, replaces: 'stands in for another item', settings: 'Score settings',
    addDimension: 'Add dimension', addItem: 'Add item', paste: 'Paste items', pasteHelp: 'One a line: name and points, straight from Excel.', pasteDo: 'Add', cancel: 'Cancel', left: (count: number) => `${count} lines became no item: `, pasted: (count: number) => `${count} items pasted`,
    bands: 'Bands', bandsHelp: 'Tried from the highest total down. A band may have a further condition, a least share in every dimension, and stars.', from: 'From', addBand: 'Add band', vetoes: 'Vetoes', vetoesHelp: 'Where one applies, it limits the band or the total.', condition: 'Applies when', addVeto: 'Add veto',
    empty: 'This form has no score yet.', start: 'Add a score', tryTitle: 'Try it out', tryHelp: 'Move a slider or type a number and see what the score does; every point can be opened. Nothing of this is kept.', facts: 'Counted from records', fields: 'Filled in on the form', unknown: 'no data', known: (title: string) => `there are data for “${title}”`,
    tryBroken: 'The form has something to mend; this is the score as it was last right.', tryNone: 'The form has something to mend; then the score can be tried out.', nothing: 'This score reads no other data: fill in below.',
    methods: { auto: 'by formula', boolean: 'yes or no', countCap: 'counted to a limit', ratio: 'by ratio', threshold: 'in steps', deduct: 'taken off', manual: 'by hand' } as Readonly<Record<string, string>>, started: 'a score', setMax: 'full marks',
  },
});
