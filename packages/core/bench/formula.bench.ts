/**
 * How fast formulas are: `node --conditions=@jiceng/source --import tsx bench/formula.bench.ts`. Prints a table;
 * asserts nothing.
 */
import Big from 'big.js';
import { evaluate, type Scope } from '../src/formula/evaluate.ts';
import { parseFormula } from '../src/formula/parse.ts';
import { order } from '../src/formula/references.ts';
import type { Formula } from '../src/formula/tree.ts';
import type { Value } from '../src/formula/value.ts';
import { add, divide, multiply } from '../src/number/arithmetic.ts';

const SCORES = [
  'IF(heldRate>=90,6,IF(heldRate>=80,4,ROUND(6*heldRate/90,2)))',
  'MIN(10,FACT("organisation-life/heldRate")/10)',
  'MAX(0,8-overdue*0.5)',
  'IF(fullMembers>=3,5,0)',
  'ROUND(FACTNUM("a/b")/FACTDEN("a/b")*100,2)',
  'IF(AND(heldRate>=85,overdue=0),"met","notMet")',
  'IF(heldOn<=dueOn,3,MAX(0,3-(heldOn-dueOn)*0.1))',
  'MIN(5,meetings*0.5)',
  'IFERROR(ROUND(fullMembers/members*100,1),0)',
  'IF(blank="",0,2)',
  'heldRate*0.6+score*0.4',
  'SUM(5,3,IF(overdue>2,-2,0))',
  'IFS(heldRate>=95,5,heldRate>=85,4,heldRate>=60,2,TRUE,0)',
];
const five = Array.from({ length: 25 }, (_, at) => SCORES[at % SCORES.length] as string);

function parse(text: string): Formula {
  const result = parseFormula(text);
  if (!result.ok) throw new Error(text);
  return result.value;
}

const names = new Map<string, Value>(
  Object.entries({
    heldRate: 91.25,
    overdue: 1,
    fullMembers: 31,
    members: 37,
    meetings: 7,
    score: 86.5,
    heldOn: '2026-03-05',
    dueOn: '2026-03-01',
    blank: null,
  }),
);
const points = Array.from({ length: 1000 }, (_, at) => (at % 97) / 4);
const kinds = Array.from({ length: 1000 }, (_, at) => (at % 3 === 0 ? '党员大会' : '党课'));
const hundredThousand = Array.from({ length: 100_000 }, (_, at) => (at % 997) / 7);
const scope: Scope = {
  today: '2026-03-15',
  name: (name) => (name === 'many' ? hundredThousand : names.get(name)),
  column: (_, column) => (column === 'points' ? points : kinds),
  fact: () => 92.5,
};

/** The median time of one call in microseconds. */
function time(work: () => unknown, most = 300): number {
  const samples: number[] = [];
  const end = performance.now() + most;
  for (let round = 0; round < 5 || (performance.now() < end && round < 20_000); round++) {
    const start = performance.now();
    work();
    samples.push(performance.now() - start);
  }
  return (samples.sort((a, b) => a - b)[samples.length >> 1] as number) * 1000;
}

const scores = five.map(parse);
const single = (text: string): (() => Value) => {
  const formula = parse(text);
  return () => evaluate(formula, scope);
};
const network = new Map(
  Array.from({ length: 5000 }, (_, at) => [
    `f${at}`,
    { names: [`f${at + 1}`, `f${(at * 7) % 5000 > at ? (at * 7) % 5000 : at + 1}`] },
  ]),
);
const thousand = Array.from({ length: 1000 }, (_, at) => at / 7);

const rows: [string, () => unknown][] = [
  ['25 score formulas', () => scores.forEach((formula) => evaluate(formula, scope))],
  ['25 score formulas: parse', () => five.forEach(parse)],
  ['25 score formulas: parse, compile, evaluate', () => five.forEach((text) => evaluate(parse(text), scope))],
  ['SUMPRODUCT over 1,000 rows', single('SUMPRODUCT(items.points,items.points)')],
  ['SUMIFS over 1,000 rows', single('SUMIFS(items.points,items.kind,"党*",items.points,">=5")')],
  ['SUM of 100,000 long decimals', single('SUM(many)')],
  ['over budget: passes over a list', single('SUM(many)+SUM(many)+SUM(many)+SUM(many)+SUM(many)')],
  ['over budget: steps', single(`SUM(${Array(60).fill('many*many').join(',')})`)],
  [
    'over budget: wildcards',
    single('COUNTIF(many&"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","*aaaaaaaaaaaaaaaaaaaaaaab")'),
  ],
  ['over budget: text', single(`LEN(${Array(30).fill('SUBSTITUTE(REPT("ab",500000),"a","c")').join('&')})`)],
  ['order of 5,000 formulas', () => order(network)],
  [
    '1,000 additions and products: ours',
    () => thousand.reduce<ReturnType<typeof add>>((sum, n) => add(sum, multiply(n, 1.1)), 0),
  ],
  [
    '1,000 additions and products: big.js',
    () => thousand.reduce((sum, n) => sum.plus(new Big(n).times(1.1)), new Big(0)),
  ],
  ['1,000 quotients: ours', () => thousand.forEach((n) => divide(n, 7))],
  ['1,000 quotients: big.js', () => thousand.forEach((n) => new Big(n).div(7))],
];
Big.DP = 34;
console.log('| what | µs |\n| --- | ---: |');
for (const [what, work] of rows) console.log(`| ${what} | ${time(work).toFixed(1)} |`);
