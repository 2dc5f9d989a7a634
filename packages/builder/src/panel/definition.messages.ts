import type { WordTable } from './words.ts';

const SOURCE = ['依据', 'Basis', '文件编号，例如 S002；我们自己定的写 O。', 'Number of the document, such as S002; O for our own choice.'] as const;
const WHEN = '公式，成立时生效。';
const WHEN_EN = 'A formula; it counts while it is true.';

/** Words of the metaschema's parts, by the name of the part in `$defs` (`definition` is the whole). */
export const METASCHEMA_WORDS: Readonly<Record<string, WordTable>> = {
  definition: {
    title: ['名称', 'Name', '这张表叫什么。', 'What the form is called.'], description: ['说明', 'Description', '一两句话：做什么用、谁来填、多久填一次。', 'What it is for, who fills it in and how often.'],
    id: ['表单编号', 'Form id', '小写字母、数字和连字符。发布后不再更改。', 'Small letters, digits and hyphens. Never changed once published.'],
    version: ['版本', 'Version', '三段数字，例如 1.0.0。', 'Three numbers, such as 1.0.0.'], group: ['业务分组', 'Group', '在目录中归入哪一组。', 'Its group in the catalogue.'],
    serves: ['对应系统', 'Serves'], purpose: ['用途', 'Purpose'], validUntil: ['准入有效期至', 'Admitted until', '最长两年。', 'At most two years ahead.'],
    subject: ['主体', 'Subject', '一条记录说的是谁或什么。', 'What one record is about.'], statusName: ['状态字段名', 'Name of the status', '公式和表格用这个名称读取状态。', 'By which formulas read the state.'],
    record: ['数据结构', 'Fields'], texts: ['译文', 'Translations'], parameters: ['参数', 'Parameters'], view: ['布局', 'Layout'], rules: ['规则', 'Rules'], score: ['评分', 'Score'], states: ['状态', 'States'], moves: ['流转', 'Moves'],
    usual: ['预计次数', 'Expected number'], create: ['新建人', 'Who may open one', '不设：能在第一个状态修改的人。', 'Left open: those who may change it in its first state.'], ledger: ['台账', 'Ledger'], process: ['流程', 'Process'], filing: ['填报', 'Filing'],
    facts: ['事实', 'Facts'], prefill: ['预填', 'Prefill'], handovers: ['移交', 'Hand-overs'], unique: ['唯一约束', 'Unique'], migration: ['版本升级', 'Migration'], $schema: ['格式', 'Format'], $comment: ['备注', 'Comment'],
  },
  purpose: { readBy: ['使用层级', 'Read by', '哪一级看结果。', 'The level that reads the results.'], decision: ['服务的决策', 'Decision served', '一句话：看了结果能决定什么、帮到什么。', 'What is decided or helped with the results.'] },
  parameter: {
    title: ['名称', 'Name'], description: ['说明', 'Description', '这个数是什么意思，改了会怎样。', 'What it means, and what changing it does.'], value: ['取值', 'Value'], unit: ['单位', 'Unit'], min: ['下限', 'Smallest'], max: ['上限', 'Largest'],
    source: SOURCE, locked: ['锁定', 'Locked', '只有县级可以修改。', 'Only the county may change it.'],
  },
  section: {
    section: ['标题', 'Heading'], help: ['说明', 'Help', '标题下的一两句话。', 'One or two sentences under the heading.'], when: ['显示条件', 'Shown when', '公式，成立时才显示；隐藏时已填内容保留。', 'Shown only while the formula is true; what was filled in is kept.'],
    columns: ['列数', 'Columns', '宽屏幕上一行放几列。', 'On wide screens.'], collapsed: ['默认折叠', 'Folded at first'], fields: ['字段', 'Fields'],
  },
  fieldView: {
    field: ['字段', 'Field'], widget: ['控件', 'Control'], title: ['显示名', 'Label'], help: ['填写说明', 'Help'], width: ['宽度', 'Width'], columns: ['子列', 'Columns'],
    required: ['必填', 'Required', '填 TRUE、FALSE 或公式。', 'TRUE, FALSE or a formula.'],
  },
  fieldRule: {
    field: ['字段', 'Field'], value: ['计算值', 'Computed value', '字段变为只读，显示公式的结果。', 'The field becomes read-only and shows the result.'], visible: ['显示条件', 'Shown when', WHEN, WHEN_EN], required: ['必填条件', 'Required when', WHEN, WHEN_EN],
    readonly: ['只读条件', 'Read-only when', WHEN, WHEN_EN], source: SOURCE,
  },
  checkRule: {
    check: ['应当成立', 'Must be true', '公式。不成立时给出下面的提示。', 'When the formula is false, the message below is shown.'], level: ['级别', 'Level'], message: ['提示', 'Message', '哪里不对、怎么改，一句话说清。', 'What is wrong and what to do.'],
    fields: ['相关字段', 'Fields concerned', '提示显示在这些字段下。', 'The message is shown there.'], explainIn: ['说明字段', 'Explained in'], source: SOURCE,
  },
  score: {
    title: ['评分名称', 'Name'], max: ['满分', 'Full marks', '各指标分值之和应当等于满分。', 'The items must add up to it.'], base: ['基础分', 'Base points'], places: ['小数位', 'Decimal places'],
    entries: ['评分录入字段', 'Field of the entries', '自评、佐证、复核填在这个字段里。', 'Where self-scores, evidence and reviews are kept.'], over: ['汇总计分', 'Adding up entries'], dimensions: ['维度', 'Dimensions'], veto: ['一票否决', 'Vetoes'],
    bands: ['档次', 'Bands'], outputs: ['结果字段', 'Result fields'],
  },
  scoreOver: { period: ['计分周期', 'Period'], on: ['发生日期字段', 'Date'], item: ['事项字段', 'Item'], points: ['分值字段', 'Points'], states: ['计入状态', 'States that count'] },
  scoreDimension: {
    id: ['维度编号', 'Id', '公式用的名称。', 'For formulas.'], title: ['维度名称', 'Name'], cap: ['上限', 'At most', '本维度最多得多少分。', 'Most points it can earn.'], floor: ['下限', 'At least', '扣分最多扣到多少。', 'Points are taken off down to this.'],
    adjust: ['加减分', 'Plus and minus points', '不计入满分，另外加减。', 'Added to the total without belonging to its maximum.'], items: ['指标', 'Items'],
  },
  scoreItem: {
    id: ['指标编号', 'Id', '公式用的名称，发布后不再更改。', 'For formulas; never changed once published.'], code: ['序号', 'Number', '显示在名称前，例如 A1。', 'Shown before the name, such as A1.'], title: ['指标名称', 'Name'], rule: ['评分标准', 'Rule in words', '文件或方案中的原话。', 'As the plan or regulation puts it.'],
    max: ['分值', 'Points', '最多能得的分。', 'Most points it can earn.'], method: ['计分方式', 'Method'], value: ['取值公式', 'Value', '不设则由填报人回答。', 'Left open, people answer.'], applicable: ['适用条件', 'Applies when', '不成立时这一项不适用。', 'When false the item does not apply.'],
    required: ['应完成次数', 'Times required', '完成这么多次得满分，多做不多得。', 'So many earn all points; more earn no more.'], full: ['满分值', 'Value for all points', '达到此值得满分，不设为 100。', 'Left open: 100.'], steps: ['分段', 'Steps', '达到界值就得相应的分。', 'Reaching the limit earns the points.'],
    per: ['每次分值', 'Points each', '每发生一次扣的分。', 'Taken off for each.'], direction: ['方向', 'Direction'], unit: ['取值单位', 'Unit'], appliesTo: ['适用组织', 'For organisations'], replaces: ['替换指标', 'Stands in for', '对适用组织，本项代替所选指标。', 'For these organisations it replaces the chosen item.'],
    whenMissing: ['无数据时', 'Without data'], whenNothing: ['无应完成事项时', 'With nothing to do'], whenNotApplicable: ['不适用时', 'Where it does not apply'], source: SOURCE,
  },
  scoreStep: { at: ['界值', 'From'], points: ['得分', 'Points'] },
  scoreVeto: { id: ['否决编号', 'Id'], title: ['否决情形', 'What happened'], when: ['条件', 'Applies when', WHEN, WHEN_EN], band: ['最高档次', 'Best band left'], total: ['总分上限', 'Highest total left'], source: SOURCE },
  scoreBand: {
    id: ['档次编号', 'Id'], title: ['档次名称', 'Name'], min: ['最低总分', 'From', '含本数。', 'Inclusive.'], minShare: ['维度最低得分率', 'Every dimension at least', '百分数，每个维度都要达到。', 'In percent of its points.'], when: ['附加条件', 'Further condition', WHEN, WHEN_EN],
    stars: ['星级', 'Stars'], tone: ['色调', 'Tone'],
  },
  actor: {
    role: ['角色', 'Role'], at: ['所在组织', 'Where'], atAny: ['所在组织（任一）', 'Where (any)'], level: ['组织层级', 'Level'], is: ['本人', 'The person in'], except: ['回避', 'Never'],
  },
  guard: { when: ['条件', 'Must be true'], message: ['不满足时的提示', 'Message otherwise'], source: SOURCE },
  edit: { fields: ['字段', 'Fields'], by: ['办理人', 'Who'] },
  state: {
    id: ['状态编号', 'Id', '发布后不再更改。', 'Never changed once published.'], title: ['状态名称', 'Name'], description: ['说明', 'Description', '这个状态是什么意思，下一步谁来办。', 'What it means and who acts next.'], tone: ['色调', 'Tone'],
    final: ['办结', 'Finished', '到此为止，不再计入未办结。', 'Nothing more is expected.'], edit: ['可改字段', 'Who may change what'],
  },
  move: {
    id: ['流转编号', 'Id', '发布后不再更改。', 'Never changed once published.'], title: ['按钮名称', 'Words on the button'], description: ['说明', 'Description', '确认前显示：点了会怎样。', 'What happens; shown before confirming.'], from: ['从', 'From'], to: ['到', 'To', '不选：状态不变。', 'Left open: the state stays.'],
    by: ['办理人', 'Who', '符合任一行即可；不设：本组织填报人。', 'One line suffices; none: fillers of the own organisation.'], guard: ['办理条件', 'Conditions', '都要成立，否则给出提示。', 'All must hold.'], ask: ['要求填写', 'Fields asked for'], reason: ['须说明理由', 'Needs a reason'],
    set: ['自动赋值', 'Sets', '办理时由公式填入的字段。', 'Fields that are filled by formulas.'], auto: ['自动触发', 'Made by the clock when', '公式成立时系统自动办理。', 'While the formula is true.'], tone: ['色调', 'Tone'], source: SOURCE,
  },
  ledger: { title: ['台账名称', 'Name'], columns: ['列', 'Columns'], lamp: ['亮灯规则', 'Lamp rules'], counters: ['计数', 'Counters'], sort: ['默认排序', 'Sorting at first'], groupBy: ['默认分组', 'Grouping at first'] },
  ledgerField: {
    field: ['字段', 'Field'], value: ['公式列', 'Formula'], name: ['系统信息', 'From the record itself'], title: ['列名', 'Heading', '不填则用字段名称。', 'Left open: the field’s name.'], width: ['列宽', 'Width', '像素。', 'In pixels.'], frozen: ['冻结', 'Frozen', '左右滚动时不动。', 'Stays when scrolling sideways.'],
    merge: ['合并同值单元格', 'Merge equal cells'], total: ['合计', 'Total'], options: ['取值名称', 'Words for codes'],
  },
  ledgerGroup: { title: ['分组名', 'Heading'], columns: ['列', 'Columns'] },
  lampRule: { lamp: ['灯', 'Lamp'], when: ['亮灯条件', 'Lit when', '不设：总是（放在最后）。', 'Left open: always (the last one).'], title: ['文字', 'Words'] },
  counter: { title: ['名称', 'Name'], when: ['计数条件', 'Counts when', WHEN, WHEN_EN], tone: ['色调', 'Tone'] },
  process: { stages: ['阶段', 'Stages'], pausedIn: ['暂停状态', 'Paused in'], warnings: ['提醒', 'Warnings'] },
  processStage: { id: ['阶段编号', 'Id'], title: ['阶段名称', 'Name'], steps: ['步骤', 'Steps'] },
  processStep: {
    id: ['步骤编号', 'Id', '发布后不再更改。', 'Never changed once published.'], title: ['步骤名称', 'Name'], description: ['办理要求', 'What has to be done'], actorTitle: ['办理主体', 'Who acts, in words'], fields: ['填写字段', 'Fields'], done: ['完成条件', 'Done when', '不设：必填字段都已填写。', 'Left open: all required fields are there.'],
    on: ['完成日期字段', 'Date of completion'], check: ['办理条件', 'Conditions', '都要成立，否则给出提示。', 'All must hold.'], after: ['前置步骤', 'After', '不设：上一步。', 'Left open: the step above.'], opens: ['开启方式', 'Opens'],
    earliest: ['最早日期', 'Not before', '公式。例如公示满 5 个工作日。', 'A formula, such as five working days after.'], due: ['时限', 'Due', '公式，得出一个日期。', 'A formula that gives a date.'], by: ['办理人', 'Who', '符合任一行即可；不设：本组织填报人。', 'One line suffices; none: fillers of the own organisation.'],
    state: ['到达状态', 'State then'], documents: ['应有材料', 'Documents', '每行一份。', 'One a line.'], source: SOURCE,
  },
  reviewLevel: { at: ['审核组织', 'Reviewed at'], does: ['工作内容', 'What it does', '审核、帮助还是决定。', 'Review, help or decide.'] },
  filing: {
    by: ['填报组织', 'Filled in by'], period: ['填报周期', 'Period'], opens: ['开始日期', 'Opens', '公式；不设：本期第一天。', 'A formula; left open: the first day of the period.'], due: ['截止日期', 'Due', '公式；遇休息日顺延。', 'A formula; moved to the next working day.'], review: ['审核', 'Review', '按顺序。', 'In order.'],
    reviewFields: ['审核可填字段', 'Fields of the reviewer'], rate: ['等次字段', 'Field of the grade'], sum: ['汇总层级', 'Added up at'],
  },
  usual: { by: ['适用组织', 'Organisations'], perYear: ['每年次数', 'Times a year'], source: SOURCE },
  appliesTo: { orgType: ['组织类别', 'Types'], orgForm: ['组织形态', 'Forms'], orgLevel: ['组织层级', 'Levels'], under: ['所辖范围', 'Below'] },
  measure: { count: ['计数条件', 'Count where'], sum: ['求和', 'Sum of'], distinct: ['去重计数', 'Count different'], last: ['最近值', 'Latest'], formula: ['公式', 'Formula'] },
  requirement: { key: ['类别', 'Kind'], title: ['名称', 'Name'], every: ['频次', 'Every'], count: ['次数', 'Times'], when: ['适用条件', 'Applies when'], source: SOURCE },
  fact: {
    id: ['事实编号', 'Id', '“表单编号/名称”，发布后不再更改。', '“form/name”; never changed once published.'], title: ['名称', 'Name', '显示为数的来源。', 'Shown as the source of a value.'], type: ['类型', 'Type'], unit: ['单位', 'Unit'], subject: ['主体', 'About'], of: ['主体字段', 'Field that names it'],
    by: ['分类字段', 'Split by'], on: ['日期字段', 'Date'], grain: ['期次粒度', 'Kept by'], where: ['记录条件', 'Only records where', WHEN, WHEN_EN], states: ['计入状态', 'States that count'], num: ['分子', 'What is counted'], den: ['分母', 'Divided by'],
    required: ['应完成要求', 'What is required'], numTitle: ['分子名称', 'Name of the first number', '例如：实开。', 'For explanations.'], denTitle: ['分母名称', 'Name of the second number', '例如：应开。', 'For explanations.'], empty: ['无记录时', 'Without records'],
  },
  prefill: { field: ['字段', 'Field'], from: ['来源公式', 'From'], editable: ['可修改', 'May be overwritten'] },
  'handover.subject': { id: ['编号', 'Id'], title: ['名称', 'Name'] },
  'ledger.sort': { field: ['字段', 'Field'], name: ['系统信息', 'From the record itself'], descending: ['从大到小', 'Largest first'] },
  'ledgerField.options': { const: ['代码', 'Code'], title: ['文字', 'Words'] },
  'score.outputs': { total: ['总分', 'Total'], band: ['档次', 'Band'], vetoed: ['是否否决', 'Vetoed'], stars: ['星级', 'Stars'] },
  handover: {
    id: ['移交编号', 'Id'], title: ['名称', 'Name', '两边的记录都显示。', 'Shown at both ends.'], each: ['逐条对象', 'For each', '不设：每条记录一次。', 'Left open: once for the record.'], when: ['条件', 'When', WHEN, WHEN_EN], on: ['触发时机', 'Looked at on'], key: ['唯一键', 'Key', '同一键只移交一次。', 'Happens once for each.'],
    to: ['移交到', 'To'], map: ['取值', 'Values', '新记录的字段由哪个公式得来。', 'Formulas for the fields of the new record.'], organisation: ['所属组织', 'Organisation'], subject: ['主体', 'Subject'], period: ['期次', 'Period'], source: SOURCE,
  },
};
