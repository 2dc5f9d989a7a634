import type { FactCell } from '@jiceng/core/facts/store.js';
import type { Value } from '@jiceng/core/formula/value.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import { draw } from './draw.ts';
import { plainSurroundings, type MadeOrganisation } from './places.ts';
import { stream } from './random.ts';
import type { ImportedFact, Match } from './recipe.ts';

/** Whether `match` means the organisation. */
export function isMeant({ orgType, orgForm, orgLevel }: Match, organisation: Organisation): boolean {
  return (orgType?.includes(organisation.orgType) ?? true) && (orgForm?.includes(organisation.orgForm) ?? true) && (orgLevel?.includes(organisation.orgLevel) ?? true);
}

/** Facts of the organisations that are not held in depth. `memberCount` may be read by the formulas of a recipe. */
export function importedFacts(imported: readonly ImportedFact[], made: readonly MadeOrganisation[], seed: number): readonly FactCell[] {
  const cells: FactCell[] = [];
  for (const { fact, for: match, periods, by = [undefined], let: lets = {}, num, den, value } of imported) {
    const random = stream(seed, `imported ${fact}`);
    for (const { organisation, isDeep, memberCount } of made) {
      if (isDeep || !isMeant(match, organisation)) continue;
      for (const periodCode of periods === 'now' ? [undefined] : periods) {
        for (const key of by) {
          const names = new Map<string, Value>([['memberCount', memberCount]]);
          const plain = plainSurroundings(random);
          const around = { ...plain, scope: { ...plain.scope, name: (name: string) => names.get(name) } };
          for (const [name, spec] of Object.entries(lets)) names.set(name, (draw(spec, around) ?? null) as Value);
          const denominator = den ? Number(draw(den, around) ?? 0) : undefined;
          if (denominator !== undefined) names.set('den', denominator);
          const numerator = draw(num, around);
          if (numerator === undefined) continue;
          const text = value ? draw(value, around) : undefined;
          cells.push({
            id: fact, subjectId: organisation.orgId, ...(periodCode === undefined ? {} : { periodCode }), ...(key === undefined ? {} : { by: key }),
            num: Number(numerator), ...(denominator === undefined ? {} : { den: denominator }), ...(typeof text === 'string' || typeof text === 'boolean' ? { value: text } : {}),
          });
        }
      }
    }
  }
  return cells;
}
