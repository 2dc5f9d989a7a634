import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Checklist } from './checklist.js';
import './define.js';

const yesNo = (title: string, more: object = {}) => ({ type: 'boolean', title, ...more });
const definition = {
  id: 'site-check',
  version: '1.0.0',
  title: '阵地检查表',
  subject: 'organisation',
  record: {
    type: 'object',
    properties: {
      hasSign: yesNo('标志牌规范', { description: '门口悬挂标志牌。' }),
      hasSignNote: { type: 'string', title: '说明', maxLength: 200 },
      isIdle: yesNo('阵地闲置', { 'x-unmet': true }),
      fire: {
        type: 'object',
        title: '消防安全',
        properties: {
          isSafe: yesNo('合格'),
          note: { type: 'string', title: '说明', maxLength: 200 },
          files: { type: 'array', title: '照片', items: { type: 'string', format: 'file' }, maxItems: 3 },
        },
      },
      rows: {
        type: 'array',
        title: '设施',
        items: { type: 'object', properties: { itemName: { type: 'string', title: '设施' }, isThere: yesNo('配备') } },
      },
    },
  },
  view: [
    { section: '场所', fields: ['/hasSign', '/isIdle'] },
    { section: '安全', fields: ['/fire', '/rows'] },
  ],
  handovers: [
    { id: 'problems', title: '问题清单', each: '/rows', when: 'TRUE', on: ['save'], to: 'problem-list', map: {} },
  ],
} as unknown as Definition;
const record = (data: object, links: object[] = []) => ({ id: 'r', links, data }) as unknown as StoredRecord;
const rows = [
  { itemName: '<i>书报</i>', isThere: false },
  { itemName: '制度', isThere: true },
];
const list = (data: object = { rows }, more: { links?: object[]; readonly?: boolean } = {}) =>
  fixture<Checklist>(
    html`<jc-checklist lang="zh-CN" .definition=${definition} .record=${record(data, more.links)}
      ?readonly=${more.readonly ?? false}></jc-checklist>`,
  );
const titles = (el: Checklist) => [...el.renderRoot.querySelectorAll('.title')].map((title) => title.textContent);
const row = (el: Checklist, title: string) =>
  [...el.renderRoot.querySelectorAll<HTMLElement>('[part=item]')].find(
    (each) => each.querySelector('.title')!.textContent === title,
  )!;
const press = async (el: Checklist, button: Element) => {
  (button as HTMLElement).click();
  await el.updateComplete;
};

