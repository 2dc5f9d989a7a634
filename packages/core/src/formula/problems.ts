import type { Bilingual } from '../text/problem.ts';
import type { FormulaProblemCode, ParseFailure } from './failure.ts';
import { closestFunction } from './functions/closest.ts';
import type { FormulaProblem } from './tree.ts';

export type { FormulaProblemCode } from './failure.ts';

type Text = (found: string, wanted: string) => readonly [zh: string, en: string];

/** What can be wrong with a formula's text. `found` is what stands there, `wanted` what would be right. */
const TEXTS: Readonly<Record<FormulaProblemCode, Text>> = {
  'formula-empty': () => ['公式是空的', 'the formula is empty'],
  'formula-too-long': (found, wanted) => [
    `公式有 ${found} 个字符，最多 ${wanted} 个`,
    `the formula has ${found} characters; at most ${wanted} are allowed`,
  ],
  'formula-too-deep': (_, wanted) => [`括号嵌套超过 ${wanted} 层`, `parentheses are nested more than ${wanted} deep`],
  'formula-character': (found) => [`不能使用字符“${found}”`, `the character “${found}” has no meaning here`],
  'formula-cell-reference': (found) => [
    `不能引用单元格（“${found}”），请写字段名称`,
    `cells cannot be referred to (“${found}”); write the field's name`,
  ],
  'formula-missing-quote': () => ['缺少右引号', 'the closing quotation mark is missing'],
  'formula-missing-bracket': (_, wanted) => [
    wanted === ')' ? '缺少右括号' : `缺少“${wanted}”`,
    wanted === ')' ? 'the closing parenthesis is missing' : `“${wanted}” is missing`,
  ],
  'formula-missing-value': (found) => [
    found === '' ? '公式不完整，后面还应有一个值' : `“${found}”前面缺少一个值`,
    found === '' ? 'the formula stops early: a value must follow' : `a value is missing before “${found}”`,
  ],
  'formula-unexpected': (found) => [
    found === ')' ? '多出一个右括号' : `“${found}”前面缺少运算符`,
    found === ')' ? 'there is one closing parenthesis too many' : `an operator is missing before “${found}”`,
  ],
  'formula-separator': (found) => [
    `此处应为逗号或右括号，却是“${found}”`,
    `a comma or a closing parenthesis belongs here, not “${found}”`,
  ],
  'formula-array': () => [
    '大括号内只能写数字、文本或 TRUE、FALSE',
    'only numbers, texts, TRUE and FALSE may stand in braces',
  ],
  'formula-number': (found) => [`“${found}”不是可用的数字`, `“${found}” is not a usable number`],
  'formula-name': () => ['方括号内缺少名称', 'a name is missing in the brackets'],
  'formula-unknown-function': (found) => {
    const near = closestFunction(found);
    return [
      `没有函数 ${found}${near && `，是不是要用 ${near}`}`,
      `there is no function ${found}${near && `; did you mean ${near}?`}`,
    ];
  },
  'formula-argument-count': (found, wanted) => {
    const [name = '', given = '', limits = ''] = [...found.split(' '), wanted];
    return [`函数 ${name} 需要 ${limits} 个参数，现有 ${given} 个`, `${name} takes ${limits} arguments, not ${given}`];
  },
};

/** The problem that `failure` is in `text`, with the character where it is, counted from 1 as people do. */
export function toProblem(text: string, failure: ParseFailure): FormulaProblem {
  const [zh, en] = TEXTS[failure.code](failure.found, failure.wanted);
  const character = Array.from(text.slice(0, failure.at.start)).length + 1;
  const reason: Bilingual = WHOLE.has(failure.code)
    ? { 'zh-CN': zh, en }
    : { 'zh-CN': `第 ${character} 个字符处${zh}`, en: `At character ${character}: ${en}` };
  return { pointer: '', code: failure.code, reason, position: failure.at };
}

/** Problems of the formula as a whole, which have no place. */
const WHOLE: ReadonlySet<FormulaProblemCode> = new Set(['formula-empty', 'formula-too-long']);
