import type { Json } from '../json/json.ts';
import { isObject } from '../json/json.ts';
import type { Bilingual } from '../text/problem.ts';
import type { Happening, Part } from './difference.ts';

/** Names of the parts of a definition. */
export const PARTS: Readonly<Record<Part, Bilingual>> = {
  head: { 'zh-CN': '基本信息', en: 'head' },
  field: { 'zh-CN': '字段', en: 'field' },
  choice: { 'zh-CN': '选项', en: 'choice' },
  parameter: { 'zh-CN': '参数', en: 'parameter' },
  section: { 'zh-CN': '分节', en: 'section' },
  rule: { 'zh-CN': '规则', en: 'rule' },
  dimension: { 'zh-CN': '评分维度', en: 'dimension' },
  item: { 'zh-CN': '评分指标', en: 'score item' },
  veto: { 'zh-CN': '否决情形', en: 'veto' },
  band: { 'zh-CN': '档次', en: 'band' },
  score: { 'zh-CN': '评分', en: 'score' },
  state: { 'zh-CN': '状态', en: 'state' },
  move: { 'zh-CN': '流转', en: 'move' },
  column: { 'zh-CN': '台账列', en: 'ledger column' },
  lamp: { 'zh-CN': '亮灯规则', en: 'lamp rule' },
  counter: { 'zh-CN': '计数', en: 'counter' },
  ledger: { 'zh-CN': '台账', en: 'ledger' },
  stage: { 'zh-CN': '阶段', en: 'stage' },
  step: { 'zh-CN': '步骤', en: 'step' },
  process: { 'zh-CN': '流程', en: 'process' },
  filing: { 'zh-CN': '填报', en: 'filing' },
  fact: { 'zh-CN': '事实', en: 'fact' },
  prefill: { 'zh-CN': '预填', en: 'prefill' },
  handover: { 'zh-CN': '移交', en: 'hand-over' },
  text: { 'zh-CN': '译文', en: 'translations' },
  other: { 'zh-CN': '其他', en: 'other' },
};

const HAPPENINGS: Readonly<Record<Extract<Happening, 'added' | 'removed' | 'order' | 'words'>, Bilingual>> = {
  added: { 'zh-CN': '新增', en: 'added' },
  removed: { 'zh-CN': '已删除', en: 'removed' },
  order: { 'zh-CN': '只调整了次序', en: 'only its place in the order changed' },
  words: { 'zh-CN': '只改了文字', en: 'only words changed' },
};

/** `“联系电话”`, in both languages. */
export interface Named {
  readonly zh: string;
  readonly en: string;
}

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });
const joined = (part: Part, { zh, en }: Named): Named => ({
  zh: `${PARTS[part]['zh-CN']}“${zh}”`,
  en: `${PARTS[part].en} “${en}”`,
});

/** Sentences about differences. */
export const say = {
  plain: (part: Part, name: Named, what: keyof typeof HAPPENINGS): Bilingual => {
    const { zh, en } = joined(part, name);
    return both(`${zh}：${HAPPENINGS[what]['zh-CN']}。`, `${en}: ${HAPPENINGS[what].en}.`);
  },
  renamed: (name: Named, from: Named): Bilingual =>
    name.zh === from.zh
      ? both(
          `字段“${name.zh}”：保存用的名称变了，数据随之迁移。`,
          `field “${name.en}”: stored under another name; its values go along.`,
        )
      : both(
          `字段“${name.zh}”：由“${from.zh}”改名而来，数据随之迁移。`,
          `field “${name.en}”: renamed from “${from.en}”; its values go along.`,
        ),
  moved: (name: Named): Bilingual =>
    both(`字段“${name.zh}”：移到了别处，数据随之迁移。`, `field “${name.en}”: moved elsewhere; its values go along.`),
  retitled: (part: Part, name: Named, from: Named): Bilingual => {
    const { zh, en } = joined(part, name);
    return both(`${zh}：名称由“${from.zh}”改来。`, `${en}: called “${from.en}” before.`);
  },
  retyped: (name: Named, was: Named, now: Named): Bilingual =>
    both(
      `字段“${name.zh}”：类型由${was.zh}改为${now.zh}，已有数据需要转换。`,
      `field “${name.en}”: ${was.en} before, ${now.en} now; values have to be converted.`,
    ),
  choice: (field: Named, choice: Named, what: 'added' | 'removed'): Bilingual =>
    both(
      `字段“${field.zh}”的选项“${choice.zh}”：${HAPPENINGS[what]['zh-CN']}。`,
      `choice “${choice.en}” of field “${field.en}”: ${HAPPENINGS[what].en}.`,
    ),
  recoded: (field: Named, choice: Named): Bilingual =>
    both(
      `字段“${field.zh}”的选项“${choice.zh}”：保存的代码变了，已有数据需要换算。`,
      `choice “${choice.en}” of field “${field.en}”: stored under another code; values have to be converted.`,
    ),
  choiceTitle: (field: Named, choice: Named, from: Named): Bilingual =>
    both(
      `字段“${field.zh}”的选项“${choice.zh}”：名称由“${from.zh}”改来。`,
      `choice “${choice.en}” of field “${field.en}”: called “${from.en}” before.`,
    ),
  limit: (field: Named, limit: Named, was: Json | undefined, now: Json | undefined, isNarrower: boolean): Bilingual =>
    both(
      `字段“${field.zh}”：${limit.zh}由${short(was, 'zh')}改为${short(now, 'zh')}${isNarrower ? '，要求变严，已有数据可能不符' : '，要求放宽'}。`,
      `field “${field.en}”: ${limit.en} from ${short(was, 'en')} to ${short(now, 'en')}${isNarrower ? '; stricter, stored values may not fit' : '; wider'}.`,
    ),
  property: (part: Part, name: Named, property: Named, was: Json | undefined, now: Json | undefined): Bilingual => {
    const { zh, en } = joined(part, name);
    return isShort(was) && isShort(now)
      ? both(
          `${zh}：${property.zh}由${short(was, 'zh')}改为${short(now, 'zh')}。`,
          `${en}: ${property.en} from ${short(was, 'en')} to ${short(now, 'en')}.`,
        )
      : both(`${zh}：${property.zh}有改动。`, `${en}: ${property.en} changed.`);
  },
  texts: (language: string, count: number): Bilingual =>
    both(`译文（${language}）：改动 ${count} 处。`, `translations (${language}): ${count} changed.`),
  other: both('还有其他内容改动，不影响以上各项。', 'Something else changed besides what is said above.'),
  record: (keys: readonly string[]): Bilingual => {
    const names = [
      ...new Map(
        keys.map((key) => {
          const name = RULES[key] ?? CONDITIONS;
          return [name.en, name] as const;
        }),
      ).values(),
    ];
    return both(
      `数据的其他约定有改动：${names.map(({ zh }) => zh).join('、')}。请试迁移后核对已有数据。`,
      `Other rules of the data changed: ${names.map(({ en }) => en).join(', ')}. Try the migration and look at the records.`,
    );
  },
};

