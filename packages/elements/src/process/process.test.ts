import { sendKeys } from '@web/test-runner-commands';
import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { FILLER, NOW, ORGANISATIONS, PEOPLE } from '../record/test-definition.ts';
import type { Process } from './process.ts';
import { ADMISSION, admission } from './test-definition.ts';
import './define.ts';

async function process(more: Partial<Process> = {}, width = 900): Promise<Process> {
  const box = await fixture<HTMLElement>(html`<div lang="zh-CN"></div>`);
  box.style.width = `${width}px`;
  const el = document.createElement('jc-process');
  Object.assign(el, {
    definition: ADMISSION,
    record: admission(),
    organisations: ORGANISATIONS,
    people: PEOPLE,
    person: FILLER,
    now: NOW,
    ...more,
  });
  box.append(el);
  await settled(el);
  return el;
}
const settled = async (el: Process) => {
  await el.updateComplete;
  await nextFrame();
  await el.updateComplete;
};
const $ = <T extends HTMLElement>(el: Process, selector: string) => el.renderRoot.querySelector<T>(selector)!;
const steps = (el: Process) => [...el.renderRoot.querySelectorAll<HTMLElement>('.step')];
const type = (el: HTMLInputElement, value: string) => {
  el.value = value;
  el.dispatchEvent(new InputEvent('input'));
};

