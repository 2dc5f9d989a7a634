import { expect, fixture, html } from '@open-wc/testing';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { BuilderSession } from '../session/session.ts';
import type { ShowPane } from '../session/show-pane.ts';
import type { BurdenMeter } from './burden-meter.ts';
import type { BurdenPane } from './burden-pane.ts';
import './define.ts';
import './meter/define.ts';

const definition = (more: object = {}) => ({
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'form',
  version: '1.0.0',
  title: '季度情况',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '决定帮扶哪些组织' },
  record: {
    type: 'object',
    properties: {
      members: { type: 'integer', title: '党员数' },
      note: { type: 'string', title: '情况说明', maxLength: 500 },
    },
  },
  filing: { period: 'quarter', due: 'periodEndOn+10', review: [{ at: 'parent', does: '核对数据，帮助改进' }] },
  ...more,
});
const other = definition({ id: 'other', title: '名册' }) as unknown as Definition;
const shown = (el: Element) => el.shadowRoot!.textContent!.replace(/\s+/g, ' ');

describe('burden', () => {
  it('says in the toolbar what the form costs, follows every change and leads to its pane', async () => {
    const session = new BuilderSession(JSON.stringify(definition()), { definitions: [other] });
    const el = await fixture<BurdenMeter>(html`<jc-burden-meter .session=${session}></jc-burden-meter>`);
    expect(shown(el)).to.contain('手工填写 2 项').and.contain('自动取数 0% 偏低').and.contain('与其他表重复 1 项 偏高');
    session.edit({ title: { 'zh-CN': '只读', en: 'read-only' } }, [
      { set: '/record/properties/members/readOnly', value: true },
    ]);
    await el.updateComplete;
    expect(shown(el)).to.contain('手工填写 1 项').and.contain('自动取数 50%').and.not.contain('重复');
    const panes: (string | undefined)[] = [];
    el.addEventListener('jc-pane-show', (event) => panes.push((event as CustomEvent<ShowPane>).detail.pane));
    el.shadowRoot!.querySelector('button')!.click();
    expect(panes).to.deep.equal(['burden']);
    await expect(el).to.be.accessible();
  });

  it('names the other form and field, and goes to the place', async () => {
    const session = new BuilderSession(JSON.stringify(definition()), { definitions: [other] });
    const el = await fixture<BurdenPane>(html`<jc-burden .session=${session}></jc-burden>`);
    expect(shown(el))
      .to.contain('“党员数”已在《名册》的“党员数”中填报')
      .and.contain('核对数据，帮助改进')
      .and.contain('全年');
    const places: (string | undefined)[] = [];
    el.addEventListener('jc-pane-show', (event) => places.push((event as CustomEvent<ShowPane>).detail.pointer));
    [...el.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent === '转到“党员数”')!.click();
    expect(session.selection.value).to.deep.equal(['/record/properties/members']);
    expect(places).to.deep.equal(['/record/properties/members']);
    await expect(el).to.be.accessible();
  });

  it('says that it does not know, instead of failing, where the content was never admitted', async () => {
    const session = new BuilderSession('{ "record": 5 }', {}, 'en');
    const el = await fixture<BurdenPane>(html`<jc-burden .session=${session}></jc-burden>`);
    expect(shown(el)).to.contain('has not passed the check');
    const meter = await fixture<BurdenMeter>(html`<jc-burden-meter .session=${session}></jc-burden-meter>`);
    expect(shown(meter)).to.contain('—');
  });

  it('goes on with the last good content while something is wrong, and says so', async () => {
    const session = new BuilderSession(JSON.stringify(definition()));
    const el = await fixture<BurdenPane>(html`<jc-burden .session=${session}></jc-burden>`);
    session.edit({ title: { 'zh-CN': '破坏', en: 'broken' } }, [{ set: '/subject', value: 5 }]);
    await el.updateComplete;
    expect(shown(el)).to.contain('最近一次无误').and.contain('没有其他表可比较');
  });
});
