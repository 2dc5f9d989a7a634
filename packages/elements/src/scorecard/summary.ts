import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ScoreBand } from '@jiceng/core/generated/definition.js';
import { explainBand, shownNumber } from '@jiceng/core/score/explain.js';
import { nextBand } from '@jiceng/core/score/next.js';
import { itemsOf, type BandNode } from '@jiceng/core/score/tree.js';
import { cssVars } from '../internal/css-vars.ts';
import { lampPath, type LampColor } from '../lamp/lamp-shapes.ts';
import { totalExplanation } from './explanation.ts';
import { numberButton, panel, type Rows } from './item-row.ts';

const LAMPS: Readonly<Record<NonNullable<ScoreBand['tone']>, LampColor>> = {
  positive: 'green',
  notice: 'yellow',
  negative: 'red',
  info: 'blue',
  neutral: 'grey',
};

/** Total, band, what the next band needs, and vetoes. */
export function summary(rows: Rows): TemplateResult {
  const { card, texts, prefix } = rows;
  const { tree } = card;
  const waiting = itemsOf(tree).filter((item) => item.waiting).length;
  const share = tree.max === 0 ? 0 : Math.max(0, Math.min(100, (tree.points / tree.max) * 100));
  const id = `${prefix}-total`;
  return html`
    <div class="summary" part="summary">
      <div class="total">
        <span class="total-label">${texts.total}</span>
        ${numberButton(id, texts.total, tree.points, texts, rows)}
        <span class="weak">${texts.of(shownNumber(tree.max, 4))}</span>
      </div>
      <div class="result">
        <p class="band-line">${tree.bands[0] ? html`<span class="weak">${texts.band}</span>${bandTag(tree.band, rows)}` : nothing}${waiting > 0 ? html`<button type="button" class="tag notice" @click=${showWaiting}>${texts.incomplete(waiting)}</button>` : nothing}</p>
        <div class="bar" aria-hidden="true">
          <span class="fill" ${cssVars({ '--_share': `${share}%` })}></span>
          ${tree.bands.map(({ min, band }) =>
            min === null || min <= 0 || min >= tree.max
              ? nothing
              : html`<span class="tick" ${cssVars({ '--_at': `${(min / tree.max) * 100}%` })}><span>${band.title} ${shownNumber(min, 4)}</span></span>`,
          )}
        </div>
        <p class="scale" aria-hidden="true">${tree.bands
          .filter(({ min }) => min !== null && min > 0)
          .reverse() // as they stand on the bar
          .map(({ min, band }) => `${band.title} ${shownNumber(min ?? 0, 4)} ${texts.unit}`)
          .join(texts.marks.gap)}</p>
        ${nextParts(rows)}
      </div>
    </div>
    ${panel(id, () => totalExplanation(rows), rows, texts.total)}
    ${vetoBox(rows)}
  `;
}

/** Goes to the first item without points. */
function showWaiting({ target }: Event): void {
  const root = (target as Element).getRootNode() as ShadowRoot;
  const row = root.querySelector('.chip.none')?.closest('.item');
  (row?.querySelector('input') ?? row?.querySelector('button'))?.focus();
}

/** The band as mark and word. */
export function bandTag(node: BandNode | null, { texts }: Pick<Rows, 'texts'>): TemplateResult {
  if (!node) return html`<span class="band none">${texts.noBand}</span>`;
  const tone = node.band.tone ?? 'neutral';
  return html`<span class=${`band ${tone}`} part="band"><svg class=${`mark ${LAMPS[tone]}`} viewBox="0 0 12 12"
    aria-hidden="true">${svg`<path fill-rule="evenodd" d=${lampPath(LAMPS[tone])}></path>`}</svg>${node.band.title}${
      node.band.stars === undefined
        ? nothing
        : html`<jc-stars .value=${node.band.stars} .max=${Math.max(5, node.band.stars)}></jc-stars>`
    }</span>`;
}

function nextParts({ card, texts }: Rows): TemplateResult | typeof nothing {
  const next = nextBand(card.tree, 3);
  if (!next) return nothing;
  const { title } = next.band.band;
  return html`<p class="next"><b>${texts.next(title)}</b>${explainBand(next.band, card.context).join(texts.marks.semicolon)}${texts.marks.stop}${
    next.gains.length > 0
      ? html`<span class="gains">${texts.gains}${next.gains.map(({ item, points }) => texts.gain(item.item.title, shownNumber(points, 4))).join(texts.marks.list)}${texts.marks.stop}</span>`
      : nothing
  }</p>`;
}

function vetoBox({ card, texts }: Rows): TemplateResult | typeof nothing {
  const { vetoes, bands } = card.tree;
  if (vetoes.length === 0) return nothing;
  const applied = vetoes.filter(({ state }) => state === 'applies');
  const unknown = vetoes.filter(({ state }) => state === 'unknown');
  const title = (veto: (typeof vetoes)[number]) => veto.veto.title;
  const limit = (band: string | undefined) => {
    const found = bands.find((each) => each.band.id === band);
    return found ? `${texts.marks.open}${texts.vetoLimit(found.band.title)}${texts.marks.close}` : '';
  };
  return html`<div class=${`veto ${applied.length > 0 ? 'applies' : ''}`} part="veto">
    <span class="veto-label">${texts.veto}</span>
    ${
      applied.length + unknown.length === 0
        ? html`<span>${texts.vetoClear}</span>`
        : html`<ul>
      ${applied.map((veto) => html`<li><b>${title(veto)}</b>${limit(veto.veto.band)}</li>`)}
      ${unknown.map((veto) => html`<li>${texts.vetoUnknown(title(veto))}</li>`)}</ul>`
    }
  </div>`;
}
