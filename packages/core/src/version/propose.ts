import type { Definition, Migration, MigrationStep, RetypeStep } from '../generated/definition.ts';
import { bestPairs, likeness } from './likeness.ts';
import type { Difference } from './difference.ts';

/** Kinds of fields as types that values can be made into. */
const TYPES: Readonly<Record<string, RetypeStep['to']>> = {
  text: 'text',
  longText: 'text',
  choice: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  list: 'list',
  choices: 'list',
};

/** The steps that take records along, as far as the differences tell; people look at them and change them. */
export function proposedMigration(before: Definition, after: Definition, found: readonly Difference[]): Migration {
  const codes = new Map<string, { from: unknown; to?: unknown }[]>();
  const steps: MigrationStep[] = [];
  for (const { part, happening, data } of found) {
    if (!data) continue;
    if (happening === 'renamed' || happening === 'moved')
      steps.push({ do: happening === 'renamed' ? 'rename' : 'move', from: data.from, to: data.to ?? data.from });
    else if (happening === 'retyped') {
      const step = retype(data.from, data.types ?? ['', '']);
      if (step) steps.push(step);
    } else if (part !== 'state' && data.codes) codes.set(data.from, [...(codes.get(data.from) ?? []), ...data.codes]);
    else if (part === 'field' && happening === 'removed') steps.push({ do: 'drop', field: data.from });
    else if (part === 'field' && happening === 'added')
      steps.push({ do: 'default', field: data.from, value: data.value } as unknown as MigrationStep);
  }
  for (const [field, list] of codes) steps.push({ do: 'recode', field, codes: list } as unknown as MigrationStep);
  const states = stateCodes(before, after);
  if (states.length > 0) steps.push({ do: 'recode', field: 'state', codes: states });
  return { from: before.version, steps };
}

function retype(field: string, [was, now]: readonly [string, string]): MigrationStep | undefined {
  const [from, to] = [TYPES[was], TYPES[now]];
  return from && to && from !== to ? { do: 'retype', field, to, was: from } : undefined;
}

/** States that are gone, and those that come in their place: the likest by title, else the first that is left. */
function stateCodes(before: Definition, after: Definition): { from: string; to: string }[] {
  const [old, now] = [before.states ?? [], after.states ?? []];
  const gone = old.filter(({ id }) => !now.some((each) => each.id === id));
  const come = now.filter(({ id }) => !old.some((each) => each.id === id));
  const pairs = bestPairs(
    gone,
    come,
    (a, b) => (a.final === b.final ? 0.3 : 0) + 0.7 * likeness(a.title, b.title),
    0.3,
  );
  return pairs.map(([a, b]) => ({ from: a.id, to: b.id }));
}
