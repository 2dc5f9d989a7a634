import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Report } from '@jiceng/core/generated/report.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';
import { countyReport, dataOf, filed, visit } from '@jiceng/core/report/fixtures/county.js';
import type { ReportView } from './report.js';
import '../provider/define.js';
import './define.js';

const RECORDS = [
  visit('1', 'a1', '2025-02-01', { kind: 'home', amount: 0.1, who: 'p' }, 'done'),
  visit('2', 'a1', '2025-05-01', { kind: 'home', amount: 0.2, who: 'q' }),
  visit('3', 'b1', '2025-05-03', { kind: 'site', amount: 90 }, 'done'),
  filed('a1', '2025-Q1', 'accepted', {}, { headcount: 4 }),
];
const sourcesWith = (report: Report, records = RECORDS): ReportSources => dataOf(report, records).sources;
const REPORT = countyReport({
  title: '走访情况',
  choices: {
    period: { kind: 'year', start: 'current' },
    organisation: { levels: ['county', 'township'] },
    filters: [{ dimension: 'kind' }],
  },
  print: { signatures: ['填报人', '审核人'] },
  blocks: [
    {
      block: 'text',
      id: 'words',
      paragraphs: ['共走访{n}，金额{sum}。'],
      values: { n: { measure: 'count' }, sum: { measure: 'sum' } },
    },
    {
      block: 'cards',
      id: 'cards',
      title: '总体',
      measures: [{ measure: 'rate', trend: 'month', compare: ['gap'] }, 'heads'],
    },
    {
      block: 'table',
      id: 'table',
      title: '各乡镇',
      rows: ['tree'],
      columns: [{ title: '数量', columns: ['count', { measure: 'sum', bar: true }] }, 'rate'],
      serial: true,
    },
    { block: 'cross', id: 'cross', title: '分类', rows: ['township'], columns: ['kind'], measures: ['count'] },
    { block: 'board', id: 'board', title: '排名', rows: 'township', measures: ['rate'], smallest: 1, showBottom: true },
    { block: 'lights', id: 'lights', title: '红绿灯', rows: ['township'], columns: 'quarter', measure: 'rate' },
    { block: 'chart', id: 'chart', title: '图', chart: 'bar', by: 'kind', measures: ['count'] },
    { block: 'coverage', id: 'missing', title: '未报', data: ['owed'], rows: ['township'] },
  ],
});

async function shown(report: Report = REPORT, records = RECORDS, locale = 'zh-CN'): Promise<ReportView> {
  const el = await fixture<ReportView>(
    html`<jc-report .report=${report} .sources=${sourcesWith(report, records)} organisation="c"
      locale=${locale}></jc-report>`,
  );
  await until(() => el.result !== undefined);
  await el.updateComplete;
  return el;
}
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
const all = (el: ReportView, selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const block = (el: ReportView, title: string) =>
  all(el, '[part=block]').find((section) => section.querySelector('h4')?.textContent === title)!;
const rowsOf = (section: HTMLElement) =>
  [...section.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()).join(' | '),
  );

const longTable = (): Promise<ReportView> => {
  const days = Array.from({ length: 1000 }, (_, at) =>
    visit(`v${at}`, 'a1', '2025-02-01', { kind: `k${String(at).padStart(4, '0')}`, amount: 1 }),
  );
  return shown(
    { ...REPORT, blocks: [{ block: 'table', id: 'long', title: '长表', rows: ['kind'], columns: ['count'] }] },
    days,
  );
};

