import { property, query, state } from 'lit/decorators.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { CellBlock, GridModel } from '../grid/column.ts';
import { Grid } from '../grid/grid.ts';
import { plainTable, plainTableHTML, plainTableText } from '../grid/plain-table.ts';
import { printInto } from '../grid/print-copy.ts';
import { WidthController } from '../grid/width-controller.ts';
import { pickCell } from './editing/references.ts';
import { workMessages } from './editing/work.messages.ts';
import { LedgerBase } from './ledger-base.ts';
import { messages } from './ledger.messages.ts';
import { ledgerGrid } from './table/grid-model.ts';
import type { LedgerView } from './table/kept.ts';

/** Own width below which rows are drawn as cards, and above which a record's detail stands beside the table. */
export const NARROW = 560;
export const WIDE = 1000;

/** The table of a ledger as it is drawn: in the grid, as a plain table, as cards, on paper and as text. */
export abstract class DrawnLedger extends LedgerBase {
  /** Heading in place of the definition's. */
  @property() heading?: string;
  @state() protected plain = false;
  @query('.grid-frame') private frame!: HTMLElement | null;
  @query('.plain-place') private plainPlace!: HTMLElement | null;
  @query('.print-copy') private printPlace!: HTMLElement | null;

  protected readonly box = new WidthController(this, [NARROW, WIDE]);
  /** Selected cells, for the line below the table. */
  protected picked: CellBlock | undefined;
  private gridIn: HTMLElement | undefined;
  private model: GridModel | undefined;
  private stopPrint: (() => void) | undefined;

  /** Opens the detail of a row. */
  protected abstract askOpen(record: StoredRecord): void;

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

  /** All rows as text, for read-aloud tools. */
  getPlainText(): string {
    return this.model ? plainTableText(this.model, messages(this.surroundings.locale).marks.comma) : '';
  }

  /** All rows as HTML that needs no style sheet, for print tools that copy markup. */
  getPrintHTML(): string {
    const model = this.printModel();
    return model ? plainTableHTML(model) : '';
  }

  protected override updated(): void {
    const { frame, table, view, sight } = this;
    if (frame && frame !== this.gridIn) this.makeGrid(frame);
    if (frame && table && view && sight && this.grid) {
      const cards = this.box.isBelow(NARROW);
      // Among cards there are no headings to open folded groups with.
      const shown = cards && this.wish.folded.size > 0 ? table.view({ ...this.wish, folded: new Set() }) : view;
      this.model = this.modelFor(shown, cards);
      this.grid.show(this.model);
      if (this.printPlace) this.stopPrint ??= printInto(this.printPlace, () => this.printModel()!, true);
    }
    if (this.plainPlace && this.model) {
      while (this.plainPlace.firstChild) this.plainPlace.firstChild.remove();
      if (this.plain) this.plainPlace.append(plainTable(this.printModel()!));
    }
  }

  protected headingText(): string {
    return this.heading ?? this.sight!.heading;
  }

  /** What was typed is told when the focus has left the table. */
  protected focusLeft(event: FocusEvent): void {
    if (!(event.relatedTarget instanceof Node && this.frame?.contains(event.relatedTarget)))
      setTimeout(() => {
        if (!this.frame?.contains(this.shadowRoot?.activeElement ?? null)) this.flush(undefined);
      }, 0);
  }

  /** Closes the detail and goes back to its row. */
  protected closeDetail(): void {
    const id = this.openId;
    this.openId = undefined;
    void this.updateComplete.then(() => {
      const position = id === undefined ? undefined : this.grid?.positionOf(id);
      if (position) this.grid?.goTo(position);
    });
  }

  private makeGrid(frame: HTMLElement): void {
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
        paste: (target, block) => this.sight?.person !== undefined && !this.readonly && this.work.paste(target, block),
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
}
