import type { Compiled } from '../../definition/compiled.ts';
import { evaluate, type Scope } from '../../formula/evaluate.ts';
import type { Fact } from '../../generated/definition.ts';
import type { DataSet } from '../../generated/report.ts';
import { orgPathOf } from '../../org/path.ts';
import { parsePeriod } from '../../time/period.ts';
import { isOrganisationName } from '../../org/organisation-names.ts';
import { lazily } from './from-records.ts';
import type { Row } from './row.ts';
import type { RowSurroundings } from './surroundings.ts';

/**
 * The rows of a data set with `facts` for one period: one for each organisation of which something is known, and for
 * each value of the split where `isSplit`. The facts themselves add up what lies in the period, so rows of different
 * periods are never added.
 */
export function rowsOfFacts(
  data: DataSet,
  find: (definitionId: string) => Compiled | undefined,
  periodCode: string | undefined,
  isSplit: boolean,
  around: RowSurroundings,
): readonly Row[] {
  const rows: Row[] = [];
  for (const id of data.facts ?? []) {
    const compiled = find(id.slice(0, id.indexOf('/')));
    const fact = compiled?.definition.facts?.find((entry) => entry.id === id);
    if (!compiled || !fact || fact.subject !== 'organisation' || (isSplit && fact.by === undefined)) continue;
    const splits = isSplit ? splitsOf(fact, compiled) : [undefined];
    for (const organisation of around.organisations.organisations()) {
      for (const by of splits) {
        const value = around.facts.read({
          id,
          subjectId: organisation.orgId,
          ...(periodCode === undefined ? {} : { periodCode }),
          ...(by === undefined ? {} : { by }),
        });
        if (value.missing !== undefined && value.missing !== 'error' && value.den === null) continue;
        rows.push(factRow(fact, compiled, organisation.orgId, periodCode, by, value, around));
      }
    }
  }
  if (data.where === undefined) return rows;
  return rows.filter((row) => {
    const applies = row.compiled && evaluate(row.compiled.formula(data.where as string), row.scope());
    return !(applies === false || applies === null || applies === 0 || applies === '');
  });
}

function factRow(
  fact: Fact,
  compiled: Compiled,
  orgId: string,
  periodCode: string | undefined,
  by: string | undefined,
  value: ReturnType<RowSurroundings['facts']['read']>,
  around: RowSurroundings,
): Row {
  const period = periodCode === undefined ? undefined : parsePeriod(periodCode);
  const pathNow = around.organisations.path(orgId);
  return {
    id: `fact ${fact.id} ${orgId} ${periodCode ?? ''} ${by ?? ''}`,
    orgId,
    pathNow,
    pathThen: period ? orgPathOf(orgId, around.organisations, period.endOn) : pathNow,
    when: periodCode ?? '',
    age: periodCode ?? '',
    owner: orgId,
    kind: fact.id,
    compiled,
    values: () => [],
    scope: lazily(() => factScope(orgId, periodCode, by, around)),
    fact: {
      id: fact.id,
      num: value.num,
      den: value.den,
      text: typeof value.value === 'string' || typeof value.value === 'boolean' ? value.value : null,
      sources: value.sources,
      isMissing: value.missing === 'error',
    },
  };
}

function factScope(
  orgId: string,
  periodCode: string | undefined,
  by: string | undefined,
  { organisations, extra, now, isWorkday }: RowSurroundings,
): Scope {
  const organisation = organisations.organisation(orgId);
  return {
    today: now.slice(0, 10),
    now,
    isWorkday,
    name(name) {
      const given = extra.get(name);
      if (given !== undefined) return given;
      if (name === 'periodCode') return periodCode ?? null;
      if (name === 'by') return by ?? null;
      return isOrganisationName(name) ? (organisation?.[name] ?? (name === 'orgId' ? orgId : null)) : undefined;
    },
    column: (list, column) => {
      const given = extra.get(`${list}.${column}`);
      return Array.isArray(given) ? given : undefined;
    },
  };
}

/** Values of a fact's split that the definition knows of. */
function splitsOf(fact: Fact, compiled: Compiled): readonly (string | undefined)[] {
  if (fact.by === undefined) return [undefined];
  if (fact.required) return [...new Set(fact.required.map(({ key }) => key))];
  const options = compiled.field(fact.by)?.options ?? [];
  return options.length > 0 ? options.map(({ value }) => String(value)) : [undefined];
}
