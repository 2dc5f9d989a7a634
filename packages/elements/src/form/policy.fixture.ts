import type { Definition } from '@jiceng/core/generated/definition.js';
import './define.ts';

// A form that is filled in, opened, validated and read aloud under the strict policy; every violation is reported to
// the test.
const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  violations.push(`${violatedDirective} ${blockedURI}`),
);
const form = document.createElement('jc-form');
form.definition = {
  title: '策略',
  record: {
    type: 'object',
    required: ['a'],
    properties: {
      a: { type: 'string', title: '甲' },
      day: { type: 'string', format: 'date', title: '日期' },
      n: { type: 'number', title: '数', 'x-unit': '元' },
      rows: {
        type: 'array',
        title: '明细',
        items: { type: 'object', properties: { x: { type: 'number', title: '数' } } },
      },
      sum: { type: 'number', title: '合计' },
    },
  },
  rules: [{ field: '/sum', value: 'SUM(rows.x)' }],
} as unknown as Definition;
form.value = { rows: [{ x: 1 }, { x: 2 }] };
document.body.append(form);
const frames = (count: number) =>
  new Promise<void>((done) => {
    const next = (left: number) => (left === 0 ? done() : requestAnimationFrame(() => next(left - 1)));
    next(count);
  });
await form.updateComplete;
form.submit();
form.shadowRoot!.querySelector<HTMLElement>('.calendar-icon')!.click();
for (const part of ['.day', '.grid-frame'])
  for (let turn = 0; turn < 200 && !form.shadowRoot!.querySelector(part); turn++) await frames(1);
await frames(5);
parent.postMessage(
  {
    violations,
    days: form.shadowRoot!.querySelectorAll('.day').length,
    text: form.getPlainText(),
    errors: form.shadowRoot!.querySelectorAll('.problem').length,
  },
  '*',
);
