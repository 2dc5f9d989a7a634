import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { sameJson } from '@jiceng/core/json/changes.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer } from '@jiceng/core/json/pointer.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import type { BuilderSession } from '../session/session.ts';
import { SessionElement } from '../session/session-element.ts';
import { spokenReason } from '../session/spoken-reason.ts';
import { hasMisfit, isShared } from './field-lens.ts';
import { lockAt } from '../document/lock.ts';
import { wordsOf } from './meta-schema.ts';
import { messages } from './panel.messages.ts';
import { forgetFormulas, offerFormulas, refreshFormulas, type PanelFormulas } from './formula-widget.ts';
import { contextOf } from '../formula/formula-context.ts';
import { editsOfProperty, panelForm, untouched, type PanelForm } from './panel-form.ts';
import styles from './panel.styles.ts';
import { rowsOf } from '@jiceng/core/definition/places.js';
import { uniqueId } from '@jiceng/elements/internal/unique-id.js';
import { addressOf, labelOf, specOf, thingAt, type Thing } from './thing.ts';
import { ownerOf, propertyWord, usagesOf } from './usages.ts';

/**
 * The properties of what is selected, as a form that is drawn from the metaschema; of the definition itself while
 * nothing is selected.
 *
 * @customElement jc-builder-panel
 *
 * @csspart base - Everything.
 */
export class BuilderPanel extends SessionElement {
  static override styles = [tokens, baseStyles, styles];

  @query('jc-form') private form!: JcForm | null;

  /** Names this panel's form, so that its formulas find their surroundings. */
  private readonly formId = uniqueId('panel');
  private readonly formulas: PanelFormulas = { context: undefined, rows: undefined, editors: new Set() };
  private things: readonly Thing[] = [];
  private panel: PanelForm | undefined;
  /** What was selected when the form was made: the same properties of another thing are another form. */
  private shownFor = '';
  /** The property to go to in a form that comes. */
  private back = '';

  /** The form's properties are guarded: setting one makes the form anew, even where it is what it was. */
  protected draw(session: BuilderSession): TemplateResult {
    const document = session.value.value;
    const text = messages(this.language);
    const selection = session.selection.value;
    this.things = this.chosen(document, selection);
    const { definitions = [] } = session.supplies.value;
    this.surround(document, definitions);
    const made = panelForm(this.things, { document, language: this.language, definitions });
    const panel = made && { ...made, definition: { ...made.definition, id: this.formId } };
    const about = JSON.stringify([this.things.map(({ pointer }) => pointer), this.language]);
    const isSame =
      about === this.shownFor &&
      panel &&
      this.panel &&
      sameJson(panel.definition as unknown as Json, this.panel.definition as unknown as Json);
    if (about !== this.shownFor) this.back = this.jumpedTo(selection);
    this.panel = isSame && this.panel ? { ...panel, definition: this.panel.definition } : panel;
    this.shownFor = about;
    if (!this.panel)
      return html`<div class="base" part="base"><p class="note">${this.things.length > 1 ? text.otherKinds(this.things.length) : text.nothing}</p></div>`;
    const [first] = this.things as readonly [Thing];
    const name = specOf(first.kind).name[this.language];
    const lock = this.things
      .map(({ pointer }) => lockAt(pointer, session.supplies.value, document))
      .find((reason) => reason !== undefined);
    return html`<section class="base" part="base" aria-label=${text.title}>
      <p class="head"><span class="kind">${name}</span>${this.things.length === 1 ? html`<span class="name">${labelOf(document, first, this.language)}</span>` : nothing}</p>
      ${this.things.length > 1 ? html`<p class="note">${text.several(this.things.length, name)}</p>` : nothing}
      ${this.panel.mixed.length > 0 ? html`<p class="note">${text.mixed}${this.panel.mixed.map((key) => this.word(first, key)).join(text.list)}</p>` : nothing}
      ${first.kind === 'field' && isShared(first) ? html`<p class="note">${text.shared}</p>` : nothing}
      ${
        first.kind === 'field' && this.things.some((thing) => hasMisfit(document, thing))
          ? html`<p class="note"
        role="status">${text.misfit}</p>`
          : nothing
      }
      ${lock ? html`<p class="note lock">${lock[this.language]}</p>` : nothing}
      ${this.problems(session, first)}
      <jc-form bare ?readonly=${lock !== undefined} locale=${this.language}
        .definition=${guard([this.panel.definition], () => this.panel?.definition)} .value=${this.panel.data}
        .drafts=${null} .organisations=${guard([], () => NOBODY)} .people=${guard([], () => NOBODY)} @input=${this.take}
        @jc-change=${this.finish} @focusout=${this.left}></jc-form>
      ${this.rest(first, this.panel)}
      ${this.usages(session, first)}
    </section>`;
  }

  /** Puts the focus on the first property. */
  override focus(): void {
    const go = (): void => {
      const [first] = this.panel?.definition.view?.[0]?.fields ?? [];
      if (first !== undefined) this.form?.focusField(typeof first === 'string' ? first : first.field);
      const control = this.form?.shadowRoot?.activeElement;
      // as Tab does it: what is typed replaces what stands there
      if (control instanceof HTMLInputElement) control.select();
    };
    void this.updateComplete.then(() => this.form?.updateComplete).then(go);
  }

  protected override updated(): void {
    const { form, back } = this;
    this.back = '';
    if (form && back !== '')
      void form.updateComplete.then(
        () => form.focusField(back) || form.focusField(toPointer(pointerParts(back).slice(0, 1))),
      );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    forgetFormulas(this.formId);
  }

