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
    } else if (part !== 'state' && part !== 'step' && data.codes)
      codes.set(data.from, [...(codes.get(data.from) ?? []), ...data.codes]);
    else if (part === 'field' && happening === 'removed') steps.push({ do: 'drop', field: data.from });
    else if (part === 'field' && happening === 'added')
      steps.push({ do: 'default', field: data.from, value: data.value } as unknown as MigrationStep);
  }
  for (const [field, list] of codes) steps.push({ do: 'recode', field, codes: list } as unknown as MigrationStep);
  const states = renamedIds(
    before.states,
    after.states,
    (a, b) => (a.final === b.final ? 0.3 : 0) + 0.7 * alike(a, b),
    0.3,
  );
  if (states.renamed.length > 0) steps.push({ do: 'recode', field: 'state', codes: states.renamed });
  const marks = renamedIds(stepsOf(before), stepsOf(after), alike, 0.5);
  const gone = marks.gone.map((from) => ({ from }));
  if (marks.renamed.length + gone.length > 0)
    steps.push({ do: 'recode', field: 'steps', codes: [...marks.renamed, ...gone] } as MigrationStep);
  return { from: before.version, steps };
}

function retype(field: string, [was, now]: readonly [string, string]): MigrationStep | undefined {
  const [from, to] = [TYPES[was], TYPES[now]];
  return from && to && from !== to ? { do: 'retype', field, to, was: from } : undefined;
}

interface Named {
  readonly id: string;
  readonly title: string;
}

const alike = (a: Named, b: Named): number => likeness(a.title, b.title);
const stepsOf = ({ process }: Definition): readonly Named[] => process?.stages.flatMap(({ steps }) => steps) ?? [];

/** Ids that are gone, with those that come in their place (the likest ones, none below `least`), and those without. */
function renamedIds<T extends Named>(
  before: readonly T[] = [],
  after: readonly T[] = [],
  alike: (a: T, b: T) => number,
  least: number,
): { readonly renamed: { from: string; to: string }[]; readonly gone: readonly string[] } {
  const gone = before.filter(({ id }) => !after.some((each) => each.id === id));
  const come = after.filter(({ id }) => !before.some((each) => each.id === id));
  const renamed = bestPairs(gone, come, alike, least).map(([a, b]) => ({ from: a.id, to: b.id }));
  return { renamed, gone: gone.map(({ id }) => id).filter((id) => !renamed.some(({ from }) => from === id)) };
}
