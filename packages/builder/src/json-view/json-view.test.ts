import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { BuilderSession, type Supplies } from '../session/session.ts';
import type { JsonView } from './json-view.ts';
import { placesIn } from './places.ts';
import './define.ts';

const TEXT = `{
  "$schema": "https://jiceng.dev/schemas/definition/1.json", "id": "trial", "version": "1.0.0", "title": "试填表", "subject": "item",
  "purpose": { "readBy": "county", "decision": "安排工作。" }, "x-odd":   1.50,
  "record": { "type": "object", "properties": { "name": { "type": "string", "title": "名称" } } }
}
`;

async function view(text = TEXT, supplies: Supplies = {}) {
  const session = new BuilderSession(text, supplies);
  const el = await fixture<JsonView>(html`<jc-builder-json lang="zh-CN" .session=${session}></jc-builder-json>`);
  const inside = <T extends HTMLElement>(selector: string) => el.shadowRoot!.querySelector<T>(selector);
  await waitUntil(() => inside('.cm-content'), 'the editor is there', { timeout: 8000 });
  return {
    el,
    session,
    inside,
    content: inside('.cm-content')!,
    lines: () => [...el.shadowRoot!.querySelectorAll('.cm-line')].map(({ textContent }) => textContent),
  };
}

/** Puts the caret behind a word, as a click there does. */
function caretBehind(content: HTMLElement, word: string): void {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue!.indexOf(word);
    if (at < 0) continue;
    content.focus();
    (content.getRootNode() as ShadowRoot & { getSelection(): Selection })
      .getSelection()
      .collapse(node, at + word.length);
    return;
  }
  throw new Error(`${word} is not in sight`);
}
async function control(key: string): Promise<void> {
  await sendKeys({ down: 'Control' });
  await sendKeys({ press: key });
  await sendKeys({ up: 'Control' });
}
const caretThere = () =>
  new Promise((done) => {
    setTimeout(done, 50);
  });

describe('<jc-builder-json>', () => {
  it('shows the text as it is written and takes over what is typed, with one undo for a run of letters', async () => {
    const { el, session, content, lines } = await view();
    expect(lines().join('\n')).to.equal(TEXT);
    caretBehind(content, '试填');
    await caretThere();
    await sendKeys({ type: '甲乙' });
    expect(session.definition.peek()!.title).to.equal('试填甲乙表');
    expect(session.document.kept().undo).to.have.length(1);
    await control('z');
    expect(session.document.text.peek()).to.equal(TEXT);
    await el.updateComplete;
    expect(lines().join('\n')).to.equal(TEXT);
    await control('y');
    expect(session.definition.peek()!.title).to.equal('试填甲乙表');
    await expect(el).to.be.accessible();
  });

  it('shows what the other sides change, and what they undo', async () => {
    const { el, session, lines } = await view();
    session.edit({ title: { 'zh-CN': '改名', en: 'rename' } }, [{ set: '/title', value: '改过的表' }]);
    await el.updateComplete;
    expect(lines().join('\n')).to.contain('改过的表').and.contain('"x-odd":   1.50');
    session.undo();
    await el.updateComplete;
    expect(lines().join('\n')).to.equal(TEXT);
  });

  it('keeps a text that is broken, tells the line, marks the place, and goes there', async () => {
    const { el, session, inside, content } = await view();
    caretBehind(content, '"title"');
    await caretThere();
    await sendKeys({ press: 'Delete' });
    const problem = inside('.problem')!;
    expect(problem.textContent).to.match(/^第 2 行/);
    expect(inside('.cm-lintRange-error')).to.exist;
    problem.click();
    expect(el.shadowRoot!.activeElement).to.equal(content);
    expect(session.value.peek()).to.have.property('title', '试填表');
    await expect(el).to.be.accessible();
  });

  it('lists what may be written with its title, and writes it with what belongs to it', async () => {
    const { session, inside, content } = await view();
    caretBehind(content, '1.50');
    await caretThere();
    await sendKeys({ type: ', "' });
    await waitUntil(() => inside('[role="listbox"] [role="option"]'), 'a quote lists everything', { timeout: 5000 });
    await sendKeys({ type: 'desc' });
    await waitUntil(() => inside('[role="option"]')?.textContent?.includes('description'), 'what fits', {
      timeout: 5000,
    });
    expect(inside('[role="option"]')!.textContent).to.contain('description').and.contain('说明');
    inside('[role="option"]')!.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    expect(inside('[role="listbox"]')).to.equal(null);
    await sendKeys({ type: '走访' });
    expect(session.definition.peek()!.description).to.equal('走访');
  });

  it('is left by Tab, and finds words in a panel with Chinese names', async () => {
    const { el, inside, content } = await view();
    content.focus();
    await sendKeys({ press: 'Tab' });
    expect(el.shadowRoot!.activeElement).to.not.equal(content);
    content.focus();
    await control('f');
    const field = inside<HTMLInputElement>('.cm-search input')!;
    expect(field.placeholder).to.equal('查找');
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(inside('.cm-search')).to.equal(null);
  });

  it('only shows the whole where one’s own part may be changed', async () => {
    const { session, content } = await view(TEXT, { level: 'township' });
    caretBehind(content, '试填');
    await caretThere();
    await sendKeys({ type: '甲' });
    expect(session.document.text.peek()).to.equal(TEXT);
  });

  it('works again where it was put back into the page', async () => {
    const { el, session, inside } = await view();
    const parent = el.parentElement!;
    el.remove();
    session.edit({ title: { 'zh-CN': '改名', en: 'rename' } }, [{ set: '/title', value: '改过的表' }]);
    parent.append(el);
    await el.updateComplete;
    expect(inside('.cm-content')!.textContent).to.contain('改过的表');
  });

  it('shows a problem at its place, and one of something missing at what it should be in', () => {
    const problem = (pointer: string) => ({ pointer, code: 'x', reason: { 'zh-CN': 'x', en: 'x' } });
    const [title, missing, whole] = placesIn(TEXT, [
      problem('/title'),
      problem('/record/properties/name/type/3'),
      problem('/gone'),
    ]);
    expect(TEXT.slice(title!.start, title!.end)).to.match(/^"title"/);
    expect(missing!.line).to.equal(4);
    expect(whole!.line).to.equal(1);
  });
});
