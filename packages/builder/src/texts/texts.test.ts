import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { BuilderSession } from '../session/session.ts';
import { removeStrayCommand } from './commands.ts';
import { countMissing } from './missing.ts';
import type { Texts } from './texts.ts';
import './define.ts';

const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'visits',
  version: '1.0.0',
  title: '走访记录',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '安排帮扶。' },
  record: { type: 'object', properties: { phone: { type: 'string', title: '联系电话', description: '写手机号。' } } },
  texts: { en: { '/title': 'Visits', '/record/properties/phone/title': 'Phone' } },
};
const text = (el: Element) => el.shadowRoot!.textContent!.replace(/\s+/g, ' ');
const cells = (el: Element) => [...el.shadowRoot!.querySelectorAll('textarea')];
const cell = (el: Element, label: string) => cells(el).find((each) => each.getAttribute('aria-label') === label)!;
async function opened(content: object = definition, supplies = {}) {
  const session = new BuilderSession(JSON.stringify(content), supplies);
  return { session, el: await fixture<Texts>(html`<jc-texts .session=${session}></jc-texts>`) };
}
async function type(el: Texts, label: string, value: string) {
  const area = cell(el, label);
  area.value = value;
  area.dispatchEvent(new Event('change'));
  await el.updateComplete;
}

describe('<jc-texts>', () => {
  it('is loaded by its pane, whose mark counts what is missing', async () => {
    expect(countMissing(definition)).to.equal(2);
    expect(countMissing({ title: '甲' })).to.equal(0);
  });

  it('shows texts beside their translations, and changes either in place as one step', async () => {
    const { el, session } = await opened();
    expect(text(el)).to.include('4 处文字，2 处没有译文。');
    await type(el, '联系电话 说明 译文', 'A mobile number.');
    expect((session.value.value as JsonObject)['texts']).to.deep.equal({
      en: { ...definition.texts.en, '/record/properties/phone/description': 'A mobile number.' },
    });
    await type(el, '联系电话 名称 中文', '手机');
    expect(session.definition.value?.record.properties['phone']).to.include({ title: '手机' });
    await type(el, '手机 名称 译文', ' ');
    expect(session.definition.value?.texts?.['en']).not.to.have.property('/record/properties/phone/title');
    await type(el, '整张表 名称 中文', ' ');
    expect([session.definition.value?.title, cell(el, '整张表 名称 中文').value]).to.deep.equal([
      '走访记录',
      '走访记录',
    ]);
    for (let step = 0; step < 3; step++) session.undo();
    expect(session.value.value).to.deep.equal(definition);
    await expect(el).to.be.accessible();
  });

  it('narrows to words and to what is missing, in any language', async () => {
    const { el } = await opened();
    const search = el.shadowRoot!.querySelector<HTMLInputElement>('#search')!;
    search.value = 'phone';
    search.dispatchEvent(new Event('input'));
    await el.updateComplete;
    expect(cells(el).length).to.equal(2);
    search.value = '';
    search.dispatchEvent(new Event('input'));
    el.shadowRoot!.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    await el.updateComplete;
    expect(cells(el).length).to.equal(4);
    const locale = el.shadowRoot!.querySelector<HTMLSelectElement>('#locale')!;
    locale.value = 'ug';
    locale.dispatchEvent(new Event('change'));
    await el.updateComplete;
    expect(text(el)).to.include('4 处文字，4 处没有译文。');
  });

  it('keeps the names of parameters in texts as they are written, and says where a translation has lost one', async () => {
    const { el, session } = await opened({
      ...definition,
      description: '每月不少于{least}次。',
      parameters: { least: { title: '次数', value: 2, source: 'O' } },
      texts: { en: { '/description': 'At least 2.' } },
    });
    expect(cell(el, '整张表 说明 中文').value).to.equal('每月不少于{least}次。');
    expect(text(el)).to.include('译文里没有{least}，改参数时不会跟着变。');
    await type(el, '整张表 说明 译文', 'At least {least}.');
    expect(text(el)).not.to.include('译文里没有');
    expect(session.problems.value).to.deep.equal([]);
    await type(el, '整张表 说明 译文', 'At least {most}.');
    expect(session.problems.value.map(({ code, pointer }) => [code, pointer])).to.deep.equal([
      ['text-unknown-parameter', '/texts/en/~1description'],
    ]);
  });

  it('takes translations out that have no text', async () => {
    const { el, session } = await opened({
      ...definition,
      texts: { en: { '/title': 'Visits', '/record/properties/gone/title': 'Gone' } },
    });
    expect(session.problems.value.map(({ code }) => code)).to.deep.equal(['text-without-place']);
    [...el.shadowRoot!.querySelectorAll('button')].find((each) => each.textContent === '清除这些译文')!.click();
    expect(session.problems.value).to.deep.equal([]);
    const command = removeStrayCommand;
    expect(command.refused!(session)?.en).to.equal('There are no stray translations.');
    session.undo();
    expect(command.refused!(session)).to.equal(undefined);
    command.run(session);
    expect(session.problems.value).to.deep.equal([]);
  });

  it('shows the form with long texts', async () => {
    const { el } = await opened();
    [...el.shadowRoot!.querySelectorAll('button')].find((each) => each.textContent === '英语')!.click();
    await el.updateComplete;
    const form = el.shadowRoot!.querySelector('jc-form')!;
    await waitUntil(() => form.shadowRoot!.textContent!.includes('［Phone Phone］'), undefined, { timeout: 8000 });
    await expect(el).to.be.accessible();
  });

  it('leaves locked texts alone and draws whatever is half made', async () => {
    const { el } = await opened(
      { parameters: { max: { title: '上限', locked: true } }, record: 7, texts: { en: 3 } },
      { level: 'township' },
    );
    expect(cells(el).map(({ readOnly }) => readOnly)).to.deep.equal([true, true]);
    const { el: empty } = await opened({});
    expect(text(empty)).to.include('还没有文字');
  });
});
