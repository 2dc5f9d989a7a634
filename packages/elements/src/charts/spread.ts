import type { ChartModel } from '@jiceng/core/report/model.js';
import { oneUnit } from './bars.ts';
import { drawn, roomFor, type Canvas } from './canvas.ts';
import { lyingAxis, scaleOf } from './scales.ts';
import { svgNode } from './svg.ts';

/**
 * How the members of each category lie: a dot for each; with a box from the lower to the upper quarter and a line at
 * the middle one.
 */
export function spread(model: ChartModel, canvas: Canvas, withBox: boolean): void {
  const { categories, points, series } = model;
  const { size, width, paints } = canvas;
  const room = roomFor(
    categories.map(({ title }) => title),
    canvas,
  );
  const left = room + size;
  const own = categories.map(
    (category, at) =>
      points[at] ?? (series[0]?.cells[at] ? [{ title: category.title, cell: series[0].cells[at] }] : []),
  );
  const values = own
    .flatMap((list) => list.map(({ cell }) => drawn(cell)))
    .filter((value): value is number => value !== null);
  const lowest = Math.min(...values);
  const scale = scaleOf(values, left, width - size * 2, lowest < 0 || lowest < Math.max(...values) / 2);
  const height = size * 2;
  const top = canvas.y;
  categories.forEach((category, at) => {
    const y = canvas.y + height / 2;
    canvas.title(category.title, room, y, room);
    canvas.line(left, y, width - size * 2, y);
    const sorted = (own[at] ?? [])
      .map(({ cell }) => drawn(cell))
      .filter((value): value is number => value !== null)
      .sort((a, b) => a - b);
    if (withBox && sorted.length > 2) {
      const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => scale(quantile(sorted, part))) as [
        number,
        number,
        number,
      ];
      canvas.add(
        svgNode('line', {
          x1: scale(sorted[0] ?? 0),
          x2: scale(sorted[sorted.length - 1] ?? 0),
          y1: y,
          y2: y,
          stroke: '#565d68',
          'stroke-width': 2,
        }),
        svgNode('rect', {
          x: low,
          y: y - height * 0.35,
          width: Math.max(high - low, 1),
          height: height * 0.7,
          fill: '#e9ecf0',
          stroke: '#565d68',
        }),
        svgNode('line', {
          x1: middle,
          x2: middle,
          y1: y - height * 0.35,
          y2: y + height * 0.35,
          stroke: '#1f2329',
          'stroke-width': 3,
        }),
      );
    }
    for (const { title, cell } of own[at] ?? []) {
      const value = drawn(cell);
      if (value !== null)
        canvas.mark(
          svgNode('circle', {
            cx: scale(value),
            cy: y,
            r: size * 0.35,
            fill: paints.stroke(0, cell.tone),
            'fill-opacity': 0.75,
            stroke: '#ffffff',
          }),
          cell,
          title === category.title ? title : `${category.title} ${title}`,
        );
    }
    canvas.y += height;
  });
  lyingAxis(canvas, scale, top, values.every(Number.isInteger), oneUnit(model));
}

/** The value below which a part of the sorted values lies, between two of them in proportion. */
export function quantile(sorted: readonly number[], part: number): number {
  const place = (sorted.length - 1) * part;
  const low = Math.floor(place);
  const [a = 0, b = a] = [sorted[low], sorted[low + 1]];
  return a + (b - a) * (place - low);
}