describe('<jc-process>', () => {
  it('says where the record stands, what is late and what waits for what', async () => {
    const el = await process();
    expect($(el, '.overview').textContent).to.equal('第 1 阶段 · 第 2 步 / 8');
    expect(steps(el)[0]!.textContent).to.contain('已完成').and.to.contain('完成于 2025-07-01');
    expect(steps(el)[1]!.textContent)
      .to.contain('时限 2025-07-31')
      .and.to.contain('超期 46 天')
      .and.to.contain('收到申请书后一个月内');
    expect(steps(el)[2]!.textContent).to.contain('须先完成“党组织派人谈话”。');
    expect($(el, '.stages [aria-current=step]').textContent).to.contain('申请入党');
    await expect(el).to.be.accessible();
  });

  it('says what was filled in with a step in the words of its choices, numbers too', async () => {
    const definition = JSON.parse(JSON.stringify(ADMISSION));
    definition.record.properties.publicity = {
      type: 'array',
      title: '公示',
      items: {
        type: 'object',
        properties: {
          step: {
            type: 'integer',
            title: '对应步骤',
            oneOf: [
              { const: 3, title: '第3步' },
              { const: 7, title: '第7步' },
            ],
          },
        },
      },
    };
    definition.process.stages[0].steps[0].fields = ['/publicity'];
    const el = await process({
      definition,
      record: admission({ data: { applicationOn: '2025-07-01', publicity: [{ step: 3 }, { step: 7 }] } }),
    });
    expect(steps(el)[0]!.querySelector('.filled')!.textContent).to.contain('1. 第3步\n2. 第7步');
  });

  it('asks for the step’s fields and its date before it hands the step over', async () => {
    const el = await process();
    $(el, '[data-step=s02]').click();
    await settled(el);
    const form = el.renderRoot.querySelector('jc-form')!;
    expect(form.shadowRoot!.querySelector('[part=summary]')!.textContent)
      .to.contain('派人谈话日期')
      .and.to.contain('谈话人');
    const inputs = [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('[part=field] input')];
    expect(form.focusField('/interviewOn')).to.equal(true);
    inputs[0]!.value = '2025年7月20日';
    inputs[0]!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    inputs[1]!.focus();
    await sendKeys({ type: '李红' });
    setTimeout(() => $(el, '[data-step=s02]').click());
    const { detail } = (await oneEvent(el, 'jc-step')) as CustomEvent;
    expect(detail).to.deep.equal({
      recordId: '2000000000000000001',
      revision: 4,
      step: 's02',
      action: 'done',
      changes: [
        { pointer: '/interviewOn', value: '2025-07-20' },
        { pointer: '/interviewer', value: '李红' },
      ],
    });
    el.showRefusal(detail.recordId, {
      code: 'guard',
      problems: [{ pointer: '', code: 'x', reason: { 'zh-CN': '谈话日期不能早于申请日期。', en: 'no' } }],
    });
    await settled(el);
    expect($(el, '.step-body [role=alert]').textContent).to.contain('谈话日期不能早于申请日期。');
    el.record = admission({
      revision: 5,
      steps: {
        s01: { status: 'done', on: '2025-07-01', by: 'p-fill' },
        s02: { status: 'done', on: '2025-07-20', by: 'p-fill' },
      },
      data: { applicationOn: '2025-07-01', interviewOn: '2025-07-20', interviewer: '李红' },
    });
    await settled(el);
    expect($(el, '[role=status].visually-hidden').textContent).to.equal('“党组织派人谈话”已办结。');
    expect(steps(el)[1]!.textContent).to.contain('谈话人：李红');
    await expect(el).to.be.accessible();
  });

  it('says from when on a step is possible, instead of letting people fill in what will be refused', async () => {
    const done = (on: string) => ({ status: 'done' as const, on, by: 'p-fill' });
    const el = await process({
      record: admission({
        steps: { s01: done('2025-07-01'), s02: done('2025-08-20') },
        data: { applicationOn: '2025-07-01', interviewOn: '2025-08-20' },
      }),
    });
    expect(el.renderRoot.querySelectorAll('[data-step=s03]')).to.have.lengthOf(0);
    expect(steps(el)[2]!.querySelector('.actions')!.textContent).to.contain('暂不能办理：最早可在 2025-11-18 办理。');
    await expect(el).to.be.accessible();
  });

  it('opens steps side by side and says who else may act', async () => {
    const done = (on: string) => ({ status: 'done' as const, on, by: 'p-fill' });
    const el = await process({
      record: admission({
        steps: { s01: done('2025-07-01'), s02: done('2025-07-10'), s03: done('2025-09-10') },
        data: { applicationOn: '2025-07-01', interviewOn: '2025-07-10', activistOn: '2025-09-10' },
      }),
    });
    const open = steps(el).filter((node) => node.classList.contains('open'));
    expect(open).to.have.lengthOf(2);
    expect(open[0]!.textContent).to.contain('暂不能办理：').and.to.contain('审核人员');
    expect(open[1]!.querySelector('[data-step=s05]')).not.to.equal(null);
  });

  it('returns a step only with a reason', async () => {
    const el = await process();
    $(el, '[data-return=s01]').click();
    await settled(el);
    const form = $<HTMLFormElement>(el, 'form.return');
    form.dispatchEvent(new SubmitEvent('submit', { cancelable: true }));
    await settled(el);
    expect(form.textContent).to.contain('不少于 5 个字。');
    type(form.querySelector('textarea')! as unknown as HTMLInputElement, '申请书未签名');
    setTimeout(() => form.dispatchEvent(new SubmitEvent('submit', { cancelable: true })));
    const { detail } = (await oneEvent(el, 'jc-step')) as CustomEvent;
    expect(detail).to.deep.include({ step: 's01', action: 'return', reason: '申请书未签名' });
  });

  it('shows why a step was returned, and warnings over the whole case', async () => {
    const el = await process({
      record: admission({
        steps: { s01: { status: 'returned', on: '2025-07-02', by: 'p-fill', note: '申请书未签名' } },
        data: { applicationOn: '2025-07-01', interviewOn: '2025-07-01' },
      }),
    });
    expect(steps(el)[0]!.textContent).to.contain('退回补正').and.to.contain('退回原因：申请书未签名');
    expect($(el, '.notice').textContent).to.contain('请核实是否为事后补录');
  });

  it('stands upright in a narrow column, and gives its text and print', async () => {
    const el = await process({}, 360);
    expect(getComputedStyle($(el, '.stages')).display).to.equal('block');
    expect(el.scrollWidth).to.be.at.most(360);
    expect(el.getPlainText()).to.contain('2. 党组织派人谈话，超期');
    expect(el.getPrintHTML().match(/<tr /g)).to.have.lengthOf(8);
    await expect(el).to.be.accessible();
  });

  it('offers nothing to people who only read', async () => {
    const el = await process({ readonly: true });
    expect($(el, '[data-step]')).to.equal(null);
    expect($(el, '[data-return]')).to.equal(null);
  });
});
