import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { BuilderSession } from '../session/session.ts';
import type { LedgerEditor } from './ledger-editor.ts';
import '@jiceng/elements/ledger/define.js';
import './define.ts';

const EMPTY = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'list',
  version: '1.0.0',
  title: '清单',
  subject: 'item',
  purpose: { readBy: 'county', decision: '盯办' },
  record: {
    type: 'object',
    properties: {
      a: { type: 'string', title: '甲' },
      b: { type: 'string', title: '乙' },
      c: { type: 'integer', title: '丙' },
    },
  },
};
const LIST = { ...EMPTY, ledger: { columns: ['/a', '/b', { title: '组', columns: ['/c'] }] } };

async function open(content: object): Promise<{
  el: LedgerEditor;
  session: BuilderSession;
  pick: (pointer: string) => HTMLElement;
  button: (text: string) => HTMLButtonElement;
}> {
  const session = new BuilderSession(JSON.stringify(content, null, 2));
  const box = await fixture<HTMLElement>(html`<div lang="zh-CN"></div>`);
  box.style.width = '960px';
  const el = document.createElement('jc-ledger-editor');
  el.session = session;
  box.append(el);
  await settled(el);
  return {
    el,
    session,
    pick: (pointer) => el.shadowRoot!.querySelector(`[data-at="${pointer}"] .pick`)!,
    button: (text) => [...el.shadowRoot!.querySelectorAll('button')].find((node) => node.textContent!.includes(text))!,
  };
}

async function settled(el: LedgerEditor): Promise<void> {
  await el.updateComplete;
  await nextFrame();
  await el.updateComplete;
}

describe('<jc-ledger-editor>', () => {
  it('starts a ledger with the fields that there are, and shows it with made-up records', async () => {
    const { el, session, button } = await open(EMPTY);
    button('增加台账').click();
    await settled(el);
    expect(session.problems.value).to.deep.equal([]);
    expect(el.shadowRoot!.querySelector('jc-ledger')!.records!.length).to.equal(4);
    await expect(el).to.be.accessible({ ignoredTags: ['jc-ledger'] });
  });

  it('groups neighbours and ungroups them, each one step', async () => {
    const { el, session, pick, button } = await open(LIST);
    pick('/ledger/columns/0').click();
    pick('/ledger/columns/1').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    await settled(el);
    button('并为一组').click();
    await settled(el);
    expect(valueAt(session.value.value, '/ledger/columns/0')).to.deep.equal({ title: '分组', columns: ['/a', '/b'] });
    expect(session.selection.value).to.deep.equal(['/ledger/columns/0']);
    button('取消分组').click();
    expect(valueAt(session.value.value, '/ledger/columns')).to.deep.equal(LIST.ledger.columns);
    session.undo();
    session.undo();
    expect(session.document.text.value).to.equal(JSON.stringify(LIST, null, 2));
  });

  it('is walked with arrows, and Alt moves a column, the focus going with it', async () => {
    const { el, session, pick } = await open(LIST);
    pick('/ledger/columns/0').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(session.selection.value).to.deep.equal(['/ledger/columns/1']);
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowLeft' });
    await sendKeys({ up: 'Alt' });
    await settled(el);
    expect(valueAt(session.value.value, '/ledger/columns/0')).to.equal('/b');
    expect(el.shadowRoot!.activeElement === pick('/ledger/columns/0')).to.be.true;
  });

  it('takes a dragged column, and a dragged edge is a width', async () => {
    const { el, session, pick } = await open(LIST);
    const [from, onto] = [
      pick('/ledger/columns/0').getBoundingClientRect(),
      pick('/ledger/columns/2/columns/0').getBoundingClientRect(),
    ];
    await sendMouse({ type: 'move', position: [Math.round(from.left + 20), Math.round(from.top + 10)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(onto.right - 12), Math.round(onto.top + 10)] });
    await sendMouse({ type: 'up' });
    await settled(el);
    expect(valueAt(session.value.value, '/ledger/columns')).to.deep.equal([
      '/b',
      { title: '组', columns: ['/c', '/a'] },
    ]);
    const box = pick('/ledger/columns/0').parentElement!.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(box.right - 2), Math.round(box.top + 10)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(box.right + 38), Math.round(box.top + 10)] });
    await sendMouse({ type: 'up' });
    expect(valueAt(session.value.value, '/ledger/columns/0/width')).to.be.closeTo(Math.round(box.width + 40), 3);
  });
});
