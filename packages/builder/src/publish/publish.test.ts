import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Person } from '@jiceng/core/generated/person.js';
import { BuilderSession } from '../session/session.ts';
import type { PublishDetail } from './publish-events.ts';
import type { PublishPane } from './publish-pane.ts';
import { publishPane } from './pane.ts';
import './define.ts';

const definition = (more: object = {}) => ({
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'form',
  version: '1.0.0',
  title: '季度情况',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '决定帮扶哪些组织' },
  validUntil: '2026-06-30',
  record: {
    type: 'object',
    required: ['files'],
    properties: { files: { type: 'array', title: '照片', maxItems: 1, items: { type: 'string', format: 'file' } } },
  },
  ...more,
});
const stored: unknown[][] = [];
let versions: object[] = [];
let tell = (): void => undefined;
const source = {
  versions: () => Promise.resolve(versions),
  subscribe: (told: () => void) => {
    tell = told;
    return () => undefined;
  },
  organisations: () =>
    Promise.resolve([
      { orgId: 'c', orgLevel: 'county' },
      { orgId: 't', orgLevel: 'township' },
    ]),
  publish: (...given: unknown[]) => {
    stored.push(given);
    return Promise.resolve(
      stored.length > 1
        ? {
            ok: false,
            problems: [
              {
                pointer: '/version',
                code: 'version-published',
                reason: { 'zh-CN': '已经发布', en: 'published already' },
              },
            ],
          }
        : { ok: true, value: {} },
    );
  },
} as unknown as DataSource;
const person = (orgId: string): Person => ({
  personId: 'p',
  personName: '某',
  posts: [{ orgId, role: 'administrator' }],
});
const shown = (el: Element) => el.shadowRoot!.textContent!.replace(/\s+/g, ' ');
const button = (el: Element, label: string) =>
  [...el.shadowRoot!.querySelectorAll('button')].find(({ textContent }) => textContent!.trim() === label)!;

async function opened(more: object, by?: Person) {
  const session = new BuilderSession(JSON.stringify(definition(more)), {
    dataSource: source,
    now: '2025-07-14T09:00:00+08:00',
    ...(by ? { person: by } : {}),
  });
  const el = await fixture<PublishPane>(html`<jc-publish .session=${session}></jc-publish>`);
  await source.organisations();
  await el.updateComplete;
  const published: PublishDetail[] = [];
  el.addEventListener('jc-publish', (event) => published.push((event as CustomEvent<PublishDetail>).detail));
  return { session, el, published };
}

