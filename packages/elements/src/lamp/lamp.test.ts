import { expect, fixture, html } from '@open-wc/testing';
import type { Lamp } from './lamp.ts';
import './define.ts';

describe('<jc-lamp>', () => {
  it('always has a word, and a shape of its own for each lamp', async () => {
    const shapes = new Set<string>();
    for (const lamp of ['green', 'yellow', 'red', 'blue', 'grey']) {
      const el = await fixture<Lamp>(html`<jc-lamp lang="zh-CN" lamp=${lamp}></jc-lamp>`);
      expect(el.shadowRoot!.textContent!.trim()).not.to.equal('');
      shapes.add(el.shadowRoot!.querySelector('path')!.getAttribute('d')!);
      await expect(el).to.be.accessible();
    }
    expect(shapes.size).to.equal(5);
  });
  it('says the definition’s word in place of its own', async () => {
    const el = await fixture<Lamp>(html`<jc-lamp lang="zh-CN" lamp="red" title="超期 3 天"></jc-lamp>`);
    expect(el.getPlainText()).to.equal('超期 3 天');
  });
});
