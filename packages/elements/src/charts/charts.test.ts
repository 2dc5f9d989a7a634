import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ChartModel, NumberCell } from '@jiceng/core/report/model.js';
import { render } from 'lit';
import { messages } from './charts.messages.js';
import { draw, MOST } from './draw.js';
import { chartFigure } from './figure.js';
import { pngBlob, svgText } from './picture.js';
import { quantile } from './spread.js';
import { summaryOf } from './summary.js';
import { textWidth } from './svg.js';

const texts = messages('zh-CN');
const cell = (value: number | null, unit = '件'): NumberCell => ({
  place: { block: 'b', measure: 'm', rows: [], columns: [] },
  value,
  text: value === null ? '—' : String(value),
  unit,
});
const chart = (
  kind: string,
  rows: Readonly<Record<string, readonly (number | null)[]>>,
  more: Partial<ChartModel> = {},
): ChartModel => ({
  kind: 'chart',
  chart: kind,
  categories: ['甲乡', '乙镇', '丙镇'].map((title) => ({ title })),
  points: [],
  drops: [],
  series: Object.entries(rows).map(([title, values]) => ({
    title,
    unit: '件',
    cells: values.map((value) => cell(value)),
  })),
  ...more,
});
const drawn = (model: ChartModel) => draw(model, 600, 14, texts);
const labels = (model: ChartModel) => drawn(model).marks.map(({ node }) => node.querySelector('title')!.textContent);
const widths = (model: ChartModel) => drawn(model).marks.map(({ node }) => Number(node.getAttribute('width')));
const letters = (svg: Element) => [...svg.querySelectorAll('text')].map((text) => text.textContent);

