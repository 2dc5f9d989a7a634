import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { BuilderSession } from '../session/session.ts';
import type { ScoreEditor } from './score-editor.ts';
import './define.ts';

const EMPTY = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'card',
  version: '1.0.0',
  title: '评价',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '帮扶' },
  record: { type: 'object', properties: { heldCount: { type: 'integer', title: '开展次数' } } },
};
const CARD = {
  ...EMPTY,
  record: {
    type: 'object',
    properties: {
      ...EMPTY.record.properties,
      entries: { type: 'object', title: '录入', additionalProperties: { type: 'object', properties: {} } },
    },
  },
  score: {
    max: 10,
    entries: '/entries',
    dimensions: [
      {
        id: 'd',
        title: '组织',
        items: [
          { id: 'a', title: '三会一课', max: 6, method: 'countCap', value: 'heldCount', required: 4, source: 'O' },
          { id: 'b', title: '主题党日', max: 3, method: 'manual', source: 'O' },
        ],
      },
    ],
    bands: [{ id: 'good', title: '好', min: 8 }],
  },
};

async function open(content: object): Promise<{
  el: ScoreEditor;
  session: BuilderSession;
  $: <T extends HTMLElement>(selector: string) => T;
  button: (text: string) => HTMLButtonElement;
}> {
  const session = new BuilderSession(JSON.stringify(content, null, 2));
  const el = await fixture<ScoreEditor>(html`<jc-score-editor lang="zh-CN" .session=${session}></jc-score-editor>`);
  await settled(el);
  return {
    el,
    session,
    $: (selector) => el.shadowRoot!.querySelector(selector)!,
    button: (text) =>
      [...el.shadowRoot!.querySelectorAll('button')].find(
        (node) => node.textContent!.includes(text) || node.getAttribute('aria-label') === text,
      )!,
  };
}

async function settled(el: ScoreEditor): Promise<void> {
  await el.updateComplete;
  await nextFrame();
  await el.updateComplete;
}

describe('<jc-score-editor>', () => {
  it('starts a score, and adds dimensions, items, bands and vetoes that the gate admits', async () => {
    const { el, session, button } = await open(EMPTY);
    button('增加评分').click();
    await settled(el);
    for (const words of ['新增维度', '新增档次', '新增按条件判定的情形']) {
      button(words).click();
      await settled(el);
    }
    expect(session.problems.value).to.deep.equal([]);
    expect(session.selection.value).to.deep.equal(['/score/veto/0']);
    await expect(el).to.be.accessible();
  });

  it('says what is missing to full marks, and makes it right with one click', async () => {
    const { el, session, $, button } = await open(CARD);
    expect($('.sum').textContent).to.contain('已分配 9 分，满分 10 分').and.contain('还差 1 分');
    expect($('.problems').textContent).to.contain('9');
    button('把满分改为 9 分').click();
    await settled(el);
    expect(valueAt(session.value.value, '/score/max')).to.equal(9);
    expect($('.sum').textContent).to.contain('一致');
    expect($('.problems') === null).to.be.true;
  });

  it('changes titles and points where they stand, one step of undo each, and selects the row', async () => {
    const { el, session, $ } = await open(CARD);
    const cell = $<HTMLInputElement>('[data-at="/score/dimensions/0/items/1"] .cell');
    cell.focus();
    await sendKeys({ press: 'End' });
    await sendKeys({ type: '12' });
    await settled(el);
    expect(session.selection.value).to.deep.equal(['/score/dimensions/0/items/1']);
    expect(valueAt(session.value.value, '/score/dimensions/0/items/1/title')).to.equal('主题党日12');
    const points = $<HTMLInputElement>('[data-at="/score/dimensions/0/items/1"] .number .cell');
    points.focus();
    points.value = '４';
    points.dispatchEvent(new Event('change', { bubbles: true }));
    expect(valueAt(session.value.value, '/score/dimensions/0/items/1/max')).to.equal(4);
    session.undo();
    session.undo();
    expect(session.document.text.value).to.equal(JSON.stringify(CARD, null, 2));
  });

  it('moves an item with Alt and arrows, and the focus goes with it', async () => {
    const { el, session, $ } = await open(CARD);
    $('[data-at="/score/dimensions/0/items/1"] .cell').focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ up: 'Alt' });
    await settled(el);
    expect(valueAt(session.value.value, '/score/dimensions/0/items/0/title')).to.equal('主题党日');
    expect(el.shadowRoot!.activeElement === $('[data-at="/score/dimensions/0/items/0"] .cell')).to.be.true;
    expect(session.said.value).to.equal('上移“主题党日”');
  });

  it('takes items pasted from a table', async () => {
    const { el, session, $, button } = await open(CARD);
    button('粘贴指标').click();
    await settled(el);
    $<HTMLTextAreaElement>('textarea').value = '谈心谈话\t2\n民主评议\t3';
    button('加入').click();
    await waitUntil(() => session.selection.value.length === 2, undefined, { timeout: 8000 });
    expect([2, 3].map((at) => valueAt(session.value.value, `/score/dimensions/0/items/${at}/max`))).to.deep.equal([
      2, 3,
    ]);
  });

  it('tries the score out: points follow what is filled in', async () => {
    const { el, $ } = await open({ ...CARD, score: { ...CARD.score, max: 9 } });
    $<HTMLDetailsElement>('details').open = true;
    await settled(el);
    await settled(el);
    const trial = $<HTMLElement & { updateComplete: Promise<boolean> }>('jc-score-try-out');
    const form = trial.shadowRoot!.querySelector('jc-form')!;
    await form.updateComplete;
    form.shadowRoot!.querySelector('input')!.focus();
    await sendKeys({ type: '2' });
    await trial.updateComplete;
    expect(trial.shadowRoot!.querySelector('jc-scorecard')!.result!.dimensions[0]!.items[0]!.points).to.equal(3);
    await expect(trial).to.be.accessible();
  });
});
