import { sendKeys } from '@web/test-runner-commands';
import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { FILLER, NOW, ORGANISATIONS, PEOPLE, PROBLEMS, VERIFIER, problems } from '../record/test-definition.ts';
import type { Moves } from './moves.ts';
import './define.ts';

const FILED = {
  ...PROBLEMS,
  filing: {
    by: { orgForm: ['branch'] },
    period: 'quarter',
    due: 'periodEndOn+15',
    review: [{ at: 'parent', does: '审核' }],
    sum: 'county',
  },
} as unknown as Definition;
const RECORDS = problems(20);
const inState = (state: string, more: Partial<StoredRecord> = {}): StoredRecord => ({
  ...(RECORDS.find((record) => record.state === state && record.orgId === 'o-0') ??
    RECORDS.find((record) => record.state === state)!),
  orgId: 'o-0',
  orgPath: 'o-county/o-town/o-0',
  ...more,
});

async function bar(record: StoredRecord, more: Partial<Moves> = {}, width = 900): Promise<Moves> {
  const box = await fixture<HTMLElement>(html`<div lang="zh-CN"></div>`);
  box.style.width = `${width}px`;
  const el = document.createElement('jc-moves');
  Object.assign(el, {
    definition: PROBLEMS,
    record,
    organisations: ORGANISATIONS,
    people: PEOPLE,
    person: FILLER,
    now: NOW,
    ...more,
  });
  box.append(el);
  await settled(el);
  return el;
}
const settled = async (el: Moves) => {
  await el.updateComplete;
  await nextFrame();
  await el.updateComplete;
};
const $ = <T extends HTMLElement>(el: Moves, selector: string) => el.renderRoot.querySelector<T>(selector)!;
const all = (el: Moves, selector: string) => [...el.renderRoot.querySelectorAll<HTMLElement>(selector)];
const button = (el: Moves, text: string) =>
  all(el, 'button').find((node) => node.textContent === text) as HTMLButtonElement;
const progress = (el: Moves) => $(el, 'jc-form').shadowRoot!.querySelector<HTMLInputElement>('input')!;
const active = (root: Document | ShadowRoot): Element | null => {
  const at = root.activeElement;
  return at?.shadowRoot ? (active(at.shadowRoot) ?? at) : at;
};
async function press(key: string, times = 1): Promise<void> {
  for (let turn = 0; turn < times; turn++) await sendKeys({ press: key });
}

/** The verifier's dialog for sending an item back, which asks for a number and a reason. */
async function sendingBack(): Promise<Moves> {
  const el = await bar(inState('closeRequested'), { person: VERIFIER });
  $(el, '[data-move=verifyFail]').click();
  await settled(el);
  return el;
}

