import type { Compiled } from '../definition/compile.ts';
import { sameJson } from '../form/changes.ts';
import { fieldValue } from '../form/formula-value.ts';
import { evaluate, type Scope } from '../formula/evaluate.ts';
import { FormulaError } from '../formula/value.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { valueAt, withValueAt } from '../json/pointer.ts';
import { isOpenForFilling } from '../life/states.ts';
import { recordScope, rowScope, type ScopeInput } from '../record/scope.ts';
import { scoreOf } from '../score/score.ts';
import type { Problem } from '../text/problem.ts';
import { placesIn } from './rows.ts';
import type { Workspace } from './workspace.ts';

/** A record whose computed fields are up to date, and the formulas that failed on the way. */
export interface Settled {
  readonly record: StoredRecord;
  readonly problems: readonly Problem[];
}

/** Rounds after which values that still change are left as they are; admitted definitions have no cycles and need fewer. */
const MOST_ROUNDS = 12;

/** Computes every field that nobody types: prefilled for good (while the record is open), by rules, from the score. */
export function settle(compiled: Compiled, record: StoredRecord, workspace: Workspace, onFact?: ScopeInput['onFact']): Settled {
  let data = record.data as JsonObject;
  let problems: Problem[] = [];
  const formulas = computations(compiled, record);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const start = data;
    problems = [];
    for (const { field, text } of formulas) {
      for (const { pointer, row } of placesIn(data, field)) {
        const input = workspace.scopeInput(compiled, record, { data, onFact });
        const result = compute(compiled, pointer, text, row === undefined ? recordScope(input) : rowScope(recordScope(input), row));
        if (result instanceof FormulaError) problems.push({ pointer, code: 'value-rule', reason: result.reason });
        data = withField(data, pointer, result instanceof FormulaError ? undefined : result);
      }
    }
    data = withScore(compiled, data, workspace.scopeInput(compiled, record, { data, onFact }));
    if (sameJson(start, data)) break;
  }
  return { record: data === record.data ? record : { ...record, data }, problems };
}

/** Fields computed by formulas, in the order of the document. */
function computations({ definition }: Compiled, record: StoredRecord): readonly { readonly field: string; readonly text: string }[] {
  const prefill = isOpenForFilling(record) ? (definition.prefill ?? []).filter(({ editable }) => editable !== true) : [];
  const rules = (definition.rules ?? []).flatMap((rule) => ('field' in rule && rule.value !== undefined ? [{ field: rule.field, text: rule.value }] : []));
  return [...prefill.map(({ field, from }) => ({ field, text: from })), ...rules];
}

/** Errors that only say that data are still missing. */
const WAITING: ReadonlySet<string> = new Set(['division-by-zero', 'not-available']);

/** What a formula gives for a field, in the field's own form; nothing while data are still missing. */
export function compute(compiled: Compiled, pointer: string, text: string, scope: Scope): Json | undefined | FormulaError {
  const value = evaluate(compiled.formula(text), scope);
  if (value instanceof FormulaError) return WAITING.has(value.code) ? undefined : value;
  const field = compiled.field(pointer);
  return field ? fieldValue(value, field) : ((value === '' ? undefined : (value ?? undefined)) as Json | undefined);
}

/** `data` with a value at a field; the same object when nothing changes. */
export function withField(data: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  return sameJson(valueAt(data, pointer), value) ? data : (withValueAt(data, pointer, value) as JsonObject);
}

function withScore({ definition }: Compiled, data: JsonObject, input: ScopeInput): JsonObject {
  const { score } = definition;
  if (!score?.outputs || score.over) return data;
  const tree = scoreOf(input);
  if (!tree) return data;
  const { total, band, vetoed, stars } = score.outputs;
  let result = data;
  const put = (pointer: string | undefined, value: Json | undefined): void => { if (pointer !== undefined) result = withField(result, pointer, value); };
  put(total, tree.points);
  put(band, tree.band?.band.id);
  put(vetoed, tree.vetoed);
  put(stars, tree.band?.band.stars);
  return result;
}
