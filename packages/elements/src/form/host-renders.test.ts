import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Json } from '@jiceng/core/json/json.js';
import type { JcForm } from './form.ts';
import './define.ts';

const schema = (more: object = {}) => ({
  type: 'object',
  properties: { name: { type: 'string', title: '姓名' }, village: { type: 'string', title: '村' }, ...more },
});
const input = (el: JcForm, at = 0) => el.shadowRoot!.querySelectorAll<HTMLInputElement>('input.input')[at]!;
const mount = async () => {
  const el = await fixture<JcForm>(html`<jc-form lang="zh-CN" .schema=${schema()}></jc-form>`);
  input(el).focus();
  await sendKeys({ type: 'wf' });
  return el;
};

/**
 * How frameworks draw: all properties again, those that changed, or text for `value`; objects in a template are new
 * ones each time.
 */
const HOSTS: Record<string, (el: JcForm, value: Json | undefined) => void> = {
  'jQuery sets what it has': (el) =>
    Object.assign(el, {
      schema: el.schema,
      fields: el.fields,
      readonly: el.readonly,
      now: el.now,
      mayEdit: el.mayEdit,
    }),
  'a React 18 effect sets everything anew': (el, value) =>
    Object.assign(el, {
      schema: schema(),
      readonly: false,
      locale: undefined,
      value: value === undefined ? undefined : { ...(value as object) },
    }),
  'Vue 3 and React 19 set what is another object': (el) => {
    el.schema = schema();
  },
  'Vue 2 hands over text': (el, value) =>
    Object.assign(el, { schema: JSON.stringify(schema()), value: JSON.stringify(value) }),
};

describe('a host that draws often', () => {
  for (const [how, draw] of Object.entries(HOSTS)) {
    it(`leaves node, focus and caret alone: ${how}`, async () => {
      const el = await mount();
      const node = input(el);
      el.addEventListener('jc-change', () => draw(el, el.value));
      for (const key of ['a', 'n', 'g']) {
        await sendKeys({ press: 'ArrowLeft' });
        draw(el, el.value);
        await el.updateComplete;
        await sendKeys({ press: key });
      }
      expect(input(el)).to.equal(node);
      expect(el.shadowRoot!.activeElement).to.equal(node);
      expect([node.value, node.selectionStart]).to.deep.equal(['wgnaf', 2]);
      await sendKeys({ press: 'Tab' });
      await el.updateComplete;
      expect(el.shadowRoot!.activeElement).to.equal(input(el, 1));
      expect(el.value).to.deep.equal({ name: 'wgnaf' });
    });
  }

  it('keeps the same fields asked for, in a new list', async () => {
    const el = await fixture<JcForm>(
      html`<jc-form lang="zh-CN" .schema=${schema()} .fields=${['/village', '/name']}></jc-form>`,
    );
    const model = el.formModel;
    el.fields = ['/village', '/name'];
    expect(el.formModel).to.equal(model);
    el.fields = ['/name'];
    await el.updateComplete;
    expect(el.shadowRoot!.querySelectorAll('.field')).to.have.length(1);
  });

  it('finds the focus where it was when the form had to be drawn again, and what was typed', async () => {
    const el = await mount();
    el.mayEdit = (pointer) => pointer !== '/village';
    el.schema = schema();
    await el.updateComplete;
    await sendKeys({ type: 'x' });
    expect(el.shadowRoot!.activeElement).to.equal(input(el));
    expect(input(el).value).to.equal('wfx');
    expect(input(el, 1)?.readOnly ?? true).to.equal(true);
  });

  it('brings another value, or none, with a schema that says the same', async () => {
    const el = await mount();
    Object.assign(el, { schema: schema(), value: { name: '王芳' } });
    await el.updateComplete;
    expect(input(el).value).to.equal('王芳');
    Object.assign(el, { now: '2026-01-01T08:00:00+08:00', value: { name: '李明' } });
    await el.updateComplete;
    expect(input(el).value).to.equal('李明');
    el.value = undefined;
    await el.updateComplete;
    expect(input(el).value).to.equal('');
  });

  it('gets another form for another schema', async () => {
    const el = await mount();
    el.schema = schema({ phone: { type: 'string', title: '电话' } });
    await el.updateComplete;
    expect(el.shadowRoot!.querySelectorAll('.field')).to.have.length(3);
  });
});
