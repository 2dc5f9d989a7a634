import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { sameJson } from '@jiceng/core/json/changes.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { shownNumber } from '@jiceng/core/score/explain.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import { uniqueId } from '@jiceng/elements/internal/unique-id.js';
import { textOf } from '../lists/list-edits.ts';
import { lockAt } from '../document/lock.ts';
import { contextOf } from '../formula/formula-context.ts';
import { forgetFormulas, offerFormulas, refreshFormulas, type PanelFormulas } from '../panel/formula-widget.ts';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import styles from './method-card.styles.ts';
import { editsOfMethod, isSameForm, methodForm, type MethodForm } from './method-form.ts';
import type { MethodContext } from './method-sources.ts';
import { questions } from './method-form.messages.ts';
import { methodMessages } from './method.messages.ts';
import { itemAt, methodWords, pointsOf, scoredItemAt } from './method-words.ts';

/**
 * How the selected item of a score counts: what its method asks, as a form of its own, what that means in words, and an
 * example to play with.
 *
 * @customElement jc-score-method
 *
 * @csspart base - Everything.
 */
export class ScoreMethod extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  /** What is tried, for the item at a pointer. */
  @state() private tried: { readonly pointer: string; readonly value: number } | undefined;
  /** The item for which a formula is to be written, until there is one. */
  @state() private formulaFor = '';
  @query('jc-form') private form!: JcForm | null;

  /** Names this card's form, so that its formulas find their surroundings. */
  private readonly formId = uniqueId('method');
  private readonly formulas: PanelFormulas = { context: undefined, rows: undefined, editors: new Set() };
  private shown: MethodForm | undefined;
  private shownFor = '';
  /** The question that was answered last: another method brings another form, and the person stays where they were. */
  private at = '';
  private back = '';

  protected draw(session: BuilderSession): TemplateResult | typeof nothing {
    const document = session.value.value;
    const [pointer = ''] = session.selection.value;
    const item = session.selection.value.length === 1 ? itemAt(document, pointer) : undefined;
    if (!item) return nothing;
    const { definitions = [] } = session.supplies.value;
    this.formulas.context = contextOf(document, { language: this.language, definitions });
    offerFormulas(this.formId, this.formulas);
    refreshFormulas(this.formulas);
    this.make(methodForm(item, this.context(session, pointer)), `${pointer} ${this.language}`);
    const lock = lockAt(pointer, session.supplies.value, document);
    return html`<section class="base" part="base" aria-label=${questions(this.language).title}>
      <jc-form bare ?readonly=${lock !== undefined} locale=${this.language}
        .definition=${guard([this.shown?.definition], () => this.shown?.definition)} .value=${this.shown?.data}
        .drafts=${null} .organisations=${guard([], () => NOBODY)} .people=${guard([], () => NOBODY)} @input=${this.take}
        @jc-change=${this.finish}></jc-form>
      ${this.words(document, pointer)}
    </section>`;
  }

  /** Puts the focus on the first question; answers whether there is one. */
  focusForm(): boolean {
    return this.form?.focusField('/method') ?? false;
  }

  protected override updated(): void {
    const { form, back } = this;
    this.back = '';
    if (form && back !== '') void form.updateComplete.then(() => form.focusField(back));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    forgetFormulas(this.formId);
  }

  /** Setting a form's definition makes it anew: only where it asks something else. */
  private make(made: MethodForm, about: string): void {
    const form = { ...made, definition: { ...made.definition, id: this.formId } };
    const isSame = about === this.shownFor && this.shown !== undefined && isSameForm(form, this.shown);
    if (about !== this.shownFor) this.at = '';
    else if (!isSame && this.form !== null && this.shadowRoot?.activeElement === this.form) this.back = this.at;
    this.shown = isSame && this.shown ? { ...form, definition: this.shown.definition } : form;
    this.shownFor = about;
  }

  private context(session: BuilderSession, pointer: string): MethodContext {
    return {
      document: session.value.peek(),
      language: this.language,
      definitions: session.supplies.peek().definitions ?? [],
      isFormulaWanted: this.formulaFor === pointer,
    };
  }

  /** What the answers mean. */
  private words(document: Json, pointer: string): TemplateResult | typeof nothing {
    const item = scoredItemAt(document, pointer);
    if (!item) return nothing;
    const text = methodMessages(this.language);
    const { counts, asks, example } = methodWords(document, item, this.language);
    const value = this.tried?.pointer === pointer ? this.tried.value : (example?.value ?? 0);
    const points = example && pointsOf(document, item, value);
    return html`<p class="counts">${counts}</p>
      <p class="weak">${asks}</p>
      ${
        example
          ? html`<p class="example"><label>${text.example} <input type="number" step="any" .value=${String(value)}
          @input=${(event: Event) => this.try(pointer, (event.target as HTMLInputElement).valueAsNumber)}> ${example.unit}</label>
        <output>${points === undefined ? text.cannot : text.earns(shownNumber(points, 4))}</output></p>`
          : nothing
      }`;
  }

  private try(pointer: string, value: number): void {
    if (!Number.isNaN(value)) this.tried = { pointer, value };
  }

  /** Takes over what the form holds now; typing in one answer is one step of undo. */
  private readonly take = (): void => {
    const { session, form, shown } = this;
    const value = form?.value;
    const [pointer = ''] = session?.selection.peek() ?? [];
    if (!session || !shown || !isObject(value)) return;
    for (const key of Object.keys(own(shown.definition.record as unknown as JsonObject, 'properties') as JsonObject)) {
      const after = own(value, key);
      const item = itemAt(session.value.peek(), pointer);
      if (!item || sameJson(own(shown.data, key), after)) continue;
      this.at = `/${key}`;
      if (key === 'from') this.formulaFor = after === 'formula' ? pointer : '';
      const edits = editsOfMethod(pointer, item, key, after, this.context(session, pointer));
      if (edits.length > 0)
        session.edit(
          {
            title: { 'zh-CN': this.did(item, key, 'zh-CN'), en: this.did(item, key, 'en') },
            group: `method:${pointer}:${key}`,
          },
          edits,
        );
    }
  };

  private did(item: JsonObject, key: string, language: 'zh-CN' | 'en'): string {
    const question = valueAt(this.shown?.definition.record as unknown as Json, `/properties/${key}/title`);
    return questions(language).changed(textOf(item, 'title'), String(question ?? key));
  }

  private readonly finish = (): void => {
    this.take();
    this.session?.document.closeGroup();
  };
}

/** A method names no people: without this the form would ask the provider for its directory. */
const NOBODY: readonly never[] = [];
