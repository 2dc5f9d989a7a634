import type { Compiled } from '@jiceng/core/definition/compiled.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { isObject, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';

/** Stands among addresses for the person whom a record is about; no address begins without `/`. */
export const SUBJECT = 'subjectId';

/**
 * Lists of addresses whose values together may occur once, those of the definition that are of fields, and of whom it
 * is about, alone.
 */
export function uniqueFields({ definition }: Compiled): readonly (readonly string[])[] {
  const { properties } = definition.record as { readonly properties: JsonObject };
  const isField = (name: string): boolean => Object.prototype.hasOwnProperty.call(properties, name);
  const isSubject = (name: string): boolean => name === SUBJECT && definition.subject === 'person';
  const lists = (definition.unique ?? []).filter((names) => names.every((name) => isField(name) || isSubject(name)));
  return lists.map((names) => names.map((name) => (isField(name) ? `/${name}` : SUBJECT)));
}

/** Addresses whose values together tell records apart. */
export const keysOf = (compiled: Compiled): readonly string[] => uniqueFields(compiled)[0] ?? [];

/** The values of `keys` as one text; `undefined` where one of them is missing. */
function keyOf(keys: readonly string[], read: (pointer: string) => Json | undefined): string | undefined {
  const values = keys.map(read);
  return values.length === 0 || values.some((value) => value === undefined || value === null || value === '')
    ? undefined
    : JSON.stringify(values);
}

/** Finds new rows that are the same record as a row before. */
export class Twins {
  private readonly lists: readonly { readonly keys: readonly string[]; readonly rows: Map<string, number> }[];

  constructor(lists: readonly (readonly string[])[]) {
    this.lists = lists.map((keys) => ({ keys, rows: new Map<string, number>() }));
  }

  /** The row before, if any; otherwise this row is remembered. */
  before(row: number, values: ReadonlyMap<string, Json | undefined>): number | undefined {
    const found = this.lists.map(({ keys, rows }) => ({ rows, key: keyOf(keys, (pointer) => values.get(pointer)) }));
    for (const { rows, key } of found) if (key !== undefined && rows.has(key)) return rows.get(key);
    for (const { rows, key } of found) if (key !== undefined) rows.set(key, row);
    return undefined;
  }
}

/** Finds the record of a row by its id or by its key columns. */
export class Finder {
  private readonly byId: ReadonlyMap<string, StoredRecord>;
  private readonly byKey = new Map<string, StoredRecord | null>();
  private readonly keys: readonly string[];

  constructor(records: readonly StoredRecord[], keys: readonly string[]) {
    this.keys = keys;
    this.byId = new Map(records.map((record) => [record.id, record]));
    if (keys.length === 0) return;
    for (const record of records) {
      const { data, subject } = record;
      const key = keyOf(keys, (pointer) =>
        pointer === SUBJECT ? subject?.id : isObject(data) ? valueAt(data, pointer) : undefined,
      );
      if (key !== undefined) this.byKey.set(key, this.byKey.has(key) ? null : record);
    }
  }

  find(id: string, values: ReadonlyMap<string, Json | undefined>): StoredRecord | 'unknown' | 'ambiguous' | undefined {
    if (id !== '') return this.byId.get(id) ?? 'unknown';
    const key = keyOf(this.keys, (pointer) => values.get(pointer));
    const found = key === undefined ? undefined : this.byKey.get(key);
    return found === null ? 'ambiguous' : found;
  }
}
