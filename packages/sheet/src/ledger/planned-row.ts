import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { pointerParts, valueAt } from '@jiceng/core/json/pointer.js';
import { round15 } from '@jiceng/core/number/arithmetic.js';
import { violationReason } from '@jiceng/core/schema/messages.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { cellName } from '../book/address.ts';
import type { Found } from '../draft/column-values.ts';
import { fieldText } from './cells.ts';
import type { SheetColumn } from './columns.ts';
import type { Meta } from './import-meta.ts';
import type { readCell, SeveralNamed } from './read-cell.ts';
import type { RowOrganisation } from './row-organisation.ts';
import type { RowPerson } from './row-person.ts';
import type { LedgerSource } from './source.ts';

/** One cell that differs from the record, or does not fit. */
export interface PlannedCell {
  readonly pointer: string;
  readonly title: string;
  /** `B5`. */
  readonly place: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** The same as people read it. */
  readonly shown: { readonly before: string; readonly after: string; readonly base?: string };
  /** As it stands in the file. */
  readonly text: string;
  /** Why it cannot be taken. */
  readonly problem?: Bilingual;
  /** It names several people or organisations: which one is asked. */
  readonly several?: SeveralNamed;
  /**
   * Someone changed the record in the meantime: what the sheet was sent out with, `before` being what the record has
   * now.
   */
  readonly conflict?: { readonly base: Json | undefined };
}

export interface PlannedRow {
  /** One-based row of the sheet. */
  readonly row: number;
  readonly status: 'new' | 'changed' | 'same' | 'ambiguous' | 'unknown' | 'repeated';
  /** The record that the row is about, where there is one. */
  readonly record?: StoredRecord;
  readonly cells: readonly PlannedCell[];
  /** What is wrong with the row as a whole: values that are missing, a record that is not there. */
  readonly problems: readonly Bilingual[];
  /** Of a new record: the organisation that the sheet names for it. */
  readonly organisation?: RowOrganisation;
  /** The person whom the row is about, where records are about people. */
  readonly person?: RowPerson;
}

/** A cell of a row, as it was read for its column. */
export type Read = {
  readonly at: number;
  readonly column: SheetColumn;
  readonly found: Found | undefined;
  readonly cell: ReturnType<typeof readCell>;
};

/**
 * A row compared with its record; `base`: what the sheet was sent out with, by address. Without a record it is a new one.
 */
export function plannedRow(
  row: number,
  record: StoredRecord | undefined,
  read: readonly Read[],
  source: LedgerSource,
  base: ReadonlyMap<string, Json> | undefined,
  meta: Meta | undefined,
): PlannedRow {
  const { compiled } = source;
  const now = (record?.data ?? {}) as JsonObject;
  const cells: PlannedCell[] = [];
  let data: JsonObject = now;
  for (const { at, column, found, cell } of read) {
    const pointer = column.pointer!,
      before = valueAt(now, pointer);
    const text = found?.text ?? '';
    const about = { pointer, title: column.title, place: cellName(row - 1, at), before, text };
    const sent = meta && base ? base.get(pointer) : undefined;
    // What reads as it did is as it was, also where the words alone would not be enough, as names of which there are
    // several.
    if (
      record &&
      text !== '' &&
      (text === fieldText(before, column, source) || (base && text === fieldText(sent, column, source)))
    )
      continue;
    if (!cell.ok) {
      cells.push({
        ...about,
        after: undefined,
        shown: { before: fieldText(before, column, source), after: text },
        problem: cell.reason,
        ...(cell.several ? { several: cell.several } : {}),
      });
      continue;
    }
    const after = cell.value;
    if (same(before, after)) continue;
    // The cell is as it was sent out: the record changed since, and keeps what it has.
    if (record && base && same(sent, after)) continue;
    const isConflict = record && base && !same(sent, before);
    const shown = {
      before: fieldText(before, column, source),
      after: fieldText(after, column, source),
      ...(isConflict ? { base: fieldText(sent, column, source) } : {}),
    };
    cells.push({ ...about, after, shown, ...(isConflict ? { conflict: { base: sent } } : {}) });
    data = withValue(data, pointer, after);
  }
  if (cells.length === 0)
    return { row, status: record ? 'same' : 'new', ...(record ? { record } : {}), cells, problems: [] };
  const violations = compiled.validator().validate(data);
  const byPointer = new Map<string, Bilingual>();
  const problems: Bilingual[] = [];
  for (const violation of violations) {
    const reason = violationReason(violation, compiled.field(violation.pointer)?.title ?? violation.pointer);
    const top = `/${pointerParts(violation.pointer)[0] ?? ''}`;
    if (cells.some(({ pointer }) => pointer === top)) byPointer.set(top, reason);
    else if (!record || read.some(({ column }) => column.pointer === top)) problems.push(reason);
  }
  return {
    row,
    status: record ? 'changed' : 'new',
    ...(record ? { record } : {}),
    cells: cells.map((cell) =>
      cell.problem === undefined && byPointer.has(cell.pointer)
        ? { ...cell, problem: byPointer.get(cell.pointer)! }
        : cell,
    ),
    problems,
  };
}

function withValue(data: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  const [key = ''] = pointerParts(pointer);
  const { [key]: _, ...rest } = data;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/** Equal as records store values; empty is empty, however it is said. */
function same(a: Json | undefined, b: Json | undefined): boolean {
  const empty = (value: Json | undefined) =>
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (typeof a === 'number' && typeof b === 'number') return round15(a) === round15(b); // no office program keeps more
  return (empty(a) && empty(b)) || JSON.stringify(a) === JSON.stringify(b);
}
