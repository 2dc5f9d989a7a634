import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { fieldKinds, kindGroups, kindsFor, type FieldKindOffer } from './field-kinds.ts';
import { paletteCommands } from './palette-commands.ts';
import { messages } from './palette.messages.ts';
import styles from './palette.styles.ts';

/** What a dragged kind of field says of itself when the drag begins. */
export interface KindDragDetail {
  readonly kind: FieldKindOffer;
  readonly event: PointerEvent;
}

/**
 * The kinds of field, to be added behind what is selected: by a click, by Enter in the search, or dragged.
 *
 * @customElement jc-builder-palette
 *
 * @fires {CustomEvent<KindDragDetail>} jc-kind-drag - A kind is pressed and may be dragged.
 * @fires {CustomEvent<void>} jc-properties-open - A field was added by mouse: its properties come next.
 * @csspart base - Everything.
 */
export class Palette extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @state() private typed = '';

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const found = kindsFor(this.typed);
    const isSearch = this.typed.trim() !== '';
    const kind = (one: FieldKindOffer, at: number) =>
      html`<button type="button" class="kind ${isSearch && at === 0 ? 'first' : ''}"
        @click=${(event: MouseEvent) => this.clicked(session, one, event)}
        @pointerdown=${(event: PointerEvent) => this.press(one, event)}>${one.title[this.language]}</button>`;
    return html`<div class="base" part="base" role="group" aria-label=${text.kinds}>
      <input class="input" type="search" aria-label=${text.find} placeholder=${text.find} aria-describedby="hint"
        .value=${this.typed} @input=${this.type} @keydown=${(event: KeyboardEvent) => this.enter(event, session, found)}>
      <p class="hint" id="hint">${text.hint}</p>
      ${
        isSearch
          ? found.length === 0
            ? html`<p class="none" role="status">${text.none}</p>`
            : html`<div class="kinds">${found.map(kind)}</div>`
          : kindGroups.map(
              ([id, title]) =>
                html`<p class="group">${title[this.language]}</p><div class="kinds">${fieldKinds.filter(({ group }) => group === id).map(kind)}</div>`,
            )
      }
      ${
        isSearch && found.length > 0
          ? html`<p class="visually-hidden"
        role="status">${text.found(found.length)}</p>`
          : nothing
      }
    </div>`;
  }

  /** Puts the focus on the search. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.input')?.focus();
  }

  private add(session: BuilderSession, { id }: FieldKindOffer): void {
    paletteCommands.find((command) => command.id === `add-${id}`)?.run(session);
  }

  /** By mouse the name of the new field comes next; the keyboard stays where more can be added. */
  private clicked(session: BuilderSession, kind: FieldKindOffer, { detail }: MouseEvent): void {
    this.add(session, kind);
    if (detail > 0) this.dispatchEvent(new CustomEvent('jc-properties-open', { bubbles: true, composed: true }));
  }

  private press(kind: FieldKindOffer, event: PointerEvent): void {
    this.dispatchEvent(
      new CustomEvent<KindDragDetail>('jc-kind-drag', { detail: { kind, event }, bubbles: true, composed: true }),
    );
  }

  private readonly type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
  };

  private enter(event: KeyboardEvent, session: BuilderSession, [first]: readonly FieldKindOffer[]): void {
    if (event.key !== 'Enter' || event.isComposing || !first) return;
    event.preventDefault();
    this.add(session, first);
  }
}
