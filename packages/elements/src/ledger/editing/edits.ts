import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Change } from '@jiceng/core/json/changes.js';
import type { Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { cleanText } from '@jiceng/core/schema/fields/field-value.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { isMonthly, readDate } from '@jiceng/core/typed/typed-date.js';
import { numberText, readNumber, type Typed } from '@jiceng/core/typed/typed-number.js';
import type { CellEditor } from '../../grid/column.ts';

interface Edit {
  readonly text: string;
  readonly value: Json | undefined;
  readonly problem?: Problem;
  sent: boolean;
}

/** What was typed into one record. */
interface OwnEdits {
  revision: number;
  /** Changes are with the store, which has not answered yet. */
  isAsked: boolean;
  readonly fields: Map<string, Edit>;
}

/** Changes typed into cells: kept as typed, handed over row by row, shown until the store answers. */
export class CellEdits {
  private readonly byRecord = new Map<string, OwnEdits>();

  /** Records with something typed in them. */
  get recordIds(): readonly string[] {
    return [...this.byRecord.keys()];
  }

  edit(recordId: string, pointer: string): Edit | undefined {
    return this.byRecord.get(recordId)?.fields.get(pointer);
  }

  set(record: StoredRecord, node: FieldNode, pointer: string, text: string): void {
    const typed = readCell(text, node);
    const isStored = typed.ok && text === cellRaw(valueAt(record.data as Json, pointer));
    const value = typed.ok ? typed.value : undefined;
    const edit = { text, value, sent: false, ...(typed.ok ? {} : { problem: typed.problem }) };
    this.keep(record, pointer, edit, isStored);
  }

  /** Puts a value into a cell, as if it had been typed. */
  put(record: StoredRecord, pointer: string, value: Json | undefined): void {
    const isStored = sameJson(value, valueAt(record.data as Json, pointer));
    this.keep(record, pointer, { text: cellRaw(value), value, sent: false }, isStored);
  }

  /** What stands there anyway is forgotten, unless something else is on its way to the store. */
  private keep(record: StoredRecord, pointer: string, edit: Edit, isStored: boolean): void {
    const own = this.byRecord.get(record.id) ?? { revision: record.revision, isAsked: false, fields: new Map() };
    if (isStored && !own.isAsked) own.fields.delete(pointer);
    else own.fields.set(pointer, edit);
    if (own.fields.size === 0) this.byRecord.delete(record.id);
    else this.byRecord.set(record.id, own);
  }

  /** What is to be sent of one record; nothing twice, and nothing that could not be read. */
  take(recordId: string): { revision: number; changes: Change[] } | undefined {
    const own = this.byRecord.get(recordId);
    // What was sent last is answered first, or the store would refuse the next change as one of an older revision.
    if (own === undefined || own.isAsked) return undefined;
    const changes: Change[] = [];
    for (const [pointer, edit] of own.fields) {
      if (edit.problem) continue;
      edit.sent = true;
      changes.push({ pointer, value: edit.value });
    }
    if (changes.length === 0) return undefined;
    own.isAsked = true;
    return { revision: own.revision, changes };
  }

  /**
   * New records have come: what was sent is in them. What could not be read stays. Answers whether changes have waited
   * for that.
   */
  settle(records: readonly StoredRecord[]): boolean {
    if (this.byRecord.size === 0) return false;
    let waited = false;
    for (const record of records) {
      const own = this.byRecord.get(record.id);
      if (own === undefined || own.revision === record.revision) continue;
      own.revision = record.revision;
      own.isAsked = false;
      for (const [pointer, { sent }] of own.fields) if (sent) own.fields.delete(pointer);
      if (own.fields.size === 0) this.byRecord.delete(record.id);
      else waited = true;
    }
    return waited;
  }

  /** The store refused: what was typed stays where it is, with the reason. */
  refuse(recordId: string, problems: readonly Problem[]): void {
    const own = this.byRecord.get(recordId);
    if (own === undefined) return;
    own.isAsked = false;
    for (const [pointer, edit] of own.fields) {
      if (!edit.sent) continue;
      const problem =
        problems.find((each) => each.pointer === pointer || each.pointer === `/data${pointer}`) ?? problems[0];
      own.fields.set(pointer, { ...edit, sent: false, ...(problem ? { problem } : {}) });
    }
  }
}

/** Cells hold plain values; lists and objects are compared as they are written. */
export const sameJson = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The control for editing a field in a cell; `undefined` where a cell is too small for it. */
export function cellControl(node: FieldNode): CellEditor['control'] | undefined {
  switch (node.kind) {
    case 'text':
      return node.format === undefined ? 'text' : undefined;
    case 'longText':
      return 'longText';
    case 'number':
    case 'integer':
      return 'number';
    case 'date':
      return 'date';
    case 'boolean':
      return 'boolean';
    case 'choice':
      return 'choice';
    default:
      return undefined;
  }
}

/** A stored value as text for the control. */
export function cellRaw(value: Json | undefined): string {
  return value === undefined || value === null
    ? ''
    : typeof value === 'number'
      ? numberText(value)
      : typeof value === 'object'
        ? ''
        : String(value);
}

/** A text as it stands in the control, read for its field. */
export function readCell(text: string, node: FieldNode): Typed<Json> {
  switch (node.kind) {
    case 'number':
    case 'integer':
      return readNumber(text.replace(/^\s*[¥￥]/, ''), { percent: node.unit === '%' }); // as spreadsheets copy amounts
    case 'date':
      return readDate(text, isMonthly(node.schema));
    case 'boolean':
      return { ok: true, value: text === '' ? undefined : text === 'true' };
    case 'choice':
      return { ok: true, value: node.options.find(({ value }) => String(value) === text)?.value };
    default: {
      const clean = cleanText(text);
      return { ok: true, value: clean === '' ? undefined : clean };
    }
  }
}
