import type { ChartModel } from '@jiceng/core/report/model.js';
import { stack, stackOffsetDiverging } from 'd3-shape';
import { drawn, roomFor, words, type Canvas } from './canvas.ts';
import { lyingAxis, scaleOf } from './scales.ts';
import { svgNode, textWidth } from './svg.ts';

/**
 * Bars that lie, a line for each member: names of organisations are long. Several series stand below each other in each
 * line.
 */
export function bars(model: ChartModel, canvas: Canvas): void {
  const { series, categories } = model;
  const { size, width } = canvas;
  if (series.length > 1) canvas.legend(series);
  const cells = series.flatMap((each) => each.cells);
  const values = cells.map(drawn).filter((value): value is number => value !== null);
  const room = roomFor(
    categories.map(({ title }) => title),
    canvas,
  );
  const left = room + size * 0.6;
  const ends = Math.max(size, ...cells.map((cell) => textWidth(words(cell), size))) + size * 0.6;
  const scale = scaleOf(values, left, Math.max(left + size * 3, width - ends));
  const height = size * (series.length > 1 ? 1.25 : 1.4),
    gap = size * (series.length > 1 ? 0.8 : 0.6);
  const top = canvas.y;
  const texts: (() => void)[] = [];
  categories.forEach((category, at) => {
    canvas.y += gap / 2;
    canvas.title(category.title, room, canvas.y + (height * series.length) / 2, room);
    series.forEach((each, number) => {
      const cell = each.cells[at];
      const value = drawn(cell);
      const middle = canvas.y + height / 2;
      if (value === null || !cell)
        texts.push(() => canvas.text('—', scale(0) + size * 0.4, middle, 'start', { fill: '#565d68' }));
      else {
        const [from, to] = [Math.min(scale(0), scale(value)), Math.max(scale(0), scale(value))];
        const tone = series.length > 1 ? each.tone : (cell.tone ?? category.tone);
        canvas.mark(
          svgNode('rect', {
            x: from,
            y: canvas.y + 1,
            width: Math.max(to - from, 1),
            height: height - 2,
            fill: canvas.paints.fill(number, tone),
          }),
          cell,
          titleOf(category.title, each.title, series.length),
        );
        texts.push(() => canvas.text(words(cell), to + size * 0.4, middle));
      }
      canvas.y += height;
    });
    canvas.y += gap / 2;
  });
  lyingAxis(canvas, scale, top, values.every(Number.isInteger), oneUnit(model));
  for (const draw of texts) draw();
}

/** Bars whose parts are the series. */
export function stackedBars(model: ChartModel, canvas: Canvas): void {
  const { series, categories } = model;
  const { size, width } = canvas;
  canvas.legend(series);
  const room = roomFor(
    categories.map(({ title }) => title),
    canvas,
  );
  const left = room + size * 0.6;
  const layers = stack<number, number>()
    .keys(series.map((_, at) => at))
    .value((category, at) => drawn(series[at]?.cells[category]) ?? 0)
    .offset(stackOffsetDiverging)(categories.map((_, at) => at));
  const scale = scaleOf(
    layers.flatMap((layer) => layer.flatMap(([from, to]) => [from, to])),
    left,
    width - size * 2,
  );
  const height = size * 1.5;
  const top = canvas.y;
  const texts: (() => void)[] = [];
  categories.forEach((category, at) => {
    const y = canvas.y + size * 0.3;
    canvas.title(category.title, room, y + height / 2, room);
    layers.forEach((layer, number) => {
      const [from, to] = layer[at] ?? [0, 0];
      const each = series[number];
      const cell = each?.cells[at];
      if (!cell || !each || from === to) return;
      const [x, end] = [scale(from), scale(to)];
      canvas.mark(
        svgNode('rect', {
          x,
          y,
          width: end - x,
          height,
          fill: canvas.paints.fill(number, each.tone),
          stroke: '#ffffff',
        }),
        cell,
        titleOf(category.title, each.title, 2),
      );
      if (textWidth(cell.text, size) + size * 0.6 <= end - x)
        texts.push(() => inside(canvas, cell.text, (x + end) / 2, y + height / 2));
    });
    canvas.y += height + size * 0.6;
  });
  lyingAxis(
    canvas,
    scale,
    top,
    layers.every((layer) => layer.every(([from, to]) => Number.isInteger(from) && Number.isInteger(to))),
    oneUnit(model),
  );
  for (const draw of texts) draw();
}

