import { PUNCTUATION } from '@jiceng/core/text/punctuation.js';
import { messagesIn } from '../internal/locale.ts';

/** Titles that name a list, not one of its entries. */
const LISTS = /(清单|台账|名册|登记簿|目录|资源库|汇总|通报)$/;

export const messages = messagesIn({
  'zh-CN': {
    marks: PUNCTUATION['zh-CN'],
    rowNumber: '序号', lamp: '亮灯', state: '状态', filing: '填报状态', yes: '是', no: '否', required: '必填',
    names: { orgName: '组织', orgShortName: '组织', orgCode: '组织代码', periodCode: '期次', subjectTitle: '主体', filledBy: '填报人', submittedBy: '上报人', reviewedBy: '审核人', createdOn: '创建日期', updatedOn: '更新日期', dueAt: '截止时间', submittedAt: '上报时间', stateSince: '状态起始', lateDays: '逾期天数' },
    cell: (column: string, line: number) => `${column}，第 ${line} 行`,
    loading: '正在读取台账……', noDefinition: '未指定台账定义，请联系管理员。', broken: '台账定义有误，暂不能显示。请将下列内容告知管理员：',
    empty: '还没有条目。', emptyAdd: (title: string) => `点击“${title}”登记第一条。`, emptyFiltered: '没有符合条件的条目。', clear: '清除筛选条件',
    total: (all: number) => `共 ${all} 条`, shown: (some: number, all: number) => `显示 ${some} 条，共 ${all} 条`,
    search: '查找', searchHint: '多个词用空格分开', filter: '筛选', groupBy: '分组', thenBy: '再按', noGroup: '不分组', noDeeper: '不再分', grouped: (columns: readonly string[]) => (columns.length === 0 ? '已取消分组。' : `已按${columns.map((title) => `“${title}”`).join('、')}分组。`), foldAll: '全部收起', openAll: '全部展开', folded: (title: string, open: boolean, count: number) => `已${open ? '展开' : '收起'}“${title || '（空）'}”，${count} 条。`, allFolded: (open: boolean) => (open ? '已展开所有分组。' : '已收起所有分组。'), sortBy: '排序', unsorted: '默认顺序', all: '全部', from: '起', to: '止', contains: '包含', blank: '（空）',
    plain: '普通表格', add: (title: string) => (LISTS.test(title) ? `新增${title}条目` : `新增${title}`), counters: '常用筛选', tools: '台账工具',
    sorted: (column: string, descending: boolean) => `已按“${column}”${descending ? '降序' : '升序'}排列。`, unsortedDone: '已恢复默认顺序。',
    group: (title: string, count: number) => `${title || '（空）'}（${count} 条）`, sum: '合计', average: '平均', count: '计数', rate: '总体',
    open: (title: string) => `查看“${title}”`, detail: '条目详情', close: '关闭',
    notArray: 'jc-ledger：records 应为数组（Vue 2 请写 :records.prop），收到的是文本。', unsafeId: 'jc-ledger：记录编号应为文本，超过 16 位的数字会丢失精度。',
  },
  en: {
    marks: PUNCTUATION.en,
    rowNumber: 'No.', lamp: 'Lamp', state: 'State', filing: 'Submission', yes: 'Yes', no: 'No', required: 'required',
    names: { orgName: 'Organisation', orgShortName: 'Organisation', orgCode: 'Code', periodCode: 'Period', subjectTitle: 'Subject', filledBy: 'Filled in by', submittedBy: 'Submitted by', reviewedBy: 'Reviewed by', createdOn: 'Created', updatedOn: 'Updated', dueAt: 'Deadline', submittedAt: 'Submitted', stateSince: 'In state since', lateDays: 'Days late' },
    cell: (column: string, line: number) => `${column}, row ${line}`,
    loading: 'Loading …', noDefinition: 'No definition was given. Please tell the administrator.', broken: 'The definition is faulty. Please tell the administrator:',
    empty: 'There are no entries yet.', emptyAdd: (title: string) => `Press “${title}” to register the first.`, emptyFiltered: 'No entry matches.', clear: 'Clear filters',
    total: (all: number) => `${all} entries`, shown: (some: number, all: number) => `${some} of ${all} entries`,
    search: 'Search', searchHint: 'Words to look for', filter: 'Filter', groupBy: 'Group by', thenBy: 'Then by', noGroup: 'No groups', noDeeper: 'No further', grouped: (columns: readonly string[]) => (columns.length === 0 ? 'Groups removed.' : `Grouped by ${columns.join(', ')}.`), foldAll: 'Fold all', openAll: 'Open all', folded: (title: string, open: boolean, count: number) => `${title || '(blank)'} ${open ? 'opened' : 'folded'}, ${count} entries.`, allFolded: (open: boolean) => (open ? 'All groups opened.' : 'All groups folded.'), sortBy: 'Sort by', unsorted: 'Default order', all: 'All', from: 'From', to: 'To', contains: 'Contains', blank: '(blank)',
    plain: 'Plain table', add: (title: string) => `New entry: ${title}`, counters: 'Quick filters', tools: 'Ledger tools',
    sorted: (column: string, descending: boolean) => `Sorted by ${column}, ${descending ? 'descending' : 'ascending'}.`, unsortedDone: 'Default order restored.',
    group: (title: string, count: number) => `${title || '(blank)'} (${count})`, sum: 'Total', average: 'Average', count: 'Count', rate: 'Overall',
    open: (title: string) => `Open ${title}`, detail: 'Entry', close: 'Close',
    notArray: 'jc-ledger: records must be an array (in Vue 2 write :records.prop); a text was given.', unsafeId: 'jc-ledger: record ids must be texts; numbers beyond 16 digits lose digits.',
  },
});
