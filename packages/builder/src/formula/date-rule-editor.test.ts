import { expect, fixture, html } from '@open-wc/testing';
import type { Json } from '@jiceng/core/json/json.js';
import '../condition/define.ts';
import type { DateRuleEditor } from './date-rule-editor.ts';
import { contextOf } from './formula-context.ts';

const definition = (properties: object): Json =>
  ({
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'notice',
    version: '1.0.0',
    title: '公示',
    subject: 'organisation',
    record: { type: 'object', properties },
  }) as unknown as Json;
const noticeOn = { type: 'string', format: 'date', title: '公示开始日期' };

async function opened(formula: string, properties: object = { noticeOn, days: { type: 'integer', title: '天数' } }) {
  const context = contextOf(definition(properties), { language: 'zh-CN' });
  const el = await fixture<DateRuleEditor>(
    html`<jc-date-rule optional .formula=${formula} .context=${context}></jc-date-rule>`,
  );
  const told: string[] = [];
  el.addEventListener('jc-formula-change', (event) => told.push((event as CustomEvent<string>).detail));
  const set = async (label: string, value: string) => {
    const control = el.shadowRoot!.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)!;
    control.value = value;
    control.dispatchEvent(new Event('change'));
    await el.updateComplete;
  };
  return { el, told, set };
}
const press = async (el: DateRuleEditor, label: string) => {
  [...el.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent === label)!.click();
  await el.updateComplete;
};

describe('<jc-date-rule>', () => {
  it('counts from a date of the form by choices, and can be taken away', async () => {
    const { el, told, set } = await opened('');
    await set('从哪一天算起', 'noticeOn');
    await set('多少', '5');
    await set('单位', 'workday');
    await set('之前或之后', 'before');
    await set('多少', '2.5');
    await press(el, '不设');
    expect(told).to.deep.equal(['noticeOn', 'noticeOn+5', 'WORKDAY(noticeOn,5)', 'WORKDAY(noticeOn,-5)', '']);
    await expect(el).to.be.accessible();
  });

  it('shows what says more as a formula, and goes from one to the other', async () => {
    const { el } = await opened('MAX(noticeOn,createdOn)');
    expect(el.shadowRoot!.querySelector('jc-formula')!.formula).to.equal('MAX(noticeOn,createdOn)');
    expect(el.shadowRoot!.querySelector('button')).to.equal(null);
    const simple = (await opened('EDATE(noticeOn,6)')).el;
    expect(simple.shadowRoot!.querySelector<HTMLSelectElement>('[aria-label="单位"]')!.value).to.equal('month');
    await press(simple, '改用公式填写');
    expect(simple.shadowRoot!.querySelector('jc-formula')!.formula).to.equal('EDATE(noticeOn,6)');
    await press(simple, '改为选择日期');
    expect(simple.shadowRoot!.querySelector('jc-formula')).to.equal(null);
  });
});
