import { expect, fixture, html } from '@open-wc/testing';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { hasFormulas } from '@jiceng/core/form/formula-part.js';
import { hasTextPart } from '@jiceng/core/schema/formats/text-part.js';
import type { JcForm } from './form.ts';
import './define.ts';

const plain = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'visit',
  version: '1.0.0',
  title: '走访登记',
  purpose: { readBy: 'unit', decision: '安排走访' },
  subject: 'item',
  record: {
    type: 'object',
    properties: { count: { type: 'integer', title: '次数' }, double: { type: 'integer', title: '两倍' } },
  },
} as unknown as Definition;
const withRule = { ...plain, rules: [{ field: '/double', value: 'count*2' }] } as unknown as Definition;
const withPattern = {
  ...plain,
  record: { type: 'object', properties: { code: { type: 'string', title: '编号', pattern: '^[A-Z]{2}$' } } },
} as unknown as Definition;

describe('parts of the form that are loaded when needed', () => {
  it('are not loaded for a plain form, which is there at once', () => {
    const form = document.createElement('jc-form');
    form.definition = plain;
    form.value = { count: 1 };
    expect(form.validate()).to.equal(true);
    expect([hasFormulas(), hasTextPart()]).to.deep.equal([false, false]);
  });

  it('are awaited by updateComplete, and computed from then on', async () => {
    const form = await fixture<JcForm>(html`<jc-form .definition=${withRule} .value=${{ count: 2 }}></jc-form>`);
    expect(hasFormulas()).to.equal(true);
    expect(form.value).to.deep.equal({ count: 2, double: 4 });
    expect(form.shadowRoot!.textContent).to.contain('两倍');
    expect(hasTextPart()).to.equal(false);
  });

  it('judge patterns', async () => {
    const form = await fixture<JcForm>(html`<jc-form .definition=${withPattern} .value=${{ code: 'a1' }}></jc-form>`);
    expect(form.validate()).to.equal(false);
    form.value = { code: 'AB' };
    expect(form.validate()).to.equal(true);
  });

  it('bring pickers and tables', async () => {
    const schema = {
      type: 'object',
      properties: {
        who: { type: 'string', format: 'person', title: '联系人' },
        steps: {
          type: 'array',
          title: '步骤',
          items: { type: 'object', properties: { what: { type: 'string', title: '内容' } } },
        },
      },
    };
    const form = await fixture<JcForm>(
      html`<jc-form .schema=${schema} .people=${[{ personId: 'p1', personName: '李明', posts: [] }]}
        .value=${{ who: 'p1', steps: [{ what: '入户' }] }}></jc-form>`,
    );
    expect(form.shadowRoot!.querySelector('.picked')?.textContent).to.contain('李明');
    expect(form.shadowRoot!.querySelector('[role="grid"]')?.textContent).to.contain('入户');
  });
});
