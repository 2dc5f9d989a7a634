import type { WordTable } from '../panel/words.ts';

/** What the properties of a report and its parts are called; a key in one kind of part by `part.key`. */
export const REPORT_WORDS: WordTable = {
  title: ['标题', 'Title'], description: ['说明', 'Description', '写明数的是什么、为什么数，会写进编制说明的第一句。', 'What is counted and why; the first sentence of the notes on method.'],
  help: ['说明', 'Help', '标题下的一两句话。', 'One or two sentences under the title.'], width: ['宽度', 'Width', '宽屏和纸上占一行的多少。', 'Share of the line on wide screens and on paper.'], newPage: ['打印时另起一页', 'New page when printed'],
  serial: ['带序号', 'Numbered rows'], totals: ['合计行', 'Total row'], columnTotals: ['合计列', 'Total column'], subtotals: ['分级小计', 'Subtotals'], folded: ['默认只看上一级', 'Folded at first'],
  sort: ['排序', 'Sorting'], by: ['按', 'By'], descending: ['从大到小', 'Largest first'], top: ['只看前几名', 'Only the first'], bottom: ['只看后几名', 'Only the last'],
  movement: ['名次升降', 'Movement', '与哪一期比。', 'Against which period.'], smallest: ['参评下限', 'Smallest group', '单位少于这个数不排名。', 'Fewer organisations are not ranked.'], showBottom: ['公布末位', 'Shows the last', '默认不公布，避免只盯排名。', 'Not by default: ranking is no end in itself.'], bands: ['分档', 'Bands'], share: ['占比（%）', 'Share (%)'],
  chart: ['图形', 'Chart'], legend: ['图例', 'Legend'], names: ['列出未报单位', 'Names who is missing'], data: ['数据', 'Data'], paragraphs: ['段落', 'Paragraphs', '{名称} 处填入下面的数字，{period} 是期次，{organisation} 是组织。', '{name} stands for a number below, {period} and {organisation} for what is chosen.'],
  unit: ['单位', 'Unit'], type: ['数的类型', 'Type'], places: ['小数位', 'Decimal places'], direction: ['好的方向', 'Better'],
  tone: ['颜色', 'Colour'], atLeast: ['排名下限', 'Least to be ranked', '分母小于这个数只显示、不排名。', 'With a smaller denominator it is shown but not ranked.'],
  where: ['只数这些', 'Only rows where', '公式，成立的才算。', 'A formula; only rows for which it is true.'], num: ['分子', 'Counted'], den: ['分母', 'Divided by', '不设就不是比率。', 'Left open: no rate.'], empty: ['没有数据时', 'Without rows'],
  how: ['怎么数', 'How'], 'counted.formula': ['数什么', 'What', '计数写条件，TRUE 全部都算；求和、平均写要加的数。', 'A condition for counting (TRUE counts all), a number for sums and means.'], min: ['最小', 'Smallest'],
  of: ['对哪个数', 'Of'], derive: ['算什么', 'Derived'], against: ['跟什么比', 'Against'], as: ['变化的表示', 'Change as'], within: ['分类排名', 'Ranked apart by'], since: ['从哪里累计', 'Running from'], over: ['数哪一种', 'Members of'], take: ['取什么', 'Takes'], 'memberMeasure.value': ['每一个的值', 'Value of each', '取平均、合计等时写数值的编号，例如 rate；只数个数时不写。', 'For means and sums: a measure by its id, for example rate; not for counting.'], having: ['达到什么条件', 'Where', '用数值的编号写条件，对每一个分别判断，例如 rate>=90；没有数据的不算。', 'A condition over measures by their ids, for each apart, for example rate>=90; those without data do not count.'], formula: ['公式', 'Formula', '可以用其他数值的编号计算。', 'May read other measures by their ids.'], fact: ['事实', 'Fact'], part: ['取哪一部分', 'Part'], filing: ['填报指标', 'Filing'],
  show: ['显示哪些', 'Shows'], order: ['排列', 'Order'], blank: ['未填写时的说法', 'Word for blanks'], span: ['共几期', 'Periods', '含本期往前数。', 'Up to and including the chosen one.'], levels: ['组织层级', 'Levels'], period: ['期次', 'Period'], buckets: ['分段', 'Buckets'], value: ['按什么分段', 'Bucketed by'],
  on: ['按哪个日期归期', 'Date that decides the period'], always: ['不分期次', 'Belongs to no period'], states: ['只取这些状态', 'Only in these states'],
  choices: ['读者可选', 'The reader chooses'], kind: ['期次种类', 'Kind of period'], start: ['默认期次', 'At first', 'current 本期，previous 上一期。', '`current` or `previous`.'], organisation: ['组织', 'Organisation'], filters: ['筛选', 'Filters'], dimension: ['分类', 'Dimension'], several: ['可多选', 'Several'],
  print: ['打印', 'Print'], orientation: ['纸张方向', 'Orientation'], margins: ['页边距', 'Margins'], heading: ['纸面大标题', 'Heading on paper'], header: ['页眉', 'Header'], pageNumbers: ['页码', 'Page numbers'], signatures: ['签名栏', 'Signatures'], date: ['打印日期', 'Date'], notes: ['附编制说明', 'Notes on method'],
  'print.unit': ['单位字样', 'Words before the organisation'], 'choices.period': ['期次', 'Period'], 'organisationChoice.as': ['组织归属', 'Organisations as'], 'bucket.min': ['起点', 'From'], 'bucket.when': ['条件', 'Where'],
};

