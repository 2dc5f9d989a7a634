import type { Refusal } from '@jiceng/core/engine/contract.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { editable } from '@jiceng/core/life/editable.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { GridModel } from '../grid/column.ts';
import { Grid } from '../grid/grid.ts';
import { badgeStyles } from '../grid/badge.styles.ts';
import { gridStyles } from '../grid/grid.styles.ts';
import { WidthController } from '../grid/width-controller.ts';
import { plainTable, plainTableHTML, plainTableText } from '../grid/plain-table.ts';
import { printInto } from '../grid/print-copy.ts';
import { baseStyles } from '../internal/base.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { lampMarkStyles } from '../lamp/lamp.styles.ts';
import { askStyles } from './ask.styles.ts';
import { recordDetail } from './detail.ts';
import { LargeWork } from './background.ts';
import { CellEdits } from './edits.ts';
import { ledgerGrid } from './grid-model.ts';
import { messages } from './ledger.messages.ts';
import styles from './ledger.styles.ts';
import { confirmed, MoveDraft, moveDialog, syncDialog } from './move-dialog.ts';
import { RecordElement } from './record-element.ts';
import { offersFor } from './offers.ts';
import { offersStyles } from './offers.styles.ts';
import { LedgerTable, NOTHING, type LedgerView, type LedgerWish } from './table.ts';
import { toolbar } from './toolbar.ts';
import { sortedBy, startingWish, withGroupToggled } from './wish.ts';
import type { CreateDetail, EditDetail, MoveDetail, OpenDetail } from './ledger.events.ts';

/** Own width below which rows are drawn as cards, and above which a record's detail stands beside the table. */
const NARROW = 560;
const WIDE = 1000;

/**
 * Records of one definition as a table: sorting, filters, groups, lamps, editing in place, the detail of a row and what may be done with it.
 *
 * @customElement jc-ledger
 *
 * @fires {CustomEvent<EditDetail>} jc-change - When the person has left a row whose cells they changed.
 * @fires {CustomEvent<MoveDetail>} jc-move - When a move is confirmed; the element itself moves nothing.
 * @fires {CustomEvent<CreateDetail>} jc-create - When a new record is asked for.
 * @fires {CustomEvent<OpenDetail>} jc-row-open - When a row is opened; `preventDefault()` keeps its detail closed, for hosts that show the record elsewhere.
 * @fires {CustomEvent<OpenDetail>} jc-record-open - When a linked record is asked for.
 *
 * @csspart base - Everything.
 * @csspart grid - The scrolled table.
 * @csspart detail - The detail of the open row.
 * @cssproperty [--jc-grid-max-height=560px] - Height from which the table scrolls.
 */
export class Ledger extends RecordElement {
  static override styles = [tokens, baseStyles, lampMarkStyles, gridStyles, badgeStyles, offersStyles, askStyles, styles];

  /** The records; `undefined` while they are being read. */
  @property({ attribute: false }) records?: readonly StoredRecord[];
  /** Heading in place of the definition's. */
  @property() heading?: string;
  @state() private wish: LedgerWish = NOTHING;
  @state() private openId: string | undefined;
  @state() private filtersOpen = false;
  @state() private plain = false;
  @state() private draft: MoveDraft | undefined;
  @state() private said = '';
  @state() private refusals: ReadonlyMap<string, readonly Problem[]> = new Map();
  @query('.grid-frame') private frame!: HTMLElement | null;
  @query('.plain-place') private plainPlace!: HTMLElement | null;
  @query('.print-copy') private printPlace!: HTMLElement | null;
  @query('.move-dialog') private dialog!: HTMLDialogElement | null;

