import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFormula } from './parse.ts';
import { dependants, order } from './references.ts';

const nodes = (formulas: Record<string, string>) =>
  new Map(
    Object.entries(formulas).map(([name, text]) => {
      const result = parseFormula(text);
      assert.ok(result.ok);
      return [name, result.value];
    }),
  );

test('each formula comes after what it reads', () => {
  const result = order(nodes({ total: 'a+b', a: 'x*2', b: 'a+SUM(items.score)' }));
  assert.deepEqual(result, { ok: true, value: ['a', 'b', 'total'] });
});

test('a cycle is reported with its whole path', () => {
  const result = order(nodes({ start: 'A+1', A: 'B*2', B: 'C+x', C: 'A' }));
  assert.ok(!result.ok);
  assert.deepEqual(
    result.problems.map(({ path }) => path),
    [['A', 'B', 'C', 'A']],
  );
  assert.equal(result.problems[0]?.reason['zh-CN'], '公式循环引用：A → B → C → A');
  const self = order(nodes({ A: 'A+1' }));
  assert.equal(!self.ok && self.problems[0]?.reason.en, 'a formula reads itself: A → A');
});

test('names of built-in prototypes are only names', () => {
  assert.deepEqual(
    order(
      new Map([
        ['constructor', { names: ['__proto__', 'toString'] }],
        ['__proto__', { names: [] }],
      ]),
    ),
    { ok: true, value: ['__proto__', 'constructor'] },
  );
});

test('a chain of 20,000 does not overflow', () => {
  const chain = new Map(Array.from({ length: 20_000 }, (_, at) => [`n${at}`, { names: [`n${at + 1}`] }]));
  const result = order(chain);
  assert.ok(result.ok && result.value[0] === 'n19999');
});

test('only what depends on a change is calculated again', () => {
  const graph = nodes({ a: 'x', b: 'a+y', c: 'y', d: 'b' });
  assert.deepEqual([...dependants(graph, ['x'])].sort(), ['a', 'b', 'd']);
});
