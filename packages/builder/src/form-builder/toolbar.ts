import { html, type TemplateResult } from 'lit';
import type { BuilderSession } from '../session/session.ts';
import type { Messages } from './form-builder.messages.ts';

/** Name of the form, undo and redo, and saving. */
export function toolbar(session: BuilderSession, text: Messages, save: () => void): TemplateResult {
  const { language, document: { nextUndo, nextRedo } } = session;
  const [undo, redo] = [nextUndo.value, nextRedo.value].map((step) => step?.title[language.value]);
  return html`<div class="bar no-print" role="toolbar" aria-label=${text.tools}>
    <button type="button" class="button" aria-disabled=${undo === undefined} title=${undo === undefined ? text.noSteps : text.undoOf(undo)} @click=${() => session.undo()}>${text.undo}</button>
    <button type="button" class="button" aria-disabled=${redo === undefined} title=${redo === undefined ? text.redo : text.redoOf(redo)} @click=${() => session.redo()}>${text.redo}</button>
    <span class="name"></span>
    <jc-burden-meter .session=${session}></jc-burden-meter>
    <button type="button" class="button primary" @click=${save}>${text.save}</button>
  </div>`;
}