describe('<jc-moves>', () => {
  it('leads to one move: the good one, else the first, and never back', async () => {
    const leading = async (tones: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const moves = PROBLEMS.moves!.map(({ tone: _, ...move }) => ({
        ...move,
        ...(tones[move.id] ? { tone: tones[move.id] } : {}),
      })).reverse();
      const el = await bar(inState('closeRequested'), {
        definition: { ...PROBLEMS, moves } as unknown as Definition,
        person: VERIFIER,
      });
      await waitUntil(() => all(el, '.moves button').length === 2, undefined, { timeout: 8000 });
      return all(el, '.moves .primary').map((node) => node.dataset['move']!);
    };
    expect(await leading({ verifyPass: 'positive' })).to.deep.equal(['verifyPass']);
    expect(await leading({})).to.deep.equal(['verifyFail']);
    expect(await leading({ verifyFail: 'negative', verifyPass: 'negative' })).to.deep.equal([]);
  });

  it('says where the record stands on both tracks', async () => {
    const el = await bar(
      inState('closeRequested', {
        filing: { status: 'submitted', level: 0, returnCount: 0, revisionNo: 0 } as StoredRecord['filing'] & object,
      }),
      { definition: FILED },
    );
    expect(all(el, '.states p').map((node) => node.textContent)).to.deep.equal([
      '已上报等待上级审核，审核前可以撤回。',
      '申请销账',
    ]);
    expect($(el, '.badge.notice').textContent).to.equal('申请销账');
    await expect(el).to.be.accessible();
  });

  it('offers what this person can do, and says why not for the rest', async () => {
    const el = await bar(inState('inProgress', { data: { ...inState('inProgress').data, progressPct: 40 } }));
    expect($(el, '[data-move=requestClose]')).to.equal(null);
    const folded = $<HTMLDetailsElement>(el, '.cannot');
    expect(folded.open).to.equal(false);
    expect(folded.textContent)
      .to.contain('项操作暂不能办理，查看原因')
      .and.to.contain('申请销账：进度达到 100% 后方可申请销账。');
    el.record = inState('inProgress', { revision: 4, data: { ...inState('inProgress').data, progressPct: 100 } });
    await settled(el);
    expect($<HTMLButtonElement>(el, '[data-move=requestClose]').disabled).to.equal(false);
    el.person = VERIFIER;
    await settled(el);
    $(el, '.cannot summary').click();
    expect($(el, '.cannot').innerText)
      .to.contain('须由本组织（第一党支部）的填报人员办理。')
      .and.to.contain('您的任职是：城关镇核验人员。');
    await expect(el).to.be.accessible();
  });

  it('says the same reason once for all the moves that it stands against', async () => {
    const el = await bar(inState('closeRequested'));
    const lines = all(el, '.cannot li').map((node) => node.textContent);
    expect(lines).to.have.lengthOf(1);
    expect(lines[0]).to.match(/^核验通过、退回整改：须由.*核验人员办理。$/);
    expect($(el, '.cannot summary').textContent).to.equal('2 项操作暂不能办理，查看原因');
  });

  it('offers nothing to people who only read, and tells nobody why', async () => {
    const reading = await bar(inState('inProgress'), { readonly: true });
    expect(all(reading, 'button')).to.have.lengthOf(0);
    expect($(reading, '.badge').textContent).to.equal('整改中');
    const nobody = await bar(inState('inProgress'), { person: undefined as never });
    expect(nobody.renderRoot.textContent).to.contain('未登录，仅可查看。');
    expect(all(nobody, 'button:not([disabled])')).to.have.lengthOf(0);
    const done = await bar(inState('closed'));
    expect(done.renderRoot.textContent).to.contain('当前状态下没有可办理的事项。');
  });

  it('shows nothing without a record, and what is wrong with a definition', async () => {
    const empty = await bar(undefined as never);
    expect(empty.renderRoot.querySelector('.base')).to.equal(null);
    const broken = await bar(inState('closed'), { definition: { id: 'broken' } as unknown as Definition });
    expect($(broken, '.message').textContent).to.contain('定义有误');
  });

  it('asks for fields and a reason before it moves, and then says all of it', async () => {
    const el = await sendingBack();
    const dialog = $<HTMLDialogElement>(el, 'dialog');
    expect(dialog.open).to.equal(true);
    expect(dialog.textContent).to.contain('退回整改').and.to.contain('办理后状态变为“整改中”。');
    let moved = 0;
    el.addEventListener('jc-move', () => {
      moved += 1;
    });
    progress(el).focus();
    progress(el).select();
    await press('Delete');
    button(el, '确定').click();
    await settled(el);
    expect(moved).to.equal(0);
    expect($(el, 'jc-form').shadowRoot!.querySelector('[part=summary]')!.textContent).to.contain('进度');
    expect(dialog.textContent).to.contain('请填写理由，不少于 5 个字。');
    await expect(el).to.be.accessible();
    progress(el).focus();
    await sendKeys({ type: '60' });
    button(el, '确定').click();
    await settled(el);
    expect(el.shadowRoot!.activeElement).to.equal($(el, '.reason'));
    await sendKeys({ type: '佐证照片不清晰' });
    setTimeout(() => button(el, '确定').click());
    const { detail } = (await oneEvent(el, 'jc-move')) as CustomEvent;
    expect(detail).to.deep.equal({
      recordId: el.record!.id,
      revision: 3,
      track: 'item',
      move: 'verifyFail',
      changes: [{ pointer: '/progressPct', value: 60 }],
      reason: '佐证照片不清晰',
    });
    expect(dialog.open).to.equal(true);
    el.record = { ...el.record!, revision: 4, state: 'inProgress' };
    await settled(el);
    expect($<HTMLDialogElement>(el, 'dialog').open).to.equal(false);
    expect($(el, '[role=status]').textContent).to.equal('已办理：退回整改');
  });

  it('goes on over a newer revision whose content alone has changed, and keeps what was entered when the record has moved on', async () => {
    const el = await sendingBack();
    const dialog = $<HTMLDialogElement>(el, 'dialog');
    $(el, '.reason').focus();
    await sendKeys({ type: '佐证照片不清晰' });
    el.record = { ...el.record!, revision: 4 };
    await settled(el);
    expect(dialog.open).to.equal(true);
    expect($<HTMLTextAreaElement>(el, '.reason').value).to.equal('佐证照片不清晰');
    expect($(el, '[role=status]').textContent).to.equal('');
    progress(el).focus();
    progress(el).select();
    await sendKeys({ type: '60' });
    setTimeout(() => button(el, '确定').click());
    const { detail } = (await oneEvent(el, 'jc-move')) as CustomEvent;
    expect(detail.revision).to.equal(4);
    el.record = { ...el.record!, revision: 5, state: 'cancelled' };
    await settled(el);
    expect(dialog.open).to.equal(true);
    expect(dialog.textContent).to.contain('该条目已被他人更新');
    expect($<HTMLTextAreaElement>(el, '.reason').value).to.equal('佐证照片不清晰');
  });

  it('keeps what was entered when the store refuses', async () => {
    const el = await sendingBack();
    const same = { ...el.record! };
    progress(el).focus();
    progress(el).select();
    await sendKeys({ type: '75' });
    $(el, '.reason').focus();
    await sendKeys({ type: '照片与现场不符' });
    button(el, '确定').click();
    el.showRefusal({
      code: 'guard',
      problems: [{ pointer: '/progressPct', code: 'x', reason: { 'zh-CN': '进度不能大于上月。', en: 'no' } }],
    });
    await settled(el);
    expect($(el, '[role=alert]').textContent).to.contain('进度不能大于上月。');
    expect([progress(el).value, $<HTMLTextAreaElement>(el, '.reason').value]).to.deep.equal(['75', '照片与现场不符']);
    el.showRefusal({ code: 'conflict', problems: [] });
    el.record = same;
    await settled(el);
    expect($(el, '[role=alert]').textContent).to.contain('该条目已被他人更新');
    expect($<HTMLDialogElement>(el, 'dialog').open).to.equal(true);
    expect($<HTMLTextAreaElement>(el, '.reason').value).to.equal('照片与现场不符');
    await expect(el).to.be.accessible();
  });

  it('works by the keyboard alone, and Esc leaves everything as it was', async () => {
    const el = await bar(inState('closeRequested'), { person: VERIFIER });
    const before = document.createElement('button');
    before.textContent = '前';
    el.before(before);
    before.focus();
    await press('Tab');
    expect((active(document) as HTMLElement).dataset['move']).to.equal('verifyPass');
    await press('Tab');
    await press('Enter');
    await settled(el);
    const dialog = $<HTMLDialogElement>(el, 'dialog');
    expect(dialog.open).to.equal(true);
    await waitUntil(() => active(document) === progress(el), 'the first field has the focus', { timeout: 8000 });
    await press('Escape');
    await settled(el);
    expect(dialog.open).to.equal(false);
    expect((active(document) as HTMLElement).dataset['move']).to.equal('verifyFail');
    await press('Enter');
    await settled(el);
    progress(el).select();
    await sendKeys({ type: '50' });
    while (active(document) !== $(el, '.reason')) await press('Tab');
    await sendKeys({ type: '材料需要补充' });
    while (active(document) !== button(el, '确定')) await press('Tab');
    setTimeout(() => void press('Enter'));
    const { detail } = (await oneEvent(el, 'jc-move')) as CustomEvent;
    expect(detail).to.deep.include({
      move: 'verifyFail',
      reason: '材料需要补充',
      changes: [{ pointer: '/progressPct', value: 50 }],
    });
  });

  it('tells bars that read pages aloud what it shows', async () => {
    const el = await bar(inState('closeRequested'));
    el.setAttribute('mirror-text', '');
    await waitUntil(() => el.innerText !== '', undefined, { timeout: 8000 });
    expect(el.innerText).to.contain('申请销账').and.to.contain('核验通过，暂不能办理：');
  });

  it('fits a narrow column', async () => {
    const el = await bar(inState('closeRequested'), {}, 300);
    expect(el.scrollWidth).to.be.at.most(300);
    expect(all(el, '.cannot li').every((node) => node.scrollWidth <= node.clientWidth)).to.equal(true);
    await expect(el).to.be.accessible();
  });
});
