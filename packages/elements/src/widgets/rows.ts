import { effect, untracked } from '@preact/signals-core';
import type { FieldModel } from '@jiceng/core/form/field.js';
import type { FieldSpec } from '@jiceng/core/form/layout.js';
import { RowsModel } from '@jiceng/core/form/rows.js';
import { isMonthly, readDate } from '@jiceng/core/typed/typed-date.js';
import { numberText, readNumber } from '@jiceng/core/typed/typed-number.js';
import { cleanText } from '@jiceng/core/schema/fields/field-value.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import { gridStyles } from '../grid/grid.styles.ts';
import { RowsGrid } from '../grid/rows-grid.ts';
import type { RowsColumn, RowsModel as GridRows } from '../grid/rows-model.ts';
import { fieldText, DASH, type Names } from './format.ts';
import { mixedText, setMixed } from './mixed.ts';
import { namesOf } from './names.ts';
import { OrganisationTree, personSource, type PickSource } from './pick-sources.ts';
import { pickFrom } from './picked.ts';
import { adopt } from '../internal/adopt.ts';
import { make } from '../internal/nodes.ts';
import type { Widget, WidgetContext, WidgetType } from './widget.ts';

const CONTROLS: Partial<Record<FieldModel['kind'], RowsColumn['control']>> = {
  text: 'text',
  longText: 'longText',
  number: 'number',
  integer: 'number',
  date: 'text',
  boolean: 'boolean',
  choice: 'choice',
  time: 'text',
  mixed: 'text',
};

export { RowsModel };

/** A repeated field as an editable table; only the rows in view are drawn. */
export const rowsWidget: WidgetType = {
  name: 'table',
  rank: ({ kind }) => (kind === 'rows' ? 1 : 0),
  create(field, context, spec): Widget {
    const rows = field as RowsModel;
    const node = make('div', { class: 'rows', role: 'group' });
    const table = new RowsTable(rows, context, spec);
    let stop: (() => void) | undefined;
    let gone = false;
    let shown: RowsGrid | undefined;
    // Not before the node stands in the page, where it has a size.
    const ready = Promise.resolve().then(() => {
      if (gone) return undefined;
      adopt(context.layer, gridStyles);
      const grid = new RowsGrid(node, table, context.locale);
      shown = grid;
      stop = effect(() => {
        table.follow();
        grid.update();
      });
      return grid;
    });
    context.onDispose(() => {
      gone = true;
      stop?.();
      void ready.then((grid) => grid?.disconnected());
    });
    return {
      node,
      control: node,
      group: true,
      show: () => undefined,
      commit: () => shown?.commit(),
      focus: ([row, column]) =>
        void ready.then((grid) => {
          const first = table.columns[0]?.id ?? '';
          if (row !== undefined) return grid?.focusRow(Number(row), column ?? first);
          const problem = table.firstProblem();
          grid?.focusCell(problem?.key ?? table.keys[0] ?? '', problem?.column ?? first);
        }),
      place: () => shown?.place ?? '',
      connect: (on) => void ready.then((grid) => (on ? grid?.reconnected() : grid?.disconnected())),
      disable(on) {
        table.disabled = on;
        void ready.then((grid) => grid?.update());
      },
    };
  },
};

/** A repeated field as the grid sees it. */
class RowsTable implements GridRows {
  readonly columns: readonly RowsColumn[];
  disabled = false;
  private readonly rows: RowsModel;
  private readonly names: Names;
  private readonly context: WidgetContext;
  private readonly nodes = new Map<string, FieldNode>();

  constructor(rows: RowsModel, context: WidgetContext, spec: FieldSpec) {
    this.rows = rows;
    this.context = context;
    this.names = namesOf(context);
    const item = rows.node.item();
    const prefix = `${rows.node.pointer}/*/`;
    const wanted = spec.columns?.map(({ pointer }) => pointer.slice(prefix.length));
    const children = item?.children() ?? [];
    const nodes = wanted ? wanted.flatMap((name) => children.find(({ key }) => key === name) ?? []) : children;
    for (const child of nodes) this.nodes.set(child.key, child);
    this.columns = nodes.map((child) => this.column(child));
  }

  get label(): string {
    return this.rows.label;
  }
  get keys(): readonly string[] {
    return this.rows.rowKeys.peek();
  }
  get readonly(): boolean {
    return this.disabled || this.rows.readonly.peek() || !this.rows.suits.peek();
  }
  get canAdd(): boolean {
    return !this.readonly && this.rows.length < this.rows.maxRows;
  }
  get canRemove(): boolean {
    return !this.readonly && this.rows.length > 0;
  }

  /** Reads everything that the table shows, inside an effect. */
  follow(): void {
    const { rows } = this;
    void rows.rowKeys.value;
    void rows.value.value;
    void rows.readonly.value;
    void rows.suits.value;
    void rows.form.validations.value;
    void rows.form.revision.value;
    for (const { id } of this.columns)
      if (rows.form.rulesOf(`${rows.node.pointer}/*/${id}`).value !== undefined) void rows.column(id).value;
  }

