import type { FactCell } from '@jiceng/core/facts/store.js';
import type { FactCall } from '@jiceng/core/formula/evaluate.js';
import type { Value } from '@jiceng/core/formula/value.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import { parsePeriod } from '@jiceng/core/time/period.js';
import { draw, type Surroundings } from './draw.ts';
import { plainSurroundings, type MadeOrganisation } from './places.ts';
import { stream, type Random } from './random.ts';
import type { ImportedFact, Match } from './recipe.ts';

/** Whether `match` means the organisation. */
export function isMeant({ orgType, orgForm, orgLevel }: Match, organisation: Organisation): boolean {
  return (
    (orgType?.includes(organisation.orgType) ?? true) &&
    (orgForm?.includes(organisation.orgForm) ?? true) &&
    (orgLevel?.includes(organisation.orgLevel) ?? true)
  );
}

/**
 * Facts of the organisations that are not held in depth, of no period that begins after `today`. Formulas of a recipe
 * may read `memberCount` and the organisation's facts that were made before: those of the same period, or of all where
 * the fact has none. So what follows from another fact is worked out, not drawn.
 */
export function importedFacts(
  imported: readonly ImportedFact[],
  made: readonly MadeOrganisation[],
  seed: number,
  today: string,
): readonly FactCell[] {
  const cells: FactCell[] = [];
  const known = new Map<string, FactCell[]>();
  for (const recipe of imported) {
    const random = stream(seed, `imported ${recipe.fact}`);
    for (const { organisation, isDeep, memberCount } of made) {
      if (isDeep || !isMeant(recipe.for, organisation)) continue;
      for (const periodCode of recipe.periods === 'now' ? [undefined] : recipe.periods) {
        const before = (id: string): readonly FactCell[] =>
          (known.get(`${organisation.orgId} ${id}`) ?? []).filter(
            (each) => periodCode === undefined || each.periodCode === periodCode,
          );
        const cell = cellOf(recipe, { memberCount, random, before });
        if (!cell || (periodCode !== undefined && (parsePeriod(periodCode)?.startOn ?? '') > today)) continue;
        const full = {
          id: recipe.fact,
          subjectId: organisation.orgId,
          ...(periodCode === undefined ? {} : { periodCode }),
          ...cell,
        };
        cells.push(full);
        const key = `${organisation.orgId} ${recipe.fact}`;
        known.set(key, [...(known.get(key) ?? []), full]);
      }
    }
  }
  return cells;
}

/** What the formulas of one cell may read. */
interface Around {
  readonly memberCount: number;
  readonly random: Random;
  /** The organisation's cells of a fact that were made before. */
  before(id: string): readonly FactCell[];
}

/** One cell without its place; `undefined` where none is drawn. */
function cellOf(
  { let: lets = {}, num, den, value }: ImportedFact,
  { memberCount, random, before }: Around,
): Pick<FactCell, 'num' | 'den' | 'value'> | undefined {
  const names = new Map<string, Value>([['memberCount', memberCount]]);
  const plain = plainSurroundings(random);
  const around: Surroundings = {
    ...plain,
    scope: { ...plain.scope, name: (name) => names.get(name), fact: (call) => sum(before(call.id), call) },
  };
  for (const [name, spec] of Object.entries(lets)) names.set(name, (draw(spec, around) ?? null) as Value);
  const denominator = den ? Number(draw(den, around) ?? 0) : undefined;
  if (denominator !== undefined) names.set('den', denominator);
  const numerator = draw(num, around);
  if (numerator === undefined) return undefined;
  const text = value ? draw(value, around) : undefined;
  return {
    num: Number(numerator),
    ...(denominator === undefined ? {} : { den: denominator }),
    ...(typeof text === 'string' || typeof text === 'boolean' ? { value: text } : {}),
  };
}

/** Numerators or denominators added up; blank where there are no cells. */
function sum(cells: readonly FactCell[], { part }: FactCall): number | null {
  return cells.length === 0
    ? null
    : cells.reduce((total, { num, den }) => total + ((part === 'den' ? den : num) ?? 0), 0);
}
