import { expect, fixture, html } from '@open-wc/testing';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Ledger } from './ledger.ts';
import { NOW, ORGANISATIONS, PEOPLE, PROBLEMS, problems } from '../record/test-definition.ts';
import './define.ts';

describe('<jc-ledger> over what a server sent by mistake', () => {
  it('leaves out what is no record, says so in the console, and shows the others', async () => {
    const told: unknown[] = [];
    const { warn } = console;
    console.warn = (...words: unknown[]) => told.push(words.join(' '));
    const [first] = problems(1);
    const odd: unknown[] = [
      null,
      7,
      'x',
      {},
      { id: 'r', data: null },
      { ...first!, id: '__proto__', state: 'nowhere', history: null, audit: null },
    ];
    const el = await fixture<Ledger>(
      html`<jc-ledger lang="zh-CN" .definition=${PROBLEMS} .organisations=${ORGANISATIONS} .people=${PEOPLE} .now=${NOW}
        .records=${[...odd, ...problems(3)] as StoredRecord[]}></jc-ledger>`,
    );
    await el.updateComplete;
    console.warn = warn;
    expect(el.shadowRoot!.querySelector('.amount')!.textContent).to.equal('共 4 条');
    expect(told.filter((words) => /5 of the records are none/.test(String(words)))).to.have.length(1);
    expect(el.getPlainText()).to.contain('问题清单');
  });
});
