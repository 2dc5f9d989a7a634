import { expect } from '@open-wc/testing';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { problems } from '../record/test-definition.ts';
import type { Ledger } from './ledger.ts';
import { all, openLedger, press, settled, texts } from './test-ledger.ts';
import './define.ts';

const RIGHTS = [
  { const: 'one', title: '低保' },
  { const: 'two', title: '五保' },
  { const: 'more', title: '残疾' },
];
const DEFINITION = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'households',
  version: '1.0.0',
  title: '困难户',
  subject: 'item',
  purpose: { readBy: 'county', decision: '帮扶' },
  record: {
    type: 'object',
    properties: {
      village: { type: 'string', title: '所在村' },
      head: { type: 'string', title: '户主' },
      rights: { type: 'array', title: '享受政策', uniqueItems: true, items: { type: 'string', oneOf: RIGHTS } },
    },
  },
  ledger: { columns: ['village', 'head', 'rights'].map((name) => ({ field: `/${name}` })) },
};
const households: readonly StoredRecord[] = problems(12).map((record, at) => ({
  ...record,
  data: {
    ...(at === 0 ? {} : { village: at % 2 ? '第二村' : '第十村' }),
    head: `户主${at}`,
    ...(at % 3 === 0 ? {} : { rights: at % 3 === 1 ? ['one'] : ['one', 'more'] }),
  },
}));
const listOf = (el: Ledger, title: string) =>
  all(el, '.filters details').find((node) => node.querySelector('summary')!.textContent.startsWith(title));
const offered = (el: Ledger, title: string) =>
  [...listOf(el, title)!.querySelectorAll('label')].map(({ textContent }) => textContent.trim());
const tick = async (el: Ledger, title: string, option: string) => {
  [...listOf(el, title)!.querySelectorAll('label')]
    .find(({ textContent }) => textContent.trim().startsWith(option))!
    .querySelector('input')!
    .click();
  await settled(el);
};

describe('filters of <jc-ledger> that are lists', () => {
  it('offer few texts and members of lists with how many records have them, and look for other texts', async () => {
    const el = await openLedger({ definition: DEFINITION, records: households });
    await press(el, '筛选');
    expect(offered(el, '所在村')).to.deep.equal(['第二村（6）', '第十村（5）', '（空）（1）']);
    expect(offered(el, '享受政策')).to.deep.equal(['低保（8）', '五保（0）', '残疾（4）', '（空）（4）']);
    expect(listOf(el, '户主'), 'each stands once').to.equal(undefined);
    await tick(el, '享受政策', '残疾');
    expect(texts(el, '户主')).to.deep.equal(['户主2', '户主5', '户主8', '户主11']);
    await tick(el, '所在村', '第十村');
    expect(texts(el, '户主')).to.deep.equal(['户主2', '户主8']);
    await tick(el, '享受政策', '残疾');
    await tick(el, '享受政策', '（空）');
    expect(texts(el, '户主')).to.deep.equal(['户主6']);
  });
});
