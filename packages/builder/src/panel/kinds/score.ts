import { basics, names, type KindSpec, type PropertySpec } from './kind-spec.ts';

const method = (...is: string[]): PropertySpec['when'] => ({ key: 'method', is });

/** How points come about: dimensions and items, vetoes and bands. */
export const SCORE_KINDS = {
  score: {
    name: { 'zh-CN': '评分', en: 'Score' },
    part: 'score',
    label: 'title',
    groups: [basics('title', 'max', 'base', 'places', { key: 'entries', choices: 'fields' })],
  },
  scoreOver: {
    name: { 'zh-CN': '汇总计分', en: 'Adding up entries' },
    part: 'scoreOver',
    groups: [
      basics(
        'period',
        { key: 'on', choices: 'dateFields' },
        { key: 'item', choices: 'fields' },
        { key: 'points', choices: 'fields' },
        { key: 'states', choices: 'states' },
      ),
    ],
  },
  scoreDimension: {
    name: { 'zh-CN': '评分维度', en: 'Dimension' },
    part: 'scoreDimension',
    label: 'title',
    groups: [
      basics(
        { key: 'title', single: true },
        'cap',
        { key: 'adjust', widget: 'checkbox' },
        { key: 'floor', when: { key: 'adjust', is: ['true'] } },
      ),
      names(),
    ],
  },
  scoreItem: {
    name: { 'zh-CN': '评分指标', en: 'Item' },
    part: 'scoreItem',
    label: 'title',
    groups: [
      basics(
        { key: 'title', single: true },
        { key: 'code', single: true },
        'rule',
        { key: 'max', several: true },
        { key: 'method', several: true, widget: 'select' },
      ),
      {
        title: { 'zh-CN': '怎么计分', en: 'How it counts' },
        properties: [
          { key: 'value', several: true, when: method('auto', 'boolean', 'countCap', 'ratio', 'threshold', 'deduct') },
          { key: 'required', several: true, when: method('countCap') },
          { key: 'full', several: true, when: method('ratio') },
          { key: 'steps', several: true, when: method('threshold') },
          { key: 'per', several: true, when: method('deduct') },
          { key: 'direction', several: true, when: method('ratio', 'threshold') },
          { key: 'unit', several: true, when: method('countCap', 'ratio', 'threshold', 'deduct') },
        ],
      },
      {
        title: { 'zh-CN': '没有数据、不适用', en: 'No data, not applicable' },
        collapsed: true,
        properties: [
          { key: 'whenMissing', widget: 'select' },
          { key: 'whenNothing', widget: 'select' },
          'applicable',
          { key: 'whenNotApplicable', widget: 'select' },
          'appliesTo',
          { key: 'replaces', choices: 'items' },
        ],
      },
      names('source'),
    ],
  },
  scoreVeto: {
    name: { 'zh-CN': '一票否决', en: 'Veto' },
    part: 'scoreVeto',
    label: 'title',
    groups: [
      basics({ key: 'title', single: true }, 'when', { key: 'band', choices: 'bands' }, 'total'),
      names('source'),
    ],
  },
  scoreBand: {
    name: { 'zh-CN': '档次', en: 'Band' },
    part: 'scoreBand',
    label: 'title',
    groups: [
      basics({ key: 'title', single: true }, 'min', 'minShare', 'when', 'stars', { key: 'tone', widget: 'select' }),
      names(),
    ],
  },
} satisfies Readonly<Record<string, KindSpec>>;
