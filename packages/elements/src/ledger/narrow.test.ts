import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { Ledger } from './ledger.ts';
import { FILLER, NOW, ORGANISATIONS, PEOPLE, PROBLEMS, problems } from '../record/test-definition.ts';
import './define.ts';

/** A ledger of 360 px, not yet waited for. */
async function narrow(display = 'block', count = 20): Promise<{ box: HTMLElement; el: Ledger }> {
  localStorage.clear();
  const box = await fixture<HTMLElement>(html`<div lang="zh-CN"></div>`);
  box.style.cssText = `width: 360px; display: ${display}`;
  const el = document.createElement('jc-ledger');
  Object.assign(el, {
    definition: PROBLEMS,
    records: problems(count),
    organisations: ORGANISATIONS,
    people: PEOPLE,
    person: FILLER,
    now: NOW,
  });
  box.append(el);
  return { box, el };
}
const settled = async (el: Ledger) => {
  for (let turn = 0; turn < 3; turn++) {
    await el.updateComplete;
    await nextFrame();
  }
};
const cards = (el: Ledger) => [...el.renderRoot.querySelectorAll<HTMLElement>('.window .row .card')];

/** Every card that can be seen has its heading, its marks and its lines, inside its own box. */
async function expectCards(el: Ledger): Promise<void> {
  await waitUntil(
    () => [...el.renderRoot.querySelectorAll('.window .row')].every((row) => row.querySelector('.card') !== null),
    undefined,
    { timeout: 8000 },
  );
  const seen = cards(el).filter((card) => card.getBoundingClientRect().height > 0);
  expect(seen.length).to.be.greaterThan(2);
  for (const card of seen) {
    const box = card.closest('.cell')!.getBoundingClientRect();
    expect(card.querySelector('.card-title')!.textContent).not.to.equal('');
    expect(card.textContent).to.contain('问题类别');
    expect(card.querySelectorAll('.card-line').length).to.be.at.least(3);
    for (const line of card.querySelectorAll('.card-band, .card-title, .card-mark, .card-line')) {
      const { top, bottom, height, right } = line.getBoundingClientRect();
      expect(height).to.be.greaterThan(8);
      expect(top).to.be.at.least(box.top - 1);
      expect(bottom).to.be.at.most(box.bottom + 1);
      expect(right).to.be.at.most(el.getBoundingClientRect().right + 1);
    }
  }
  expect(el.scrollWidth).to.be.at.most(360);
}

describe('<jc-ledger> in a narrow column', () => {
  it('shows cards whose content fits, at every size of text', async () => {
    const { el } = await narrow();
    await settled(el);
    await expectCards(el);
    for (const size of ['large', 'elder']) {
      el.setAttribute('size', size);
      await settled(el);
      await expectCards(el);
    }
  });

  it('shows them when a detail is opened before anything was drawn', async () => {
    const { box, el: before } = await narrow();
    const el = document.createElement('jc-ledger');
    Object.assign(el, {
      definition: before.definition,
      records: before.records,
      organisations: ORGANISATIONS,
      people: PEOPLE,
      person: FILLER,
      now: NOW,
    });
    before.remove();
    box.append(el);
    el.openRecord(el.records![0]!.id);
    await settled(el);
    await expectCards(el);
    const detail = el.renderRoot.querySelector<HTMLElement>('.detail')!;
    expect(detail.textContent).to.contain('党员活动室未按要求挂牌');
    expect(detail.getBoundingClientRect().top).to.be.at.least(
      el.renderRoot.querySelector('.grid-frame')!.getBoundingClientRect().bottom,
    );
    await expect(el).to.be.accessible();
  });

  it('shows them when a closed tab is opened, with or without an open detail', async () => {
    for (const open of [false, true]) {
      const { box, el } = await narrow('none');
      if (open) el.openRecord(el.records![0]!.id);
      await settled(el);
      box.style.display = 'block';
      await settled(el);
      await expectCards(el);
      box.style.display = 'none';
      await settled(el);
      el.records = problems(12);
      await settled(el);
      box.style.display = 'block';
      await settled(el);
      await expectCards(el);
      expect(el.renderRoot.querySelector('.amount')!.textContent).to.equal('共 12 条');
    }
  });

  it('names groups in their first cards, and leaves none folded', async () => {
    const { box, el } = await narrow();
    box.style.width = '1200px';
    await settled(el);
    const group = el.renderRoot.querySelector<HTMLSelectElement>('select[id$="-group"]')!;
    group.value = 'state';
    group.dispatchEvent(new Event('change'));
    await settled(el);
    el.renderRoot.querySelector<HTMLElement>('.cell.group')!.click();
    await settled(el);
    box.style.width = '360px';
    await settled(el);
    await expectCards(el);
    expect(el.renderRoot.querySelectorAll('.cell.group')).to.have.lengthOf(0);
    expect([...el.renderRoot.querySelectorAll('.card-band')].map((band) => band.textContent)).to.deep.equal([
      '已登记（4 条）',
      '已交办（4 条）',
      '整改中（4 条）',
      '申请销账（4 条）',
      '已销账（4 条）',
    ]);
    expect(cards(el)).to.have.lengthOf(20);
    await expect(el).to.be.accessible();
  });

  it('shows them beyond what stands in the document at once', async () => {
    const { el } = await narrow('block', 900);
    await settled(el);
    const grid = el.renderRoot.querySelector<HTMLElement>('[role=grid]')!;
    grid.scrollTop = grid.scrollHeight;
    await settled(el);
    await expectCards(el);
    expect(el.renderRoot.querySelector('.window .row:last-child')!.getAttribute('aria-rowindex')).to.equal(
      grid.getAttribute('aria-rowcount'),
    );
  });

  it('becomes a table when it is wide again, and back', async () => {
    const { box, el } = await narrow();
    await settled(el);
    box.style.width = '1200px';
    await settled(el);
    // lines out of sight follow while nobody waits
    await waitUntil(() => cards(el).length === 0, undefined, { timeout: 8000 });
    expect(el.renderRoot.querySelectorAll('[role=columnheader]').length).to.be.greaterThan(8);
    box.style.width = '360px';
    await settled(el);
    await expectCards(el);
  });
});
