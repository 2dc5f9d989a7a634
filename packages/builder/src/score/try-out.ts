import { html, nothing, LitElement, type TemplateResult, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Change } from '@jiceng/core/json/changes.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, type JsonObject } from '@jiceng/core/json/json.js';
import { withValueAt } from '@jiceng/core/json/pointer.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import type { Language } from '@jiceng/core/text/problem.js';
import { messages } from './score.messages.ts';
import styles from './try-out.styles.ts';
import { factInputs, fieldInputs, triedFacts, type FactInput } from './what-if.ts';

/** When examples happen, where the session does not say. */
const EXAMPLE_NOW = '2026-01-15T09:00:00+08:00';
const NOBODY: readonly never[] = [];

/**
 * Plays with what a score is computed from: a slider for each fact, a form for the fields, and the real score card with
 * every point explained.
 *
 * @customElement jc-score-try-out
 *
 * @csspart base - Everything.
 */
export class ScoreTryOut extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /** An admitted definition with a score. */
  @property({ attribute: false }) definition: Definition | undefined;
  /** The definitions beside it, which establish facts. */
  @property({ attribute: false }) definitions: readonly Definition[] = NOBODY;
  /** The present moment for the formulas. */
  @property() now = '';
  /** Language of the words. */
  @property() language: Language = 'zh-CN';

  /** JSON Pointer of what is selected: inputs of one item or dimension stand alone. */
  @property() chosen = '';

  @state() private values: ReadonlyMap<string, number> = new Map();
  @state() private data: JsonObject = {};

  private all: readonly FactInput[] = [];
  /** Those that are shown. */
  private inputs: readonly FactInput[] = [];
  private fields: readonly string[] = [];
  private facts = triedFacts([], new Map());

  protected override willUpdate(changed: PropertyValues): void {
    const { definition } = this;
    if (
      definition &&
      (changed.has('definition') || changed.has('definitions') || changed.has('language') || changed.has('chosen'))
    ) {
      const all = factInputs(definition, this.definitions, this.language);
      const part = /^\/score\/dimensions\/\d+(?:\/items\/\d+)?$/.test(this.chosen)
        ? factInputs(definition, this.definitions, this.language, this.chosen)
        : [];
      this.all = all;
      this.inputs = part.length > 0 ? part : all;
      const fields = fieldInputs(definition);
      if (fields.join() !== this.fields.join()) this.fields = fields;
    }
    this.facts = triedFacts(this.all, this.values);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { definition, language } = this;
    if (!definition?.score) return nothing;
    const text = messages(language);
    const now = this.now === '' ? EXAMPLE_NOW : this.now;
    return html`<div class="base" part="base">
      ${this.inputs.length > 0 ? html`<fieldset class="facts"><legend>${text.facts}</legend>${this.inputs.map((input) => this.slider(input))}</fieldset>` : nothing}
      ${
        this.fields.length > 0
          ? html`<p class="legend">${text.fields}</p><jc-form bare locale=${language}
          .definition=${guard([definition], () => definition)} .fields=${guard([this.fields], () => this.fields)}
          .now=${guard([now], () => now)} .drafts=${null}
        .organisations=${guard([], () => NOBODY)} .people=${guard([], () => NOBODY)} @input=${this.take}
        @jc-change=${this.take}></jc-form>`
          : nothing
      }
      ${this.inputs.length + this.fields.length === 0 ? html`<p class="weak">${text.nothing}</p>` : nothing}
      <jc-scorecard locale=${language} .definition=${definition} .facts=${this.facts} .now=${now} .value=${this.data}
        @jc-change=${this.enter}></jc-scorecard>
    </div>`;
  }

  private slider({ id, title, unit, most, type }: FactInput): TemplateResult {
    const text = messages(this.language);
    const value = this.values.get(id);
    const set = (next: number | undefined) => {
      const values = new Map(this.values);
      if (next === undefined || Number.isNaN(next)) values.delete(id);
      else values.set(id, next);
      this.values = values;
    };
    const isFlag = type === 'boolean';
    return html`<div class="fact">
      <label class="known"><input type="checkbox" .checked=${value !== undefined} aria-label=${text.known(title)}
        @change=${(event: Event) => set((event.target as HTMLInputElement).checked ? (isFlag ? 1 : most) : undefined)}><span class="fact-title">${title}</span></label>
      <input type="range" min="0" max=${isFlag ? 1 : most} step=${type === 'percent' ? 0.5 : 1}
        .value=${String(value ?? 0)} ?disabled=${value === undefined} aria-label=${title}
        @input=${(event: Event) => set(Number((event.target as HTMLInputElement).value))}>
      <output class="fact-value">${value === undefined ? text.unknown : `${value}${unit}`}</output>
    </div>`;
  }

  private readonly take = (event: Event): void => {
    const value = (event.currentTarget as JcForm).value;
    if (isObject(value)) this.data = { ...this.data, ...value };
  };

  private readonly enter = (event: CustomEvent<{ changes: readonly Change[] }>): void => {
    event.stopPropagation();
    for (const { pointer, value } of event.detail.changes)
      this.data = (withValueAt(this.data, pointer, value) ?? {}) as JsonObject;
  };
}
