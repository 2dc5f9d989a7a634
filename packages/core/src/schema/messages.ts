import type { Json } from '../json/json.ts';
import type { Bilingual } from '../text/problem.ts';
import type { Violation } from './run.ts';

type Params = Violation['params'];

/** The rest of a sentence that begins with the label; `full` sentences name the label themselves. */
type Message = (params: Params, label: string) => Bilingual;

const follows =
  (zh: (params: Params) => string, en: (params: Params) => string): Message =>
  (params, label) => ({
    'zh-CN': `“${label}”${zh(params)}`,
    en: `“${label}” ${en(params)}`,
  });

const limit = ({ limit: bound }: Params) => String(bound);
const many = (count: Json | undefined, one: string, more: string) => `${String(count)} ${count === 1 ? one : more}`;

const TYPE_NAMES: Readonly<Record<string, Bilingual>> = {
  string: { 'zh-CN': '文字', en: 'a text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  integer: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': '“是”或“否”', en: 'yes or no' },
  array: { 'zh-CN': '列表', en: 'a list' },
  object: { 'zh-CN': '一组字段', en: 'a group of fields' },
  null: { 'zh-CN': '空', en: 'empty' },
};

function typeNames({ expected }: Params, language: 'zh-CN' | 'en'): string {
  const names = (Array.isArray(expected) ? expected : []).map(
    (name) => TYPE_NAMES[String(name)]?.[language] ?? String(name),
  );
  return names.join(language === 'en' ? ' or ' : '或');
}

/** “11 位数字” for a pattern that says nothing but that; such patterns are the most common ones by far. */
const DIGITS = /^\^(?:\\d|\[0-9\])\{(\d+)\}\$$/;

const pattern: Message = (params, label) => {
  const digits = DIGITS.exec(String(params.pattern))?.[1];
  if (params.longest !== undefined)
    return follows(
      () => `太长，无法核对格式：不能超过 ${String(params.longest)} 个字符`,
      () => `is too long to be checked: at most ${String(params.longest)} characters`,
    )(params, label);
  if (digits !== undefined)
    return follows(
      () => `应为 ${digits} 位数字`,
      () => `must be ${digits} digits`,
    )(params, label);
  return follows(
    () => '的格式不正确',
    () => 'does not have the right form',
  )(params, label);
};

const choose: Message = (_params, label) => ({
  'zh-CN': `请从选项中选择“${label}”`,
  en: `Choose “${label}” from the options`,
});

const fillIn: Message = (_params, label) => ({ 'zh-CN': `请填写“${label}”`, en: `Fill in “${label}”` });

const unwanted = follows(
  () => '不在本表的字段之内，请删除',
  () => 'is not a field of this form; remove it',
);

const noneFits = follows(
  () => '不符合任何一种允许的填法',
  () => 'fits none of the allowed forms',
);

