import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { FormulaContext } from './formula-context.ts';
import { fixOf } from './formula-fix.ts';
import {
  callAt,
  completed,
  completionAt,
  functionsFor,
  piecesOf,
  type Completion,
  type Offer,
} from './formula-text.ts';
import { messages, type Messages } from './formula.messages.ts';
import styles from './formula.styles.ts';
import { tryFormula, type Example, type Trial } from './try-formula.ts';

/** Enough to read a formula by; what it gives on nothing is not shown. */
const NO_EXAMPLE: Example = { data: {}, now: '2026-01-01T09:00:00+08:00' };

/**
 * Edits a formula as text: with the titles of what it names above it, completion, what is wrong and where, the result
 * on an example, and help for every function.
 *
 * @customElement jc-formula
 *
 * @fires {CustomEvent<string>} jc-formula-change - The formula is another, and can be read, or was left; the detail is
 *   its text.
 * @csspart base - Everything.
 */
export class FormulaEditor extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /** The formula. */
  @property({ attribute: false }) formula = '';
  /** Words and names for the formula; nothing is shown without. */
  @property({ attribute: false }) context: FormulaContext | undefined;
  /** An example to try it on; without one there is no result. */
  @property({ attribute: false }) example: Example | undefined;
  /** The repeated field in whose rows the formula runs. */
  @property({ attribute: false }) rows: string | undefined;
  /** The formula is a condition: the result is said as such. */
  @property({ type: Boolean }) condition = false;
  /** Shows the formula without a way to change it. */
  @property({ type: Boolean }) readonly = false;

  /** What is being typed, until it is told; `undefined` while the formula stands as it was given. */
  @state() private typed: string | undefined;
  @state() private completion: Completion | undefined;
  @state() private active = 0;
  @state() private caret = 0;
  @state() private search = '';
  @query('textarea') private area!: HTMLTextAreaElement;

  private get text(): string {
    return this.typed ?? this.formula;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { context } = this;
    if (!context) return nothing;
    const text = messages(context.words.language);
    const trial =
      this.text.trim() === '' ? undefined : tryFormula(this.text, context, this.example ?? NO_EXAMPLE, this.rows);
    const isWrong = trial?.kind === 'problem';
    const offers = this.completion?.offers ?? [];
    return html`<div class="base" part="base">
      <div class="shown" role="img" aria-label=${`${text.shown}: ${piecesOf(this.text, context.words)
        .map((piece) => piece.title ?? piece.text)
        .join('')}`}>${this.pieces(context, text)}</div>
      <label for="text">${text.label}</label>
      <div class="editor">
        <textarea id="text" spellcheck="false" autocomplete="off" rows="2" .value=${live(this.text)}
          ?readonly=${this.readonly} aria-describedby="hint line" aria-invalid=${isWrong} aria-autocomplete="list"
          aria-controls=${offers.length > 0 ? 'offers' : nothing}
          aria-activedescendant=${offers.length > 0 ? `offer-${this.active}` : nothing}
          @input=${this.typing} @keydown=${this.key} @keyup=${this.moved} @click=${this.moved} @change=${this.left}
          @blur=${this.close}></textarea>
        ${
          offers.length === 0
            ? nothing
            : html`<ul class="offers" id="offers" role="listbox" aria-label=${text.offers}>${offers.map(
                (offer, at) => html`
          <li id=${`offer-${at}`} role="option" aria-selected=${at === this.active} @mousedown=${(event: Event) => {
            event.preventDefault();
            this.take(offer);
          }}>${offer.title}<span class="detail">${offer.group === 'functions' ? offer.detail : `${text.groups[offer.group] ?? ''} ${offer.detail}`}</span></li>`,
              )}</ul>`
        }
      </div>
      <p class="line" id="hint">${text.hint}<span class="visually-hidden"
        role="status">${offers.length > 0 ? text.found(offers.length) : ''}</span></p>
      <p class=${isWrong ? 'line problem' : 'line'} id="line" role="status">${this.verdict(trial, text)}</p>
      ${this.fix(context, text)}
      ${this.call(context, text)}
      ${this.readonly ? nothing : this.help(context, text)}
    </div>`;
  }

  private pieces(context: FormulaContext, text: Messages): unknown {
    const pieces = piecesOf(this.text, context.words);
    if (pieces.length === 0) return text.empty;
    return pieces.map((piece) =>
      piece.title !== undefined
        ? html`<span class="chip">${piece.title}</span>`
        : piece.isUnknown
          ? html`<span class="chip unknown" title=${text.unknown}>${piece.text}</span>`
          : piece.text,
    );
  }

  private verdict(trial: Trial | undefined, text: Messages): string {
    if (trial?.kind === 'problem') return trial.reason;
    if (!trial || !this.example) return '';
    if (trial.kind === 'error') return text.error(trial.reason);
    return this.condition ? (trial.holds ? text.holds : text.fails) : text.result(trial.value);
  }

  /** What was probably meant, by one click. */
  private fix(context: FormulaContext, text: Messages): TemplateResult | typeof nothing {
    const meant = this.readonly || this.completion?.offers.length ? undefined : fixOf(this.text, context);
    return meant === undefined
      ? nothing
      : html`<p class="line"><button type="button" class="button" @click=${() => this.write({ text: meant, caret: meant.length })}>${text.meant}<code>${meant}</code></button></p>`;
  }

  /** What the function around the caret takes. */
  private call({ words }: FormulaContext, text: Messages): TemplateResult | typeof nothing {
    const found = callAt(this.text, this.caret);
    if (!found) return nothing;
    const { name, help } = found;
    return html`<p class="call"><b>${name}</b>（${help.use}） ${help.text[words.language]}<br>${text.example(help.example, help.result)}</p>`;
  }

  private help({ words }: FormulaContext, text: Messages): TemplateResult {
    const found = functionsFor(this.search);
    return html`<details>
      <summary>${text.help}</summary>
      <label for="search">${text.search}</label>
      <input id="search" class="search" type="search" placeholder=${text.searchHint} .value=${live(this.search)}
        @input=${this.searching}>
      ${
        found.length === 0
          ? html`<p role="status">${text.none}</p>`
          : html`<dl class="functions" tabindex="0" aria-label=${text.help}>${found.map(
              ([name, { text: what, use, example, result }]) => html`<div>
        <dt><button type="button" aria-label=${text.insert(name)}
          @click=${() => this.put(`${name}(`)}>${name}</button></dt>
        <dd>${what[words.language]}</dd><dd class="detail">${use === '' ? '' : text.use(use)}</dd><dd><code>${text.example(example, result)}</code></dd>
      </div>`,
            )}</dl>`
      }
    </details>`;
  }

  private readonly typing = (event: Event): void => {
    this.typed = this.area.value;
    this.moved();
    this.completion =
      (event as InputEvent).isComposing || !this.context
        ? undefined
        : completionAt(this.text, this.caret, this.context);
    this.active = 0;
    this.tell(false);
  };

  private readonly moved = (): void => {
    this.caret = this.area.selectionStart;
  };

  private readonly key = (event: KeyboardEvent): void => {
    const offers = this.completion?.offers ?? [];
    if (offers.length === 0 || event.isComposing) return;
    const offer = offers[this.active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      this.active = (this.active + (event.key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length;
    else if (event.key === 'Escape') this.completion = undefined;
    else if (event.key === 'Enter' && offer) this.take(offer);
    else return;
    event.preventDefault();
    event.stopPropagation();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }),
    );
  };

  private take(offer: Offer): void {
    if (!this.completion) return;
    this.write(completed(this.text, this.completion, offer));
  }

  /** Puts text at the caret. */
  private put(insert: string): void {
    this.write({
      text: this.text.slice(0, this.caret) + insert + this.text.slice(this.caret),
      caret: this.caret + insert.length,
    });
  }

  private write({ text, caret }: { readonly text: string; readonly caret: number }): void {
    this.typed = text;
    this.completion = undefined;
    this.caret = caret;
    this.tell(false);
    void this.updateComplete.then(() => {
      this.area.focus();
      this.area.setSelectionRange(caret, caret);
    });
  }

  private readonly searching = (event: Event): void => {
    this.search = (event.target as HTMLInputElement).value;
  };

  private readonly close = (): void => {
    this.completion = undefined;
  };

  private readonly left = (): void => this.tell(true);

  /** Half-typed text stays here: a definition with a broken formula shows nothing of what it could. */
  private tell(isLeft: boolean): void {
    const { context, typed } = this;
    if (typed === undefined || !context) return;
    if (!isLeft && (typed.trim() === '' || tryFormula(typed, context, NO_EXAMPLE, this.rows).kind === 'problem'))
      return;
    if (typed !== this.formula && typed.trim() !== '') {
      this.formula = typed;
      this.dispatchEvent(
        new CustomEvent<string>('jc-formula-change', { detail: typed, bubbles: true, composed: true }),
      );
    }
    this.typed = undefined;
  }
}
