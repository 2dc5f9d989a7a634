import { isObject, own } from '../json/json.ts';
import { toPointer } from '../json/pointer.ts';
import type { Bilingual, Problem } from '../text/problem.ts';
import { schemaPointer, type Location } from './location.ts';
import { HOLDERS, isSchema } from './schema.ts';

/** A shape that the value of a keyword must have, in words for both languages. */
interface Shape {
  readonly test: (value: unknown) => boolean;
  readonly words: Bilingual;
}

const TYPES = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
const isType = (value: unknown) => typeof value === 'string' && TYPES.indexOf(value) >= 0;
const distinct = (value: readonly unknown[]) => new Set(value).size === value.length;
const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string') && distinct(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const everyEntry = (value: unknown, test: (entry: unknown) => boolean) =>
  isObject(value) && Object.keys(value).every((key) => test(own(value, key)));

const shape = (test: (value: unknown) => boolean, zh: string, en: string): Shape => ({
  test,
  words: { 'zh-CN': zh, en },
});
const TEXT = shape((value) => typeof value === 'string', '一段文字', 'a text');
const FLAG = shape((value) => typeof value === 'boolean', 'true 或 false', 'true or false');
const NUMBER = shape(isNumber, '一个数', 'a number');
const COUNT = shape(
  (value) => isNumber(value) && Number.isInteger(value) && value >= 0,
  '不小于 0 的整数',
  'a whole number from 0',
);
const LIST = shape(Array.isArray, '一个列表', 'a list');
const NAMES = shape(isNames, '不重复的名称列表', 'a list of distinct names');
const SCHEMA = shape(isSchema, '一个 schema（对象、true 或 false）', 'a schema (an object, true or false)');
const SCHEMAS = shape(
  (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
  '至少含一个 schema 的列表',
  'a list of at least one schema',
);
const SCHEMA_MAP = shape(
  (value) => everyEntry(value, isSchema),
  '由名称到 schema 的对象',
  'an object of schemas by name',
);

const KEYWORDS: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ...['$schema', '$id', '$ref', '$dynamicRef', '$comment', 'title', 'description', 'pattern', 'format'].map(
    (keyword) => [keyword, TEXT] as const,
  ),
  ...['contentEncoding', 'contentMediaType'].map((keyword) => [keyword, TEXT] as const),
  ...['uniqueItems', 'readOnly', 'writeOnly', 'deprecated'].map((keyword) => [keyword, FLAG] as const),
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((keyword) => [keyword, NUMBER] as const),
  ...[
    'minLength',
    'maxLength',
    'minItems',
    'maxItems',
    'minProperties',
    'maxProperties',
    'minContains',
    'maxContains',
  ].map((keyword) => [keyword, COUNT] as const),
  ...[...HOLDERS].map(
    ([keyword, holding]) => [keyword, { one: SCHEMA, list: SCHEMAS, map: SCHEMA_MAP, mixed: LIST }[holding]] as const,
  ),
  ['$anchor', anchor()],
  ['$dynamicAnchor', anchor()],
  [
    '$vocabulary',
    shape(
      (value) => everyEntry(value, FLAG.test),
      '由名称到 true 或 false 的对象',
      'an object of true or false by name',
    ),
  ],
  ['$defs', SCHEMA_MAP],
  ['enum', LIST],
  ['examples', LIST],
  ['required', NAMES],
  [
    'type',
    shape(
      (value) => isType(value) || (isNames(value) && value.length > 0 && value.every(isType)),
      '类型名',
      'a type or a list of types',
    ),
  ],
  ['multipleOf', shape((value) => isNumber(value) && value > 0, '大于 0 的数', 'a number above 0')],
  [
    'dependentRequired',
    shape((value) => everyEntry(value, isNames), '由名称到名称列表的对象', 'an object of lists of names'),
  ],
  [
    'dependencies',
    shape(
      (value) => everyEntry(value, (entry) => isSchema(entry) || isNames(entry)),
      '由名称到 schema 或名称列表的对象',
      'an object of schemas or lists of names',
    ),
  ],
]);

/** The keywords of one schema whose values are not what 2020-12 allows. Unknown keywords may hold anything. */
export function checkShape(location: Location): readonly Problem[] {
  const { schema } = location;
  if (typeof schema === 'boolean') return [];
  const problems: Problem[] = [];
  for (const keyword of Object.keys(schema)) {
    const expected = KEYWORDS.get(keyword);
    if (expected === undefined || expected.test(schema[keyword])) continue;
    const { words } = expected;
    problems.push({
      pointer: schemaPointer(location) + toPointer([keyword]),
      code: 'keyword-shape',
      reason: {
        'zh-CN': `关键字“${keyword}”的值应为${words['zh-CN']}`,
        en: `The keyword “${keyword}” takes ${words.en}`,
      },
    });
  }
  return problems;
}

function anchor(): Shape {
  return shape(
    (value) => typeof value === 'string' && /^[A-Za-z_][-A-Za-z0-9._]*$/.test(value),
    '以字母开头的名称',
    'a name that starts with a letter',
  );
}
