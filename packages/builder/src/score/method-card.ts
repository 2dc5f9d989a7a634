import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { shownNumber } from '@jiceng/core/score/explain.js';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import styles from './method-card.styles.ts';
import { methodMessages } from './method.messages.ts';
import { methodWords, pointsOf, scoredItemAt } from './method-words.ts';

/**
 * How the selected item of a score counts, in words, with an example to play with.
 *
 * @customElement jc-score-method
 *
 * @csspart base - Everything.
 */
export class ScoreMethod extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  /** What is tried, for the item at a pointer. */
  @state() private tried: { readonly pointer: string; readonly value: number } | undefined;

  protected draw(session: BuilderSession): TemplateResult | typeof nothing {
    const document = session.value.value;
    const [pointer = ''] = session.selection.value;
    const item = scoredItemAt(document, pointer);
    if (!item) return nothing;
    const text = methodMessages(this.language);
    const { counts, asks, example } = methodWords(document, item, this.language);
    const value = this.tried?.pointer === pointer ? this.tried.value : example?.value ?? 0;
    const points = example && pointsOf(document, item, value);
    return html`<section class="base" part="base" aria-label=${text.title}>
      <p class="counts">${counts}</p>
      <p class="weak">${asks}</p>
      ${example ? html`<p class="example"><label>${text.example} <input type="number" step="any" .value=${String(value)} @input=${(event: Event) => this.try(pointer, (event.target as HTMLInputElement).valueAsNumber)}> ${example.unit}</label>
        <output>${points === undefined ? text.cannot : text.earns(shownNumber(points, 4))}</output></p>` : nothing}
    </section>`;
  }

  private try(pointer: string, value: number): void {
    if (!Number.isNaN(value)) this.tried = { pointer, value };
  }
}
