import type { WordKind } from '../../logic/words.ts';
import type { Bilingual } from '../../text/problem.ts';
import type { CHOSEN_NAMES, FACT_NAMES, FILING_NAMES, MOVE_NAMES } from '../document/names.ts';

const said = (kind: WordKind, zh: string, en: string): { readonly kind: WordKind; readonly title: Bilingual } => ({
  kind,
  title: { 'zh-CN': zh, en },
});

/** What people call the names that only formulas of reports have. */
export const REPORT_TITLES: Readonly<
  Record<
    (typeof CHOSEN_NAMES | typeof FILING_NAMES | typeof FACT_NAMES | typeof MOVE_NAMES)[number],
    ReturnType<typeof said>
  >
> = {
  chosenPeriod: said('text', '所选期次', 'chosen period'),
  chosenPeriodStartOn: said('date', '所选期次首日', 'first day of the chosen period'),
  chosenPeriodEndOn: said('date', '所选期次末日', 'last day of the chosen period'),
  chosenOrgId: said('text', '所选组织', 'chosen organisation'),
  isReported: said('boolean', '已上报', 'submitted'),
  isAccepted: said('boolean', '已审核通过', 'accepted'),
  isOnTime: said('boolean', '按时上报', 'submitted in time'),
  isReturned: said('boolean', '退回过', 'ever returned'),
  moveFrom: said('text', '变化前的状态', 'state before'),
  moveTo: said('text', '变化后的状态', 'state after'),
  movedOn: said('date', '变化日期', 'day of the change'),
  daysBefore: said('number', '在前一状态的天数', 'days in the state before'),
  periodCode: said('text', '期次', 'period'),
  by: said('text', '分类', 'category'),
};
