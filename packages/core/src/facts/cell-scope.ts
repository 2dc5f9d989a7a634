import type { Compiled } from '../definition/compiled.ts';
import { isOrganisationName } from '../org/organisation-names.ts';
import type { Scope } from '../formula/evaluate.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import { queryOf, valueOfCall } from '../record/fact-call.ts';
import { parsePeriod } from '../time/period.ts';
import type { FactSurroundings } from './surroundings.ts';

/** One cell of a fact: whom it is about, and when. */
export interface Cell {
  readonly subjectId: string;
  readonly subject: 'organisation' | 'person';
  /** `undefined` for facts that hold now. */
  readonly periodCode: string | undefined;
}

/**
 * Where a fact's own formulas are evaluated: there is no record, only the organisation, the period, parameters and
 * other facts.
 */
export function cellScope(
  compiled: Compiled,
  { subjectId, subject, periodCode }: Cell,
  around: FactSurroundings,
): Scope {
  const organisation = subject === 'organisation' ? around.organisations.organisation(subjectId) : undefined;
  return {
    today: around.now.slice(0, 10),
    now: around.now,
    isWorkday: around.isWorkday,
    name(name) {
      if (compiled.names.get(name) === 'parameter') return compiled.parameters.get(name) as Value;
      if (isOrganisationName(name))
        return organisation?.[name] ?? (name === 'orgId' && subject === 'organisation' ? subjectId : null);
      if (name === 'subjectId') return subjectId;
      const period = periodCode === undefined ? undefined : parsePeriod(periodCode);
      switch (name) {
        case 'periodCode':
          return periodCode ?? null;
        case 'periodKind':
          return period?.kind ?? null;
        case 'periodStartOn':
          return period?.startOn ?? null;
        case 'periodEndOn':
          return period?.endOn ?? null;
        default:
          return undefined;
      }
    },
    column: (list, column) => compiled.parameters.get(`${list}.${column}`) as readonly Value[] | undefined,
    fact(call) {
      const about = around.facts.declaration(call.id)?.subject;
      if (about !== subject && !(call.under && about && subject === 'organisation'))
        return new FormulaError('#N/A', 'not-available', call.id);
      return valueOfCall(around.facts.read(queryOf(call, subjectId, periodCode, around.now.slice(0, 10))), call.part);
    },
  };
}
