import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import { BuilderSession } from '../session/session.ts';
import type { BuilderPanel } from './panel.ts';
import './define.ts';

const TEXT = JSON.stringify(
  {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'visit',
    version: '1.0.0',
    title: '走访登记',
    subject: 'item',
    purpose: { readBy: 'county', decision: '帮扶' },
    record: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', title: '姓名', maxLength: 30, 'x-note': 1 },
        level: {
          type: 'string',
          title: '等次',
          oneOf: [
            { const: 'a', title: '好' },
            { const: 'b', title: '差' },
          ],
        },
        count: { type: 'integer', title: '次数' },
      },
    },
    view: [{ section: '基本', fields: ['/name', '/level', '/count'] }],
    rules: [{ field: '/count', required: 'level="a"' }],
  },
  null,
  2,
);

async function open(
  selection: readonly string[],
  text = TEXT,
): Promise<{ panel: BuilderPanel; session: BuilderSession; form: () => JcForm }> {
  const session = new BuilderSession(text);
  session.select(selection);
  const panel = await fixture<BuilderPanel>(
    html`<jc-builder-panel lang="zh-CN" .session=${session}></jc-builder-panel>`,
  );
  await settled(panel);
  return { panel, session, form: () => panel.shadowRoot!.querySelector('jc-form')! };
}

async function settled(panel: BuilderPanel): Promise<void> {
  await panel.updateComplete;
  await panel.shadowRoot!.querySelector('jc-form')?.updateComplete;
  await nextFrame();
}

/** The control of the field with this label. */
function control<T extends HTMLElement = HTMLInputElement>(form: JcForm, label: string): T {
  const found = [...form.shadowRoot!.querySelectorAll('label')].find((node) =>
    node.textContent!.replace('*', '').trim().startsWith(label),
  );
  return form.shadowRoot!.getElementById(found!.htmlFor) as T;
}

