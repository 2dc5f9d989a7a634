import { translated } from '@jiceng/core/definition/translated.js';
import type { MoveOffer } from '@jiceng/core/engine/offers.js';
import type { Link, StoredRecord } from '@jiceng/core/generated/record.js';
import { currentState, machineOf } from '@jiceng/core/life/states.js';
import { html, nothing, type TemplateResult } from 'lit';
import { readForm } from './ask-form.ts';
import { recordMessages } from './record.messages.ts';
import type { Sight } from './sight.ts';
import { timelineOf } from './timeline.ts';

/** What a record's detail shows and tells. */
export interface DetailInput {
  readonly record: StoredRecord;
  readonly title: string;
  readonly sight: Sight;
  readonly offers: readonly MoveOffer[];
  /** What the store said about changes of this record. */
  readonly refusal: TemplateResult | typeof nothing;
  readonly readonly: boolean;
  readonly prefix: string;
  move(offer: MoveOffer): void;
  openLink(link: Link): void;
  close(): void;
}

/** The detail of one record: what may be done, all fields, linked records, what has happened. */
export function recordDetail(input: DetailInput): TemplateResult {
  const { record, sight, prefix, title } = input;
  const text = recordMessages(sight.locale);
  const state = currentState(sight.compiled, record, 'item') ?? currentState(sight.compiled, record, 'filing');
  return html`<section class="detail no-print" part="detail" tabindex="-1" aria-labelledby=${`${prefix}-detail`}>
    <div class="detail-head"><h3 id=${`${prefix}-detail`}>${title}</h3>${state ? html`<span class="badge ${state.tone ?? 'neutral'}">${state.title}</span>` : nothing}<button type="button"
      class="button plain" @click=${input.close}>${text.close}</button></div>
    ${state?.description ? html`<p class="weak">${state.description}</p>` : nothing}
    ${input.refusal}
    ${input.readonly ? nothing : moves(input)}
    <h4>${text.content}</h4>${readForm(sight, record)}
    ${
      record.links.length > 0
        ? html`<h4>${text.links}</h4><ul class="links">${record.links.map(
            (
              link,
            ) => html`<li><span class="weak">${link.rel === 'from' ? text.linkFrom : text.linkTo}${text.marks.colon}</span><button type="button"
      class="button plain" @click=${() => input.openLink(link)}>${link.title || titleOf(link.definitionId, sight)}</button></li>`,
          )}</ul>`
        : nothing
    }
    <h4>${text.history}</h4>
    ${record.history.length === 0 ? html`<p class="weak">${text.noHistory}</p>` : html`<ol class="timeline">${timelineOf(record, sight).map(({ at, who, what, details }) => html`<li><time datetime=${at.replace(' ', 'T')}>${at}</time><strong>${what}</strong><span>${who}</span>${details.map((line) => html`<p class="weak">${line}</p>`)}</li>`)}</ol>`}
  </section>`;
}

/** What another definition is called. */
function titleOf(definitionId: string, { snapshot, locale }: Sight): string {
  const found = snapshot?.definition(definitionId)?.definition;
  return found ? translated(found, locale).title : definitionId;
}

/** Buttons of what this person may do; what is not possible now is folded under one line, each reason once. */
export function moves({ offers, sight, move }: Pick<DetailInput, 'offers' | 'sight' | 'move'>): TemplateResult {
  const text = recordMessages(sight.locale);
  const able = offers.filter(({ allowed }) => allowed);
  const unable = offers.filter(({ allowed }) => !allowed);
  const lead =
    able.find(({ move: { tone } }) => tone === 'positive') ??
    able.find((offer) => offer.move.tone !== 'negative' && !isWayOut(offer, sight));
  return html`<h4>${text.moves}</h4>
    ${sight.person === undefined ? html`<p class="weak">${text.noPerson}</p>` : nothing}
    ${offers.length === 0 ? html`<p class="weak">${text.noMoves}</p>` : nothing}
    ${
      able.length > 0
        ? html`<div class="moves">${able.map(
            (offer) => html`<button type="button"
      class="button ${offer === lead ? 'primary' : ''}"
      data-move=${offer.move.id} @click=${() => move(offer)}>${offer.move.title}</button>`,
          )}</div>`
        : nothing
    }
    ${unable.length > 0 && sight.person !== undefined ? refused(unable, sight, able.length > 0) : nothing}`;
}

/** Whether a move ends the record otherwise than well: nobody is led there, nor back. */
function isWayOut({ move, track }: MoveOffer, { compiled }: Sight): boolean {
  const to = machineOf(compiled, track)?.states.find(({ id }) => id === move.to);
  return to?.final === true && to.tone !== 'positive';
}

function refused(
  unable: readonly MoveOffer[],
  { locale, names: { language } }: Sight,
  isRest: boolean,
): TemplateResult {
  const text = recordMessages(locale);
  const byReason = new Map<string, string[]>();
  for (const {
    move: { title },
    reasons,
  } of unable) {
    const reason = reasons[0]?.[language] ?? ''; // further conditions matter to who may act at all
    byReason.set(reason, [...(byReason.get(reason) ?? []), title]);
  }
  const held = new Set(unable.flatMap(({ held: post }) => post?.[language] ?? []));
  return html`<details class="cannot"><summary>${text.notNow(unable.length, isRest)}</summary>
    <ul>${[...byReason].map(([reason, titles]) => html`<li><strong>${titles.join(text.marks.list)}</strong>${text.marks.colon}${reason}</li>`)}</ul>
    ${[...held].map((post) => html`<p>${post}</p>`)}</details>`;
}
