import type { Json, JsonObject } from '@jiceng/core/json/json.js';

/** One widget of the form with values that show its states. */
export interface WidgetSample {
  /** The widget's name in definitions. */
  readonly widget: string;
  readonly schema: JsonObject;
  readonly filled: Json;
  /** A value that the schema refuses; absent: nothing is wrong but that it is missing. */
  readonly wrong?: Json;
  /** The longest that a person would enter. */
  readonly long: Json;
}

const options = (...titles: readonly string[]): Json => titles.map((title, at) => ({ const: `o${at + 1}`, title }));
const NOTE = '走访时发现屋面渗漏，已请镇建设站现场查看，初步判断为瓦片老化和檐沟堵塞，须整体翻修。';
const KINDS = [
  '支部党员大会',
  '支部委员会会议',
  '党小组会',
  '党课',
  '主题党日',
  '组织生活会',
  '民主评议党员',
  '集中学习',
];
const TOWNS = [
  '松砚镇',
  '柳汀镇',
  '石岫镇',
  '禾坞镇',
  '竹畈镇',
  '枫垄镇',
  '桐埭镇',
  '荷砚镇',
  '文岫街道',
  '禾汀街道',
  '桐垄街道',
  '云禾经济开发区（含松砚镇工业集中区和A区、B区标准厂房）',
];