const MESSAGES: Readonly<Record<string, Message>> = {
  required: fillIn,
  dependentRequired: fillIn,
  type: follows(
    (params) => `应为${typeNames(params, 'zh-CN')}`,
    (params) => `must be ${typeNames(params, 'en')}`,
  ),
  enum: choose,
  const: follows(
    ({ expected }) => `只能是“${plain(expected)}”`,
    ({ expected }) => `can only be “${plain(expected)}”`,
  ),
  minLength: follows(
    (params) => (params.limit === 1 ? '不能为空' : `不能少于 ${limit(params)} 个字`),
    (params) =>
      params.limit === 1 ? 'must not be empty' : `must have at least ${many(params.limit, 'character', 'characters')}`,
  ),
  maxLength: follows(
    (params) => `不能超过 ${limit(params)} 个字`,
    (params) => `must have at most ${many(params.limit, 'character', 'characters')}`,
  ),
  pattern,
  format: follows(
    ({ format }) => `的格式不正确（${String(format)}）`,
    ({ format }) => `does not have the form “${String(format)}”`,
  ),
  minimum: follows(
    (params) => `不能小于 ${limit(params)}`,
    (params) => `must not be less than ${limit(params)}`,
  ),
  maximum: follows(
    (params) => `不能大于 ${limit(params)}`,
    (params) => `must not be more than ${limit(params)}`,
  ),
  exclusiveMinimum: follows(
    (params) => `必须大于 ${limit(params)}`,
    (params) => `must be more than ${limit(params)}`,
  ),
  exclusiveMaximum: follows(
    (params) => `必须小于 ${limit(params)}`,
    (params) => `must be less than ${limit(params)}`,
  ),
  multipleOf: (params, label) => {
    const places = decimalPlaces(params.step);
    if (params.step === 1)
      return follows(
        () => '应为整数',
        () => 'must be a whole number',
      )(params, label);
    if (places !== undefined)
      return follows(
        () => `最多保留 ${places} 位小数`,
        () => `must have at most ${many(places, 'decimal place', 'decimal places')}`,
      )(params, label);
    return follows(
      () => `应为 ${String(params.step)} 的整数倍`,
      () => `must be a multiple of ${String(params.step)}`,
    )(params, label);
  },
  minItems: follows(
    (params) => `至少需要 ${limit(params)} 项`,
    (params) => `needs at least ${many(params.limit, 'entry', 'entries')}`,
  ),
  maxItems: follows(
    (params) => `不能超过 ${limit(params)} 项`,
    (params) => `must have at most ${many(params.limit, 'entry', 'entries')}`,
  ),
  uniqueItems: follows(
    ({ first, second }) => `第 ${Number(second) + 1} 项与第 ${Number(first) + 1} 项重复`,
    ({ first, second }) => `has the same entry ${Number(second) + 1} as entry ${Number(first) + 1}`,
  ),
  contains: follows(
    ({ min, max, found }) =>
      `符合条件的应${Number(found) < Number(min) ? `至少有 ${String(min)} 项` : `最多有 ${String(max)} 项`}，现有 ${String(found)} 项`,
    ({ min, max, found }) =>
      `must have ${Number(found) < Number(min) ? `at least ${String(min)}` : `at most ${String(max)}`} fitting entries, and has ${String(found)}`,
  ),
  minProperties: follows(
    (params) => `至少要填写 ${limit(params)} 个字段`,
    (params) => `needs at least ${many(params.limit, 'field', 'fields')}`,
  ),
  maxProperties: follows(
    (params) => `不能超过 ${limit(params)} 个字段`,
    (params) => `must have at most ${many(params.limit, 'field', 'fields')}`,
  ),
  propertyNames: follows(
    ({ name }) => `中的名称“${String(name)}”不符合要求`,
    ({ name }) => `has the name “${String(name)}”, which is not allowed`,
  ),
  additionalProperties: unwanted,
  unevaluatedProperties: unwanted,
  items: follows(
    () => '多出了不允许的项',
    () => 'has an entry too many',
  ),
  unevaluatedItems: follows(
    () => '多出了不允许的项',
    () => 'has an entry too many',
  ),
  anyOf: (params, label) => (params.options === undefined ? noneFits : choose)(params, label),
  oneOf: (params, label) =>
    params.options !== undefined
      ? choose(params, label)
      : Number(params.passing) > 1
        ? follows(
            () => '同时符合多种填法，无法确定是哪一种',
            () => 'fits several of the allowed forms at once',
          )(params, label)
        : noneFits(params, label),
  not: follows(
    () => '的内容不允许这样填写',
    () => 'must not be filled in like this',
  ),
  false: follows(
    () => '不需要填写，请清空',
    () => 'must be left empty',
  ),
  budget: (_params, label) => ({
    'zh-CN': `“${label}”的内容过多或嵌套过深，无法完成校验`,
    en: `“${label}” is too large or nested too deeply to be checked`,
  }),
};

/**
 * What to tell the person who filled in `label`: one sentence per language. A reason that the rule brings itself
 * continues the label.
 */
export function violationReason(violation: Violation, label: string): Bilingual {
  const { keyword, params, reason } = violation;
  if (reason !== undefined)
    return follows(
      () => reason['zh-CN'],
      () => reason.en,
    )(params, label);
  const message = Object.prototype.hasOwnProperty.call(MESSAGES, keyword) ? MESSAGES[keyword]! : noneFits;
  return message(params, label);
}

function plain(value: Json | undefined): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** 2 for 0.01; `undefined` for steps that are not a power of ten below one. */
function decimalPlaces(step: Json | undefined): number | undefined {
  for (let places = 1; places <= 9; places++) if (Number(step) === Number(`1e-${places}`)) return places;
  return undefined;
}
