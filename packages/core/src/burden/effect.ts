import type { Definition, OrgLevel } from '../generated/definition.ts';
import type { Organisation } from '../generated/organisation.ts';
import type { OrgKind } from '../score/plan.ts';
import { burdenOf, concerns } from './calendar.ts';
import { kindsAt } from './kinds.ts';

/** What a form changes for organisations with the same forms: minutes of each month, January first. */
export interface Effect {
  readonly level: OrgLevel;
  /** Types of organisation in it; empty where it is about all of them. */
  readonly types: readonly string[];
  /** Those organisations, where they are known. */
  readonly organisations: readonly Organisation[];
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Minutes of a year. */
  readonly yearBefore: number;
  readonly yearAfter: number;
}

const LEVELS: readonly OrgLevel[] = ['village', 'unit', 'township', 'county', 'city', 'province', 'grid'];

/**
 * The burden index before and after `definition` (burden rule B26) for every kind of organisation that fills it in;
 * kinds whose months are equal stand together, the ones with most organisations first. None where the form costs
 * nothing that can be counted. Without `organisations`, for the kinds that the definition itself names.
 */
export function effectOf(
  definition: Definition,
  others: readonly Definition[],
  organisations: readonly Organisation[] = [],
): Effect[] {
  const rest = others.filter(({ id }) => id !== definition.id);
  const together = new Map<string, Effect & { types: string[]; organisations: Organisation[] }>();
  for (const { kind, members } of kindsOf(definition, organisations)) {
    if (!concerns(definition, kind)) continue;
    const before = burdenOf(rest, kind);
    const after = burdenOf([...rest, definition], kind);
    if (after.minutesPerYear === before.minutesPerYear) continue;
    const key = JSON.stringify([kind.orgLevel, before.months, after.months]);
    let effect = together.get(key);
    if (!effect)
      together.set(
        key,
        (effect = {
          level: kind.orgLevel as OrgLevel,
          types: [],
          organisations: [],
          before: before.months,
          after: after.months,
          yearBefore: before.minutesPerYear,
          yearAfter: after.minutesPerYear,
        }),
      );
    if (kind.orgType !== '' && !effect.types.includes(kind.orgType)) effect.types.push(kind.orgType);
    effect.organisations.push(...members);
  }
  return [...together.values()].sort(
    (a, b) => b.organisations.length - a.organisations.length || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level),
  );
}

function kindsOf(
  definition: Definition,
  organisations: readonly Organisation[],
): { readonly kind: OrgKind; readonly members: Organisation[] }[] {
  if (organisations.length === 0) {
    const levels = (definition.filing ? definition.filing.by : definition.usual?.by)?.orgLevel ?? [
      'village',
      'township',
      'county',
    ];
    return levels.flatMap((level) => kindsAt(level, [definition]).map((kind) => ({ kind, members: [] })));
  }
  const kinds = new Map<string, { readonly kind: OrgKind; readonly members: Organisation[] }>();
  for (const organisation of organisations) {
    if (!organisation.isActive) continue;
    const { orgType, orgForm, orgLevel } = organisation;
    const key = JSON.stringify([orgType, orgForm, orgLevel]);
    const known = kinds.get(key);
    if (known) known.members.push(organisation);
    else kinds.set(key, { kind: { orgType, orgForm, orgLevel }, members: [organisation] });
  }
  return [...kinds.values()];
}
