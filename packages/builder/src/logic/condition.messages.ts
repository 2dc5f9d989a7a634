import { messagesIn } from '@jiceng/elements/internal/locale.js';
import type { SubjectGroup } from '../formula/formula-context.ts';
import type { GroupMode } from './groups.ts';
import type { RowRelation } from './rows.ts';

const zh = {
  label: '条件',
  mode: '以下条件怎样才算成立',
  modes: { all: '全部成立', any: '任意一条成立', notAll: '没有全部成立', none: '全都不成立' } as Readonly<Record<GroupMode, string>>,
  subject: (at: number) => `第 ${at} 条：看什么`,
  relation: (at: number) => `第 ${at} 条：怎样比较`,
  object: (at: number) => `第 ${at} 条：比较的内容`,
  fixed: (at: number) => `第 ${at} 条：固定值`,
  upper: (at: number) => `第 ${at} 条：到`,
  shift: (at: number) => `第 ${at} 条：之前或之后`,
  amount: (at: number) => `第 ${at} 条：天数`,
  groups: { row: '本行', fields: '字段', record: '记录信息', parameters: '参数', figures: '统计数' } as Readonly<Record<SubjectGroup, string>>,
  relations: { '=': '等于', '<>': '不等于', '>': '大于', '<': '小于', '>=': '大于或等于', '<=': '小于或等于', blank: '未填', filled: '已填', yes: '为“是”', no: '不为“是”', contains: '包含', lacks: '不包含', between: '在…之间' } as Readonly<Record<RowRelation, string>>,
  dates: { '=': '是', '<>': '不是', '>': '晚于', '<': '早于', '>=': '不早于', '<=': '不晚于' } as Readonly<Partial<Record<RowRelation, string>>>,
  yes: '是', no: '否', fixedValue: '固定值', today: '今天', sameDay: '当天', before: '之前', after: '之后', days: '天', to: '到', phrase: (text: string) => `（保持不变）${text}`,
  add: '加一条条件', addGroup: '加一组条件', remove: (at: number) => `删除第 ${at} 条`, removeGroup: '删除这一组', constant: { true: '始终成立', false: '始终不成立' },
  formula: '对应的公式', cannot: '这个公式的意思超出了可以选择的范围，只能作为公式修改。', asFormula: '改用公式填写', asSentence: '改用选择填写',
};
export type Messages = typeof zh;

const en: Messages = {
  label: 'Condition',
  mode: 'How the conditions count together',
  modes: { all: 'all of these hold', any: 'any of these holds', notAll: 'not all of these hold', none: 'none of these holds' },
  subject: (at) => `Condition ${at}: what`,
  relation: (at) => `Condition ${at}: relation`,
  object: (at) => `Condition ${at}: compared with`,
  fixed: (at) => `Condition ${at}: fixed value`,
  upper: (at) => `Condition ${at}: up to`,
  shift: (at) => `Condition ${at}: before or after`,
  amount: (at) => `Condition ${at}: days`,
  groups: { row: 'This row', fields: 'Fields', record: 'The record', parameters: 'Parameters', figures: 'Figures' },
  relations: { '=': 'is', '<>': 'is not', '>': 'is more than', '<': 'is less than', '>=': 'is at least', '<=': 'is at most', blank: 'is blank', filled: 'is filled in', yes: 'is “yes”', no: 'is not “yes”', contains: 'contains', lacks: 'does not contain', between: 'is between' },
  dates: { '>': 'is after', '<': 'is before', '>=': 'is not before', '<=': 'is not after' },
  yes: 'yes', no: 'no', fixedValue: 'a fixed value', today: 'today', sameDay: 'the same day', before: 'before', after: 'after', days: 'days', to: 'to', phrase: (text) => `(as it is) ${text}`,
  add: 'Add a condition', addGroup: 'Add a group', remove: (at) => `Remove condition ${at}`, removeGroup: 'Remove this group', constant: { true: 'always holds', false: 'never holds' },
  formula: 'The formula', cannot: 'This formula says more than can be chosen here; it can only be changed as a formula.', asFormula: 'Write it as a formula', asSentence: 'Choose it instead',
};

export const messages = messagesIn({ 'zh-CN': zh, en });
