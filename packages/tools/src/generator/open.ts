import { compute, withField } from '@jiceng/core/engine/settle.js';
import { Workspace } from '@jiceng/core/engine/workspace.js';
import { FormulaError } from '@jiceng/core/formula/value.js';
import type { Json, JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { recordScope } from '@jiceng/core/record/scope.js';
import { dateOf } from './draw.ts';
import type { Living } from './living.ts';

/** Opens a record on the day that its recipe says, unless a hand-over has. */
export function open(living: Living): void {
  const { recipe, now } = living.workshop;
  if (living.record.history.length > 0) return;
  const day = recipe.openedOn === undefined ? undefined : dateOf(recipe.openedOn, living.around.scope);
  const at = day === undefined ? now : living.moment(day);
  const { createdBy } = living.record.audit;
  living.record = {
    ...living.record,
    audit: { createdAt: at, createdBy, updatedAt: at, updatedBy: createdBy },
    ...(living.record.state === undefined ? {} : { stateSince: at }),
    history: [...living.record.history, { at, by: createdBy, act: 'create' }],
  };
  prefill(living, at);
}

/** What the definition proposes on the day of opening, where the recipe says nothing else. */
function prefill(living: Living, at: string): void {
  const proposed = (living.compiled.definition.prefill ?? []).filter(
    ({ field, editable }) => editable === true && valueAt(living.record.data as Json, field) === undefined,
  );
  if (proposed.length === 0) return;
  const scope = recordScope(new Workspace(living.workshop.store, null, at).scopeInput(living.compiled, living.record));
  for (const { field, from } of proposed) {
    const value = compute(living.compiled, field, from, scope);
    if (value !== undefined && !(value instanceof FormulaError))
      living.record = { ...living.record, data: withField(living.record.data as JsonObject, field, value) };
  }
}
