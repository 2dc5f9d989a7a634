import { messagesIn } from '@jiceng/elements/internal/locale.js';
import type { DateUnit } from './date-rule.ts';

export const messages = messagesIn({
  'zh-CN': {
    label: '哪一天',
    base: '从哪一天算起',
    choose: '请选择日期',
    direction: '之前或之后',
    after: '之后',
    before: '之前',
    amount: '多少',
    unit: '单位',
    units: { day: '天', workday: '个工作日', month: '个月' } as Readonly<Record<DateUnit, string>>,
    remove: '不设',
    none: '表里还没有日期。先在“版面”里添加日期字段，再从它算起。',
    asFormula: '改用公式填写',
    asRule: '改为选择日期',
  },
  en: {
    label: 'Which day',
    base: 'Counted from',
    choose: 'Choose a date',
    direction: 'After or before',
    after: 'after',
    before: 'before',
    amount: 'How many',
    unit: 'Unit',
    units: { day: 'days', workday: 'working days', month: 'months' } as Readonly<Record<DateUnit, string>>,
    remove: 'None',
    none: 'The form has no date yet. Add a date field in the layout first, and count from it.',
    asFormula: 'Write a formula instead',
    asRule: 'Choose a date instead',
  },
});
