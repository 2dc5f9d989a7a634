import type { BlockResult, CardsModel, ChartModel, NumberCell, TextModel } from '@jiceng/core/report/model.js';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { longTable } from './long-table.ts';
import { numberText, numberView } from './number-view.ts';
import type { ReportSight } from './sight.ts';
import { tableView } from './table-view.ts';
import { cssVars } from '../internal/css-vars.ts';

/** What a block shows. */
export function modelView({ id, title, model }: BlockResult, sight: ReportSight): TemplateResult | undefined {
  switch (model.kind) {
    case 'cards':
      return cardsView(model, sight);
    case 'table':
      return tableView(model, id, title, sight);
    case 'chart':
      return chartView(model, title, sight);
    case 'text':
      return textView(model, sight);
    default:
      return sight.behind?.otherView(model, title, sight);
  }
}

function cardsView({ cards }: CardsModel, sight: ReportSight): TemplateResult {
  return html`<ul class="cards">${cards.map(
    ({ title, cell, target, compare, trend }) => html`<li class="card" part="card">
    <h4>${title}</h4>
    <p class="large">${numberView(cell, title, sight, 'behind')}</p>
    ${cell.missing ? html`<p class="weak" aria-hidden="true">${cell.missing.text}</p>` : nothing}
    ${target === null ? nothing : html`<p class="weak">${sight.texts.target} ${target}${cell.unit}</p>`}
    ${compare.map((other) => html`<p class="compare">${other.title} ${numberView(other.cell, other.title, sight, 'inside')}</p>`)}
    ${trend.length > 1 ? trendView(trend) : nothing}
  </li>`,
  )}</ul>`;
}

/** A small line over periods; gaps where nothing is known. The numbers stand in its name. */
function trendView(trend: CardsModel['cards'][number]['trend']): TemplateResult {
  const known = trend.map(({ value }) => value).filter((value): value is number => value !== null);
  if (known.length < 2) return html``;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const place = (value: number, at: number) =>
    `${(4 + (at * 112) / (trend.length - 1)).toFixed(1)} ${(high === low ? 14 : 24 - ((value - low) * 20) / (high - low)).toFixed(1)}`;
  let path = '';
  trend.forEach(({ value }, at) => {
    if (value !== null) path += `${path === '' || trend[at - 1]?.value === null ? 'M' : 'L'}${place(value, at)}`;
  });
  return html`<svg class="trend" viewBox="0 0 120 28" role="img"
    aria-label=${trend.map(({ title, text }) => `${title} ${text}`).join('，')}>${svg`<path d=${path}></path>`}</svg>`;
}

function textView({ paragraphs }: TextModel, sight: ReportSight): TemplateResult {
  return html`${paragraphs.map(
    (parts) =>
      html`<p class="paragraph">${parts.map((part, at) => {
        if (part.kind === 'words') return part.text.slice(closingMark(parts, at).length);
        if (part.kind === 'number') return closed(part.cell, '', closingMark(parts, at + 1), sight);
        return part.members.map(
          ({ title, cell }, member) =>
            html`${member > 0 ? '、' : ''}${title}${cell ? html`（${closed(cell, title, '）', sight)}` : nothing}`,
        );
      })}</p>`,
  )}`;
}

/** The mark right behind a number with which the words at `at` begin. */
function closingMark(parts: TextModel['paragraphs'][number], at: number): string {
  const part = parts[at];
  const isBehind = parts[at - 1]?.kind === 'number' && part?.kind === 'words';
  return isBehind ? (/^[，。；：、！？）”]/.exec(part.text)?.[0] ?? '') : '';
}

/** A number with the mark behind it, which browsers would let begin a line after a button. */
const closed = (cell: NumberCell, title: string, mark: string, sight: ReportSight): TemplateResult =>
  html`<span class="closed">${numberView(cell, title, sight, 'inside')}${mark}</span>`;

/** A chart as a drawing with its table behind it; the table alone where drawings are not loaded. */
function chartView(model: ChartModel, title: string, sight: ReportSight): TemplateResult {
  const table = chartTable(model, title, sight);
  return sight.charts
    ? sight.charts.chartFigure(
        { model, title, locale: sight.locale, isPrinting: sight.isPrinting, open: sight.open },
        table,
      )
    : table;
}

/** The numbers of a chart as a table with bars. */
function chartTable(model: ChartModel, title: string, sight: ReportSight): TemplateResult {
  const largest = model.series.reduce(
    (most, { cells }) => cells.reduce((high, { value }) => Math.max(high, Math.abs(Number(value ?? 0))), most),
    0,
  );
  return html`${longTable({
    name: title,
    texts: sight.texts,
    isPrinting: sight.isPrinting,
    longRows: sight.behind?.longRows,
    headLines: 1,
    rows: [...model.categories.entries()],
    kind: 'chart',
    head: html`<thead><tr><th scope="col">${sight.texts.category}</th>${model.series.map((series) => html`<th scope="col">${series.title}${series.unit === '' ? '' : `（${series.unit}）`}</th>`)}</tr></thead>`,
    draw: ([at, category], mark) =>
      html`<tr class=${mark.isFound ? 'found' : ''}
        aria-rowindex=${mark.index}><th scope="row">${category.title}</th>${model.series.map((series) => {
          const cell = series.cells[at];
          const share =
            cell && typeof cell.value === 'number' && largest > 0
              ? Math.round((Math.abs(cell.value) / largest) * 100)
              : 0;
          return html`<td class="amount bar" ${cssVars({ '--_share': `${share}%` })}>${cell ? numberView(cell, `${category.title} ${series.title}`, sight) : nothing}</td>`;
        })}</tr>`,
    cells: ([at, category]) => [
      category.title,
      ...model.series.map(({ cells }) => {
        const cell = cells[at];
        return cell ? numberText(cell) : '';
      }),
    ],
  })}`;
}
