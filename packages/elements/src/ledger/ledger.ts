import type { Refusal } from '@jiceng/core/engine/contract.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { CellBlock, GridModel } from '../grid/column.ts';
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
import { askStyles } from '../record/ask.styles.ts';
import { offersStyles } from '../record/offers.styles.ts';
import type { CreateDetail, OpenDetail } from '../record/record.events.ts';
import { recordMessages } from '../record/record.messages.ts';
import { syncDialog } from '../record/sync-dialog.ts';
import { unableList } from '../record/unable.ts';
import { LedgerBase } from './ledger-base.ts';
import { messages } from './ledger.messages.ts';
import styles from './ledger.styles.ts';
import { ledgerGrid } from './table/grid-model.ts';
import type { LedgerView } from './table/table.ts';
import { toolbar } from './table/toolbar.ts';
import { pickCell } from './editing/references.ts';
import { pickedWords } from './editing/picked-words.ts';
import { workMessages } from './editing/work.messages.ts';

/** Own width below which rows are drawn as cards, and above which a record's detail stands beside the table. */
const NARROW = 560;
const WIDE = 1000;

/**
 * Records of one definition as a table: sorting, filters, groups, lamps, editing in place, the detail of a row and what
 * may be done with it.
 *
 * @customElement jc-ledger
 *
 * @fires {CustomEvent<EditDetail>} jc-change - When the person has left a row whose cells they changed.
 * @fires {CustomEvent<MoveDetail>} jc-move - When a move is confirmed; the element itself moves nothing.
 * @fires {CustomEvent<CreateDetail>} jc-create - When a new record is asked for.
 * @fires {CustomEvent<OpenDetail>} jc-row-open - When a row is opened; `preventDefault()` keeps its detail closed, for
 *   hosts that show the record elsewhere.
 * @fires {CustomEvent<OpenDetail>} jc-record-open - When a linked record is asked for.
 *
 * @csspart base - Everything.
 * @csspart grid - The scrolled table.
 * @csspart detail - The detail of the open row.
 * @cssproperty [--jc-grid-max-height=560px] - Height from which the table scrolls.
 */
export class Ledger extends LedgerBase {
  static override styles = [
    tokens,
    baseStyles,
    lampMarkStyles,
    gridStyles,
    badgeStyles,
    offersStyles,
    askStyles,
    styles,
  ];

  /** Heading in place of the definition's. */
  @property() heading?: string;
  @state() private filtersOpen = false;
  @state() private plain = false;
  @query('.grid-frame') private frame!: HTMLElement | null;
  @query('.plain-place') private plainPlace!: HTMLElement | null;
  @query('.print-copy') private printPlace!: HTMLElement | null;
  @query('.move-dialog') protected movePlace!: HTMLDialogElement | null;
  @query('.work-dialog') private workPlace!: HTMLDialogElement | null;

  private readonly idPrefix = uniqueId('jc-ledger');
  private readonly box = new WidthController(this, [NARROW, WIDE]);
  private gridIn: HTMLElement | undefined;
  private model: GridModel | undefined;
  private stopPrint: (() => void) | undefined;
  private picked: CellBlock | undefined;

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

  private askOpen({ id, definition }: StoredRecord): void {
    const detail: OpenDetail = { recordId: id, definitionId: definition.id };
    const goesOn = this.dispatchEvent(
      new CustomEvent('jc-row-open', { detail, bubbles: true, composed: true, cancelable: true }),
    );
    if (goesOn) void this.openRecord(id);
  }

  /** Opens the detail of a record; done when it stands there and has the focus. */
  async openRecord(recordId: string): Promise<void> {
    this.openId = recordId;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.detail')?.focus();
  }

