import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '@jiceng/elements/provider/define.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import { BuilderSession } from '../session/session.ts';
import type { Preview } from './preview.ts';
import './define.ts';

const TEXT = JSON.stringify({
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'trial',
  version: '1.0.0',
  title: '试填表',
  subject: 'item',
  purpose: { readBy: 'county', decision: '安排工作。' },
  record: {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', title: '名称', maxLength: 20 },
      count: { type: 'integer', title: '数量', minimum: 3, maximum: 5 },
      opinion: { type: 'string', title: '审核意见', maxLength: 200 },
    },
  },
  filing: {
    by: {},
    period: 'quarter',
    due: 'DATE(2025,4,10)',
    review: [{ at: 'parent', does: '核对。' }],
    reviewFields: ['/opinion'],
  },
});

async function preview(): Promise<{
  el: Preview;
  form: () => JcForm;
  choose: (at: number, value: string) => Promise<void>;
}> {
  const session = new BuilderSession(TEXT);
  const el = await fixture<Preview>(html`<jc-builder-preview lang="zh-CN" .session=${session}></jc-builder-preview>`);
  const form = () => el.shadowRoot!.querySelector('jc-form')!;
  await form().updateComplete;
  return {
    el,
    form,
    choose: async (at, value) => {
      const select = el.shadowRoot!.querySelectorAll('select')[at]!;
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await el.updateComplete;
      await form().updateComplete;
    },
  };
}

describe('<jc-builder-preview>', () => {
  it('keeps nothing of what is tried out, whatever place for drafts the page has', async () => {
    const touched: string[] = [];
    const touch = (at: string) => {
      touched.push(at);
      return Promise.resolve(undefined);
    };
    const provider = await fixture<HTMLElementTagNameMap['jc-provider']>(
      html`<jc-provider lang="zh-CN" .drafts=${{ read: touch, write: touch, remove: touch }}><jc-builder-preview .session=${new BuilderSession(TEXT)}></jc-builder-preview></jc-provider>`,
    );
    const el = provider.querySelector<Preview>('jc-builder-preview')!;
    await el.updateComplete;
    const form = el.shadowRoot!.querySelector('jc-form')!;
    await form.updateComplete;
    form.shadowRoot!.querySelector<HTMLInputElement>('input')!.focus();
    await sendKeys({ type: '试填' });
    await form.flushDraft();
    expect(touched).to.deep.equal([]);
  });

  it('shows the form empty, filled with an example, and with another', async () => {
    const { el, form, choose } = await preview();
    expect(form().value).to.deep.equal({});
    await choose(3, 'example');
    const first = JSON.stringify(form().value);
    expect((form().value as { count: number }).count).to.be.within(3, 5);
    expect(form().validate()).to.equal(true);
    el.shadowRoot!.querySelector<HTMLElement>('.tools .button')!.click();
    await el.updateComplete;
    await form().updateComplete;
    expect(JSON.stringify(form().value)).not.to.equal(first);
    await expect(el).to.be.accessible();
  });

  it('lets a reviewer change what reviewers fill in, and nothing else', async () => {
    const { form, choose } = await preview();
    expect(form().shadowRoot!.querySelectorAll('input, textarea')).to.have.length(3);
    await choose(0, 'reviewer');
    expect(form().shadowRoot!.querySelectorAll('input, textarea')).to.have.length(1);
  });

  it('has the width of a phone, large type and high contrast', async () => {
    const { el, choose } = await preview();
    await choose(1, 'phone');
    expect(el.shadowRoot!.querySelector('.place')!.getBoundingClientRect().width).to.equal(360);
    await choose(2, 'elder');
    expect(el.shadowRoot!.querySelector('jc-provider')!.getAttribute('size')).to.equal('elder');
  });

  it('follows the definition, and says when it shows an earlier one', async () => {
    const { el, form } = await preview();
    el.session!.edit({ title: { 'zh-CN': '改', en: 'Change' } }, [
      { set: '/record/properties/name/title', value: '单位名称' },
    ]);
    await el.updateComplete;
    await form().updateComplete;
    expect(form().getPlainText()).to.contain('单位名称');
    el.session!.edit({ title: { 'zh-CN': '改', en: 'Change' } }, [
      { set: '/rules', value: [{ check: '1+', level: 'error', message: '坏' }] },
    ]);
    await el.updateComplete;
    expect(el.shadowRoot!.textContent).to.contain('还有错误');
    expect(form().getPlainText()).to.contain('单位名称');
  });

  it('says why a field is as it is: the one that a person is in', async () => {
    const { el, form } = await preview();
    const why = el.shadowRoot!.querySelector('jc-why')!;
    el.shadowRoot!.querySelector('details')!.open = true;
    form().shadowRoot!.querySelectorAll<HTMLInputElement>('input')[0]!.focus();
    await el.updateComplete;
    await form().updateComplete;
    await why.updateComplete;
    expect(why.shadowRoot!.textContent).to.contain('“名称”为什么是这样').and.contain('字段设为始终必填');
    await expect(el).to.be.accessible();
  });
});
