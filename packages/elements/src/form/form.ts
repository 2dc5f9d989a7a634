import { effect } from '@preact/signals-core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { FieldProblem, FormSnapshot } from '@jiceng/core/form/contract.js';
import type { FieldModel } from '@jiceng/core/form/field.js';
import { createForm, type FormModel } from '@jiceng/core/form/form.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { WorkdayTest } from '@jiceng/core/engine/contract.js';
import type { FactReader } from '@jiceng/core/facts/contract.js';
import type { Definition, FieldRef } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { baseStyles } from '../internal/base.styles.ts';
import type { Drafts, Size } from '../internal/context.ts';
import { FormControl } from '../internal/form-control.ts';
import { languageOf } from '../internal/locale.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { tokens } from '../internal/tokens.ts';
import { gridStyles } from '../grid/grid.styles.ts';
import { namesOf } from '../widgets/names.ts';
import { registerStandardWidgets } from '../widgets/standard.ts';
import { DraftKeeper } from './drafts.ts';
import { messages, type Messages } from './form.messages.ts';
import styles from './form.styles.ts';
import { FormView } from './form-view.ts';
import { asObject, inlineJson } from './inline-json.ts';
import { compiled } from './make-model.ts';
import { linesOf, plainText, printHTML } from './reading.ts';
import { fetchSupplies, NO_SUPPLIES, type Supplies } from './supplies.ts';

/** A person changed a field. */
export interface FormChangeDetail { readonly pointer: string; readonly value: Json | null; readonly valid: boolean }
/** A person submitted a form without errors. */
export interface FormSubmitDetail { readonly value: Json; readonly changes: readonly { readonly pointer: string; readonly value: Json | null }[] }
/** A person submitted a form with errors, in reading order. */
export interface FormInvalidDetail { readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[] }
/** A person asked where a value comes from. */
export interface FormSourceDetail { readonly pointer: string; readonly formula: string; readonly inputs: readonly string[]; readonly facts: readonly string[]; readonly records: readonly string[] }

/** Changes of these make a new model; the rest only draws. */
const MODEL: ReadonlySet<PropertyKey> = new Set(['definition', 'schema', 'record', 'facts', 'organisations', 'readonly', 'locale', 'fields', 'now', 'supplies', 'mayEdit', 'people', 'dataSource']);

/**
 * A form from one definition or JSON Schema: fields, rules, checks and messages. Takes part in native forms.
 *
 * @customElement jc-form
 *
 * @slot definition - A `<script type="application/json">` with the definition.
 * @slot schema - A `<script type="application/json">` with a JSON Schema.
 * @slot value - A `<script type="application/json">` with the data to start with.
 * @slot actions - Buttons in place of the submit button.
 * @fires {CustomEvent<FormChangeDetail>} jc-change - A person changed a field.
 * @fires {CustomEvent<FormSubmitDetail>} jc-submit - A person submitted, and there are no errors.
 * @fires {CustomEvent<FormInvalidDetail>} jc-invalid - A person submitted, and there are errors.
 * @fires {CustomEvent<FormSourceDetail>} jc-source-open - A person asked where a value comes from.
 * @csspart base - The whole form.
 * @csspart section - One group of fields.
 * @csspart field - One field with its label and messages.
 * @csspart summary - The list of errors.
 * @csspart submit - The submit button.
 */
export class JcForm extends FormControl {
  static override styles = [tokens, baseStyles, gridStyles, styles];

