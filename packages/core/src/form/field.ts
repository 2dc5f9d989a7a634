import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { RulesOfField } from '../definition/rules.ts';
import { sameJson } from '../json/changes.ts';
import { isObject, own, type Json } from '../json/json.ts';
import { childPointer } from '../json/pointer.ts';
import { isBlank, suits } from '../schema/fields/field-value.ts';
import type { FieldKind, FieldNode } from '../schema/fields/fields.ts';
import type { FieldProblem, FieldSource } from './contract.ts';
import { problemsOf } from './field-problems.ts';
import type { FormModel } from './form.ts';
import type { Computed } from './formulas.ts';

/** A value that never changes, in the shape of a signal: nobody subscribes, so that nobody is kept alive by it. */
const constant = <T>(value: T): ReadonlySignal<T> => ({ value, peek: () => value }) as unknown as ReadonlySignal<T>;

export const YES = constant(true);
export const NO = constant(false);
const NONE = constant(undefined);

/** One place of a form: a single value, a group of fields, or a table of rows. All that changes is a signal. */
export class FieldModel {
  readonly form: FormModel;
  readonly node: FieldNode;
  readonly parent: FieldModel | undefined;
  readonly rules: RulesOfField;
  /** Whether somebody has been here and left, or tried to submit. */
  readonly touched: Signal<boolean>;
  /** Text that could not be read as a value, and why; it is kept until it can. */
  readonly typed: Signal<{ readonly text: string; readonly problem: FieldProblem } | undefined>;
  protected readonly stored: Signal<Json | undefined>;
  // Made when first needed: most fields are leaves.
  private children: Map<FieldNode, FieldModel> | undefined;
  private byKey: Map<string, FieldModel> | undefined;
  private readonly cache: Partial<Record<string, ReadonlySignal<unknown>>> = {};

  constructor(
    form: FormModel,
    node: FieldNode,
    parent: FieldModel | undefined,
    value: Json | undefined,
    before?: FieldModel,
  ) {
    this.form = form;
    this.node = node;
    this.parent = parent;
    this.rules = form.rulesOf(node.pointer);
    this.stored = signal(value);
    this.touched = before?.touched ?? signal(form.showAll);
    this.typed = before?.typed ?? signal(undefined);
  }

  get kind(): FieldKind {
    return this.node.kind;
  }

  /** Name in its group; a row's is its stable key. */
  get key(): string {
    return this.node.key;
  }

  /** JSON Pointer in the data; of fields in rows, it changes when rows move. */
  get pointer(): string {
    const { pointer } = this.node;
    return this.parent && pointer.includes('*') ? childPointer(this.parent.pointer, this.key) : pointer;
  }

  /** What people call it. */
  get label(): string {
    return this.form.layout.labelOf(this.node);
  }

  /** The row that it stands in, if any. */
  get row(): FieldModel | undefined {
    return this.parent?.row;
  }

  /** The value, computed where a rule says so. `undefined`: nothing there. */
  get value(): ReadonlySignal<Json | undefined> {
    return this.rules.value === undefined ? this.stored : this.outcome('value', () => this.computed.value?.value);
  }

  /** What the field's value rule gives, or why it gives nothing; `undefined` where there is no such rule. */
  get computed(): ReadonlySignal<Computed | undefined> {
    const { value } = this.rules;
    return value === undefined
      ? NONE
      : this.outcome('computed', () => this.form.formulas.fieldValue(value, this), sameComputed);
  }

  /** What is stored, whatever the rules say. */
  get raw(): Json | undefined {
    return this.stored.peek();
  }

  /** Whether the value can be shown by this kind of field; otherwise it is kept, and said to be wrong. */
  get suits(): ReadonlySignal<boolean> {
    return this.outcome('suits', () => suits(this.value.value, this.node));
  }

  /** Whether it is shown: its own rules and everything around it. */
  get visible(): ReadonlySignal<boolean> {
    const { visible } = this.rules;
    const section = this.form.layout.conditionOf(this.node.pointer);
    if (visible.length === 0 && section === undefined) return this.parent?.visible ?? YES;
    return this.outcome(
      'visible',
      () =>
        (this.parent?.visible.value ?? true) &&
        (section === undefined || this.form.formulas.holds(section, undefined, true)) &&
        visible.every((rule) => this.form.formulas.holds(rule, this.row, true)),
    );
  }

  get required(): ReadonlySignal<boolean> {
    const { required } = this.rules;
    const asked = this.form.layout.specOf(this.node.pointer)?.required;
    if (this.node.required || asked === true) return YES;
    if (required.length === 0 && typeof asked !== 'string' && !this.form.checks?.explains(this.node.pointer)) return NO;
    return this.outcome(
      'required',
      () =>
        (typeof asked === 'string' && this.form.formulas.holds(asked, this.row, false)) ||
        required.some((rule) => this.form.formulas.holds(rule, this.row, false)) ||
        this.form.checks?.mustExplain(this.node.pointer) !== undefined,
    );
  }

