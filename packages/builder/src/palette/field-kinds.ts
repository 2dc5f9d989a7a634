import type { JsonObject } from '@jiceng/core/json/json.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';

/** A kind of field that can be added. */
export interface FieldKindOffer {
  /** Stable kebab-case name; the command that adds one is `add-` and this. */
  readonly id: string;
  readonly title: Bilingual;
  /** Further words by which it is found, pinyin initials among them. */
  readonly words: string;
  readonly group: 'text' | 'number' | 'choice' | 'date' | 'office' | 'many';
  /** Key of a new one. */
  readonly key: string;
  readonly schema: JsonObject;
  /** How the layout shows it beyond its address. */
  readonly shown?: JsonObject;
}

const choices = [
  { const: 'a', title: '选项一' },
  { const: 'b', title: '选项二' },
  { const: 'c', title: '选项三' },
];

/** Every kind of field that the palette offers; what they are is said by the record schema alone. */
export const fieldKinds: readonly FieldKindOffer[] = [
  {
    id: 'text',
    group: 'text',
    title: { 'zh-CN': '单行文本', en: 'Short text' },
    words: 'dhwb wenben text input 文字 姓名 名称',
    key: 'text',
    schema: { type: 'string', title: '文本', maxLength: 60 },
  },
  {
    id: 'long-text',
    group: 'text',
    title: { 'zh-CN': '多行文本', en: 'Long text' },
    words: 'dhwb textarea 说明 情况 描述 备注',
    key: 'note',
    schema: { type: 'string', title: '说明', maxLength: 500 },
  },
  {
    id: 'phone',
    group: 'text',
    title: { 'zh-CN': '联系电话', en: 'Telephone' },
    words: 'lxdh phone 手机 电话',
    key: 'phone',
    schema: { type: 'string', title: '联系电话', pattern: '^1\\d{10}$|^0\\d{2,3}-?\\d{7,8}$', maxLength: 13 },
  },
  {
    id: 'number',
    group: 'number',
    title: { 'zh-CN': '数字', en: 'Number' },
    words: 'sz number 小数',
    key: 'number',
    schema: { type: 'number', title: '数字' },
  },
  {
    id: 'integer',
    group: 'number',
    title: { 'zh-CN': '整数', en: 'Whole number' },
    words: 'zs integer 数量 人数 次数',
    key: 'count',
    schema: { type: 'integer', title: '数量', minimum: 0 },
  },
  {
    id: 'amount',
    group: 'number',
    title: { 'zh-CN': '金额', en: 'Amount of money' },
    words: 'je money 元 经费 资金',
    key: 'amount',
    schema: { type: 'number', title: '金额', minimum: 0, 'x-unit': '元' },
  },
  {
    id: 'percent',
    group: 'number',
    title: { 'zh-CN': '百分比', en: 'Percentage' },
    words: 'bfb percent 比例 率',
    key: 'rate',
    schema: { type: 'number', title: '比例', minimum: 0, maximum: 100, 'x-unit': '%' },
  },
  {
    id: 'choice',
    group: 'choice',
    title: { 'zh-CN': '单选', en: 'One of several' },
    words: 'dx radio select 选择',
    key: 'choice',
    schema: { type: 'string', title: '选择', oneOf: choices },
  },
  {
    id: 'choices',
    group: 'choice',
    title: { 'zh-CN': '多选', en: 'Any of several' },
    words: 'dx checkbox 选择',
    key: 'choices',
    schema: { type: 'array', title: '可多选', uniqueItems: true, items: { type: 'string', oneOf: choices } },
  },
  {
    id: 'boolean',
    group: 'choice',
    title: { 'zh-CN': '是否', en: 'Yes or no' },
    words: 'sf boolean switch 勾选 开关',
    key: 'flag',
    schema: { type: 'boolean', title: '是否' },
  },
  {
    id: 'date',
    group: 'date',
    title: { 'zh-CN': '日期', en: 'Date' },
    words: 'rq date 时间 期限',
    key: 'date',
    schema: { type: 'string', format: 'date', title: '日期' },
  },
  {
    id: 'date-time',
    group: 'date',
    title: { 'zh-CN': '日期和时间', en: 'Date and time' },
    words: 'rqsj datetime 时刻',
    key: 'time',
    schema: { type: 'string', format: 'date-time', title: '时间' },
  },
  {
    id: 'period',
    group: 'date',
    title: { 'zh-CN': '周期', en: 'Period' },
    words: 'zq period 月份 季度 年度',
    key: 'month',
    schema: { type: 'string', format: 'period', 'x-periodKind': 'month', title: '月份' },
  },
  {
    id: 'organisation',
    group: 'office',
    title: { 'zh-CN': '组织', en: 'Organisation' },
    words: 'zz org 单位 部门 支部',
    key: 'organisation',
    schema: { type: 'string', format: 'organisation', title: '单位' },
  },
  {
    id: 'person',
    group: 'office',
    title: { 'zh-CN': '人员', en: 'Person' },
    words: 'ry person 责任人 联系人',
    key: 'person',
    schema: { type: 'string', format: 'person', title: '责任人' },
  },
  {
    id: 'file',
    group: 'office',
    title: { 'zh-CN': '附件', en: 'File' },
    words: 'fj file 图片 佐证 材料 上传',
    key: 'files',
    schema: { type: 'array', title: '附件', items: { type: 'string', format: 'file' }, maxItems: 9 },
  },
  {
    id: 'table',
    group: 'many',
    title: { 'zh-CN': '明细表', en: 'Table of rows' },
    words: 'mxb table rows 表格 清单 多行',
    key: 'rows',
    schema: {
      type: 'array',
      title: '明细',
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', title: '名称', maxLength: 60 },
          count: { type: 'integer', title: '数量', minimum: 0 },
        },
      },
    },
  },
  {
    id: 'group',
    group: 'many',
    title: { 'zh-CN': '一组字段', en: 'Group of fields' },
    words: 'yzzd group object 组合',
    key: 'group',
    schema: { type: 'object', title: '字段组', properties: { text: { type: 'string', title: '文本', maxLength: 60 } } },
  },
];

/** What the groups of the palette are called, in their order. */
export const kindGroups: readonly (readonly [id: FieldKindOffer['group'], title: Bilingual])[] = [
  ['text', { 'zh-CN': '文字', en: 'Text' }],
  ['number', { 'zh-CN': '数字', en: 'Numbers' }],
  ['choice', { 'zh-CN': '选择', en: 'Choices' }],
  ['date', { 'zh-CN': '时间', en: 'Time' }],
  ['office', { 'zh-CN': '组织、人员和材料', en: 'Offices, people, files' }],
  ['many', { 'zh-CN': '明细和组合', en: 'Tables and groups' }],
];

/** The kinds that answer to what was typed, those whose title begins with it first. */
export function kindsFor(typed: string): readonly FieldKindOffer[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return fieldKinds;
  const place = ({ title, words }: FieldKindOffer): number => {
    const names = [title['zh-CN'], title.en.toLowerCase()];
    return names.some((name) => name.startsWith(wanted))
      ? 0
      : names.some((name) => name.includes(wanted))
        ? 1
        : words.split(' ').some((word) => word.startsWith(wanted))
          ? 2
          : 3;
  };
  return fieldKinds
    .map((kind, at) => ({ kind, at, place: place(kind) }))
    .filter((one) => one.place < 3)
    .sort((a, b) => a.place - b.place || a.at - b.at)
    .map(({ kind }) => kind);
}
