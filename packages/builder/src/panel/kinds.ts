import type { Bilingual } from '@jiceng/core/text/problem.js';

/** Whence the choices of a property come, where the metaschema does not list them. */
export type ChoiceSource =
  | 'fields'
  | 'ownerFields'
  | 'dateFields'
  | 'rowsFields'
  | 'states'
  | 'bands'
  | 'items'
  | 'steps'
  | 'definitions'
  | 'envelope'
  | 'widgets'
  | 'triggers';

/** One property in the panel; a plain name stands for itself alone. */
export interface PropertySpec {
  readonly key: string;
  readonly widget?: string;
  readonly choices?: ChoiceSource;
  /** Only while this property of the thing has one of these values. */
  readonly when?: { readonly key: string; readonly is: readonly string[] };
  /** Of several selected things each has its own: not shown then. */
  readonly single?: true;
  /** One thing alone has an editor of its own for it, beside the panel: shown only for several. */
  readonly several?: true;
}

export interface GroupSpec {
  readonly title: Bilingual;
  readonly collapsed?: true;
  readonly properties: readonly (string | PropertySpec)[];
}

/** What the panel shows of one kind of thing. */
export interface KindSpec {
  readonly name: Bilingual;
  /** Part of the metaschema, by its name in `$defs`; `definition`: the whole; `field`: JSON Schema of one field. */
  readonly part: string;
  /** Property by which people know the thing. */
  readonly label?: string;
  readonly groups: readonly GroupSpec[];
}

const BASIC: Bilingual = { 'zh-CN': '基本', en: 'Basics' };
const MORE: Bilingual = { 'zh-CN': '更多', en: 'More' };
const NAMES: Bilingual = { 'zh-CN': '编号与依据', en: 'Id and basis' };
const id: PropertySpec = { key: 'id', single: true };
const method = (...is: string[]): PropertySpec['when'] => ({ key: 'method', is });

/**
 * What the panel shows, in which groups and order. What is not named here is left to the JSON view and to other
 * editors.
 */
