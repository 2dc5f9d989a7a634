import { NASTY } from '@jiceng/core/schema/fixtures/nasty.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { JcForm } from './form.ts';
import './define.ts';

describe('<jc-form> over schemas of strangers', () => {
  for (const { name, schema } of NASTY) {
    it(`stands ${name}`, async function () {
      this.timeout(30_000);
      const el = await fixture<JcForm>(html`<jc-form lang="zh-CN" .schema=${schema as object}></jc-form>`);
      await el.updateComplete;
      // Fields, or a panel that says what is wrong: never nothing, never an exception.
      expect(el.shadowRoot!.querySelector('.base')!.childElementCount).to.be.greaterThan(0);
      el.validate();
      await el.updateComplete;
      expect(Object.keys(Object.prototype)).to.deep.equal([]);
    });
  }
});
