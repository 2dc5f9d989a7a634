import { html, nothing, type TemplateResult } from 'lit';
import type { Json } from '@jiceng/core/json/json.js';
import { explainRequired } from '@jiceng/core/facts/explain-required.js';
import { explainAdjustment, explainItem, shownNumber } from '@jiceng/core/score/explain.js';
import type { Adjustment, DimensionNode, FactRead, ItemNode, Quantity } from '@jiceng/core/score/tree.js';
import { basisText } from '@jiceng/core/text/basis.js';
import type { Card } from './card-data.ts';
import type { ScorecardTexts } from './scorecard.messages.ts';

/** What the explanations need of the element. */
export interface Explaining {
  readonly card: Card;
  readonly texts: ScorecardTexts;
  /** Somebody asks for the records behind a number. */
  readonly openSource: (detail: SourceRequest) => void;
}

/** The records behind one number. */
export interface SourceRequest {
  /** `null` where the records are entries of the score itself. */
  readonly factId: string | null;
  readonly by: string | null;
  readonly offset: number;
  readonly recordIds: readonly string[];
}

/** Everything that led to the points of one item. */
export function itemExplanation(node: ItemNode, tools: Explaining): TemplateResult {
  const { card, texts } = tools;
  const { context } = card;
  const limits = limitsOf(node, tools);
  const { steps } = node.input;
  return html`
    <dl class="facts">
      <dt>${texts.how}</dt>
      <dd>${explainItem(node, card.context)}</dd>
      ${limits.length > 0 ? html`<dt>${texts.limits}</dt>${limits.map((limit) => html`<dd>${limit}</dd>`)}` : nothing}
      ${
        steps.length > 0
          ? html`<dt>${texts.steps}</dt>${steps.map(
              ({ at, points, reached }) => html`<dd class=${reached ? 'reached' : ''}>
        ${(node.item.direction === 'down' ? texts.stepDown : texts.step)(amount(at, node), shownNumber(points.value, 4))}${reached ? html` <b>${texts.marks.open}${texts.reached}${texts.marks.close}</b>` : nothing}</dd>`,
            )}`
          : nothing
      }
      ${node.facts.length > 0 ? html`<dt>${texts.facts}</dt>${node.facts.map((read) => html`<dd>${factLine(read, tools)}</dd>`)}` : nothing}
      ${
        node.entries.length > 0
          ? html`<dt>${texts.entries}</dt>${node.entries.map(
              ({ recordId, on, points }) => html`<dd>
        ${on.slice(0, 10)}${texts.marks.comma}${shownNumber(points, 4)} ${texts.unit}
        <button type="button" class="button plain"
          @click=${() => tools.openSource({ factId: null, by: null, offset: 0, recordIds: [recordId] })}>${texts.record}</button></dd>`,
            )}`
          : nothing
      }
      ${node.adjustments.map((adjustment) => html`<dt>${texts.kinds[adjustment.kind]}</dt><dd>${explainAdjustment(adjustment, node.max, card.context)}</dd>`)}
      <dt>${texts.basis}</dt>
      <dd>${basisText(node.item.source, context.language)}</dd>
    </dl>
  `;
}

/** The nodes that a subtotal is the sum of. */
export function dimensionExplanation(node: DimensionNode, { card, texts }: Explaining): TemplateResult {
  return sumList(
    texts,
    [
      ...node.items.map((item) => [item.item.title, item.points] as const),
      ...adjustmentLines(node.adjustments, node.max, card, texts),
    ],
    texts.subtotal,
    node.points,
  );
}

/** The nodes that the total is the sum of. */
export function totalExplanation({ card, texts }: Explaining): TemplateResult {
  const { tree } = card;
  return sumList(
    texts,
    [
      ...(tree.base === 0 ? [] : [[texts.base, tree.base] as const]),
      ...tree.dimensions.map((node) => [node.dimension.title, node.points] as const),
      ...adjustmentLines(tree.adjustments, tree.max, card, texts),
    ],
    texts.total,
    tree.points,
  );
}

