import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { JcForm } from './form.ts';
import './define.ts';

const mount = async (properties: object, value: object = {}, required: string[] = []) => {
  const el = await fixture<JcForm>(
    html`<jc-form lang="zh-CN" .schema=${{ type: 'object', required, properties }} .value=${value}></jc-form>`,
  );
  await el.updateComplete;
  return el;
};
const control = (el: JcForm) => el.shadowRoot!.querySelector<HTMLInputElement>('.field .input')!;
const type = async (el: JcForm, text: string) => {
  control(el).focus();
  control(el).select();
  await sendKeys({ type: text });
};
const problem = (el: JcForm) => el.shadowRoot!.querySelector('.problem:not([hidden])')?.textContent;

describe('fields whose schema leaves open what they hold', () => {
  it('take a text or a number on one line, and keep what the text may mean as it is typed', async () => {
    const el = await mount({ a: { type: ['integer', 'string', 'null'], title: '楼层' } }, { a: 3 }, ['a']);
    expect(control(el).value).to.equal('3');
    await type(el, '12');
    expect(el.value).to.deep.equal({ a: 12 });
    await sendKeys({ type: '号楼' });
    expect(el.value).to.deep.equal({ a: '12号楼' });
    await type(el, '007');
    expect(el.value).to.deep.equal({ a: '007' });
    expect(control(el).value).to.equal('007');
    expect(el.validate()).to.equal(true);
    await expect(el).to.be.accessible();
  });

  it('pass over a type whose value the schema does not let in', async () => {
    const el = await mount({ a: { anyOf: [{ type: 'string', pattern: '^第' }, { type: 'number' }] } });
    await type(el, '12');
    expect(el.value).to.deep.equal({ a: 12 });
    await type(el, '第三');
    expect(el.value).to.deep.equal({ a: '第三' });
  });

  it('show yes and no in words, and refuse what is none of their types', async () => {
    const el = await mount({ a: { type: ['boolean', 'number'], title: '结果' } }, { a: true });
    expect(control(el).value).to.equal('是');
    await type(el, '否');
    expect(el.value).to.deep.equal({ a: false });
    el.readonly = true;
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('.reading')!.textContent).to.equal('否');
    el.readonly = false;
    await el.updateComplete;
    await type(el, '也许');
    expect(el.validate()).to.equal(false);
    expect(problem(el)).to.equal('请填写数字，或者“是”“否”');
    expect(control(el).value).to.equal('也许');
  });

  it('take a line for each item of a list, and keep items that are no texts as they are', async () => {
    const el = await mount({ a: { type: 'array', title: '清单' } }, { a: [1, { b: 2 }, '丙'] }, ['a']);
    expect(control(el).value).to.equal('1\n{"b":2}\n丙');
    control(el).value = '1\n{"b":2}\n丙\n丁';
    control(el).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    expect(el.value).to.deep.equal({ a: [1, { b: 2 }, '丙', '丁'] });
    expect(el.validate()).to.equal(true);
  });

  it('say at the place what to do where nothing can be filled in', async () => {
    const el = await mount({ a: { type: 'object', title: '附加信息' } }, {}, ['a']);
    expect(el.validate()).to.equal(false);
    expect(problem(el)).to.equal('“附加信息”不能在这里填写，请联系管理员');
  });

  it('take several types in the cells of a table', async () => {
    const row = { type: 'object', properties: { n: { type: ['integer', 'string'], title: '编号' } } };
    const el = await mount({ rows: { type: 'array', items: row, title: '表' } }, { rows: [{ n: 1 }] });
    el.focusField('/rows/0/n');
    await waitUntil(() => el.shadowRoot!.activeElement?.matches('.control'));
    await sendKeys({ type: '25' });
    await sendKeys({ press: 'Tab' });
    expect(el.value).to.deep.equal({ rows: [{ n: 25 }] });
  });
});
