import { html, nothing, type TemplateResult } from 'lit';
import { pointerParts } from '@jiceng/core/json/pointer.js';
import { tidy } from './acts.ts';
import type { ReportBuilderTexts } from './report-builder.messages.ts';
import type { ReportSession } from './report-session.ts';

/** Undo, what was last done, and what leads out of the builder. */
export function toolbarView(
  session: ReportSession,
  texts: ReportBuilderTexts,
  { save, print }: { save(): void; print(): void },
): TemplateResult {
  const [undo, redo] = [session.document.nextUndo.value, session.document.nextRedo.value].map(
    (step) => step?.title[session.language.value],
  );
  return html`<div class="bar no-print" role="toolbar" aria-label=${texts.tools}>
    <button type="button" class="button" aria-disabled=${undo === undefined}
      title=${undo === undefined ? texts.nothing : texts.undoOf(undo)}
      @click=${() => session.undo()}>${texts.undo}</button>
    <button type="button" class="button" aria-disabled=${redo === undefined}
      title=${redo === undefined ? texts.redo : texts.redoOf(redo)}
      @click=${() => session.redo()}>${texts.redo}</button>
    <button type="button" class="button" @click=${() => tidy(session)}>${texts.tidy}</button>
    <span class="name" role="note">${session.said.value}</span>
    <button type="button" class="button" @click=${print}>${texts.print}</button>
    <button type="button" class="button primary" @click=${save}>${texts.save}</button>
  </div>`;
}

/** What is wrong, each leading to its part of the report. */
export function problemsView(session: ReportSession, texts: ReportBuilderTexts): TemplateResult | typeof nothing {
  const list = session.problems.value;
  if (list.length === 0) return nothing;
  return html`<div class="problems" role="alert">${texts.problems(list.length)}<ul>${list.slice(0, 5).map(
    ({ pointer, reason }) => html`<li><button type="button"
    @click=${() => session.select([`/${pointerParts(pointer).slice(0, 2).join('/')}`])}>${reason[session.language.value]}</button></li>`,
  )}</ul></div>`;
}
