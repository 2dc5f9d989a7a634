import { html, nothing, type TemplateResult } from 'lit';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { NarrowController } from '../session/narrow-controller.ts';
import type { BuilderSession } from '../session/session.ts';
import { SessionElement } from '../session/session-element.ts';
import type { ListChange } from './list-edits.ts';
import { DID } from './lists.messages.ts';
import { listStyles } from './lists.styles.ts';
import { carryOut } from './row-tools.ts';

/** A pane of lists with the properties of what is selected beside them. */
export abstract class ListPane extends SessionElement {
  static override styles = [tokens, baseStyles, listStyles];

  /** What is drawn here, by JSON Pointers. */
  protected abstract readonly places: RegExp;

  /** The properties stand below the lists then. */
  private readonly width = new NarrowController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    // What was selected elsewhere has nothing to do with these lists: the properties beside them would be those of a
    // stranger.
    const [pointer = ''] = this.session?.selection.peek() ?? [];
    if (pointer !== '' && !this.places.test(pointer)) queueMicrotask(() => this.session?.select([]));
  }

  /** Lists at the left, properties at the right; `above` stands over them. */
  protected beside(session: BuilderSession, label: string, lists: unknown, above: unknown = nothing): TemplateResult {
    return html`<div class="base" part="base"><div class="pane ${this.width.narrow ? 'narrow' : ''}"
      @change=${() => session.document.closeGroup()}>
      <div role="group" aria-label=${label} @jc-properties-open=${this.toPanel}>${lists}</div>
      <div class="aside">${above}<jc-builder-panel .session=${session}></jc-builder-panel></div>
    </div></div>`;
  }

  /** Stands in place of lists that are not there yet, with the button that begins them. */
  protected beginning(said: string, label: string, begin: () => void): TemplateResult {
    return html`<div class="empty part"><p>${said}</p><button type="button" class="button primary"
      @click=${begin}>${label}</button></div>`;
  }

  /** Adds a thing and goes to it: the button that was pressed may be gone. */
  protected add(session: BuilderSession, word: string, change: ListChange): void {
    if (carryOut(session, DID.add(word), change)) this.focusRow(change.select[0] ?? '');
  }

  private readonly toPanel = (event: Event): void => {
    event.stopPropagation();
    this.focusProperties();
  };

  /** Goes to the first property of what is selected. */
  protected focusProperties(): void {
    this.renderRoot.querySelector<HTMLElement>('jc-builder-panel')?.focus();
  }

  /** Whether a thing is selected. */
  protected isChosen(session: BuilderSession, pointer: string): boolean {
    return session.selection.value.includes(pointer);
  }

  /**
   * Puts the focus on the first control of a thing, once it stands where it now belongs; what is typed there takes the
   * place of what it held. What stands in no list has properties.
   */
  protected readonly focusRow = (pointer: string): void => {
    void this.updateComplete.then(() => {
      const control = this.shadowRoot?.querySelector<HTMLElement>(
        `[data-at="${CSS.escape(pointer)}"] .cell, [data-at="${CSS.escape(pointer)}"] button`,
      );
      if (control) control.focus();
      else this.focusProperties();
      if (control instanceof HTMLInputElement) control.select();
    });
  };
}
