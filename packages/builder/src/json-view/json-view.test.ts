import { expect, fixture, html } from '@open-wc/testing';
import { BuilderSession } from '../session/session.ts';
import type { JsonView } from './json-view.ts';
import { placesIn } from './places.ts';
import './define.ts';

const TEXT = `{
  "$schema": "https://jiceng.dev/schemas/definition/1.json", "id": "trial", "version": "1.0.0", "title": "试填表", "subject": "item",
  "purpose": { "readBy": "county", "decision": "安排工作。" }, "x-odd":   1.50,
  "record": { "type": "object", "properties": { "name": { "type": "string", "title": "名称" } } }
}
`;

async function view(): Promise<{ el: JsonView; area: HTMLTextAreaElement; write: (text: string) => Promise<void> }> {
  const el = await fixture<JsonView>(html`<jc-builder-json lang="zh-CN" .session=${new BuilderSession(TEXT)}></jc-builder-json>`);
  const area = el.shadowRoot!.querySelector('textarea')!;
  return { el, area, write: async (text) => {
    area.value = text;
    area.dispatchEvent(new Event('input'));
    await el.updateComplete;
  } };
}

describe('<jc-builder-json>', () => {
  it('shows the text as it is written and takes over what is typed, with one undo for a run of letters', async () => {
    const { el, area, write } = await view();
    expect(area.value).to.equal(TEXT);
    await write(TEXT.replace('试填表', '试填表甲'));
    await write(TEXT.replace('试填表', '试填表甲乙'));
    expect(el.session!.definition.peek()!.title).to.equal('试填表甲乙');
    el.session!.undo();
    await el.updateComplete;
    expect(area.value).to.equal(TEXT);
    await expect(el).to.be.accessible();
  });

  it('keeps a text that is broken, tells the line, and goes there', async () => {
    const { el, area, write } = await view();
    await write(TEXT.replace('"title": "试填表"', '"title" "试填表"'));
    const problem = el.shadowRoot!.querySelector<HTMLElement>('.problem')!;
    expect(problem.textContent).to.match(/^第 2 行/);
    problem.click();
    expect(el.shadowRoot!.activeElement).to.equal(area);
    expect(el.session!.value.peek()).to.have.property('title', '试填表');
    await expect(el).to.be.accessible();
  });

  it('shows a problem at its place, and one of something missing at what it should be in', () => {
    const problem = (pointer: string) => ({ pointer, code: 'x', reason: { 'zh-CN': 'x', en: 'x' } });
    const [title, missing, whole] = placesIn(TEXT, [problem('/title'), problem('/record/properties/name/type/3'), problem('/gone')]);
    expect(TEXT.slice(title!.start, title!.end)).to.match(/^"title"/);
    expect(missing!.line).to.equal(4);
    expect(whole!.line).to.equal(1);
  });
});
