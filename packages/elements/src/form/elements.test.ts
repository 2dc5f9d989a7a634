import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Checklist } from '../checklist/checklist.ts';
import type { Scorecard } from '../scorecard/scorecard.ts';
import type { JcForm } from './form.ts';
import '../checklist/define.ts';
import '../scorecard/define.ts';
import './define.ts';

const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'mixed',
  version: '1.0.0',
  title: '阵地评价',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '' },
  record: {
    type: 'object',
    properties: {
      rooms: { type: 'integer', minimum: 0, title: '功能室' },
      has: {
        type: 'array',
        title: '六有',
        uniqueItems: true,
        items: {
          oneOf: [
            { const: 'a', title: '有场所' },
            { const: 'b', title: '有设施' },
          ],
        },
      },
      items: {
        type: 'object',
        title: '评分录入',
        additionalProperties: {
          type: 'object',
          properties: { answer: { type: 'boolean' }, selfScore: { type: 'number' } },
        },
      },
    },
  },
  view: [
    {
      section: '基本',
      columns: 1,
      fields: ['/rooms', { field: '/has', widget: 'checklist' }, { field: '/items', widget: 'scorecard' }],
    },
  ],
  score: {
    title: '阵地评分',
    max: 10,
    entries: '/items',
    bands: [{ id: 'met', title: '达标', min: 6 }],
    dimensions: [
      {
        id: 'd',
        title: '保障',
        items: [
          { id: 'roomCount', title: '功能室数量', max: 6, method: 'auto', value: 'MIN(6,rooms)', source: 'O' },
          { id: 'worker', title: '党务力量', max: 4, method: 'boolean', source: 'S002' },
        ],
      },
    ],
  },
} as unknown as Definition;
const form = (readonly = false) =>
  fixture<JcForm>(
    html`<jc-form lang="zh-CN" .definition=${definition} .value=${{ rooms: 2, has: ['b'] }}
      ?readonly=${readonly}></jc-form>`,
  );
const part = async <T extends Checklist | Scorecard>(el: JcForm, tag: string): Promise<T> => {
  const found = el.shadowRoot!.querySelector<T>(tag)!;
  await found.updateComplete;
  return found;
};

describe('elements as fields of <jc-form>', () => {
  it('fill in lists of choices', async () => {
    const el = await form();
    const list = await part<Checklist>(el, 'jc-checklist');
    expect(list.renderRoot.querySelector('.progress')).to.equal(null);
    expect(el.shadowRoot!.textContent).to.contain('六有');
    setTimeout(() => list.renderRoot.querySelector('input')!.click());
    expect((await oneEvent(el, 'jc-change')).detail).to.deep.equal({ pointer: '/has', value: ['a', 'b'], valid: true });
    expect(el.value).to.deep.equal({ rooms: 2, has: ['a', 'b'] });
    await list.updateComplete;
    await expect(el).to.be.accessible();
  });

  it('fill in score cards that follow the other fields', async () => {
    const el = await form();
    const card = await part<Scorecard>(el, 'jc-scorecard');
    expect(card.result!.points).to.equal(2);
    card.renderRoot.querySelector<HTMLElement>('[type=radio]')!.click();
    expect(el.value).to.deep.equal({ rooms: 2, has: ['b'], items: { worker: { answer: true } } });
    expect(el.formModel!.changes().map(({ pointer }) => pointer)).to.include('/items');
    expect(el.getPlainText()).to.equal('阵地评价\n基本\n功能室：2\n六有：有设施');
    const rooms = el.shadowRoot!.querySelector<HTMLInputElement>('input')!;
    rooms.focus();
    rooms.select();
    await sendKeys({ type: '5' });
    await card.updateComplete;
    expect(card.result!.points).to.equal(9);
    el.undo();
    el.undo();
    await card.updateComplete;
    expect(card.result!.points).to.equal(2);
    await expect(el).to.be.accessible();
  });

  it('show themselves in forms that are only read', async () => {
    const el = await form(true);
    const card = await part<Scorecard>(el, 'jc-scorecard');
    const list = await part<Checklist>(el, 'jc-checklist');
    expect(card.renderRoot.querySelectorAll('input')).to.have.length(0);
    expect(list.renderRoot.querySelectorAll('input')).to.have.length(0);
    expect(list.renderRoot.textContent).to.contain('有场所').and.to.contain('未达到');
  });
});
