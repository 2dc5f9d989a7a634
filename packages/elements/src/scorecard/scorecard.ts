import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Change } from '@jiceng/core/json/changes.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { withValueAt } from '@jiceng/core/json/pointer.js';
import type { FactReader } from '@jiceng/core/record/fact-reader.js';
import { itemsOf, type ItemNode, type ScoreTree } from '@jiceng/core/score/tree.js';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { periodWords } from '@jiceng/core/time/period-words.js';
import { baseStyles } from '../internal/base.styles.ts';
import { languageOf } from '../internal/locale.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { tokens } from '../internal/tokens.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { lampMarkStyles } from '../lamp/lamp.styles.ts';
import { makeCard, type Card } from './card-data.ts';
import { cardHtml, cardText } from './card-text.ts';
import { isLowered, type Entering, type EntryKey } from './entry-parts.ts';
import type { SourceRequest } from './explanation.ts';
import { dimensionSection, type Rows } from './item-row.ts';
import { messages } from './scorecard.messages.ts';
import styles from './scorecard.styles.ts';
import { summary } from './summary.ts';
import { WidthController } from './width-controller.ts';

/** Narrower than this, items are cards. */
const NARROW = 680;

/** What changes the view but not the points. */
const VIEW_STATE: ReadonlySet<PropertyKey> = new Set(['open', 'refused', 'disabled', 'readonly', 'reviewing']);

/**
 * A score card: dimensions with their items, every number with its explanation one click away, and the widgets for what
 * people enter. It stores nothing: each change is told by `jc-change`, and shown until the host sets a new `record`.
 *
 * @customElement jc-scorecard
 *
 * @fires {CustomEvent<{ changes: Change[] }>} jc-change - A person entered, changed or cleared a value.
 * @fires {CustomEvent<SourceRequest>} jc-source-open - A person asks for the records behind a number.
 * @fires {CustomEvent<{ pointer: string, files: File[] }>} jc-file-add - A person chose files; the host stores them and
 *   puts their ids at the pointer.
 *
 * @csspart base - The whole card.
 * @csspart summary - Total, band and what the next band needs.
 * @csspart band - The band.
 * @csspart veto - The box about vetoes.
 * @csspart dimension - One dimension.
 * @csspart item - One item.
 * @csspart source - A button that opens source records.
 * @csspart required - A line about what was required and done for a source.
 */
export class Scorecard extends LitElement {
  static override styles = [tokens, baseStyles, lampMarkStyles, styles];

  /** The definition, in the version that the record was filled in with. */
  @property({ attribute: false }) definition: Definition | undefined;
  /** The record; without one an empty card is filled in. */
  @property({ attribute: false }) record: StoredRecord | undefined;
  /** The record's organisation, which decides the items in force. */
  @property({ attribute: false }) organisation: Organisation | undefined;
  /** Reads facts; without it, items that need them are scored by hand. */
  @property({ attribute: false }) facts: FactReader | undefined;
  /** The present moment; default: the data source's, else the record's last change. */
  @property() now: string | undefined;
  /** Version of the definition in force, to tell that it is not the record's. */
  @property({ attribute: 'latest-version' }) latestVersion: string | undefined;
  /** Name of a stored file by its id; default: the id. */
  @property({ attribute: false }) fileName: (id: string) => string = (id) => id;
  /** Nothing can be entered. */
  @property({ type: Boolean, reflect: true }) readonly = false;
  /** A reviewer is at work: review scores instead of self-scores. */
  @property({ type: Boolean, reflect: true }) reviewing = false;
  /** Shown, but cannot be used now. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Data are on their way. */
  @property({ type: Boolean, reflect: true }) loading = false;
  /** Language tag; default: the provider's or the page's. */
  @property() locale: string | undefined;

  @state() private data: JsonObject = {};
  @state() private open: ReadonlySet<string> = new Set();
  @state() private refused: ReadonlyMap<string, { readonly typed: string; readonly problem: string }> = new Map();

  /** `value` was set after the record. */
  private given = false;
  private readonly surroundings = new SurroundingsController(this);
  private readonly width = new WidthController(this, NARROW);
  private readonly idPrefix = uniqueId('jc-scorecard');
  private card: Card | undefined;
  private failed = false;

  /** The score as it stands, with everything that led to it; `undefined` while there is none. */
  get result(): ScoreTree | undefined {
    return this.card?.tree;
  }

  /** The record's data with what was entered since. Setting it shows other data, and fires no event. */
  get value(): JsonObject {
    return this.data;
  }
  set value(value: JsonObject) {
    this.data = value;
    this.given = true;
  }

  /** Whether everything typed could be taken and every lowered score has its reason. */
  checkValidity(): boolean {
    return (
      this.refused.size === 0 &&
      (this.card === undefined ||
        itemsOf(this.card.tree).every((item) => !isLowered(item) || item.entry.deductReason.trim() !== ''))
    );
  }

  /** Computes and draws anew, after the host changed an object in place. */
  refresh(): void {
    this.compute();
    this.requestUpdate();
  }

  /** The card as plain lines, for read-aloud tools. */
  getPlainText(): string {
    return this.card ? cardText(this.card, messages(this.surroundings.locale)) : '';
  }

  /** The card as a self-contained table for printing tools. */
  getPrintHTML(): string {
    return this.card
      ? cardHtml(this.card, messages(this.surroundings.locale), this.organisation?.orgName ?? '', this.period)
      : '';
  }