  /** Shows why the store refused a command for a record: in the open dialog, at the cells, or in the detail. */
  showRefusal(recordId: string, refusal: Refusal): void {
    const text = recordMessages(this.surroundings.locale);
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

  /** Loads filters, details and dialogs when one is first wanted. */
  private loadParts(): void {
    this.loading ??= import('./editing/parts.ts')
      .then(
        (parts) => {
          this.parts = parts;
        },
        (reason: unknown) => {
          console.warn(reason);
          this.partsFailed = true;
        },
      )
      .then(() => {
        this.loading = undefined;
      });
  }

  /** Says what could not be read, with a button that tries again. */
  private failed(said: string, tryAgain: () => void): TemplateResult {
    return html`<div class="refusal" role="alert">${said} <button type="button" class="button" @click=${tryAgain}>${workMessages(this.surroundings.locale).again}</button></div>`;
  }

  protected override render(): TemplateResult {
    const { parts } = this;
    const lacksParts =
      !parts &&
      (this.filtersOpen || this.openId !== undefined || this.work.draft !== undefined || this.work.isChecking);
    if (lacksParts && !this.partsFailed) this.loadParts();
    const text = messages(this.surroundings.locale);
    const { sight, table, view } = this;
    const obstacle = this.obstacle(text);
    if (obstacle) return obstacle;
    const works = workMessages(this.surroundings.locale);
    const unread = this.paged?.failed
      ? this.failed(works.sourceFailed, () => {
          this.paged?.again();
          this.requestUpdate();
        })
      : nothing;
    if ((!table || !sight || !view) && this.paged?.failed) return this.message(html`${unread}`);
    if (!table || !sight || !view) return this.message(html`<span role="status">${text.loading}</span>`);
    const mayWork = !this.readonly && sight.person !== undefined;
    const ticked = this.work.ticked;
    const elsewhere = [...this.refusals]
      .filter(([id]) => id !== this.openId)
      .flatMap(([id, problems]) => {
        const record = this.work.desk.record(id);
        return record ? { record, reasons: problems.map(({ reason }) => this.say(reason)) } : [];
      });
    const add = !mayWork
      ? undefined
      : () => this.emit<CreateDetail>('jc-create', { definitionId: sight.compiled.definition.id });
    const opened = this.openId === undefined || !parts ? undefined : table.loaded.find(({ id }) => id === this.openId);
    return html`<div class="base" part="base">
      <div class="head"><h2>${this.headingText()}</h2><span class="amount">${table.countOf(view) === table.all ? text.total(table.all) : text.shown(table.countOf(view), table.all)}</span></div>
      ${toolbar({
        sight,
        table,
        wish: this.wish,
        prefix: this.idPrefix,
        filtersOpen: this.filtersOpen,
        filterOf: parts?.filterOf,
        plain: this.plain,
        narrow: this.box.isBelow(NARROW),
        add,
        change: (wish) => this.ask(wish),
        search: (text) => this.large.search(this.table, () => this.ask({ search: text })),
        sort: (column) => this.sort(column),
        group: (level, column) => this.group(level, column),
        foldAll: (open) => this.foldAll(open),
        undo: mayWork ? { can: this.work.desk.canUndo, act: () => this.work.step('undo') } : undefined,
        redo: mayWork ? { can: this.work.desk.canRedo, act: () => this.work.step('redo') } : undefined,
        checking: mayWork ? { can: this.work.isChecking, act: () => this.work.toggleChecking() } : undefined,
        columns: () => this.work.openColumns(),
        restart: this.work.wanted.isOwn ? () => this.work.wanted.restart() : undefined,
        toggleFilters: () => {
          this.filtersOpen = !this.filtersOpen;
        },
        togglePlain: () => {
          this.grid?.commit();
          this.plain = !this.plain;
        },
      })}
      ${parts && this.work.isChecking && mayWork ? parts.bulkBar({ sight, prefix: this.idPrefix, count: ticked.length, isTooMany: this.work.isTooMany, moves: this.work.moves(parts), columns: ticked.length > 0 && !this.work.isTooMany ? this.work.editable() : [], move: (move) => this.openBulkMove(move), edit: (column) => this.work.editTicked(column), uncheck: () => this.work.check(new Set()) }) : nothing}
      ${unread}
      ${
        lacksParts && this.partsFailed
          ? this.failed(works.partsFailed, () => {
              this.partsFailed = false;
            })
          : nothing
      }
      ${unableList(elsewhere, works.notMoved(elsewhere.length), (record) => table.titleOf(record))}
      <div class="layout ${opened && this.box.width >= WIDE ? 'wide' : ''}">
        <div class="main">
          <div class="grid-frame ${this.box.isBelow(NARROW) ? 'cards' : ''}"
            ?hidden=${this.plain || view.lines.length === 0} @focusout=${this.focusLeft}></div>
          <div class="plain-place" ?hidden=${!this.plain || view.lines.length === 0}></div>
          ${
            view.lines.length === 0
              ? html`<div class="message">${
                  table.all > 0
                    ? html`${text.emptyFiltered}<br><button type="button"
            class="button" @click=${() => this.ask({ search: '', counters: new Set(), filters: new Map() })}>${text.clear}</button>`
                    : html`${text.empty}${add ? text.emptyAdd(text.add(sight.compiled.definition.title)) : ''}`
                }</div>`
              : nothing
          }
          <div class="status-line no-print" ?hidden=${this.plain || view.lines.length === 0}>${this.picked ? pickedWords(this.picked, table, sight) : ''}</div>
        </div>
        ${
          parts && opened
            ? parts.recordDetail({
                record: opened,
                title: table.titleOf(opened),
                sight,
                offers: this.readonly ? [] : parts.offersFor(sight, opened, table.loaded),
                readonly: this.readonly,
                prefix: this.idPrefix,
                refusal: this.refusal(
                  recordMessages(sight.locale).refused,
                  this.refusals.get(opened.id)?.map(({ reason }) => reason),
                ),
                move: (offer) => {
                  this.draft = new parts.MoveDraft(opened, offer);
                },
                openLink: ({ recordId, definitionId }) =>
                  this.emit<OpenDetail>('jc-record-open', { recordId, definitionId }),
                close: () => this.closeDetail(),
              })
            : nothing
        }
      </div>
      ${
        parts?.moveDialog(this.draft, {
          sight,
          prefix: `${this.idPrefix}-move`,
          titleOf: (record) => table.titleOf(record),
          changed: () => this.requestUpdate(),
          confirm: () => this.confirmMove(),
          close: () => {
            this.draft = undefined;
          },
        }) ?? nothing
      }
      ${
        parts?.workDialog(this.work.draft, {
          sight,
          prefix: `${this.idPrefix}-work`,
          wanted: this.work.wanted,
          titleOf: (record) => table.titleOf(record),
          take: (column, on) => this.work.take(column, on),
          answer: (column, name, id) => this.work.answer(column, name, id),
          confirm: (form) => this.work.confirm(form),
          close: () => this.work.close(),
        }) ?? nothing
      }
      <div class="visually-hidden" role="status">${this.said}</div>
      <div class="print-copy"></div>
    </div>`;
  }

  protected override updated(): void {
    const { frame, table, view, sight } = this;
    if (frame && frame !== this.gridIn) {
      this.grid?.dispose();
      this.gridIn = frame;
      this.grid = new Grid(
        frame,
        {
          required: messages(this.surroundings.locale).required,
          cell: (column, line) => messages(this.surroundings.locale).cell(column, line),
        },
        {
          sort: ({ id }, more) => this.sort(id, more),
          resize: ({ id }, width, done) => this.work.wanted.resize(id, width, done),
          move: (column, to) => this.work.wanted.move(column.id, to.id),
          paste: (target, block) =>
            this.sight?.person !== undefined && !this.readonly && this.work.paste(target, block),
          write: (cells) => this.work.write(cells),
          undo: () => this.work.step('undo'),
          redo: () => this.work.step('redo'),
          copied: (rows, columns) => {
            this.said = workMessages(this.surroundings.locale).copied(rows, columns);
          },
          picked: (block) => {
            this.picked = block;
            this.requestUpdate();
          },
          toggle: (group) => this.toggleGroup(group),
          active: (row) => this.flush(row === undefined ? undefined : this.table?.records[row]?.id),
        },
      );
    }
    if (frame && table && view && sight && this.grid) {
      const cards = this.box.isBelow(NARROW);
      // Among cards there are no headings to open folded groups with.
      this.model = this.modelFor(
        cards && this.wish.folded.size > 0 ? table.view({ ...this.wish, folded: new Set() }) : view,
        cards,
      );
      this.grid.show(this.model);
      if (this.printPlace) this.stopPrint ??= printInto(this.printPlace, () => this.printModel()!, true);
    }
    if (this.plainPlace && this.model) {
      while (this.plainPlace.firstChild) this.plainPlace.firstChild.remove();
      if (this.plain) this.plainPlace.append(plainTable(this.printModel()!));
    }
    const wasOpen = [this.movePlace, this.workPlace].some((dialog) => dialog?.open);
    syncDialog(this.movePlace, this.draft !== undefined);
    syncDialog(this.workPlace, this.work.draft !== undefined);
    if (wasOpen && !this.movePlace?.open && !this.workPlace?.open) this.comeBack();
  }

  // — parts —

  private headingText(): string {
    return this.heading ?? this.sight!.heading;
  }

  private modelFor(view: LedgerView, cards: boolean): GridModel {
    const sight = this.sight!;
    return ledgerGrid(
      {
        table: this.table!,
        view,
        wish: this.wish,
        sight,
        edits: this.edits,
        label: this.headingText(),
        openId: this.openId,
        layout: this.work.wanted.layout,
        ...(this.work.isChecking && !cards && !this.plain ? { checks: this.work.checks() } : {}),
        open: (record) => this.askOpen(record),
        canEdit: (record, pointer) => this.obstacleTo(record, pointer) === undefined,
        edit: (record, column, typed) => this.work.type(record, column, typed),
        pick: (record, column, reference, anchor, now) =>
          pickCell(reference, anchor, column.title, sight, { ...now, orgId: record.orgId }, (id) =>
            this.work.type(record, column, id),
          ),
      },
      cards,
    );
  }

  /** Everything that passed the filters, with all groups open and as a table whatever the width. */
  private printModel(): GridModel | undefined {
    return this.table && this.sight
      ? this.modelFor(this.table.view({ ...this.wish, folded: new Set() }), false)
      : undefined;
  }

  // — what happens —

  /**
   * After a dialog: the browser gives the focus back to where it was, unless that is no more, as the control over a
   * cell.
   */
  private comeBack(): void {
    if (this.shadowRoot?.activeElement) return;
    const detail = this.renderRoot.querySelector<HTMLElement>('.detail');
    if (detail) detail.focus();
    else this.grid?.resume();
  }

  private closeDetail(): void {
    const id = this.openId;
    this.openId = undefined;
    void this.updateComplete.then(() => {
      const position = id === undefined ? undefined : this.grid?.positionOf(id);
      if (position) this.grid?.goTo(position);
    });
  }

  private focusLeft(event: FocusEvent): void {
    if (!(event.relatedTarget instanceof Node && this.frame?.contains(event.relatedTarget)))
      setTimeout(() => {
        if (!this.frame?.contains(this.shadowRoot?.activeElement ?? null)) this.flush(undefined);
      }, 0);
  }
}
