import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { cellOf, valueOf } from '../record/value-of.ts';
import { evaluate, type Scope } from './evaluate.ts';
import { parseFormula } from './parse.ts';

/** The rows of the table “often needed”: formula, data, result. */
function examples(): readonly (readonly [formula: string, data: JsonObject, result: Json])[] {
  const page = readFileSync(new URL('../../../../docs/formulas.md', import.meta.url), 'utf8');
  const [, section = ''] = page.split(/^## 常用写法.*$/m);
  return [...(section.split(/^## /m)[0] ?? '').matchAll(/^\|[^|]+\| `(.+?)` \| `(\{.+\})` \| `(.+?)` \|$/gm)].map(
    ([, formula = '', data = '', result = '']) => [formula, JSON.parse(data) as JsonObject, JSON.parse(result) as Json],
  );
}

test('the formulas that docs/formulas.md recommends give what it says', () => {
  const rows = examples();
  assert.ok(rows.length >= 12, `${rows.length} examples were read`);
  for (const [formula, data, result] of rows) {
    const parsed = parseFormula(formula);
    assert.ok(parsed.ok, formula);
    const scope: Scope = {
      today: '2025-06-30',
      name: (name) => valueOf(data[name]),
      column: (list, column) =>
        (data[list] as readonly Json[]).map((row) => cellOf(isObject(row) ? row[column] : null)),
    };
    assert.deepEqual(evaluate(parsed.value, scope), result, formula);
  }
});