/** Parts of a whole as one bar for each series, with the shares written out below. */
export function share(model: ChartModel, canvas: Canvas, shareText: (part: number, whole: number) => string): void {
  const { series, categories } = model;
  const { size, width, paints } = canvas;
  const height = size * 2.2;
  const texts: (() => void)[] = [];
  series.forEach((each) => {
    if (series.length > 1) {
      canvas.y += size;
      canvas.title(each.title, 0, canvas.y, width, 'start');
      canvas.y += size * 0.8;
    }
    const values = each.cells.map((cell) => Math.max(0, drawn(cell) ?? 0));
    const whole = values.reduce((sum, value) => sum + value, 0);
    const scale = scaleOf([whole], 0, width).domain([0, whole || 1]);
    const y = canvas.y;
    let sum = 0;
    const lines: { readonly title: string; readonly tone: (typeof categories)[number]['tone'] }[] = [];
    categories.forEach(({ title, tone }, at) => {
      const cell = each.cells[at];
      const value = values[at] ?? 0;
      const text = whole > 0 && cell?.value !== null ? shareText(value, whole) : '—';
      lines.push({
        title: `${title} ${cell && cell.value !== null ? `${cell.text}${each.unit}` : '—'}${text === '—' ? '' : `（${text}）`}`,
        tone,
      });
      if (!cell || value === 0) return;
      const [from, to] = [scale(sum), scale((sum += value))];
      canvas.mark(
        svgNode('rect', { x: from, y, width: to - from, height, fill: paints.fill(at, tone), stroke: '#ffffff' }),
        cell,
        `${titleOf(title, each.title, series.length)} ${text}`,
      );
      if (textWidth(text, size) + size * 0.6 <= to - from)
        texts.push(() => inside(canvas, text, (from + to) / 2, y + height / 2));
    });
    canvas.y += height + size * 0.4;
    canvas.legend(lines);
  });
  for (const draw of texts) draw();
}

/** Stages below each other, each as wide as its number; a fall beyond the limit is pointed at. */
export function funnel(model: ChartModel, canvas: Canvas, dropText: (by: number) => string): void {
  const [series] = model.series;
  if (!series) return;
  const { size, width, paints } = canvas;
  const room = roomFor(
    model.categories.map(({ title }) => title),
    canvas,
  );
  const ends = Math.max(...series.cells.map((cell) => textWidth(words(cell), size))) + size;
  const left = room + size * 0.8;
  const middle = (left + width - ends) / 2;
  const scale = scaleOf(
    series.cells.map((cell) => drawn(cell) ?? 0),
    0,
    Math.max(size * 3, width - ends - left),
  );
  const height = size * 2;
  model.categories.forEach(({ title, tone }, at) => {
    const cell = series.cells[at];
    const value = drawn(cell);
    const drop = model.drops.find((each) => each.at === at);
    if (drop) {
      canvas.text(`▼ ${dropText(drop.by)}`, middle, canvas.y + size * 0.7, 'middle', {
        fill: paints.stroke(0, 'negative'),
        'font-weight': 700,
      });
      canvas.y += size * 1.5;
    }
    const y = canvas.y;
    canvas.title(title, room, y + height / 2, room);
    const half = Math.max(scale(value ?? 0), 2) / 2;
    if (cell && value !== null)
      canvas.mark(
        svgNode('rect', {
          x: middle - half,
          y,
          width: half * 2,
          height,
          fill: paints.fill(0, drop ? 'negative' : (cell.tone ?? tone)),
        }),
        cell,
        titleOf(title, series.title, 1),
      );
    canvas.text(cell && value !== null ? words(cell) : '—', width, y + height / 2, 'end');
    canvas.y += height + size * 0.4;
  });
}

/** Text upon a paint, readable on every hatch. */
function inside(canvas: Canvas, text: string, x: number, y: number): void {
  const { size } = canvas;
  const width = textWidth(text, size) + size * 0.4;
  canvas.over(
    svgNode('rect', { x: x - width / 2, y: y - size * 0.7, width, height: size * 1.4, rx: 2, fill: '#ffffff' }),
  );
  canvas.over(
    svgNode('text', { x, y: y + size * 0.36, 'text-anchor': 'middle', 'font-size': size, fill: '#1f2329' }, text),
  );
}

/** A number's title: its member, and its series where there are several. */
export const titleOf = (category: string, series: string, count: number): string =>
  count > 1 ? `${category} ${series}` : category;

/** The unit of all series; `''` where they differ. */
export function oneUnit({ series }: ChartModel): string {
  const unit = series[0]?.unit ?? '';
  return series.every((each) => each.unit === unit) ? unit : '';
}