  get readonly(): ReadonlySignal<boolean> {
    const { value, prefill, readonly } = this.rules;
    const fixed =
      this.form.options.readonly ||
      value !== undefined ||
      this.node.readOnly ||
      (prefill !== undefined && !prefill.editable && !isBlank(this.form.prefilled.get(this.node.pointer))) ||
      !this.form.mayEdit(this.node.pointer);
    if (fixed) return YES;
    if (readonly.length === 0) return this.parent?.readonly ?? NO;
    return this.outcome(
      'readonly',
      () =>
        (this.parent?.readonly.value ?? false) ||
        readonly.some((rule) => this.form.formulas.holds(rule, this.row, false)),
    );
  }

  /** Everything wrong with this very field, errors first. */
  get problems(): ReadonlySignal<readonly FieldProblem[]> {
    return this.outcome('problems', () => problemsOf(this));
  }

  /** The problems to show now: all of them once touched, before that only what nobody here has typed. */
  showing(): readonly FieldProblem[] {
    if (this.touched.value) return this.problems.value;
    if (this.plain && !this.typed.value && suits(this.stored.value, this.node)) return NOTHING;
    const { value } = this.problems;
    return value.some(({ always }) => always) ? value.filter(({ always }) => always) : NOTHING;
  }

  /** Nothing but the schema and what is typed decides about it, so that nothing can be wrong before it is touched. */
  private get plain(): boolean {
    const { value, visible, required, readonly } = this.rules;
    return value === undefined && visible.length + required.length + readonly.length === 0;
  }

  /** Where a computed or prefilled value comes from; undefined for what people type. Facts are read anew. */
  get source(): FieldSource | undefined {
    const { value, prefill } = this.rules;
    return value === undefined && prefill === undefined ? undefined : this.form.formulas.sourceOf(this);
  }

  /** Changes the value as a person does; `undefined` clears it. Returns whether it was taken. */
  set(value: Json | undefined): boolean {
    if (this.readonly.peek()) return false;
    return this.form.write(this, value);
  }

  /**
   * Keeps text that is no value, and says why. The value before it is cleared, since it is no longer what the person
   * sees.
   */
  refuse(text: string, problem: FieldProblem): void {
    this.typed.value = { text, problem };
    if (this.stored.peek() !== undefined) this.form.write(this, undefined, true);
    else this.form.changed();
  }

  /** The fields of a group, those of active conditions included, and what else the data hold. */
  get fields(): ReadonlySignal<readonly FieldModel[]> {
    return this.outcome(
      'fields',
      () => {
        const { node } = this;
        const plain = node.branches().length === 0;
        const value = this.stored.value;
        const open = plain ? node.children() : node.activeFields(value);
        return [...open, ...node.extraFields(value)].map((child) => this.at(child));
      },
      sameList,
    );
  }

  /** The child of this name, or `undefined` where the schema has none. */
  child(key: string): FieldModel | undefined {
    const known = this.byKey?.get(key);
    if (known) return known;
    const node =
      childNode(this.node, key) ??
      this.node.activeFields(this.stored.peek()).find((child) => child.key === key) ??
      this.node.extraFields(this.stored.peek()).find((child) => child.key === key);
    return node && this.at(node);
  }

  protected at(node: FieldNode): FieldModel {
    const children = (this.children ??= new Map<FieldNode, FieldModel>());
    const byKey = (this.byKey ??= new Map<string, FieldModel>());
    let model = children.get(node);
    if (!model) {
      model = this.form.make(node, this, this.part(node.key), byKey.get(node.key));
      children.set(node, model);
    }
    byKey.set(node.key, model);
    return model;
  }

  protected part(key: string): Json | undefined {
    const value = this.stored.peek();
    return isObject(value) ? own(value, key) : undefined;
  }

  /**
   * Takes over what the document now holds at this place. Called by the form only; `way` is the only way down on which
   * anything has changed, its next field last, so that a key in one of hundreds of fields does not go through all.
   */
  refresh(value: Json | undefined, way?: FieldModel[]): void {
    if (this.stored.peek() === value) return;
    this.stored.value = value;
    const object = isObject(value) ? value : undefined;
    const next = way?.pop();
    // Under conditions one name may have several models.
    if (next && this.children?.size === this.byKey?.size) next.refresh(own(object, next.key), way);
    else this.children?.forEach((child) => child.refresh(own(object, child.key)));
  }

  /** Itself and everything below that has been opened. */
  *opened(): IterableIterator<FieldModel> {
    yield this;
    if (this.children) for (const child of this.children.values()) yield* child.opened();
  }

  protected outcome<T>(name: string, compute: () => T, same?: (a: T, b: T) => boolean): ReadonlySignal<T> {
    let known = this.cache[name] as ReadonlySignal<T> | undefined;
    if (!known) {
      let last: T | undefined;
      known = computed(() => {
        const next = compute();
        if (same && last !== undefined && same(last, next)) return last;
        last = next;
        return next;
      });
      this.cache[name] = known as ReadonlySignal<unknown>;
    }
    return known;
  }
}

const sameComputed = (a: Computed | undefined, b: Computed | undefined): boolean =>
  a !== undefined && b !== undefined && a.error === b.error && sameJson(a.value, b.value);
const NOTHING: readonly FieldProblem[] = [];

const byName = new WeakMap<FieldNode, ReadonlyMap<string, FieldNode>>();

/** The child of a node by name, found without going through hundreds. */
function childNode(node: FieldNode, key: string): FieldNode | undefined {
  let names = byName.get(node);
  if (!names) byName.set(node, (names = new Map(node.children().map((child) => [child.key, child]))));
  return names.get(key);
}

export function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
