import type { Compiled } from '../definition/compile.ts';
import type { Scope } from '../formula/evaluate.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import { parsePeriod } from '../time/period.ts';
import type { FactSurroundings } from './entry.ts';

/** One cell of a fact: whom it is about, and when. */
export interface Cell {
  readonly subjectId: string;
  readonly subject: 'organisation' | 'person';
  /** `undefined` for facts that hold now. */
  readonly periodCode: string | undefined;
}

const ORGANISATION_NAMES = ['orgId', 'orgName', 'orgShortName', 'orgCode', 'orgType', 'orgForm', 'orgLevel', 'parentOrgId'] as const;

/** Where a fact's own formulas are evaluated: there is no record, only the organisation, the period, parameters and other facts. */
export function cellScope(compiled: Compiled, { subjectId, subject, periodCode }: Cell, around: FactSurroundings): Scope {
  const organisation = subject === 'organisation' ? around.organisations.organisation(subjectId) : undefined;
  return {
    today: around.now.slice(0, 10),
    now: around.now,
    isWorkday: around.isWorkday,
    name(name) {
      if (compiled.names.get(name) === 'parameter') return compiled.parameters.get(name) as Value;
      const key = ORGANISATION_NAMES.find((own) => own === name);
      if (key) return organisation?.[key] ?? (key === 'orgId' && subject === 'organisation' ? subjectId : null);
      if (name === 'subjectId') return subjectId;
      const period = periodCode === undefined ? undefined : parsePeriod(periodCode);
      switch (name) {
        case 'periodCode': return periodCode ?? null;
        case 'periodKind': return period?.kind ?? null;
        case 'periodStartOn': return period?.startOn ?? null;
        case 'periodEndOn': return period?.endOn ?? null;
        default: return undefined;
      }
    },
    column: (list, column) => compiled.parameters.get(`${list}.${column}`) as readonly Value[] | undefined,
    fact({ id, by, offset, part }) {
      if (around.facts.declaration(id)?.subject !== subject) return new FormulaError('#N/A', 'not-available', id);
      const found = around.facts.read({ id, subjectId, periodCode, by, offset });
      const value = part === 'num' ? found.num : part === 'den' ? found.den : (found.value as Value);
      if (value !== null) return value;
      if (found.missing === 'error') return new FormulaError('#VALUE!', 'failed', id);
      return found.missing === 'no-denominator' && part === 'value' ? new FormulaError('#DIV/0!', 'division-by-zero', id) : new FormulaError('#N/A', 'not-available', id);
    },
  };
}