describe('<jc-report>', () => {
  it('shows every kind of block, and passes axe', async () => {
    const el = await shown();
    expect(all(el, '.paragraph')[0]!.textContent!.replace(/\s+/g, '')).to.equal('共走访3，金额90.30。');
    expect(rowsOf(block(el, '各乡镇'))).to.deep.equal([
      ' | C | 3 | 90.30 | 66.7中',
      ' | A | 2 | 0.30 | 50.0中',
      '1 | A1 | 2 | 0.30 | 50.0中',
      ' | B | 1 | 90.00 | 100.0好',
      '2 | B1 | 1 | 90.00 | 100.0好',
      ' | 合计 | 3 | 90.30 | 66.7中',
    ]);
    expect(
      [...block(el, '分类').querySelectorAll('thead th')].map((cell) => cell.textContent!.replace(/\s+/g, '')),
    ).to.deep.equal(['类别乡镇', '入户', '现场', '合计']);
    expect(rowsOf(block(el, '排名')).map((row) => row.split(' | ').slice(0, 3))).to.deep.equal([
      ['1', 'B', '100.0好'],
      ['2', 'A', '50.0中'],
    ]);
    expect(block(el, '未报').textContent).to.contain('A2').and.to.contain('合计');
    await expect(el).to.be.accessible();
  });

  it('opens a number by key, names its rows, leads to a record, and gives the focus back', async () => {
    const el = await shown();
    const number = block(el, '各乡镇').querySelectorAll<HTMLElement>('.number')[2]!;
    number.focus();
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    const opened = el.shadowRoot!.querySelector<HTMLElement>('[part=opened]')!;
    expect(opened.textContent).to.contain('完成率').and.to.contain('共 3 行：2 ÷ 3');
    expect(el.shadowRoot!.activeElement).to.equal(opened.querySelector('h4'));
    let told: unknown;
    el.addEventListener('jc-record-open', (event) => {
      told = (event as CustomEvent).detail;
    });
    opened.querySelector<HTMLElement>('td .button')!.click();
    expect(told).to.deep.equal({ recordId: '1' });
    opened.querySelector<HTMLElement>('.opened-head .button')!.click();
    await el.updateComplete;
    await el.updateComplete;
    expect(el.shadowRoot!.activeElement).to.equal(number);
  });

  it('follows what the reader chooses, and tells it', async () => {
    const el = await shown();
    let told: { chosen: { filters?: Record<string, string[]> } } | undefined;
    el.addEventListener('jc-choose', (event) => {
      told = (event as CustomEvent).detail;
    });
    const select = all(el, 'select')[2] as HTMLSelectElement;
    select.value = 'site';
    select.dispatchEvent(new Event('change'));
    await until(() => told !== undefined);
    await until(() => el.result !== undefined);
    await el.updateComplete;
    expect(told!.chosen.filters).to.deep.equal({ kind: ['site'] });
    await until(() => all(el, '.paragraph')[0]!.textContent!.includes('1，'));
  });

  it('folds groups', async () => {
    const el = await shown();
    const fold = block(el, '各乡镇').querySelectorAll<HTMLElement>('.fold')[1]!;
    fold.click();
    await el.updateComplete;
    expect(fold.getAttribute('aria-expanded')).to.equal('false');
    expect(rowsOf(block(el, '各乡镇')).some((row) => row.includes('A1'))).to.equal(false);
  });

  it('opens the number of a link, and nothing where the report has none', async () => {
    const place = (measure: string, member: string) => ({
      block: 'table',
      measure,
      rows: [
        { dimension: 'tree', member: 'c' },
        { dimension: member, member: 'a' },
      ],
      columns: [],
    });
    const el = await shown();
    let place1: unknown;
    el.addEventListener('jc-number-open', (event) => {
      place1 = (event as CustomEvent<{ place: unknown }>).detail.place;
    });
    block(el, '各乡镇').querySelectorAll<HTMLElement>('.number')[4]!.click();
    await el.updateComplete;
    const again = await fixture<ReportView>(
      html`<jc-report .report=${REPORT} .sources=${sourcesWith(REPORT)} organisation="c"
        .place=${JSON.parse(JSON.stringify(place1))}></jc-report>`,
    );
    await until(() => again.result !== undefined);
    await again.updateComplete;
    const rows = (one: ReportView) =>
      [...one.shadowRoot!.querySelectorAll('[part=opened] p, [part=opened] td')].map((cell) => cell.textContent);
    expect(rows(again)).to.deep.equal(rows(el));
    for (const wrong of [
      place('none', 'tree'),
      place('count', '__proto__'),
      { ...place('count', 'tree'), block: 'gone' },
    ]) {
      again.place = wrong;
      await again.updateComplete;
      expect(again.shadowRoot!.querySelector('[part=opened]')).to.equal(null);
    }
  });

  it('takes over a changed record without reading the others again', async () => {
    let reads = 0;
    const [first, ...others] = RECORDS;
    const { data } = first!;
    const watched = Object.defineProperty({ ...first! }, 'data', {
      get: () => {
        reads++;
        return data;
      },
    });
    const held = new Map([watched, ...others].map((record) => [record.id, record]));
    const base = sourcesWith(REPORT);
    const snapshot = {
      definition: base.definition,
      facts: base.facts,
      isWorkday: base.isWorkday,
      organisations: () => base.organisations.organisations(),
      record: (id: string) => held.get(id),
      records: (id: string) => [...held.values()].filter(({ definition }) => definition.id === id),
    };
    let heard: (change: { recordIds: readonly string[] }) => void = () => undefined;
    const dataSource = {
      snapshot: async () => snapshot,
      now: () => base.now,
      subscribe: (listener: typeof heard) => {
        heard = listener;
        return () => undefined;
      },
    };
    const provider = await fixture<HTMLElement>(
      html`<jc-provider .dataSource=${dataSource}><jc-report .report=${{ ...REPORT, blocks: REPORT.blocks.slice(0, 3) }}
        organisation="c"></jc-report></jc-provider>`,
    );
    const el = provider.querySelector('jc-report')!;
    await until(() => el.result !== undefined);
    await el.updateComplete;
    expect(reads).to.be.greaterThan(0);
    const before = reads,
      row = block(el, '各乡镇').querySelector('tbody tr');
    held.set('3', visit('3', 'b1', '2025-05-03', { kind: 'site', amount: 9.5 }, 'done'));
    heard({ recordIds: ['3'] });
    await until(() => all(el, '.paragraph')[0]!.textContent!.includes('9.80'));
    await until(() => el.result !== undefined);
    expect(reads).to.equal(before);
    expect(block(el, '各乡镇').querySelector('tbody tr')).to.equal(row);
    held.delete('3');
    heard({ recordIds: ['3'] });
    await until(() => all(el, '.paragraph')[0]!.textContent!.includes('0.30'));
    expect(reads).to.equal(before);
  });

  it('can be stopped while it computes, and goes on from there', async () => {
    const el = await fixture<ReportView>(
      html`<jc-report .report=${REPORT} .sources=${sourcesWith(REPORT)} organisation="c"></jc-report>`,
    );
    const button = () => el.shadowRoot!.querySelector<HTMLElement>('.progress .button');
    await until(() => button() !== null);
    button()!.click();
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('.progress')!.textContent).to.contain('已停止');
    expect(el.result).to.equal(undefined);
    const shownThen = all(el, '[part=block]').length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(all(el, '[part=block]').length).to.equal(shownThen);
    button()!.click();
    await until(() => el.result !== undefined);
    await el.updateComplete;
    expect(all(el, '[part=block]').length).to.equal(REPORT.blocks.length);
  });

  it('says what to do where there are no data, and what is wrong with a report', async () => {
    const empty = await shown(REPORT, []);
    expect(block(empty, '各乡镇').textContent).to.contain('本期还没有数据');
    const broken = await fixture<ReportView>(
      html`<jc-report .report=${{ ...REPORT, blocks: [{ block: 'table', id: 'x', rows: ['none'], columns: ['count'] }] } as unknown as Report}
        .sources=${sourcesWith(REPORT)}></jc-report>`,
    );
    expect(broken.shadowRoot!.querySelector('[role=alert]')!.textContent)
      .to.contain('/blocks/0/rows/0')
      .and.to.contain('没有维度');
    const none = await fixture<ReportView>(html`<jc-report></jc-report>`);
    expect(none.shadowRoot!.textContent).to.contain('还没有选择报表');
    const loading = await fixture<ReportView>(html`<jc-report .report=${REPORT} loading></jc-report>`);
    expect(loading.shadowRoot!.querySelector('[aria-busy=true]')).not.to.equal(null);
  });

  it('is the same on paper and read aloud, and speaks English', async () => {
    const el = await shown();
    expect(el.getPlainText()).to.contain('合计\t3\t90.30\t66.7 中');
    expect(el.getPrintHTML())
      .to.contain(
        '<td style="border:0.5pt solid #000;padding:1mm 1.4mm;vertical-align:middle;text-align:right">90.30</td>',
      )
      .and.to.contain('填报人：')
      .and.to.contain('打印日期：2025-09-15');
    expect(el.getPrintHTML()).to.contain('@page{size:A4 portrait;margin:37mm 26mm 35mm 28mm;').and.to.contain('<svg');
    expect(
      (await shown(REPORT, RECORDS, 'en')).shadowRoot!.querySelector('.base > details summary')!.textContent,
    ).to.equal('Notes on method');
  });

  it('draws of a long table the rows that are seen with its total, and all on paper', async () => {
    const el = await longTable();
    const drawn = () => [...block(el, '长表').querySelectorAll('tbody tr[aria-rowindex]')];
    expect(drawn().length).to.be.lessThan(100);
    expect(block(el, '长表').querySelector('table')!.getAttribute('aria-rowcount')).to.equal('1002');
    expect(block(el, '长表').querySelector('tfoot')!.textContent!.replace(/\s+/g, '')).to.equal('合计1,000');
    expect(el.getPrintHTML().match(/<tr /g)!.length).to.equal(1001);
    dispatchEvent(new Event('beforeprint'));
    expect(block(el, '长表').querySelectorAll('tbody tr').length).to.equal(1001);
    dispatchEvent(new Event('afterprint'));
    await el.updateComplete;
    expect(drawn().length).to.be.lessThan(100);
    const box = block(el, '长表').querySelector<HTMLElement>('.long')!;
    box.scrollTop = box.scrollHeight / 2;
    await until(() => !drawn()[0]!.textContent!.includes('k0000'));
    for (const row of drawn())
      expect(row.querySelector('th')!.textContent).to.equal(
        `k${String(Number(row.getAttribute('aria-rowindex')) - 2).padStart(4, '0')}`,
      );
    const seen = box.getBoundingClientRect();
    expect(drawn()[0]!.getBoundingClientRect().top).to.be.lessThan(seen.top);
    expect(drawn()[drawn().length - 1]!.getBoundingClientRect().bottom).to.be.greaterThan(seen.bottom);
    await expect(el).to.be.accessible();
  });

  it('finds rows of a long table, and arrow keys lead through its numbers', async () => {
    const el = await longTable();
    const section = block(el, '长表');
    const [input] = section.querySelectorAll('input');
    input!.focus();
    await sendKeys({ type: 'K07' });
    expect(section.querySelector('.find [role=status]')!.textContent).to.equal('第 1／100 处');
    await sendKeys({ press: 'Enter' });
    expect(section.querySelector('.found th')!.textContent).to.equal('k0701');
    const inSight = (row: Element) => {
      const [a, b] = [row, section.querySelector('.long')!].map((one) => one.getBoundingClientRect());
      return a!.top >= b!.top && a!.bottom <= b!.bottom;
    };
    expect(inSight(section.querySelector('.found')!)).to.equal(true);
    await sendKeys({ type: 'x' });
    expect(section.querySelector('.find [role=status]')!.textContent).to.equal('没有找到');
    const focused = () => el.shadowRoot!.activeElement!.closest('tr')!;
    section.querySelector<HTMLElement>('tbody tr[aria-rowindex] .number')!.focus();
    const start = Number(focused().getAttribute('aria-rowindex'));
    await sendKeys({ press: 'ArrowDown' });
    expect(Number(focused().getAttribute('aria-rowindex'))).to.equal(start + 1);
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'End' });
    expect(focused().querySelector('th')!.textContent).to.equal('k0999');
    expect(inSight(focused())).to.equal(true);
    await sendKeys({ press: 'Home' });
    await sendKeys({ up: 'Control' });
    await sendKeys({ press: 'PageDown' });
    expect(Number(focused().getAttribute('aria-rowindex'))).to.be.greaterThan(5);
    await sendKeys({ press: 'Enter' });
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('[part=opened]')!.textContent).to.contain('共 1 行');
  });

  it('is taken along as Excel, Word and CSV', async () => {
    const el = await shown();
    const starts = await Promise.all(
      (['xlsx', 'docx', 'csv'] as const).map(async (type) =>
        (await (await el.file(type)).text()).slice(0, 5).trim().slice(0, 2),
      ),
    );
    expect(starts).to.deep.equal(['PK', 'PK', '"块']);
    const saved: string[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
      saved.push(this.download);
    };
    all(el, '[part=files] .button')[0]!.click();
    await until(() => saved.length > 0);
    HTMLAnchorElement.prototype.click = click;
    expect(saved).to.deep.equal(['走访情况.xlsx']);
    const empty = await fixture<ReportView>(html`<jc-report></jc-report>`);
    expect(await empty.file('csv').catch(() => 'refused')).to.equal('refused');
  });

  it('sets up the paper while it is printed, with everything unfolded, and takes it back', async () => {
    const el = await shown({
      ...REPORT,
      print: {
        orientation: 'landscape',
        margins: 'narrow',
        header: '"}\\ * { display: none }',
        pageNumbers: false,
        signatures: ['审核人'],
        date: false,
      },
    });
    const sheets = () => (document as unknown as { adoptedStyleSheets: readonly CSSStyleSheet[] }).adoptedStyleSheets;
    const before = sheets().length;
    block(el, '各乡镇').querySelectorAll<HTMLElement>('.fold')[1]!.click();
    await el.updateComplete;
    dispatchEvent(new Event('beforeprint'));
    const sheet = sheets()[before]!;
    expect([...sheet.cssRules].map((rule) => rule.constructor.name)).to.deep.equal(['CSSPageRule']);
    expect(sheet.cssRules[0]!.cssText).to.contain('a4 landscape').and.to.contain('margin: 15mm');
    expect(rowsOf(block(el, '各乡镇')).some((row) => row.includes('A1'))).to.equal(true);
    expect(el.shadowRoot!.querySelector<HTMLDetailsElement>('.base > details')!.open).to.equal(true);
    expect(el.shadowRoot!.querySelector('.signatures')!.textContent).to.equal('审核人：');
    dispatchEvent(new Event('afterprint'));
    await el.updateComplete;
    expect(sheets().length).to.equal(before);
    expect(rowsOf(block(el, '各乡镇')).some((row) => row.includes('A1'))).to.equal(false);
  });

  it('shows texts as text', async () => {
    const marker = '<img src=x onerror=alert(1)>';
    const el = await shown(
      {
        ...REPORT,
        title: marker,
        blocks: [{ block: 'table', id: 't', title: marker, rows: ['kind'], columns: ['count'] }],
      } as unknown as Report,
      [visit('1', 'a1', '2025-02-01', { kind: marker })],
    );
    expect(el.shadowRoot!.querySelector('img')).to.equal(null);
    expect(el.getPrintHTML()).not.to.contain('<img');
    expect(el.shadowRoot!.textContent).to.contain(marker);
  });
});
