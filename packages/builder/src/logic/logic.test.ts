import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { rulesDefinition } from '../fixtures/rules-definition.ts';
import type { FormulaEditor } from '../formula/formula.ts';
import { contextOf } from '../formula/formula-context.ts';
import { BuilderSession } from '../session/session.ts';
import type { ShowPane } from '../session/show-pane.ts';
import type { Condition } from '../condition/condition.ts';
import './define.ts';
import type { LogicPane } from './logic.ts';

const sessionOf = (more: object = {}, language: 'zh-CN' | 'en' = 'zh-CN') =>
  new BuilderSession(
    JSON.stringify({ ...rulesDefinition, ...more }, null, 2),
    { now: '2026-03-15T09:00:00+08:00' },
    language,
  );
const shown = (el: Element) => el.shadowRoot!.textContent!.replace(/\s+/g, ' ');
const sentences = (el: LogicPane) =>
  [...el.shadowRoot!.querySelectorAll('.sentence')].map(({ textContent }) => textContent);
const rulesIn = (session: BuilderSession) => (session.value.peek() as { rules: Record<string, unknown>[] }).rules;
const labelled = <T extends HTMLElement>(root: ParentNode, label: string) =>
  [...root.querySelectorAll<T>('[aria-label]')].find((each) => each.getAttribute('aria-label') === label)!;
