/** Words for the values that the metaschema offers, Chinese and English. One value means the same wherever it stands. */
export const CHOICE_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  organisation: ['组织', 'organisation'], person: ['人员', 'person'], unit: ['单位', 'unit'], item: ['事项', 'item'],
  province: ['省', 'province'], city: ['市', 'city'], county: ['县', 'county'], township: ['乡镇', 'township'], village: ['村（社区）', 'village'], grid: ['网格', 'grid'],
  month: ['月', 'month'], quarter: ['季度', 'quarter'], halfYear: ['半年', 'half-year'], year: ['年', 'year'], multiYear: ['多年', 'several years'], term: ['届', 'term'], adHoc: ['不定期', 'ad hoc'], now: ['当前', 'now'],
  viewer: ['浏览', 'viewer'], filler: ['填报', 'filler'], reviewer: ['审核', 'reviewer'], rater: ['评价', 'rater'], verifier: ['核验', 'verifier'], administrator: ['管理', 'administrator'], aggregator: ['汇总', 'aggregator'],
  neutral: ['一般（灰）', 'neutral (grey)'], info: ['提示（蓝）', 'info (blue)'], positive: ['良好（绿）', 'positive (green)'], notice: ['注意（橙）', 'notice (orange)'], negative: ['不良（红）', 'negative (red)'],
  full: ['整行', 'whole line'], half: ['半行', 'half'], third: ['三分之一行', 'a third'],
  error: ['错误（不能提交）', 'error (stops submitting)'], warning: ['提醒', 'warning'], explain: ['须作说明', 'asks for a note'],
  auto: ['公式自动', 'by formula'], boolean: ['是否', 'yes or no'], countCap: ['次数封顶', 'counted up to a limit'], ratio: ['按比率', 'by ratio'], threshold: ['分段', 'in steps'], deduct: ['扣分', 'taken off'], manual: ['人工评分', 'by hand'],
  up: ['越高越好', 'higher is better'], down: ['越低越好', 'lower is better'], zero: ['记 0 分', 'no points'], exclude: ['不计入', 'left out'],
  own: ['本组织', 'own organisation'], parent: ['上一级', 'next superior'], ancestor: ['任一上级', 'any superior'], below: ['本组织及下级', 'own and below'],
  filledBy: ['填报人', 'who filled it in'], submittedBy: ['提交人', 'who submitted it'], reviewedBy: ['审核人', 'who reviewed it'], subject: ['记录的主体', 'the subject of the record'],
  sum: ['求和', 'sum'], average: ['平均', 'average'], count: ['计数', 'count'], rate: ['按公式重算', 'computed again'],
  green: ['绿灯', 'green'], yellow: ['黄灯', 'yellow'], red: ['红灯', 'red'], blue: ['蓝灯', 'blue'], grey: ['灰灯', 'grey'],
  done: ['前置步骤完成后', 'when the steps before are done'], started: ['前置步骤开始后', 'when the steps before have begun'],
  number: ['数', 'number'], percent: ['百分比', 'percentage'], money: ['金额', 'money'], date: ['日期', 'date'], text: ['文本', 'text'], missing: ['视为没有数据', 'nothing is known'],
  save: ['保存时', 'on saving'], tick: ['每日', 'daily'], 'score.items': ['每个评分指标', 'each item of the score'],
};

/** Where a value says something else in one property: by part and key. */
export const CHOICES_IN_PLACE: Readonly<Record<string, Readonly<Record<string, readonly [string, string]>>>> = {
  'scoreItem.whenMissing': { manual: ['改为人工评分', 'scored by hand'] },
  'scoreItem.whenNothing': { manual: ['改为人工评分', 'scored by hand'], full: ['得满分', 'all points'] },
  'scoreItem.whenNotApplicable': { full: ['得满分', 'all points'], exclude: ['不计入并按比例折算', 'left out, the rest scaled up'] },
  'fact.empty': { zero: ['视为 0', 'a count of zero'] },
  'fact.type': { count: ['次数', 'count'], boolean: ['是否', 'yes or no'] },
};

/** Names of a record's envelope that tables may show, and formulas read. */
export const ENVELOPE_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  itemNo: ['序号', 'number'], orgName: ['组织名称', 'organisation'], orgShortName: ['组织简称', 'organisation (short)'], orgCode: ['组织代码', 'organisation code'], orgType: ['组织类别', 'type of organisation'],
  orgForm: ['组织形态', 'form of organisation'], orgLevel: ['组织层级', 'level of organisation'], subjectTitle: ['主体名称', 'subject'], periodCode: ['期次', 'period'], submissionStatus: ['填报状态', 'status of the filing'],
  stateSince: ['进入状态时间', 'in this state since'], dueAt: ['截止时间', 'due'], submittedAt: ['提交时间', 'submitted'], isLate: ['是否逾期', 'late'], lateDays: ['逾期天数', 'days late'], returnCount: ['退回次数', 'times returned'],
  revisionNo: ['修订号', 'revision'], createdOn: ['新建日期', 'opened on'], updatedOn: ['修改日期', 'changed on'], filledBy: ['填报人', 'filled in by'], submittedBy: ['提交人', 'submitted by'], reviewedBy: ['审核人', 'reviewed by'], lamp: ['亮灯', 'lamp'],
};
