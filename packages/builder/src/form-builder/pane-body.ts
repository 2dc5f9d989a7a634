import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { until } from 'lit/directives/until.js';
import type { Pane } from '../session/pane.ts';
import type { BuilderSession } from '../session/session.ts';
import type { SessionElement } from '../session/session-element.ts';
import type { Messages } from './form-builder.messages.ts';
import { panes } from './panes.ts';

/**
 * What a tab shows: the layout with its side columns, or a pane's element. `retry`: the properties could not be loaded;
 * tries it again.
 */
export function paneBody(
  session: BuilderSession,
  text: Messages,
  open: string,
  retry: (() => void) | undefined,
): TemplateResult {
  const pane = panes.find(({ id }) => id === open);
  // What is there is put there at once: a promise, even a kept one, would take it out of the page and in again with
  // every change.
  const shown =
    pane &&
    (elements.get(session)?.get(pane.id) ??
      until(opened(pane, session, text), html`<p class="empty" role="status">${text.loading}</p>`));
  if (pane) return html`${keyed(pane.id, html`<div class="pane">${shown}</div>`)}`;
  return html`<div class="design">
    <div class="side start">
      <div class="half"><h3 class="side-title">${text.structure}</h3><jc-builder-outline .session=${session}></jc-builder-outline></div>
      <div class="half"><h3 class="side-title">${text.add}</h3><jc-builder-palette .session=${session}></jc-builder-palette></div>
    </div>
    <div class="middle"><jc-builder-canvas .session=${session}></jc-builder-canvas></div>
    <div class="side end"><h3 class="side-title">${text.properties}</h3>
      ${
        retry
          ? html`<div class="panel-note" role="alert">${text.paneFailed} <button type="button" class="button plain"
        @click=${retry}>${text.retry}</button></div>`
          : nothing
      }
      <jc-builder-panel .session=${session}>${
        retry
          ? nothing
          : html`<p class="panel-note"
        role="status">${text.loading}</p>`
      }</jc-builder-panel></div>
  </div>`;
}

const elements = new WeakMap<BuilderSession, Map<string, SessionElement>>();

/** The element of a pane: made once for a session, so that what is unfolded in it stays so. */
async function opened(pane: Pane, session: BuilderSession, text: Messages): Promise<unknown> {
  try {
    await pane.load();
  } catch (error) {
    console.error('Jiceng: <jc-form-builder> could not load:', error);
    return html`<p class="empty" role="alert">${text.paneFailed}</p>`;
  }
  const known = elements.get(session) ?? new Map<string, SessionElement>();
  elements.set(session, known);
  const element = known.get(pane.id) ?? (document.createElement(pane.tag) as SessionElement);
  element.session = session;
  known.set(pane.id, element);
  return element;
}
