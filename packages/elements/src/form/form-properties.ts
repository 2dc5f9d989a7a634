import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { translated } from '@jiceng/core/definition/translated.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { WorkdayTest } from '@jiceng/core/time/calendar.js';
import type { FactReader } from '@jiceng/core/record/fact-reader.js';
import type { Definition, FieldRef } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Drafts, Size } from '../internal/context.ts';
import { FormControl } from '../internal/form-control.ts';
import { languageOf } from '../internal/locale.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { namesOf } from '../widgets/names.ts';
import { messages, type Messages } from '../widgets/form.messages.ts';
import { fetchSupplies, NO_SUPPLIES, type Supplies } from './supplies.ts';

/** The properties of a form, and what it fetches where the page gave none. */
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
  /** The data source that was asked last. */
  protected fetched: DataSource | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
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
}
