import { History } from '@jiceng/core/table/history.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import type { LedgerColumn } from '../table/column.ts';
import { readerOf } from '../table/field-column.ts';
import { CellEdits, sameJson } from './edits.ts';
import type { Sight } from '../../record/sight.ts';

/** A cell that was changed, with what stood in it. */
interface CellChange {
  readonly recordId: string;
  readonly pointer: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** A column whose cells can be edited. */
export interface EditableColumn extends LedgerColumn {
  readonly pointer: string;
  readonly node: FieldNode;
}
export const isEditable = (column: LedgerColumn | undefined): column is EditableColumn =>
  column?.pointer !== undefined && column.node !== undefined;

/** The ledger as its desk sees it. */
export interface DeskHost {
  readonly sight: Sight;
  /** By row; rows that are still being read have none. */
  readonly records: readonly StoredRecord[];
  /** Those that are there. */
  readonly loaded: readonly StoredRecord[];
  /** Why a person may not change a field of a record; `undefined`: they may. */
  obstacle(record: StoredRecord, pointer: string): Bilingual | undefined;
}

/**
 * Changes of cells, one or many at a time: kept as typed, readable before they are stored, taken back and done again.
 */
export class Desk {
  readonly edits = new CellEdits();
  private readonly history = new History<readonly CellChange[]>();
  private readonly host: () => DeskHost;
  private index: { readonly of: readonly StoredRecord[]; readonly byId: ReadonlyMap<string, StoredRecord> } | undefined;

  constructor(host: () => DeskHost) {
    this.host = host;
  }

  get canUndo(): boolean {
    return this.history.canUndo;
  }
  get canRedo(): boolean {
    return this.history.canRedo;
  }

  /** A text typed into a cell. */
  type(record: StoredRecord, { pointer, node }: EditableColumn, text: string): void {
    const before = this.valueOf(record, pointer);
    this.edits.set(record, node, pointer, text);
    const after = this.valueOf(record, pointer);
    if (!sameJson(before, after)) this.history.add([{ recordId: record.id, pointer, before, after }]);
  }

  /** Puts values into cells, as one step. Answers how many changed. */
  put(
    cells: Iterable<{
      readonly record: StoredRecord;
      readonly column: EditableColumn;
      readonly value: Json | undefined;
    }>,
  ): number {
    const changes: CellChange[] = [];
    for (const {
      record,
      column: { pointer },
      value,
    } of cells) {
      const before = this.valueOf(record, pointer);
      const isSame = sameJson(before, value);
      // A text that could not be read goes, also where nothing was stored.
      const isBad = this.edits.edit(record.id, pointer)?.problem !== undefined;
      if ((isSame && !isBad) || this.host().obstacle(record, pointer)) continue;
      this.edits.put(record, pointer, value);
      if (!isSame) changes.push({ recordId: record.id, pointer, before, after: value });
    }
    if (changes.length > 0) this.history.add(changes);
    return changes.length;
  }

  /** Takes the last step back, or does the one taken back again. What others have changed meanwhile stays. */
  step(way: 'undo' | 'redo'): { readonly done: number; readonly lost: number } | undefined {
    const changes = this.history[way]();
    if (changes === undefined) return undefined;
    let done = 0;
    for (const { recordId, pointer, before, after } of changes) {
      const record = this.record(recordId);
      const [from, to] = way === 'undo' ? [after, before] : [before, after];
      if (record === undefined || !sameJson(this.standingIn(record, pointer), from)) continue;
      this.edits.put(record, pointer, to);
      done += 1;
    }
    return { done, lost: changes.length - done };
  }

  record(id: string): StoredRecord | undefined {
    const { records, loaded } = this.host();
    if (this.index?.of !== records || this.index.byId.size !== loaded.length)
      this.index = { of: records, byId: new Map(loaded.map((record) => [record.id, record])) };
    return this.index.byId.get(id);
  }

  /** The value that is to be seen in the cell, also one that the store refused. */
  private standingIn(record: StoredRecord, pointer: string): Json | undefined {
    const edit = this.edits.edit(record.id, pointer);
    return edit ? edit.value : readerOf(pointer)(record);
  }

  /** The value that counts, which a refused or unreadable one does not. */
  valueOf(record: StoredRecord, pointer: string): Json | undefined {
    const edit = this.edits.edit(record.id, pointer);
    return edit && !edit.problem ? edit.value : readerOf(pointer)(record);
  }
}
