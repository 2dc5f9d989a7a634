import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { translated } from '@jiceng/core/definition/translated.js';
import type { Change } from '@jiceng/core/json/changes.js';
import type { Definition, FieldRef } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { withValueAt } from '@jiceng/core/json/pointer.js';
import { baseStyles } from '../internal/base.styles.ts';
import { cssVars } from '../internal/css-vars.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { tokens } from '../internal/tokens.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { WidthController } from '../scorecard/width-controller.ts';
import { listHtml, listText } from './check-text.ts';
import { checkGroups, isUnmet, type CheckGroup, type CheckItem } from './check-model.ts';
import { checkRow, type CheckTools } from './check-row.ts';
import { messages, type ChecklistTexts } from './checklist.messages.ts';
import styles from './checklist.styles.ts';

type Filter = 'all' | 'open' | 'unmet';

/** Narrower than this, the answers stand below the words. */
const NARROW = 560;

/**
 * A list of checks with yes or no, a note and optional evidence: the yes-or-no items of a score, or the yes-or-no
 * fields of a view. It stores nothing: each change is told by `jc-change`, and shown until the host sets a new
 * `record`.
 *
 * @customElement jc-checklist
 *
 * @fires {CustomEvent<{ changes: Change[] }>} jc-change - A person answered, or changed a note or the files.
 * @fires {CustomEvent<{ factId: null, by: null, offset: number, recordIds: string[] }>} jc-source-open - A person asks
 *   for the record to which an item was handed over.
 * @fires {CustomEvent<{ pointer: string, files: File[] }>} jc-file-add - A person chose files; the host stores them and
 *   puts their ids at the pointer.
 *
 * @csspart base - The whole list.
 * @csspart item - One check.
 * @csspart source - A button that opens the record of a hand-over.
 */
