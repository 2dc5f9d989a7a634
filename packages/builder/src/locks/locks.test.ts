import { expect, fixture, html } from '@open-wc/testing';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { LocalPart } from '@jiceng/core/generated/local-part.js';
import type { Outline } from '../outline/outline.ts';
import '../outline/define.ts';
import { openLocalPart } from './local-session.ts';

const fields = Object.fromEntries(
  Array.from({ length: 5 }, (_, at) => [`f${at}`, { type: 'string', title: `统一字段${at}` }]),
);
const core = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'visits',
  version: '1.0.0',
  title: '走访记录',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '安排帮扶。' },
  record: { type: 'object', properties: fields },
  view: [{ section: '统一部分', fields: ['/f0', '/f1', '/f2', '/f3', '/f4'] }],
} as unknown as Definition;
const part = {
  $schema: 'https://jiceng.dev/schemas/local-part/1.json',
  id: 'ours',
  version: '1.0.0',
  title: '石桥镇自选',
  extends: { id: 'visits', version: '1.0.0' },
  under: ['town'],
  local: {
    properties: { x_more: { type: 'string', title: '自选字段' } },
    view: [{ section: '自选部分', fields: ['/x_more'] }],
  },
} as unknown as LocalPart;

describe('locks in the tree', () => {
  it('mark what the level above settles, with the reason, and nothing of the own part', async () => {
    const session = openLocalPart(core, part);
    expect(session.problems.value).to.deep.equal([]);
    const el = await fixture<Outline>(html`<jc-builder-outline .session=${session}></jc-builder-outline>`);
    const lines = [...el.shadowRoot!.querySelectorAll('[role=treeitem]')].map((line) => [
      line.querySelector('.text')!.textContent,
      line.querySelector('.locked')?.textContent ?? '',
    ]);
    expect(lines).to.deep.equal([
      ['统一部分', '统一'],
      ...[0, 1, 2, 3, 4].map((at) => [`统一字段${at}`, '统一']),
      ['自选部分', ''],
      ['自选字段', ''],
    ]);
    expect(el.shadowRoot!.querySelector('.locked')!.getAttribute('title')).to.include('上级统一规定');
    await expect(el).to.be.accessible();
  });
});
