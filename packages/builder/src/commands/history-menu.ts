import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './commands.messages.ts';
import styles from './dialog.styles.ts';

/** So many steps are listed; earlier ones are reached by going back to the last of these first. */
const LISTED = 100;

/**
 * The steps that can be undone, the latest first, each with “undo to here”.
 *
 * @customElement jc-builder-history
 */
export class HistoryMenu extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @state() private isOpen = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Opens the list. */
  async open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    void session.document.nextUndo.value;
    const steps = this.isOpen ? [...session.document.kept().undo].slice(-LISTED).reverse() : [];
    return html`<div class="base"><dialog aria-labelledby="heading" @close=${() => {
      this.isOpen = false;
    }}>
      <h2 class="heading" id="heading">${text.history}</h2>
      ${this.isOpen && steps.length === 0 ? html`<p class="none">${text.empty}</p>` : nothing}
      <ol class="options">${steps.map(
        (
          { title },
          at,
        ) => html`<li class="option"><span class="what">${title[this.language]}</span><button type="button"
        class="button plain" aria-label=${text.undoTo(title[this.language])}
        @click=${() => this.undoTo(session, at + 1)}>${text.undoHere}</button></li>`,
      )}</ol>
      <div class="answers"><button type="button" class="button"
        @click=${() => this.dialog.close()}>${text.cancel}</button></div>
    </dialog></div>`;
  }

  private undoTo(session: BuilderSession, steps: number): void {
    for (let step = 0; step < steps; step++) session.undo();
    this.dialog.close();
  }
}