  /** The record's period in words. */
  private get period(): string {
    const { periodCode } = this.record ?? {};
    return periodCode === undefined ? '' : periodWords(periodCode, languageOf(this.surroundings.locale));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('record')) {
      if (!this.given) this.data = (this.record?.data ?? {}) as JsonObject;
      this.refused = new Map();
    }
    this.given = false;
    const onlyView = changed.size > 0 && [...changed.keys()].every((key) => VIEW_STATE.has(key));
    if (!onlyView) this.compute();
  }

  private compute(): void {
    this.failed = false;
    this.card = undefined;
    if (!this.definition || this.loading) return;
    const { definition, record, data, organisation, facts } = this;
    const now = this.now ?? this.surroundings.value.dataSource?.now() ?? record?.audit.updatedAt ?? '1970-01-01';
    try {
      this.card = makeCard({ definition, record, data, organisation, facts, now, locale: this.surroundings.locale });
    } catch (error) {
      this.failed = true;
      console.error('Jiceng: <jc-scorecard>:', error);
    }
  }

  protected override render(): TemplateResult {
    const texts = messages(this.surroundings.locale);
    return html`<div class=${`base ${this.width.narrow ? 'narrow' : ''}`} part="base" lang=${this.surroundings.locale}
      aria-busy=${this.loading ? 'true' : 'false'}>${this.content(texts)}</div>`;
  }

  private content(texts: ReturnType<typeof messages>): TemplateResult {
    if (this.loading) return html`<p class="state" role="status">${texts.loading}</p>`;
    if (this.failed) return html`<p class="state error" role="alert">${texts.failed}</p>`;
    if (!this.definition) return html`<p class="state">${texts.empty}</p>`;
    const { card } = this;
    if (!card) return html`<p class="state">${texts.noScore}</p>`;
    const rows = this.rows(card, texts);
    const changed = this.changedSince(card, texts);
    const items = itemsOf(card.tree);
    const done = items.filter(({ waiting }) => !waiting).length;
    return html`
      <div class="head">
        <h3>${card.tree.score.title ?? card.compiled.definition.title}</h3>
        <p class="about">${[this.organisation?.orgName, this.period].filter(Boolean).join(' · ')}<span class="weak">${texts.progress(done, items.length)}</span></p>
      </div>
      ${changed === undefined ? nothing : html`<p class="frozen">${changed}</p>`}
      ${summary(rows)}
      ${card.tree.dimensions.map((node, at) => (node.items.length > 0 ? dimensionSection(node, at, rows) : nothing))}
    `;
  }

  /**
   * What has happened to the definition since the record was filled in; the card always follows the one it is given.
   */
  private changedSince({ compiled }: Card, texts: ReturnType<typeof messages>): string | undefined {
    const { record, latestVersion } = this;
    if (!record) return undefined;
    const { version } = compiled.definition;
    const { hash, version: filed } = record.definition;
    if (hash !== compiled.hash) return filed === version ? texts.edited(version) : texts.moved(filed, version);
    return latestVersion === undefined || latestVersion === filed ? undefined : texts.kept(filed, latestVersion);
  }

  private rows(card: Card, texts: ReturnType<typeof messages>): Rows {
    return {
      card,
      texts,
      prefix: this.idPrefix,
      mode: this.readonly ? 'read' : this.reviewing ? 'review' : 'fill',
      isOpen: (id) => this.open.has(id),
      toggle: (id) => this.toggle(id),
      openSource: (detail) => this.tell<SourceRequest>('jc-source-open', detail),
      entering: (node, id) => this.entering(node, id, card, texts),
    };
  }

  private entering(node: ItemNode, id: string, card: Card, texts: ReturnType<typeof messages>): Entering {
    const at = (key: EntryKey) => `${node.entryPointer ?? ''}/${key}`;
    return {
      texts,
      id,
      disabled: this.disabled,
      title: node.item.title,
      problem: (key) => this.refused.get(at(key))?.problem,
      typed: (key) => this.refused.get(at(key))?.typed,
      change: (key, value) => this.change(at(key), value),
      refuse: (key, typed, problem) => {
        this.refused = new Map(this.refused).set(at(key), { typed, problem });
      },
      evidence: this.open.has(`${id}-evidence`),
      showEvidence: () => this.showEvidence(id),
      addFiles: (files) => {
        if (files.length > 0) this.tell('jc-file-add', { pointer: at('attachments'), files });
      },
      fileName: (file) => this.fileName(file),
    };
  }

  private change(pointer: string, value: Json | undefined): void {
    const refused = new Map(this.refused);
    refused.delete(pointer);
    this.refused = refused;
    this.data = withValueAt(this.data, pointer, value) as JsonObject;
    this.compute(); // who hears of the change reads `result` at once
    this.tell<{ changes: readonly Change[] }>('jc-change', { changes: [{ pointer, value }] });
  }

  private showEvidence(id: string): void {
    this.open = new Set(this.open).add(`${id}-evidence`);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${id}-note`)?.focus());
  }

  /** Opens or closes an explanation; closing gives the focus back to its number. */
  private toggle(id: string): void {
    const open = new Set(this.open);
    if (!open.delete(id)) open.add(id);
    this.open = open;
    if (!open.has(id))
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${id}-button`)?.focus());
  }

  private tell<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true, composed: true }));
  }
}
