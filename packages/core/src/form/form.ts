import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { Compiled } from '../definition/compiled.ts';
import { isCheck, rulesByField, type RulesOfField } from '../definition/rules.ts';
import type { FieldRef } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import { changesBetween, mergeChanges, placed, sameJson, type Change, type Conflict } from '../json/changes.ts';
import type { Json } from '../json/json.ts';
import { pointerParts } from '../json/pointer.ts';
import { TEXTS } from '../record/texts.ts';
import { isBlank } from '../schema/fields/field-value.ts';
import type { FieldNode } from '../schema/fields/fields.ts';
import type { Problem } from '../text/problem.ts';
import type { FieldProblem, FormOptions, FormSnapshot } from './contract.ts';
import { copyJson } from './copy.ts';
import { startValue } from '../schema/fields/start.ts';
import { placedIn } from './placed-in.ts';
import { FieldModel } from './field.ts';
import type { FormChecks } from './form-checks.ts';
import { formulas } from './formula-part.ts';
import type { FormulaReader } from './formulas.ts';
import { History } from './history.ts';
import { FormLayout } from './layout.ts';
import { problemsIn } from './reading-order.ts';
import { rowsType } from './rows-part.ts';
import { FormValidity } from './validity.ts';

/** What a form is made from, and how it speaks. */
export interface CreateFormOptions extends FormOptions {
  /** Asks for these fields only, in this order. */
  readonly fields?: readonly FieldRef[] | undefined;
}

/**
 * Makes a form over one record. Never throws; whatever is wrong with the data is said at its place. Formulas and tables
 * in it need their parts (formula-part.ts, rows-part.ts); create-form.ts brings all.
 */
export function createBareForm(options: CreateFormOptions): FormModel {
  return new FormModel(options);
}

/**
 * One record being filled in. Values live in one immutable document; fields are windows on it that follow by signals.
 */
export class FormModel {
  readonly options: CreateFormOptions;
  readonly compiled: Compiled;
  readonly root: FieldModel;
  readonly layout: FormLayout;
  /** The checks over several fields; undefined where there are none. */
  readonly checks: FormChecks | undefined;
  readonly validity: FormValidity;
  /** Values that prefill formulas gave at the start, by field address. */
  readonly prefilled: ReadonlyMap<string, Json>;
  /** What is wrong with the data that came in: left out, or numbers that have lost digits. */
  readonly dataProblems: readonly Problem[];
  /** Fields opened from now on show their problems at once. */
  showAll = false;
  /** Raised by everything a person does; drafts follow it. */
  readonly revision: Signal<number> = signal(0);
  /** Raised by every validation of the whole. */
  readonly validations: Signal<number> = signal(0);
  /** The data with every computed value in place: what is shown, validated and sent. */
  readonly value: ReadonlySignal<Json>;
  /** Whether anything differs from what was opened or last saved. */
  readonly hasUnsaved: ReadonlySignal<boolean>;
  readonly rulesOf: (pattern: string) => RulesOfField;
  private readonly data: Signal<Json>;
  private readonly start: Signal<Json>;
  private base: Json;
  private readonly history = new History();
  private reader: FormulaReader | undefined;

  constructor(options: CreateFormOptions) {
    this.options = options;
    this.compiled = options.compiled;
    const problems: Problem[] = [];
    const given = options.record ? options.record.data : options.data;
    this.base = copyJson(given ?? startValue(this.compiled.root), problems) ?? {};
    this.dataProblems = problems;
    this.rulesOf = rulesByField(options.compiled.definition);
    this.data = signal(this.base);
    this.layout = new FormLayout(options.compiled, () => this.root, options.fields);
    const rules = options.compiled.definition.rules ?? [];
    this.checks = rules.some(isCheck) ? formulas().checks(this) : undefined;
    this.prefilled = new Map();
    this.root = this.make(options.compiled.root, undefined, this.base);
    this.value = rules.some((rule) => !isCheck(rule) && rule.value !== undefined)
      ? computed(() => formulas().withComputed(this, this.data.value))
      : this.data;
    this.validity = new FormValidity(options.compiled, this.value);
    this.prefilled = this.prefill();
    this.start = signal(this.data.peek());
    this.hasUnsaved = computed(() => !sameJson(this.start.value, this.data.value));
    this.history.clear();
  }

  /** What evaluates this form's formulas; made for the first, since most forms have none. */
  get formulas(): FormulaReader {
    return (this.reader ??= formulas().reader(this));
  }

  /** The field at a JSON Pointer, or `undefined` where the schema has none. */
  field(pointer: string): FieldModel | undefined {
    let field: FieldModel | undefined = this.root;
    for (const part of pointerParts(pointer)) field = field?.child(part);
    return field;
  }

  /** Whether this person may change a field at all. The form as a whole is nobody's field: `readonly` closes it. */
  mayEdit(pattern: string): boolean {
    return pattern === '' || (this.options.mayEdit?.(pattern) ?? true);
  }

  /** Whether rules make a difference in fields below `prefix`. */
  hasRulesWithin(prefix: string): boolean {
    return (this.compiled.definition.rules ?? []).some((rule) => 'field' in rule && rule.field.startsWith(prefix));
  }

  /** Errors and warnings of visible fields, in reading order. */
  problems(): FieldProblem[] {
    return problemsIn(this);
  }

