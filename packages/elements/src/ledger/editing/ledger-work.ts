import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { currentState } from '@jiceng/core/life/states.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { CellBlock, CellText } from '../../grid/column.ts';
import type { JcForm } from '../../form/form.ts';
import type { Unable } from '../../record/unable.ts';
import type { BulkMove } from './bulk.ts';
import type { LedgerColumn } from '../table/column.ts';
import { Desk, isEditable, type DeskHost, type EditableColumn } from './desk.ts';
import { controlOf } from './references.ts';
import type { Checks } from '../table/grid-input.ts';
import type { LedgerView } from '../table/kept.ts';
import { Wanted, type WantedHost } from './wanted.ts';
import { answerKey, type WorkDraft } from './drafts.ts';
import { workMessages } from './work.messages.ts';

/** The ledger as its work on many rows and columns sees it. */
export interface WorkHost extends DeskHost, WantedHost {
  readonly view: LedgerView;
  /** Hands over all changed cells. */
  flush(): void;
}

const MOST = 2000;

/**
 * Work on many cells, rows and columns: undo, pasting, ticked rows, moves and changes of several, and how the person
 * wants the columns.
 */
export class LedgerWork {
  readonly desk: Desk;
  readonly wanted: Wanted;
  draft: WorkDraft | undefined;
  /** Rows can be ticked. */
  isChecking = false;
  private checked: ReadonlySet<string> = new Set();
  private readonly host: () => WorkHost;

  constructor(host: () => WorkHost) {
    this.host = host;
    this.desk = new Desk(host);
    this.wanted = new Wanted(host);
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
    const { records, table } = this.host();
    this.put(
      cells.flatMap(({ row, column: { id }, from }) => {
        const record = records[row];
        const column = table.column(id);
        if (!record || !isEditable(column)) return [];
        const above = from === undefined ? undefined : records[from];
        // What could not be read is not copied.
        if (above && this.desk.edits.edit(above.id, column.pointer)?.problem) return [];
        return [{ record, column, value: above && this.desk.valueOf(above, column.pointer) }];
      }),
    );
  }

  /** Shows what a pasted block means before it is written. */
  paste(target: CellBlock, block: readonly (readonly string[])[]): boolean {
    const { records } = this.host();
    this.draft = { kind: 'pasted', source: { target, records, block, answers: new Map() }, isTaken: () => true };
    this.host().redraw();
    return true;
  }

  /** Which of several people or organisations a name in a pasted column means. */
  answer(column: LedgerColumn, name: string, id: string): void {
    if (this.draft?.kind !== 'paste') return;
    const { source, plan, taken } = this.draft;
    this.draft = {
      kind: 'pasted',
      source: { ...source, answers: new Map(source.answers).set(answerKey(column, name), id) },
      isTaken: (at) => taken.has(at) || plan.columns[at]?.usable !== true,
    };
    this.host().redraw();
  }

  /** Reads a pasted block, as soon as what reads it is there. */
  read({ readBlock }: Pick<typeof import('./parts.ts'), 'readBlock'>): void {
    if (this.draft?.kind === 'pasted') this.draft = readBlock(this.draft, this.host(), this.desk);
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
    const all =
      checked.size > 0 && checked.size >= view.rows.length && view.rows.every((row) => checked.has(idOf(row)));
    return {
      has: (row) => checked.size > 0 && checked.has(idOf(row)),
      all,
      toggle: (row) => {
        const next = new Set(this.checked);
        if (!next.delete(idOf(row))) next.add(idOf(row));
        this.check(next);
      },
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
  get isTooMany(): boolean {
    return this.checked.size > MOST;
  }

  /** The moves that ticked rows offer. */
  moves({ bulkMoves, offersFor }: Pick<typeof import('./parts.ts'), 'bulkMoves' | 'offersFor'>): BulkMove[] {
    if (this.isTooMany) return [];
    const { sight, loaded: records } = this.host();
    const stateOf = (record: StoredRecord) =>
      currentState(sight.compiled, record, 'item') ?? currentState(sight.compiled, record, 'filing');
    return bulkMoves(
      this.ticked,
      (record) => offersFor(sight, record, records),
      (record) => this.text.notOffered(stateOf(record)?.title ?? ''),
      sight.names.language,
    );
  }

  /** Columns that can be written into several rows. */
  editable(): EditableColumn[] {
    const { table, sight } = this.host();
    return table.columns.filter(isEditable).filter(({ node }) => controlOf(node, sight) !== undefined);
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

  /** Takes what the dialog asks for; `form` is the one in it. */
  confirm(form: JcForm | null): void {
    const { draft } = this;
    if (draft?.kind === 'paste') {
      const { records } = draft.source;
      this.close();
      this.put(
        draft.plan.columns.flatMap(({ column, cells }, at) =>
          !draft.taken.has(at) || !isEditable(column)
            ? []
            : cells.flatMap(({ row, reading }) => {
                const record = this.desk.record(records[row]?.id ?? '');
                return record && reading.kind === 'value'
                  ? [{ record, column, value: (reading as { value?: Json }).value }]
                  : [];
              }),
        ),
      );
    } else if (draft?.kind === 'edit') {
      if (form === null || !form.validate(true)) return;
      const { column, able } = draft.edit;
      const value = form.formModel?.changes().find(({ pointer }) => pointer === column.pointer)?.value;
      this.close();
      this.put(able.map((record) => ({ record, column, value })));
    }
  }

  openColumns(): void {
    this.draft = { kind: 'columns' };
    this.host().redraw();
  }

  close(): void {
    this.draft = undefined;
    this.host().redraw();
  }

  private put(cells: Parameters<Desk['put']>[0]): void {
    const count = this.desk.put(cells);
    this.host().flush();
    this.host().say(this.text.written(count));
    this.host().redraw();
  }

  private get text() {
    return workMessages(this.host().sight.locale);
  }
}
