import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from '../coerce.ts';
import { evaluate } from '../evaluate.ts';
import { parseFormula } from '../parse.ts';
import { isError } from '../value.ts';
import { functionHelp } from './help.ts';
import { functions } from './table.ts';

test('every function has help, and nothing else has', () => {
  assert.deepEqual([...functionHelp.keys()].sort(), [...functions.keys()].sort());
  assert.ok(functions.size >= 70);
});

for (const [name, { example, result }] of functionHelp) {
  test(`${name}: ${example}`, () => {
    const parsed = parseFormula(example);
    assert.ok(parsed.ok);
    assert.ok(parsed.value.functions.includes(name));
    const value = evaluate(parsed.value, { today: '2026-03-15', name: () => undefined });
    assert.equal(isError(value) ? value.error : text(value), result);
  });
}
