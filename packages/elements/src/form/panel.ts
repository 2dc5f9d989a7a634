import type { Language, Problem } from '@jiceng/core/text/problem.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../widgets/form.messages.ts';

/** Why no form is shown. */
export interface PanelState {
  readonly text: Messages;
  readonly language: Language;
  readonly waits: boolean;
  /** Loads again what could not be loaded; undefined unless something could not. */
  readonly retry: (() => void) | undefined;
  readonly problems: readonly Problem[];
}

/** What stands in place of a form that cannot be shown, or not yet. */
export function panel({ text, language, waits, retry, problems }: PanelState): TemplateResult {
  if (waits) return html`<div class="panel" role="status">${text.loading}</div>`;
  if (retry)
    return html`<div class="panel bad" role="alert">${text.loadFailed} <button type="button" class="button"
      @click=${retry}>${text.retry}</button></div>`;
  if (problems.length === 0) return html`<div class="panel">${text.noDefinition}</div>`;
  return html`<div class="panel bad" role="alert">${text.badDefinition}${problems.slice(0, 5).map(({ pointer, reason }) => html`<br><bdi>${pointer}</bdi> ${reason[language]}`)}</div>`;
}

/** What happened to the draft: brought back, not stored, or kept nowhere. */
export type DraftNote = 'draftRestored' | 'draftFailed' | 'draftOff';

/** What stands above a form about its draft; one that was brought back can be discarded. */
export function draftNote(text: Messages, note: DraftNote | undefined, discard: () => void): unknown {
  const isBack = note === 'draftRestored';
  return note
    ? html`<div class="bar-note no-print ${isBack ? '' : 'bad'}" role="status">${text[note]}
      ${isBack ? html`<button type="button" class="text-link" @click=${discard}>${text.draftDiscard}</button>` : nothing}</div>`
    : nothing;
}