  /** What the formulas of the selected thing may name. */
  private surround(document: Json, definitions: readonly Definition[]): void {
    const [first] = this.things;
    const field = first && own(first.value, first.kind === 'fact' ? 'of' : 'field');
    this.formulas.rows = typeof field === 'string' ? rowsOf(field) : undefined;
    this.formulas.context = contextOf(document, { language: this.language, rows: this.formulas.rows, definitions });
    offerFormulas(this.formId, this.formulas);
    refreshFormulas(this.formulas);
  }

  private chosen(document: Json, selection: readonly string[]): readonly Thing[] {
    const pointers = selection.length > 0 ? selection : [''];
    const things = pointers
      .map((pointer) => thingAt(document, pointer) ?? ownerOf(document, pointer) ?? thingAt(document, ''))
      .filter((thing): thing is Thing => thing !== undefined);
    return things.filter((thing, at) => things.findIndex(({ pointer }) => pointer === thing.pointer) === at);
  }

  /**
   * The property to go to where a place within a thing was selected: somebody jumped to what is wrong there. `''`:
   * none.
   */
  private jumpedTo([pointer = '']: readonly string[]): string {
    const [thing] = this.things;
    return thing && this.things.length === 1 && pointer.startsWith(`${thing.pointer}/`)
      ? pointer.slice(thing.pointer.length)
      : '';
  }

  private word(thing: Thing, key: string): string {
    const words = wordsOf(specOf(thing.kind).part, key);
    return words?.[this.language === 'zh-CN' ? 0 : 1] ?? key;
  }

  /** What the gate says of this thing. */
  private problems(session: BuilderSession, { pointer }: Thing): TemplateResult | typeof nothing {
    const text = messages(this.language);
    const document = session.value.value;
    const found =
      this.things.length !== 1 || pointer === ''
        ? []
        : session.problems.value.filter(
            (problem) => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`),
          );
    if (found.length === 0) return nothing;
    return html`<div class="problems" role="status"><p class="problems-title">${text.problems}</p><ul>${found.slice(0, 5).map((problem) => html`<li>${spokenReason(problem, document, this.language, (place) => propertyWord(document, place, this.language))}</li>`)}</ul></div>`;
  }

  /**
   * What is set beyond the form. Known properties by their words; a stranger's by name, since nothing else is known.
   */
  private rest(thing: Thing, panel: PanelForm): TemplateResult | typeof nothing {
    const text = messages(this.language);
    const keys =
      this.things.length === 1 && thing.kind !== 'definition'
        ? untouched(thing, panel).filter((key) => !OWN_EDITORS.has(`${thing.kind}.${key}`))
        : [];
    return keys.length === 0
      ? nothing
      : html`<p class="note rest">${text.rest}${keys.map((key) => this.word(thing, key)).join(text.list)}</p>`;
  }

  private usages(session: BuilderSession, thing: Thing): TemplateResult | typeof nothing {
    const definition = session.definition.value;
    if (thing.kind !== 'field' || this.things.length !== 1 || !definition) return nothing;
    const document = session.value.value;
    const found = usagesOf(definition, addressOf(thing)).filter(
      ({ pointer }) => thingAt(document, pointer) !== undefined,
    );
    if (found.length === 0) return nothing;
    return html`<div class="used"><p class="used-title">${messages(this.language).used}</p><ul>${found.map(
      (user) => html`<li>
      <button type="button" class="link" @click=${() => session.select([user.pointer])}>${specOf(user.kind).name[this.language]}${this.language === 'zh-CN' ? '：' : ': '}${labelOf(document, user, this.language)}</button></li>`,
    )}</ul></div>`;
  }

  /** Takes over what the form holds now; typing in one property is one step of undo. */
  private readonly take = (): void => {
    const { session, form, panel } = this;
    const value = form?.value;
    if (!session || !panel || !isObject(value)) return;
    const properties = own(panel.definition.record as unknown as JsonObject, 'properties') as JsonObject;
    for (const key of Object.keys(properties)) {
      const after = own(value, key);
      if (sameJson(own(panel.data, key), after)) continue;
      const document = session.value.peek();
      const things = this.chosen(document, session.selection.peek());
      const edits = editsOfProperty(document, things, key, after, own(properties, key));
      const [first] = things;
      if (edits.length === 0 || !first) continue;
      const title = {
        'zh-CN': messages('zh-CN').changed(
          labelOf(document, first, 'zh-CN'),
          wordsOf(specOf(first.kind).part, key)?.[0] ?? key,
        ),
        en: messages('en').changed(labelOf(document, first, 'en'), wordsOf(specOf(first.kind).part, key)?.[1] ?? key),
      };
      session.edit({ title, group: `panel:${first.pointer}:${key}` }, edits);
    }
  };

  private readonly finish = (): void => {
    this.take();
    this.session?.document.closeGroup();
  };

  private readonly left = (): void => {
    this.session?.document.closeGroup();
  };
}

/** Properties name no people: without this the form would ask the provider for its directory. */
const NOBODY: readonly never[] = [];

/** Lists that have editors of their own beside the panel. */
const OWN_EDITORS: ReadonlySet<string> = new Set([
  'section.fields',
  'scoreItem.method',
  'scoreItem.max',
  'scoreItem.value',
  'scoreItem.required',
  'scoreItem.full',
  'scoreItem.steps',
  'scoreItem.per',
  'scoreItem.direction',
  'scoreItem.unit',
  'score.dimensions',
  'score.veto',
  'score.bands',
  'score.over',
  'score.outputs',
  'scoreDimension.items',
  'ledger.columns',
  'ledger.lamp',
  'ledger.counters',
  'ledgerGroup.columns',
  'process.stages',
  'processStage.steps',
]);
