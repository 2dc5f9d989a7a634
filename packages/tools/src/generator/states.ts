import { calculate, dateOf, draw } from './draw.ts';
import { type Living, withEvent } from './living.ts';
import type { MadeMove } from './recipe.ts';

/** Puts a record into one of the states that its recipe weighs, by the moves that lead there. */
export function stand(living: Living): void {
  const { recipe, random } = living.workshop;
  const possible = (recipe.states ?? []).filter(
    ({ when }) => when === undefined || Boolean(calculate(when, living.around.scope)),
  );
  if (possible.length === 0) return;
  const state = random.weighted(possible.map((entry) => [entry, entry.weight] as const));
  for (const group of state.groups ?? []) living.fill(recipe.groups?.[group] ?? {});
  for (const made of state.path ?? []) move(living, made);
  const { record } = living;
  if (record.state === state.id) return;
  if (state.path) throw new Error(`${recipe.definition}: the way to ${state.id} ends in ${record.state ?? 'no state'}`);
  living.record = { ...record, state: state.id };
}

/** A move that was made; one whose day has no date or has not come was not. */
function move(living: Living, { move: id, on, by }: MadeMove): void {
  const { definition } = living.compiled;
  const made = definition.moves?.find((each) => each.id === id);
  if (!made) throw new Error(`${definition.id}: no move ${id}`);
  const day = dateOf(on, living.around.scope);
  if (day === undefined) throw new Error(`${definition.id}: ${id} has no day`);
  const at = living.moment(day);
  const person = by === undefined ? living.around.person('filler', 'own', []) : draw(by, living.around);
  const event = { at, by: typeof person === 'string' ? person : 'system', act: `move:${id}` };
  living.record = withEvent(living.record, event, made.to);
}