function adjustmentLines(
  adjustments: readonly Adjustment[],
  max: number,
  card: Card,
  texts: ScorecardTexts,
): (readonly [string, number])[] {
  return adjustments.map(
    (adjustment) =>
      [
        `${texts.kinds[adjustment.kind]}${texts.marks.colon}${explainAdjustment(adjustment, max, card.context)}`,
        adjustment.points,
      ] as const,
  );
}

function sumList(
  texts: ScorecardTexts,
  lines: readonly (readonly [string, number])[],
  title: string,
  sum: number,
): TemplateResult {
  return html`
    <p class="panel-title">${texts.composition}</p>
    <ul class="sum">
      ${lines.map(([name, points]) => html`<li><span>${name}</span><span class="number">${signed(points)}</span></li>`)}
      <li class="result"><span>${title}</span><span class="number">${shownNumber(sum, 4)}</span></li>
    </ul>
  `;
}

function signed(points: number): string {
  return points > 0 ? `+${shownNumber(points, 4)}` : shownNumber(points, 4);
}

function limitsOf(node: ItemNode, { card, texts }: Explaining): string[] {
  const { required, full, per } = node.input;
  const line = (quantity: Quantity | null, fallback: string, unit: string) => {
    if (!quantity) return [];
    const parameter = quantity.name === null ? undefined : card.context.parameter?.(quantity.name);
    const title = parameter?.title ?? fallback;
    const basis =
      parameter?.source === undefined
        ? ''
        : texts.marks.open + basisText(parameter.source, card.context.language) + texts.marks.close;
    return [texts.parameter(title, withUnit(shownNumber(quantity.value, 4), parameter?.unit ?? unit)) + basis];
  };
  const unit = node.item.unit ?? (node.item.method === 'ratio' ? '%' : '');
  return [
    ...line(required, texts.required, unit),
    ...line(full, texts.full, unit),
    ...line(per, texts.per, texts.unit),
  ];
}

function amount({ value }: Quantity, { item }: ItemNode): string {
  return withUnit(shownNumber(value, 4), item.unit ?? '');
}

function withUnit(number: string, unit: string): string {
  return unit === '' ? number : unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** A fact: title, value, how it was divided, and the records behind it. */
function factLine({ call, fact }: FactRead, { card, texts, openSource }: Explaining): TemplateResult {
  const declared = card.context.fact?.(call.id, call.by);
  if (!declared) return html`<span class="weak">${texts.unknownFact(call.id)}</span>`;
  const unit = declared.type === 'percent' ? '%' : (declared.unit ?? '');
  const value = fact.value === null ? '—' : plainFact(fact.value, unit, texts);
  const parts =
    fact.num !== null && fact.den !== null
      ? `${texts.marks.open}${shownNumber(fact.num)} ÷ ${shownNumber(fact.den)}${texts.marks.close}`
      : '';
  const request = { factId: call.id, by: call.by ?? null, offset: call.offset ?? 0, recordIds: fact.sources };
  const required = card.context.required?.(call);
  return html`${texts.parameter(declared.title, value)}${parts}
    ${
      fact.sources.length > 0
        ? html`<button type="button" class="button plain" part="source"
        @click=${() => openSource(request)}>${texts.records(fact.sources.length)}</button>`
        : html`<span class="weak">${texts.noRecords}</span>`
    }
    ${required ? explainRequired(required, declared.required ?? [], card.context.language).map((line) => html`<p part="required">${line}</p>`) : nothing}`;
}

function plainFact(value: Json, unit: string, texts: ScorecardTexts): string {
  if (typeof value === 'number') return withUnit(shownNumber(value), unit);
  if (typeof value === 'boolean') return value ? texts.yes : texts.no;
  return typeof value === 'string' ? value : '';
}
