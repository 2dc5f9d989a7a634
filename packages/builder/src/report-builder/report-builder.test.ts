import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { Person } from '@jiceng/core/generated/person.js';
import type { Report } from '@jiceng/core/generated/report.js';
import type { Json } from '@jiceng/core/json/json.js';
import { countyReport, dataOf, DEFINITIONS, visit } from '@jiceng/core/report/fixtures/county.js';
import type { Drafts } from '@jiceng/elements/internal/context.js';
import type { ReportBuilderDetail } from './report-builder-events.ts';
import type { ReportBuilder } from './report-builder.ts';
import './define.ts';

const RECORDS = [
  visit('1', 'a1', '2025-02-01', { kind: 'home', amount: 0.1, who: 'p' }, 'done'),
  visit('2', 'b1', '2025-05-01', { kind: 'site', amount: 90, who: 'q' }),
];
const sources = dataOf(countyReport({ blocks: [{ block: 'cards', id: 'x', measures: ['count'] }] }), RECORDS).sources;

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 400) throw new Error(`waited in vain: ${what}`);
    await aTimeout(10);
  }
}
async function begun(report?: Report): Promise<ReportBuilder> {
  await setViewport({ width: 1366, height: 900 });
  const el = await fixture<ReportBuilder>(
    html`<jc-report-builder lang="zh-CN" .definitions=${DEFINITIONS} .sources=${sources} .report=${report}
      organisation="c"></jc-report-builder>`,
  );
  await el.updateComplete;
  if (!report) {
    find(el, '.beginning').click();
    await el.updateComplete;
  }
  return el;
}
const all = (el: ReportBuilder, selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
function find(el: ReportBuilder, selector: string, text = ''): HTMLElement {
  const found = all(el, selector).find((node) => node.textContent!.includes(text));
  if (!found) throw new Error(`no ${selector} “${text}”`);
  return found;
}
const chips = (el: ReportBuilder, zone: string) =>
  all(el, `[data-zone="${zone}"] .chip-name`).map(({ textContent }) => textContent);
const said = (el: ReportBuilder) => find(el, '.base > [role="status"]').textContent!;
const reportOf = (el: ReportBuilder) => JSON.parse(el.text) as Report;
const result = (el: ReportBuilder) => el.shadowRoot!.querySelector('jc-report')!;
const block = (el: ReportBuilder, title: string) => find(el, '.block-name', title).click();

describe('<jc-report-builder>', () => {
  it('begins with the data of a form and shows the numbers at once, and passes axe', async () => {
    const el = await begun();
    await until(() => result(el).result !== undefined, 'the result');
    expect(result(el).shadowRoot!.textContent).to.contain('visit');
    expect(all(el, '.blocks li').length).to.be.greaterThan(3);
    await expect(el).to.be.accessible();
  });

  it('puts in what is found by a word and Enter, at the place where it belongs', async () => {
    const el = await begun();
    block(el, '统计表');
    await el.updateComplete;
    const before = chips(el, 'columns');
    const search = el.shadowRoot!.querySelector<HTMLInputElement>('input[type=search]')!;
    search.focus();
    await sendKeys({ type: '金额合计' });
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    expect(chips(el, 'columns')).to.deep.equal([...before, '金额合计']);
    expect(said(el)).to.equal('放入“金额合计”');
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    expect(said(el)).to.equal('“金额合计”已经在这里了。');
  });

  it('moves and takes out with the keyboard, keeps the focus, and says why the last stays', async () => {
    const el = await begun();
    block(el, '统计表');
    await el.updateComplete;
    const [first, second] = chips(el, 'columns');
    find(el, '[data-zone="columns"] .chip-name').focus();
    await sendKeys({ press: 'ArrowRight' });
    await el.updateComplete;
    await aTimeout(0);
    expect(chips(el, 'columns').slice(0, 2)).to.deep.equal([second, first]);
    expect(el.shadowRoot!.activeElement!.textContent).to.equal(first);
    find(el, '[data-zone="rows"] .chip-name').focus();
    await sendKeys({ press: 'Delete' });
    await el.updateComplete;
    expect(said(el)).to.equal('“行”至少要留一项。');
    expect(chips(el, 'rows')).to.have.length(1);
  });

  it('takes a drag into a zone, shows where it would fall, and forgets it on Escape', async () => {
    const el = await begun();
    block(el, '统计表');
    await el.updateComplete;
    const centre = (node: HTMLElement): [number, number] => {
      const box = node.getBoundingClientRect();
      return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
    };
    const from = find(el, '.offer.dimension', '类别');
    const to = find(el, '[data-zone="rows"]');
    const before = chips(el, 'rows');
    from.scrollIntoView({ block: 'center' });
    for (const isDropped of [false, true]) {
      await sendMouse({ type: 'move', position: centre(from) });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [centre(to)[0], centre(to)[1]] });
      await el.updateComplete;
      expect(to.classList.contains('over')).to.equal(true);
      if (!isDropped) await sendKeys({ press: 'Escape' });
      await sendMouse({ type: 'up' });
      await el.updateComplete;
      await aTimeout(0);
      expect(chips(el, 'rows')).to.deep.equal(isDropped ? [...before, '类别'] : before);
    }
    expect(all(el, '.ghost')).to.have.length(0);
  });

  it('refuses what would break the report, in words, and changes nothing', async () => {
    const el = await begun();
    const text = el.text;
    find(el, '.add button', '红绿灯图').click();
    find(el, '.add button', '填报情况').click();
    await el.updateComplete;
    expect(said(el)).to.contain('红绿灯图要有带预警线的数值');
    expect(el.text).to.equal(text);
  });

  it('adds, moves, duplicates and deletes blocks, each taken back by one step', async () => {
    const el = await begun();
    const start = el.text;
    const kinds = () => reportOf(el).blocks.map((one) => one.block);
    const before = kinds();
    find(el, '.add button', '排名榜').click();
    await el.updateComplete;
    expect(kinds()).to.have.length(before.length + 1);
    find(el, '.blocks li.chosen .block-name').focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ up: 'Alt' });
    await el.updateComplete;
    expect(kinds().indexOf('board')).to.equal(2);
    find(el, '.blocks li.chosen .small[aria-label="复制"]').click();
    await el.updateComplete;
    expect(kinds().filter((kind) => kind === 'board')).to.have.length(2);
    find(el, '.blocks li.chosen .small[aria-label="删除"]').click();
    await el.updateComplete;
    expect(kinds().filter((kind) => kind === 'board')).to.have.length(1);
    for (let step = 0; step < 4; step++) find(el, '.bar .button', '撤销').click();
    expect(el.text).to.equal(start);
  });

  it('changes settings in the form, typing as one step, and tells the host', async () => {
    const el = await begun();
    block(el, '统计表');
    await el.updateComplete;
    const details: ReportBuilderDetail[] = [];
    el.addEventListener('jc-change', (event) => {
      if (event.target === el) details.push((event as CustomEvent<ReportBuilderDetail>).detail);
    });
    const form = el.shadowRoot!.querySelector('jc-form')!;
    await form.updateComplete;
    const input = form.shadowRoot!.querySelector<HTMLInputElement>('input[type="text"]')!;
    await until(() => {
      input.focus();
      return form.shadowRoot!.activeElement === input;
    }, 'the focus');
    input.select();
    await sendKeys({ type: '各乡镇情况' });
    await sendKeys({ press: 'Tab' });
    await until(() => reportOf(el).blocks.some((one) => one.title === '各乡镇情况'), 'the title that was typed');
    await until(() => details.length > 0, 'the event');
    expect(details[details.length - 1]!.report!.blocks.some((one) => one.title === '各乡镇情况')).to.equal(true);
    el.reportSession!.undo();
    expect(reportOf(el).blocks.some((one) => one.title === '统计表')).to.equal(true);
  });

  it('keeps showing the last good result while the text is wrong, and leads to what is wrong', async () => {
    const el = await begun(countyReport({ blocks: [{ block: 'cards', id: 'x', measures: ['count'] }] }));
    await until(() => result(el).result !== undefined, 'the result');
    el.reportSession!.edit({ title: { 'zh-CN': '改', en: 'change' } }, [
      { set: '/blocks/0/measures', value: ['gone'] },
    ]);
    await el.updateComplete;
    expect(find(el, '.problems').textContent).to.contain('有 1 处需要修改');
    expect(result(el).report!.blocks[0]).to.deep.include({ measures: ['count'] });
    find(el, '.problems button').click();
    expect(el.reportSession!.selection.value).to.deep.equal(['/blocks/0']);
  });

  it('keeps a draft of each person, from the first click on, brings it back after a reload and lets it be dropped', async () => {
    const kept = new Map<string, Json>();
    const drafts: Drafts = {
      read: (at) => Promise.resolve(kept.get(at)),
      write: (at, draft) => Promise.resolve(void kept.set(at, JSON.parse(JSON.stringify(draft)) as Json)),
      remove: (at) => Promise.resolve(void kept.delete(at)),
    };
    const open = async (personId: string): Promise<ReportBuilder> => {
      const el = await fixture<ReportBuilder>(
        html`<jc-report-builder lang="zh-CN" .definitions=${DEFINITIONS} .sources=${sources} .drafts=${drafts}
          .person=${{ personId } as Person} organisation="c"></jc-report-builder>`,
      );
      await aTimeout(0);
      await el.updateComplete;
      return el;
    };
    const one = await open('p-1');
    find(one, '.beginning').click();
    await one.updateComplete;
    find(one, '.add button', '排名榜').click();
    const text = one.text;
    await one.flushDraft();
    expect(all(await open('p-2'), '.beginning').length).to.be.greaterThan(0);
    const again = await open('p-1');
    expect(again.text).to.equal(text);
    expect(find(again, '.note').textContent).to.contain('已恢复上次未保存的修改');
    find(again, '.bar .button', '撤销').click();
    await again.updateComplete;
    expect(again.text).not.to.equal(text);
    find(again, '.note button').click();
    await again.updateComplete;
    expect(all(again, '.beginning').length).to.be.greaterThan(0);
    expect(again.text).to.equal('');
    expect(kept.size).to.equal(0);
  });

  it('says how a number is computed, and sets its target and colours in a form of their own', async () => {
    const el = await begun(
      countyReport({ blocks: [{ block: 'table', id: 'x', rows: ['township'], columns: ['rate'] }] }),
    );
    await until(() => result(el).result !== undefined, 'the result');
    find(el, '[data-zone="columns"] .chip-name', '完成率').click();
    await el.updateComplete;
    expect(find(el, '.how').textContent).to.contain('“状态”为“已完成”的条数');
    await expect(el).to.be.accessible();
    const measure = () => reportOf(el).measures!.find(({ id }) => id === 'rate')!;
    const write = async (label: string, text: string) => {
      const input = el.shadowRoot!.querySelector<HTMLInputElement>(`.limits [aria-label="${label}"]`)!;
      input.value = text;
      input.dispatchEvent(new Event('change'));
      await el.updateComplete;
    };
    await write('目标值', '85');
    expect(reportOf(el).parameters!['goal']!.value).to.equal(85);
    expect(find(el, '.limits').textContent).to.contain('写在参数“目标”里');
    await write('第 2 档文字', '一般');
    await write('第 2 档颜色', 'info');
    expect(measure().thresholds![1]).to.deep.equal({ at: 50, tone: 'info', title: '一般' });
    find(el, '.limits .button', '按目标分三档').click();
    await el.updateComplete;
    expect(measure().thresholds!.map(({ at }) => at)).to.deep.equal(['goal', 76.5, undefined]);
    await write('第 2 档界线', 'none+');
    expect(measure().thresholds![1]!.at).to.equal(76.5);
    expect(said(el)).not.to.equal('');
    await until(() => result(el).shadowRoot!.textContent!.includes('差距较大'), 'the new word');
    find(el, '.derived .button', '完成率比去年同期').click();
    await el.updateComplete;
    expect(chips(el, 'columns'), 'the one that the report has already').to.deep.equal(['完成率', '比上年']);
    await until(() => result(el).shadowRoot!.textContent!.includes('比上年'), 'the new column');
  });

  it('lays blocks out beside each other by the grip: by drag, by arrow keys and by a click; each is one step of undo', async () => {
    const el = await begun(
      countyReport({
        blocks: [
          { block: 'cards', id: 'x', measures: ['count'] },
          { block: 'table', id: 'y', rows: ['township'], columns: ['count'] },
        ],
      }),
    );
    await until(() => all(el, '.grip').length === 1, 'the frame');
    const shape = () =>
      reportOf(el)
        .blocks.map(({ id, width }) => (width ? `${id}:${width}` : id))
        .join(' ');
    const centre = (node: Element): [number, number] => {
      const box = node.getBoundingClientRect();
      return [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
    };
    const section = (at: number) => result(el).shadowRoot!.querySelectorAll('[part~="block"]')[at]!;
    block(el, '统计表');
    await until(
      () => Math.abs(find(el, '.frame').getBoundingClientRect().top - section(1).getBoundingClientRect().top) < 2,
      'the frame around the table',
    );
    expect(find(el, '.grip').getAttribute('aria-label')).to.equal('移动“统计表（无标题）”');
    const box = section(0).getBoundingClientRect();
    await sendMouse({ type: 'move', position: centre(find(el, '.grip')) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(box.right - 6), Math.round(box.top + box.height / 2)] });
    await el.updateComplete;
    expect(all(el, '.drop-mark')).to.have.length(1);
    await sendMouse({ type: 'up' });
    await el.updateComplete;
    expect(shape()).to.equal('x:half y:half');
    await until(
      () => section(0).getBoundingClientRect().top === section(1).getBoundingClientRect().top,
      'both on one line',
    );
    find(el, '.grip').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(shape()).to.equal('x:half y:twoThirds');
    await sendKeys({ press: 'ArrowUp' });
    expect(shape()).to.equal('y:twoThirds x:half');
    await el.updateComplete;
    find(el, '.frame-tools [aria-label="宽度整行"]').click();
    expect(shape()).to.equal('y x:half');
    await el.updateComplete;
    find(el, '.frame-tools button', '另起一页').click();
    expect(reportOf(el).blocks[0]!.newPage).to.equal(true);
    for (let step = 0; step < 5; step++) el.reportSession!.undo();
    expect(shape()).to.equal('x y');
  });

  it('shows the sheets as they will be printed: paper, header, page numbers, and a new page where one is asked for', async () => {
    const el = await begun(
      countyReport({
        print: { orientation: 'landscape', header: '内部资料', signatures: ['审核人'] },
        blocks: [
          { block: 'cards', id: 'x', measures: ['count'] },
          { block: 'table', id: 'y', newPage: true, rows: ['township'], columns: ['count'] },
        ],
      }),
    );
    await until(() => result(el).result !== undefined, 'the result');
    find(el, '.stage-bar .button', '打印预览').click();
    await until(() => all(el, '.sheet').length === 2, 'two sheets');
    expect(find(el, '.stage-bar').textContent).to.contain('A4 横向，共 2 页');
    expect(all(el, '.sheet').map(({ textContent }) => textContent)).to.deep.equal(['内部资料— 1 —', '内部资料— 2 —']);
    const shown = (selector: string) => getComputedStyle(result(el).shadowRoot!.querySelector(selector)!).display;
    expect([shown('.files'), shown('.signatures')]).to.deep.equal(['none', 'flex']);
    const [first, second] = [...result(el).shadowRoot!.querySelectorAll('[part~="block"]')].map(
      (each) => each.getBoundingClientRect().left,
    );
    const sheets = all(el, '.sheet').map((each) => each.getBoundingClientRect());
    expect(
      first! > sheets[0]!.left && first! < sheets[0]!.right && second! > sheets[1]!.left && second! < sheets[1]!.right,
    ).to.equal(true);
    await expect(el).to.be.accessible();
    find(el, '.stage-bar .button', '屏幕').click();
    await until(() => shown('.files') !== 'none', 'the screen again');
    expect(all(el, '.sheet')).to.have.length(0);
  });

  it('keeps translations with the blocks that are moved, duplicated and deleted', async () => {
    const el = await begun(
      countyReport({
        texts: { en: { '/blocks/0/title': 'Figures', '/blocks/1/title': 'Table' } },
        blocks: [
          { block: 'cards', id: 'x', title: '数', measures: ['count'] },
          { block: 'table', id: 'y', title: '各镇', rows: ['township'], columns: ['count'] },
        ],
      }),
    );
    const english = () =>
      reportOf(el)
        .blocks.map((_, at) => reportOf(el).texts!['en']![`/blocks/${at}/title`])
        .join();
    block(el, '各镇');
    await el.updateComplete;
    find(el, '.blocks li.chosen .small[aria-label="上移"]').click();
    expect(english()).to.equal('Table,Figures');
    await el.updateComplete;
    find(el, '.blocks li.chosen .small[aria-label="复制"]').click();
    expect(english()).to.equal('Table,Table,Figures');
    await el.updateComplete;
    find(el, '.blocks li.chosen .small[aria-label="删除"]').click();
    expect(english()).to.equal('Table,Figures');
  });

  it('offers ready reports by group, with a picture of what is in each', async () => {
    const ready = countyReport({
      title: '走访通报',
      group: 'visits',
      blocks: [
        { block: 'cards', id: 'x', measures: ['count'] },
        { block: 'table', id: 'y', rows: ['township'], columns: ['count'] },
      ],
    });
    const el = await fixture<ReportBuilder>(
      html`<jc-report-builder lang="zh-CN" .definitions=${DEFINITIONS} .sources=${sources} .templates=${[ready]}
        .groups=${{ other: '别的业务', visits: '走访服务' }}></jc-report-builder>`,
    );
    find(el, '.begin-bar .button', '从现成的报表改起').click();
    await el.updateComplete;
    expect(all(el, '.begin h4').map(({ textContent }) => textContent)).to.deep.equal(['走访服务']);
    expect(find(el, '.mini').getAttribute('aria-label')).to.equal('指标卡、统计表');
    await expect(el).to.be.accessible();
    find(el, '.beginning', '走访通报').click();
    await el.updateComplete;
    expect(reportOf(el).title).to.equal('走访通报');
  });
});