export const KINDS = {
  definition: {
    name: { 'zh-CN': '表单', en: 'Form' },
    part: 'definition',
    groups: [
      {
        title: BASIC,
        properties: [{ key: 'title', single: true }, { key: 'description', widget: 'longText' }, 'subject', 'purpose'],
      },
      {
        title: MORE,
        collapsed: true,
        properties: [id, 'version', 'group', 'validUntil', 'statusName', 'usual', 'create'],
      },
    ],
  },
  field: {
    name: { 'zh-CN': '字段', en: 'Field' },
    part: 'field',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'title', single: true },
          { key: 'description', widget: 'longText' },
          '@type',
          { key: '@required', widget: 'checkbox' },
          '@options',
          'x-unit',
        ],
      },
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
      {
        title: BASIC,
        properties: [
          { key: 'section', single: true },
          { key: 'help', widget: 'longText' },
          'columns',
          { key: 'collapsed', widget: 'checkbox' },
          'when',
        ],
      },
    ],
  },
  fieldRule: {
    name: { 'zh-CN': '字段规则', en: 'Rule for a field' },
    part: 'fieldRule',
    groups: [
      {
        title: BASIC,
        properties: [{ key: 'field', choices: 'fields' }, 'visible', 'required', 'readonly', 'value', 'source'],
      },
    ],
  },
  checkRule: {
    name: { 'zh-CN': '校验', en: 'Check' },
    part: 'checkRule',
    groups: [
      {
        title: BASIC,
        properties: [
          'check',
          'message',
          'level',
          { key: 'fields', choices: 'fields' },
          { key: 'explainIn', choices: 'fields', when: { key: 'level', is: ['explain'] } },
          'source',
        ],
      },
    ],
  },
  parameter: {
    name: { 'zh-CN': '参数', en: 'Parameter' },
    part: 'parameter',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'title', single: true },
          'description',
          'value',
          'unit',
          'min',
          'max',
          { key: 'locked', widget: 'checkbox' },
          'source',
        ],
      },
    ],
  },
  score: {
    name: { 'zh-CN': '评分', en: 'Score' },
    part: 'score',
    label: 'title',
    groups: [{ title: BASIC, properties: ['title', 'max', 'base', 'places', { key: 'entries', choices: 'fields' }] }],
  },
  scoreOver: {
    name: { 'zh-CN': '汇总计分', en: 'Adding up entries' },
    part: 'scoreOver',
    groups: [
      {
        title: BASIC,
        properties: [
          'period',
          { key: 'on', choices: 'dateFields' },
          { key: 'item', choices: 'fields' },
          { key: 'points', choices: 'fields' },
          { key: 'states', choices: 'states' },
        ],
      },
    ],
  },
  scoreDimension: {
    name: { 'zh-CN': '评分维度', en: 'Dimension' },
    part: 'scoreDimension',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'title', single: true },
          'cap',
          { key: 'adjust', widget: 'checkbox' },
          { key: 'floor', when: { key: 'adjust', is: ['true'] } },
        ],
      },
      { title: NAMES, collapsed: true, properties: [id] },
    ],
  },
  scoreItem: {
    name: { 'zh-CN': '评分指标', en: 'Item' },
    part: 'scoreItem',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'title', single: true },
          { key: 'code', single: true },
          'rule',
          { key: 'max', several: true },
          { key: 'method', several: true, widget: 'select' },
        ],
      },
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
      { title: NAMES, collapsed: true, properties: [id, 'source'] },
    ],
  },
  scoreVeto: {
    name: { 'zh-CN': '一票否决', en: 'Veto' },
    part: 'scoreVeto',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [{ key: 'title', single: true }, 'when', { key: 'band', choices: 'bands' }, 'total'],
      },
      { title: NAMES, collapsed: true, properties: [id, 'source'] },
    ],
  },
  scoreBand: {
    name: { 'zh-CN': '档次', en: 'Band' },
    part: 'scoreBand',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'title', single: true },
          'min',
          'minShare',
          'when',
          'stars',
          { key: 'tone', widget: 'select' },
        ],
      },
      { title: NAMES, collapsed: true, properties: [id] },
    ],
  },
  ledger: {
    name: { 'zh-CN': '台账', en: 'Ledger' },
    part: 'ledger',
    label: 'title',
    groups: [{ title: BASIC, properties: ['title', { key: 'sort', choices: 'fields' }] }],
  },
  ledgerField: {
    name: { 'zh-CN': '列', en: 'Column' },
    part: 'ledgerField',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'field', choices: 'fields', single: true },
          { key: 'name', choices: 'envelope', single: true },
          { key: 'value', single: true },
          { key: 'title', single: true },
        ],
      },
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
    groups: [{ title: BASIC, properties: ['title'] }],
  },
  lampRule: {
    name: { 'zh-CN': '亮灯规则', en: 'Lamp rule' },
    part: 'lampRule',
    label: 'title',
    groups: [{ title: BASIC, properties: [{ key: 'lamp', widget: 'select' }, 'title', 'when'] }],
  },
  counter: {
    name: { 'zh-CN': '计数', en: 'Counter' },
    part: 'counter',
    label: 'title',
    groups: [{ title: BASIC, properties: ['title', 'when', { key: 'tone', widget: 'select' }] }],
  },
  state: {
    name: { 'zh-CN': '状态', en: 'State' },
    part: 'state',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'title', single: true },
          'description',
          { key: 'tone', widget: 'select' },
          { key: 'final', widget: 'checkbox' },
        ],
      },
      { title: NAMES, collapsed: true, properties: [id] },
    ],
  },
  move: {
    name: { 'zh-CN': '流转', en: 'Move' },
    part: 'move',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'title', single: true },
          'description',
          { key: 'from', choices: 'states' },
          { key: 'to', choices: 'states', widget: 'select' },
        ],
      },
      { title: { 'zh-CN': '谁、什么条件', en: 'Who and when' }, properties: ['by', 'guard', 'auto'] },
      {
        title: { 'zh-CN': '办理时', en: 'On the way' },
        properties: [
          { key: 'ask', choices: 'fields' },
          { key: 'reason', widget: 'checkbox' },
          { key: 'set', choices: 'fields' },
        ],
      },
      { title: NAMES, collapsed: true, properties: [id, { key: 'tone', widget: 'select' }, 'source'] },
    ],
  },
  process: {
    name: { 'zh-CN': '流程', en: 'Process' },
    part: 'process',
    groups: [{ title: BASIC, properties: [{ key: 'pausedIn', choices: 'states' }, 'warnings'] }],
  },
  processStage: {
    name: { 'zh-CN': '阶段', en: 'Stage' },
    part: 'processStage',
    label: 'title',
    groups: [
      { title: BASIC, properties: [{ key: 'title', single: true }] },
      { title: NAMES, collapsed: true, properties: [id] },
    ],
  },
  processStep: {
    name: { 'zh-CN': '步骤', en: 'Step' },
    part: 'processStep',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'title', single: true },
          'description',
          'actorTitle',
          { key: 'fields', choices: 'fields' },
          'documents',
        ],
      },
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
      { title: NAMES, collapsed: true, properties: [id, 'source'] },
    ],
  },
  filing: {
    name: { 'zh-CN': '填报', en: 'Filing' },
    part: 'filing',
    groups: [
      { title: BASIC, properties: [{ key: 'period', widget: 'select' }, 'opens', 'due', 'by', 'review'] },
      {
        title: MORE,
        collapsed: true,
        properties: [
          { key: 'sum', widget: 'select' },
          { key: 'reviewFields', choices: 'fields' },
          { key: 'rate', choices: 'fields' },
        ],
      },
    ],
  },
  fact: {
    name: { 'zh-CN': '事实', en: 'Fact' },
    part: 'fact',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'title', single: true },
          { key: 'type', widget: 'select' },
          'unit',
          'num',
          'den',
          'numTitle',
          'denTitle',
        ],
      },
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
      { title: NAMES, collapsed: true, properties: [id] },
    ],
  },
  prefill: {
    name: { 'zh-CN': '预填', en: 'Prefill' },
    part: 'prefill',
    groups: [
      {
        title: BASIC,
        properties: [{ key: 'field', choices: 'fields' }, 'from', { key: 'editable', widget: 'checkbox' }],
      },
    ],
  },
  handover: {
    name: { 'zh-CN': '移交', en: 'Hand-over' },
    part: 'handover',
    label: 'title',
    groups: [
      {
        title: BASIC,
        properties: [
          { key: 'title', single: true },
          { key: 'to', choices: 'definitions' },
          { key: 'on', choices: 'triggers' },
          { key: 'each', choices: 'rowsFields' },
          'when',
          'map',
        ],
      },
      { title: MORE, collapsed: true, properties: ['key', 'organisation', 'subject', 'period'] },
      { title: NAMES, collapsed: true, properties: [id, 'source'] },
    ],
  },
} satisfies Readonly<Record<string, KindSpec>>;

