import { expect, fixture, html } from '@open-wc/testing';
import { compile } from '@jiceng/core/definition/compile.js';
import { createForm } from '@jiceng/core/form/create-form.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { rulesDefinition } from '../fixtures/rules-definition.ts';
import { BuilderSession } from '../session/session.ts';
import type { Why } from './why.ts';
import './define.ts';

const sessionOf = () => new BuilderSession(JSON.stringify(rulesDefinition));
const shown = (el: Element) => el.shadowRoot!.textContent!.replace(/\s+/g, ' ');

describe('<jc-why>', () => {
  it('tells why a field is as it is, follows the form, and leads to the rule', async () => {
    const session = sessionOf();
    const form = createForm({
      compiled: compile(session.definition.value as Definition),
      data: { result: 'met', count: 2 },
      now: '2026-03-15T09:00:00+08:00',
    });
    const el = await fixture<Why>(html`<jc-why .session=${session} .form=${form}></jc-why>`);
    el.field = '/dueOn';
    await el.updateComplete;
    expect(shown(el))
      .to.contain('“整改期限”为什么是这样')
      .and.contain('隐藏')
      .and.contain('现在不成立')
      .and.contain('是否达标 = “达标”');
    await expect(el).to.be.accessible();
    form.field('/result')!.set('unmet');
    await el.updateComplete;
    expect(shown(el))
      .to.contain('必填')
      .and.contain('现在成立')
      .and.not.contain('现在不成立')
      .and.not.contain('现在隐藏');
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
