import { expect, fixture, html } from '@open-wc/testing';
import { admit } from '@jiceng/core/admit/admit.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { BuilderSession } from '../session/session.ts';
import type { BuilderStart } from './builder-start.ts';
import { emptyDefinition, textOf } from './new-definition.ts';
import type { PasteInto } from './paste-into.ts';
import type { Paste } from './paste.ts';
import type { StartDetail } from './start-events.ts';
import './define.ts';

const template = {
  ...emptyDefinition({ id: 'visit', title: '走访登记', period: 'month' }),
  description: '入户走访后填写',
} as unknown as Definition;

/** Listens before acting, so that what happens meanwhile is not missed. */
const next = <T>(el: EventTarget, type: string): Promise<T> =>
  new Promise((done) => el.addEventListener(type, (event) => done((event as CustomEvent<T>).detail), { once: true }));
const shown = (el: Element) => el.shadowRoot!.textContent!.replace(/\s+/g, ' ');

async function type(paste: Paste, text: string): Promise<void> {
  const read = next(paste, 'jc-paste-read');
  const area = paste.shadowRoot!.querySelector('textarea')!;
  area.value = text;
  area.dispatchEvent(new Event('input'));
  await read;
  await paste.updateComplete;
}

async function submit(el: BuilderStart): Promise<Definition> {
  const started = next<StartDetail>(el, 'jc-start');
  el.shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
  const result = admit(JSON.parse((await started).text));
  expect(result.ok, JSON.stringify(result)).to.equal(true);
  return (result as { value: Definition }).value;
}

