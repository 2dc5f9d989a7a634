import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Command } from '../session/command.ts';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './commands.messages.ts';
import styles from './dialog.styles.ts';
import { findCommands } from './find-commands.ts';

/**
 * Every command of the builder by its name, in a dialog: typed, chosen with the arrow keys, run with Enter. Those that
 * cannot be done now say why.
 *
 * @customElement jc-builder-commands
 *
 * @fires {CustomEvent<void>} jc-command-run - A command was run.
 */
export class CommandPalette extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  /** What is offered. */
  @property({ attribute: false }) commands: readonly Command[] = [];
  @state() private typed = '';
  @state() private current = 0;
  @state() private isOpen = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Opens the dialog with an empty search. */
  async open(): Promise<void> {
    this.typed = '';
    this.current = 0;
    this.isOpen = true;
    await this.updateComplete;
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('.input')?.focus();
  }

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const found = this.isOpen ? findCommands(this.commands, this.typed, this.language) : [];
    const current = Math.min(this.current, found.length - 1);
    return html`<div class="base"><dialog aria-label=${text.title} @close=${() => {
      this.isOpen = false;
    }}>
      <input class="input" type="text" role="combobox" aria-expanded="true" aria-controls="options"
        aria-autocomplete="list" aria-activedescendant=${found[current] ? `option-${current}` : nothing}
        aria-label=${text.find} placeholder=${text.find}
        .value=${this.typed} @input=${this.type} @keydown=${(event: KeyboardEvent) => this.pressed(event, session, found, current)}>
      <div class="options" id="options" role="listbox" aria-label=${text.list}>
        ${found.map((command, at) => this.option(command, session, at, at === current))}
      </div>
      ${this.isOpen && found.length === 0 ? html`<p class="none" role="status">${text.none}</p>` : nothing}
    </dialog></div>`;
  }

  private option(command: Command, session: BuilderSession, at: number, isCurrent: boolean): TemplateResult {
    const why = command.refused?.(session);
    return html`<div class="option ${isCurrent ? 'current' : ''}" role="option" id=${`option-${at}`}
      aria-selected=${isCurrent} aria-disabled=${why ? 'true' : nothing} @click=${() => this.run(command, session)}>
      <span class="what">${command.title[this.language]}</span>${(command.keys ?? []).slice(0, 1).map((key) => html`<span class="key">${key}</span>`)}
      ${why && isCurrent ? html`<span class="why">${why[this.language]}</span>` : nothing}
    </div>`;
  }

  protected override updated(): void {
    this.renderRoot.querySelector('.option.current')?.scrollIntoView({ block: 'nearest' });
  }

  private readonly type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.current = 0;
  };

  private pressed(event: KeyboardEvent, session: BuilderSession, found: readonly Command[], current: number): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const command = found[current];
    if (by !== 0) this.current = Math.max(0, Math.min(found.length - 1, current + by));
    else if (event.key === 'Enter' && !event.isComposing && command) this.run(command, session);
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  }

  private run(command: Command, session: BuilderSession): void {
    const why = command.refused?.(session);
    if (why) return void (session.said.value = why[this.language]);
    this.dialog.close();
    command.run(session);
    this.dispatchEvent(new CustomEvent('jc-command-run', { bubbles: true, composed: true }));
  }
}
