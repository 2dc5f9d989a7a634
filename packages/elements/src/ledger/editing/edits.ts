import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Change } from '@jiceng/core/json/changes.js';
import type { Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { cleanText } from '@jiceng/core/schema/fields/field-value.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import type { Bilingual, Problem } from '@jiceng/core/text/problem.js';
import { isMonthly, readDate } from '@jiceng/core/typed/typed-date.js';
import { numberText, readNumber, refused, type Typed } from '@jiceng/core/typed/typed-number.js';
import type { CellEditor } from '../../grid/column.ts';

interface Edit {
  readonly text: string;
  readonly value: Json | undefined;
  readonly problem?: Problem;
  sent: boolean;
}

/** Changes typed into cells: kept as typed, handed over row by row, shown until the store answers. */
export class CellEdits {
  private readonly byRecord = new Map<string, { revision: number; fields: Map<string, Edit> }>();

  /** Records with something typed in them. */
  get recordIds(): readonly string[] {
    return [...this.byRecord.keys()];
  }

  edit(recordId: string, pointer: string): Edit | undefined {
    return this.byRecord.get(recordId)?.fields.get(pointer);
  }

  set(record: StoredRecord, node: FieldNode, pointer: string, text: string): void {
    const typed = readCell(text, node);
    let own = this.byRecord.get(record.id);
    if (own === undefined) this.byRecord.set(record.id, (own = { revision: record.revision, fields: new Map() }));
    const value = typed.ok ? typed.value : undefined;
    if (typed.ok && text === cellRaw(valueAt(record.data as Json, pointer))) own.fields.delete(pointer);
    else own.fields.set(pointer, { text, value, sent: false, ...(typed.ok ? {} : { problem: typed.problem }) });
    if (own.fields.size === 0) this.byRecord.delete(record.id);
  }

  /** Puts a value into a cell, as if it had been typed. */
  put(record: StoredRecord, pointer: string, value: Json | undefined): void {
    let own = this.byRecord.get(record.id);
    if (own === undefined) this.byRecord.set(record.id, (own = { revision: record.revision, fields: new Map() }));
    own.fields.set(pointer, { text: cellRaw(value), value, sent: false });
  }

  /** What is to be sent of one record; nothing twice, and nothing that could not be read. */
  take(recordId: string): { revision: number; changes: Change[] } | undefined {
    const own = this.byRecord.get(recordId);
    // What was sent last is answered first, or the store would refuse the next change as one of an older revision.
    if (own === undefined || [...own.fields.values()].some(({ sent }) => sent)) return undefined;
    const changes: Change[] = [];
    for (const [pointer, edit] of own.fields) {
      if (edit.sent || edit.problem) continue;
      edit.sent = true;
      changes.push({ pointer, value: edit.value });
    }
    return changes.length > 0 ? { revision: own.revision, changes } : undefined;
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
    for (const [pointer, edit] of own.fields) {
      if (!edit.sent) continue;
      const problem =
        problems.find((each) => each.pointer === pointer || each.pointer === `/data${pointer}`) ?? problems[0];
      own.fields.set(pointer, { ...edit, sent: false, ...(problem ? { problem } : {}) });
    }
  }
}

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

/**
 * A pasted text read for a field: choices and yes or no come as words. `undefined`: such a field is not filled by
 * pasting.
 */
export function readPasted(text: string, node: FieldNode): Typed<Json> | undefined {
  if (cellControl(node) === undefined) return undefined;
  const words = text.trim();
  if (node.kind === 'choice' && words !== '') {
    const option = node.options.find(({ value, title }) => title === words || String(value) === words);
    return option ? { ok: true, value: option.value } : refused('pasted-choice', NO_OPTION);
  }
  if (node.kind === 'boolean' && words !== '') {
    if (/^(是|有|√|✓|对|true|1|yes|y)$/i.test(words)) return { ok: true, value: true };
    return /^(否|无|×|✗|错|false|0|no|n)$/i.test(words)
      ? { ok: true, value: false }
      : refused('pasted-boolean', NO_BOOLEAN);
  }
  return readCell(text, node);
}

const NO_OPTION: Bilingual = { 'zh-CN': '不在可选项之内。', en: 'This is not one of the choices.' };
const NO_BOOLEAN: Bilingual = { 'zh-CN': '请填写“是”或“否”。', en: 'Yes or no is wanted.' };

function readCell(text: string, node: FieldNode): Typed<Json> {
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
