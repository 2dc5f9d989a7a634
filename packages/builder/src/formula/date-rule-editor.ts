import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { DATE_UNITS, dateFormula, dateRuleOf, type DateRule, type DateUnit } from './date-rule.ts';
import { messages } from './date-rule-editor.messages.ts';
import styles from './date-rule-editor.styles.ts';
import type { FormulaContext, Subject } from './formula-context.ts';

/**
 * Edits a formula that gives a day: as so many days after another one by choices, or as a formula where it says more.
 *
 * @customElement jc-date-rule
 *
 * @fires {CustomEvent<string>} jc-formula-change - The day is another; the detail is its formula, empty for none.
 * @csspart base - Everything.
 */
export class DateRuleEditor extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /** The formula of the day; empty: none. */
  @property({ attribute: false }) formula = '';
  /** Words and names for the formula; nothing is shown without. */
  @property({ attribute: false }) context: FormulaContext | undefined;
  /** The repeated field in whose rows the formula runs. */
  @property({ attribute: false }) rows: string | undefined;
  /** There may be no day: it can be taken away. */
  @property({ type: Boolean }) optional = false;
  /** Shows the day without a way to change it. */
  @property({ type: Boolean }) readonly = false;
  /** A person wants the formula though it could be chosen. */
  @state() private isFormula = false;

  protected override render(): TemplateResult | typeof nothing {
    const { context } = this;
    if (!context) return nothing;
    const text = messages(context.words.language);
    const dates = context.subjects.filter(({ word }) => word.kind === 'date');
    const rule = dateRuleOf(this.formula, (base) => dates.some((date) => date.text === base));
    const canChoose = rule !== undefined || this.formula.trim() === '';
    const isChosen = canChoose && !this.isFormula;
    return html`<div class="base" part="base" role="group" aria-label=${text.label}>
      ${
        isChosen
          ? this.choices(rule, dates, context)
          : html`<jc-formula .formula=${this.formula} .context=${context} .rows=${this.rows}
            ?readonly=${this.readonly}></jc-formula>`
      }
      ${
        this.readonly || !canChoose
          ? nothing
          : html`<button type="button" class="button plain" @click=${this.turn}>${isChosen ? text.asFormula : text.asRule}</button>`
      }
    </div>`;
  }

  private choices(rule: DateRule | undefined, dates: readonly Subject[], context: FormulaContext): TemplateResult {
    const text = messages(context.words.language);
    if (dates.length === 0) return html`<p class="weak">${text.none}</p>`;
    const change = (more: Partial<DateRule>): void => {
      const before = rule ?? { base: '', amount: '0', isBefore: false, unit: 'day' };
      this.tell(dateFormula({ ...before, ...more }));
    };
    const chosen = (event: Event): string => (event.target as HTMLSelectElement).value;
    const isOff = this.readonly;
    return html`<div class="row">
      <select class="subject" aria-label=${text.base} ?disabled=${isOff}
        @change=${(event: Event) => change({ base: chosen(event) })}>
        ${rule ? nothing : html`<option value="" selected>${text.choose}</option>`}
        ${dates.map((date) => html`<option value=${date.text} .selected=${date.text === rule?.base}>${date.word.title}</option>`)}
      </select>
      ${
        rule
          ? html`<select aria-label=${text.direction} ?disabled=${isOff}
            @change=${(event: Event) => change({ isBefore: chosen(event) === 'before' })}>
            <option value="after" .selected=${!rule.isBefore}>${text.after}</option>
            <option value="before" .selected=${rule.isBefore}>${text.before}</option></select>
          ${
            /^\d/.test(rule.amount)
              ? html`<input class="number" type="number" min="0" max="9999" step="1" aria-label=${text.amount}
                .value=${live(rule.amount)} ?disabled=${isOff} @change=${(event: Event) => {
                  const input = event.target as HTMLInputElement;
                  if (/^\d{1,4}$/.test(input.value)) change({ amount: String(Number(input.value)) });
                  else input.value = rule.amount;
                }}>`
              : html`<span class="phrase">${context.words.name(rule.amount)?.title ?? rule.amount}</span>`
          }
          <select aria-label=${text.unit} ?disabled=${isOff}
            @change=${(event: Event) => change({ unit: chosen(event) as DateUnit })}>${DATE_UNITS.map(
              (unit) => html`<option value=${unit} .selected=${unit === rule.unit}>${text.units[unit]}</option>`,
            )}</select>
          ${
            this.optional && !isOff
              ? html`<button type="button" class="button plain" @click=${() => this.tell('')}>${text.remove}</button>`
              : nothing
          }`
          : nothing
      }
    </div>`;
  }

  private readonly turn = (): void => {
    this.isFormula = !this.isFormula;
  };

  private tell(formula: string): void {
    if (formula === this.formula) return;
    this.formula = formula;
    this.dispatchEvent(
      new CustomEvent<string>('jc-formula-change', { detail: formula, bubbles: true, composed: true }),
    );
  }
}
