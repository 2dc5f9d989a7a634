import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { currentState } from '@jiceng/core/life/states.js';
import { arranged, ordered, withMoved, withShown, withWidth } from '@jiceng/core/table/column-layout.js';
import { planPaste } from '@jiceng/core/table/paste.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { CellBlock, CellText } from '../../grid/column.ts';
import { askedForm } from '../../record/ask-form.ts';
import type { Unable } from '../../record/unable.ts';
import { bulkMoves, type BulkMove } from './bulk.ts';
import type { LedgerColumn } from '../table/columns.ts';
import { Desk, isEditable, type DeskHost, type EditableColumn } from './desk.ts';
import { cellControl } from './edits.ts';
import type { Checks } from '../table/grid-model.ts';
import { keepLayout, keptLayout, PLAIN_LAYOUT, type LedgerLayout } from '../table/kept-layout.ts';
import { offersFor } from '../../record/offers.ts';
import type { LedgerTable, LedgerView } from '../table/table.ts';
import type { ListedColumn, WorkDraft } from './work-dialog.ts';
import { workMessages } from './work.messages.ts';

/** The ledger as its work on many rows and columns sees it. */
export interface WorkHost extends DeskHost {
  readonly table: LedgerTable;
  readonly view: LedgerView;
  readonly personId: string;
  /** Hands over all changed cells. */
  flush(): void;
  say(text: string): void;
  redraw(): void;
}

const MOST = 2000;

/** Work on many cells, rows and columns: undo, pasting, ticked rows, moves and changes of several, and how the person wants the columns. */
export class LedgerWork {
  readonly desk: Desk;
  draft: WorkDraft | undefined;
  /** Rows can be ticked. */
  isChecking = false;
  private checked: ReadonlySet<string> = new Set();
  private wanted: { readonly of: string; readonly layout: LedgerLayout } | undefined;
  private readonly host: () => WorkHost;

  constructor(host: () => WorkHost) {
    this.host = host;
    this.desk = new Desk(host);
  }

  // — cells —

  type(record: StoredRecord, column: EditableColumn, text: string): void {
    this.desk.type(record, column, text);
    this.host().redraw();
  }

  step(way: 'undo' | 'redo'): void {
    const done = this.desk.step(way);
    if (!done) return;
    this.host().flush();
    this.host().say(this.text[way === 'undo' ? 'undone' : 'redone'](done.done, done.lost));
    this.host().redraw();
  }

  /** Cells that were filled down or emptied. */
  write(cells: readonly CellText[]): void {
    this.put(cells.flatMap(({ row, column: { id }, text }) => {
      const record = this.host().records[row];
      const column = this.host().table.column(id);
      const read = record && isEditable(column) ? this.desk.read(record, column, text) : undefined;
      return read?.kind === 'value' && isEditable(column) ? [{ record: record!, column, value: read.value }] : [];
    }));
  }

  /** Shows what a pasted block means before it is written. */
  paste({ rows, columns }: CellBlock, block: readonly (readonly string[])[]): boolean {
    const { table, records } = this.host();
    const targets = columns.flatMap(({ id }) => table.column(id) ?? []);
    const plan = planPaste(block, rows, targets, (column, row) => table.text(column, row), (column, row, text) => (records[row] ? this.desk.read(records[row], column, text) : { kind: 'fixed', reason: this.text.reading }));
    this.draft = { kind: 'paste', plan, taken: new Set(plan.columns.flatMap(({ usable }, at) => (usable ? at : []))) };
    this.host().redraw();
    return true;
  }

  take(column: number, on: boolean): void {
    if (this.draft?.kind !== 'paste') return;
    const taken = new Set(this.draft.taken);
    if (on) taken.add(column);
    else taken.delete(column);
    this.draft = { ...this.draft, taken };
    this.host().redraw();
  }

  // — ticked rows —

  get ticked(): readonly StoredRecord[] {
    return this.checked.size === 0 ? [] : [...this.checked].flatMap((id) => this.desk.record(id) ?? []);
  }

  /** Which of the rows that are shown are ticked. */
  checks(): Checks {
    const { records, view } = this.host();
    const idOf = (row: number) => records[row]?.id ?? '';
    const { checked } = this;
    const all = checked.size > 0 && checked.size >= view.rows.length && view.rows.every((row) => checked.has(idOf(row)));
    return {
      has: (row) => checked.size > 0 && checked.has(idOf(row)), all,
      toggle: (row) => { const next = new Set(this.checked); if (!next.delete(idOf(row))) next.add(idOf(row)); this.check(next); },
      toggleAll: () => this.check(all ? new Set() : new Set(Array.from(view.rows, idOf).filter((id) => id !== ''))),
    };
  }

