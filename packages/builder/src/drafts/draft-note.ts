import { html, nothing, type TemplateResult } from 'lit';
import type { DraftNote } from './drafting.ts';
import { messages } from './drafts.messages.ts';

/** What is said about drafts; one that was brought back can be dropped. */
export function draftNote(
  note: DraftNote | undefined,
  locale: string,
  drop: () => void,
): TemplateResult | typeof nothing {
  if (!note) return nothing;
  const text = messages(locale);
  const isRestored = note === 'draftRestored';
  return html`<div class="note no-print ${isRestored ? '' : 'bad'}" role="status">${text[note]} ${
    isRestored ? html`<button type="button" class="button plain" @click=${drop}>${text.discard}</button>` : nothing
  }</div>`;
}
