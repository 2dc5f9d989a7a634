import { html, nothing, type TemplateResult } from 'lit';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Offer } from './model/offers.ts';
import type { ReportBuilderTexts } from './report-builder.messages.ts';
import { usedDefinitions, type ReportSession } from './report-session.ts';

/** What the list of data shows and does. */
export interface OffersView {
  readonly session: ReportSession;
  readonly texts: ReportBuilderTexts;
  /** Everything that can be counted; what the report does not use yet is offered by name. */
  readonly definitions: readonly Definition[];
  /** Words typed into the search. */
  readonly typed: string;
  type(words: string): void;
  put(offer: Offer): void;
  press(offer: Offer, event: PointerEvent): void;
}

/** Offers that have every word, in small letters. */
export function offersFor(offers: readonly Offer[], typed: string): readonly Offer[] {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length === 0
    ? offers
    : offers.filter(({ title, group }) => words.every((word) => `${group} ${title}`.toLowerCase().includes(word)));
}

/** Everything that can be put into the report, by where it comes from; arrow keys go from one to the next. */
export function offersView({ session, texts, definitions, typed, type, put, press }: OffersView): TemplateResult {
  const found = offersFor(session.offers.value, typed);
  const known = new Set([...usedDefinitions(session.value.value), ...session.added.value]);
  const others = definitions.filter(({ id }) => !known.has(id));
  const groups = [...new Set(found.map(({ group }) => group))];
  const [first] = found;
  const button = (
    offer: Offer,
  ): TemplateResult => html`<li><button type="button" class=${`offer ${offer.kind}`} data-offer=${offer.key}
    tabindex=${offer === first ? 0 : -1} title=${texts.put(offer.title)}
    @click=${() => put(offer)} @pointerdown=${(event: PointerEvent) => press(offer, event)}>${offer.title}</button></li>`;
  const part = (group: string, kind: Offer['kind'], title: string): TemplateResult | typeof nothing => {
    const list = found.filter((offer) => offer.group === group && offer.kind === kind);
    return list.length === 0 ? nothing : html`<p class="kind">${title}</p><ul class="offers">${list.map(button)}</ul>`;
  };
  return html`<h3 class="side-title">${texts.offers}</h3>
    <input class="input search" type="search" aria-label=${texts.search} placeholder=${texts.search} .value=${typed}
      @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Enter' && !event.isComposing && first) {
          event.preventDefault();
          put(first);
        }
      }}>
    <div class="found" @keydown=${step}>
      ${groups.map((group) => html`<section aria-label=${group}><h4>${group}</h4>${part(group, 'dimension', texts.split)}${part(group, 'measure', texts.numbers)}</section>`)}
      ${found.length === 0 ? html`<p class="weak" role="status">${texts.noOffers}</p>` : nothing}
    </div>
    ${
      others.length === 0
        ? nothing
        : html`<label class="add-data">${texts.addData}
      <select class="input" .value=${''} @change=${(event: Event) => {
        const select = event.target as HTMLSelectElement;
        if (select.value !== '') session.added.value = [...session.added.peek(), select.value];
        select.value = '';
      }}>
        <option value=""></option>${others.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
      </select></label>`
    }`;
}

function step(event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const all = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.offer')];
  const next = all[all.indexOf(event.target as HTMLElement) + by];
  if (!next) return;
  event.preventDefault();
  all.forEach((each) => {
    each.tabIndex = each === next ? 0 : -1;
  });
  next.focus();
}
