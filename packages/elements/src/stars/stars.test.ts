import { expect, fixture, html } from '@open-wc/testing';
import type { Stars } from './stars.js';
import './define.js';

const word = (el: Stars) => el.renderRoot.querySelector('.word')!.textContent;
const lit = (el: Stars) => [
  el.renderRoot.querySelectorAll('.on').length,
  el.renderRoot.querySelectorAll('.off').length,
];

describe('<jc-stars>', () => {
  it('shows as many stars as there are, and says it', async () => {
    const el = await fixture<Stars>(html`<jc-stars lang="zh-CN" value="4"></jc-stars>`);
    expect([lit(el), word(el)]).to.deep.equal([[4, 1], '四星']);
    el.locale = 'en';
    await el.updateComplete;
    expect(el.getPlainText()).to.equal('4 stars');
    await expect(el).to.be.accessible();
  });

  it('treats zero as a rating, none as none, and bears wrong numbers', async () => {
    const el = await fixture<Stars>(html`<jc-stars lang="zh-CN"></jc-stars>`);
    expect([lit(el), word(el)]).to.deep.equal([[0, 5], '未定星']);
    for (const [value, max, expected, said] of [
      [0, 5, [0, 5], '零星'],
      [1e9, 5, [10, 0], '十星'],
      [-3, 3, [0, 3], '零星'],
      [Number.NaN, 5, [0, 5], '未定星'],
    ] as const) {
      el.value = value;
      el.max = max;
      await el.updateComplete;
      expect([lit(el), word(el)]).to.deep.equal([expected, said]);
    }
  });

  it('takes a word of its own', async () => {
    const el = await fixture<Stars>(html`<jc-stars value="5" label="五星级党支部"></jc-stars>`);
    expect(word(el)).to.equal('五星级党支部');
  });
});
