import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { sentenceOf } from '@jiceng/core/logic/read-sentence.js';
import type { Sentence } from '@jiceng/core/logic/sentence.js';
import { conditionText } from '@jiceng/core/logic/rule-text.js';
import { formulaOf } from '@jiceng/core/logic/write-sentence.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { conditionRow } from './condition-row.ts';
import { messages, type Messages } from './condition.messages.ts';
import styles from './condition.styles.ts';
import type { FormulaContext, Subject } from '../formula/formula-context.ts';
import type { Example } from '../formula/try-formula.ts';
import { added, groupOf, MODES, replaced, sentenceOfGroup, type GroupMode } from './groups.ts';
import { newRow, rowOf, sentenceOfRow } from './rows.ts';

/**
 * Edits a condition: as a sentence by choices, or as a formula where it says more.
 *
 * @customElement jc-condition
 *
 * @fires {CustomEvent<string>} jc-formula-change - The condition is another; the detail is its formula.
 * @csspart base - Everything.
 */
export class Condition extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /** The condition's formula. */
  @property({ attribute: false }) formula = '';
  /** Words and names for the formula; nothing is shown without. */
  @property({ attribute: false }) context: FormulaContext | undefined;
  /** An example to try the formula on; see `jc-formula`. */
  @property({ attribute: false }) example: Example | undefined;
  /** The repeated field in whose rows the condition is read. */
  @property({ attribute: false }) rows: string | undefined;
  /** There may be no condition: it can be taken away. */
  @property({ type: Boolean }) optional = false;
  /** Shows the condition without a way to change it. */
  @property({ type: Boolean }) readonly = false;
  /** A person wants the formula though it reads as a sentence. */
  @state() private isFormula = false;

  protected override render(): TemplateResult | typeof nothing {
    const { context } = this;
    if (!context) return nothing;
    const text = messages(context.words.language);
    const isEmpty = this.formula.trim() === '';
    if (isEmpty && !this.isFormula) return this.nothingYet(text, context);
    const sentence = sentenceOf(this.formula);
    if (!sentence || this.isFormula) {
      return html`<div class="base" part="base">
        ${sentence || isEmpty ? nothing : html`<p class="note">${text.cannot}</p>`}
        <jc-formula .formula=${this.formula} .context=${context} .example=${this.example} .rows=${this.rows} condition
          ?readonly=${this.readonly}></jc-formula>
        ${
          (sentence || isEmpty) && !this.readonly
            ? html`<button type="button" class="button plain switch"
          @click=${this.turn}>${text.asSentence}</button>`
            : nothing
        }
      </div>`;
    }
    const counter = { at: 0 };
    return html`<div class="base" part="base" role="group" aria-label=${text.label}>
      ${this.piece(sentence, [], sentence, counter, text, context)}
      <p class="formula">${text.formula}${context.words.language === 'en' ? ': ' : '：'}<code>=${this.formula}</code></p>
      ${
        this.readonly
          ? nothing
          : html`<button type="button" class="button plain switch"
        @click=${this.turn}>${text.asFormula}</button>`
      }
    </div>`;
  }

  /** No condition: the first is chosen, or typed. */
  private nothingYet(text: Messages, context: FormulaContext): TemplateResult {
    const [first] = context.subjects;
    return html`<div class="base" part="base" role="group" aria-label=${text.label}>
      ${
        this.readonly
          ? nothing
          : html`${
              first
                ? html`<button type="button" class="button plain"
        @click=${() => this.send(freshRow(first))}>＋ ${text.add}</button>`
                : nothing
            }
      <button type="button" class="button plain switch" @click=${this.turn}>${text.asFormula}</button>`
      }
    </div>`;
  }

  private readonly turn = (): void => {
    this.isFormula = !this.isFormula;
  };

  private piece(
    sentence: Sentence,
    path: readonly number[],
    root: Sentence,
    counter: { at: number },
    text: Messages,
    context: FormulaContext,
  ): TemplateResult {
    const group = groupOf(sentence);
    const change = (next: Sentence | undefined): void => this.send(replaced(root, path, next));
    if (group) {
      return html`<fieldset class="group">
        <div class="mode"><select aria-label=${text.mode} ?disabled=${this.readonly}
          @change=${(event: Event) => change(sentenceOfGroup({ mode: (event.target as HTMLSelectElement).value as GroupMode, of: group.of }))}>
          ${MODES.map(
            (mode) => html`<option value=${mode}
            .selected=${mode === group.mode}>${text.modes[mode]}</option>`,
          )}
        </select></div>
        ${group.of.map((each, at) => this.piece(each, [...path, at], root, counter, text, context))}
        ${this.adding(root, path, text, context)}
      </fieldset>`;
    }
    const at = (counter.at += 1);
    const row = rowOf(sentence);
    return html`<div class="row">
      ${row ? conditionRow(row, { context, text, at, readonly: this.readonly, change }) : html`<span class="phrase">${sentence.type === 'holds' && sentence.of.type === 'value' ? (sentence.of.value === true ? text.constant.true : text.constant.false) : conditionText(formulaOf(sentence), context.words)}</span>`}
      ${
        (path.length === 0 && !this.optional) || this.readonly
          ? nothing
          : html`<button type="button" class="button remove"
        title=${text.remove(at)} aria-label=${text.remove(at)} @click=${() => (path.length === 0 ? this.tell('') : change(undefined))}>✕</button>`
      }
    </div>${path.length === 0 ? this.adding(root, path, text, context) : nothing}`;
  }

  private adding(
    root: Sentence,
    path: readonly number[],
    text: Messages,
    context: FormulaContext,
  ): TemplateResult | typeof nothing {
    const [first] = context.subjects;
    if (this.readonly || !first) return nothing;
    const fresh = (): Sentence => freshRow(first);
    const isConstant = root.type === 'holds' && root.of.type === 'value';
    return html`<div class="adding">
      <button type="button" class="button plain"
        @click=${() => this.send(isConstant ? fresh() : added(root, path, fresh()))}>＋ ${text.add}</button>
      ${
        path.length === 0 && groupOf(root)
          ? html`<button type="button" class="button plain"
        @click=${() => this.send(added(root, path, { type: 'any', of: [fresh(), fresh()] }))}>＋ ${text.addGroup}</button>`
          : nothing
      }
      ${
        path.length > 0
          ? html`<button type="button" class="button plain"
        @click=${() => this.send(replaced(root, path, undefined))}>${text.removeGroup}</button>`
          : nothing
      }
    </div>`;
  }

  private send(next: Sentence | undefined): void {
    if (!next) return;
    this.tell(formulaOf(next));
  }

  private tell(formula: string): void {
    if (formula === this.formula) return;
    this.formula = formula;
    this.dispatchEvent(
      new CustomEvent<string>('jc-formula-change', { detail: formula, bubbles: true, composed: true }),
    );
  }
}

const freshRow = ({ term, word }: Subject): Sentence => sentenceOfRow(newRow(term, word), word.kind);