const choose = (select: HTMLSelectElement, value: string) => {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const open = async (session: BuilderSession) => fixture<LogicPane>(html`<jc-logic .session=${session}></jc-logic>`);
const conditionIn = async (el: LogicPane) => {
  await el.updateComplete;
  const found = el.shadowRoot!.querySelector('jc-condition')!;
  await found.updateComplete;
  return found;
};

describe('<jc-logic>', () => {
  it('lists all rules as sentences, filters them, and is accessible with an open editor', async () => {
    const el = await open(sessionOf());
    expect(sentences(el)).to.deep.equal([
      '当“是否达标”为“未达标”时，“整改期限”必填',
      '必须满足：“问题数”、“合计”的合计大于0（提示：不能都是 0）',
      '“合计”自动得出：“问题数”×2',
      '分组“整改”只在“是否达标”为“未达标”时显示',
    ]);
    expect(shown(el)).to.contain('没有发现互相矛盾');
    choose(el.shadowRoot!.querySelector('#filter')!, '/dueOn');
    await el.updateComplete;
    expect(sentences(el)).to.have.length(1);
    el.shadowRoot!.querySelector<HTMLElement>('.sentence')!.click();
    await conditionIn(el);
    await expect(el).to.be.accessible();
  });

  it('changes a condition by choices, in one step of undo', async () => {
    const session = sessionOf();
    const el = await open(session);
    el.shadowRoot!.querySelector<HTMLElement>('.sentence')!.click();
    const condition = await conditionIn(el);
    choose(labelled(condition.shadowRoot!, '第 1 条：比较的内容'), 'met');
    await el.updateComplete;
    expect(rulesIn(session)[0]).to.deep.equal({ field: '/dueOn', required: 'result="met"' });
    expect(sentences(el)[0]).to.equal('当“是否达标”为“达标”时，“整改期限”必填');
    [...condition.shadowRoot!.querySelectorAll('button')]
      .find(({ textContent }) => textContent!.includes('加一条条件'))!
      .click();
    await condition.updateComplete;
    choose(labelled(condition.shadowRoot!, '第 2 条：看什么'), 'count');
    await condition.updateComplete;
    choose(labelled(condition.shadowRoot!, '以下条件怎样才算成立'), 'any');
    await condition.updateComplete;
    expect(rulesIn(session)[0]?.['required']).to.equal('OR(result="met",count>=0)');
    await expect(condition).to.be.accessible();
    session.undo();
    expect(rulesIn(session)[0]?.['required']).to.equal('result="unmet"');
    await el.updateComplete;
    await condition.updateComplete;
    expect(labelled<HTMLSelectElement>(condition.shadowRoot!, '第 1 条：比较的内容').value).to.equal('unmet');
  });

  it('adds, copies, moves and deletes with the keyboard, and keeps the focus on the rule', async () => {
    const session = sessionOf();
    const el = await open(session);
    const button = (text: string) =>
      [...el.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent === text)!;
    button('添加规则').focus();
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    choose(el.shadowRoot!.querySelector('#effect')!, 'visible');
    await el.updateComplete;
    choose(el.shadowRoot!.querySelector('#target')!, '/count');
    await el.updateComplete;
    button('添加').focus();
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    expect(rulesIn(session)[3]).to.deep.equal({ field: '/count', visible: 'result="met"' });
    expect(el.shadowRoot!.activeElement?.textContent).to.equal('“问题数”只在“是否达标”为“达标”时显示');
    expect(session.problems.value).to.deep.equal([]);
    el.shadowRoot!.querySelector<HTMLElement>('[data-pointer="/rules/3/visible"] [title="上移"]')!.focus();
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    expect(rulesIn(session)[2]).to.deep.equal({ field: '/count', visible: 'result="met"' });
    el.shadowRoot!.querySelector<HTMLElement>('[data-pointer="/rules/2/visible"] [title="复制"]')!.click();
    await el.updateComplete;
    expect(rulesIn(session)).to.have.length(5);
    el.shadowRoot!.querySelector<HTMLElement>('[data-pointer="/rules/3/visible"] [title="删除"]')!.click();
    await el.updateComplete;
    expect(rulesIn(session)).to.have.length(4);
    for (let steps = 4; steps > 0; steps--) session.undo();
    expect(rulesIn(session)).to.deep.equal(rulesDefinition.rules);
  });

  it('adds every kind of rule without a problem of the gate', async () => {
    for (const [effect, target] of [
      ['required', '/count'],
      ['readonly', '/ready'],
      ['value', '/dueOn'],
      ['check', '/count'],
    ] as const) {
      const session = sessionOf({ rules: [] });
      const el = await open(session);
      [...el.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent === '添加规则')!.click();
      await el.updateComplete;
      choose(el.shadowRoot!.querySelector('#effect')!, effect);
      await el.updateComplete;
      choose(el.shadowRoot!.querySelector('#target')!, target);
      await el.updateComplete;
      [...el.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent === '添加')!.click();
      await el.updateComplete;
      expect(session.problems.value, effect).to.deep.equal([]);
      expect(el.shadowRoot!.querySelector('.editor'), effect).to.be.ok;
    }
  });

  it('says what cannot be meant, leads to the field, and opens a rule that was selected elsewhere', async () => {
    const session = sessionOf({ rules: [{ field: '/dueOn', required: 'AND(result="met",result="unmet")' }] });
    const el = await open(session);
    expect(el.shadowRoot!.querySelector('.wrong')!.textContent).to.contain('“整改期限”永远不会必填');
    const panes: (string | undefined)[] = [];
    el.addEventListener('jc-pane-show', (event) => panes.push((event as CustomEvent<ShowPane>).detail.pane));
    el.shadowRoot!.querySelector<HTMLElement>('[title="转到字段"]')!.click();
    expect([panes, session.selection.value]).to.deep.equal([['design'], ['/record/properties/dueOn']]);
    session.select(['/rules/0']);
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('.sentence')!.getAttribute('aria-expanded')).to.equal('true');
  });

  it('stays usable on what is not a definition yet', async () => {
    const el = await open(new BuilderSession('{ "record": 5 }', {}, 'en'));
    expect(shown(el)).to.contain('not complete yet');
    const half = await open(
      new BuilderSession(
        '{ "record": { "type": "object", "properties": {} }, "rules": [{ "field": "/x", "visible": "1+" }, 7] }',
      ),
    );
    expect(sentences(half)).to.deep.equal(['“x”只在1+时显示']);
  });
});

