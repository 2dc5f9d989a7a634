import { basics, id, more, type KindSpec } from './kind-spec.ts';

/** What is filled in and what is asked of it: the form, its fields and sections, rules and parameters. */
export const FORM_KINDS = {
  definition: {
    name: { 'zh-CN': '表单', en: 'Form' },
    part: 'definition',
    groups: [
      basics({ key: 'title', single: true }, { key: 'description', widget: 'longText' }, 'subject', 'purpose'),
      more(id, 'version', 'group', 'validUntil', 'statusName', 'usual', 'create'),
    ],
  },
  field: {
    name: { 'zh-CN': '字段', en: 'Field' },
    part: 'field',
    label: 'title',
    groups: [
      basics(
        { key: 'title', single: true },
        { key: 'description', widget: 'longText' },
        '@type',
        { key: '@required', widget: 'checkbox' },
        '@options',
        'x-unit',
      ),
      {
        title: { 'zh-CN': '填写限制', en: 'Limits' },
        properties: [
          'minLength',
          'maxLength',
          'pattern',
          'minimum',
          'maximum',
          'multipleOf',
          'minItems',
          'maxItems',
          'x-periodKind',
          { key: 'x-unmet', widget: 'checkbox' },
        ],
      },
      {
        title: { 'zh-CN': '显示', en: 'Display' },
        properties: [
          { key: '@widget', choices: 'widgets' },
          '@width',
          { key: '@viewTitle', single: true },
          { key: '@viewHelp', single: true },
        ],
      },
      {
        title: { 'zh-CN': '初值', en: 'At first' },
        collapsed: true,
        properties: [
          'default',
          { key: '@prefill', single: true },
          { key: '@prefillEditable', single: true, widget: 'checkbox' },
          { key: 'readOnly', widget: 'checkbox' },
          'x-source',
        ],
      },
    ],
  },
  section: {
    name: { 'zh-CN': '分组', en: 'Section' },
    part: 'section',
    label: 'section',
    groups: [
      basics(
        { key: 'section', single: true },
        { key: 'help', widget: 'longText' },
        'columns',
        { key: 'collapsed', widget: 'checkbox' },
        'when',
      ),
    ],
  },
  fieldRule: {
    name: { 'zh-CN': '字段规则', en: 'Rule for a field' },
    part: 'fieldRule',
    groups: [basics({ key: 'field', choices: 'fields' }, 'visible', 'required', 'readonly', 'value', 'source')],
  },
  checkRule: {
    name: { 'zh-CN': '校验', en: 'Check' },
    part: 'checkRule',
    groups: [
      basics(
        'check',
        'message',
        'level',
        { key: 'fields', choices: 'fields' },
        { key: 'explainIn', choices: 'fields', when: { key: 'level', is: ['explain'] } },
        'source',
      ),
    ],
  },
  parameter: {
    name: { 'zh-CN': '参数', en: 'Parameter' },
    part: 'parameter',
    label: 'title',
    groups: [
      basics(
        { key: 'title', single: true },
        'description',
        'value',
        'unit',
        'min',
        'max',
        { key: 'locked', widget: 'checkbox' },
        'source',
      ),
    ],
  },
} satisfies Readonly<Record<string, KindSpec>>;