  /** Shows every problem from now on; answers the errors in reading order. None: the form may be submitted. */
  validateAll(): FieldProblem[] {
    this.showAll = true;
    const problems = this.problems();
    batch(() => {
      for (const field of this.root.opened()) field.touched.value = true;
      this.validations.value += 1;
    });
    return problems.filter(({ level }) => level === 'error');
  }

  /**
   * What a command sends: the fields that differ from the record as it was opened. Computed fields are the engine's.
   */
  changes(): Change[] {
    return changesBetween(this.base, this.data.peek()).filter(
      ({ pointer }) => this.rulesOf(patternOf(this.compiled, pointer)).value === undefined,
    );
  }

  snapshot(): FormSnapshot {
    const touched: string[] = [];
    const typed: Record<string, string> = {};
    for (const field of this.root.opened()) {
      if (field.touched.peek()) touched.push(field.pointer);
      const text = field.typed.peek()?.text;
      if (text !== undefined) typed[field.pointer] = text;
    }
    return { data: this.data.peek(), touched, typed };
  }

  /** Goes back to a snapshot; it can be undone. */
  restore({ data, touched = [], typed = {} }: FormSnapshot): void {
    const next = copyJson(data) ?? {};
    this.history.push(this.data.peek(), next, undefined);
    this.commit(next);
    batch(() => {
      for (const pointer of touched) {
        const field = this.field(pointer);
        if (field) field.touched.value = true;
      }
      for (const [pointer, text] of Object.entries(typed)) {
        const field = this.field(pointer);
        if (field)
          field.typed.value = { text, problem: { pointer, code: 'typed', reason: TEXTS.unread, level: 'error' } };
      }
    });
    this.changed();
  }

  /** Back to the record as it was opened. */
  reset(): void {
    this.showAll = false;
    batch(() => {
      for (const field of this.root.opened()) {
        field.touched.value = false;
        field.typed.value = undefined;
      }
    });
    this.commit(this.start.peek());
    this.history.clear();
    this.changed();
  }

  /** Takes the record as it now is in the store and puts own changes on top. Answers what both sides changed. */
  rebase(record: StoredRecord): Conflict[] {
    const base = copyJson(record.data) ?? {};
    const { data, conflicts } = mergeChanges(this.base, this.data.peek(), base);
    this.base = base;
    this.start.value = base;
    this.history.clear();
    this.commit(data);
    return conflicts;
  }

  /** Takes back the last step: all typing in one field without a pause is one. */
  undo(): boolean {
    return this.go(this.history.undo());
  }

  redo(): boolean {
    return this.go(this.history.redo());
  }

  /** Ends the present step, as when a field is left. */
  endStep(): void {
    this.history.close();
  }

  /** Puts a value into a field; fields call it. `group`: what the step belongs to. Answers whether it was taken. */
  write(field: FieldModel, value: Json | undefined, keepTyped = false, group: unknown = field): boolean {
    const { pointer } = field;
    const before = this.data.peek();
    if (value === field.raw || (group === field && sameJson(field.raw, value))) {
      if (!keepTyped) field.typed.value = undefined;
      return true;
    }
    const next = placedIn(before, pointer, value, this.base);
    if (next === undefined) {
      field.typed.value = {
        text: String(value),
        problem: { pointer, code: 'forbidden-name', reason: TEXTS.forbiddenName, level: 'error', always: true },
      };
      return false;
    }
    this.history.push(before, next, group === field ? field : undefined);
    // Together, so that what follows them is drawn once, and no widget sees the typed text gone while the old value is
    // still there.
    batch(() => {
      if (!keepTyped) field.typed.value = undefined;
      this.commit(next, field);
      this.changed();
    });
    return true;
  }

  /** Something that drafts should keep has happened. */
  changed(): void {
    this.revision.value += 1;
  }

  /** The model of one place. */
  make(node: FieldNode, parent: FieldModel | undefined, value: Json | undefined, before?: FieldModel): FieldModel {
    return new ((node.kind === 'rows' && rowsType()) || FieldModel)(this, node, parent, value, before);
  }

  private go(data: Json | undefined): boolean {
    if (data === undefined) return false;
    batch(() => {
      for (const field of this.root.opened()) field.typed.value = undefined;
      this.commit(data);
    });
    this.changed();
    return true;
  }

  /** `only`: the field in which alone something has changed. */
  private commit(data: Json, only?: FieldModel): void {
    const way: FieldModel[] = [];
    for (let at = only; at?.parent; at = at.parent) way.push(at);
    batch(() => {
      this.data.value = data;
      this.root.refresh(data, way);
    });
  }

  private prefill(): Map<string, Json> {
    const found = new Map<string, Json>();
    for (const { field, from } of this.compiled.definition.prefill ?? []) {
      const model = field.includes('*') ? undefined : this.field(field);
      if (!model) continue;
      const value = this.formulas.prefill(from, model);
      if (value === undefined) continue;
      found.set(field, value);
      if (isBlank(model.raw) && !this.options.readonly)
        this.commit(placed(this.data.peek(), field, value) ?? this.data.peek());
    }
    return found;
  }
}

/** The address with `*` of a pointer with row numbers. */
function patternOf(compiled: Compiled, pointer: string): string {
  return compiled.field(pointer)?.pointer ?? pointer;
}
