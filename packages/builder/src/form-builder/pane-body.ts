import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { until } from 'lit/directives/until.js';
import type { Pane } from '../session/pane.ts';
import type { BuilderSession } from '../session/session.ts';
import type { SessionElement } from '../session/session-element.ts';
import type { Messages } from './form-builder.messages.ts';
import { panes } from './panes.ts';

/** What a tab shows: the layout with its side columns, or a pane's element. */
export function paneBody(session: BuilderSession, text: Messages, open: string): TemplateResult {
  const pane = panes.find(({ id }) => id === open);
  if (pane) return html`${keyed(pane.id, html`<div class="pane">${until(opened(pane, session, text), html`<p class="empty" role="status">${text.loading}</p>`)}</div>`)}`;
  return html`<div class="design">
    <div class="side start">
      <div class="half"><h3 class="side-title">${text.structure}</h3><jc-builder-outline .session=${session}></jc-builder-outline></div>
      <div class="half"><h3 class="side-title">${text.add}</h3><jc-builder-palette .session=${session}></jc-builder-palette></div>
    </div>
    <div class="middle"><jc-builder-canvas .session=${session}></jc-builder-canvas></div>
    <div class="side end"><h3 class="side-title">${text.properties}</h3><jc-builder-panel .session=${session}><p class="panel-note">${text.panelMissing}</p></jc-builder-panel></div>
  </div>`;
}

const elements = new WeakMap<BuilderSession, Map<string, SessionElement>>();

/** The element of a pane: made once for a session, so that what is unfolded in it stays so. */
async function opened(pane: Pane, session: BuilderSession, text: Messages): Promise<unknown> {
  let known = elements.get(session);
  if (!known) elements.set(session, (known = new Map()));
  let element = known.get(pane.id);
  if (element) return element;
  try {
    await pane.load();
  } catch (error) {
    console.error('Jiceng: <jc-form-builder> could not load:', error);
    return html`<p class="empty" role="alert">${text.paneFailed}</p>`;
  }
  element = document.createElement(pane.tag) as SessionElement;
  element.session = session;
  known.set(pane.id, element);
  return element ?? nothing;
}
