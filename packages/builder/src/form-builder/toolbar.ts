import { html, type TemplateResult } from 'lit';
import { isObject, own } from '@jiceng/core/json/json.js';
import type { HistoryMenu } from '../commands/history-menu.ts';
import type { BuilderSession } from '../session/session.ts';
import { showPlace } from '../session/show-pane.ts';
import type { Messages } from './form-builder.messages.ts';
import type { Shell } from './shell-commands.ts';

/** The form's own title; empty while it has none. */
export function titleOf(session: BuilderSession): string {
  const value = session.value.peek();
  const title = isObject(value) ? own(value, 'title') : undefined;
  return typeof title === 'string' ? title : '';
}

/** Undo and redo, the form's name, what is wrong, all commands, and saving. */
export function toolbar(session: BuilderSession, text: Messages, shell: Shell): TemplateResult {
  const {
    language,
    document: { nextUndo, nextRedo },
  } = session;
  const [undo, redo] = [nextUndo.value, nextRedo.value].map((step) => step?.title[language.value]);
  const problems = session.problems.value;
  const [first] = problems;
  const history = (event: Event) =>
    void ((event.currentTarget as HTMLElement).getRootNode() as ShadowRoot)
      .querySelector<HistoryMenu>('jc-builder-history')
      ?.open();
  return html`<div class="bar no-print" role="toolbar" aria-label=${text.tools}>
    <button type="button" class="button" aria-disabled=${undo === undefined}
      title=${undo === undefined ? text.noSteps : text.undoOf(undo)}
      @click=${() => session.undo()}>${text.undo}</button>
    <button type="button" class="button" aria-disabled=${redo === undefined}
      title=${redo === undefined ? text.redo : text.redoOf(redo)} @click=${() => session.redo()}>${text.redo}</button>
    <button type="button" class="button" @click=${history}>${text.history}</button>
    <span class="name">${titleOf(session) || text.untitled}</span>
    ${
      first
        ? html`<button type="button" class="button plain bad" title=${first.reason[language.value]}
      @click=${(event: Event) => showPlace(event.currentTarget as HTMLElement, first.pointer)}>${text.problems(problems.length)}</button>`
        : html`<span class="state">${text.fine}</span>`
    }
    <jc-burden-meter .session=${session}></jc-burden-meter>
    <button type="button" class="button" aria-keyshortcuts="Control+K"
      @click=${() => shell.openCommands()}>${text.commands} <span class="key">Ctrl+K</span></button>
    <button type="button" class="button primary" aria-keyshortcuts="Control+S"
      @click=${() => shell.save()}>${text.save}</button>
  </div>`;
}