describe('drawings of charts', () => {
  it('draws bars in proportion, and nothing where there is no number', () => {
    const model = chart('bar', { 数量: [10, 20, null] });
    const [first = 0, second = 0] = widths(model);
    expect(second / first).to.be.closeTo(2, 0.01);
    expect(labels(model)).to.deep.equal(['甲乡 10件', '乙镇 20件']);
    expect(letters(drawn(model).svg)).to.include('—');
  });

  it('says for every mark of every kind what it stands for', () => {
    const two = { 已办: [3, 4, 5], 未办: [1, 2, 3] };
    for (const kind of ['groupedBar', 'stackedBar', 'line', 'radar'])
      expect(labels(chart(kind, two)).sort(), kind).to.deep.equal([
        '丙镇 已办 5件',
        '丙镇 未办 3件',
        '乙镇 已办 4件',
        '乙镇 未办 2件',
        '甲乡 已办 3件',
        '甲乡 未办 1件',
      ]);
    expect(labels(chart('share', { 数量: [1, 3, 0] }))).to.deep.equal(['甲乡 25.0% 1件', '乙镇 75.0% 3件']);
    const points = [
      [
        { title: 'A村', cell: cell(1) },
        { title: 'B村', cell: cell(4) },
        { title: 'C村', cell: cell(9) },
      ],
      [],
      [],
    ];
    for (const kind of ['dot', 'box'])
      expect(labels(chart(kind, { 数量: [1, 2, 3] }, { points })), kind).to.deep.equal([
        '甲乡 A村 1件',
        '甲乡 B村 4件',
        '甲乡 C村 9件',
      ]);
  });

  it('puts parts of a stack beside each other, negative ones on the other side of zero', () => {
    const [one, two, minus] = drawn({
      ...chart('stackedBar', { 甲: [2], 乙: [3], 丙: [-1] }),
      categories: [{ title: '合计' }],
    }).marks.map(({ node }) => ({ x: Number(node.getAttribute('x')), width: Number(node.getAttribute('width')) }));
    expect(two!.x).to.be.closeTo(one!.x + one!.width, 0.02);
    expect(minus!.x + minus!.width).to.be.closeTo(one!.x, 0.02);
  });

  it('breaks a line where a number is missing, and points at falls in a funnel', () => {
    const { svg } = drawn(chart('line', { 数量: [1, null, 3] }));
    expect((svg.querySelector('path[fill=none]')!.getAttribute('d')!.match(/M/g) ?? []).length).to.equal(2);
    const funnel = chart('funnel', { 覆盖: [90, 60, 55] }, { drops: [{ at: 1, by: 30 }] });
    expect(letters(drawn(funnel).svg)).to.include('▼ 降30件');
    expect(summaryOf(funnel, texts)).to.equal('漏斗图，共3项，最高甲乡，90件，最低丙镇，55件，到“乙镇”下降30件');
  });

  it('tells series apart without colour', () => {
    const { svg, marks } = drawn(chart('groupedBar', { 甲: [1, 1, 1], 乙: [2, 2, 2], 丙: [3, 3, 3] }));
    expect(new Set(marks.map(({ node }) => node.getAttribute('fill'))).size).to.equal(3);
    expect(svg.querySelectorAll('pattern').length).to.equal(2);
    expect(
      new Set(
        [...drawn(chart('line', { 甲: [1, 1, 1], 乙: [2, 2, 2] })).svg.querySelectorAll('path[fill=none]')].map(
          (line) => line.getAttribute('stroke-dasharray'),
        ),
      ).size,
    ).to.equal(2);
    const alike = chart('stackedBar', { 已制定方案: [1, 1, 1], 整改中: [2, 2, 2] });
    const toned = { ...alike, series: alike.series.map((each) => ({ ...each, tone: 'notice' as const })) };
    expect(new Set(drawn(toned).marks.map(({ node }) => node.getAttribute('fill'))).size).to.equal(2);
  });

  it('gives Chinese quotes, dashes and dots the room of a letter', () => {
    expect(textWidth('“甲”……', 10)).to.equal(50);
    expect(textWidth('A1', 10)).to.be.lessThan(20);
  });

  it('stays a drawing without numbers, with one member, with too many', () => {
    for (const kind of ['bar', 'groupedBar', 'stackedBar', 'line', 'share', 'funnel', 'radar', 'dot', 'box']) {
      for (const model of [
        chart(kind, {}, { categories: [] }),
        chart(kind, { 数量: [null, null, null] }),
        { ...chart(kind, { 数量: [0] }), categories: [{ title: '唯一' }] },
      ]) {
        const { outerHTML } = drawn(model).svg;
        expect(outerHTML, kind).not.to.contain('NaN').and.not.to.contain('Infinity');
      }
    }
    const many = chart(
      'bar',
      { 数量: Array.from({ length: 100 }, (_, at) => at) },
      { categories: Array.from({ length: 100 }, (_, at) => ({ title: `村${at}` })) },
    );
    expect(drawn(many).marks.length).to.equal(MOST);
  });

  it('goes through its numbers by key, opens one, and passes axe', async () => {
    const opened: string[] = [];
    const figure = (el: HTMLElement, kind: string) =>
      render(
        chartFigure(
          {
            model: chart(kind, { 数量: [1, 2, 3] }),
            title: '图',
            locale: 'zh-CN',
            isPrinting: false,
            open: (_, title) => opened.push(title),
          },
          html`<p>表</p>`,
        ),
        el,
      );
    const el = await fixture<HTMLElement>(html`<div></div>`);
    figure(el, 'bar');
    await expect(el).to.be.accessible();
    el.querySelector<SVGElement>('[tabindex="0"].mark')!.focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'End' });
    expect(document.activeElement!.getAttribute('aria-label')).to.equal('丙镇 3件');
    await sendKeys({ press: 'Space' });
    expect(opened).to.deep.equal(['乙镇', '丙镇']);
    figure(el, 'line');
    expect(document.activeElement!.getAttribute('aria-label'), 'the focus survives a new drawing').to.equal('丙镇 3件');
    expect(el.querySelectorAll('.mark[tabindex="0"]').length).to.equal(1);
  });

  it('can be saved as SVG and PNG, texts as texts', async () => {
    const marker = '<script>alert(1)</script>';
    const { svg } = drawn(
      chart('bar', { 数量: [1, 2, 3] }, { categories: [marker, '乙', '丙'].map((title) => ({ title })) }),
    );
    const text = svgText(svg, marker);
    expect(text).not.to.contain('<script');
    expect(new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')).to.equal(null);
    const blob = await pngBlob(svg, '图');
    expect(blob.type).to.equal('image/png');
    expect(blob.size).to.be.greaterThan(1000);
  });

  it('knows quarters', () => {
    expect([0, 0.25, 0.5, 1].map((part) => quantile([1, 2, 3, 10], part))).to.deep.equal([1, 1.75, 2.5, 10]);
  });
});
