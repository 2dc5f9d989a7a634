import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { JcForm } from './form.ts';
import './define.ts';

/** What Lit takes for a template when it comes as a value. */
const TEMPLATE = { _$litType$: 1, strings: ['<img src="x" onerror="hacked = 1">'], values: [] };
const definition = (more: object) => ({
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'hostile',
  version: '1.0.0',
  title: '登记',
  subject: 'item',
  purpose: { readBy: 'unit', decision: 'x' },
  record: { type: 'object', properties: { a: { type: 'string', title: '甲' } } },
  ...more,
});

/** Definitions that passed no gate: each is told in its place, and nothing else suffers. */
const BROKEN: Record<string, object> = {
  'a title that looks like a template': definition({ title: TEMPLATE }),
  'a section that looks like a template': definition({
    title: TEMPLATE,
    view: [{ section: TEMPLATE, help: TEMPLATE, fields: ['/a'] }],
  }),
  'rules that are a text': definition({ rules: 'x' }),
  'rules that are nothing': definition({ rules: [null, 7] }),
  'prefills that are nothing': definition({ prefill: [null] }),
  'a view that is an object': definition({ view: { section: 'x' } }),
  'sections that are nothing': definition({ view: [null, 7, 'x'] }),
  'columns that are a number': definition({ view: [{ fields: [{ field: '/a', columns: 9 }] }] }),
  'no record': definition({ record: null }),
};

describe('<jc-form> over definitions that passed no gate', () => {
  for (const [name, broken] of Object.entries(BROKEN)) {
    it(`says what is wrong with ${name}, and shows the next one`, async () => {
      const el = await fixture<JcForm>(html`<jc-form lang="zh-CN" name="f"></jc-form>`);
      el.definition = broken as never;
      const said = () => el.shadowRoot!.querySelector('.panel')?.textContent ?? '';
      await waitUntil(() => said().includes('表单定义有误'), undefined, { timeout: 8000 });
      expect(el.shadowRoot!.querySelector('img')).to.equal(null);
      expect([el.validate(), el.submit(), el.getPlainText()]).to.deep.equal([false, false, '']);
      el.definition = definition({}) as never;
      await waitUntil(() => said() === '', undefined, { timeout: 8000 });
      expect(el.shadowRoot!.querySelectorAll('.field')).to.have.length(1);
    });
  }

  it('picks people of a directory in which some have no post', async () => {
    const schema = { type: 'object', properties: { who: { type: 'string', format: 'person', title: '责任人' } } };
    const people = [{ personId: 'p1', personName: '李明', posts: null }, {}] as never;
    const el = await fixture<JcForm>(
      html`<jc-form lang="zh-CN" .schema=${schema} .people=${people} .value=${{ who: 'p1' }}></jc-form>`,
    );
    await waitUntil(() => el.shadowRoot!.querySelector('.picked'), undefined, { timeout: 8000 });
    el.shadowRoot!.querySelector<HTMLElement>('.picked')!.click();
    await waitUntil(() => el.shadowRoot!.querySelector('dialog [role=option]'), undefined, { timeout: 8000 });
    expect(el.shadowRoot!.querySelector('dialog')!.textContent).to.contain('李明');
  });

  it('takes what is no draft of ours for none, and says when drafts cannot be kept', async () => {
    const kept: unknown[] = [{ data: 7, typed: null, touched: { a: 1 } }, 'x', null];
    for (const draft of kept) {
      const drafts = {
        read: () => Promise.resolve(draft as never),
        write: () => {
          throw new Error('full');
        },
        remove: () => Promise.resolve(),
      };
      const el = await fixture<JcForm>(
        html`<jc-form lang="zh-CN" .definition=${definition({}) as never} .drafts=${drafts}></jc-form>`,
      );
      await new Promise((done) => setTimeout(done));
      expect(el.shadowRoot!.querySelector('.field')).not.to.equal(null);
      const input = el.shadowRoot!.querySelector<HTMLInputElement>('input.input')!;
      input.value = '乙';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await el.flushDraft();
      await el.updateComplete;
      expect(el.shadowRoot!.querySelector('.bar-note')!.textContent).to.contain('草稿保存失败');
    }
  });
});
