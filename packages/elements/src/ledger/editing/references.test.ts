import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { EditDetail } from '../../record/record.events.ts';
import { PEOPLE, problems } from '../../record/test-definition.ts';
import type { Ledger } from '../ledger.ts';
import { all, cellOf, choose, labelled, openLedger, press, settled, texts, touch } from '../test-ledger.ts';
import '../define.ts';

/** Two people called 赵刚, neither of them of the records' organisation. */
const NAMESAKES = [
  ['p-z1', 'o-1'],
  ['p-z2', 'o-2'],
].map(([personId, orgId]) => ({
  personId,
  personName: '赵刚',
  posts: [{ orgId, role: 'filler', postName: '支部书记' }],
})) as unknown as Person[];
const own = (count: number) =>
  problems(count).map((record): StoredRecord => ({
    ...record,
    orgId: 'o-0',
    orgPath: 'o-county/o-town/o-0',
    state: 'inProgress',
  }));

async function office(): Promise<{ el: Ledger; sent: EditDetail[] }> {
  const el = await openLedger({ records: own(4), people: [...PEOPLE, ...NAMESAKES] });
  const sent: EditDetail[] = [];
  el.addEventListener('jc-change', (event) => sent.push((event as CustomEvent<EditDetail>).detail));
  return { el, sent };
}
const picker = async (el: Ledger) => {
  await waitUntil(() => el.renderRoot.querySelector('.picker input')?.matches(':focus'), undefined, { timeout: 8000 });
  return el.renderRoot.querySelector<HTMLElement>('.picker')!;
};
const paste = async (el: Ledger, text: string) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  el.renderRoot
    .querySelector('.edit .control')!
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  await settled(el);
};

describe('people and organisations in cells of <jc-ledger>', () => {
  it('are shown by name and chosen with the picker of forms, by keys alone', async () => {
    const { el, sent } = await office();
    expect(cellOf(el, 0, '责任人').textContent).to.equal('张明');
    await touch(el, cellOf(el, 0, '责任人'));
    await sendKeys({ press: 'Enter' });
    const list = await picker(el);
    await expect(list).to.be.accessible();
    await sendKeys({ type: '王强' });
    await waitUntil(() => list.querySelectorAll('[role=option]').length === 1, undefined, { timeout: 8000 });
    await sendKeys({ press: 'Enter' });
    await settled(el);
    expect(el.renderRoot.querySelector('.picker')).to.equal(null);
    expect(cellOf(el, 0, '责任人').textContent).to.equal('王强');
    await touch(el, cellOf(el, 1, '牵头单位'));
    await sendKeys({ press: 'F2' });
    const tree = await picker(el);
    expect(tree.querySelector('[role=tree]')).not.to.equal(null);
    await sendKeys({ type: '城关镇党委' });
    await waitUntil(() => tree.querySelector('[role=treeitem]')?.textContent?.includes('城关镇党委'), undefined, {
      timeout: 8000,
    });
    await sendKeys({ press: 'Enter' });
    await settled(el);
    await touch(el, cellOf(el, 2, '进展情况'));
    expect(sent.map(({ changes }) => changes)).to.deep.equal([
      [{ pointer: '/responsiblePerson', value: 'p-other' }],
      [{ pointer: '/leadOrgId', value: 'o-town' }],
    ]);
  });

  it('are pasted by name or code; namesakes are asked for, unknown names are told', async () => {
    const { el, sent } = await office();
    await touch(el, cellOf(el, 0, '牵头单位'));
    await paste(el, '城关镇\t赵刚\n010102\t李红\n外县单位\t赵刚\n');
    const dialog = el.renderRoot.querySelector<HTMLDialogElement>('.work-dialog')!;
    expect(dialog.textContent).to.contain('名录中没有这个名称').and.to.contain('有 2 个同名的');
    const question = dialog.querySelector<HTMLSelectElement>('.which select')!;
    expect([...question.options].map(({ text }) => text)).to.deep.equal([
      '请选择',
      '赵刚（第二党支部 支部书记）',
      '赵刚（第三党支部 支部书记）',
    ]);
    expect(all(el, '.work-dialog .button.primary')[0]!.textContent).to.equal('写入 3 处');
    await choose(el, question, 'p-z2');
    await expect(dialog).to.be.accessible();
    all(el, '.work-dialog .button.primary')
      .find((node) => node.textContent === '写入 5 处')!
      .click();
    await settled(el);
    expect(sent.map(({ changes }) => changes.map(({ value }) => value))).to.deep.equal([
      ['o-town', 'p-z2'],
      ['o-1', 'p-verify'],
      ['p-z2'],
    ]);
  });

  it('are filtered with everything below an organisation', async () => {
    const el = await openLedger();
    await press(el, '筛选');
    for (const [under, count] of [
      ['o-town', 20],
      ['o-1', 4],
    ] as const) {
      await choose(el, labelled(el, '牵头单位'), under);
      expect(texts(el, '牵头单位')).to.have.lengthOf(count);
    }
  });
});
