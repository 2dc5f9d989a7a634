import type { Refusal } from '@jiceng/core/engine/contract.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { badgeStyles } from '../grid/badge.styles.ts';
import { gridStyles } from '../grid/grid.styles.ts';
import { baseStyles } from '../internal/base.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { tryAgainView } from '../internal/try-again.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { lampMarkStyles } from '../lamp/lamp.styles.ts';
import { askStyles } from '../record/ask.styles.ts';
import { offersStyles } from '../record/offers.styles.ts';
import type { CreateDetail, OpenDetail } from '../record/record.events.ts';
import { recordMessages } from '../record/record.messages.ts';
import { syncDialog } from '../record/sync-dialog.ts';
import type { Sight } from '../record/sight.ts';
import { unableList } from '../record/unable.ts';
import { DrawnLedger, NARROW, WIDE } from './drawn-ledger.ts';
import { messages } from './ledger.messages.ts';
import styles from './ledger.styles.ts';
import type { LedgerTable } from './table/table.ts';
import { toolbar } from './table/toolbar.ts';
import { pickedWords } from './editing/picked-words.ts';
import { workMessages } from './editing/work.messages.ts';

/** What is loaded when it is first wanted. */
type Parts = typeof import('./editing/parts.ts');

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
export class Ledger extends DrawnLedger {
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

  @state() private filtersOpen = false;
  @query('.move-dialog') protected movePlace!: HTMLDialogElement | null;
  @query('.work-dialog') private workPlace!: HTMLDialogElement | null;

  private readonly idPrefix = uniqueId('jc-ledger');
  protected override askOpen({ id, definition }: StoredRecord): void {
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
    return tryAgainView('refusal', said, workMessages(this.surroundings.locale).again, tryAgain);
  }