/** Values to choose, by property. */
export const REPORT_CHOICES: Readonly<Record<string, Readonly<Record<string, readonly [zh: string, en: string]>>>> = {
  width: { full: ['整行', 'full'], twoThirds: ['三分之二', 'two thirds'], half: ['一半', 'half'], third: ['三分之一', 'a third'], quarter: ['四分之一', 'a quarter'] },
  totals: { none: ['不显示', 'none'], first: ['在最前', 'first'], last: ['在最后', 'last'] }, columnTotals: { none: ['不显示', 'none'], first: ['在最前', 'first'], last: ['在最后', 'last'] },
  movement: { previous: ['上一期', 'the period before'], lastYear: ['去年同期', 'the same period last year'] },
  chart: { bar: ['柱形图', 'bars'], groupedBar: ['分组柱形图', 'grouped bars'], stackedBar: ['堆积柱形图', 'stacked bars'], line: ['折线图', 'line'], share: ['占比图', 'shares'], funnel: ['漏斗图', 'funnel'], radar: ['雷达图', 'radar'], dot: ['点图', 'dots'], box: ['箱线图', 'boxes'] },
  type: { count: ['个数', 'count'], number: ['数', 'number'], percent: ['百分比', 'percentage'], money: ['金额', 'money'] }, direction: { up: ['越大越好', 'the more the better'], down: ['越小越好', 'the less the better'] },
  tone: { positive: ['绿', 'green'], notice: ['黄', 'yellow'], negative: ['红', 'red'], info: ['蓝', 'blue'], neutral: ['灰', 'grey'] }, empty: { missing: ['显示“—”', 'shows —'], zero: ['按 0 计', 'counts as 0'] },
  derive: { share: ['占比', 'share'], change: ['变化', 'change'], rank: ['位次', 'rank'], percentile: ['好于多少', 'percentile'], gap: ['与目标的差距', 'gap to the target'], running: ['累计', 'running'] }, since: { quarter: ['本季度初', 'start of the quarter'], halfYear: ['本半年初', 'start of the half-year'], year: ['本年初', 'start of the year'], start: ['最早的记录', 'earliest record'] },
  take: { count: ['个数', 'how many'], sum: ['合计', 'sum'], mean: ['平均', 'mean'], median: ['中位数', 'median'], min: ['最小', 'smallest'], max: ['最大', 'largest'] },
  against: { previous: ['上一期', 'the period before'], lastYear: ['去年同期', 'the same period last year'], total: ['总数', 'the total'], parent: ['上一级', 'the group above'], row: ['本行', 'the row'], column: ['本列', 'the column'] },
  as: { difference: ['差数', 'a difference'], percent: ['百分比', 'in percent'], then: ['按当时', 'as then'], now: ['按现在', 'as now'] }, part: { value: ['数值', 'value'], num: ['分子', 'numerator'], den: ['分母', 'denominator'] },
  filing: { expected: ['应报', 'expected'], reported: ['已报', 'reported'], completeness: ['报送完整率', 'completeness'], onTime: ['按时报送率', 'on time'], firstPass: ['一次通过率', 'accepted at once'], returned: ['退回率', 'returned'] },
  how: { count: ['计数', 'count'], sum: ['求和', 'sum'], distinct: ['不重复计数', 'distinct values'], mean: ['平均', 'mean'], median: ['中位数', 'median'], min: ['最小', 'smallest'], max: ['最大', 'largest'], last: ['最近一次的值', 'latest value'] },
  show: { present: ['只看有数据的', 'those with data'], all: ['全部', 'all'] }, order: { given: ['按原有顺序', 'as given'], title: ['按名称', 'by name'], code: ['按编码', 'by code'] },
  kind: { month: ['月', 'month'], quarter: ['季度', 'quarter'], halfYear: ['半年', 'half-year'], year: ['年', 'year'], multiYear: ['多年', 'several years'], term: ['届', 'term'], adHoc: ['不定期', 'ad hoc'] },
  period: { month: ['月', 'month'], quarter: ['季度', 'quarter'], halfYear: ['半年', 'half-year'], year: ['年', 'year'] },
  levels: { province: ['省', 'province'], grid: ['网格', 'grid'], unit: ['单位', 'unit'], below: ['下一级', 'the level below'], city: ['市', 'city'], county: ['县', 'county'], township: ['乡镇（街道）', 'township'], village: ['村（社区）', 'village'], own: ['组织自身', 'the organisation itself'], group: ['组', 'group'] },
  orientation: { portrait: ['纵向', 'portrait'], landscape: ['横向', 'landscape'] }, margins: { official: ['公文格式', 'official'], narrow: ['窄', 'narrow'] },
};
