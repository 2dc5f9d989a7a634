// The workloads in neutral words; every adapter says the same thing in its library's language.

/**
 * @typedef {object} Field
 * @property {string} id unique in the form
 * @property {string} label
 * @property {'text' | 'number' | 'choice' | 'longText' | 'boolean' | 'date' | 'total'} kind `total`: computed,
 *   read-only, the sum of `of`
 * @property {boolean} [required]
 * @property {readonly string[]} [of] ids of the numbers that a total adds
 * @property {string} [when] id of the boolean field while which it is shown
 */
/** @typedef {{ id: string, title: string, fields: Field[] }} Group */
/**
 * @typedef {{ title: string, groups: Group[], data: Record<string, any>, table?: { id: string, label: string, columns:
 *   Field[] } }} Spec
 */

/** Options of every choice: value and words. */
export const options = [
  ['a', '立行立改'],
  ['b', '限期整改'],
  ['c', '长期坚持'],
  ['d', '已完成'],
  ['e', '不涉及'],
];

/** Of every 25 fields, 5 are asked for, 6 are numbers. */
const kinds = [
  ...Array(11).fill('text'),
  ...Array(6).fill('number'),
  ...Array(4).fill('choice'),
  ...Array(2).fill('longText'),
  ...Array(2).fill('boolean'),
];
const words = { text: '情况说明', number: '数量', choice: '整改类型', longText: '具体做法', boolean: '是否完成' };

/**
 * `count` fields in groups of 25; asked-for ones are empty, so that there are errors to show.
 * @param {number} count
 * @param {{ totals?: boolean }} [more]
 * @returns {Spec}
 */
export function flat(count, { totals = false } = {}) {
  /** @type {Record<string, any>} */
  const data = {};
  const groups = Array.from({ length: Math.ceil(count / 25) }, (_, at) => {
    const fields = kinds.slice(0, Math.min(25, count - at * 25)).map((kind, index) => {
      const field = {
        id: `f${at}x${index}`,
        label: `${words[kind]}${at + 1}.${index + 1}`,
        kind,
        ...(index < 5 ? { required: true } : {}),
      };
      if (index >= 5)
        data[field.id] =
          kind === 'number' ? index : kind === 'choice' ? 'b' : kind === 'boolean' ? false : '按计划推进';
      return field;
    });
    if (totals)
      fields.push({
        id: `t${at}`,
        label: `合计${at + 1}`,
        kind: 'total',
        of: fields.filter(({ kind }) => kind === 'number').map(({ id }) => id),
      });
    return { id: `g${at}`, title: `第${at + 1}部分`, fields };
  });
  return { title: '情况表', groups, data };
}

/** 200 fields of which 100 appear while one box is ticked. @returns {Spec} */
export function conditions() {
  const spec = flat(200);
  for (const group of spec.groups.slice(4))
    for (const field of group.fields) {
      field.when = 'switch';
      delete field.required;
    }
  spec.groups[0].fields.unshift({ id: 'switch', label: '有整改任务', kind: 'boolean' });
  spec.data.switch = false;
  return spec;
}

/** A table of eight editable columns. @param {number} count rows @returns {Spec} */
export function rows(count) {
  const columns = [
    ['measure', '整改措施', 'longText'],
    ['owner', '责任人', 'text'],
    ['unit', '责任单位', 'text'],
    ['dueOn', '完成时限', 'date'],
    ['progress', '进度', 'number'],
    ['kind', '整改类型', 'choice'],
    ['done', '已完成', 'boolean'],
    ['note', '备注', 'text'],
  ].map(([id, label, kind]) => ({ id, label, kind }));
  const first = (row) => ({
    measure: `措施${row}`,
    owner: `责任人${row}`,
    unit: `单位${row}`,
    dueOn: '2025-09-30',
    progress: 50,
    kind: 'a',
    done: false,
    note: `备注${row}`,
  });
  return {
    title: '整改台账',
    groups: [],
    data: { items: Array.from({ length: count }, (_, row) => first(row)) },
    table: { id: 'items', label: '整改措施', columns },
  };
}

/** Six fields, the last shown while the box before it is ticked. @returns {Spec} */
export function six() {
  const fields = [
    ['name', '姓名', 'text', { required: true }],
    ['phone', '电话', 'text'],
    ['age', '年龄', 'number'],
    ['kind', '类型', 'choice'],
    ['other', '其他情况', 'boolean'],
    ['why', '说明', 'longText', { when: 'other' }],
  ].map(([id, label, kind, more]) => ({ id, label, kind, ...more }));
  return { title: '登记表', groups: [{ id: 'g', title: '基本情况', fields }], data: {} };
}

/** @param {Spec} spec */
export const fieldsOf = (spec) => spec.groups.flatMap(({ fields }) => fields);
/** The sum that a total shows. @param {Field} total @param {Record<string, any>} data */
export const sum = (total, data) => total.of.reduce((all, id) => all + (Number(data[id]) || 0), 0);
