import type { PropertyDeclaration, PropertyValues } from 'lit';
import { sameJson, type Conflict } from '@jiceng/core/json/changes.js';
import { originalOf, translated } from '@jiceng/core/definition/translated.js';
import { createBareForm, type FormModel } from '@jiceng/core/form/form.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { FormProperties } from './form-properties.ts';
import { asObject, inlineJson, whileParsed } from './inline-json.ts';
import { compiled, faulty } from './make-model.ts';

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

/** The model that follows from a form's properties. */
export abstract class ModelledForm extends FormProperties {
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
    const shown = before?.options.record;
    if (
      before?.compiled === result.value &&
      !this.anew &&
      before.options.readonly === this.readonly &&
      sameJson(before.options.fields as Json, this.fields as Json) &&
      (record ? shown && sameStanding(record, shown) : !this.other)
    ) {
      if (record && record !== this.stored) this.conflicts = before.rebase(record);
      this.stored = record;
      return (this.model = before);
    }
    this.stored = record;
    const orgId = record?.orgId ?? this.around.value.actorOrgId;
    try {
      this.model = createBareForm({
        compiled: result.value,
        now: this.now ?? this.source?.now() ?? clock(),
        readonly: this.readonly,
        record,
        data: this.data,
        facts: this.facts ?? this.supplies.facts,
        organisation: this.directory.organisations.find((one) => one.orgId === orgId),
        isWorkday: this.isWorkday,
        mayEdit: this.mayEdit,
        fields: this.fields,
      });
    } catch (error) {
      return this.fail(error);
    }
    // The same record drawn in another way keeps what was typed.
    if (
      before &&
      originalOf(before.compiled.definition) === originalOf(result.value.definition) &&
      !this.anew &&
      before.revision.peek() > 0 &&
      record?.id === shown?.id
    )
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
    whileParsed(this, read);
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