describe('<jc-checklist>', () => {
  it('lists the checks of the view and how far they are', async () => {
    const el = await list();
    expect(titles(el)).to.deep.equal(['标志牌规范', '阵地闲置', '消防安全', '<i>书报</i>', '制度']);
    expect(el.renderRoot.querySelector('.progress')!.textContent).to.equal('已查 2 / 5 项未达到 1 项');
    expect(el.renderRoot.querySelector('i')).to.equal(null);
    await expect(el).to.be.accessible();
  });

  it('tells each answer, and asks what is wrong when it is not met', async () => {
    const el = await list();
    const [yes, no] = row(el, '标志牌规范').querySelectorAll('input');
    setTimeout(() => no!.click());
    const { detail } = await oneEvent(el, 'jc-change');
    expect(detail).to.deep.equal({ changes: [{ pointer: '/hasSign', value: false }] });
    await el.updateComplete;
    expect(row(el, '标志牌规范').querySelector('.label')!.textContent).to.contain('问题描述');
    expect(row(el, '标志牌规范').querySelector('.hand-over')).to.equal(null);
    expect(row(el, '<i>书报</i>').querySelector('.hand-over')!.textContent).to.equal('将移交：问题清单');
    await press(el, yes!);
    expect(row(el, '标志牌规范').classList.contains('met')).to.equal(true);
    expect(el.value).to.deep.equal({ rows, hasSign: true });
  });

  it('takes yes for a problem where the definition says so', async () => {
    const el = await list();
    const bad = row(el, '阵地闲置').querySelectorAll('input')[1]!;
    expect(bad.parentElement!.textContent).to.equal('存在');
    await press(el, bad);
    expect(row(el, '阵地闲置').classList.contains('unmet')).to.equal(true);
  });

  it('filters and puts unmet items first, without moving anything while answering', async () => {
    const el = await list();
    const [all, open] = el.renderRoot.querySelectorAll('.filter');
    await press(el, open!);
    expect(titles(el)).to.deep.equal(['标志牌规范', '阵地闲置', '消防安全']);
    await press(el, row(el, '阵地闲置').querySelectorAll('input')[0]!);
    expect(titles(el)).to.have.length(3);
    await press(el, all!);
    await press(el, el.renderRoot.querySelector('.first input')!);
    expect(titles(el)[0]).to.equal('<i>书报</i>');
    await expect(el).to.be.accessible();
  });

  it('answers by the arrow keys', async () => {
    const el = await list();
    row(el, '消防安全').querySelector('input')!.focus();
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'ArrowRight' });
    await el.updateComplete;
    expect(el.value.fire).to.deep.equal({ isSafe: false });
  });

  it('leads to the record that an unmet item was handed over to', async () => {
    const el = await list(
      { rows },
      {
        links: [
          {
            rel: 'to',
            handover: 'problems',
            recordId: 'p1',
            definitionId: 'problem-list',
            key: '0',
            title: '问题清单',
          },
        ],
      },
    );
    setTimeout(() => row(el, '<i>书报</i>').querySelector<HTMLElement>('[part=source]')!.click());
    const { detail } = await oneEvent(el, 'jc-source-open');
    expect(detail.recordIds).to.deep.equal(['p1']);
  });

  it('works from the yes-or-no items of a score', async () => {
    const score = {
      max: 3,
      entries: '/items',
      dimensions: [
        {
          id: 'd',
          title: '保障',
          items: [
            { id: 'worker', title: '党务力量', max: 3, method: 'boolean', source: 'S002' },
            { id: 'auto', title: '自动', max: 0, method: 'auto', value: '1', source: 'S002' },
          ],
        },
      ],
    };
    const el = await fixture<Checklist>(
      html`<jc-checklist lang="zh-CN" .definition=${{ ...definition, view: [], record: { type: 'object', properties: {} }, score } as unknown as Definition}></jc-checklist>`,
    );
    expect(titles(el)).to.deep.equal(['党务力量']);
    await press(el, row(el, '党务力量').querySelector('input')!);
    expect(el.value).to.deep.equal({ items: { worker: { answer: true } } });
  });

  it('ticks choices off one by one, in their own order', async () => {
    const choices = {
      type: 'array',
      title: '六有',
      uniqueItems: true,
      items: {
        oneOf: [
          { const: 'a', title: '有场所' },
          { const: 'b', title: '有设施' },
          { const: 'c', title: '有标志' },
        ],
      },
    };
    const ticking = (unmet: boolean) =>
      ({
        ...definition,
        record: { type: 'object', properties: { has: unmet ? { ...choices, 'x-unmet': true } : choices } },
        view: [{ section: '六有', fields: [{ field: '/has', widget: 'checklist' }] }],
      }) as unknown as Definition;
    const el = await fixture<Checklist>(
      html`<jc-checklist lang="zh-CN" .definition=${ticking(false)} .record=${record({})}></jc-checklist>`,
    );
    expect(titles(el)).to.deep.equal(['有场所', '有设施', '有标志']);
    expect(el.renderRoot.querySelector('.progress')!.textContent).to.equal('已查 0 / 3 项');
    const tick = (title: string) => row(el, title).querySelector('input')!;
    setTimeout(() => tick('有标志').click());
    expect((await oneEvent(el, 'jc-change')).detail).to.deep.equal({ changes: [{ pointer: '/has', value: ['c'] }] });
    await press(el, tick('有场所'));
    expect(el.value).to.deep.equal({ has: ['a', 'c'] });
    expect(row(el, '有设施').classList.contains('unmet')).to.equal(true);
    expect(el.getPlainText()).to.equal('六有\n有场所：达到\n有设施：未达到\n有标志：达到');
    tick('有场所').focus();
    await sendKeys({ press: ' ' });
    await el.updateComplete;
    expect(el.value).to.deep.equal({ has: ['c'] });
    await expect(el).to.be.accessible();
    el.definition = ticking(true);
    await el.updateComplete;
    expect(row(el, '有标志').classList.contains('unmet')).to.equal(true);
    expect(row(el, '有标志').textContent).to.contain('存在');
    await expect(el).to.be.accessible();
  });

  it('has its states', async () => {
    const el = await list({ rows }, { readonly: true });
    expect(el.renderRoot.querySelectorAll('[part=item] input')).to.have.length(0);
    expect(el.getPlainText()).to.contain('制度：达到');
    const shown = async (more: Partial<Checklist>) => {
      Object.assign(el, more);
      await el.updateComplete;
      return el.renderRoot.querySelector('.state')?.textContent;
    };
    expect(await shown({ loading: true })).to.equal('正在加载检查表…');
    expect(await shown({ loading: false, definition: undefined })).to.equal('没有可显示的检查表。');
    expect(await shown({ definition: { ...definition, view: [] } as Definition })).to.equal(
      '此表没有需要逐项检查的内容。',
    );
    expect(await shown({ definition: { id: 'broken' } as unknown as Definition })).to.equal(
      '检查表的定义有误，暂不能显示，请联系管理员。',
    );
  });

  it('gives its rows to tools that print or read a clone of the page', async () => {
    const el = await list({ rows, hasSign: false, hasSignNote: '牌子<掉落>' });
    el.setAttribute('print-fallback', '');
    el.setAttribute('mirror-text', '');
    await waitUntil(() => el.querySelector('table') !== null && el.innerText !== '', undefined, { timeout: 8000 });
    const clone = document.createElement('div');
    clone.append(...[...el.cloneNode(true).childNodes]);
    const cells = [...clone.querySelectorAll('td')].map((cell) => cell.textContent);
    expect(clone.querySelector('caption')!.textContent).to.equal('阵地检查表');
    expect(cells.slice(0, 4)).to.deep.equal(['1', '标志牌规范\n门口悬挂标志牌。', '未达到', '牌子<掉落>']);
    expect(clone.querySelectorAll('tbody tr')).to.have.length(7);
    expect(clone.querySelector('td')!.style.borderTopStyle).to.equal('solid');
    expect(el.innerText.split('\n').filter((line) => line.includes('标志牌规范'))).to.deep.equal([
      '标志牌规范：未达到，牌子<掉落>',
    ]);
    expect(el.querySelector('table')!.getClientRects()).to.have.length(0);
    row(el, '标志牌规范').querySelectorAll('input')[0]!.click();
    await waitUntil(() => el.querySelector('td:nth-child(3)')!.textContent === '达到', undefined, { timeout: 8000 });
    el.removeAttribute('print-fallback');
    await waitUntil(() => el.querySelector('table') === null, undefined, { timeout: 8000 });
    await expect(el).to.be.accessible();
  });

  it('gives nothing while its definition is faulty', async () => {
    const el = await list();
    el.definition = { id: 'broken' } as unknown as Definition;
    el.setAttribute('mirror-text', '');
    await el.updateComplete;
    expect([el.getPlainText(), el.innerText.trim()]).to.deep.equal(['', '']);
  });

  it('fits 360 px', async () => {
    await setViewport({ width: 360, height: 800 });
    try {
      const el = await list();
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      await el.updateComplete;
      expect(el.renderRoot.querySelector('.base')!.classList.contains('narrow')).to.equal(true);
      expect(el.scrollWidth).to.be.at.most(el.clientWidth);
    } finally {
      await setViewport({ width: 1280, height: 800 });
    }
  });
});
