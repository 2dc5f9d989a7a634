import { expect, fixture, html } from '@open-wc/testing';
import { compile } from '@jiceng/core/definition/compile.js';
import { createForm } from '@jiceng/core/form/form.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { BuilderSession } from '../session/session.ts';
import type { Why } from './why.ts';
import './define.ts';

const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json', id: 'form', version: '1.0.0', title: '检查', subject: 'organisation', purpose: { readBy: 'county', decision: '决定帮扶' },
  parameters: { limit: { title: '时限', value: 30, unit: '天', source: 'O' } },
  record: {
    type: 'object',
    properties: {
      result: { title: '是否达标', type: 'string', oneOf: [{ const: 'met', title: '达标' }, { const: 'unmet', title: '未达标' }] }, dueOn: { title: '整改期限', type: 'string', format: 'date' }, ready: { title: '材料齐全', type: 'boolean' },
      count: { title: '问题数', type: 'integer', 'x-unit': '个' }, total: { title: '合计', type: 'number' },
    },
  },
  view: [{ section: '整改', when: 'result="unmet"', fields: ['/dueOn', '/result', '/ready', '/count', '/total'] }],
  rules: [{ field: '/dueOn', required: 'result="unmet"' }, { check: 'SUM(count,total)>0', level: 'error', message: '不能都是 0' }, { field: '/total', value: 'count*2' }],
};
const sessionOf = () => new BuilderSession(JSON.stringify(definition));
const shown = (el: Element) => el.shadowRoot!.textContent!.replace(/\s+/g, ' ');

describe('<jc-why>', () => {
  it('tells why a field is as it is, follows the form, and leads to the rule', async () => {
    const session = sessionOf();
    const form = createForm({ compiled: compile(session.definition.value as Definition), data: { result: 'met', count: 2 }, now: '2026-03-15T09:00:00+08:00' });
    const el = await fixture<Why>(html`<jc-why .session=${session} .form=${form}></jc-why>`);
    el.field = '/dueOn';
    await el.updateComplete;
    expect(shown(el)).to.contain('“整改期限”为什么是这样').and.contain('隐藏').and.contain('现在不成立').and.contain('是否达标 = “达标”');
    await expect(el).to.be.accessible();
    form.field('/result')!.set('unmet');
    await el.updateComplete;
    expect(shown(el)).to.contain('必填').and.contain('现在成立').and.not.contain('现在不成立').and.not.contain('现在隐藏');
    [...el.shadowRoot!.querySelectorAll('button')].at(-1)!.click();
    expect(session.selection.value[0]).to.match(/^\/rules\/0$|^\/view\/0/);
    const select = el.shadowRoot!.querySelector('select')!;
    select.value = '/total';
    select.dispatchEvent(new Event('change'));
    await el.updateComplete;
    expect(shown(el)).to.contain('“合计”自动得出：“问题数”×2').and.contain('现在的结果：4');
    el.field = '';
    await el.updateComplete;
    expect(shown(el)).to.contain('选一个字段');
  });
});
