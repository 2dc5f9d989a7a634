import type { BoardModel, CoverageModel, LightsModel } from '@jiceng/core/report/model.js';
import { html, nothing, type TemplateResult } from 'lit';
import { cssVars } from '../internal/css-vars.ts';
import { longTable } from './long-table.ts';
import { namesView } from './names-view.ts';
import { numberText, numberView } from './number-view.ts';
import type { ReportSight } from './sight.ts';
import { cornerView } from './table-view.ts';

/** What a block of the other kinds shows. */
export function otherView(
  model: BoardModel | LightsModel | CoverageModel,
  title: string,
  sight: ReportSight,
): TemplateResult {
  switch (model.kind) {
    case 'board':
      return boardView(model, sight);
    case 'lights':
      return lightsView(model, title, sight);
    case 'coverage':
      return coverageView(model, sight);
  }
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
        longRows: sight.behind?.longRows,
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
    longRows: sight.behind?.longRows,
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