  /** The definition. Text is read as JSON. */
  @property({ attribute: false }) definition: Definition | undefined;
  /** Any JSON Schema, in place of a definition. */
  @property({ attribute: false }) schema: object | undefined;
  /** Definition to fetch from the provider's data source. */
  @property({ attribute: 'definition-id' }) definitionId = '';
  /** Record to fetch from the provider's data source. */
  @property({ attribute: 'record-id' }) recordId = '';
  /** The stored record to change. A newer revision of the same one keeps what was typed. */
  @property({ attribute: false }) record: StoredRecord | undefined;
  /** Reads the facts that prefill and formulas name. */
  @property({ attribute: false }) facts: FactReader | undefined;
  /** The directory of organisations. */
  @property({ attribute: false }) organisations: readonly Organisation[] | undefined;
  /** The directory of people. */
  @property({ attribute: false }) people: readonly Person[] | undefined;
  /** Who fills in; the provider's person by default. */
  @property({ attribute: false }) person: Person | undefined;
  /** Asks for these fields only, in this order. */
  @property({ attribute: false }) fields: readonly FieldRef[] | undefined;
  /** The present moment; the data source's, or the clock's, by default. */
  @property({ attribute: false }) now: string | undefined;
  /** The office calendar for formulas. */
  @property({ attribute: false }) isWorkday: WorkdayTest | undefined;
  /** Whether a field (by its address, `*` for rows) may be changed. */
  @property({ attribute: false }) mayEdit: ((pointer: string) => boolean) | undefined;
  /** Where files are stored and people looked up; the provider's by default. */
  @property({ attribute: false }) dataSource: DataSource | undefined;
  /** Where half-finished forms are kept; the provider's by default. */
  @property({ attribute: false }) drafts: Drafts | undefined;
  /** Shows without letting change. */
  @property({ type: Boolean }) readonly = false;
  /** Language; the provider's or the page's by default. */
  @property() locale: string | undefined;
  /** Size of text and controls. */
  @property({ reflect: true }) size: Size | undefined;
  /** Without heading and buttons, for use inside other parts. */
  @property({ type: Boolean }) bare = false;
  /** Mirrors the value into a hidden input in the page, for libraries that read forms themselves. */
  @property({ type: Boolean }) mirror = false;

  @state() private supplies: Supplies = NO_SUPPLIES;
  @state() private status: 'ready' | 'loading' | 'failed' = 'ready';
  @state() private note: 'draftRestored' | 'draftFailed' | undefined;
  @query('.body') private body!: HTMLElement;
  @query('.summary') private summary!: HTMLElement;
  @query('.live') private live!: HTMLElement;
  @query('.layer') private layer!: HTMLElement;

  private readonly around = new SurroundingsController(this);
  private model: FormModel | undefined;
  private view: FormView | undefined;
  private keeper: DraftKeeper | undefined;
  private kept: Drafts | undefined;
  private problems: readonly Problem[] = [];
  private data: JsonObject | undefined;
  private stale = true;
  private stopFollowing: (() => void) | undefined;
  private resize: ResizeObserver | undefined;
  private waiting: MutationObserver | undefined;
  private fetched: DataSource | undefined;
  private mirrored: HTMLInputElement | undefined;
  private warned = false;

  /** The data, computed values included. Setting it changes the fields and fires no event. */
  get value(): Json | undefined { return this.ensure()?.value.peek() ?? this.data; }
  set value(value: Json | undefined) {
    const data = asObject(value, 'value', this) as JsonObject | undefined;
    this.data = data;
    if (this.model && !this.stale && !this.record && data) {
      if (JSON.stringify(data) !== JSON.stringify(this.model.value.peek())) this.model.restore({ data, touched: [], typed: {} });
    } else this.stale = true;
    this.requestUpdate('value');
  }

  /** The form model behind; undefined while there is no usable definition. */
  get formModel(): FormModel | undefined { return this.ensure(); }

