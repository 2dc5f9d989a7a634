import { basics, more, names, type KindSpec } from './kind-spec.ts';

/** What definitions give each other: facts, prefilled values and hand-overs. */
export const LINK_KINDS = {
  fact: {
    name: { 'zh-CN': '事实', en: 'Fact' },
    part: 'fact',
    label: 'title',
    groups: [
      basics(
        { key: 'title', single: true },
        { key: 'type', widget: 'select' },
        'unit',
        'num',
        'den',
        'numTitle',
        'denTitle',
      ),
      {
        title: { 'zh-CN': '数哪些记录', en: 'Which records' },
        properties: [
          'where',
          { key: 'states', choices: 'states' },
          { key: 'on', choices: 'dateFields' },
          { key: 'grain', widget: 'select' },
          { key: 'by', choices: 'fields' },
          'subject',
          { key: 'of', choices: 'ownerFields' },
          'empty',
        ],
      },
      { title: { 'zh-CN': '应完成', en: 'What is required' }, collapsed: true, properties: ['required'] },
      names(),
    ],
  },
  prefill: {
    name: { 'zh-CN': '预填', en: 'Prefill' },
    part: 'prefill',
    groups: [basics({ key: 'field', choices: 'fields' }, 'from', { key: 'editable', widget: 'checkbox' })],
  },
  handover: {
    name: { 'zh-CN': '移交', en: 'Hand-over' },
    part: 'handover',
    label: 'title',
    groups: [
      basics(
        { key: 'title', single: true },
        { key: 'to', choices: 'definitions' },
        { key: 'on', choices: 'triggers' },
        { key: 'each', choices: 'rowsFields' },
        'when',
        'map',
      ),
      more('key', 'organisation', 'subject', 'period'),
      names('source'),
    ],
  },
} satisfies Readonly<Record<string, KindSpec>>;