const CONDITIONS: Named = { zh: '随条件变化的要求', en: 'what holds under conditions' };
const RULES: Readonly<Record<string, Named>> = {
  $defs: { zh: '共用的选项和部件', en: 'shared parts' },
  additionalProperties: { zh: '字段以外的内容', en: 'content besides the fields' },
  unevaluatedProperties: { zh: '字段以外的内容', en: 'content besides the fields' },
};

const isShort = (value: Json | undefined): boolean =>
  value === undefined || (typeof value !== 'object' && String(value).length <= 40);

/** A value in a sentence. */
function short(value: Json | undefined, language: 'zh' | 'en'): string {
  if (value === undefined || value === null) return language === 'zh' ? '“未设”' : '“none”';
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '“是”' : '“否”') : value ? '“yes”' : '“no”';
  if (typeof value === 'object')
    return isObject(value) || value.length > 3 ? '…' : `“${value.map(String).join(language === 'zh' ? '、' : ', ')}”`;
  return typeof value === 'number'
    ? language === 'zh'
      ? ` ${value} `
      : String(value)
    : `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
}

/** Limits of values. `up`: a higher one is stricter; `down`: a lower one; `any`: every other one. */
export const LIMITS: Readonly<
  Record<string, { readonly zh: string; readonly en: string; readonly stricter: 'up' | 'down' | 'any' }>
> = {
  minimum: { zh: '最小值', en: 'smallest value', stricter: 'up' },
  exclusiveMinimum: { zh: '下限（不含）', en: 'lower bound', stricter: 'up' },
  maximum: { zh: '最大值', en: 'largest value', stricter: 'down' },
  exclusiveMaximum: { zh: '上限（不含）', en: 'upper bound', stricter: 'down' },
  minLength: { zh: '最少字数', en: 'shortest text', stricter: 'up' },
  maxLength: { zh: '最多字数', en: 'longest text', stricter: 'down' },
  minItems: { zh: '最少行数', en: 'fewest rows', stricter: 'up' },
  maxItems: { zh: '最多行数', en: 'most rows', stricter: 'down' },
  multipleOf: { zh: '精度', en: 'step', stricter: 'any' },
  pattern: { zh: '格式要求', en: 'pattern', stricter: 'any' },
  format: { zh: '格式', en: 'format', stricter: 'any' },
  uniqueItems: { zh: '不得重复', en: 'no repetition', stricter: 'any' },
};

export const REQUIRED = { zh: '必填', en: 'required' };

/** Kinds of fields. */
export const KINDS: Readonly<Record<string, Named>> = {
  object: { zh: '分组', en: 'a group' },
  rows: { zh: '表格', en: 'a table' },
  list: { zh: '清单', en: 'a list' },
  text: { zh: '文字', en: 'text' },
  longText: { zh: '长文字', en: 'long text' },
  number: { zh: '数字', en: 'a number' },
  integer: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是否', en: 'yes or no' },
  choice: { zh: '单选', en: 'one choice' },
  choices: { zh: '多选', en: 'several choices' },
  date: { zh: '日期', en: 'a date' },
  dateTime: { zh: '日期时间', en: 'date and time' },
  time: { zh: '时间', en: 'a time' },
  unknown: { zh: '其他', en: 'something else' },
};
