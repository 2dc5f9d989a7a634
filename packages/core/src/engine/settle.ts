import type { Compiled } from '../definition/compiled.ts';
import { evaluate, type Scope } from '../formula/evaluate.ts';
import { FormulaError } from '../formula/value.ts';
import type { StoredRecord } from '../generated/record.ts';
import { sameJson } from '../json/changes.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { placesIn } from '../json/places.ts';
import { valueAt, withValueAt } from '../json/pointer.ts';
import { isOpenForFilling } from '../life/states.ts';
import { fieldValue } from '../record/formula-value.ts';
import { recordScope, rowScope, type ScopeInput } from '../record/scope.ts';
import { scoreOf } from '../score/score.ts';
import type { Problem } from '../text/problem.ts';
import { settlePlan, type Computation } from './settle-plan.ts';
import type { Workspace } from './workspace.ts';

/** A record whose computed fields are up to date, and the formulas that failed on the way. */
export interface Settled {
  readonly record: StoredRecord;
  readonly problems: readonly Problem[];
}

/**
 * Rounds after which values that still change are left as they are; admitted definitions have no cycles and need fewer.
 */
const MOST_ROUNDS = 12;

/** Computes every field that nobody types: prefilled for good (while the record is open), by rules, from the score. */
export function settle(
  compiled: Compiled,
  record: StoredRecord,
  workspace: Workspace,
  onFact?: ScopeInput['onFact'],
): Settled {
  const { beforeScore, afterScore, isOrdered } = settlePlan(compiled, isOpenForFilling(record));
  const input: ScopeInput & { data: JsonObject } = {
    ...workspace.scopeInput(compiled, record, { onFact }),
    data: record.data as JsonObject,
  };
  const scope = recordScope(input); // reads what `input.data` is by then
  let problems: Problem[] = [];
  const run = ({ field, text }: Computation): void => {
    for (const { pointer, row } of placesIn(input.data, field)) {
      const result = compute(compiled, pointer, text, row === undefined ? scope : rowScope(scope, row));
      if (result instanceof FormulaError) problems.push({ pointer, code: 'value-rule', reason: result.reason });
      input.data = withField(input.data, pointer, result instanceof FormulaError ? undefined : result);
    }
  };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const start = input.data;
    problems = [];
    beforeScore.forEach(run);
    input.data = withScore(compiled, input);
    afterScore.forEach(run);
    if (isOrdered || sameJson(start, input.data)) break;
  }
  return { record: input.data === record.data ? record : { ...record, data: input.data }, problems };
}

/** Errors that only say that data are still missing. */
const WAITING: ReadonlySet<string> = new Set(['division-by-zero', 'not-available']);

/** What a formula gives for a field, in the field's own form; nothing while data are still missing. */
export function compute(
  compiled: Compiled,
  pointer: string,
  text: string,
  scope: Scope,
): Json | undefined | FormulaError {
  const value = evaluate(compiled.formula(text), scope);
  if (value instanceof FormulaError) return WAITING.has(value.code) ? undefined : value;
  const field = compiled.field(pointer);
  return field ? fieldValue(value, field) : ((value === '' ? undefined : (value ?? undefined)) as Json | undefined);
}

/** `data` with a value at a field; the same object when nothing changes. */
export function withField(data: JsonObject, pointer: string, value: Json | undefined): JsonObject {
  return sameJson(valueAt(data, pointer), value) ? data : (withValueAt(data, pointer, value) as JsonObject);
}

function withScore({ definition: { score } }: Compiled, input: ScopeInput & { readonly data: JsonObject }): JsonObject {
  const { data } = input;
  if (!score?.outputs || score.over) return data;
  const tree = scoreOf(input);
  if (!tree) return data;
  const { total, band, vetoed, stars } = score.outputs;
  let result = data;
  const put = (pointer: string | undefined, value: Json | undefined): void => {
    if (pointer !== undefined) result = withField(result, pointer, value);
  };
  put(total, tree.points);
  put(band, tree.band?.band.id);
  put(vetoed, tree.vetoed);
  put(stars, tree.band?.band.stars);
  return result;
}
