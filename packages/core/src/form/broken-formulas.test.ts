import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Definition } from '../generated/definition.ts';
import { brokenFormulas } from './broken-formulas.ts';

const of = (part: object, fields?: unknown) =>
  brokenFormulas(part as Pick<Definition, 'rules' | 'prefill' | 'view'>, fields as undefined).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );

test('names each formula that cannot be read, wherever a form has one', () => {
  assert.deepEqual(
    of({
      rules: [
        { check: 'a<=', message: 'x' },
        { field: '/b', value: 'a+1', visible: 'b>', required: 'TRUE', readonly: '(' },
      ],
      prefill: [{ field: '/b', from: 'FACT(' }],
    }),
    [
      '/rules/0/check formula-missing-value',
      '/rules/1/visible formula-missing-value',
      '/rules/1/readonly formula-missing-value',
      '/prefill/0/from formula-missing-value',
    ],
  );
  assert.deepEqual(
    of({ view: [{ section: '甲', visible: 'a>', fields: [{ field: '/a', required: 'b<' }, '/b'] }] }, [
      { field: '/a', required: ')' },
    ]).map((line) => line.split(' ')[0]),
    ['/view/0/visible', '/view/0/fields/0/required', '/fields/0/required'],
  );
});

test('finds nothing where all can be read, or there is nothing, or what stands there is no formula', () => {
  assert.deepEqual(of({}), []);
  assert.deepEqual(
    of({
      rules: [{ field: '/value', required: true, value: 'IF(a>1,"甲",b)' }, null, 7],
      prefill: 'x',
      view: [{ section: 'visible', fields: ['/required'] }],
    }),
    [],
  );
});