describe('<jc-publish>', () => {
  beforeEach(() => {
    versions = [];
  });

  it('goes to the cause, fixes it by one click as one step of undo, and publishes', async () => {
    const { session, el, published } = await opened({});
    expect(shown(el)).to.contain('有 1 条硬性规则没有通过').and.contain('附件“照片”不能设为必填');
    await waitUntil(() => publishPane.mark?.(session) === '1', 'the tab counts what blocks', { timeout: 8000 });
    expect(button(el, '发布 1.0.0').disabled).to.equal(true);
    button(el, '转到“照片”').click();
    expect(session.selection.value).to.deep.equal(['/record/properties/files']);
    button(el, '改为选填').click();
    await el.updateComplete;
    expect(shown(el)).to.contain('没有妨碍发布的问题');
    await waitUntil(() => el.shadowRoot!.activeElement?.className.includes('summary'), 'the focus is not lost', {
      timeout: 8000,
    });
    expect(session.document.nextUndo.value!.title['zh-CN']).to.equal('改为选填');
    await waitUntil(() => publishPane.mark?.(session) === undefined, 'nothing blocks any more', { timeout: 8000 });
    button(el, '发布 1.0.0').click();
    await el.updateComplete;
    expect(published, 'asked once more').to.deep.equal([]);
    button(el, '确认发布').click();
    await el.updateComplete;
    expect(published.map(({ definition: { version }, reasons }) => [version, reasons])).to.deep.equal([['1.0.0', {}]]);
    expect(JSON.parse(published[0]!.text)).to.deep.equal(session.value.value);
    await expect(el).to.be.accessible();
  });

  it('takes a reason from an administrator of the county only, and hands it over', async () => {
    const { session, el, published } = await opened({}, person('c'));
    const area = el.shadowRoot!.querySelector('textarea')!;
    const write = async (reason: string) => {
      area.value = reason;
      area.dispatchEvent(new Event('input'));
      await el.updateComplete;
    };
    await write('太短');
    expect(button(el, '发布 1.0.0').disabled).to.equal(true);
    await write('上级要求现场照片作为验收依据');
    expect(shown(el)).to.contain('已说明理由');
    button(el, '发布 1.0.0').click();
    await el.updateComplete;
    button(el, '确认发布').click();
    expect(published[0]!.reasons).to.deep.equal({ B04: '上级要求现场照片作为验收依据' });
    expect(session.document.text.value).not.to.contain('上级要求');
    await new Promise((done) => setTimeout(done));
    await el.updateComplete;
    expect(stored).to.deep.equal([[session.value.value, { personId: 'p' }, { B04: '上级要求现场照片作为验收依据' }]]);
    expect(shown(el)).to.contain('1.0.0 版已发布');
    button(el, '发布 1.0.0').click();
    await el.updateComplete;
    button(el, '确认发布').click();
    await new Promise((done) => setTimeout(done));
    await el.updateComplete;
    expect(shown(el)).to.contain('没有发布：已经发布');
    el.addEventListener('jc-publish', (event) => event.preventDefault(), { once: true });
    button(el, '发布 1.0.0').click();
    await el.updateComplete;
    button(el, '确认发布').click();
    expect(stored.length, 'the host publishes itself').to.equal(2);
    await expect(el).to.be.accessible();
    const township = await opened({}, person('t'));
    expect(township.el.shadowRoot!.querySelector('textarea')).to.equal(null);
    expect(shown(township.el)).to.contain('只有县级以上管理人员');
  });

  it('shows errors with their places, and publishes nothing while there are any', async () => {
    const { session, el } = await opened({ validUntil: '2026-06-30' });
    session.edit({ title: { 'zh-CN': '破坏', en: 'broken' } }, [
      { set: '/rules', value: [{ field: '/gone', visible: '1+' }] },
    ]);
    await el.updateComplete;
    expect(shown(el)).to.match(/定义有 \d+ 处错误/);
    expect(button(el, '发布 1.0.0').disabled).to.equal(true);
    const never = await fixture<PublishPane>(html`<jc-publish .session=${new BuilderSession('[]')}></jc-publish>`);
    expect(shown(never)).to.contain('还没有通过检查');
  });

  it('offers no number that is out: what is the same needs none, what is changed takes the next, with its records', async () => {
    const { session, el } = await opened({
      record: { type: 'object', properties: { a: { type: 'string', title: '甲', maxLength: 9 } } },
    });
    versions = [{ definition: session.value.value, status: 'published' }];
    tell();
    await waitUntil(() => shown(el).includes('与现在画的一样'), 'it is out', { timeout: 8000 });
    expect(button(el, '发布 1.0.0')).to.equal(undefined);
    const wanted: string[] = [];
    el.addEventListener('jc-pane-show', (event) => wanted.push((event as CustomEvent<{ pane: string }>).detail.pane));
    button(el, '查看版本和记录').click();
    expect(wanted).to.deep.equal(['versions']);
    session.edit({ title: { 'zh-CN': '加', en: 'add' } }, [
      { set: '/record/properties/b', value: { type: 'string', title: '乙', maxLength: 9 } },
    ]);
    await el.updateComplete;
    expect(shown(el)).to.contain('1.0.0 版已经发布，不能再改');
    expect(button(el, '发布 1.0.0')).to.equal(undefined);
    button(el, '改为 1.1.0 版').click();
    await el.updateComplete;
    expect((session.value.value as { migration: unknown }).migration).to.deep.equal({ from: '1.0.0', steps: [] });
    await waitUntil(() => el.shadowRoot!.activeElement === button(el, '发布 1.1.0'), 'the focus is not lost', {
      timeout: 8000,
    });
    session.undo();
    await el.updateComplete;
    expect(button(el, '改为 1.1.0 版')).to.not.equal(undefined);
    const [out] = versions as { definition: object }[];
    versions = [{ definition: { ...out!.definition, version: '1.4.0' }, status: 'published' }, out!];
    tell();
    await waitUntil(() => button(el, '改为 1.5.0 版') !== undefined, 'the next number is above all', { timeout: 8000 });
    await expect(el).to.be.accessible();
  });

  it('gives code for the page at hand, and copies it', async () => {
    const { el } = await opened({});
    const embed = el.shadowRoot!.querySelector('jc-embed-code')!;
    await embed.updateComplete;
    expect(embed.shadowRoot!.querySelector('textarea')!.value).to.contain('<jc-form name="data" mirror>');
    embed.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=radio]')[4]!.click();
    await embed.updateComplete;
    expect([...embed.shadowRoot!.querySelectorAll('.file b')].map(({ textContent }) => textContent)).to.deep.equal([
      'index.html',
      'Form.jsx',
      'form.json',
    ]);
    await expect(embed).to.be.accessible();
  });
});
