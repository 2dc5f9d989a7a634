import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JcForm } from './form.ts';
import './define.ts';

const DEFINITION = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'meeting',
  version: '1.0.0',
  title: '会议登记',
  description: '每次会议后填写。',
  subject: 'item',
  purpose: { readBy: 'county', decision: '了解会议情况' },
  record: {
    type: 'object',
    required: ['title', 'present'],
    properties: {
      title: { type: 'string', title: '会议名称', maxLength: 60, description: '写全称。' },
      heldOn: { type: 'string', format: 'date', title: '召开日期' },
      kind: {
        enum: ['a', 'b'],
        oneOf: [
          { const: 'a', title: '党员大会' },
          { const: 'b', title: '支委会' },
        ],
        title: '会议类型',
      },
      present: { type: 'integer', minimum: 0, title: '到会人数', 'x-unit': '人' },
      absent: { type: 'integer', minimum: 0, title: '缺席人数', 'x-unit': '人' },
      total: { type: 'integer', title: '应到人数', 'x-unit': '人' },
      reason: { type: 'string', maxLength: 200, title: '缺席原因' },
      topics: {
        type: 'array',
        title: '议题',
        items: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string', title: '名称' }, minutes: { type: 'number', title: '时长' } },
        },
      },
    },
  },
  rules: [
    { field: '/total', value: 'present+absent' },
    { field: '/reason', visible: 'absent>0', required: 'absent>2' },
  ],
} as unknown as Definition;

const mount = async ({ value, drafts }: Partial<JcForm> = {}) =>
  fixture<JcForm>(html`<jc-form lang="zh-CN" .definition=${DEFINITION} .value=${value} .drafts=${drafts}></jc-form>`);