  toggleChecking(): void {
    this.isChecking = !this.isChecking;
    this.checked = new Set();
    this.host().redraw();
  }

  check(ids: ReadonlySet<string>): void {
    this.checked = ids;
    this.host().say(this.text.checkedCount(ids.size));
    this.host().redraw();
  }

  /** So many rows are judged at once; for more, people filter first. */
  get isTooMany(): boolean { return this.checked.size > MOST; }

  /** The moves that ticked rows offer. */
  moves(): BulkMove[] {
    if (this.isTooMany) return [];
    const { sight, loaded: records } = this.host();
    const stateOf = (record: StoredRecord) => currentState(sight.compiled, record, 'item') ?? currentState(sight.compiled, record, 'filing');
    return bulkMoves(this.ticked, (record) => offersFor(sight, record, records), (record) => this.text.notOffered(stateOf(record)?.title ?? ''), sight.names.language);
  }

  /** Columns that can be written into several rows. */
  editable(): EditableColumn[] {
    return this.host().table.columns.filter(isEditable).filter(({ node }) => cellControl(node) !== undefined);
  }

  /** Opens the dialog that writes one field into all ticked rows. */
  editTicked(column: EditableColumn): void {
    const { language } = this.host().sight.names;
    const able: StoredRecord[] = [];
    const unable: Unable[] = [];
    for (const record of this.ticked) {
      const obstacle = this.host().obstacle(record, column.pointer);
      if (obstacle) unable.push({ record, reasons: [obstacle[language]] });
      else able.push(record);
    }
    this.draft = { kind: 'edit', edit: { column, able, unable, fields: [{ field: column.pointer }] } };
    this.host().redraw();
  }

  /** Takes what the dialog asks for. */
  confirm(dialog: ParentNode | null): void {
    const { draft } = this;
    if (draft?.kind === 'paste') {
      const { records } = this.host();
      this.close();
      this.put(draft.plan.columns.flatMap(({ column, cells }, at) => (!draft.taken.has(at) || !isEditable(column) ? [] : cells.flatMap(({ row, reading }) => (reading.kind === 'value' ? [{ record: records[row]!, column, value: (reading as { value?: Json }).value }] : [])))));
    } else if (draft?.kind === 'edit') {
      const form = askedForm(dialog);
      if (form === null || !form.validate(true)) return;
      const { column, able } = draft.edit;
      const value = form.formModel?.changes().find(({ pointer }) => pointer === column.pointer)?.value;
      this.close();
      this.put(able.map((record) => ({ record, column, value })));
    }
  }

  close(): void {
    this.draft = undefined;
    this.host().redraw();
  }

  // — columns —

  get layout(): LedgerLayout {
    const of = this.layoutName();
    if (this.wanted?.of !== of) this.wanted = { of, layout: keptLayout(this.host().sight.compiled.definition.id, this.host().personId) };
    return this.wanted.layout;
  }

  get columns(): ListedColumn[] {
    return ordered(this.host().table.columns, this.layout).map(({ id, title, groups }) => ({ id, title: [...groups, title].join(' · '), shown: !this.layout.hidden.has(id) }));
  }

  openColumns(): void {
    this.draft = { kind: 'columns' };
    this.host().redraw();
  }

  resize(id: string, width: number, done: boolean): void { this.lay(withWidth(this.layout, id, width), done); }
  show(id: string, on: boolean): void { this.lay(withShown(this.layout, id, on)); }
  move(id: string, to: string): void { this.lay(withMoved(this.layout, this.host().table.columns, id, to)); }
  order(stroke: boolean): void { this.lay({ ...this.layout, stroke }); }
  reset(): void { this.lay(PLAIN_LAYOUT); }

  shift(id: string, by: 1 | -1): void {
    const listed = this.columns;
    const to = listed[listed.findIndex((column) => column.id === id) + by];
    if (to) this.move(id, to.id);
  }

  /** The columns as they are shown, for print and plain tables. */
  shown(): LedgerColumn[] {
    return arranged(this.host().table.columns, this.layout);
  }

  private lay(layout: Partial<LedgerLayout>, keep = true): void {
    const whole = layout === PLAIN_LAYOUT ? PLAIN_LAYOUT : { ...this.layout, ...layout };
    this.wanted = { of: this.layoutName(), layout: whole };
    if (keep) keepLayout(this.host().sight.compiled.definition.id, this.host().personId, whole);
    this.host().redraw();
  }

  private layoutName(): string {
    return `${this.host().sight.compiled.definition.id}\n${this.host().personId}`;
  }

  private put(cells: Parameters<Desk['put']>[0]): void {
    const count = this.desk.put(cells);
    this.host().flush();
    this.host().say(this.text.written(count));
    this.host().redraw();
  }

  private get text() { return workMessages(this.host().sight.locale); }
}