/** Every widget that forms bring along. */
export const samples = {
  text: {
    widget: 'text',
    schema: { type: 'string', title: '走访对象', description: '填写姓名，可带中间点。', maxLength: 30 },
    filled: '古丽娜扎尔·艾某某',
    wrong: '走访对象姓名填写过长时会在此处提示最多可填写的字数，请改为姓名',
    long: '松上畈村第三网格困难党员王某某、李某某、赵某、陈某某等',
  },
  longText: {
    widget: 'longText',
    schema: { type: 'string', title: '走访情况', maxLength: 500 },
    filled: NOTE,
    wrong: NOTE.repeat(13),
    long: NOTE.repeat(6),
  },
  lines: {
    widget: 'lines',
    schema: {
      type: 'array',
      title: '议题',
      description: '每行一个议题。',
      items: { type: 'string', maxLength: 60 },
      maxItems: 6,
    },
    filled: ['学习有关文件', '通报财务收支'],
    wrong: ['一', '二', '三', '四', '五', '六', '七'],
    long: [
      '学习有关文件精神，研究贯彻落实的具体举措和责任分工',
      '通报第三季度村级财务收支',
      '讨论入党积极分子人选',
      '研究活动室屋面维修方案',
      '部署秋季森林防火',
      '其他事项',
    ],
  },
  number: {
    widget: 'number',
    schema: { type: 'integer', title: '应到人数', minimum: 0, maximum: 200, 'x-unit': '人' },
    filled: 38,
    wrong: 380,
    long: 200,
  },
  money: {
    widget: 'money',
    schema: { type: 'number', title: '年度经费', minimum: 0, maximum: 99999999, 'x-unit': '元' },
    filled: 126800.5,
    wrong: -300,
    long: 98765432.1,
  },
  percent: {
    widget: 'percent',
    schema: { type: 'number', title: '到会率', minimum: 0, maximum: 100, 'x-unit': '%' },
    filled: 94.74,
    wrong: 104,
    long: 99.999,
  },
  date: {
    widget: 'date',
    schema: { type: 'string', format: 'date', title: '开展日期' },
    filled: '2025-08-15',
    wrong: '2025-13-40',
    long: '2025-12-31',
  },
  dateTime: {
    widget: 'dateTime',
    schema: { type: 'string', format: 'date-time', title: '上报时间' },
    filled: '2025-08-15T16:30:00+08:00',
    wrong: '昨天下午',
    long: '2025-12-31T23:59:00+08:00',
  },
  period: {
    widget: 'period',
    schema: { type: 'string', format: 'period', title: '期次', 'x-periodKind': 'quarter' },
    filled: '2025-Q3',
    long: '2025-Q4',
  },
  select: {
    widget: 'select',
    schema: { type: 'string', title: '会议类型', oneOf: options(...KINDS) },
    filled: 'o3',
    wrong: 'o99',
    long: 'o7',
  },
  radio: {
    widget: 'radio',
    schema: { type: 'string', title: '整改类型', oneOf: options('立行立改', '限期整改', '长期坚持') },
    filled: 'o2',
    wrong: 'o9',
    long: 'o3',
  },
  checkboxes: {
    widget: 'checkboxes',
    schema: {
      type: 'array',
      title: '活动类型',
      description: '最多选两项。',
      items: { type: 'string', oneOf: options(...KINDS) },
      uniqueItems: true,
      maxItems: 2,
    },
    filled: ['o1', 'o5'],
    wrong: ['o1', 'o2', 'o3'],
    long: ['o2', 'o7'],
  },
  yesNo: { widget: 'yesNo', schema: { type: 'boolean', title: '是否设支委会' }, filled: true, long: false },
  checkbox: {
    widget: 'checkbox',
    schema: { type: 'boolean', title: '本人已核对以上内容，并对真实性负责', const: true },
    filled: true,
    wrong: false,
    long: true,
  },
  switch: { widget: 'switch', schema: { type: 'boolean', title: '对村民公开' }, filled: true, long: true },
  search: {
    widget: 'search',
    schema: { type: 'string', title: '所在乡镇（街道）', oneOf: options(...TOWNS) },
    filled: 'o2',
    wrong: 'o99',
    long: 'o12',
  },
  organisation: {
    widget: 'organisation',
    schema: { type: 'string', format: 'organisation', title: '责任单位', maxLength: 80 },
    filled: 'V010101',
    long: 'V010103',
  },
  organisations: {
    widget: 'organisation',
    schema: {
      type: 'array',
      title: '配合单位',
      items: { type: 'string', format: 'organisation', maxLength: 80 },
      uniqueItems: true,
      maxItems: 4,
    },
    filled: ['V010101', 'T0101'],
    wrong: ['V010101', 'V010102', 'V010103', 'V010104', 'T0102'],
    long: ['V010101', 'V010103', 'V010104', 'T0102'],
  },
  person: {
    widget: 'person',
    schema: { type: 'string', format: 'person', title: '责任人', maxLength: 80 },
    filled: 'p-0347',
    long: 'p-0520',
  },
  persons: {
    widget: 'person',
    schema: {
      type: 'array',
      title: '培养联系人',
      items: { type: 'string', format: 'person', maxLength: 80 },
      uniqueItems: true,
      maxItems: 2,
    },
    filled: ['p-0347', 'p-0351'],
    wrong: ['p-0347', 'p-0351', 'p-0012'],
    long: ['p-0520', 'p-0351'],
  },
  files: {
    widget: 'files',
    schema: {
      type: 'array',
      title: '佐证材料',
      description: '最多 3 个，每个不超过 20 MB。',
      items: { type: 'string', format: 'file', maxLength: 80 },
      maxItems: 3,
    },
    filled: ['file-1'],
    wrong: ['file-1', 'file-2', 'file-3', 'file-4'],
    long: ['file-5', 'file-1'],
  },
  table: {
    widget: 'table',
    schema: {
      type: 'array',
      title: '整改措施',
      description: '至少一条，写明责任人和时限。',
      minItems: 1,
      maxItems: 20,
      items: {
        type: 'object',
        required: ['measureText'],
        properties: {
          measureText: { type: 'string', title: '举措', maxLength: 500 },
          responsiblePerson: { type: 'string', format: 'person', title: '责任人', maxLength: 80 },
          dueOn: { type: 'string', format: 'date', title: '完成时限' },
          isTask: { type: 'boolean', title: '列入任务清单' },
        },
      },
    },
    filled: [
      { measureText: '重新明确责任人并倒排时限', responsiblePerson: 'p-0347', dueOn: '2025-07-31', isTask: false },
      { measureText: '完成活动室屋面维修', responsiblePerson: 'p-0351', dueOn: '2025-09-20', isTask: true },
    ],
    wrong: [{ measureText: '', responsiblePerson: 'p-0347', dueOn: '2025-02-30' }],
    long: [
      { measureText: NOTE.repeat(2), responsiblePerson: 'p-0520', dueOn: '2025-12-31', isTask: true },
      { measureText: '清理檐沟', responsiblePerson: 'p-0347', dueOn: '2025-10-15', isTask: false },
    ],
  },
} satisfies Readonly<Record<string, WidgetSample>>;

/** Names of the files above. */
export const FILES: Readonly<Record<string, string>> = {
  'file-1': '会议照片.jpg',
  'file-2': '签到表.jpg',
  'file-3': '会议记录.pdf',
  'file-4': '会场全景.jpg',
  'file-5': '松砚镇松上畈村2025年第三季度支部党员大会会议记录及签到表（扫描件，定稿）.pdf',
};
