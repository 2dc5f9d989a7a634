import type { JsonObject } from '@jiceng/core/json/json.js';
import { planOf } from '@jiceng/core/record/process.js';
import { drawDate } from './draw.ts';
import { type Living, withEvent } from './living.ts';
import type { Recipe } from './recipe.ts';

/** Goes through the steps until one lies in the future or the case stops. */
export function walk(living: Living, steps: NonNullable<Recipe['steps']>): void {
  const { now, random } = living.workshop;
  let last = living.record.audit.createdAt.slice(0, 10);
  for (const { step } of planOf(living.compiled.definition.process?.stages ?? [])) {
    const made = steps[step.id];
    if (!made) return;
    const before = living.record;
    living.names.set('last', last);
    living.fill(made.fields ?? {});
    const on =
      step.on !== undefined
        ? (living.record.data as JsonObject)[step.on.slice(1)]
        : made.on
          ? drawDate(made.on, living.around)
          : last;
    if (typeof on !== 'string' || on > now.slice(0, 10)) {
      living.record = before;
      return;
    }
    last = on > last ? on : last;
    const at = living.moment(on);
    const by = before.audit.createdBy;
    const done = { ...living.record.steps, [step.id]: { status: 'done' as const, on, at, by } };
    const to = step.state === living.record.state ? undefined : step.state;
    living.record = withEvent({ ...living.record, steps: done }, { at, by, act: `step:${step.id}` }, to);
    living.settle(now);
    if (made.stop !== undefined && random.next() < made.stop) return;
  }
}
