import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { Json } from '@jiceng/core/json/json.js';
import type { Drafts } from '@jiceng/elements/internal/context.js';
import type { Canvas } from '../canvas/canvas.ts';
import type { BuilderDetail } from './builder-events.ts';
import type { FormBuilder } from './form-builder.ts';
import './define.ts';

const TEXT = JSON.stringify(
  {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'trial',
    version: '1.0.0',
    title: '试填表',
    subject: 'item',
    purpose: { readBy: 'county', decision: '安排工作。' },
    record: {
      type: 'object',
      properties: {
        name: { type: 'string', title: '名称', maxLength: 60 },
        count: { type: 'integer', title: '数量' },
        day: { type: 'string', format: 'date', title: '日期' },
      },
    },
    view: [
      { section: '一', fields: ['/name', '/count'] },
      { section: '二', fields: ['/day'] },
    ],
  },
  undefined,
  2,
);

const frame = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });

async function builder(over: Partial<FormBuilder> = {}): Promise<FormBuilder> {
  const el = await fixture<FormBuilder>(html`<jc-form-builder lang="zh-CN" .definition=${TEXT}></jc-form-builder>`);
  Object.assign(el, over);
  await settled(el);
  return el;
}

async function settled(el: FormBuilder): Promise<void> {
  await el.updateComplete;
  const canvas = canvasOf(el);
  await canvas.updateComplete;
  await Promise.all([...canvas.shadowRoot!.querySelectorAll('jc-form')].map((form) => form.updateComplete));
  await frame();
}

const canvasOf = (el: FormBuilder) => el.shadowRoot!.querySelector('jc-builder-canvas') as Canvas;
const layout = (el: FormBuilder) =>
  (JSON.parse(el.text) as { view: { fields: Json[] }[] }).view.map(({ fields }) => fields.join(' '));
const said = (el: FormBuilder) => el.shadowRoot!.querySelector('.base > [role="status"].visually-hidden')!.textContent!;
const treeRows = (el: FormBuilder) => [
  ...el.shadowRoot!.querySelector('jc-builder-outline')!.shadowRoot!.querySelectorAll<HTMLElement>('[role="treeitem"]'),
];

