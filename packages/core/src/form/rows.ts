import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import { childPointer } from '../json/pointer.ts';
import type { FieldNode } from '../schema/fields/fields.ts';
import type { FormModel } from './form.ts';
import { FieldModel, sameList } from './field.ts';

let made = 0;
const keys = new WeakMap<object, string>();

/** A repeated field. Rows keep their key through edits, moves, undo and a return from the server. */
export class RowsModel extends FieldModel {
  private readonly order = signal<readonly string[]>([]);
  private readonly byRow = new Map<string, RowModel>();
  private readonly columns = new Map<string, ReadonlySignal<readonly (Json | undefined)[]>>();
  private index: Map<string, number> | undefined;

  constructor(
    form: FormModel,
    node: FieldNode,
    parent: FieldModel | undefined,
    value: Json | undefined,
    before?: FieldModel,
  ) {
    super(form, node, parent, value, before);
    this.order.value = keysFor(value, undefined, []);
  }

  /** Keys of the rows, in order. */
  get rowKeys(): ReadonlySignal<readonly string[]> {
    return this.order;
  }

  /** The rows, in order. Opens a model for each: tables that show a few rows ask for those by `rowAt`. */
  get rows(): ReadonlySignal<readonly RowModel[]> {
    return this.outcome('rows', () => this.order.value.map((key) => this.rowOf(key)), sameList);
  }

  get length(): number {
    return this.order.peek().length;
  }

  rowAt(index: number): RowModel | undefined {
    const key = this.order.peek()[index];
    return key === undefined ? undefined : this.rowOf(key);
  }

  indexOf(key: string): number {
    this.index ??= new Map(this.order.peek().map((known, at) => [known, at]));
    return this.index.get(key) ?? -1;
  }

  override child(key: string): FieldModel | undefined {
    return /^(0|[1-9]\d*)$/.test(key) ? this.rowAt(Number(key)) : undefined;
  }

  /** The values of one column, computed ones included. Changes only when one of them does. */
  column(name: string): ReadonlySignal<readonly (Json | undefined)[]> {
    let known = this.columns.get(name);
    if (!known) {
      const rule = this.form.rulesOf(`${this.node.pointer}/*${childPointer('', name)}`).value;
      let last: readonly (Json | undefined)[] = [];
      known = computed(() => {
        const value = this.stored.value;
        const next =
          rule !== undefined
            ? this.rows.value.map((row) => row.child(name)?.value.value)
            : Array.isArray(value)
              ? value.map((row: Json) => (isObject(row) ? own(row, name) : undefined))
              : [];
        return sameList(last, next) ? last : (last = next);
      });
      this.columns.set(name, known);
    }
    return known;
  }

  /** Adds a row before `at` (at the end without it) and answers its key. */
  insert(at = this.length, row: JsonObject = {}): string | undefined {
    if (this.readonly.peek() || this.length >= this.maxRows) return undefined;
    const fresh = { ...row };
    const key = newKey(fresh);
    const list = [...this.list()];
    list.splice(at, 0, fresh);
    return this.form.write(this, list, false, {}) ? key : undefined;
  }

  remove(key: string): void {
    const at = this.indexOf(key);
    if (at < 0 || this.readonly.peek()) return;
    const list = this.list().filter((_, index) => index !== at);
    this.form.write(this, list.length === 0 ? undefined : list, false, {});
  }

  /** Moves a row to the place `to`. */
  move(key: string, to: number): void {
    const from = this.indexOf(key);
    if (from < 0 || to < 0 || to >= this.length || from === to || this.readonly.peek()) return;
    const list = [...this.list()];
    const [row] = list.splice(from, 1);
    list.splice(to, 0, row as Json);
    this.form.write(this, list, false, {});
  }

  /** Adds a copy of a row below it and answers its key. */
  duplicate(key: string): string | undefined {
    const at = this.indexOf(key);
    const row = this.list()[at];
    return isObject(row) ? this.insert(at + 1, row) : undefined;
  }

  get maxRows(): number {
    const { maxItems } = this.node.schema;
    return typeof maxItems === 'number' ? maxItems : Infinity;
  }

  override refresh(value: Json | undefined): void {
    const before = this.stored.peek();
    if (before === value) return;
    const order = keysFor(value, before, this.order.peek());
    if (!sameList(order, this.order.peek())) {
      this.order.value = order;
      this.index = undefined;
    }
    this.stored.value = value;
    const list: readonly Json[] = Array.isArray(value) ? value : [];
    const kept = new Set(order);
    this.byRow.forEach((row, key) => {
      if (kept.has(key)) row.refresh(list[this.indexOf(key)]);
      else this.byRow.delete(key);
    });
  }

  /** The rows that somebody has looked at. */
  openedRows(): Iterable<RowModel> {
    return this.byRow.values();
  }

  override *opened(): IterableIterator<FieldModel> {
    yield this;
    for (const row of this.byRow.values()) yield* row.opened();
  }

  private list(): readonly Json[] {
    return Array.isArray(this.raw) ? this.raw : [];
  }

  private rowOf(key: string): RowModel {
    let row = this.byRow.get(key);
    if (!row) {
      row = new RowModel(this.form, this.node.item() as FieldNode, this, this.list()[this.indexOf(key)], key);
      this.byRow.set(key, row);
    }
    return row;
  }
}

/** One row of a repeated field: a group that knows its own key. */
export class RowModel extends FieldModel {
  readonly rowKey: string;

  constructor(form: FormModel, node: FieldNode, parent: RowsModel, value: Json | undefined, rowKey: string) {
    super(form, node, parent, value);
    this.rowKey = rowKey;
  }

  override get key(): string {
    return this.rowKey;
  }

  /** Its present place. */
  get index(): number {
    return (this.parent as RowsModel).indexOf(this.rowKey);
  }

  override get pointer(): string {
    return childPointer((this.parent as RowsModel).pointer, this.index);
  }

  override get row(): FieldModel {
    return this;
  }
}

function newKey(row: object): string {
  made += 1;
  const key = `r${made}`;
  keys.set(row, key);
  return key;
}

/**
 * The keys of a list's rows. A row that took the place of another in a list of the same length is that row, changed.
 */
function keysFor(value: Json | undefined, before: Json | undefined, order: readonly string[]): readonly string[] {
  if (!Array.isArray(value)) return [];
  const known = new Set(value.flatMap((row: Json) => (isObject(row) ? (keys.get(row) ?? []) : [])));
  const sameLength = Array.isArray(before) && before.length === value.length;
  const used = new Set<string>();
  return value.map((row: Json, at) => {
    const old = order[at];
    let key = isObject(row) ? keys.get(row) : undefined;
    if (key === undefined && sameLength && old !== undefined && !known.has(old)) key = old;
    if (key === undefined) key = isObject(row) ? newKey(row) : `p${at}`;
    else if (isObject(row)) keys.set(row, key);
    while (used.has(key)) key = `${key}~`;
    used.add(key);
    return key;
  });
}
