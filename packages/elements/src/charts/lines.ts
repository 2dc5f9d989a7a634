import type { ChartModel } from '@jiceng/core/report/model.js';
import {
  line,
  lineRadial,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolTriangle2,
  type SymbolType,
} from 'd3-shape';
import { oneUnit, titleOf } from './bars.ts';
import { drawn, type Canvas } from './canvas.ts';
import { scaleOf, ticksOf } from './scales.ts';
import { svgNode, textWidth } from './svg.ts';

/** Points differ in shape as well as in colour. */
const SHAPES: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolTriangle2];
/** Longest legs and shortest, of the drawing without its titles. */
const HEIGHT = 220;

const pointAt = (canvas: Canvas, at: number, x: number, y: number) =>
  svgNode('path', {
    d: symbol(SHAPES[at % SHAPES.length], (canvas.size * 0.65) ** 2)() ?? '',
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`,
    fill: canvas.paints.stroke(at),
    stroke: '#ffffff',
  });

/** Lines over periods; where a number is missing, the line is broken and not drawn to zero. */
export function lines(model: ChartModel, canvas: Canvas): void {
  const { series, categories } = model;
  const { size, width, paints } = canvas;
  if (series.length > 1) canvas.legend(series, true);
  const values = series.flatMap(({ cells }) => cells.map(drawn)).filter((value): value is number => value !== null);
  const unit = oneUnit(model);
  if (unit !== '') {
    canvas.y += size * 0.8;
    canvas.text(unit, 0, canvas.y, 'start', { fill: '#565d68' });
    canvas.y += size * 0.6; // the highest number stands right below
  }
  canvas.y += size;
  const [top, bottom] = [canvas.y, canvas.y + HEIGHT];
  const scale = scaleOf(
    values,
    bottom,
    top,
    Math.min(...values, 0) < 0 || Math.min(...values) < Math.max(...values) / 2,
  );
  const ticks = ticksOf(scale, 5, values.every(Number.isInteger));
  const left = Math.max(0, ...ticks.map(({ text }) => textWidth(text, size))) + size * 0.6;
  for (const { at, text } of ticks) {
    canvas.line(left, at, width, at);
    canvas.text(text, left - size * 0.4, at, 'end');
  }
  const step = (width - left - size * 2) / Math.max(1, categories.length - 1);
  const xOf = (at: number) => left + size + (categories.length === 1 ? (width - left) / 2 - size : at * step);
  const widest = Math.max(size, ...categories.map(({ title }) => textWidth(title, size)));
  // The last period is the one people look for: titles are left out counting from it.
  const each = Math.max(1, Math.ceil((widest + size) / Math.max(step, 1)));
  categories.forEach(({ title }, at) => {
    if ((categories.length - 1 - at) % each !== 0) return;
    const x = Math.min(Math.max(xOf(at), textWidth(title, size) / 2), width - textWidth(title, size) / 2);
    canvas.text(title, x, bottom + size, 'middle');
  });
  series.forEach((one, number) => {
    const path = line<number | null>()
      .defined((value) => value !== null)
      .x((_, at) => xOf(at))
      .y((value) => scale(value ?? 0))(one.cells.map(drawn));
    canvas.add(
      svgNode('path', {
        d: path ?? '',
        fill: 'none',
        stroke: paints.stroke(number),
        'stroke-width': 2,
        'stroke-dasharray': paints.dashes(number),
      }),
    );
  });
  series.forEach((one, number) =>
    one.cells.forEach((cell, at) => {
      const value = drawn(cell);
      if (value !== null)
        canvas.mark(
          pointAt(canvas, number, xOf(at), scale(value)),
          cell,
          titleOf(categories[at]?.title ?? '', one.title, series.length),
        );
    }),
  );
  canvas.y = bottom + size * 2;
}

/** Dimensions as spokes of one scale, a closed line for each series. */
export function radar(model: ChartModel, canvas: Canvas): void {
  const { series, categories } = model;
  const { size, width, paints } = canvas;
  if (series.length > 1) canvas.legend(series, true);
  const radius = Math.max(60, Math.min(HEIGHT / 1.6, (width - size * 12) / 2));
  const [x, y] = [width / 2, canvas.y + radius + size * 2];
  const values = series.flatMap(({ cells }) => cells.map(drawn)).filter((value): value is number => value !== null);
  const scale =
    oneUnit(model) === '%' && Math.max(0, ...values) <= 100 ? scaleOf([0, 100], 0, radius) : scaleOf(values, 0, radius);
  const angleOf = (at: number) => (at * 2 * Math.PI) / categories.length;
  const place = (at: number, length: number): readonly [number, number] => [
    x + Math.sin(angleOf(at)) * length,
    y - Math.cos(angleOf(at)) * length,
  ];
  const ring = (lengths: readonly (number | null)[]) =>
    lineRadial<number | null>()
      .defined((length) => length !== null)
      .angle((_, at) => angleOf(at))
      .radius((length) => length ?? 0)([...lengths, lengths[0] ?? null]) ?? '';
  for (const { at, text } of ticksOf(scale, 4, false)) {
    canvas.add(
      svgNode('path', {
        d: ring(categories.map(() => at)),
        transform: `translate(${x} ${y})`,
        fill: 'none',
        stroke: '#dde0e6',
      }),
    );
    if (at > 0) canvas.text(text, x + 3, y - at, 'start', { fill: '#565d68', 'font-size': size * 0.85 });
  }
  categories.forEach(({ title }, at) => {
    const [endX, endY] = place(at, radius);
    canvas.line(x, y, endX, endY);
    const [textX, textY] = place(at, radius + size);
    const anchor = Math.abs(textX - x) < size ? 'middle' : textX > x ? 'start' : 'end';
    canvas.title(title, textX, textY, anchor === 'middle' ? width : anchor === 'start' ? width - textX : textX, anchor);
  });
  series.forEach((one, number) => {
    canvas.add(
      svgNode('path', {
        d: ring(
          one.cells.map((cell) => {
            const value = drawn(cell);
            return value === null ? null : scale(value);
          }),
        ),
        transform: `translate(${x} ${y})`,
        fill: paints.stroke(number),
        'fill-opacity': 0.12,
        stroke: paints.stroke(number),
        'stroke-width': 2,
        'stroke-dasharray': paints.dashes(number),
      }),
    );
  });
  series.forEach((one, number) =>
    one.cells.forEach((cell, at) => {
      const value = drawn(cell);
      if (value !== null)
        canvas.mark(
          pointAt(canvas, number, ...place(at, scale(value))),
          cell,
          titleOf(categories[at]?.title ?? '', one.title, series.length),
        );
    }),
  );
  canvas.y = y + radius + size * 2;
}
