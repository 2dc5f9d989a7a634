import { basics, more, names, type KindSpec } from './kind-spec.ts';

/** What happens to a record, and when: states and moves, stages and steps, filing. */
export const LIFE_KINDS = {
  state: {
    name: { 'zh-CN': '状态', en: 'State' },
    part: 'state',
    label: 'title',
    groups: [
      basics(
        { key: 'title', single: true },
        'description',
        { key: 'tone', widget: 'select' },
        { key: 'final', widget: 'checkbox' },
      ),
      names(),
    ],
  },
  move: {
    name: { 'zh-CN': '流转', en: 'Move' },
    part: 'move',
    label: 'title',
    groups: [
      basics(
        { key: 'title', single: true },
        'description',
        { key: 'from', choices: 'states' },
        { key: 'to', choices: 'states', widget: 'select' },
      ),
      { title: { 'zh-CN': '谁、什么条件', en: 'Who and when' }, properties: ['by', 'guard', 'auto'] },
      {
        title: { 'zh-CN': '办理时', en: 'On the way' },
        properties: [
          { key: 'ask', choices: 'fields' },
          { key: 'reason', widget: 'checkbox' },
          { key: 'set', choices: 'fields' },
        ],
      },
      names({ key: 'tone', widget: 'select' }, 'source'),
    ],
  },
  process: {
    name: { 'zh-CN': '流程', en: 'Process' },
    part: 'process',
    groups: [basics({ key: 'pausedIn', choices: 'states' }, 'warnings')],
  },
  processStage: {
    name: { 'zh-CN': '阶段', en: 'Stage' },
    part: 'processStage',
    label: 'title',
    groups: [basics({ key: 'title', single: true }), names()],
  },
  processStep: {
    name: { 'zh-CN': '步骤', en: 'Step' },
    part: 'processStep',
    label: 'title',
    groups: [
      basics(
        { key: 'title', single: true },
        'description',
        'actorTitle',
        { key: 'fields', choices: 'fields' },
        'documents',
      ),
      {
        title: { 'zh-CN': '时间与顺序', en: 'Time and order' },
        properties: [
          { key: 'after', choices: 'steps' },
          { key: 'opens', widget: 'select' },
          'earliest',
          'due',
          { key: 'on', choices: 'dateFields' },
        ],
      },
      {
        title: { 'zh-CN': '谁、什么条件', en: 'Who and when' },
        collapsed: true,
        properties: ['by', 'done', 'check', { key: 'state', choices: 'states' }],
      },
      names('source'),
    ],
  },
  filing: {
    name: { 'zh-CN': '填报', en: 'Filing' },
    part: 'filing',
    groups: [
      basics({ key: 'period', widget: 'select' }, 'opens', 'due', 'by', 'review'),
      more(
        { key: 'sum', widget: 'select' },
        { key: 'reviewFields', choices: 'fields' },
        { key: 'rate', choices: 'fields' },
      ),
    ],
  },
} satisfies Readonly<Record<string, KindSpec>>;
