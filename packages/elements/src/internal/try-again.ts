import { html, type TemplateResult } from 'lit';

/** Says in place what could not be read or loaded, with a button that tries again; `look` is its class. */
export function tryAgainView(look: string, said: string, again: string, tryAgain: () => void): TemplateResult {
  return html`<div class=${look} role="alert">${said} <button type="button" class="button"
    @click=${tryAgain}>${again}</button></div>`;
}
