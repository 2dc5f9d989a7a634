import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toDateText, toDateTimeText } from '../time/serial.ts';
import { evaluate, evaluateList, type FactCall, type Scope } from './evaluate.ts';
import { parseFormula } from './parse.ts';
import type { Formula } from './tree.ts';
import { FormulaError, isError, type Value } from './value.ts';

const names: ReadonlyMap<string, Value | readonly Value[]> = new Map<string, Value | readonly Value[]>([
  ['members', 37],
  ['blank', null],
  ['empty', ''],
  ['word', 'abc'],
  ['digits', '12'],
  ['done', true],
  ['heldOn', '2026-03-01'],
  ['heldAt', '2026-03-01T09:30:00+08:00'],
  ['tags', ['a', 'b']],
  ['broken', new FormulaError('#N/A', 'not-available', 'x')],
  ['a b', 5],
  ['rate', 91.25],
]);
const columns: ReadonlyMap<string, readonly Value[]> = new Map<string, readonly Value[]>([
  ['items.score', [5, null, 3, 'x', 8]],
  ['items.kind', ['党员大会', '党课', null, '党员大会', '其他']],
  ['items.on', ['2026-01-05', '2026-02-01', null, '2026-03-01', '']],
  ['none.x', []],
]);
const scope: Scope = {
  today: '2026-03-15',
  name: (name) => names.get(name),
  column: (list, column) => columns.get(`${list}.${column}`),
  cell: (column) => (column === 'score' ? 4 : undefined),
};

function parse(text: string): Formula {
  const result = parseFormula(text);
  assert.ok(result.ok, text);
  return result.value;
}
const run = (text: string, over: Partial<Scope> = {}): Value => evaluate(parse(text), { ...scope, ...over });
/** Checks `text = value` pairs; errors are written by name. */
function same(cases: Readonly<Record<string, Value>>): void {
  for (const [text, expected] of Object.entries(cases)) {
    const value = run(text);
    assert.equal(isError(value) ? value.error : value, expected, text);
  }
}

test('blanks are 0, "" or FALSE by context, and stay blank when only passed on', () => {
  same({
    'blank+1': 1,
    'blank&"x"': 'x',
    'blank=0': true,
    'blank=""': true,
    'blank=FALSE': true,
    'IF(blank,1,2)': 2,
    blank: null,
    'IF(TRUE,blank,1)': null,
    'ISBLANK(blank)': true,
    'ISBLANK(empty)': false,
    'AVERAGE(items.score)': 16 / 3,
  });
});

test('text and numbers convert as in Excel', () => {
  same({
    'digits+1': 13,
    '"1,200"+0': 1200,
    '"12%"*100': 12,
    'word+1': '#VALUE!',
    'empty+1': '#VALUE!',
    'done+1': 2,
    '1&TRUE': '1TRUE',
    'digits=12': false,
    '1<"a"': true,
    '"z"<TRUE': true,
    '"ABC"=word': true,
    '-digits': -12,
  });
});

test('lists count only numbers, written values are converted', () => {
  same({
    'SUM(digits,1)': 1,
    'SUM("12",1)': 13,
    'COUNT(items.score)': 3,
    'COUNTA(items.score)': 4,
    'SUM(none.x)': 0,
    'AVERAGE(none.x)': '#DIV/0!',
    'MAX(none.x)': 0,
    'SUM(done,1)': 1,
    'SUM(TRUE,1)': 2,
  });
});

test('operators go through lists place by place', () => {
  same({
    'SUMPRODUCT((items.kind="党员大会")*1)': 2,
    'SUM(IF(items.kind="党课",10,1))': 14,
    'SUM(items.score*2)': '#VALUE!',
    'SUM(IFERROR(items.score*2,0))': 32,
    'SUM(LARGE(items.score,{1,2}))': 13,
    'items.score': '#VALUE!',
    'INDEX(items.score,3)': 3,
    tags: '#VALUE!',
  });
  assert.deepEqual(evaluateList(parse('FILTER(items.kind,items.kind<>"")'), scope), [
    '党员大会',
    '党课',
    '党员大会',
    '其他',
  ]);
  assert.deepEqual(
    evaluateList(parse('{1,2}+{10,20,30}'), scope).map((cell) => (isError(cell) ? cell.error : cell)),
    [11, 22, '#N/A'],
  );
});

