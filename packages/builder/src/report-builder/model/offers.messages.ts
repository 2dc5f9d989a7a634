import { messagesIn } from '@jiceng/elements/internal/locale.js';

export const offerTexts = messagesIn({
  'zh-CN': {
    shared: '组织与时间', township: '乡镇（街道）', tree: '组织（逐级）', own: '组织', orgType: '组织类型', month: '月份', quarter: '季度', year: '年度', state: '状态', filingState: '填报状态',
    count: (title: string) => `${title}数`, unit: '条', sum: (title: string) => `${title}合计`, mean: (title: string) => `${title}平均`, yes: (title: string) => `${title}占比`,
    inState: (state: string, title: string) => `${state}的${title}`, shareInState: (state: string) => `${state}占比`,
    filing: { expected: '应报', reported: '已报', completeness: '报送完整率', onTime: '按时报送率', firstPass: '一次通过率', returned: '退回次数' },
    rows: (title: string, field: string) => `${title}·${field}`,
  },
  en: {
    shared: 'Organisation and time', township: 'Township', tree: 'Organisation, level by level', own: 'Organisation', orgType: 'Type of organisation', month: 'Month', quarter: 'Quarter', year: 'Year', state: 'State', filingState: 'Filing',
    count: (title: string) => `Number of ${title}`, unit: '', sum: (title: string) => `${title}, total`, mean: (title: string) => `${title}, mean`, yes: (title: string) => `${title}, share`,
    inState: (state: string, title: string) => `${title}: ${state}`, shareInState: (state: string) => `Share ${state}`,
    filing: { expected: 'Expected', reported: 'Reported', completeness: 'Completeness', onTime: 'On time', firstPass: 'Accepted at once', returned: 'Returned' },
    rows: (title: string, field: string) => `${title}, ${field}`,
  },
});

export type OfferTexts = ReturnType<typeof offerTexts>;
