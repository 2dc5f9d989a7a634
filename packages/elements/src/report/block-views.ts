import type {
  BlockResult,
  BoardModel,
  CardsModel,
  ChartModel,
  CoverageModel,
  LightsModel,
  TextModel,
} from '@jiceng/core/report/model.js';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { longTable } from './long-table.ts';
import { numberText, numberView } from './number-view.ts';
import { namesView } from './names-view.ts';
import type { ReportSight } from './sight.ts';
import { cornerView, tableView } from './table-view.ts';
import { cssVars } from '../internal/css-vars.ts';

/** What a block shows. */
export function modelView({ id, title, model }: BlockResult, sight: ReportSight): TemplateResult {
  switch (model.kind) {
    case 'cards':
      return cardsView(model, sight);
    case 'table':
      return tableView(model, id, title, sight);
    case 'board':
      return boardView(model, sight);
    case 'lights':
      return lightsView(model, title, sight);
    case 'chart':
      return chartView(model, title, sight);
    case 'text':
      return textView(model, sight);
    case 'coverage':
      return coverageView(model, sight);
  }
}

function cardsView({ cards }: CardsModel, sight: ReportSight): TemplateResult {
  return html`<ul class="cards">${cards.map(
    ({ title, cell, target, compare, trend }) => html`<li class="card" part="card">
    <h4>${title}</h4>
    <p class="large">${numberView(cell, title, sight, 'behind')}</p>
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

function boardView(model: BoardModel, sight: ReportSight): TemplateResult {
  const { texts } = sight;
  return html`${model.isProvisional ? html`<p class="notice-line">${texts.provisional} ${model.coverage?.text ?? ''}</p>` : nothing}
    ${model.groups.map(
      (group) => html`${group.title === '' ? nothing : html`<h4>${group.title}</h4>`}
      ${group.isTooSmall ? html`<p class="weak">${texts.tooSmall}</p>` : nothing}
      ${longTable({
        name: group.title || texts.rank,
        texts,
        isPrinting: sight.isPrinting,
        longRows: sight.longRows,
        headLines: 1,
        rows: group.rows,
        head: html`<thead><tr><th scope="col" class="serial">${texts.rank}</th><th scope="col">${texts.row}</th>${model.columns.map(({ title, unit }) => html`<th scope="col">${title}${unit === '' ? '' : `（${unit}）`}</th>`)}<th scope="col">${texts.band}</th><th scope="col">${texts.moved}</th></tr></thead>`,
        draw: (
          row,
          mark,
        ) => html`<tr class=${`${row.isOwn ? 'own' : ''} ${mark.isFound ? 'found' : ''}`} aria-rowindex=${mark.index}>
          <td class="serial rank">${row.rank ?? '—'}</td><th scope="row">${row.title}</th>
          ${row.cells.map((cell, at) => html`<td class="amount">${numberView(cell, `${row.title} ${model.columns[at]?.title ?? ''}`, sight)}</td>`)}
          <td><span class=${`word ${row.band?.tone ?? ''}`}>${row.band?.title ?? ''}</span></td>
          <td>${row.moved === null ? '' : html`<span class=${row.moved > 0 ? 'up' : row.moved < 0 ? 'down' : ''}>${texts.movedBy(row.moved)}</span>`}</td>
        </tr>`,
        cells: (row) => [
          String(row.rank ?? '—'),
          row.title,
          ...row.cells.map(numberText),
          row.band?.title ?? '',
          row.moved === null ? '' : texts.movedBy(row.moved),
        ],
      })}
      ${group.hidden > 0 ? html`<p class="weak">${texts.hidden(group.hidden)}</p>` : nothing}`,
    )}`;
}

function lightsView(model: LightsModel, title: string, sight: ReportSight): TemplateResult {
  return html`${longTable({
    name: title,
    texts: sight.texts,
    isPrinting: sight.isPrinting,
    longRows: sight.longRows,
    headLines: 1,
    rows: model.rows,
    kind: 'lights',
    head: html`<thead><tr>${cornerView(model.corner, 1)}${model.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>`,
    draw: (row, mark) =>
      html`<tr class=${mark.isFound ? 'found' : ''}
        aria-rowindex=${mark.index}><th scope="row" ${cssVars({ '--_depth': String(row.depth) })}>${row.title}</th>${row.cells.map((cell, at) => html`<td class=${`light ${cell.tone ?? ''}`}>${numberView(cell, `${row.title} ${model.columns[at] ?? ''}`, sight)}</td>`)}</tr>`,
    cells: (row) => [`${'　'.repeat(row.depth + 1)}${row.title}`, ...row.cells.map(numberText)],
  })}
    ${model.legend.length === 0 ? nothing : html`<ul class="legend">${model.legend.map(({ tone, title: word, text }) => html`<li><span class=${`word ${tone}`}>${word}</span> ${text}</li>`)}</ul>`}`;
}

function textView({ paragraphs }: TextModel, sight: ReportSight): TemplateResult {
  return html`${paragraphs.map(
    (parts) =>
      html`<p class="paragraph">${parts.map((part) => {
        if (part.kind === 'words') return part.text;
        if (part.kind === 'number') return numberView(part.cell, '', sight, 'inside');
        return part.members.map(
          ({ title, cell }, at) =>
            html`${at > 0 ? '、' : ''}${title}${cell ? html`（${numberView(cell, title, sight, 'inside')}）` : nothing}`,
        );
      })}</p>`,
  )}`;
}

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
    longRows: sight.longRows,
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

function coverageView({ data }: CoverageModel, sight: ReportSight): TemplateResult {
  const { texts } = sight;
  return html`${data.map(
    (set) => html`<div class="scroll" role="group" tabindex="0" aria-label=${set.title}><h4>${set.title}</h4>
    ${set.rows.every(({ reported }) => reported === 0) ? html`<p class="notice-line">${texts.nobody}</p>` : nothing}
    <table part="table"><thead><tr><th scope="col">${texts.row}</th><th scope="col">${texts.reported}</th><th scope="col">${texts.expected}</th><th scope="col">${texts.missing}</th></tr></thead>
    <tbody>${set.rows.map(
      (
        row,
      ) => html`<tr><th scope="row" ${cssVars({ '--_depth': String(row.depth) })}>${row.title}</th><td class="amount">${row.reported}</td><td class="amount">${row.expected}</td>
      <td class="names">${
        row.missing.length === 0
          ? row.expected > 0 && row.reported === row.expected
            ? texts.everybody
            : ''
          : row.missing.map(
              ({ title, organisations }) =>
                html`<div>${title === '' ? nothing : html`<b>${title}</b>　`}${namesView(
                  organisations.map((organisation) => organisation.title),
                  texts,
                  sight.isPrinting,
                )}</div>`,
            )
      }</td></tr>`,
    )}</tbody></table></div>`,
  )}`;
}
