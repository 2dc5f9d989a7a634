import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { FactReader, FactValue } from '@jiceng/core/record/fact-reader.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { compile } from '@jiceng/core/definition/compile.js';
import { itemsOf } from '@jiceng/core/score/tree.js';
import type { Scorecard } from './scorecard.js';
import './define.js';

const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'branch-card',
  version: '1.0.0',
  title: '支部评分',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '找准短板。' },
  record: {
    type: 'object',
    properties: { scores: { type: 'object', title: '评分录入' }, isFalse: { type: 'boolean', title: '弄虚作假' } },
  },
  parameters: { heldRateFull: { title: '规范执行率满分线', value: 90, unit: '%', source: 'S002' } },
  score: {
    title: '党支部评分表',
    max: 20,
    entries: '/scores',
    dimensions: [
      {
        id: 'system',
        title: '基本制度',
        items: [
          {
            id: 'heldRate',
            code: 'C1',
            title: '三会一课',
            rule: '按规定召开。',
            max: 6,
            method: 'ratio',
            value: 'FACT("organisation-life/heldRate")',
            full: 'heldRateFull',
            unit: '%',
            source: 'S000',
          },
          {
            id: 'siteUse',
            title: '阵地使用',
            max: 4,
            method: 'threshold',
            value: 'FACT("sites/use")',
            steps: [{ at: 40, points: 4 }],
            source: 'O',
          },
        ],
      },
      {
        id: 'support',
        title: '基本保障',
        items: [
          { id: 'worker', title: '党务力量', max: 5, method: 'boolean', source: 'S002' },
          { id: 'funds', title: '<b>经费</b>', max: 5, method: 'manual', source: 'S002' },
        ],
      },
    ],
    veto: [{ id: 'falseData', title: '弄虚作假', when: 'isFalse', band: 'notMet' }],
    bands: [
      { id: 'met', title: '达标', min: 15, minShare: 60, tone: 'positive' },
      { id: 'notMet', title: '未达标', min: 0, tone: 'negative' },
    ],
  },
} as unknown as Definition;
const RATE: FactValue = {
  id: 'organisation-life/heldRate',
  num: 20,
  den: 24,
  value: 83.33333333333333,
  sources: ['r1', 'r2'],
};
const facts: FactReader = {
  declaration: (id) =>
    id === RATE.id ? { id, title: '规范执行率', subject: 'organisation', type: 'percent' } : undefined,
  read: ({ id }) =>
    id === RATE.id ? RATE : { id, num: null, den: null, value: null, sources: [], missing: 'no-definition' },
};
const organisation = {
  orgId: 'o1',
  orgName: '青山县城关镇桥北村党支部',
  orgShortName: '桥北村党支部',
  orgCode: '0101',
  orgType: 'rural',
  orgForm: 'branch',
  orgLevel: 'village',
  isActive: true,
} as Organisation;
const record = (data: object): StoredRecord => ({
  id: 'r',
  definition: { id: 'branch-card', version: '1.0.0', hash: compile(definition).hash },
  orgId: 'o1',
  orgPath: 'o1',
  periodCode: '2025',
  revision: 1,
  links: [],
  facts: [],
  history: [],
  audit: {
    createdAt: '2025-09-15T09:00:00+08:00',
    createdBy: 'p',
    updatedAt: '2025-09-15T09:00:00+08:00',
    updatedBy: 'p',
  },
  data: data as Record<string, unknown>,
});
const card = (data: object = {}, more: Partial<Scorecard> = {}) =>
  fixture<Scorecard>(
    html`<jc-scorecard lang="zh-CN" .definition=${definition} .facts=${facts} .organisation=${organisation}
      .record=${record(data)} .reviewing=${more.reviewing ?? false}
      .readonly=${more.readonly ?? false}></jc-scorecard>`,
  );
