import { divide, fixedText } from '@jiceng/core/number/arithmetic.js';
import type { ChartModel } from '@jiceng/core/report/model.js';
import { bars, funnel, share, stackedBars } from './bars.ts';
import { Canvas, type Mark } from './canvas.ts';
import type { ChartTexts } from './charts.messages.ts';
import { lines, radar } from './lines.ts';
import { spread } from './spread.ts';

/** Members that one drawing can hold before nobody can read it; the data table has all. */
export const MOST = 60;

/** One drawing, and the numbers in it in reading order. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly marks: readonly Mark[];
}

/** Draws a chart as wide as `width`, with letters of `size`, both in px. */
export function draw(model: ChartModel, width: number, size: number, texts: ChartTexts): Drawing {
  const canvas = new Canvas(Math.max(width, 240), size);
  drawInto(canvas, firstOf(model), texts);
  return { svg: canvas.finish(), marks: canvas.marks };
}

function drawInto(canvas: Canvas, model: ChartModel, texts: ChartTexts): void {
  switch (model.chart) {
    case 'stackedBar':
      return stackedBars(model, canvas);
    case 'line':
      return lines(model, canvas);
    case 'share':
      return share(model, canvas, (part, whole) => `${fixedText(divide(part * 100, whole), 1)}%`);
    case 'funnel':
      return funnel(model, canvas, (by) => texts.dropBy(`${by}${model.series[0]?.unit ?? ''}`));
    // A closed line needs three corners.
    case 'radar':
      return model.categories.length > 2 ? radar(model, canvas) : bars(model, canvas);
    case 'dot':
      return spread(model, canvas, false);
    case 'box':
      return spread(model, canvas, true);
    default:
      return bars(model, canvas);
  }
}

function firstOf(model: ChartModel): ChartModel {
  if (model.categories.length <= MOST || model.chart === 'line') return model;
  return {
    ...model,
    categories: model.categories.slice(0, MOST),
    points: model.points.slice(0, MOST),
    drops: model.drops.filter(({ at }) => at < MOST),
    series: model.series.map((series) => ({ ...series, cells: series.cells.slice(0, MOST) })),
  };
}