  text(key: string, column: string): string {
    const field = this.field(key, column);
    const text = field ? (field.typed.peek()?.text ?? fieldText(field, this.names, true)) : '';
    return text === DASH && !this.computes(column) ? '' : text;
  }

  raw(key: string, column: string): string {
    const field = this.field(key, column);
    const typed = field?.typed.peek();
    if (typed) return typed.text;
    const value = field?.value.peek();
    if (value === undefined || value === null) return '';
    if (field?.kind === 'mixed') return mixedText(value, this.context.text);
    if (field?.kind === 'date' && typeof value === 'string' && isMonthly(field.node.schema)) return value.slice(0, 7);
    return typeof value === 'number'
      ? numberText(value)
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  }

  set(key: string, column: string, text: string): void {
    const field = this.field(key, column);
    if (!field) return;
    const { kind } = field;
    if (kind === 'number' || kind === 'integer' || kind === 'date') {
      const read = kind === 'date' ? readDate(text, isMonthly(field.node.schema)) : readNumber(text);
      if (read.ok) field.set(read.value);
      else field.refuse(text, { ...read.problem, level: 'error' });
    } else if (kind === 'boolean') field.set(text === '' ? undefined : text === 'true');
    else if (kind === 'choice')
      field.set(
        text === '' ? undefined : (field.node.options.find(({ value }) => String(value) === text)?.value ?? text),
      );
    else if (kind === 'mixed') setMixed(field, text, this.context.text);
    else field.set(cleanText(text) || undefined);
    field.touched.value = true;
    this.context.committed(field);
  }

  isReadonly(key: string, column: string): boolean {
    return this.field(key, column)?.readonly.peek() ?? true;
  }

  error(key: string, column: string): string | undefined {
    const field = this.field(key, column);
    return (
      field && untracked(() => field.showing()).find(({ level }) => level === 'error')?.reason[this.context.language]
    );
  }

  add(before?: string): string | undefined {
    const key = this.rows.insert(before === undefined ? undefined : this.rows.indexOf(before));
    this.context.committed(this.rows);
    return key;
  }

  duplicate(key: string): string | undefined {
    const copy = this.rows.duplicate(key);
    this.context.committed(this.rows);
    return copy;
  }

  remove(key: string): void {
    this.rows.remove(key);
    this.context.committed(this.rows);
  }

  step(way: 'undo' | 'redo'): void {
    if (this.rows.form[way]()) this.context.committed(this.rows);
  }

  drop(key: string): void {
    this.rows.remove(key);
  }

  /** Where the first error stands. */
  firstProblem(): { readonly key: string; readonly column: string } | undefined {
    for (const row of this.rows.openedRows()) {
      for (const { id } of this.columns)
        if (
          row
            .child(id)
            ?.problems.peek()
            .some(({ level }) => level === 'error')
        )
          return { key: row.rowKey, column: id };
    }
    return undefined;
  }

  private field(key: string, column: string): FieldModel | undefined {
    return this.rows.rowAt(this.rows.indexOf(key))?.child(column);
  }

  private computes(column: string): boolean {
    return this.rows.form.rulesOf(`${this.rows.node.pointer}/*/${column}`).value !== undefined;
  }

  private column(node: FieldNode): RowsColumn {
    const { key, kind, unit, options, schema } = node;
    const label = this.rows.form.layout.labelOf(node);
    const { marks } = this.context.text;
    const fixed = node.readOnly || this.computes(key);
    const source = fixed ? undefined : this.sourceOf(node);
    const choices = options.map(({ value, title }) => ({ value: String(value), title }));
    const control = fixed ? 'none' : source ? 'pick' : (CONTROLS[kind] ?? 'none');
    return {
      id: key,
      title: unit === undefined ? label : label + marks.open + unit + marks.close,
      required: node.required,
      control,
      ...(typeof schema.maxLength === 'number' ? { maxLength: schema.maxLength } : {}),
      ...(control === 'choice' ? { options: () => choices } : {}),
      ...(source
        ? {
            meant: (words) => {
              const ids = source.named(words);
              return ids.length === 1 ? ids[0] : undefined;
            },
            pick: (row, anchor, typed, choose) => {
              const chosen = this.raw(row, key);
              return pickFrom(
                source,
                anchor,
                label,
                this.context,
                { chosen: chosen === '' ? [] : [chosen], search: typed },
                ([id = '']) => choose(id),
              );
            },
          }
        : {}),
    };
  }

  /** Organisations and people are looked up, where there is a directory. */
  private sourceOf({ format }: FieldNode): PickSource | undefined {
    const { context, rows } = this;
    if (format === 'organisation') return context.organisations.length > 0 ? new OrganisationTree(context) : undefined;
    return format === 'person' && context.people.length > 0
      ? personSource(context, rows.form.options.record?.orgId)
      : undefined;
  }
}
