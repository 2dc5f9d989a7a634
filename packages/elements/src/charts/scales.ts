import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Canvas } from './canvas.ts';
import { textWidth } from './svg.ts';

export type Scale = ScaleLinear<number, number>;

/** From the smallest to the largest value, zero among them, to round ends. */
export function scaleOf(values: readonly number[], from: number, to: number, withZero = true): Scale {
  const isOne = Math.min(...values) === Math.max(...values);
  const all = withZero || isOne || values.length === 0 ? [0, ...values] : values;
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return scaleLinear()
    .domain(low === high ? [low, low + 1] : [low, high])
    .range([from, to])
    .nice(5);
}

/** Ticks that do not touch each other, with their words; never finer than whole numbers where all values are whole. */
export function ticksOf(
  scale: Scale,
  count: number,
  isWhole: boolean,
): readonly { readonly at: number; readonly text: string }[] {
  const format = scale.tickFormat(count);
  // d3 writes U+2212 for minus; the numbers of the report have the sign of keyboards.
  return scale
    .ticks(count)
    .filter((tick) => !isWhole || Number.isInteger(tick))
    .map((tick) => ({ at: scale(tick), text: isWhole ? String(tick) : format(tick).replace('\u2212', '-') }));
}

/** Lines from top to bottom with their numbers below, for bars that lie. */
export function lyingAxis(canvas: Canvas, scale: Scale, top: number, isWhole: boolean, unit: string): void {
  const { size } = canvas;
  const [from = 0, to = 0] = scale.range();
  const widest = Math.max(...scale.domain().map((value) => textWidth(String(value), size)), size * 2);
  for (const { at, text } of ticksOf(
    scale,
    Math.max(2, Math.min(6, Math.floor((to - from) / (widest * 2)))),
    isWhole,
  )) {
    canvas.line(at, top, at, canvas.y);
    canvas.text(text, at, canvas.y + size * 0.8, 'middle');
  }
  canvas.line(scale(0), top, scale(0), canvas.y, true);
  if (unit !== '') canvas.text(unit, canvas.width, canvas.y + size * 0.8, 'end', { fill: '#565d68' });
  canvas.y += size * 1.6;
}
