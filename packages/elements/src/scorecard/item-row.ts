import { html, nothing, type TemplateResult } from 'lit';
import { cssVars } from '../internal/css-vars.ts';
import { explainMissing, explainDeduction, shownNumber } from '@jiceng/core/score/explain.js';
import { neededPoints } from '@jiceng/core/score/bands.js';
import type { DimensionNode, ItemNode } from '@jiceng/core/score/tree.js';
import type { Entering } from './entry-parts.ts';
import { entryParts, reviewParts } from './entry-parts.ts';
import { dimensionExplanation, itemExplanation, type Explaining } from './explanation.ts';
import type { ScorecardTexts } from './scorecard.messages.ts';

/** What rows need of the element. */
export interface Rows extends Explaining {
  /** Whether somebody fills in, reviews, or only reads. */
  readonly mode: 'fill' | 'review' | 'read';
  readonly isOpen: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** Prefix of ids that is unique on the page. */
  readonly prefix: string;
  readonly entering: (node: ItemNode, id: string) => Entering;
}

/** One dimension: heading with subtotal, and its items. */
export function dimensionSection(node: DimensionNode, at: number, rows: Rows): TemplateResult {
  const { texts, prefix } = rows;
  const id = `${prefix}-d${at}`;
  const { title } = node.dimension;
  return html`
    <section class="dimension" part="dimension" role="group" aria-labelledby=${id}>
      <div class="dimension-head">
        <h4 id=${id}>${title}</h4>
        ${
          node.share === null
            ? html`<span class="tag">${texts.bonus}</span>`
            : html`<span class="bar small"
          aria-hidden="true"><span class="fill" ${cssVars({ '--_share': `${Math.max(0, Math.min(100, node.share))}%` })}></span></span>`
        }
        ${numberButton(id, title, node.points, texts, rows)}
        ${node.share === null ? nothing : html`<span class="weak">${texts.of(shownNumber(node.max, 4))}</span>`}
        ${minimumOf(node, rows)}
      </div>
      ${panel(id, () => dimensionExplanation(node, rows), rows, title)}
      <div class="columns" aria-hidden="true"><span>${texts.item}</span><span>${texts.rule}</span><span>${texts.max}</span><span>${texts.source}</span><span>${texts.points}</span></div>
      <ul class="items">${node.items.map((item, index) => itemRow(item, `${id}i${index}`, rows))}</ul>
    </section>
  `;
}

/** The points that the best band which asks for any wants of a dimension, and whether they are there. */
function minimumOf(node: DimensionNode, { card, texts }: Rows): TemplateResult | typeof nothing {
  const asking = card.tree.bands.find(({ minShare }) => minShare !== null);
  if (!asking || asking.minShare === null || node.share === null) return nothing;
  const needed = neededPoints(node.max, asking.minShare, card.tree.places);
  const minimum = texts.minimum(shownNumber(needed, 4), shownNumber(asking.minShare, 2));
  const below = node.points < needed && !node.items.some(({ waiting }) => waiting);
  return below
    ? html`<span class="tag negative">${texts.below}${texts.marks.colon}${minimum}</span>`
    : html`<span class="weak minimum">${minimum}</span>`;
}

function itemRow(node: ItemNode, id: string, rows: Rows): TemplateResult {
  const { card, texts, mode } = rows;
  const { title, rule = '' } = node.item;
  const fills =
    mode === 'fill' && node.entryPointer !== null && node.applies && !node.excluded && node.computed === null;
  const reviews = mode === 'review' && node.entryPointer !== null && node.applies && !node.excluded;
  const lost = explainDeduction(node, card.context);
  return html`
    <li class=${`item ${node.excluded ? 'excluded' : ''}`} part="item">
      <div class="line">
        <span class="name">${node.item.code === undefined ? nothing : html`<span class="code">${node.item.code}</span>`}<span>${title}</span></span>
        <span class="rule">${rule}${hint(node, lost, rows, fills)}</span>
        <span class="max"><span class="narrow-label">${texts.max}</span>${shownNumber(node.item.max, 4)}</span>
        <span class="chip-cell"><span class=${`chip ${chipOf(node)}`}>${texts.chip[chipOf(node)]}</span></span>
        <span class="points-cell">${numberButton(id, title, node.points, texts, rows, node.waiting || node.excluded)}</span>
      </div>
      ${fills ? entryParts(node, rows.entering(node, id)) : mode === 'fill' ? nothing : entered(node, texts, rows.entering(node, id))}
      ${reviews ? reviewParts(node, rows.entering(node, id)) : nothing}
      ${panel(id, () => itemExplanation(node, rows), rows, title)}
    </li>
  `;
}

/** Why there are no data, or why points were lost: the one thing to know about an item without opening it. */
function hint(node: ItemNode, lost: string, { card, texts }: Rows, fills: boolean): TemplateResult | typeof nothing {
  if (node.missing) return html`<span class="hint notice">${explainMissing(node, card.context)}</span>`;
  if (!fills && lost !== '') return html`<span class="hint">${texts.lost}${texts.marks.colon}${lost}</span>`;
  return nothing;
}

/** A number that opens its explanation. */
export function numberButton(
  id: string,
  title: string,
  points: number,
  texts: ScorecardTexts,
  rows: Pick<Rows, 'isOpen' | 'toggle'>,
  none = false,
): TemplateResult {
  const shown = none ? '—' : shownNumber(points, 4);
  const open = rows.isOpen(id);
  return html`<button type="button" class="points" id=${`${id}-button`} aria-expanded=${open ? 'true' : 'false'}
    aria-controls=${`${id}-panel`}
    aria-label=${texts.show(title, shown)} @click=${() => rows.toggle(id)}><span class="number">${shown}</span><span class="mark"
    aria-hidden="true"></span></button>`;
}

/** The explanation below its number; its content is made only while it is open. */
export function panel(
  id: string,
  content: () => TemplateResult,
  { isOpen, toggle, texts }: Pick<Rows, 'isOpen' | 'toggle' | 'texts'>,
  title: string,
): TemplateResult {
  const open = isOpen(id);
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    toggle(id);
  };
  return html`<div class="panel" id=${`${id}-panel`} role="region"
    aria-label=${`${title}${texts.marks.colon}${texts.how}`} ?hidden=${!open} @keydown=${escape}>
    ${
      open
        ? html`${content()}<button type="button" class="button plain close"
      @click=${() => toggle(id)}>${texts.close}</button>`
        : nothing
    }</div>`;
}

/** What was entered, for those who only read or review. */
function entered({ entry }: ItemNode, texts: ScorecardTexts, { fileName }: Entering): TemplateResult | typeof nothing {
  const files = entry.attachments.filter((file): file is string => typeof file === 'string');
  if (entry.evidenceNote === '' && files.length === 0) return nothing;
  return html`<p class="entered">${entry.evidenceNote}${files.length > 0 ? html` <span class="weak">${texts.files}${texts.marks.colon}${files.map(fileName).join(texts.marks.list)}</span>` : nothing}</p>`;
}

function chipOf(node: ItemNode): 'computed' | 'self' | 'review' | 'none' | 'excluded' {
  return node.excluded ? 'excluded' : node.origin;
}
