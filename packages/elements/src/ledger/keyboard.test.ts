import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { EditDetail, MoveDetail } from '../record/record.events.ts';
import { problems } from '../record/test-definition.ts';
import { all, openLedger, say, settled, texts } from './test-ledger.ts';
import type { Ledger } from './ledger.ts';
import './define.ts';

/** What has the focus, through shadow trees. */
function focused(): HTMLElement {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement;
}
const words = (node: HTMLElement) =>
  (
    node.getAttribute('aria-label') ??
    (node as HTMLInputElement).labels?.[0]?.textContent ??
    node.textContent ??
    ''
  ).trim();
async function press(el: Ledger, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    const [last = '', held] = key.split('+').reverse();
    if (held) await sendKeys({ down: held });
    await sendKeys({ press: last });
    if (held) await sendKeys({ up: held });
  }
  await settled(el);
}
/** Goes on with Tab until what has the focus is called so. */
async function tabTo(el: Ledger, name: string): Promise<void> {
  const seen: string[] = [];
  for (let times = 0; times < 60; times++) {
    await press(el, 'Tab');
    if (words(focused()).startsWith(name)) return;
    seen.push(words(focused()));
  }
  throw new Error(`Tab never comes to ${name}; it came to ${seen.slice(0, 30).join(' | ')}`);
}
/** The column in which the active cell stands. */
const activeTitle = (el: Ledger) => {
  const at =
    all(el, '.cell.active')[0]?.getAttribute('aria-colindex') ??
    focused().closest('[aria-colindex]')?.getAttribute('aria-colindex');
  return all(el, `[role=columnheader][aria-colindex="${at}"]`).pop()?.textContent;
};
async function stepTo(el: Ledger, title: string, key: 'ArrowRight' | 'ArrowLeft' = 'ArrowRight'): Promise<void> {
  for (let times = 0; times < 20 && activeTitle(el) !== title; times++) await press(el, key);
  expect(activeTitle(el)).to.equal(title);
}

/** A store that takes everything: what was asked is answered with a new revision. */
async function office(): Promise<{ el: Ledger; sent: EditDetail[]; moved: MoveDetail[] }> {
  const el = await openLedger({
    records: problems(10).map((record): StoredRecord => ({
      ...record,
      orgId: 'o-0',
      orgPath: 'o-county/o-town/o-0',
      state: 'inProgress',
      data: { ...record.data, progressPct: 100 },
    })),
  });
  const sent: EditDetail[] = [];
  const moved: MoveDetail[] = [];
  el.addEventListener('jc-change', (event) => {
    const { detail } = event as CustomEvent<EditDetail>;
    sent.push(detail);
    void Promise.resolve().then(() => {
      el.records = el.records!.map((record) =>
        record.id !== detail.recordId
          ? record
          : {
              ...record,
              revision: record.revision + 1,
              data: {
                ...record.data,
                ...Object.fromEntries(detail.changes.map(({ pointer, value }) => [pointer.slice(1), value])),
              },
            },
      );
    });
  });
  el.addEventListener('jc-move', (event) => moved.push((event as CustomEvent<MoveDetail>).detail));
  return { el, sent, moved };
}

describe('a session with <jc-ledger> by keys alone', () => {
  it('searches, filters, sorts, edits, pastes, moves a state, and takes back what was typed', async function () {
    this.timeout(60_000); // some hundred keys, each with its drawing
    const { el, sent, moved } = await office();
    await tabTo(el, '查找');
    await sendKeys({ type: '路灯' });
    await settled(el);
    expect(texts(el, '问题描述')).to.have.lengthOf(2);
    await press(el, 'Control+a', 'Delete');
    await tabTo(el, '筛选');
    await press(el, 'Enter');
    await tabTo(el, '责任人');
    await press(el, 'Enter');
    await tabTo(el, '王强');
    await press(el, 'Space');
    expect(texts(el, '责任人')).to.deep.equal(Array<string>(5).fill('王强'));

    await tabTo(el, '清除筛选条件');
    await tabTo(el, '问题清单');
    await press(el, 'Control+Home', 'ArrowUp');
    await stepTo(el, '问题类别');
    await press(el, 'Enter');
    expect(say(el)).to.equal('已按“问题类别”升序排列。');
    await press(el, 'ArrowDown');
    await stepTo(el, '进展情况');
    await sendKeys({ type: '已装好' });
    await press(el, 'Enter');
    expect(texts(el, '进展情况')[0]).to.equal('已装好');
    expect(sent.map(({ changes }) => changes)).to.deep.equal([[{ pointer: '/progressNote', value: '已装好' }]]);
    await press(el, 'Control+z');
    expect(say(el)).to.equal('已撤销 1 处修改。');
    expect(texts(el, '进展情况')).to.not.include('已装好');

    // The clipboard's text is the browser's; the rest of pasting is keys.
    await press(el, 'Control+Home');
    await stepTo(el, '进展情况');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '甲\n乙\n');
    focused().dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
    await settled(el);
    await tabTo(el, '写入 2 处');
    await press(el, 'Enter');
    expect(texts(el, '进展情况').slice(0, 2)).to.deep.equal(['甲', '乙']);
    await press(el, 'Control+z');
    expect(say(el)).to.equal('已撤销 2 处修改。');

    await press(el, 'Control+Home', 'Enter');
    await tabTo(el, '申请销账');
    await press(el, 'Enter');
    expect(all(el, '.move-dialog[open]')).to.have.lengthOf(1);
    await tabTo(el, '确定');
    await press(el, 'Enter');
    expect(moved.map(({ move }) => move)).to.deep.equal(['requestClose']);
  });
});
