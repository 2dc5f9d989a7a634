import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { memorySource } from '@jiceng/client/memory/memory-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import { BuilderSession } from '../session/session.ts';
import type { MigrationPlan } from './migration-plan.ts';
import { versionsPane } from './pane.ts';
import type { Versions } from './versions.ts';
import './define.ts';

const NOW = '2025-09-15T09:00:00+08:00';
const person = {
  personId: 'lin',
  personName: '林序',
  posts: [
    { orgId: 'town', role: 'administrator' as const },
    { orgId: 'town', role: 'filler' as const },
  ],
};
const definition = (version: string, properties: object, more: object = {}) =>
  ({
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'visits',
    version,
    title: '走访记录',
    subject: 'organisation',
    validUntil: '2026-06-30',
    purpose: { readBy: 'county', decision: '安排下一季度的走访帮扶。' },
    record: { type: 'object', properties },
    ...more,
  }) as unknown as Definition;
const one = definition('1.0.0', {
  phone: { type: 'string', title: '联系电话' },
  kind: {
    type: 'string',
    title: '类别',
    oneOf: [
      { const: 'a', title: '甲类' },
      { const: 'b', title: '乙类' },
    ],
  },
});
const drawn = definition('1.0.0', {
  mobile: { type: 'string', title: '联系电话' },
  kind: {
    type: 'string',
    title: '类别',
    oneOf: [
      { const: 'x', title: '甲类' },
      { const: 'b', title: '乙类' },
    ],
  },
});

async function opened(drawing: Definition = drawn) {
  const source = memorySource({
    id: 't',
    now: NOW,
    definitions: [one],
    people: [person],
    records: [],
    organisations: [
      {
        orgId: 'town',
        orgName: '石桥镇',
        orgShortName: '石桥镇',
        orgCode: 'town',
        orgType: 'rural',
        orgForm: 'branch',
        orgLevel: 'township',
        isActive: true,
        foundedOn: '2001-07-01',
      },
    ] as never,
  });
  for (const [at, data] of ([{ phone: '139', kind: 'a' }, { phone: '138', kind: 'b' }, {}] as JsonObject[]).entries())
    expect(
      (
        await source.run(
          { kind: 'create', recordId: `r${at}`, definitionId: 'visits', orgId: 'town', data },
          { personId: 'lin' },
        )
      ).ok,
    ).to.equal(true);
  const session = new BuilderSession(JSON.stringify(drawing, null, 2), { dataSource: source, person, now: NOW });
  const el = await fixture<Versions>(html`<jc-versions .session=${session}></jc-versions>`);
  await waitUntil(() => !text(el).includes('正在读取'), undefined, { timeout: 8000 });
  return { el, session, source };
}
const text = (el: Element) => el.shadowRoot!.textContent!.replace(/\s+/g, ' ');
const button = (el: Element, label: string) =>
  [...el.shadowRoot!.querySelectorAll('button')].find((each) => each.textContent!.includes(label))!;
const plan = (el: Element) => el.shadowRoot!.querySelector<MigrationPlan>('jc-migration-plan')!;
async function press(el: Versions | MigrationPlan, label: string) {
  button(el, label).click();
  await el.updateComplete;
}