  protected override render(): TemplateResult {
    const { parts } = this;
    const lacksParts =
      !parts &&
      (this.source !== undefined ||
        this.filtersOpen ||
        this.openId !== undefined ||
        this.work.draft !== undefined ||
        this.work.isChecking);
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
    const lost =
      lacksParts && this.partsFailed
        ? this.failed(works.partsFailed, () => {
            this.partsFailed = false;
          })
        : nothing;
    if ((!table || !sight || !view) && (this.paged?.failed || lost !== nothing))
      return this.message(html`${unread}${lost}`);
    if (!table || !sight || !view) return this.message(html`<span role="status">${text.loading}</span>`);
    const mayWork = !this.readonly && sight.person !== undefined;
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
      ${this.toolbar(sight, table, mayWork, add)}
      ${parts && this.work.isChecking && mayWork ? this.bulkBar(parts, sight) : nothing}
      ${unread}
      ${lost}
      ${unableList(elsewhere, works.notMoved(elsewhere.length), (record) => table.titleOf(record))}
      <div class="layout ${opened && this.box.width >= WIDE ? 'wide' : ''}">
        <div class="main">
          <div class="grid-frame ${this.box.isBelow(NARROW) ? 'cards' : ''}"
            ?hidden=${this.plain || view.lines.length === 0} @focusout=${this.focusLeft}></div>
          <div class="plain-place" ?hidden=${!this.plain || view.lines.length === 0}></div>
          ${view.lines.length === 0 ? this.emptyMessage(sight, table, add !== undefined) : nothing}
          <div class="status-line no-print" ?hidden=${this.plain || view.lines.length === 0}>${this.picked ? pickedWords(this.picked, table, sight) : ''}</div>
        </div>
        ${parts && opened ? this.detail(parts, opened, sight, table) : nothing}
      </div>
      ${parts ? this.dialogs(parts, sight, table) : nothing}
      <div class="visually-hidden" role="status">${this.said}</div>
      <div class="print-copy"></div>
    </div>`;
  }

  private toolbar(sight: Sight, table: LedgerTable, mayWork: boolean, add: (() => void) | undefined): TemplateResult {
    const { work } = this;
    return toolbar({
      sight,
      table,
      wish: this.wish,
      prefix: this.idPrefix,
      filtersOpen: this.filtersOpen,
      filterOf: this.parts?.filterOf,
      plain: this.plain,
      narrow: this.box.isBelow(NARROW),
      add,
      change: (wish) => this.ask(wish),
      search: (text) => this.large.search(this.table, () => this.ask({ search: text })),
      sort: (column) => this.sort(column),
      group: (level, column) => this.group(level, column),
      foldAll: (open) => this.foldAll(open),
      undo: mayWork ? { can: work.desk.canUndo, act: () => work.step('undo') } : undefined,
      redo: mayWork ? { can: work.desk.canRedo, act: () => work.step('redo') } : undefined,
      checking: mayWork ? { can: work.isChecking, act: () => work.toggleChecking() } : undefined,
      columns: () => work.openColumns(),
      restart: work.wanted.isOwn ? () => work.wanted.restart() : undefined,
      toggleFilters: () => {
        this.filtersOpen = !this.filtersOpen;
      },
      togglePlain: () => {
        this.grid?.commit();
        this.plain = !this.plain;
      },
    });
  }

  /** What can be done with all ticked rows. */
  private bulkBar(parts: Parts, sight: Sight): TemplateResult {
    const { work } = this;
    const count = work.ticked.length;
    return parts.bulkBar({
      sight,
      prefix: this.idPrefix,
      count,
      isTooMany: work.isTooMany,
      moves: work.moves(parts),
      columns: count > 0 && !work.isTooMany ? work.editable() : [],
      move: (move) => this.openBulkMove(move),
      edit: (column) => work.editTicked(column),
      uncheck: () => work.check(new Set()),
    });
  }

  /** Why no row is seen: none passes the filters, or there is none yet. */
  private emptyMessage(sight: Sight, table: LedgerTable, mayAdd: boolean): TemplateResult {
    const text = messages(this.surroundings.locale);
    if (table.all === 0)
      return html`<div class="message">${text.empty}${mayAdd ? text.emptyAdd(text.add(sight.compiled.definition.title)) : ''}</div>`;
    const clear = (): void => this.ask({ search: '', counters: new Set(), filters: new Map() });
    return html`<div class="message">${text.emptyFiltered}<br><button type="button" class="button"
      @click=${clear}>${text.clear}</button></div>`;
  }

  private detail(parts: Parts, opened: StoredRecord, sight: Sight, table: LedgerTable): TemplateResult {
    return parts.recordDetail({
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
      openLink: ({ recordId, definitionId }) => this.emit<OpenDetail>('jc-record-open', { recordId, definitionId }),
      close: () => this.closeDetail(),
    });
  }

  private dialogs(parts: Parts, sight: Sight, table: LedgerTable): TemplateResult {
    const titleOf = (record: StoredRecord): string => table.titleOf(record);
    const move = parts.moveDialog(this.draft, {
      sight,
      prefix: `${this.idPrefix}-move`,
      titleOf,
      changed: () => this.requestUpdate(),
      confirm: () => this.confirmMove(),
      close: () => {
        this.draft = undefined;
      },
    });
    const work = parts.workDialog(this.work.draft, {
      sight,
      prefix: `${this.idPrefix}-work`,
      wanted: this.work.wanted,
      titleOf,
      take: (column, on) => this.work.take(column, on),
      answer: (column, name, id) => this.work.answer(column, name, id),
      confirm: (form) => this.work.confirm(form),
      close: () => this.work.close(),
    });
    return html`${move}${work}`;
  }

  protected override updated(): void {
    super.updated();
    const wasOpen = [this.movePlace, this.workPlace].some((dialog) => dialog?.open);
    syncDialog(this.movePlace, this.draft !== undefined);
    syncDialog(this.workPlace, this.work.draft !== undefined);
    if (wasOpen && !this.movePlace?.open && !this.workPlace?.open) this.comeBack();
  }

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
}
