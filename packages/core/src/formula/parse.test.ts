import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFormula } from './parse.ts';
import type { Formula } from './tree.ts';
import { writeFormula } from './write.ts';

function parse(text: string): Formula {
  const result = parseFormula(text);
  assert.ok(result.ok, result.ok ? '' : `${text}: ${result.problems[0]?.reason.en}`);
  return result.value;
}
const written = (text: string): string => writeFormula(parse(text).tree);
function problem(text: string): readonly [code: string, start: number, end: number] {
  const result = parseFormula(text);
  assert.ok(!result.ok, `${text} parsed`);
  const [found] = result.problems;
  assert.ok(found && found.pointer === '');
  return [found.code, found.position.start, found.position.end];
}

test('operators bind as in Excel', () => {
  assert.equal(written('=1+2*3'), '1+2*3');
  assert.equal(written('(1+2)*3'), '(1+2)*3');
  assert.equal(written('2^3^2'), '2^3^2');
  assert.equal(written('-2^2'), '-2^2');
  assert.equal(written('-(2^2)'), '-(2^2)');
  assert.equal(written('1-(2-3)'), '1-(2-3)');
  assert.equal(written('"a""b"&c'), '"a""b"&c');
  assert.equal(written('5%%'), '5%%');
});

test('Chinese punctuation means the same outside of quotation marks', () => {
  assert.equal(written('＝IF（名称＝“城关镇，党”，１．５，x≥2）'), 'IF(名称="城关镇，党",1.5,x>=2)');
  assert.equal(written('a×2÷3≠4'), 'a*2/3<>4');
  assert.equal(written('SUM(1；2)'), 'SUM(1,2)');
  assert.equal(written('"（"&“"”'), '"（"&""""');
});

test('names, columns and cells', () => {
  const formula = parse("SUM(items.score)+members*['a b']+['TRUE']-[@points]+members+group.inner.part");
  assert.deepEqual(formula.names, ['items', 'members', 'a b', 'TRUE', 'group']);
  assert.deepEqual(formula.cells, ['points']);
  assert.deepEqual(formula.functions, ['SUM']);
  assert.equal(
    writeFormula(formula.tree),
    "SUM(items.score)+members*['a b']+['TRUE']-[@'points']+members+group.inner.part",
  );
  assert.deepEqual(parse("['it''s']").tree, { type: 'name', name: "it's", at: { start: 0, end: 9 } });
  assert.deepEqual(parse('__proto__+constructor').names, ['__proto__', 'constructor']);
});

test('facts are known without running', () => {
  assert.deepEqual(parse('FACT("a/b")+FACTNUM("a/b","meetingType=vote",-1)/FACTDEN(x)+FACT("a/b")').facts, [
    { id: 'a/b', part: 'value', by: undefined, offset: undefined },
    { id: 'a/b', part: 'num', by: 'meetingType=vote', offset: -1 },
  ]);
});

test('only TODAY and NOW are volatile', () => {
  assert.equal(parse('TODAY()-heldOn').volatile, true);
  assert.equal(parse('"TODAY()"').volatile, false);
});

test('what is wrong, and where', () => {
  const cases: [string, string, number, number][] = [
    ['', 'formula-empty', 0, 0],
    ['=', 'formula-empty', 1, 1],
    ['1+', 'formula-missing-value', 2, 2],
    ['*2', 'formula-missing-value', 0, 1],
    ['(1+2', 'formula-missing-bracket', 4, 4],
    ['1+2)', 'formula-unexpected', 3, 4],
    ['SUM(1 2)', 'formula-separator', 6, 7],
    ['a b', 'formula-unexpected', 2, 3],
    ['"abc', 'formula-missing-quote', 0, 4],
    ['A1:B2', 'formula-cell-reference', 2, 3],
    ['$A$1', 'formula-cell-reference', 0, 1],
    ['Sheet1!x', 'formula-cell-reference', 6, 7],
    ['SUMM(1)', 'formula-unknown-function', 0, 4],
    ['1+IF(1)', 'formula-argument-count', 2, 4],
    ['IFS(1,2,3)', 'formula-argument-count', 0, 3],
    ['{1,x}', 'formula-array', 3, 4],
    ['[x]', 'formula-name', 0, 1],
    ['a.', 'formula-name', 2, 2],
    ['1e999', 'formula-number', 0, 5],
    ['a？', 'formula-character', 1, 2],
    ['[@a', 'formula-missing-bracket', 0, 3],
  ];
  for (const [text, ...expected] of cases) assert.deepEqual(problem(text), expected, text);
});

test('problems name the character and the likely function', () => {
  const result = parseFormula('党员+SUMM(1)');
  assert.equal(!result.ok && result.problems[0]?.reason['zh-CN'], '第 4 个字符处没有函数 SUMM，是不是要用 SUM');
  const open = parseFormula('IF(成员>=3,1,0');
  assert.equal(!open.ok && open.problems[0]?.reason['zh-CN'], '第 13 个字符处缺少右括号');
});

test('limits of text and depth', () => {
  const chain = (length: number): string => `1${'+1'.repeat((length - 2) / 2)} `;
  assert.equal(parseFormula(chain(2000)).ok, true);
  assert.deepEqual(problem(`${chain(2000)} `)[0], 'formula-too-long');
  const nested = (depth: number): string => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
  assert.equal(parseFormula(nested(50)).ok, true);
  assert.equal(problem(nested(51))[0], 'formula-too-deep');
  assert.equal(parseFormula(`${'-'.repeat(50)}1`).ok, true);
  assert.equal(problem(`${'-'.repeat(51)}1`)[0], 'formula-too-deep');
  assert.equal(problem(`1${'%'.repeat(51)}`)[0], 'formula-too-deep');
});
