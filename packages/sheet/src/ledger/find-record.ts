import type { Compiled } from '@jiceng/core/definition/compiled.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { isObject, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';

/** Addresses whose values together tell records apart: the first `unique` of fields. */
export function keysOf({ definition }: Compiled): readonly string[] {
  const { properties } = definition.record as { readonly properties: JsonObject };
  const list = definition.unique?.find((names) => names.every((name) => Object.prototype.hasOwnProperty.call(properties, name)));
  return (list ?? []).map((name) => `/${name}`);
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
      const key = this.keyOf((pointer) => (isObject(record.data) ? valueAt(record.data, pointer) : undefined));
      if (key !== undefined) this.byKey.set(key, this.byKey.has(key) ? null : record);
    }
  }

  find(id: string, values: ReadonlyMap<string, Json | undefined>): StoredRecord | 'unknown' | 'ambiguous' | undefined {
    if (id !== '') return this.byId.get(id) ?? 'unknown';
    const key = this.keyOf((pointer) => values.get(pointer));
    const found = key === undefined ? undefined : this.byKey.get(key);
    return found === null ? 'ambiguous' : found;
  }

  private keyOf(read: (pointer: string) => Json | undefined): string | undefined {
    const values = this.keys.map(read);
    return values.length === 0 || values.some((value) => value === undefined || value === null || value === '') ? undefined : JSON.stringify(values);
  }
}
