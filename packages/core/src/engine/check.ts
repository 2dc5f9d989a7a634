import type { Compiled } from '../definition/compiled.ts';
import { checksOf } from '../definition/rules.ts';
import { evaluate, type Scope } from '../formula/evaluate.ts';
import { FormulaError } from '../formula/value.ts';
import type { CheckRule, FieldRef } from '../generated/definition.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { Json } from '../json/json.ts';
import { placesIn } from '../json/places.ts';
import { valueAt } from '../json/pointer.ts';
import { covers } from '../life/fields.ts';
import { brokenCheck, isTrue } from '../record/judge.ts';
import { recordScope, rowScope, type ScopeInput } from '../record/scope.ts';
import { TEXTS } from '../record/texts.ts';
import { isBlank } from '../schema/fields/field-value.ts';
import { violationReason } from '../schema/messages.ts';
import type { Bilingual, Problem } from '../text/problem.ts';
import type { Workspace } from './workspace.ts';

/** What the rules say of a record as it stands. */
export interface Verification {
  /** These stop submitting. */
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** How strictly to look. */
export interface CheckOptions {
  /** Fields that cannot be filled yet, such as the reviewer's before submission: not asked for. */
  readonly notYet?: (pointer: string) => boolean;
  readonly onFact?: ScopeInput['onFact'];
}

/**
 * Judges a record by its schema, its required fields and its checks. Hidden fields keep their values and are not
 * judged.
 */
export function checkRecord(
  compiled: Compiled,
  record: StoredRecord,
  workspace: Workspace,
  { notYet = () => false, onFact }: CheckOptions = {},
): Verification {
  const data = record.data as Json;
  const scope = recordScope(workspace.scopeInput(compiled, record, { onFact }));
  const hidden = hiddenFields(compiled, record, scope);
  const isHidden = (pointer: string): boolean => hidden.some((field) => covers(field, pointer));
  const judging: Judging = { compiled, data, scope, isHidden, notYet, errors: [], warnings: [], missing: new Set() };
  judgeSchema(judging);
  judgeRequired(judging);
  judgeChecks(judging);
  return judging;
}

/** One record being judged, and what has been found. */
interface Judging {
  readonly compiled: Compiled;
  readonly data: Json;
  readonly scope: Scope;
  readonly isHidden: (pointer: string) => boolean;
  readonly notYet: (pointer: string) => boolean;
  readonly errors: Problem[];
  readonly warnings: Problem[];
  /** Fields that have been called missing, so that schema and rules say it once. */
  readonly missing: Set<string>;
}

function miss({ errors, missing, notYet }: Judging, pointer: string, reason: Bilingual): void {
  if (notYet(pointer)) return;
  if (!missing.has(pointer)) errors.push({ pointer, code: 'required', reason });
  missing.add(pointer);
}

function judgeSchema(judging: Judging): void {
  const { compiled, data, isHidden, errors } = judging;
  for (const violation of compiled.validator().validate(data)) {
    const { pointer, keyword } = violation;
    if (isHidden(pointer)) continue;
    const reason = violationReason(violation, labelOf(compiled, pointer));
    if (keyword === 'required') miss(judging, pointer, reason);
    else errors.push({ pointer, code: keyword, reason });
  }
}

function judgeRequired(judging: Judging): void {
  const { compiled, data, scope, isHidden, notYet, errors } = judging;
  for (const rule of compiled.definition.rules ?? []) {
    if (!('field' in rule) || rule.required === undefined) continue;
    const formula = compiled.formula(rule.required);
    for (const { pointer, row } of placesIn(data, rule.field)) {
      if (isHidden(pointer) || notYet(pointer)) continue;
      const holds = evaluate(formula, row === undefined ? scope : rowScope(scope, row));
      if (holds instanceof FormulaError) errors.push({ pointer, code: 'rule', reason: TEXTS.ruleFailed(holds.reason) });
      else if (isTrue(holds) && isBlank(valueAt(data, pointer)))
        miss(judging, pointer, TEXTS.required(labelOf(compiled, pointer)));
    }
  }
}

/** A check that wants an explanation is an error while there is none, and a warning from then on. */
function judgeChecks(judging: Judging): void {
  const { compiled, data, scope, errors, warnings } = judging;
  for (const rule of checksOf(compiled.definition)) {
    const reason = brokenCheck(rule, evaluate(compiled.formula(rule.check), scope));
    if (!reason) continue;
    const { level, explainIn } = rule;
    const found = { pointer: rule.fields?.[0] ?? fieldsOf(compiled, rule)[0] ?? '', code: 'check', reason };
    if (level === 'error') errors.push(found);
    else if (level === 'warning' || explainIn === undefined || !isBlank(valueAt(data, explainIn))) warnings.push(found);
    else
      miss(judging, explainIn, {
        'zh-CN': TEXTS.explain(reason['zh-CN'])['zh-CN'],
        en: TEXTS.explain(reason.en).en,
      });
  }
}

function labelOf(compiled: Compiled, pointer: string): string {
  return compiled.field(pointer)?.title ?? pointer;
}

/** Values of a kind that their field cannot hold: all that a draft refuses. */
export function wrongTypes(compiled: Compiled, record: StoredRecord): readonly Problem[] {
  return compiled
    .validator()
    .validate(record.data)
    .filter(({ keyword }) => keyword === 'type')
    .map((violation) => ({
      pointer: violation.pointer,
      code: 'type',
      reason: violationReason(violation, labelOf(compiled, violation.pointer)),
    }));
}

/** Fields that are hidden now, by their own rules or with their section. A rule that fails hides nothing. */
export function hiddenFields(compiled: Compiled, record: StoredRecord, scope: Scope): readonly string[] {
  const { rules = [], view = [] } = compiled.definition;
  const isFalse = (text: string, row?: Json): boolean => {
    const value = evaluate(compiled.formula(text), row === undefined ? scope : rowScope(scope, row));
    return !(value instanceof FormulaError) && !isTrue(value);
  };
  return [
    ...rules.flatMap((rule) =>
      'field' in rule && rule.visible !== undefined
        ? placesIn(record.data as Json, rule.field)
            .filter(({ row }) => isFalse(rule.visible as string, row))
            .map(({ pointer }) => pointer)
        : [],
    ),
    ...view.flatMap(({ when, fields }) => (when !== undefined && isFalse(when) ? fields.map(addressOf) : [])),
  ];
}

/** Fields that rules hold read-only now. */
export function readonlyFields(compiled: Compiled, record: StoredRecord, scope: Scope): readonly string[] {
  return (compiled.definition.rules ?? []).flatMap((rule) =>
    'field' in rule && rule.readonly !== undefined
      ? placesIn(record.data as Json, rule.field)
          .filter(({ row }) =>
            isTrue(
              evaluate(compiled.formula(rule.readonly as string), row === undefined ? scope : rowScope(scope, row)),
            ),
          )
          .map(({ pointer }) => pointer)
      : [],
  );
}

/** Fields that a move or step asks for and that are still blank. */
export function unfilled(
  compiled: Compiled,
  refs: readonly FieldRef[],
  record: StoredRecord,
  scope: Scope,
): readonly Problem[] {
  return refs.flatMap((ref) => {
    if (!isAskedFor(compiled, ref, scope)) return [];
    const pointer = addressOf(ref);
    return isBlank(valueAt(record.data as Json, pointer))
      ? [{ pointer, code: 'required', reason: TEXTS.required(labelOf(compiled, pointer)) }]
      : [];
  });
}

/** Whether a move or step insists on the field. A formula that fails insists. */
export function isAskedFor(compiled: Compiled, ref: FieldRef, scope: Scope): boolean {
  if (typeof ref === 'string' || ref.required === undefined) return false;
  if (typeof ref.required === 'boolean') return ref.required;
  const value = evaluate(compiled.formula(ref.required), scope);
  return value instanceof FormulaError || isTrue(value);
}

export function addressOf(ref: FieldRef): string {
  return typeof ref === 'string' ? ref : ref.field;
}

function fieldsOf(compiled: Compiled, { check }: CheckRule): readonly string[] {
  return compiled
    .formula(check)
    .names.filter((name) => compiled.names.get(name) === 'field')
    .map((name) => `/${name}`);
}
