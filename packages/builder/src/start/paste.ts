import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { languageOf } from '@jiceng/elements/internal/locale.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import type { Pasted } from '@jiceng/sheet/paste/result.js';
import { chosen, countOf, type PasteChoice, type PasteChoices } from './paste-choices.ts';
import { fieldTable, itemTable } from './paste-tables.ts';
import { messages } from './start.messages.ts';
import styles from './start.styles.ts';

type Part = typeof import('@jiceng/sheet/paste/part.js');

/** What was pasted, as people want it, with what turns it into fields and items. */
export interface PasteDetail {
  readonly pasted: Pasted;
  readonly making: Part;
}

/**
 * Takes pasted text or cells and shows what they become, to be changed before it is taken.
 *
 * @customElement jc-paste
 *
 * @fires {CustomEvent<PasteDetail | null>} jc-paste-read - What would be taken now; null for nothing.
 * @slot - What is done with what was read, before the table of it.
 * @csspart base - Everything.
 */
export class Paste extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /** Language tag. */
  @property() locale = 'zh-CN';

  @state() private text = '';
  @state() private as: Pasted['as'] | undefined;
  @state() private choices: PasteChoices = new Map();
  @state() private code: Part | undefined;
  @state() private failed = false;

  /** Forgets what was pasted. */
  clear(): void {
    this.text = '';
    this.changed();
  }

  protected override render(): TemplateResult {
    const text = messages(this.locale);
    const pasted = this.read();
    return html`<div class="base" part="base">
      <label class="field">${text.pasteLabel} <span class="weak">${text.pasteHelp}</span>
        <textarea rows="6" spellcheck="false" .value=${this.text} @input=${this.typed}></textarea></label>
      <div class="choices" role="radiogroup" aria-label=${text.pasteAs}>
        <span class="weak">${text.pasteAs}</span>
        ${([undefined, 'fields', 'items'] as const).map(
          (as) => html`<label class="choice"><input type="radio" name="as"
          .checked=${as === this.as} @change=${() => this.readAs(as)}>${as === undefined ? text.asAuto : as === 'fields' ? text.asFields : text.asItems}</label>`,
        )}
      </div>
      ${this.failed ? html`<p class="note bad" role="alert">${text.failed}</p>` : nothing}
      <slot></slot>
      ${this.preview(pasted)}
    </div>`;
  }

  private preview(pasted: Pasted | undefined): TemplateResult {
    const text = messages(this.locale);
    if (!pasted || this.text.trim() === '')
      return html`<p class="weak" role="status">${this.text.trim() !== '' && !this.failed ? text.busy : text.nothingPasted}</p>`;
    const taken = this.taken(pasted);
    const points =
      taken.as === 'items'
        ? taken.groups.reduce(
            (sum, { items }) => items.reduce((all, { max, adjust }) => all + (adjust ? 0 : (max ?? 0)), sum),
            0,
          )
        : 0;
    const change = (at: number, choice: PasteChoice): void => this.change(at, choice);
    return html`<p class="read" role="status">${taken.as === 'fields' ? text.readFields(countOf(taken)) : text.readItems(countOf(taken), Number(points.toFixed(2)))}${pasted.title === '' ? nothing : html` · ${pasted.title}`}</p>
      ${pasted.as === 'fields' ? fieldTable(pasted, this.choices, change, text, languageOf(this.locale)) : itemTable(pasted, this.choices, change, text)}
      ${pasted.rest.length === 0 ? nothing : html`<details><summary>${text.rest(pasted.rest.length)}</summary><ul>${pasted.rest.map(({ text: line, reason }) => html`<li>${line} <span class="weak">${reason[languageOf(this.locale)]}</span></li>`)}</ul></details>`}`;
  }

  private read(): Pasted | undefined {
    return this.code?.readPaste(this.text, this.as);
  }

  private taken(pasted: Pasted): Pasted {
    return chosen(pasted, this.choices, (title) => this.code?.keyFor(title) ?? '');
  }

  private readonly typed = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.changed();
  };

  private readAs(as: Pasted['as'] | undefined): void {
    this.as = as;
    this.changed();
  }

  private change(at: number, choice: PasteChoice): void {
    this.choices = new Map([...this.choices, [at, { ...this.choices.get(at), ...choice }]]);
    void this.tell();
  }

  /** Another text: what was chosen for its lines means nothing any more. */
  private changed(): void {
    this.choices = new Map();
    void this.tell();
  }

  private async tell(): Promise<void> {
    try {
      this.code ??= await import('@jiceng/sheet/paste/part.js');
      this.failed = false;
    } catch (error) {
      console.error('Jiceng: <jc-paste> could not load:', error);
      this.failed = true;
      return;
    }
    const pasted = this.read();
    const taken = pasted && this.taken(pasted);
    const detail = taken && countOf(taken) > 0 ? { pasted: taken, making: this.code } : null;
    this.dispatchEvent(new CustomEvent<PasteDetail | null>('jc-paste-read', { detail }));
  }
}