  override connectedCallback(): void {
    this.readChildren();
    super.connectedCallback();
    this.resize = new ResizeObserver(() => this.measure());
    this.resize.observe(this);
    if (this.model && this.hasUpdated) this.follow();
    if (this.hasUpdated) this.view?.connect(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize?.disconnect();
    this.waiting?.disconnect();
    this.stopFollowing?.();
    this.stopFollowing = undefined;
    this.keeper?.end();
    this.keeper = undefined;
    this.view?.connect(false);
  }

  override requestUpdate(...[name, ...rest]: Parameters<FormControl['requestUpdate']>): void {
    if (name !== undefined && MODEL.has(name)) this.stale = true;
    super.requestUpdate(name, ...rest);
  }

  /** Validates and, without errors, fires `jc-submit`; otherwise lists the errors and goes to the first. Answers whether it was submitted. */
  submit(): boolean {
    const form = this.ensure();
    if (!form || this.status !== 'ready' || form.validity.broken) return false;
    if (!this.validate(true)) return false;
    this.fire<FormSubmitDetail>('jc-submit', { value: form.value.peek(), changes: form.changes().map(({ pointer, value }) => ({ pointer, value: value ?? null })) });
    return true;
  }

  /** Shows every error; `focus` also goes to the first and fires `jc-invalid`. Answers whether there is none. */
  validate(focus = false): boolean {
    const form = this.ensure();
    if (!form) return false;
    const errors = form.validateAll();
    this.view?.showErrors(errors, focus);
    if (errors.length === 0) this.view?.announce(this.text.valid);
    else if (focus) this.fire<FormInvalidDetail>('jc-invalid', { errors: errors.map(({ pointer, code, reason }) => ({ pointer, code, message: reason[this.language] })) });
    this.syncForm();
    return errors.length === 0;
  }

  /** Puts the focus on a field. Answers whether there is one. */
  focusField(pointer: string): boolean { return this.view?.focusField(pointer) ?? false; }

  /** The visible content as text, for reading aloud and searching. */
  getPlainText(): string { const form = this.ensure(); return form ? plainText(linesOf(form, this.names)) : ''; }

  /** Self-contained HTML with every row, for print tools that clone markup. */
  getPrintHTML(): string { const form = this.ensure(); return form ? printHTML(linesOf(form, this.names)) : ''; }

  /** Reads the properties again after they were changed in place. */
  refresh(): void {
    this.stale = true;
    this.requestUpdate('value');
  }

  /** The content at this moment, with half-typed text. */
  snapshot(): FormSnapshot | undefined { return this.ensure()?.snapshot(); }

  /** Goes back to a snapshot. */
  restore(snapshot: FormSnapshot): void { this.ensure()?.restore(snapshot); }

  /** Takes back the last step. */
  undo(): boolean { return this.ensure()?.undo() ?? false; }

  /** Makes the last step taken back again. */
  redo(): boolean { return this.ensure()?.redo() ?? false; }

  /** Forgets the kept draft, after the host has stored the record. */
  async discardDraft(): Promise<void> {
    this.note = undefined;
    await this.keeper?.remove();
  }

  /** Writes a draft that is waiting. */
  async flushDraft(): Promise<void> { await this.keeper?.flush(); }

  /** Back to what was opened, as a native form asks. */
  formResetCallback(): void {
    this.model?.reset();
    this.view?.showErrors([], false);
    this.syncForm();
  }

  /** Brings back what the browser kept. */
  formStateRestoreCallback(kept: string | FormData | null): void {
    if (typeof kept !== 'string') return;
    try {
      this.value = JSON.parse(kept) as Json;
    } catch {
      // Not ours: another control of the same name.
    }
  }

  override checkValidity(): boolean {
    this.syncForm();
    return super.checkValidity();
  }

  protected formValue(): string | null {
    if (this.name === '' || this.mirror) return null;
    const form = this.ensure();
    return form ? JSON.stringify(form.value.peek()) : null;
  }

  protected verdict(): { flags: ValidityStateFlags; message?: string } {
    if (!this.hasUpdated) return { flags: {} };
    const error = this.ensure()?.problems().find(({ level }) => level === 'error');
    return error ? { flags: error.code === 'required' ? { valueMissing: true } : { customError: true }, message: error.reason[this.language] } : { flags: {} };
  }

  protected anchor(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.invalid .input, .input, .box') ?? null;
  }

  protected override syncForm(): void {
    if (!this.mirror) this.mirrored?.remove();
    if (this.internals.form === null && !this.mirror && this.name === '') return;
    super.syncForm();
    if (!this.mirror || this.name === '' || !this.isConnected) return;
    if (!this.mirrored) {
      this.mirrored = document.createElement('input');
      this.mirrored.type = 'hidden';
    }
    this.mirrored.name = this.name;
    this.mirrored.value = JSON.stringify(this.ensure()?.value.peek() ?? null);
    if (this.mirrored.parentNode !== this) this.append(this.mirrored);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const source = this.source;
    if (source && source !== this.fetched) void this.fetch(source);
  }

  protected override render(): TemplateResult {
    const { text } = this;
    const form = this.status === 'ready' ? this.ensure() : undefined;
    const title = form && (form.layout.text('/title') ?? form.compiled.definition.title);
    const help = form && (form.layout.text('/description') ?? form.compiled.definition.description);
    const alone = form && !this.bare && !this.readonly && this.internals.form === null;
    return html`<div class="base" part="base" role="form" aria-label=${title || text.untitled} aria-busy=${this.status === 'loading' ? 'true' : 'false'}>
      ${form && !this.bare && title ? html`<h2 class="form-title">${title}</h2>` : nothing}
      ${form && !this.bare && help ? html`<p class="form-help">${help}</p>` : nothing}
      ${form ? nothing : this.panel()}
      ${this.note ? html`<div class="bar-note no-print ${this.note === 'draftFailed' ? 'bad' : ''}" role="status">${text[this.note]}
        ${this.note === 'draftRestored' ? html`<button type="button" class="text-link" @click=${this.dropDraft}>${text.draftDiscard}</button>` : nothing}</div>` : nothing}
      <div class="summary no-print" part="summary" role="alert" tabindex="-1" hidden></div>
      <div class="body"></div>
      ${alone ? html`<div class="actions no-print"><slot name="actions"><button type="button" class="button primary" part="submit" ?disabled=${this.inactive} @click=${() => this.submit()}>${text.submit}</button></slot></div>` : html`<slot name="actions"></slot>`}
      <div class="live visually-hidden" role="status"></div>
      <div class="layer"></div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const form = this.status === 'ready' ? this.ensure() : undefined;
    if (form && this.view?.form !== form) {
      this.view?.dispose();
      this.view = this.draw(form);
      this.follow();
      if (!this.warned && form.dataProblems.length > 0) {
        this.warned = true;
        console.warn(`Jiceng: <jc-form>: ${form.dataProblems.slice(0, 3).map(({ pointer, reason }) => `${pointer}: ${reason.en}`).join('; ')}`);
      }
    } else if (!form && this.view) {
      this.view.dispose();
      this.view = undefined;
    }
    if (form && this.isConnected && this.kept !== (this.drafts ?? this.around.value.drafts)) this.keep(form);
    this.view?.disable(this.inactive);
    this.measure();
    this.internals.ariaLabel = form ? form.compiled.definition.title || this.text.untitled : this.text.untitled;
    this.syncForm();
  }

  private get text(): Messages { return messages(this.around.locale); }
  private get language() { return languageOf(this.around.locale); }
  private get source(): DataSource | undefined { return this.dataSource ?? this.around.value.dataSource; }
  private get directory() { return { language: this.language, organisations: this.organisations ?? this.supplies.organisations, people: this.people ?? this.supplies.people }; }
  private get names() { return namesOf(this.directory); }

  /** The model for the present properties; made when it is first needed. */
  private ensure(): FormModel | undefined {
    if (!this.stale) return this.model;
    this.stale = false;
    const definition = asObject(this.definition, 'definition', this) ?? this.supplies.definition;
    const result = compiled(definition, asObject(this.schema, 'schema', this));
    this.problems = result && !result.ok ? result.problems : this.supplies.problems;
    if (!result?.ok) return (this.model = undefined);
    const record = this.record ?? this.supplies.record;
    const before = this.model;
    const same = before?.compiled === result.value;
    const options = before?.options;
    if (same && record && options?.record && record !== options.record && record.id === options.record.id && options.readonly === this.readonly) {
      before.rebase(record);
      return before;
    }
    const organisations = this.directory.organisations;
    const facts = this.facts ?? this.supplies.facts;
    const orgId = record?.orgId ?? this.around.value.actorOrgId;
    const organisation = organisations.find((one) => one.orgId === orgId);
    this.model = createForm({
      compiled: result.value, now: this.now ?? this.source?.now() ?? clock(), readonly: this.readonly, locale: this.around.locale,
      ...(record ? { record } : {}), ...(this.data ? { data: this.data } : {}), ...(facts ? { facts } : {}), ...(organisation ? { organisation } : {}),
      ...(this.isWorkday ? { isWorkday: this.isWorkday } : {}), ...(this.mayEdit ? { mayEdit: this.mayEdit } : {}), ...(this.fields ? { fields: this.fields } : {}),
    });
    // The same record drawn in another way keeps what was typed.
    if (same && before.revision.peek() > 0 && record?.id === options?.record?.id) this.model.restore(before.snapshot());
    return this.model;
  }

  private draw(form: FormModel): FormView {
    registerStandardWidgets();
    const { body, summary, live, layer, text, language, names } = this;
    this.measure();
    return new FormView(form, {
      body, summary, live, layer, text, language, names, locale: this.around.locale, today: form.options.now.slice(0, 10),
      organisations: this.directory.organisations, people: this.directory.people, dataSource: this.source,
      titleOfFact: (id) => this.supplies.titles.get(id.slice(0, id.indexOf('/'))),
      changed: (field) => this.changed(field),
      openSource: (field) => this.openSource(field),
    });
  }

  /** Keeps native form, mirror and draft in step with the model. */
  private follow(): void {
    const form = this.model;
    this.stopFollowing?.();
    if (!form) return;
    this.stopFollowing = effect(() => {
      void form.revision.value;
      this.syncForm();
    });
    this.keep(form);
  }

  private keep(form: FormModel): void {
    this.keeper?.end();
    this.keeper = undefined;
    const drafts = (this.kept = this.drafts ?? this.around.value.drafts);
    const person = this.person ?? this.around.value.person;
    if (!drafts || this.readonly) return;
    const { definition } = form.compiled;
    const address = [person?.personId ?? '', form.options.record?.orgId ?? this.around.value.actorOrgId ?? '', definition.id, definition.version, form.options.record?.id ?? 'new'].map(encodeURIComponent).join('/');
    const keeper = (this.keeper = new DraftKeeper(drafts, address, form, () => { this.note = 'draftFailed'; }));
    void keeper.restore().then((found) => { if (found) this.note = 'draftRestored'; });
  }

  private readonly dropDraft = (): void => {
    this.model?.reset();
    void this.discardDraft();
  };

  private panel(): TemplateResult {
    const { text, status, problems, language } = this;
    if (status === 'loading') return html`<div class="panel" role="status">${text.loading}</div>`;
    if (status === 'failed' || problems.length > 0) return html`<div class="panel bad" role="alert">${text.badDefinition}${problems.slice(0, 5).map(({ pointer, reason }) => html`<br><bdi>${pointer}</bdi> ${reason[language]}`)}</div>`;
    return html`<div class="panel">${text.noDefinition}</div>`;
  }

  private async fetch(source: DataSource): Promise<void> {
    this.fetched = source;
    this.status = 'loading';
    try {
      const supplies = await fetchSupplies(source, this.definitionId, this.recordId);
      if (this.fetched !== source) return;
      this.supplies = supplies;
      this.status = 'ready';
    } catch (error) {
      this.status = 'failed';
      console.error('Jiceng: <jc-form> could not load:', error);
    }
  }

  private changed(field: FieldModel): void {
    const { pointer } = field;
    this.syncForm();
    this.fire<FormChangeDetail>('jc-change', { pointer, value: field.value.peek() ?? null, valid: !field.problems.peek().some(({ level }: FieldProblem) => level === 'error') });
  }

  private openSource(field: FieldModel): void {
    const source = field.source;
    this.fire<FormSourceDetail>('jc-source-open', {
      pointer: field.pointer, formula: source?.formula ?? '', inputs: source?.inputs ?? [], facts: source?.facts.map(({ id }) => id) ?? [], records: [...new Set(source?.facts.flatMap(({ sources }) => sources) ?? [])],
    });
  }

  private fire<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true, composed: true }));
  }

  /** Columns follow the element's own width, not the window's. */
  private measure(): void {
    const base = this.renderRoot?.querySelector('.base');
    const width = this.clientWidth;
    if (!base || width === 0) return;
    const scale = this.size === 'elder' ? 1.5 : this.size === 'large' ? 1.25 : 1;
    base.classList.toggle('middle', width >= 520 * scale && width < 860 * scale);
    base.classList.toggle('wide', width >= 860 * scale);
    base.classList.toggle('is-readonly', this.readonly);
  }

  /** Takes inline JSON from the children, also when the parser brings them later. */
  private readChildren(): void {
    const read = () => {
      const definition = this.definition ?? inlineJson(this, 'definition');
      const schema = this.schema ?? inlineJson(this, 'schema');
      this.data ??= inlineJson(this, 'value') as JsonObject | undefined;
      if (definition && !this.definition) this.definition = definition as Definition;
      if (schema && !this.schema) this.schema = schema;
      return definition !== undefined || schema !== undefined;
    };
    if (read() || document.readyState !== 'loading') return;
    this.waiting = new MutationObserver(() => { if (read()) this.waiting?.disconnect(); });
    this.waiting.observe(this, { childList: true });
  }
}

/** The computer's clock in the time of the office. */
function clock(): string {
  return `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
