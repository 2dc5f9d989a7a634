import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { BuilderSession, type Supplies } from '../session/session.ts';
import type { ListPane } from '../lists/list-pane.ts';
import './define.ts';

const EMPTY = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'list',
  version: '1.0.0',
  title: '问题清单',
  subject: 'item',
  purpose: { readBy: 'county', decision: '盯办' },
  record: {
    type: 'object',
    properties: { note: { type: 'string', title: '情况' }, dueOn: { type: 'string', format: 'date', title: '时限' } },
  },
};
const LIFE = {
  ...EMPTY,
  states: [
    { id: 'open', title: '已登记' },
    { id: 'closed', title: '已办结', final: true },
  ],
  moves: [
    {
      id: 'close',
      title: '办结',
      from: ['open'],
      to: 'closed',
      by: [{ role: 'reviewer', at: 'parent' }],
      ask: ['/note'],
    },
  ],
  facts: [
    { id: 'list/open', title: '未办结', type: 'count', subject: 'organisation', grain: 'now', num: { count: 'TRUE' } },
  ],
};

async function open(
  tag: string,
  content: object,
  supplies: Supplies = {},
): Promise<{ el: ListPane; session: BuilderSession; button: (text: string) => HTMLButtonElement }> {
  const session = new BuilderSession(JSON.stringify(content, null, 2), supplies);
  const box = await fixture<HTMLElement>(html`<div lang="zh-CN"></div>`);
  box.style.width = '960px';
  const el = document.createElement(tag) as ListPane;
  el.session = session;
  box.append(el);
  await settled(el);
  return {
    el,
    session,
    button: (text) => [...el.shadowRoot!.querySelectorAll('button')].find((node) => node.textContent!.includes(text))!,
  };
}

async function settled(el: ListPane): Promise<void> {
  await el.updateComplete;
  await nextFrame();
  await el.updateComplete;
}

describe('<jc-life-editor>', () => {
  it('starts a life, and adds states, moves and filing', async () => {
    const { el, session, button } = await open('jc-life-editor', { ...EMPTY, subject: 'organisation' });
    button('增加状态与流转').click();
    await settled(el);
    button('新增流转').click();
    await settled(el);
    button('增加填报').click();
    await settled(el);
    expect(session.problems.value).to.deep.equal([]);
    expect(session.selection.value).to.deep.equal(['/filing']);
    await expect(el).to.be.accessible();
  });

  it('says in the table who makes a move and what it asks', async () => {
    const { el } = await open('jc-life-editor', LIFE);
    const cells = [...el.shadowRoot!.querySelectorAll('[data-at="/moves/0"] td')].map((cell) =>
      cell.textContent!.trim(),
    );
    expect(cells.slice(1, 3)).to.deep.equal(['已登记', '已办结']);
    expect(cells[3]).to.contain('审核');
    expect(cells[5]).to.equal('1 项');
  });

  it('lets the keyboard choose states and arrows of the diagram', async () => {
    const { el, session } = await open('jc-life-editor', LIFE);
    el.shadowRoot!.querySelector<SVGGElement>('.arrow')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(session.selection.value).to.deep.equal(['/moves/0']);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(session.selection.value).to.deep.equal(['/states/0']);
    await settled(el);
    expect(el.shadowRoot!.querySelector('.spot.chosen')!.getAttribute('aria-label')).to.equal('已登记');
  });

  it('shows what is half made', async () => {
    const { el } = await open('jc-life-editor', {
      ...EMPTY,
      states: [{ id: 'a' }, 3],
      moves: [null, { from: 'a', by: [7, {}] }],
    });
    expect(el.shadowRoot!.querySelectorAll('.spot').length).to.equal(2);
    expect(el.shadowRoot!.querySelector('.problems') !== null).to.be.true;
  });
});

describe('<jc-process-editor>', () => {
  it('draws stages and steps with their times, and adds steps', async () => {
    const { el, session, button } = await open('jc-process-editor', {
      ...EMPTY,
      process: {
        stages: [
          { id: 's', title: '申请', steps: [{ id: 'a', title: '递交', due: 'dueOn+5', documents: ['申请书'] }] },
        ],
      },
    });
    expect(el.shadowRoot!.querySelector('[data-at="/process/stages/0/steps/0"]')!.textContent)
      .to.contain('申请书')
      .and.contain('时限');
    button('＋新增步骤').click();
    await settled(el);
    expect(valueAt(session.value.value, '/process/stages/0/steps/1/title')).to.equal('新步骤');
    expect(session.problems.value).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });
});

describe('<jc-facts-editor>', () => {
  it('shows what feeds what, and adds facts and hand-overs', async () => {
    const report = {
      ...EMPTY,
      id: 'report',
      title: '通报',
      rules: [{ field: '/note', value: 'FACT("list/open")&""' }],
    };
    const { el, session, button } = await open('jc-facts-editor', LIFE, { definitions: [report] as never });
    expect(el.shadowRoot!.querySelector('.flows')!.textContent).to.contain('通报').and.contain('未办结');
    button('新增移交').click();
    await settled(el);
    expect(valueAt(session.value.value, '/handovers/0/to')).to.equal('report');
    expect(session.problems.value).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });
});