export type KindName = keyof typeof KINDS;

/** The kind of what stands at a pointer in a definition, by its form. */
const PLACES: readonly (readonly [RegExp, KindName])[] = [
  [/^$|^\/(?:purpose|usual)$/, 'definition'],
  [/^\/record\/(?:.*\/)?(?:properties\/[^/]+)$/, 'field'],
  [/^\/view\/\d+$/, 'section'],
  [/^\/parameters\/[^/]+$/, 'parameter'],
  [/^\/score$/, 'score'],
  [/^\/score\/over$/, 'scoreOver'],
  [/^\/score\/dimensions\/\d+$/, 'scoreDimension'],
  [/^\/score\/dimensions\/\d+\/items\/\d+$/, 'scoreItem'],
  [/^\/score\/veto\/\d+$/, 'scoreVeto'],
  [/^\/score\/bands\/\d+$/, 'scoreBand'],
  [/^\/ledger$/, 'ledger'],
  [/^\/ledger\/lamp\/\d+$/, 'lampRule'],
  [/^\/ledger\/counters\/\d+$/, 'counter'],
  [/^\/states\/\d+$/, 'state'],
  [/^\/moves\/\d+$/, 'move'],
  [/^\/process$/, 'process'],
  [/^\/process\/stages\/\d+$/, 'processStage'],
  [/^\/process\/stages\/\d+\/steps\/\d+$/, 'processStep'],
  [/^\/filing$/, 'filing'],
  [/^\/facts\/\d+$/, 'fact'],
  [/^\/prefill\/\d+$/, 'prefill'],
  [/^\/handovers\/\d+$/, 'handover'],
];

/** The kind of the thing at `pointer` that is `value`; `undefined` where the panel has nothing to show. */
export function kindAt(pointer: string, value: unknown): KindName | undefined {
  const has = (key: string) =>
    typeof value === 'object' && value !== null && Object.prototype.hasOwnProperty.call(value, key);
  if (/^\/rules\/\d+$/.test(pointer)) return has('check') ? 'checkRule' : 'fieldRule';
  if (/^\/ledger\/columns\/\d+(?:\/columns\/\d+)*$/.test(pointer))
    return has('columns') ? 'ledgerGroup' : 'ledgerField';
  return PLACES.find(([form]) => form.test(pointer))?.[1];
}