export class Checklist extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /** The definition, in the version that the record was filled in with. */
  @property({ attribute: false }) definition: Definition | undefined;
  /** The record; without one an empty list is filled in. */
  @property({ attribute: false }) record: StoredRecord | undefined;
  /** The record's organisation, which decides the items in force. */
  @property({ attribute: false }) organisation: Organisation | undefined;
  /** Goes through these fields only, under no heading. */
  @property({ attribute: false }) fields: readonly FieldRef[] | undefined;
  /** Without progress and filters, for use inside other parts. */
  @property({ type: Boolean }) bare = false;
  /** Name of a stored file by its id; default: the id. */
  @property({ attribute: false }) fileName: (id: string) => string = (id) => id;
  /** Nothing can be answered. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** Shown, but cannot be used now. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Data are on their way. */
  @property({ type: Boolean, reflect: true }) loading = false;
  /** Language tag; default: the provider's or the page's. */
  @property() locale: string | undefined;

  @state() private data: JsonObject = {};
  @state() private filter: Filter = 'all';
  /**
   * Ids in the order in which unmet items came first; `null`: the definition's order. Fixed when asked for, so that
   * nothing moves while answering.
   */
  @state() private order: readonly string[] | null = null;
  /** Ids that the filter lets through; fixed when it is set, for the same reason. */
  @state() private shown: ReadonlySet<string> | null = null;
  @state() private noted: ReadonlySet<string> = new Set();

  /** `value` was set after the record. */
  private given = false;
  private readonly surroundings = new SurroundingsController(this);
  private readonly width = new WidthController(this, NARROW);
  private readonly idPrefix = uniqueId('jc-checklist');

  /** The record's data with what was answered since. Setting it shows other data, and fires no event. */
  get value(): JsonObject {
    return this.data;
  }
  set value(value: JsonObject) {
    this.data = value;
    this.given = true;
  }

  /** Draws anew, after the host changed an object in place. */
  refresh(): void {
    this.requestUpdate();
  }

  /** The list as plain lines, for read-aloud tools. */
  getPlainText(): string {
    const texts = messages(this.surroundings.locale);
    return listText(this.readable(), texts);
  }

  /** The list as a self-contained table for printing tools. */
  getPrintHTML(): string {
    return listHtml(
      this.readable(),
      this.definition ? translated(this.definition, this.surroundings.locale).title : '',
      this.fileName,
      messages(this.surroundings.locale),
    );
  }

  /** The groups; none while the definition is missing or faulty. */
  private readable(): readonly CheckGroup[] {
    try {
      return this.loading ? [] : this.groups();
    } catch {
      return [];
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('record') && !this.given) this.data = (this.record?.data ?? {}) as JsonObject;
    this.given = false;
    if (changed.has('record') || changed.has('definition')) [this.filter, this.shown, this.order] = ['all', null, null];
  }

  protected override render(): TemplateResult {
    const texts = messages(this.surroundings.locale);
    return html`<div class=${`base ${this.width.narrow ? 'narrow' : ''}`} part="base" lang=${this.surroundings.locale}
      aria-busy=${this.loading ? 'true' : 'false'}>${this.content(texts)}</div>`;
  }

  private groups(): readonly CheckGroup[] {
    const { definition, record, data, organisation, fields } = this;
    return definition
      ? checkGroups({ definition, record, data, organisation, fields, locale: this.surroundings.locale })
      : [];
  }

  private content(texts: ChecklistTexts): TemplateResult {
    if (this.loading) return html`<p class="state" role="status">${texts.loading}</p>`;
    if (!this.definition) return html`<p class="state">${texts.empty}</p>`;
    let groups: readonly CheckGroup[];
    try {
      groups = this.groups();
    } catch (error) {
      console.error('Jiceng: <jc-checklist>:', error);
      return html`<p class="state error" role="alert">${texts.failed}</p>`;
    }
    const all = groups.flatMap(({ items }) => items);
    if (all.length === 0) return html`<p class="state">${texts.noItems}</p>`;
    const tools = this.tools(texts);
    const numbers = new Map(all.map((item, at) => [item.id, at + 1]));
    const visible = this.arranged(groups);
    return html`
      ${this.bare ? nothing : this.head(all, texts)}
      ${
        visible.length === 0
          ? html`<p class="state">${texts.none}</p>`
          : visible.map(
              ({ title, items }) => html`
        <section class="group" role="group" aria-label=${title === '' ? nothing : title}>
          ${title === '' ? nothing : html`<h3>${title}</h3>`}
          <ul>${items.map((item) => checkRow(item, numbers.get(item.id) ?? 0, `${this.idPrefix}-${numbers.get(item.id)}`, tools))}</ul>
        </section>`,
            )
      }
    `;
  }

  private head(all: readonly CheckItem[], texts: ChecklistTexts): TemplateResult {
    const done = all.filter(({ value }) => value !== null).length;
    const unmet = all.filter(isUnmet).length;
    const count: Readonly<Record<Filter, number>> = { all: all.length, open: all.length - done, unmet };
    return html`<div class="head">
      <p class="progress" role="status"><b>${texts.progress(done, all.length)}</b><span class=${unmet > 0 ? 'bad-text' : 'weak'}>${unmet > 0 ? texts.unmetCount(unmet) : done === all.length ? texts.allMet : ''}</span></p>
      <span class="bar" aria-hidden="true"><span class="fill" ${cssVars({ '--_share': `${(done / all.length) * 100}%` })}></span></span>
      <div class="tools no-print" role="group" aria-label=${texts.filter}>
        ${(['all', 'open', 'unmet'] as const).map(
          (name) => html`<button type="button" class="button filter"
          aria-pressed=${this.filter === name ? 'true' : 'false'}
          @click=${() => this.setFilter(name, all)}>${texts[name]} ${count[name]}</button>`,
        )}
        <label class="first"><input type="checkbox" .checked=${this.order !== null}
          @change=${() => this.toggleOrder(all)} /><span>${texts.unmetFirst}</span></label>
      </div>
    </div>`;
  }

  /** The groups after filter and order; with unmet items first, they stand in one group without a heading. */
  private arranged(groups: readonly CheckGroup[]): CheckGroup[] {
    const passes = ({ id }: CheckItem) => this.shown === null || this.shown.has(id);
    if (this.order === null)
      return groups
        .map(({ title, items }) => ({ title, items: items.filter(passes) }))
        .filter(({ items }) => items.length > 0);
    const places = new Map(this.order.map((id, at) => [id, at]));
    const items = groups
      .flatMap((group) => group.items)
      .filter(passes)
      .sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
    return items.length > 0 ? [{ title: '', items }] : [];
  }

  private setFilter(filter: Filter, all: readonly CheckItem[]): void {
    this.filter = filter;
    this.shown =
      filter === 'all'
        ? null
        : new Set(all.filter((item) => (filter === 'unmet' ? isUnmet(item) : item.value === null)).map(({ id }) => id));
  }

  private toggleOrder(all: readonly CheckItem[]): void {
    const rank = (item: CheckItem) => (isUnmet(item) ? 0 : item.value === null ? 1 : 2);
    this.order = this.order === null ? [...all].sort((a, b) => rank(a) - rank(b)).map(({ id }) => id) : null;
  }

  private tools(texts: ChecklistTexts): CheckTools {
    return {
      texts,
      readonly: this.readonly,
      disabled: this.disabled,
      hasNote: (id) => this.noted.has(id),
      showNote: (item) => this.showNote(item),
      change: (pointer, value) => this.change(pointer, value),
      addFiles: (pointer, files) => {
        if (files.length > 0) this.tell('jc-file-add', { pointer, files });
      },
      openRecord: (recordId) =>
        this.tell('jc-source-open', { factId: null, by: null, offset: 0, recordIds: [recordId] }),
      fileName: (id) => this.fileName(id),
    };
  }

  private showNote({ id }: CheckItem): void {
    this.noted = new Set(this.noted).add(id);
    const row = (this.renderRoot as ShadowRoot).activeElement?.closest('li');
    void this.updateComplete.then(() => row?.querySelector('textarea')?.focus());
  }

  private change(pointer: string, value: Json | undefined): void {
    this.data = withValueAt(this.data, pointer, value) as JsonObject;
    this.tell<{ changes: readonly Change[] }>('jc-change', { changes: [{ pointer, value }] });
  }

  private tell<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true, composed: true }));
  }
}
