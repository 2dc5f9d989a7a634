import type { ChartModel, NumberCell } from '@jiceng/core/report/model.js';
import { titleOf } from './bars.ts';
import { drawn, words } from './canvas.ts';
import type { ChartTexts } from './charts.messages.ts';

/** What a drawing shows, in one sentence: its kind, how many members, and what stands out. */
export function summaryOf(model: ChartModel, texts: ChartTexts): string {
  const { chart, categories, series, drops } = model;
  const parts = [texts.kind(chart), texts.members(categories.length)];
  for (const each of series.slice(0, 3))
    parts.push(...(chart === 'line' ? course(each, texts) : ends(each, model, texts)));
  for (const { at, by } of drops) parts.push(texts.drop(categories[at]?.title ?? '', `${by}${series[0]?.unit ?? ''}`));
  const none = series.reduce((sum, { cells }) => sum + cells.filter(({ value }) => value === null).length, 0);
  // In stacks and shares a part without a number is a part that does not occur.
  if (none > 0 && chart !== 'stackedBar' && chart !== 'share') parts.push(texts.none(none));
  return parts.join(texts.comma);
}

function course({ title, cells }: ChartModel['series'][number], texts: ChartTexts): readonly string[] {
  const known = cells.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known[known.length - 1]];
  return first && last && first !== last ? [texts.course(title, words(first), words(last))] : [];
}

function ends(
  { title, cells }: ChartModel['series'][number],
  { categories, series }: ChartModel,
  texts: ChartTexts,
): readonly string[] {
  let high: number | undefined, low: number | undefined;
  const valueAt = (at: number | undefined) => (at === undefined ? null : drawn(cells[at]));
  cells.forEach((cell, at) => {
    const value = drawn(cell);
    if (value === null || categories[at]?.isOwn) return;
    if (high === undefined || value > (valueAt(high) ?? 0)) high = at;
    if (low === undefined || value < (valueAt(low) ?? 0)) low = at;
  });
  if (high === undefined || low === undefined || valueAt(high) === valueAt(low)) return [];
  const said = (at: number, say: ChartTexts['highest']) =>
    say(titleOf(categories[at]?.title ?? '', title, series.length), words(cells[at] as NumberCell));
  return [said(high, texts.highest), said(low, texts.lowest)];
}
