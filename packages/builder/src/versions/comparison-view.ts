import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Difference } from '@jiceng/core/version/difference.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { BuilderSession } from '../session/session.ts';
import { showPane, showPlace } from '../session/show-pane.ts';
import { FILTERS, heldBy, type DifferenceFilter } from './held.ts';
import { toNext, type Comparison } from './version-edits.ts';
import type { Messages } from './versions.messages.ts';

/** What a comparison shows and does. */
export interface ComparisonView {
  readonly session: BuilderSession;
  readonly comparison: Comparison;
  /** Stored records of the version with which is compared. */
  readonly records: readonly StoredRecord[];
  readonly filter: DifferenceFilter;
  readonly text: Messages;
  /** Shows other differences. */
  choose(filter: DifferenceFilter): void;
}

/** What the drawing changes about a published version, in words, and how stored records come along. */
export function comparisonView(view: ComparisonView): TemplateResult {
  const { session, comparison, records, filter, text, choose } = view;
  const { before, found, next, isNumbered } = comparison;
  const shown = found.filter(FILTERS[filter]);
  const touching = found.filter(({ touch }) => touch !== 'none').length;
  return html`<h3>${text.compare(before.version)}</h3>
    ${
      found.length === 0
        ? html`<p>${text.same}</p>`
        : html`
      <p>${text.summary(found.length, touching)} ${isNumbered ? text.numbered(comparison.after.version) : text.next(next)}</p>
      <div class="bar">
        ${
          isNumbered
            ? nothing
            : html`<button class="button primary" type="button"
          @click=${() => {
            const { title, edits } = toNext(comparison);
            session.edit({ title }, edits);
          }}>${text.take(next)}</button>`
        }
        <button class="button" type="button" @click=${(event: Event) => showPane(event.currentTarget as HTMLElement, 'publish')}>${text.publish}</button>
        <label for="filter">${text.filter}</label>
        <select id="filter" @change=${(event: Event) => {
          choose((event.target as HTMLSelectElement).value as DifferenceFilter);
        }}>${Object.keys(FILTERS).map(
          (id) => html`<option value=${id}
          ?selected=${id === filter}>${text.filters[id as DifferenceFilter]}</option>`,
        )}</select>
      </div>
      ${shown.length === 0 ? html`<p class="weak">${text.nothing}</p>` : html`<ul class="list">${shown.map((difference) => differenceView(difference, view))}</ul>`}
      <jc-migration-plan .session=${session} .comparison=${comparison} .records=${records}></jc-migration-plan>`
    }`;
}

/** One difference, how many records hold what it touches, and the way to its place. */
function differenceView(difference: Difference, { session, records, text }: ComparisonView): TemplateResult {
  const { touch, pointer, happening } = difference;
  const held = heldBy(difference, records);
  const words = difference.text[session.language.value];
  return html`<li>
    ${touch === 'none' ? nothing : html`<span class="mark ${touch}">${text.touch[touch]}</span>`}<span class="words">${words}</span>
    ${held === undefined || held === 0 ? nothing : html`<b>${text.held(held)}</b>`}
    ${
      happening === 'removed' || pointer === ''
        ? nothing
        : html`<button class="link" type="button" aria-label=${`${text.go} ${words}`} @click=${(event: Event) => {
            session.select([pointer]);
            showPlace(event.currentTarget as HTMLElement, pointer);
          }}>${text.go}</button>`
    }
  </li>`;
}
