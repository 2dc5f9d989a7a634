import { computed, type ReadonlySignal } from '@preact/signals-core';
import { readsOf } from '../definition/reads.ts';
import { evaluate, evaluateList, type Scope } from '../formula/evaluate.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import type { FactValue } from '../record/fact-reader.ts';
import { isObject, type Json, type JsonObject } from '../json/json.ts';
import { isTrue } from '../record/judge.ts';
import { recordScope } from '../record/scope.ts';
import { unbegun } from '../record/unbegun.ts';
import { cellOf, valueOf } from '../record/value-of.ts';
import type { FormOptions, FieldSource } from './contract.ts';
import type { FieldModel } from './field.ts';
import { isBlank } from '../schema/fields/field-value.ts';
import { fieldValue } from '../record/formula-value.ts';
import type { FormModel } from './form.ts';
import { isRows } from './rows-part.ts';
import { sameJson } from '../json/changes.ts';

/** What a value rule gives. */
export interface Computed {
  readonly value: Json | undefined;
  readonly error?: FormulaError;
}

/**
 * Evaluates a form's formulas over its fields. Whoever asks inside a signal follows exactly the fields that were read.
 */
export class FormulaReader {
  private readonly form: FormModel;
  private readonly options: FormOptions;
  private readonly conditions = new Map<string, ReadonlySignal<Value>>();
  private known: Scope | undefined;
  private facts: FactValue[] | undefined;

  constructor(form: FormModel) {
    this.form = form;
    this.options = form.options;
  }

  /** The value of a formula; `row` is what `[@name]` reads. */
  value(text: string, row?: FieldModel): Value {
    return evaluate(this.form.compiled.formula(text), this.scopeOf(row));
  }

  /** Whether a condition holds; `failed` where it cannot be told. */
  holds(text: string, row: FieldModel | undefined, failed: boolean): boolean {
    const value = this.condition(text, row);
    return value instanceof FormulaError ? failed : isTrue(value);
  }

  /** Why a condition cannot be told. */
  failure(text: string, row: FieldModel | undefined): FormulaError | undefined {
    const value = this.condition(text, row);
    return value instanceof FormulaError ? value : undefined;
  }

  /** The value of a field by its value rule. */
  fieldValue(text: string, field: FieldModel): Computed {
    const { node } = field;
    if (node.kind === 'list' || node.kind === 'choices') {
      const list = evaluateList(this.form.compiled.formula(text), this.scopeOf(field.row));
      const error = list.find((item): item is FormulaError => item instanceof FormulaError);
      return error ? { value: undefined, error } : { value: list as readonly Json[] };
    }
    const value = fieldValue(this.value(text, field.row), node);
    return value instanceof FormulaError ? { value: undefined, error: value } : { value };
  }

  /** What a prefill puts into a field; undefined where it gives nothing that fits. */
  prefill(text: string, { node }: FieldModel): Json | undefined {
    const value = fieldValue(this.value(text), node);
    return value instanceof FormulaError ? undefined : value;
  }

  /** Where the value of a field comes from; undefined for what people type. */
  sourceOf(field: FieldModel): FieldSource | undefined {
    const { value, prefill } = field.rules;
    const formula = value ?? prefill?.from;
    if (formula === undefined) return undefined;
    if (value === undefined) {
      const start = this.form.prefilled.get(field.node.pointer);
      if (isBlank(start) || !sameJson(start, field.value.peek())) return undefined;
    }
    this.facts = [];
    this.value(formula, field.row);
    const facts = this.facts;
    this.facts = undefined;
    const { names, columns, cells } = readsOf(this.form.compiled.formula(formula));
    return {
      kind: value === undefined ? 'prefill' : 'computed',
      formula,
      facts,
      inputs: [...names, ...columns, ...cells],
    };
  }

  private condition(text: string, row: FieldModel | undefined): Value {
    if (row && this.form.compiled.formula(text).cells.length > 0) return this.value(text, row);
    let known = this.conditions.get(text);
    if (!known) {
      known = computed(() => this.value(text));
      this.conditions.set(text, known);
    }
    return known.value;
  }

  /** Made at the first formula: most forms have none. */
  private get scope(): Scope {
    if (this.known) return this.known;
    const { compiled, organisation, facts, now, isWorkday, extra, data } = this.options;
    const nobodys = { orgId: organisation?.orgId ?? '', orgPath: '', data: isObject(data) ? data : {} };
    const input = {
      compiled,
      now,
      record: this.options.record ?? unbegun(compiled, nobodys, now),
      ...(organisation ? { organisation } : {}),
      ...(facts ? { facts } : {}),
      ...(isWorkday ? { isWorkday } : {}),
      ...(extra ? { extra } : {}),
      onFact: (_query: unknown, value: FactValue) => void this.facts?.push(value),
    };
    const envelope = recordScope(input);
    return (this.known = {
      ...envelope,
      name: (name) => (compiled.names.get(name) === 'field' ? this.nameOf(name) : envelope.name(name)),
      column: (list, column) => {
        if (compiled.names.get(list) !== 'field') return envelope.column?.(list, column);
        const field = this.form.root.child(list);
        if (field && isRows(field) && field.suits.value) return field.column(column).value.map(cellOf);
        // Groups and odd values read as in stored records.
        return recordScope({ ...input, data: { [list]: field?.value.value ?? null } as JsonObject }).column?.(
          list,
          column,
        );
      },
    });
  }

  private scopeOf(row: FieldModel | undefined): Scope {
    if (!row) return this.scope;
    return {
      ...this.scope,
      cell: (column) => {
        const field = row.child(column);
        return field && (fieldReads(field) as Value);
      },
    };
  }

  private nameOf(name: string): Value | readonly Value[] | undefined {
    const field = this.form.root.child(name);
    return field ? fieldReads(field) : null;
  }
}

function fieldReads(field: FieldModel): Value | readonly Value[] {
  const error = field.computed.value?.error;
  return error ?? valueOf(field.value.value);
}