describe('<jc-builder-start>', () => {
  it('offers what was begun, and keeps its id for it', async () => {
    const begun = [{ title: '走访季报', text: textOf(emptyDefinition({ id: 'visit-2', title: '走访季报' })) }];
    const el = await fixture<BuilderStart>(
      html`<jc-builder-start lang="zh-CN" .templates=${[template]} .definitions=${[template]}
        .begun=${begun}></jc-builder-start>`,
    );
    await expect(el).to.be.accessible();
    el.shadowRoot!.querySelector<HTMLInputElement>('input[name=template]')!.click();
    await el.updateComplete;
    expect((await submit(el)).id).to.equal('visit-3');
    const started = next<StartDetail>(el, 'jc-start');
    [...el.shadowRoot!.querySelectorAll('button')]
      .find((button) => button.textContent === '继续设计“走访季报”')!
      .click();
    expect((await started).text).to.equal(begun[0]!.text);
  });

  it('finds a template and copies it under an own name, with an id that is free', async () => {
    const el = await fixture<BuilderStart>(
      html`<jc-builder-start lang="zh-CN" .templates=${[template]} .definitions=${[template]}></jc-builder-start>`,
    );
    const search = el.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]')!;
    search.value = '没有';
    search.dispatchEvent(new Event('input'));
    await el.updateComplete;
    expect(shown(el)).to.contain('没有符合的模板');
    search.value = '入户';
    search.dispatchEvent(new Event('input'));
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!.disabled).to.equal(true);
    el.shadowRoot!.querySelector<HTMLInputElement>('input[name=template]')!.click();
    await el.updateComplete;
    const name = el.shadowRoot!.querySelector<HTMLInputElement>('.foot input')!;
    name.value = '河东镇走访';
    name.dispatchEvent(new Event('input'));
    const period = el.shadowRoot!.querySelector('select')!;
    period.value = 'quarter';
    period.dispatchEvent(new Event('change'));
    await el.updateComplete;
    const { id, title, filing } = await submit(el);
    expect([id, title, filing?.period]).to.deep.equal(['visit-2', '河东镇走访', 'quarter']);
    await expect(el).to.be.accessible();
  });

  it('turns pasted indicators into a score card, changed before they are taken', async () => {
    const el = await fixture<BuilderStart>(html`<jc-builder-start lang="zh-CN" way="paste"></jc-builder-start>`);
    const paste = el.shadowRoot!.querySelector('jc-paste')!;
    await paste.updateComplete;
    await type(paste, '指标\t分值\n按期换届\t60\n党费收缴\t30\n档案管理\t10\n合计\t100');
    expect(shown(paste)).to.contain('读出 3 项指标，合计 100 分').and.contain('没有用到 1 处');
    await expect(paste).to.be.accessible();
    const changed = next(paste, 'jc-paste-read');
    paste.shadowRoot!.querySelector<HTMLInputElement>('[aria-label="使用“档案管理”"]')!.click();
    await changed;
    const points = paste.shadowRoot!.querySelector<HTMLInputElement>('[aria-label="党费收缴：分值"]')!;
    const again = next(paste, 'jc-paste-read');
    points.value = '40';
    points.dispatchEvent(new Event('change'));
    await again;
    await el.updateComplete;
    const { score, filing } = await submit(el);
    expect([
      score?.max,
      score?.dimensions[0]?.items.map(({ title, max }) => [title, max]),
      filing?.period,
    ]).to.deep.equal([
      100,
      [
        ['按期换届', 60],
        ['党费收缴', 40],
      ],
      'year',
    ]);
  });

  it('takes a schema with what it has to say about it, and an empty form', async () => {
    const el = await fixture<BuilderStart>(html`<jc-builder-start lang="zh-CN" way="schema"></jc-builder-start>`);
    const type_ = async (text: string) => {
      const area = el.shadowRoot!.querySelector('textarea')!;
      area.value = text;
      area.dispatchEvent(new Event('input'));
      await el.updateComplete;
    };
    await type_('{');
    expect(shown(el)).to.contain('不是有效的 JSON');
    await type_('{ "type": "string" }');
    expect(shown(el)).to.contain('不是描述一条记录');
    await type_(
      '{ "title": "台账", "type": "object", "properties": { "name": { "type": "string" }, "odd": { "type": "null", "title": "怪字段" } } }',
    );
    expect(shown(el)).to.contain('读出 2 个字段').and.contain('“怪字段”的结构表单里填不了');
    expect((await submit(el)).title).to.equal('台账');
    el.way = 'empty';
    await el.updateComplete;
    expect((await submit(el)).title).to.equal('未命名的表');
    await expect(el).to.be.accessible();
  });

  it('opens the import of Excel ledgers, and hands a ledger over with its rows', async () => {
    const el = await fixture<BuilderStart>(html`<jc-builder-start lang="zh-CN" way="excel"></jc-builder-start>`);
    await customElements.whenDefined('jc-import');
    const started = next<StartDetail>(el, 'jc-start');
    el.shadowRoot!.querySelector('jc-import')!.dispatchEvent(
      new CustomEvent('jc-adopt', {
        detail: {
          definition: {
            ...emptyDefinition({ id: 'ledger', title: '台账' }),
            record: { type: 'object', properties: { x_a: { type: 'string', title: '甲' } } },
          },
          rows: [{ row: 2, data: { x_a: '1' } }],
        },
      }),
    );
    const { text, rows } = await started;
    expect(Object.keys((JSON.parse(text) as Definition).record.properties)).to.deep.equal(['a']);
    expect(rows).to.deep.equal([{ row: 2, data: { a: '1' } }]);
  });
});

describe('<jc-paste-into>', () => {
  it('puts pasted fields behind the selected one, as one step of undo', async () => {
    const session = new BuilderSession(
      textOf({
        ...emptyDefinition({ id: 'form', title: '表' }),
        record: {
          type: 'object',
          properties: { a: { type: 'string', title: '甲' }, b: { type: 'string', title: '乙' } },
        },
      }),
    );
    session.select(['/record/properties/a']);
    const el = await fixture<PasteInto>(html`<jc-paste-into .session=${session}></jc-paste-into>`);
    const paste = el.shadowRoot!.querySelector('jc-paste')!;
    await type(paste, '联系电话\n是否困难');
    await el.updateComplete;
    el.shadowRoot!.querySelector<HTMLButtonElement>('button.primary')!.click();
    await el.updateComplete;
    expect(Object.keys((session.definition.value as Definition).record.properties)).to.deep.equal([
      'a',
      'contactPhone',
      'shiFouKunNan',
      'b',
    ]);
    expect(session.document.nextUndo.value!.title['zh-CN']).to.equal('粘贴 2 项');
    expect(session.said.value).to.equal('粘贴 2 项');
    await paste.updateComplete;
    expect(paste.shadowRoot!.querySelector('textarea')!.value).to.equal('');
    await expect(el).to.be.accessible();
  });
});