describe('<jc-versions>', () => {
  it('is loaded by its pane', async () => {
    await versionsPane.load();
    expect(customElements.get(versionsPane.tag)).to.exist;
  });

  it('tells what changed, how many records hold it, and takes the next number with steps as one change', async () => {
    const { el, session } = await opened();
    expect(text(el))
      .to.include('改动 2 处，其中 2 处影响已有记录')
      .and.to.include('字段“联系电话”：保存用的名称变了')
      .and.to.include('2 条记录已填')
      .and.to.include('1 条记录已填')
      .and.to.include('建议版本号 2.0.0');
    await press(el, '采用 2.0.0');
    expect(session.definition.value?.version).to.equal('2.0.0');
    expect(session.definition.value?.migration).to.deep.equal({
      from: '1.0.0',
      steps: [
        { do: 'rename', from: '/phone', to: '/mobile' },
        { do: 'recode', field: '/kind', codes: [{ from: 'a', to: 'x' }] },
      ],
    });
    expect(session.problems.value).to.deep.equal([]);
    await plan(el).updateComplete;
    expect(text(plan(el)))
      .to.include('“联系电话 phone”改为“联系电话 mobile”')
      .and.to.include('“类别”换算 1 个选项');
    session.undo();
    expect(session.definition.value).to.deep.equal(drawn);
    await expect(el).to.be.accessible();
  });

  it('narrows the list', async () => {
    const { el } = await opened(
      definition('1.0.0', { ...one.record.properties, memo: { type: 'string', title: '备注' } }, { title: '走访登记' }),
    );
    const select = el.shadowRoot!.querySelector('select')!;
    const shown = async (filter: string) => {
      select.value = filter;
      select.dispatchEvent(new Event('change'));
      await el.updateComplete;
      return el.shadowRoot!.querySelectorAll('.list > li').length;
    };
    expect([await shown('all'), await shown('touching'), await shown('content'), await shown('words')]).to.deep.equal([
      2, 0, 1, 1,
    ]);
  });

  it('tries the steps on stored records and stores nothing; steps are moved, changed and removed', async () => {
    const { el, session, source } = await opened();
    await press(el, '采用 2.0.0');
    const steps = plan(el);
    await steps.updateComplete;
    await press(steps, '试迁移');
    await waitUntil(() => text(steps).includes('试了 3 条记录'), undefined, { timeout: 8000 });
    expect(text(steps)).to.include('2 条的内容会变').and.to.include('迁移后全部符合新版本').and.to.include('139');
    expect((await source.record('r0'))?.data).to.deep.equal({ phone: '139', kind: 'a' });
    await press(steps, '下移');
    expect(session.definition.value?.migration?.steps.map((step) => step.do)).to.deep.equal(['recode', 'rename']);
    expect(text(steps)).not.to.include('试了 3 条记录');
    await press(steps, '删除');
    expect(session.definition.value?.migration?.steps.length).to.equal(1);
    await press(steps, '试迁移');
    await waitUntil(() => text(steps).includes('1 条迁移后不符合新版本'), undefined, { timeout: 8000 });
    await press(steps, '修改');
    const form = steps.shadowRoot!.querySelector<JcForm>('jc-form')!;
    await waitUntil(
      () => form.shadowRoot!.querySelector('[name="do"], select, input[type=radio]') !== null,
      undefined,
      { timeout: 8000 },
    );
    form.value = { do: 'drop', field: '/phone' };
    form.dispatchEvent(new Event('jc-change'));
    await steps.updateComplete;
    await press(steps, '完成');
    expect(session.definition.value?.migration?.steps).to.deep.equal([{ do: 'drop', field: '/phone' }]);
    await expect(el).to.be.accessible();
  });

  it('upgrades the records of a version at once, takes that back, and retires', async () => {
    const { el, session, source } = await opened();
    await press(el, '采用 2.0.0');
    expect((await source.publish(JSON.parse(session.document.text.value), { personId: 'lin' })).ok).to.equal(true);
    await waitUntil(() => button(el, '记录升级到 2.0.0') !== undefined, undefined, { timeout: 8000 });
    await press(el, '记录升级到 2.0.0');
    expect(text(el)).to.include('将 3 条记录一次升级到 2.0.0 版');
    await press(el, '确认升级');
    await waitUntil(() => text(el).includes('已升级 3 条记录'), undefined, { timeout: 8000 });
    expect((await source.record('r0'))?.data).to.deep.equal({ mobile: '139', kind: 'x' });
    await press(el, '撤销升级');
    await waitUntil(() => text(el).includes('已撤销升级'), undefined, { timeout: 8000 });
    expect((await source.record('r0'))?.data).to.deep.equal({ phone: '139', kind: 'a' });
    await press(el, '停用');
    await press(el, '确认停用');
    await waitUntil(() => text(el).includes('已停用'), undefined, { timeout: 8000 });
    expect((await source.versions('visits'))[0]?.status).to.equal('retired');
    await expect(el).to.be.accessible();
  });

  it('says what is missing', async () => {
    const none = await fixture<Versions>(html`<jc-versions .session=${new BuilderSession('{}')}></jc-versions>`);
    expect(text(none)).to.include('没有连接数据源');
    const { el } = await opened(definition('1.0.0', {}, { id: 'other' }));
    expect(text(el)).to.include('还没有发布过');
  });
});
