import type { PropertyDeclaration, PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { sameJson, type Conflict } from '@jiceng/core/json/changes.js';
import { originalOf, translated } from '@jiceng/core/definition/translated.js';
import { createBareForm, type FormModel } from '@jiceng/core/form/form.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { WorkdayTest } from '@jiceng/core/time/calendar.js';
import type { FactReader } from '@jiceng/core/record/fact-reader.js';
import type { Definition, FieldRef } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import type { Drafts, Size } from '../internal/context.ts';
import { FormControl } from '../internal/form-control.ts';
import { languageOf } from '../internal/locale.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { namesOf } from '../widgets/names.ts';
import { messages, type Messages } from '../widgets/form.messages.ts';
import { asObject, inlineJson } from './inline-json.ts';
import { compiled, faulty } from './make-model.ts';
import { fetchSupplies, NO_SUPPLIES, type Supplies } from './supplies.ts';

/**
 * Changes of these make a new model; the rest only draws. The first make none if they say what was said before: hosts
 * that draw often write their objects anew.
 */
const MODEL: readonly (PropertyKey | undefined)[] = [
  'definition',
  'schema',
  'fields',
  'record',
  'facts',
  'organisations',
  'readonly',
  'locale',
  'now',
  'supplies',
  'mayEdit',
  'people',
  'dataSource',
];
const SAID = 3;

/** The properties of a form, and the model that follows from them. */
export abstract class FormProperties extends FormControl {
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
  /**
   * Whether a field (by its address, `*` for rows) may be changed. Asked of fields alone; `readonly` closes the whole
   * form.
   */
  @property({ attribute: false }) mayEdit: ((pointer: string) => boolean) | undefined;
  /** Where files are stored and people looked up; the provider's by default. */
  @property({ attribute: false }) dataSource: DataSource | undefined;
  /** Where half-finished forms are kept; the provider's by default. */
  @property({ attribute: false }) drafts: Drafts | null | undefined;
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

  @state() protected supplies: Supplies = NO_SUPPLIES;
  @state() protected status: 'ready' | 'loading' | 'failed' = 'ready';

  protected readonly around = new SurroundingsController(this);
  protected model: FormModel | undefined;
  /** Parts of the library that the definition needs and that are being loaded. */
  protected parts: Promise<void> | undefined;
  /** They could not be loaded. */
  protected lost = false;
  protected problems: readonly Problem[] = [];
  private data: JsonObject | undefined;
  /** What was changed here and in the record's newer revision; told once. */
  protected conflicts: readonly Conflict[] = [];
  private stored: StoredRecord | undefined;
  private stale = true;
  /** More than the first of MODEL has changed. */
  private other = true;
  /** The model before parts had to be waited for. */
  private former: FormModel | undefined;
  /** The next model starts from the properties alone. */
  private anew = false;
  private fetched: DataSource | undefined;

  /** The data, computed values included. Setting it changes the fields and fires no event. */
  get value(): Json | undefined {
    return this.ensure()?.value.peek() ?? this.data;
  }
  set value(value: Json | undefined) {
    const data = (this.data = asObject(value, 'value', this) as JsonObject | undefined);
    const model = this.model && this.ensure(); // another definition may have been set just before
    if (model && !this.record && (data || !value)) {
      if (JSON.stringify(data ?? {}) !== JSON.stringify(model.value.peek()))
        model.restore({ data: data ?? {}, touched: [], typed: {} });
    } else this.stale = this.other = true;
    this.requestUpdate('value');
  }

  /** The form model behind; undefined while there is no usable definition. */
  get formModel(): FormModel | undefined {
    return this.ensure();
  }

  override connectedCallback(): void {
    this.takeEarlyValue();
    this.readChildren();
    super.connectedCallback();
  }

  override requestUpdate(name?: PropertyKey, old?: unknown, options?: PropertyDeclaration): void {
    const at = MODEL.indexOf(name);
    if (at >= 0 && this[name as keyof this] !== old) {
      this.stale = true;
      this.other ||= at >= SAID;
      this.lost = false;
    }
    super.requestUpdate(name, old, options);
  }

  /** Reads the properties again after they were changed in place. */
  refresh(): void {
    this.stale = true;
    this.anew = true;
    this.requestUpdate();
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      if (!this.model) throw error;
      this.fail(error);
      this.requestUpdate();
    }
  }

  /** What a stranger's definition breaks stands in its place. */
  private fail(error: unknown): undefined {
    this.problems = [faulty(error)];
    this.model = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const spoken = this.model?.compiled.definition;
    if (spoken && translated(spoken, this.around.locale) !== spoken) this.stale = true;
    const source = this.source;
    const complete = this.definition && this.organisations && this.people && this.recordId === '';
    if (source && source !== this.fetched && !complete) void this.fetch(source);
  }

  protected get text(): Messages {
    return messages(this.around.locale);
  }
  protected get language() {
    return languageOf(this.around.locale);
  }
  protected get source(): DataSource | undefined {
    return this.dataSource ?? this.around.value.dataSource;
  }
  protected get directory() {
    return {
      language: this.language,
      organisations: this.organisations ?? this.supplies.organisations,
      people: this.people ?? this.supplies.people,
    };
  }
  protected get names() {
    return namesOf(this.directory);
  }

  /** What a definition is called that the data source knows. */
  protected titleOf(id: string): string | undefined {
    const found = this.supplies.definitions.get(id);
    return found && translated(found, this.around.locale).title;
  }

  /** The model for the present properties; made when it is first needed. */
  protected ensure(): FormModel | undefined {
    if (!this.stale || this.parts) return this.model;
    this.stale = false;
    const definition = asObject(this.definition, 'definition', this) ?? this.supplies.definition;
    const before = this.model ?? this.former;
    const result = compiled(
      definition,
      asObject(this.schema, 'schema', this),
      this.fields,
      this.around.locale,
      before?.compiled.definition,
    );
    if (result instanceof Promise) return this.waitFor(result);
    this.problems = result && !result.ok ? result.problems : this.supplies.problems;
    if (!result?.ok) return (this.model = undefined);
    const record = this.record ?? this.supplies.record;
    this.former = undefined;
    const same = before?.compiled === result.value;
    const sameForm =
      before !== undefined && originalOf(before.compiled.definition) === originalOf(result.value.definition);
    const options = before?.options;
    if (
      same &&
      options &&
      !this.anew &&
      options.readonly === this.readonly &&
      sameJson(options.fields as Json, this.fields as Json) &&
      (record ? options.record && sameStanding(record, options.record) : !this.other)
    ) {
      if (record && record !== this.stored) this.conflicts = before.rebase(record);
      this.stored = record;
      return (this.model = before);
    }
    this.stored = record;
    const organisations = this.directory.organisations;
    const facts = this.facts ?? this.supplies.facts;
    const orgId = record?.orgId ?? this.around.value.actorOrgId;
    const organisation = organisations.find((one) => one.orgId === orgId);
    try {
      this.model = createBareForm({
        compiled: result.value,
        now: this.now ?? this.source?.now() ?? clock(),
        readonly: this.readonly,
        ...(record ? { record } : {}),
        ...(this.data ? { data: this.data } : {}),
        ...(facts ? { facts } : {}),
        ...(organisation ? { organisation } : {}),
        ...(this.isWorkday ? { isWorkday: this.isWorkday } : {}),
        ...(this.mayEdit ? { mayEdit: this.mayEdit } : {}),
        ...(this.fields ? { fields: this.fields } : {}),
      });
    } catch (error) {
      return this.fail(error);
    }
    // The same record drawn in another way keeps what was typed.
    if (sameForm && !this.anew && before.revision.peek() > 0 && record?.id === options?.record?.id)
      this.model.restore(before.snapshot());
    this.anew = this.other = false;
    return this.model;
  }

  /** Loads again what could not be loaded. */
  protected readonly retry = (): void => {
    if (this.status === 'failed') this.fetched = undefined;
    this.lost = false;
    this.stale = true;
    this.requestUpdate();
  };

  /** Goes on when the parts that this definition needs are loaded. */
  private waitFor(parts: Promise<unknown>): undefined {
    this.parts = parts
      .then(
        () => {
          this.stale = true;
        },
        (error: unknown) => {
          this.lost = true;
          console.error('Jiceng: <jc-form> could not load:', error);
        },
      )
      .then(() => {
        this.parts = undefined;
        this.requestUpdate();
      });
    this.former ??= this.model;
    this.model = undefined;
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.parts) return done;
    await this.parts;
    return super.getUpdateComplete();
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

  /** A value that the page set before the bundle was there is an own property and hides the accessor. */
  private takeEarlyValue(): void {
    const early = Object.getOwnPropertyDescriptor(this, 'value');
    if (!early) return;
    Reflect.deleteProperty(this, 'value');
    this.value = early.value as Json | undefined;
  }

  /**
   * Takes inline JSON from the children, also when the parser brings them later: a script first, its text in pieces.
   */
  private readChildren(): void {
    const read = () => {
      this.definition ??= inlineJson(this, 'definition') as Definition | undefined;
      this.schema ??= inlineJson(this, 'schema') as object | undefined;
      const value = this.data ? undefined : inlineJson(this, 'value');
      if (value) this.value = value as Json;
    };
    read();
    if (document.readyState !== 'loading') return;
    const waiting = new MutationObserver(read);
    waiting.observe(this, { childList: true, subtree: true, characterData: true });
    document.addEventListener(
      'DOMContentLoaded',
      () => {
        read();
        waiting.disconnect();
      },
      { once: true },
    );
  }
}

/** Whether a record is the other, at most edited since: what rules read of the envelope is the same. */
function sameStanding(a: StoredRecord, b: StoredRecord): boolean {
  return (
    a.id === b.id &&
    a.state === b.state &&
    a.filing?.status === b.filing?.status &&
    a.periodCode === b.periodCode &&
    a.orgId === b.orgId
  );
}

/** The computer's clock in the time of the office. */
function clock(): string {
  return `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
