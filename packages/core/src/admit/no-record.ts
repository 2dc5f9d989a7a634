import { isObject, own, type JsonObject } from '../json/json.ts';
import { problem, type Problem } from '../text/problem.ts';

/** Lists by which files of other form tools are known. */
const TOOLS: readonly (readonly [key: string, tool: string])[] = [
  ['pages', 'SurveyJS'],
  ['elements', 'SurveyJS'],
  ['components', 'Form.io'],
  ['body', 'amis'],
];
const MOST_NAMES = 6;

/** Why a document describes no record, and what to do: it is another tool's, holds several structures, or neither. */
export function noRecord(document: unknown): Problem {
  const named = isObject(document) ? structuresIn(document) : [];
  if (named.length > 0) {
    const list = named.slice(0, MOST_NAMES),
      more = named.length > list.length;
    return problem(
      '',
      'several-schemas',
      `文件里有 ${named.length} 个结构（${list.join('、')}${more ? '……' : ''}），没有说一条记录是哪一个：请只复制要用的那个结构，连同它引用的部分（放在“$defs”里）。`,
      `there are ${named.length} structures (${list.join(', ')}${more ? ' …' : ''}), and nothing says which is a record: copy the one that is needed, with what it refers to in $defs`,
    );
  }
  const tool = TOOLS.find(([key]) => isObject(document) && Array.isArray(own(document, key)))?.[1];
  if (tool !== undefined)
    return problem(
      '',
      'other-tool',
      `这是 ${tool} 的表单，不是 JSON Schema：请从原系统导出数据结构（JSON Schema），或者把题目复制下来，用粘贴的办法建表。`,
      `this is a form of ${tool} and no JSON Schema: export the structure of its data as JSON Schema, or copy its questions and paste them`,
    );
  return problem(
    '',
    'no-object-schema',
    '这不是描述一条记录（对象）的 JSON Schema。',
    'this is no JSON Schema of an object',
  );
}

/** Names of the structures that a document keeps for others to refer to, as an interface description does. */
function structuresIn(document: JsonObject): readonly string[] {
  const components = own(document, 'components');
  const kept = [
    own(document, '$defs'),
    own(document, 'definitions'),
    isObject(components) && own(components, 'schemas'),
  ];
  return kept.flatMap((names) => (isObject(names) ? Object.keys(names) : []));
}