const all = (el: Scorecard, selector: string) => [...el.renderRoot.querySelectorAll<HTMLElement>(selector)];
const item = (el: Scorecard, title: string) =>
  all(el, '[part=item]').find((each) => each.querySelector('.name')!.textContent!.includes(title))!;
const focused = (el: Scorecard) => (el.renderRoot as ShadowRoot).activeElement;
const type = async (el: Scorecard, input: HTMLInputElement | HTMLTextAreaElement, text: string) => {
  input.focus();
  await sendKeys({ type: text });
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await el.updateComplete;
};

describe('<jc-scorecard>', () => {
  it('goes to the first item without points, and leaves out dimensions without items', async () => {
    const el = await card();
    all(el, '.summary button.tag')[0]!.click();
    expect(item(el, '阵地使用').contains(focused(el))).to.equal(true);
    expect(focused(el)!.localName).to.equal('input');
    const { score } = definition;
    const empty = { id: 'own', title: '自选动作', adjust: true, items: [] };
    el.definition = { ...definition, score: { ...score, dimensions: [...score!.dimensions, empty] } } as Definition;
    await el.updateComplete;
    expect(all(el, '[part=dimension]')).to.have.length(2);
  });

  it('says nothing of bands where the score has none', async () => {
    const { bands: _bands, veto: _veto, ...score } = definition.score!;
    const el = await card();
    expect(el.renderRoot.querySelector('.band')).not.to.equal(null);
    el.definition = { ...definition, score: { ...score, outputs: {} } } as Definition;
    await el.updateComplete;
    expect(el.renderRoot.querySelector('.band')).to.equal(null);
    expect(el.renderRoot.querySelector('.result')!.textContent).not.to.include('档');
    expect(el.getPrintHTML()).to.include('总分').and.not.to.include('档次');
  });

  it('has computed the score when it tells of a change', async () => {
    const el = await card();
    const funds = () => itemsOf(el.result!).find(({ item: { id } }) => id === 'funds')!.points;
    const heard: unknown[] = [];
    el.addEventListener('jc-change', () => heard.push([el.value['scores'], funds()]));
    await type(el, item(el, '经费').querySelector('input')!, '3');
    expect(heard).to.deep.equal([[{ funds: { selfScore: 3 } }, 3]]);
  });

  it('keeps what is being typed when a newer record comes, and shows the newer value elsewhere', async () => {
    const el = await card();
    const input = item(el, '经费').querySelector<HTMLInputElement>('input')!;
    input.focus();
    await sendKeys({ type: '4' });
    el.record = record({ scores: { worker: { answer: true } } });
    await el.updateComplete;
    expect(input.value).to.equal('4');
    input.dispatchEvent(new Event('change', { bubbles: true }));
    expect(el.value).to.deep.equal({ scores: { worker: { answer: true }, funds: { selfScore: 4 } } });
    input.blur();
    el.record = record({ scores: { funds: { selfScore: 2 } } });
    await el.updateComplete;
    expect(input.value).to.equal('2');
  });

  it('shows points, their source, and what is missing for the next band', async () => {
    const el = await card({ scores: { worker: { answer: true } } });
    expect(item(el, '三会一课').querySelector('.points')!.textContent).to.equal('5.56');
    expect(item(el, '三会一课').querySelector('.chip')!.textContent).to.equal('自动');
    expect(item(el, '党务力量').querySelector('.chip')!.textContent).to.equal('自评');
    expect(item(el, '阵地使用').querySelector('.hint')!.textContent).to.equal('暂无台账提供数据，改为人工评分。');
    expect(el.renderRoot.querySelector('.next')!.textContent).to.contain('总分还差 4.44 分');
    expect(el.renderRoot.querySelector('[part=band]')!.textContent).to.contain('未达标');
    await expect(el).to.be.accessible();
  });

  it('explains a number one click away, and gives the focus back on Esc', async () => {
    const el = await card();
    const button = item(el, '三会一课').querySelector<HTMLButtonElement>('.points')!;
    button.click();
    await el.updateComplete;
    const panel = item(el, '三会一课').querySelector<HTMLElement>('.panel')!;
    expect(panel.textContent).to.contain('规范执行率 83.33%（20 ÷ 24），满分线 90%，得 6 × 83.33 ÷ 90 = 5.56 分。');
    expect(panel.textContent).to.contain('规范执行率满分线：90%');
    await expect(el).to.be.accessible();
    panel.querySelector<HTMLButtonElement>('[part=source]')!.focus();
    setTimeout(() => panel.querySelector<HTMLButtonElement>('[part=source]')!.click());
    const { detail } = await oneEvent(el, 'jc-source-open');
    expect(detail).to.deep.equal({ factId: RATE.id, by: null, offset: 0, recordIds: ['r1', 'r2'] });
    await sendKeys({ press: 'Escape' });
    await el.updateComplete;
    expect(panel.hidden).to.equal(true);
    expect((el.renderRoot as ShadowRoot).activeElement).to.equal(button);
  });

  it('tells what people enter, shows it at once and keeps what it cannot take', async () => {
    const el = await card();
    const changes: unknown[] = [];
    el.addEventListener('jc-change', (event) =>
      changes.push(...(event as CustomEvent<{ changes: unknown[] }>).detail.changes),
    );
    item(el, '党务力量').querySelector<HTMLInputElement>('input[type=radio]')!.click();
    await el.updateComplete;
    expect(changes).to.deep.equal([{ pointer: '/scores/worker/answer', value: true }]);
    expect(item(el, '党务力量').querySelector('.points')!.textContent).to.equal('5');
    const funds = () => item(el, '经费').querySelector<HTMLInputElement>('input.number')!;
    await type(el, funds(), '4．5');
    expect(changes[1]).to.deep.equal({ pointer: '/scores/funds/selfScore', value: 4.5 });
    funds().select();
    await type(el, funds(), '9');
    expect(changes).to.have.length(2);
    expect(funds().value).to.equal('9');
    expect(funds().getAttribute('aria-invalid')).to.equal('true');
    expect(item(el, '经费').querySelector('.problem')!.textContent).to.equal('请填写 0 至 5 之间的分数。');
    expect(el.checkValidity()).to.equal(false);
    expect(el.result!.points).to.equal(15.06);
  });

  it('asks a reviewer who lowers a score for the reason', async () => {
    const el = await card({ scores: { funds: { selfScore: 5 } } }, { reviewing: true });
    await type(el, item(el, '经费').querySelector<HTMLInputElement>('input.number')!, '3');
    expect(item(el, '经费').querySelector('.chip')!.textContent).to.equal('上级评分');
    expect(el.checkValidity()).to.equal(false);
    await expect(el).to.be.accessible();
    await type(el, item(el, '经费').querySelector<HTMLTextAreaElement>('textarea')!, '材料不实');
    expect(el.checkValidity()).to.equal(true);
    expect(el.getPlainText()).to.contain('上级评分 3 分（原自评 5 分），扣分原因：材料不实。');
  });

  it('shows a veto, and that the definition has changed since', async () => {
    const el = await card({ isFalse: true });
    expect(el.renderRoot.querySelector('[part=veto]')!.textContent).to.contain('弄虚作假（最高只能评为“未达标”）');
    const said = async (version: string, hash: string, latestVersion: string) => {
      el.record = { ...record({}), definition: { id: 'branch-card', version, hash } };
      el.latestVersion = latestVersion;
      await el.updateComplete;
      return el.renderRoot.querySelector('.frozen')?.textContent;
    };
    const { hash } = compile(definition);
    expect(await said('0.9.0', 'other', '1.0.0')).to.equal(
      '此表按 0.9.0 版填报，定义已更新；得分按 1.0.0 版计算，可能与填报时不同。',
    );
    expect(await said('1.0.0', 'other', '1.0.0')).to.contain(
      '定义已修改而版本号未变（1.0.0 版）；得分按修改后的内容计算',
    );
    expect(await said('1.0.0', hash, '1.1.0')).to.equal(
      '此表按 1.0.0 版填报，现行为 1.1.0 版；得分仍按填报时的版本计算。',
    );
    expect(await said('1.0.0', hash, '1.0.0')).to.equal(undefined);
  });

  it('names what was counted, what is missing, and what runs and does not count yet', async () => {
    const bucket = { key: 'lecture', periodCode: '2025-Q3', required: 1, done: 0 };
    const el = await card();
    el.facts = {
      ...facts,
      declaration: () => ({
        id: RATE.id,
        title: '规范执行率',
        subject: 'organisation',
        type: 'percent',
        required: [{ key: 'lecture', title: '党课', every: 'quarter', count: 1, source: 'O' }],
      }),
      required: ({ id }) =>
        id === RATE.id ? { ended: [bucket], running: [{ ...bucket, periodCode: '2025-12', done: 1 }] } : undefined,
    };
    await el.updateComplete;
    item(el, '三会一课').querySelector<HTMLButtonElement>('button[aria-expanded]')!.click();
    await el.updateComplete;
    expect([...item(el, '三会一课').querySelectorAll('[part=required]')].map((line) => line.textContent)).to.deep.equal(
      [
        '应完成 1 次，按要求完成 0 次。',
        '党课缺 1 次（2025年第三季度）。',
        '2025年12月尚未结束，暂不计入，其中已完成 1 次，期满后计入。',
      ],
    );
    await expect(el).to.be.accessible();
  });

  it('has no way to enter anything when read-only, and none that works when disabled', async () => {
    const el = await card({}, { readonly: true });
    expect(all(el, 'input, textarea')).to.have.length(0);
    el.readonly = false;
    el.disabled = true;
    await el.updateComplete;
    expect(all(el, 'input, textarea').every((input) => (input as HTMLInputElement).disabled)).to.equal(true);
  });

  it('says that it loads, that there is nothing, and what went wrong', async () => {
    const el = await fixture<Scorecard>(html`<jc-scorecard lang="zh-CN" loading></jc-scorecard>`);
    const shown = () => el.renderRoot.querySelector('.state')!.textContent;
    expect(shown()).to.equal('正在加载评分表…');
    el.loading = false;
    await el.updateComplete;
    expect(shown()).to.equal('没有可显示的评分表。');
    el.definition = { ...definition, score: undefined } as Definition;
    await el.updateComplete;
    expect(shown()).to.equal('此表未设置评分项。');
    el.definition = { id: 'broken' } as unknown as Definition;
    await el.updateComplete;
    expect(shown()).to.equal('评分表的定义有误，暂不能显示，请联系管理员。');
  });

  it('shows texts as text, also in print', async () => {
    const el = await card();
    expect(all(el, '.name b')).to.have.length(0);
    const print = el.getPrintHTML();
    expect(print).to.contain('&#60;b&#62;经费&#60;/b&#62;').and.not.to.contain('<b>');
    expect(print).to.contain('青山县城关镇桥北村党支部');
  });

  it('fits 360 px and follows its own width', async () => {
    await setViewport({ width: 360, height: 800 });
    try {
      const el = await card({ scores: { worker: { answer: true } } }, { reviewing: true });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      await el.updateComplete;
      expect(el.renderRoot.querySelector('.base')!.classList.contains('narrow')).to.equal(true);
      expect(el.scrollWidth).to.be.at.most(el.clientWidth);
      await expect(el).to.be.accessible();
    } finally {
      await setViewport({ width: 1280, height: 800 });
    }
  });

  it('speaks English', async () => {
    const el = await fixture<Scorecard>(
      html`<jc-scorecard locale="en-GB" .definition=${definition} .facts=${facts}></jc-scorecard>`,
    );
    expect(item(el, '三会一课').querySelector('.chip')!.textContent).to.equal('Computed');
  });
});