  private readonly idPrefix = uniqueId('jc-ledger');
  private readonly edits = new CellEdits();
  private readonly box = new WidthController(this, [NARROW, WIDE]);
  private grid: Grid | undefined;
  private gridIn: HTMLElement | undefined;
  private table: LedgerTable | undefined;
  private view: LedgerView | undefined;
  private model: GridModel | undefined;
  private stopPrint: (() => void) | undefined;
  private wasFiltered = false;
  private readonly work = new LargeWork();

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.requestUpdate();
    this.grid?.reconnected();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopPrint = void this.stopPrint?.();
  }

  /** Reads the records anew after they were changed in place. */
  refresh(): void {
    this.table = undefined;
    this.requestUpdate();
  }

  private askOpen({ id, definition }: StoredRecord): void {
    const detail: OpenDetail = { recordId: id, definitionId: definition.id };
    const goesOn = this.dispatchEvent(new CustomEvent('jc-row-open', { detail, bubbles: true, composed: true, cancelable: true }));
    if (goesOn) this.openRecord(id);
  }

  /** Opens the detail of a record. */
  openRecord(recordId: string): void {
    this.openId = recordId;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.detail')?.focus());
  }

  /** Shows why the store refused a command for a record: in the open dialog, at the cells, or in the detail. */
  showRefusal(recordId: string, refusal: Refusal): void {
    const text = messages(this.surroundings.locale);
    const problems = this.problemsOf(refusal, text.conflict);
    if (this.draft?.record.id === recordId) this.draft.problems = problems;
    else this.refusals = new Map(this.refusals).set(recordId, problems);
    this.edits.refuse(recordId, problems);
    this.said = `${text.refused}${problems.map(({ reason }) => this.say(reason)).join(text.marks.space)}`;
    this.requestUpdate();
  }

  /** All rows as text, for read-aloud tools. */
  getPlainText(): string {
    return this.model ? plainTableText(this.model, messages(this.surroundings.locale).marks.comma) : '';
  }

  /** All rows as HTML that needs no style sheet, for print tools that copy markup. */
  getPrintHTML(): string {
    const model = this.printModel();
    return model ? plainTableHTML(model) : '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const around = this.look();
    const { sight, records } = this;
    if (!sight || !Array.isArray(records)) {
      if (typeof records === 'string') console.warn(messages(this.surroundings.locale).notArray);
      this.table = undefined;
      return;
    }
    if (changed.has('definition')) {
      this.wish = startingWish(sight.compiled.definition);
      if (changed.get('definition') !== undefined) this.openId = this.draft = undefined;
    }
    if (around || this.table === undefined || changed.has('records')) {
      this.warnOfNumbers(this.records!, messages(this.surroundings.locale).unsafeId);
      this.edits.settle(this.records!);
      this.settleDraft(this.records!);
      this.table = new LedgerTable(this.records!, sight, this.table);
      this.view = undefined;
    }
    if (this.view === undefined || (changed as Map<string, unknown>).has('wish')) this.view = this.table.view(this.wish);
    const { table } = this;
    this.work.count(table, () => this.table === table, () => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const text = messages(this.surroundings.locale);
    const { sight, table, view } = this;
    const obstacle = this.obstacle(text);
    if (obstacle) return obstacle;
    if (!table || !sight || !view) return this.message(html`<span role="status">${text.loading}</span>`);
    const add = this.readonly || !sight.person ? undefined : () => this.emit<CreateDetail>('jc-create', { definitionId: sight.compiled.definition.id });
    const opened = this.openId === undefined ? undefined : table.records.find(({ id }) => id === this.openId);
    return html`<div class="base" part="base">
      <div class="head"><h2>${this.headingText()}</h2><span class="amount">${view.rows.length === table.records.length ? text.total(table.records.length) : text.shown(view.rows.length, table.records.length)}</span></div>
      ${toolbar({
        sight, table, wish: this.wish, prefix: this.idPrefix, filtersOpen: this.filtersOpen, plain: this.plain, narrow: this.box.isBelow(NARROW), add,
        change: (wish) => this.ask(wish), search: (text) => this.work.search(this.table, () => this.ask({ search: text })), sort: (column) => this.sort(column),
        toggleFilters: () => { this.filtersOpen = !this.filtersOpen; }, togglePlain: () => { this.grid?.commit(); this.plain = !this.plain; },
      })}
      <div class="layout ${opened && this.box.width >= WIDE ? 'wide' : ''}">
        <div class="main">
          <div class="grid-frame ${this.box.isBelow(NARROW) ? 'cards' : ''}" ?hidden=${this.plain || view.rows.length === 0} @focusout=${this.focusLeft}></div>
          <div class="plain-place" ?hidden=${!this.plain || view.rows.length === 0}></div>
          ${view.rows.length === 0 ? html`<div class="message">${table.records.length > 0 ? html`${text.emptyFiltered}<br><button type="button" class="button" @click=${() => this.ask({ search: '', counters: new Set(), filters: new Map() })}>${text.clear}</button>` : html`${text.empty}${add ? text.emptyAdd : ''}`}</div>` : nothing}
        </div>
        ${opened ? recordDetail({
          record: opened, title: table.titleOf(opened), sight, offers: this.readonly ? [] : offersFor(sight, opened, table.records), readonly: this.readonly, prefix: this.idPrefix,
          refusal: this.refusal(text.refused, this.refusals.get(opened.id)?.map(({ reason }) => reason)), move: (offer) => { this.draft = new MoveDraft(opened, offer); },
          openLink: ({ recordId, definitionId }) => this.emit<OpenDetail>('jc-record-open', { recordId, definitionId }), close: () => this.closeDetail(),
        }) : nothing}
      </div>
      ${moveDialog(this.draft, { sight, prefix: `${this.idPrefix}-move`, changed: () => this.requestUpdate(), confirm: () => this.confirmMove(), close: () => { this.draft = undefined; } })}
      <div class="visually-hidden" role="status">${this.said}</div>
      <div class="print-copy"></div>
    </div>`;
  }

  protected override updated(): void {
    const { frame, table, view, sight } = this;
    if (frame && frame !== this.gridIn) {
      this.grid?.dispose();
      this.gridIn = frame;
      this.grid = new Grid(frame, { required: messages(this.surroundings.locale).required, cell: (column, line) => messages(this.surroundings.locale).cell(column, line) }, {
        sort: ({ id }) => this.sort(id),
        toggle: (group) => { const key = this.view?.groups[group]?.key; if (key !== undefined) this.wish = withGroupToggled(this.wish, key); },
        active: (row) => this.flush(row === undefined ? undefined : this.table?.records[row]?.id),
      });
    }
    if (frame && table && view && sight && this.grid) {
      const cards = this.box.isBelow(NARROW);
      // Among cards there are no headings to open folded groups with.
      this.model = this.modelFor(cards && this.wish.folded.size > 0 ? table.view({ ...this.wish, folded: new Set() }) : view, cards);
      this.grid.show(this.model);
      if (this.printPlace) this.stopPrint ??= printInto(this.printPlace, () => this.printModel()!);
    }
    if (this.plainPlace && this.model) {
      while (this.plainPlace.firstChild) this.plainPlace.firstChild.remove();
      if (this.plain) this.plainPlace.append(plainTable(this.printModel()!));
    }
    syncDialog(this.dialog, this.draft !== undefined);
  }

  // — parts —

  private headingText(): string {
    return this.heading ?? this.sight!.heading;
  }

  private modelFor(view: LedgerView, cards: boolean): GridModel {
    const sight = this.sight!;
    return ledgerGrid({
      table: this.table!, view, wish: this.wish, sight, edits: this.edits, label: this.headingText(), openId: this.openId,
      open: (record) => this.askOpen(record),
      canEdit: (record, pointer) => !this.readonly && sight.person !== undefined && editable(sight.compiled, record, sight.person, pointer, sight, sight.now.slice(0, 10), { orgId: sight.actorOrgId }).allowed,
      edited: () => this.requestUpdate(),
    }, cards);
  }

  /** Everything that passed the filters, with all groups open and as a table whatever the width. */
  private printModel(): GridModel | undefined {
    return this.table && this.sight ? this.modelFor(this.table.view({ ...this.wish, folded: new Set() }), false) : undefined;
  }

  // — what happens —

  private ask(wish: Partial<LedgerWish>): void {
    this.wish = { ...this.wish, ...wish };
    void this.updateComplete.then(() => {
      if (!this.view || !this.table) return;
      const [some, all] = [this.view.rows.length, this.table.records.length];
      this.said = some === all && !this.wasFiltered ? '' : messages(this.surroundings.locale).shown(some, all);
      this.wasFiltered = some !== all;
    });
  }

  private sort(id: string): void {
    const text = messages(this.surroundings.locale);
    this.wish = sortedBy(this.wish, id);
    const [first] = this.wish.sort;
    this.said = first ? text.sorted(this.table?.column(id)?.title ?? '', first.descending) : text.unsortedDone;
  }

  private closeDetail(): void {
    const id = this.openId;
    this.openId = undefined;
    void this.updateComplete.then(() => { const position = id === undefined ? undefined : this.grid?.positionOf(id); if (position) this.grid?.goTo(position); });
  }

  private confirmMove(): void {
    const { draft } = this;
    if (!draft) return;
    const detail = confirmed(draft, this.dialog);
    this.requestUpdate();
    if (detail) this.emit<MoveDetail>('jc-move', detail);
  }

  /** The dialog closes when the store has answered with a new revision. */
  private settleDraft(records: readonly StoredRecord[]): void {
    const { draft } = this;
    const stored = draft && records.find(({ id }) => id === draft.record.id);
    if (draft && stored?.revision !== draft.record.revision) {
      const text = messages(this.surroundings.locale);
      const outcome = stored && draft.follow(stored);
      if (outcome === 'gone') draft.problems = this.problemsOf({ code: 'conflict', problems: [] }, text.conflict);
      else if (outcome !== 'kept') this.draft = undefined;
      if (outcome === 'made') this.said = text.doneMove(draft.offer.move.title);
    }
    if (this.refusals.size > 0) this.refusals = new Map([...this.refusals].filter(([id]) => this.edits.recordIds.includes(id)));
  }

  /** Hands over the changed cells of every row but the one where the person is. */
  private flush(stayId: string | undefined): void {
    for (const id of this.edits.recordIds) {
      const taken = id === stayId ? undefined : this.edits.take(id);
      if (taken) this.emit<EditDetail>('jc-change', { recordId: id, ...taken });
    }
  }

  private focusLeft(event: FocusEvent): void {
    if (!(event.relatedTarget instanceof Node && this.frame?.contains(event.relatedTarget))) setTimeout(() => { if (!this.frame?.contains(this.shadowRoot?.activeElement ?? null)) this.flush(undefined); }, 0);
  }
}
