/** How far a day lies from another is counted in these. */
export const DATE_UNITS = ['day', 'workday', 'month'] as const;
export type DateUnit = (typeof DATE_UNITS)[number];

/** A day that is counted from another one: thirty days after the application. */
export interface DateRule {
  /** The formula that reads the day from which is counted. */
  readonly base: string;
  /** A whole number, or the name of a parameter. */
  readonly amount: string;
  readonly isBefore: boolean;
  readonly unit: DateUnit;
}

const AMOUNT = '(\\d{1,4}|[A-Za-z_\\u4e00-\\u9fff][\\w\\u4e00-\\u9fff]*)';
const DAYS = new RegExp(`^(.+?)\\s*([+-])\\s*${AMOUNT}$`);
const OTHERS = new RegExp(`^(WORKDAY|EDATE)\\(\\s*(.+?)\\s*,\\s*(-?)\\s*${AMOUNT}\\s*\\)$`, 'i');

/** The rule that a formula writes; `undefined` where it says something else. `isDate` knows what can be counted from. */
export function dateRuleOf(formula: string, isDate: (base: string) => boolean): DateRule | undefined {
  const text = formula.trim();
  const known = (rule: DateRule): DateRule | undefined => (isDate(rule.base) ? rule : undefined);
  if (isDate(text)) return { base: text, amount: '0', isBefore: false, unit: 'day' };
  const [, name, from = '', minus, count = ''] = OTHERS.exec(text) ?? [];
  if (name !== undefined)
    return known({
      base: from,
      amount: count,
      isBefore: minus === '-',
      unit: name.toUpperCase() === 'EDATE' ? 'month' : 'workday',
    });
  const [, base, sign, amount = ''] = DAYS.exec(text) ?? [];
  return base === undefined ? undefined : known({ base, amount, isBefore: sign === '-', unit: 'day' });
}

/** The formula of a rule. */
export function dateFormula({ base, amount, isBefore, unit }: DateRule): string {
  const minus = isBefore ? '-' : '';
  if (unit === 'day') return amount === '0' ? base : `${base}${minus || '+'}${amount}`;
  return `${unit === 'month' ? 'EDATE' : 'WORKDAY'}(${base},${minus}${amount})`;
}