test('a date is its text and its serial number', () => {
  same({
    heldOn: '2026-03-01',
    'heldOn+7': 46089,
    'heldOn>=DATE(2026,3,1)': true,
    'heldOn<DATE(2026,3,1)': false,
    'heldOn="2026/3/1"': true,
    'heldAt>heldOn': true,
    'INT(heldAt)=heldOn+0': true,
    'YEAR(heldOn)': 2026,
    'LEFT(heldOn,4)': '2026',
    'MAX(items.on)': 46082,
    'COUNT(items.on)': 3,
    'COUNTIF(items.on,">=2026-02-01")': 2,
    'COUNTIF(items.on,heldOn)': 1,
    'MATCH(heldOn,items.on,0)': 4,
    'ISNUMBER(heldOn)': true,
    'heldOn=""': false,
    'TODAY()-heldOn': 14,
    'HOUR(heldAt)': 9,
    'heldOn>5': true,
  });
  assert.equal(toDateText(46082), '2026-03-01');
  assert.equal(toDateTimeText(run('heldAt+0') as number), '2026-03-01T09:30:00+08:00');
  assert.equal(toDateText(-1), undefined);
  assert.equal(run('DAY(x)', { name: () => '2026-02-28T17:00:00Z' }), 1);
});

test('errors travel, name their cause and are caught', () => {
  same({
    '1/0+1': '#DIV/0!',
    'IFERROR(1/0,"x")': 'x',
    'IFNA(broken,0)': 0,
    'IFNA(1/0,0)': '#DIV/0!',
    unknown: '#NAME?',
    'SUM(items.unknown)': '#NAME?',
    'broken&"x"': '#N/A',
    'ISERROR(broken)': true,
    'IF(1,2,1/0)': 2,
    'AND(FALSE,1/0)': '#DIV/0!',
    'MATCH("q",tags,0)': '#N/A',
    '9^9^9^9': '#NUM!',
    '(-8)^0.5': '#NUM!',
  });
  const error = run('unknown+1');
  assert.ok(isError(error) && error.detail === 'unknown');
  assert.equal(isError(error) && error.reason['zh-CN'], '没有这个名称：unknown');
});

test('this row, odd names, facts and the calendar', () => {
  same({ '[@score]*2': 8, "['a b']": 5, '[@other]': '#NAME?', 'FACT("a/b")': '#N/A' });
  const calls: FactCall[] = [];
  const fact = (call: FactCall): Value => {
    calls.push(call);
    return 90.5;
  };
  assert.equal(run('FACT("a/b","kind=vote",-1)+FACTNUM("a/b")', { fact }), 181);
  assert.deepEqual(calls, [
    { id: 'a/b', part: 'value', by: 'kind=vote', offset: -1 },
    { id: 'a/b', part: 'num', by: undefined, offset: undefined },
  ]);
  const working = new Map([
    ['2026-02-14', true],
    ['2026-02-16', false],
  ]);
  const isWorkday = (date: string): boolean | undefined => working.get(date);
  assert.equal(run('NETWORKDAYS("2026-02-13","2026-02-17")', { isWorkday }), 3); // Fri, working Sat, Tue
  assert.equal(run('TEXT(WORKDAY("2026-02-13",2),"yyyy-mm-dd")', { isWorkday }), '2026-02-17');
  assert.equal(isError(run('NOW()')) && run('TEXT(NOW(),"hh:mm")', { now: '2026-03-15T08:05:00+08:00' }), '08:05');
});

test('what the scope gives is not trusted', () => {
  const odd: readonly unknown[] = [() => 1, {}, Symbol('x'), NaN, Infinity, [{}], new Date(0)];
  for (const value of odd) assert.ok(isError(run('x', { name: () => value as Value })), String(value));
  assert.equal(Object.is(run('x', { name: () => -0 }), 0), true);
  const thrown = run('x+1', {
    name: () => {
      throw new TypeError('broken');
    },
  });
  assert.ok(isError(thrown) && thrown.code === 'failed');
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
    assert.equal((run(name) as FormulaError).error, '#NAME?', name);
});

const overBudget = (value: Value): boolean => isError(value) && value.error === '#NUM!' && value.code === 'over-budget';

test('budgets hold at the limit and one beyond', () => {
  const list = (length: number): Partial<Scope> => ({ name: () => new Array<Value>(length).fill(1) });
  assert.equal(run('SUM(x)', list(100_000)), 100_000);
  assert.ok(overBudget(run('SUM(x)', list(100_001))));
  assert.equal((run('REPT("a",1048576)') as string).length, 1_048_576);
  assert.ok(overBudget(run('REPT("a",1048577)')));
  assert.ok(overBudget(run('REPT("a",1048576)&"a"')));
  assert.ok(overBudget(run('LEN(SUBSTITUTE(REPT("a",1000000),"a","aa"))')));
  const sum = parse('1+2+3'); // two operators
  assert.equal(evaluate(sum, scope, { steps: 2 }), 6);
  assert.ok(overBudget(evaluate(sum, scope, { steps: 1 })));
});

test('no IFERROR carries on after the budget is used up', () => {
  assert.ok(
    overBudget(
      run(`IFERROR(SUM(${Array(40).fill('x').join(',')}),0)`, { name: () => new Array<Value>(100_000).fill(0.1) }),
    ),
  );
  assert.ok(
    overBudget(run('COUNTIF(x,"*"&REPT("a",120)&"b")', { name: () => new Array<Value>(5000).fill('a'.repeat(300)) })),
  );
});
