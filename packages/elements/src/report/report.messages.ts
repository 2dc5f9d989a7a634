import { messagesIn } from '../internal/locale.ts';

/** Texts of `<jc-report>`. */
export interface ReportTexts {
  readonly loading: string;
  readonly empty: string;
  readonly period: string;
  readonly organisation: string;
  readonly all: string;
  readonly wholeTime: string;
  readonly previous: string;
  readonly next: string;
  readonly notes: string;
  readonly noRows: string;
  readonly noneFits: string;
  /** Before the names of organisations of which nothing is known. */
  silent(count: number): string;
  /** Behind the first names of a long list. */
  more(count: number): string;
  readonly target: string;
  readonly serial: string;
  readonly rank: string;
  readonly moved: string;
  readonly band: string;
  readonly provisional: string;
  readonly tooSmall: string;
  readonly expected: string;
  readonly reported: string;
  readonly missing: string;
  readonly nobody: string;
  readonly everybody: string;
  readonly row: string;
  readonly drawn: string;
  readonly category: string;
  /** Before the unit of a whole table. */
  readonly unit: string;
  readonly printedOn: string;
  readonly files: string;
  readonly saveExcel: string;
  readonly saveWord: string;
  readonly saveCsv: string;
  notSaved(reason: string): string;
  readonly stop: string;
  readonly resume: string;
  refused(count: number): string;
  failed(reason: string): string;
  readonly again: string;
  readonly noCharts: string;
  readonly noBehind: string;
  working(done: number, all: number): string;
  stopped(done: number, all: number): string;
  open(text: string): string;
  /** Before the field that looks for rows of a long table. */
  readonly find: string;
  readonly findPrevious: string;
  readonly findNext: string;
  foundRows(at: number, count: number): string;
  hidden(count: number): string;
  left(count: number): string;
  movedBy(ranks: number): string;
  fold(title: string, folded: boolean): string;
}

export const messages = messagesIn<ReportTexts>({
  'zh-CN': {
    loading: '正在取数…',
    empty: '还没有选择报表。',
    period: '期次',
    organisation: '组织',
    all: '全部',
    wholeTime: '不限期次',
    previous: '上一期',
    next: '下一期',
    notes: '口径说明',
    noRows: '本期还没有数据。换一个期次，或者等下级上报后再看。',
    noneFits: '没有符合条件的。',
    silent: (count) => `没有数据的 ${count} 个：`,
    more: (count) => `等 ${count} 个`,
    target: '目标',
    serial: '序号',
    rank: '位次',
    moved: '升降',
    band: '档次',
    provisional: '填报不足，排名为暂定',
    tooSmall: '单位太少，不排名',
    expected: '应报',
    reported: '已报',
    missing: '尚未上报',
    nobody: '还没有单位上报。',
    everybody: '已全部上报',
    row: '组织',
    drawn: '数据',
    category: '分类',
    unit: '单位：',
    printedOn: '打印日期',
    files: '导出',
    saveExcel: '导出 Excel',
    saveWord: '导出 Word',
    saveCsv: '导出数据（CSV）',
    notSaved: (reason) => `文件没有生成：${reason}`,
    stop: '停止计算',
    resume: '继续计算',
    refused: (count) => `报表定义有 ${count} 处问题，不能显示：`,
    failed: (reason) => `报表没有算出来：${reason}`,
    again: '重试',
    noCharts: '图没有加载出来，先看表格。请检查网络后重试。',
    noBehind: '口径说明、数的来源和打印版式没有加载出来。请检查网络后重试。',
    working: (done, all) => `正在计算，已完成 ${done}／${all} 块`,
    stopped: (done, all) => `已停止，完成 ${done}／${all} 块`,
    open: (text) => `${text}，打开明细`,
    find: '在表中查找',
    findPrevious: '上一处',
    findNext: '下一处',
    foundRows: (at, count) => (count === 0 ? '没有找到' : `第 ${at}／${count} 处`),
    hidden: (count) => `其余 ${count} 个单位的位次未公布`,
    left: (count) => `另有 ${count} 行未列出`,
    movedBy: (ranks) => (ranks > 0 ? `升${ranks}位` : ranks < 0 ? `降${-ranks}位` : '持平'),
    fold: (title, folded) => `${folded ? '展开' : '收起'}${title}`,
  },
  en: {
    loading: 'Loading…',
    empty: 'No report chosen yet.',
    period: 'Period',
    organisation: 'Organisation',
    all: 'All',
    wholeTime: 'whole time',
    previous: 'Previous',
    next: 'Next',
    notes: 'Notes on method',
    noRows: 'No data in this period yet. Choose another period, or wait until it has been reported.',
    noneFits: 'None meets the condition.',
    silent: (count) => `${count} without data: `,
    more: (count) => ` and others, ${count} in all`,
    target: 'target',
    serial: 'No.',
    rank: 'Rank',
    moved: 'Movement',
    band: 'Band',
    provisional: 'Provisional: too little has been reported',
    tooSmall: 'Too few to be ranked',
    expected: 'Expected',
    reported: 'Reported',
    missing: 'Not reported',
    nobody: 'Nobody has reported yet.',
    everybody: 'All have reported',
    row: 'Organisation',
    drawn: 'Data',
    category: 'Category',
    unit: 'Unit: ',
    printedOn: 'Printed on',
    files: 'Files',
    saveExcel: 'Save as Excel',
    saveWord: 'Save as Word',
    saveCsv: 'Save data (CSV)',
    notSaved: (reason) => `The file was not made: ${reason}`,
    stop: 'Stop',
    resume: 'Go on',
    refused: (count) => `The report has ${count} ${count === 1 ? 'problem' : 'problems'} and cannot be shown:`,
    failed: (reason) => `The report could not be computed: ${reason}`,
    again: 'Try again',
    noCharts: 'The drawing could not be loaded; here is its table. Check the network and try again.',
    noBehind:
      'Notes on method, what is behind numbers and the layout for paper could not be loaded. Check the network and try again.',
    working: (done, all) => `Computing, ${done} of ${all} blocks done`,
    stopped: (done, all) => `Stopped, ${done} of ${all} blocks done`,
    open: (text) => `${text}, open what is behind it`,
    find: 'Find in table',
    findPrevious: 'Previous match',
    findNext: 'Next match',
    foundRows: (at, count) => (count === 0 ? 'not found' : `${at} of ${count}`),
    hidden: (count) => `${count} lower positions are not published`,
    left: (count) => `${count} more not listed`,
    movedBy: (ranks) => (ranks > 0 ? `up ${ranks}` : ranks < 0 ? `down ${-ranks}` : 'same'),
    fold: (title, folded) => `${folded ? 'Unfold' : 'Fold'} ${title}`,
  },
});
