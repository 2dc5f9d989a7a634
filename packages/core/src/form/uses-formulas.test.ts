import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Definition } from '../generated/definition.ts';
import { compileBare } from '../definition/compiled.ts';
import { createForm } from './create-form.ts';
import { createBareForm } from './form.ts';
import { hasFormulas } from './formula-part.ts';
import { usesFormulas } from './uses-formulas.ts';

const plain = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'visit',
  version: '1.0.0',
  title: 'Visit',
  purpose: { readBy: 'unit', decision: 'd' },
  subject: 'item',
  record: {
    type: 'object',
    properties: { person: { type: 'string', title: 'Person' }, count: { type: 'integer', title: 'Count' } },
    required: ['person'],
  },
  view: [{ section: 'all', fields: ['/person', { field: '/count', widget: 'number' }] }],
} as unknown as Definition;

test('rules, prefills and conditions of the view are formulas; plain views are not', () => {
  assert.equal(usesFormulas(plain), false);
  assert.equal(usesFormulas(plain, ['/person']), false);
  for (const more of [
    { rules: [{ field: '/count', value: '1' }] },
    { prefill: [{ field: '/count', from: '1' }] },
    { view: [{ section: 's', visible: 'count>1', fields: ['/count'] }] },
    { view: [{ section: 's', fields: [{ field: '/count', required: 'TRUE' }] }] },
  ]) {
    assert.equal(usesFormulas({ ...plain, ...more } as unknown as Definition), true, JSON.stringify(more));
  }
  assert.equal(usesFormulas(plain, [{ field: '/count', required: 'TRUE' }]), true);
});

test('a form without formulas works without their engine', () => {
  assert.equal(hasFormulas(), false, 'nothing has loaded it in this test file');
  const compiled = compileBare(plain);
  const form = createBareForm({ compiled, now: '2024-05-06T09:00:00+08:00' });
  form.field('/count')?.set(2);
  assert.deepEqual(form.value.value, { count: 2 });
  assert.deepEqual(
    form.validateAll().map(({ pointer }) => pointer),
    ['/person'],
  );
  assert.throws(() => compiled.formula('1'), /without formulas/);
  createForm({ compiled, now: '2024-05-06T09:00:00+08:00' });
  assert.equal(hasFormulas(), true);
  assert.equal(compiled.formula('1').text, '1');
});