/** The middle of a field on the canvas, in the page. */
function middle(el: FormBuilder, label: string): [number, number] {
  const forms = [...canvasOf(el).shadowRoot!.querySelectorAll('jc-form')];
  const field = forms
    .flatMap((form) => [...form.shadowRoot!.querySelectorAll('[part="field"]')])
    .find((node) => node.textContent!.includes(label))!;
  const { left, top, width, height } = field.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

describe('<jc-form-builder>', () => {
  before(() => setViewport({ width: 1366, height: 900 }));
  it('shows the form itself, selects what is clicked, and is accessible', async () => {
    const el = await builder();
    await sendMouse({ type: 'click', position: middle(el, '数量') });
    expect(el.builderSession!.selection.peek()).to.deep.equal(['/record/properties/count']);
    await settled(el);
    expect(treeRows(el).find((row) => row.getAttribute('aria-selected') === 'true')!.textContent).to.contain('数量');
    await expect(el).to.be.accessible();
  });

  it('brings a field that was added by mouse into sight and asks for its name; by keyboard the search stays', async () => {
    const el = await builder();
    el.style.setProperty('height', '500px');
    await customElements.whenDefined('jc-builder-panel');
    const palette = el.shadowRoot!.querySelector('jc-builder-palette')!.shadowRoot!;
    palette.querySelector('input')!.focus();
    await sendKeys({ type: '多行文本' });
    for (let times = 0; times < 5; times++) await sendKeys({ press: 'Enter' });
    await settled(el);
    expect(palette.activeElement === palette.querySelector('input')).to.be.true;
    const kind = palette.querySelector('.kind')!.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(kind.left + 20), Math.round(kind.top + 10)] });
    await settled(el);
    const panel = el.shadowRoot!.querySelector('jc-builder-panel')!.shadowRoot!;
    await waitUntil(
      () => panel.activeElement?.shadowRoot?.activeElement instanceof HTMLInputElement,
      'the name has the focus',
      { timeout: 8000 },
    );
    await sendKeys({ type: '走访记录' });
    await settled(el);
    expect(el.text).to.contain('"title": "走访记录"');
    const mark = canvasOf(el).shadowRoot!.querySelector('.mark.selected')!.getBoundingClientRect();
    const view = el.shadowRoot!.querySelector('.middle')!.getBoundingClientRect();
    expect(mark.top >= view.top && mark.bottom <= view.bottom, 'the new field is in sight').to.be.true;
  });

  it('counts at the tab what stands in the way of publishing, a moment after the last change', async () => {
    const el = await builder();
    const mark = () => el.shadowRoot!.querySelector('#tab-publish .count')?.textContent ?? '0';
    await waitUntil(() => mark() !== '0', undefined, { timeout: 8000 });
    const before = Number(mark());
    el.builderSession!.edit({ title: { 'zh-CN': '改', en: 'change' } }, [
      { set: '/purpose/decision', value: '看哪些村要帮扶，决定下一季度的走访安排。' },
    ]);
    await waitUntil(() => Number(mark()) === before - 1, 'nothing else is done, and the mark follows', {
      timeout: 8000,
    });
  });

  it('moves a field to where the mouse drops it, and Escape leaves it where it was', async () => {
    const el = await builder();
    const [from, to] = [middle(el, '数量'), middle(el, '日期')];
    await sendMouse({ type: 'move', position: from });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [to[0], to[1] + 30] });
    await sendKeys({ press: 'Escape' });
    await sendMouse({ type: 'up' });
    expect(layout(el)).to.deep.equal(['/name /count', '/day']);
    await sendMouse({ type: 'move', position: from });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [to[0] - 20, to[1] + 30] });
    await sendMouse({ type: 'move', position: [to[0], to[1] + 30] });
    await sendMouse({ type: 'up' });
    expect(layout(el)).to.deep.equal(['/name', '/day /count']);
    await settled(el);
    expect(said(el)).to.equal('“数量”已移到分组“二”第 2 项，共 2 项。');
    await sendMouse({ type: 'move', position: [0, 0] });
  });

  it('moves a field in the tree to where the mouse drops it', async () => {
    const el = await builder();
    const place = (title: string): [number, number] => {
      const { left, top, height } = treeRows(el)
        .find((row) => row.textContent!.includes(title))!
        .getBoundingClientRect();
      return [Math.round(left + 60), Math.round(top + height / 2)];
    };
    const [from, to] = [place('数量'), place('日期')];
    await sendMouse({ type: 'move', position: from });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [to[0], to[1] + 2] });
    await sendMouse({ type: 'move', position: [to[0], to[1] + 6] });
    expect(
      treeRows(el)
        .filter((row) => row.classList.contains('drop-after'))
        .map((row) => row.textContent!.trim()),
    ).to.deep.equal(['日期']);
    await sendMouse({ type: 'up' });
    expect(layout(el)).to.deep.equal(['/name', '/day /count']);
    await settled(el);
    expect(said(el)).to.equal('“数量”已移到分组“二”第 2 项，共 2 项。');
    await sendMouse({ type: 'move', position: [0, 0] });
  });

  it('moves a field by touch with the handle, and scrolls elsewhere', async () => {
    const el = await builder();
    el.builderSession!.select(['/record/properties/count']);
    await settled(el);
    const shadow = canvasOf(el).shadowRoot!;
    const to = middle(el, '日期');
    const touch = (target: EventTarget, type: string, [clientX, clientY]: [number, number]) =>
      target.dispatchEvent(
        new PointerEvent(type, {
          pointerType: 'touch',
          pointerId: 7,
          isPrimary: true,
          button: 0,
          clientX,
          clientY,
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
    const grip = shadow.querySelector('.grip')!;
    for (const node of [shadow.querySelector('.cover')!, grip]) {
      const { left, top } = node.getBoundingClientRect();
      touch(node, 'pointerdown', [left + 5, top + 5]);
      touch(window, 'pointermove', [to[0], to[1]]);
      touch(window, 'pointermove', [to[0], to[1] + 30]);
      touch(window, 'pointerup', [to[0], to[1] + 30]);
      expect(layout(el)).to.deep.equal(node === grip ? ['/name', '/day /count'] : ['/name /count', '/day']);
    }
  });

  it('is used by keyboard alone: the tree selects, moves, duplicates and deletes, and undo takes it back', async () => {
    const el = await builder();
    treeRows(el)[0]!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect(el.builderSession!.selection.peek()).to.deep.equal(['/record/properties/count']);
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ up: 'Alt' });
    await settled(el);
    expect(layout(el)).to.deep.equal(['/name', '/count /day']);
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'd' });
    await sendKeys({ up: 'Control' });
    expect(layout(el)).to.deep.equal(['/name', '/count /count2 /day']);
    await settled(el);
    await sendKeys({ press: 'Delete' });
    expect(layout(el)).to.deep.equal(['/name', '/count /day']);
    for (let step = 0; step < 3; step++) el.builderSession!.undo();
    expect(el.text).to.equal(TEXT);
  });

  it('goes from the tree to the properties with Enter', async () => {
    const el = await builder();
    treeRows(el)[0]!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    const panel = () =>
      el.shadowRoot!.querySelector('jc-builder-panel')?.shadowRoot?.querySelector('jc-form')?.shadowRoot;
    for (let times = 0; times < 200 && !panel()?.activeElement; times++) await frame();
    await sendKeys({ press: 'End' });
    await sendKeys({ type: '甲' });
    expect(el.text).to.contain('"title": "名称甲"');
  });

  it('adds a field by its name typed into the palette, behind what is selected', async () => {
    const el = await builder();
    el.builderSession!.select(['/record/properties/name']);
    const input = el.shadowRoot!.querySelector('jc-builder-palette')!.shadowRoot!.querySelector('input')!;
    input.focus();
    await sendKeys({ type: '电话' });
    await sendKeys({ press: 'Enter' });
    expect(layout(el)).to.deep.equal(['/name /phone /count', '/day']);
    expect(el.builderSession!.selection.peek()).to.deep.equal(['/record/properties/phone']);
  });

  it('runs any command by its name', async () => {
    const el = await builder();
    el.builderSession!.select(['/record/properties/day']);
    canvasOf(el).focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'k' });
    await sendKeys({ up: 'Control' });
    await frame();
    await sendKeys({ type: '上一个分组' });
    await sendKeys({ press: 'Enter' });
    expect(layout(el)).to.deep.equal(['/name /count /day', '']);
  });

  it('asks what to do with the rules of a field that is deleted', async () => {
    const el = await builder({
      definition: TEXT.replace(
        '"view"',
        '"rules": [{ "check": "count>1", "level": "error", "message": "数量要大于一" }], "view"',
      ),
    });
    el.builderSession!.select(['/record/properties/count']);
    canvasOf(el).focus();
    await sendKeys({ press: 'Delete' });
    await settled(el);
    const dialog = el.shadowRoot!.querySelector('jc-builder-question')!;
    await dialog.updateComplete;
    expect(dialog.shadowRoot!.textContent).to.contain('数量要大于一');
    await expect(dialog).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(layout(el)).to.deep.equal(['/name', '/day']);
    expect('rules' in (JSON.parse(el.text) as object)).to.equal(false);
  });

  it('copies into another definition', async () => {
    const [one, other] = [
      await builder(),
      await builder({ definition: TEXT.replace('"trial"', '"other"').replace('"day"', '"on"').replace('/day', '/on') }),
    ];
    one.builderSession!.select(['/view/1']);
    canvasOf(one).focus();
    const data = new DataTransfer();
    canvasOf(one).dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, composed: true, cancelable: true }),
    );
    canvasOf(other).dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }),
    );
    expect(layout(other)).to.deep.equal(['/name /count', '/on', '/day']);
  });

  it('keeps a draft with its undo for each person, brings it back, and lets it be dropped', async () => {
    const kept = new Map<string, Json>();
    const drafts: Drafts = {
      read: (at) => Promise.resolve(kept.get(at)),
      write: (at, draft) => Promise.resolve(void kept.set(at, JSON.parse(JSON.stringify(draft)) as Json)),
      remove: (at) => Promise.resolve(void kept.delete(at)),
    };
    const person = (personId: string) => ({ personId, name: personId, posts: [] }) as unknown as FormBuilder['person'];
    const one = await builder({ drafts, person: person('p-1') });
    one.builderSession!.edit({ title: { 'zh-CN': '改名', en: 'Rename' } }, [{ set: '/title', value: '新的名称' }]);
    await one.flushDraft();
    one.remove();
    const other = await builder({ drafts, person: person('p-2') });
    expect(other.text).to.equal(TEXT);
    const again = await builder({ drafts, person: person('p-1') });
    await settled(again);
    expect(again.text).to.contain('新的名称');
    expect(again.shadowRoot!.textContent).to.contain('已恢复');
    again.builderSession!.undo();
    expect(again.text).to.equal(TEXT);
    again.builderSession!.redo();
    again.shadowRoot!.querySelector<HTMLElement>('.note button')!.click();
    await settled(again);
    expect(again.text).to.equal(TEXT);
    expect([...kept.keys()].filter((key) => key.includes('p-1'))).to.deep.equal([]);
  });

  it('says what is no JSON, and shows what is half made', async () => {
    const el = await fixture<FormBuilder>(
      html`<jc-form-builder lang="zh-CN" .definition=${'{"a":'}></jc-form-builder>`,
    );
    expect(el.shadowRoot!.textContent).to.contain('无法打开');
    el.definition =
      '{"record":{"properties":{"a":{"type":"string","title":"甲"},"b":7}},"view":[null,{"section":3,"fields":["/a","/x",null]}],"rules":4}';
    await settled(el);
    expect(canvasOf(el).shadowRoot!.querySelector('jc-form')!.shadowRoot!.textContent).to.contain('甲');
    expect(el.shadowRoot!.textContent).to.contain('需要改正');
  });

  it('tells the host of every change, and hands over the definition to be kept', async () => {
    const el = await builder();
    const heard: string[] = [];
    el.addEventListener('jc-change', (event) => heard.push((event as CustomEvent<BuilderDetail>).detail.text));
    el.addEventListener('jc-save', (event) =>
      heard.push((event as CustomEvent<BuilderDetail>).detail.definition!.title),
    );
    el.builderSession!.edit({ title: { 'zh-CN': '改名', en: 'Rename' } }, [{ set: '/title', value: '乙' }]);
    await settled(el);
    canvasOf(el).focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 's' });
    await sendKeys({ up: 'Control' });
    expect(heard).to.deep.equal([el.text, '乙']);
  });

  it('leaves an open tab in the page while the definition changes', async () => {
    const el = await builder();
    el.pane = 'preview';
    const preview = () => el.shadowRoot!.querySelector('jc-builder-preview');
    while (!preview()) await frame();
    const first = preview();
    let removed = 0;
    new MutationObserver((changes) => {
      removed += changes.reduce((sum, { removedNodes }) => sum + removedNodes.length, 0);
    }).observe(first!.parentElement!, { childList: true });
    el.builderSession!.edit({ title: { 'zh-CN': '改名', en: 'rename' } }, [{ set: '/title', value: '新名' }]);
    await el.updateComplete;
    await frame();
    expect(preview() === first).to.equal(true);
    expect(removed).to.equal(0);
  });
});
