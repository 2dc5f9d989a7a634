import { basics, type KindSpec } from './kind-spec.ts';

/** How records stand in a table: columns under their headings, lamps and counters. */
export const LEDGER_KINDS = {
  ledger: {
    name: { 'zh-CN': '台账', en: 'Ledger' },
    part: 'ledger',
    label: 'title',
    groups: [basics('title', { key: 'sort', choices: 'fields' })],
  },
  ledgerField: {
    name: { 'zh-CN': '列', en: 'Column' },
    part: 'ledgerField',
    label: 'title',
    groups: [
      basics(
        { key: 'field', choices: 'fields', single: true },
        { key: 'name', choices: 'envelope', single: true },
        { key: 'value', single: true },
        { key: 'title', single: true },
      ),
      {
        title: { 'zh-CN': '显示', en: 'Display' },
        properties: [
          'width',
          { key: 'frozen', widget: 'checkbox' },
          { key: 'merge', widget: 'checkbox' },
          { key: 'total', widget: 'select' },
        ],
      },
    ],
  },
  ledgerGroup: {
    name: { 'zh-CN': '表头分组', en: 'Header group' },
    part: 'ledgerGroup',
    label: 'title',
    groups: [basics('title')],
  },
  lampRule: {
    name: { 'zh-CN': '亮灯规则', en: 'Lamp rule' },
    part: 'lampRule',
    label: 'title',
    groups: [basics({ key: 'lamp', widget: 'select' }, 'title', 'when')],
  },
  counter: {
    name: { 'zh-CN': '计数', en: 'Counter' },
    part: 'counter',
    label: 'title',
    groups: [basics('title', 'when', { key: 'tone', widget: 'select' })],
  },
} satisfies Readonly<Record<string, KindSpec>>;