describe('<jc-builder-panel>', () => {
  it('shows the form itself while nothing is selected, and what is selected by its name', async () => {
    const { panel, session } = await open([]);
    expect(panel.shadowRoot!.textContent).to.contain('走访登记');
    session.select(['/record/properties/name']);
    await settled(panel);
    expect(panel.shadowRoot!.querySelector('.name')!.textContent).to.equal('姓名');
    expect(panel.shadowRoot!.querySelector('.rest')!.textContent).to.contain('x-note');
    await expect(panel).to.be.accessible();
  });

  it('writes at once what is typed, as one step of undo, and keeps the focus', async () => {
    const { panel, session, form } = await open(['/record/properties/name']);
    const input = control(form(), '名称');
    input.focus();
    input.select();
    await sendKeys({ type: '全名' });
    expect(valueAt(session.value.value, '/record/properties/name/title')).to.equal('全名');
    await settled(panel);
    expect(form().shadowRoot!.activeElement === input).to.be.true;
    expect(panel.shadowRoot!.querySelector('.name')!.textContent).to.equal('全名');
    await sendKeys({ press: 'Tab' });
    session.undo();
    expect(session.document.text.value).to.equal(TEXT);
    await settled(panel);
    expect(input.value).to.equal('姓名');
  });

  it('changes the kind of a field and shows what fits the new kind, the focus staying', async () => {
    const { panel, session, form } = await open(['/record/properties/name']);
    const select = control<HTMLSelectElement>(form(), '字段类型');
    select.focus();
    select.selectedIndex = [...select.options].findIndex(({ text }) => text === '整数');
    select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(panel);
    await settled(panel);
    expect(valueAt(session.value.value, '/record/properties/name')).to.deep.equal({
      type: 'integer',
      title: '姓名',
      'x-note': 1,
    });
    expect(control(form(), '最小值') !== null).to.be.true;
    expect(form().shadowRoot!.activeElement === control(form(), '字段类型')).to.be.true;
  });

  it('takes one option after the other by Enter, and goes on in a new line behind the last', async () => {
    const { panel, session, form } = await open(['/record/properties/level']);
    form().focusField('/@options/0/title');
    await settled(panel);
    for (const title of ['满意', '一般', '不满意']) {
      await sendKeys({ type: title });
      await sendKeys({ press: 'Enter' });
      await settled(panel);
      await settled(panel);
    }
    expect(valueAt(session.value.value, '/record/properties/level/oneOf')).to.deep.equal([
      { const: 'a', title: '满意' },
      { const: 'b', title: '一般' },
      { const: '不满意', title: '不满意' },
    ]);
  });

  it('leads to the rules of a field, and says what is wrong with a thing', async () => {
    const { panel, session } = await open(['/record/properties/level']);
    const link = panel.shadowRoot!.querySelector<HTMLButtonElement>('.used .link')!;
    expect(link.textContent).to.contain('次数');
    link.click();
    expect(session.selection.value).to.deep.equal(['/rules/0']);
    session.edit({ title: { 'zh-CN': '改', en: 'change' } }, [{ set: '/rules/0/required', value: 'nobody=1' }]);
    await settled(panel);
    expect(panel.shadowRoot!.querySelector('.problems')!.textContent).to.contain('nobody');
  });

  it('edits what several fields have in common', async () => {
    const { panel, session, form } = await open(['/record/properties/name', '/record/properties/count']);
    expect(panel.shadowRoot!.textContent).to.contain('已选择 2 个字段');
    control(form(), '填写说明').focus();
    await sendKeys({ type: '如实填写' });
    expect(
      ['name', 'count'].map((key) => valueAt(session.value.value, `/record/properties/${key}/description`)),
    ).to.deep.equal(['如实填写', '如实填写']);
    session.select(['/record/properties/name', '/rules/0']);
    await settled(panel);
    expect(panel.shadowRoot!.textContent).to.contain('没有共同的属性');
  });

  it('edits a condition by choices, a formula as text; what is empty waits behind a button, and an optional condition goes again', async () => {
    const { panel, session, form } = await open(['/rules/0']);
    const conditions = [...form().shadowRoot!.querySelectorAll('jc-condition')];
    expect(conditions.filter((editor) => !editor.hidden).length).to.equal(1);
    await expect(panel).to.be.accessible();
    const opener = [...form().shadowRoot!.querySelectorAll<HTMLButtonElement>('.control .button')].find(
      ({ hidden, textContent }) => !hidden && textContent === '设置条件',
    )!;
    opener.click();
    const condition = opener.parentElement!.querySelector('jc-condition')!;
    await condition.updateComplete;
    condition.shadowRoot!.querySelector('button')!.click();
    await condition.updateComplete;
    const [subject] = condition.shadowRoot!.querySelectorAll('select');
    expect(subject!.selectedOptions[0]!.text).to.equal('姓名');
    const choose = (select: HTMLSelectElement, value: string) => {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    choose(subject!, 'level');
    await condition.updateComplete;
    choose(condition.shadowRoot!.querySelectorAll('select')[2]!, 'b');
    await settled(panel);
    expect(valueAt(session.value.value, '/rules/0/visible')).to.equal('level="b"');
    condition.shadowRoot!.querySelector<HTMLButtonElement>('.remove')!.click();
    await settled(panel);
    expect(valueAt(session.value.value, '/rules/0/visible')).to.equal(undefined);
  });

  it('edits formulas with the titles of what they name', async () => {
    const { panel, session, form } = await open(['/record/properties/name']);
    const editor = form().shadowRoot!.querySelector('jc-formula')!;
    form().focusField('/@prefill'); // opens the folded section, and the editor
    await settled(panel);
    await sendKeys({ type: 'level&"级"' });
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Tab' });
    await settled(panel);
    expect(valueAt(session.value.value, '/prefill/0')).to.deep.equal({ field: '/name', from: 'level&"级"' });
    expect(editor.shadowRoot!.querySelector('.chip')!.textContent).to.equal('等次');
  });
});