describe('<jc-condition>', () => {
  const at = (formula: string, rows?: string) =>
    fixture<Condition>(
      html`<jc-condition .formula=${formula} .context=${contextOf(rulesDefinition as never, { language: 'zh-CN', rows })}></jc-condition>`,
    );
  const said = (el: Condition) =>
    [...el.shadowRoot!.querySelectorAll('select, input')].map((each) =>
      each instanceof HTMLSelectElement
        ? (each.selectedOptions[0]?.textContent ?? '')
        : (each as HTMLInputElement).value,
    );

  it('shows what a formula says as choices', async () => {
    expect(said(await at('AND(result="unmet",NOT(ISBLANK(dueOn)))'))).to.deep.equal([
      '全部成立',
      '是否达标',
      '等于',
      '未达标',
      '整改期限',
      '已填',
    ]);
    expect(said(await at('dueOn<=TODAY()+limit'))).to.deep.equal(['整改期限', '不晚于', '今天', '之后', '时限']);
    expect(said(await at('AND(count>=1,count<=5)'))).to.deep.equal(['问题数', '在…之间', '固定值', '1', '固定值', '5']);
    expect(said(await at('ready=FALSE'))).to.deep.equal(['材料齐全', '等于', '否']);
    expect(said(await at('NOT(OR(ready,SUM(count,total)>3))'))).to.deep.equal([
      '全都不成立',
      '材料齐全',
      '为“是”',
      '“问题数”、“合计”的合计',
      '大于',
      '3',
    ]);
  });

  it('goes over to days before and after, and back', async () => {
    const el = await at('dueOn<=TODAY()');
    choose(labelled(el.shadowRoot!, '第 1 条：之前或之后'), '-');
    expect(el.formula).to.equal('dueOn<=TODAY()-1');
    await el.updateComplete;
    const days = [...el.shadowRoot!.querySelectorAll('input')].at(-1)!;
    days.value = '7';
    days.dispatchEvent(new Event('change'));
    expect(el.formula).to.equal('dueOn<=TODAY()-7');
    await el.updateComplete;
    choose(labelled(el.shadowRoot!, '第 1 条：看什么'), 'ready');
    expect(el.formula).to.equal('ready');
  });

  it('leaves a formula that says more to the formula editor, and changes nothing by itself', async () => {
    const el = await at('IF(ready,count>1,total>2)');
    expect(shown(el)).to.contain('超出了可以选择的范围');
    expect(el.shadowRoot!.querySelector('jc-formula')!.formula).to.equal('IF(ready,count>1,total>2)');
    expect(el.formula).to.equal('IF(ready,count>1,total>2)');
  });
});

describe('<jc-formula>', () => {
  const at = async (formula: string) => {
    const el = await fixture<FormulaEditor>(
      html`<jc-formula .formula=${formula} .context=${contextOf(rulesDefinition as never, { language: 'zh-CN' })}
        .example=${{ data: { result: 'met', count: 3, total: 4 }, now: '2026-03-15T09:00:00+08:00' }}></jc-formula>`,
    );
    const area = el.shadowRoot!.querySelector('textarea')!;
    area.focus();
    area.setSelectionRange(formula.length, formula.length);
    return { el, area };
  };

  it('shows names as labels, completes by pinyin with the keyboard, and tells a formula once it can be read', async () => {
    const { el, area } = await at('count+');
    const told: string[] = [];
    el.addEventListener('jc-formula-change', (event) => told.push((event as CustomEvent<string>).detail));
    await sendKeys({ type: 'hj' });
    await el.updateComplete;
    expect([...el.shadowRoot!.querySelectorAll('[role=option]')][0]!.textContent).to.contain('合计');
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    expect([area.value, told, el.formula]).to.deep.equal(['count+total', ['count+total'], 'count+total']);
    expect([...el.shadowRoot!.querySelectorAll('.chip')].map(({ textContent }) => textContent)).to.deep.equal([
      '问题数',
      '合计',
    ]);
    expect(shown(el)).to.contain('用示例数据试算：7');
  });

  it('says what is wrong and where, and keeps what was typed', async () => {
    const { el, area } = await at('count');
    await sendKeys({ type: '+(' });
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('#line')!.textContent).to.contain('第 8 个字符处公式不完整');
    expect([area.value, el.formula, area.getAttribute('aria-invalid')]).to.deep.equal(['count+(', 'count', 'true']);
  });

  it('offers what was probably meant, and takes it by one click', async () => {
    const { el, area } = await at('count');
    await sendKeys({ type: '==2' });
    await el.updateComplete;
    const offer = [...el.shadowRoot!.querySelectorAll('button')].find(({ textContent }) =>
      textContent!.startsWith('改为'),
    )!;
    expect(offer.textContent).to.equal('改为：count=2');
    offer.click();
    await el.updateComplete;
    expect([area.value, el.formula, area.getAttribute('aria-invalid')]).to.deep.equal(['count=2', 'count=2', 'false']);
  });

  it('helps with the function around the caret, and finds functions by purpose', async () => {
    const { el } = await at('IF(count>1,');
    await sendKeys({ type: ' ' });
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('.call')!.textContent).to.contain('按条件取其一').and.contain('合格');
    el.shadowRoot!.querySelector('details')!.open = true;
    const search = el.shadowRoot!.querySelector<HTMLInputElement>('#search')!;
    search.value = '四舍五入';
    search.dispatchEvent(new Event('input'));
    await el.updateComplete;
    expect([...el.shadowRoot!.querySelectorAll('dt')].map(({ textContent }) => textContent)).to.deep.equal(['ROUND']);
    await expect(el).to.be.accessible();
  });
});