const all = (el: JcForm, selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const fieldOf = (el: JcForm, label: string) =>
  all(el, '.field').find((field) => field.querySelector('.label')?.firstChild?.textContent === label)!;
const inputOf = (el: JcForm, label: string) => fieldOf(el, label).querySelector<HTMLInputElement>('.input')!;
const type = async (el: JcForm, label: string, text: string) => {
  inputOf(el, label).focus();
  inputOf(el, label).select();
  await sendKeys({ type: text });
};
const next = () => new Promise((done) => requestAnimationFrame(done));

describe('<jc-form>', () => {
  it('speaks another language at once, with what was typed', async () => {
    const english = {
      '/title': 'Meeting',
      '/record/properties/title/title': 'Name',
      '/record/properties/kind/oneOf/0/title': 'Assembly',
      '/record/properties/present/x-unit': 'people',
    };
    const el = await fixture<JcForm>(
      html`<jc-form lang="zh-CN" .definition=${{ ...DEFINITION, texts: { en: english } } as Definition}></jc-form>`,
    );
    await type(el, '会议名称', '三月党员大会');
    el.locale = 'en';
    await el.updateComplete;
    expect(inputOf(el, 'Name').value).to.equal('三月党员大会');
    expect(el.shadowRoot!.textContent).to.contain('Meeting').and.to.contain('Assembly').and.to.contain('people');
    el.locale = undefined;
    el.lang = 'en';
    document.documentElement.lang = 'en';
    await next();
    await el.updateComplete;
    expect(fieldOf(el, 'Name')).not.to.equal(undefined);
    document.documentElement.lang = '';
  });

  it('renders a definition, is accessible, and says what is required', async () => {
    const el = await mount();
    expect(all(el, '.label').map(({ firstChild }) => firstChild!.textContent)).to.deep.equal([
      '会议名称',
      '召开日期',
      '会议类型',
      '到会人数',
      '缺席人数',
      '应到人数',
      '缺席原因',
      '议题',
    ]);
    expect(fieldOf(el, '会议名称').textContent).to.contain('必填');
    expect(inputOf(el, '会议名称').getAttribute('aria-required')).to.equal('true');
    await expect(el).to.be.accessible();
  });

  it('marks the first bad field, links its message, moves the focus and announces', async () => {
    const el = await mount();
    const told: unknown[] = [];
    el.addEventListener('jc-invalid', (event) => told.push((event as CustomEvent).detail));
    expect(el.submit()).to.equal(false);
    const title = inputOf(el, '会议名称');
    expect(el.shadowRoot!.activeElement).to.equal(title);
    expect(title.getAttribute('aria-invalid')).to.equal('true');
    const message = el.shadowRoot!.getElementById(title.getAttribute('aria-describedby')!.split(' ').pop()!)!;
    expect(message.textContent).to.equal('请填写“会议名称”');
    const summary = el.shadowRoot!.querySelector('[role=alert]')!;
    expect(summary.textContent).to.contain('共 2 处需要修改');
    expect(told).to.deep.equal([
      {
        errors: [
          { pointer: '/title', code: 'required', message: '请填写“会议名称”' },
          { pointer: '/present', code: 'required', message: '请填写“到会人数”' },
        ],
      },
    ]);
    await expect(el).to.be.accessible();
    const { href } = location;
    summary.querySelectorAll<HTMLElement>('.text-link')[1]!.click();
    expect(el.shadowRoot!.activeElement).to.equal(inputOf(el, '到会人数'));
    expect(location.href).to.equal(href);
  });

  it('computes, shows by rules, and fires one change for one change of a person', async () => {
    const el = await mount();
    const changes: unknown[] = [];
    el.addEventListener('jc-change', (event) => changes.push((event as CustomEvent).detail));
    expect(fieldOf(el, '缺席原因').hidden).to.equal(true);
    await type(el, '到会人数', '１８');
    await type(el, '缺席人数', '2');
    await sendKeys({ press: 'Tab' });
    expect(fieldOf(el, '应到人数').querySelector('.reading')!.textContent).to.equal('20 人');
    expect(fieldOf(el, '缺席原因').hidden).to.equal(false);
    expect(inputOf(el, '到会人数').value).to.equal('18');
    expect(changes).to.deep.equal([
      { pointer: '/present', value: 18, valid: true },
      { pointer: '/absent', value: 2, valid: true },
    ]);
    el.value = { present: 5 };
    expect(inputOf(el, '到会人数').value).to.equal('5');
    expect(changes).to.have.length(2);
  });

  it('refuses what is no number at once, keeps the text, and never wipes half-typed text', async () => {
    const el = await mount();
    await type(el, '到会人数', '12.');
    expect(inputOf(el, '到会人数').value).to.equal('12.');
    await type(el, '到会人数', '8e1');
    await sendKeys({ press: 'Tab' });
    expect(inputOf(el, '到会人数').value).to.equal('8e1');
    expect(fieldOf(el, '到会人数').querySelector('.problem')!.textContent).to.equal('请填写数字，例如 1200 或 3.5');
    expect((el.value as Record<string, unknown>)['present']).to.equal(undefined);
    await type(el, '召开日期', '2025年9月1日');
    await sendKeys({ press: 'Tab' });
    expect(inputOf(el, '召开日期').value).to.equal('2025-09-01');
  });

  it('reads nothing while an input method composes', async () => {
    const el = await mount();
    const input = inputOf(el, '会议名称');
    input.focus();
    const fire = (kind: string) => input.dispatchEvent(new CompositionEvent(kind, { bubbles: true, composed: true }));
    fire('compositionstart');
    input.value = 'zhi bu';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
    expect((el.value as Record<string, unknown>)['title']).to.equal(undefined);
    input.value = '支部';
    fire('compositionend');
    expect((el.value as Record<string, unknown>)['title']).to.equal('支部');
  });

  it('submits a value with computed fields, and what changed', async () => {
    const el = await mount({ value: { title: '党员大会', present: 3 } });
    const sent: unknown[] = [];
    el.addEventListener('jc-submit', (event) => sent.push((event as CustomEvent).detail));
    await type(el, '缺席人数', '0');
    expect(el.submit()).to.equal(true);
    expect(sent).to.deep.equal([
      { value: { title: '党员大会', present: 3, absent: 0, total: 3 }, changes: [{ pointer: '/absent', value: 0 }] },
    ]);
  });

  it('edits rows through the grid and brings people to a bad cell', async () => {
    const el = await mount({ value: { title: 'a', present: 1, topics: [{ minutes: 5 }] } });
    for (let turn = 0; turn < 20 && !el.shadowRoot!.querySelector('.grid-frame'); turn++) await next();
    expect(el.submit()).to.equal(false);
    await next();
    await next();
    expect(el.shadowRoot!.querySelector('.summary')!.textContent).to.contain('请填写“名称”');
    el.shadowRoot!.querySelector<HTMLElement>('.summary .text-link')!.click();
    await next();
    await next();
    await sendKeys({ type: '学习' });
    await sendKeys({ press: 'Enter' });
    expect((el.value as { topics: unknown[] }).topics[0]).to.deep.equal({ minutes: 5, name: '学习' });
  });

  it('keeps everything when it is moved in the document', async () => {
    const el = await mount();
    await type(el, '到会人数', 'abc');
    const home = document.createElement('div');
    document.body.append(home);
    home.append(el);
    await el.updateComplete;
    expect(inputOf(el, '到会人数').value).to.equal('abc');
    await type(el, '缺席人数', '7');
    expect((el.value as Record<string, unknown>)['absent']).to.equal(7);
    home.remove();
  });

  it('draws no form, and says why, where a rule cannot be read', async () => {
    const faulty = {
      ...DEFINITION,
      rules: [{ check: 'present<=', level: 'error', message: '到会人数有误' }],
    } as unknown as Definition;
    const el = await fixture<JcForm>(html`<jc-form lang="zh-CN" .definition=${faulty}></jc-form>`);
    await el.updateComplete;
    expect(el.shadowRoot!.querySelectorAll('input')).to.have.lengthOf(0);
    expect(el.shadowRoot!.textContent).to.contain('/rules/0/check').and.to.contain('公式不完整');
    let submitted = 0;
    el.addEventListener('jc-submit', () => {
      submitted += 1;
    });
    expect(el.submit()).to.equal(false);
    expect(submitted).to.equal(0);
    await expect(el).to.be.accessible();
  });

  it('shows inline JSON, a foreign schema, read-only, and its own error for a broken one', async () => {
    const inline = await fixture<JcForm>(html`<jc-form></jc-form>`);
    const script = document.createElement('script');
    script.type = 'application/json';
    script.slot = 'schema';
    script.textContent = JSON.stringify({
      type: 'object',
      title: '外来',
      properties: {
        a: { type: 'boolean', title: '甲' },
        b: { type: 'array', items: { enum: ['x', 'y'] }, uniqueItems: true },
      },
    });
    const page = document.createElement('jc-form');
    page.append(script);
    inline.replaceWith(page);
    await page.updateComplete;
    expect(all(page, '.label').map(({ textContent }) => textContent)).to.deep.equal(['甲', 'b']);
    await expect(page).to.be.accessible();
    page.schema = { type: 'object', properties: { a: { $ref: '#/nowhere' } } };
    await page.updateComplete;
    page.readonly = true;
    page.definition = DEFINITION;
    page.value = { title: '会', present: 1200, kind: 'a', heldOn: '2025-03-01' };
    await page.updateComplete;
    expect(all(page, '.reading').map(({ textContent }) => textContent)).to.deep.equal([
      '会',
      '2025年3月1日',
      '党员大会',
      '1,200 人',
      '—',
      '1,200 人',
      '—',
    ]);
    expect(page.getPlainText()).to.contain('召开日期：2025年3月1日');
    expect(page.getPrintHTML()).to.contain('1,200 人');
    page.remove();
  });

  it('draws every property of a schema that allows other things than objects', async () => {
    const schema = {
      type: ['object', 'boolean'],
      properties: { a: { type: 'string' }, b: { type: ['integer', 'string'] } },
    };
    const el = await fixture<JcForm>(html`<jc-form .schema=${schema}></jc-form>`);
    expect(all(el, '.field')).to.have.length(2);
  });

  it('takes part in a native form exactly once, with and without the mirror', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><fieldset><jc-form name="data" .definition=${DEFINITION}
        .value=${{ title: 'x', present: 1 }}></jc-form></fieldset></form>`,
    );
    const el = form.querySelector('jc-form')!;
    await el.updateComplete;
    const data = () =>
      new FormData(form).getAll('data').map((text) => JSON.parse(text as string) as Record<string, unknown>);
    expect(data()).to.deep.equal([{ title: 'x', present: 1, total: 1 }]);
    el.value = { title: 'y' };
    expect(data()).to.deep.equal([{ title: 'y', total: 0 }]);
    expect(form.checkValidity()).to.equal(false);
    expect(el.validity.valueMissing).to.equal(true);
    el.mirror = true;
    await el.updateComplete;
    expect(data()).to.deep.equal([{ title: 'y', total: 0 }]);
    expect(form.querySelectorAll('input[type=hidden]')).to.have.length(1);
    form.querySelector('fieldset')!.disabled = true;
    await el.updateComplete;
    expect(inputOf(el, '会议名称').disabled).to.equal(true);
    form.querySelector('fieldset')!.disabled = false;
    await el.updateComplete;
    expect(inputOf(el, '会议名称').disabled).to.equal(false);
    form.reset();
    expect((el.value as Record<string, unknown>)['title']).to.equal('x');
  });

  it('keeps a draft and brings it back', async () => {
    const kept = new Map<string, unknown>();
    const drafts = {
      read: (at: string) => Promise.resolve(kept.get(at) as never),
      write: (at: string, draft: unknown) => Promise.resolve(void kept.set(at, JSON.parse(JSON.stringify(draft)))),
      remove: (at: string) => Promise.resolve(void kept.delete(at)),
    };
    const el = await mount({ drafts });
    await type(el, '会议名称', 'half');
    await el.flushDraft();
    expect(kept.size).to.equal(1);
    el.remove();
    const again = await mount({ drafts });
    await next();
    await again.updateComplete;
    expect(inputOf(again, '会议名称').value).to.equal('half');
    expect(again.shadowRoot!.querySelector('.bar-note')!.textContent).to.contain('已恢复上次没有提交的内容');
  });

  it('takes a newer revision of its record under what is being typed, and tells of conflicts', async () => {
    const record = (data: object, revision: number) => ({
      id: 'r',
      definition: { id: 'meeting', version: '1.0.0', hash: '' },
      orgId: 'o',
      orgPath: 'o',
      revision,
      links: [],
      facts: [],
      history: [],
      audit: {
        createdAt: '2026-01-01T00:00:00+08:00',
        createdBy: 'p',
        updatedAt: '2026-01-01T00:00:00+08:00',
        updatedBy: 'p',
      },
      data,
    });
    const el = await fixture<JcForm>(
      html`<jc-form .definition=${DEFINITION} .record=${record({ title: '旧', present: 1 }, 1)}></jc-form>`,
    );
    const told: unknown[] = [];
    el.addEventListener('jc-conflict', (event) => told.push((event as CustomEvent).detail));
    await type(el, '会议名称', '我的');
    el.record = record({ title: '他的', present: 9 }, 2) as never;
    await el.updateComplete;
    expect(inputOf(el, '会议名称').value).to.equal('我的');
    expect(inputOf(el, '到会人数').value).to.equal('9');
    expect(el.shadowRoot!.activeElement).to.equal(inputOf(el, '会议名称'));
    expect(told).to.deep.equal([{ conflicts: [{ pointer: '/title', mine: '我的', theirs: '他的' }] }]);
  });

  it('shows what was pushed into its data in place, when it is asked to', async () => {
    const data = { title: 'x', topics: [{ name: '一' }] };
    const el = await mount({ value: data });
    await type(el, '会议名称', 'y');
    data.topics.push({ name: '二' });
    el.refresh();
    await el.updateComplete;
    expect((el.value as typeof data).topics).to.have.length(2);
  });

  it('shows texts as texts and survives values of any type', async () => {
    const marker = '<b class="injected">x</b>';
    const el = await mount({
      value: { title: { a: marker }, heldOn: [marker], kind: marker, present: marker, topics: marker },
    });
    expect(el.shadowRoot!.querySelector('.injected')).to.equal(null);
    expect(all(el, '.problem').length).to.be.greaterThan(2);
    await type(el, '缺席人数', '3');
    expect((el.value as Record<string, unknown>)['title']).to.deep.equal({ a: marker });
  });

  it('works under the strict policy without one violation', async () => {
    const frame = document.createElement('iframe');
    const told = new Promise<Record<string, unknown>>((done) =>
      addEventListener('message', (event) => {
        if (event.source === frame.contentWindow) done(event.data as Record<string, unknown>);
      }),
    );
    frame.src = `/__csp?m=${encodeURIComponent(new URL('./policy.fixture.ts', import.meta.url).pathname)}`;
    document.body.append(frame);
    const { violations, days, text, errors } = await told;
    frame.remove();
    expect(violations).to.deep.equal([]);
    expect(days).to.be.greaterThan(27);
    expect(text).to.contain('合计：3');
    expect(errors).to.equal(1);
  });
});
