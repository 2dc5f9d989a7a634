import type { StoredRecord } from '../generated/record.ts';
import type { Json } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';
import { entryOf } from './entry.ts';
import { scoreItem } from './item.ts';
import { scorePlan, type OrgKind, type Scorable } from './plan.ts';
import { totalOf } from './total.ts';
import { recordScope, type ScopeInput } from '../record/scope.ts';
import type { FactValue } from '../record/fact-reader.ts';
import { Trace, type ScoreScope } from './trace.ts';
import type { ScoreTree } from './tree.ts';

/**
 * The score of one record, as a tree that explains every point. `undefined` for definitions without a score.
 * Never throws; what cannot be computed waits for people, with the reason in the tree. The scope gives the
 * organisation's kind (orgType, orgForm, orgLevel) and, by `factValue`, the records behind each fact.
 */
export function scoreRecord(
  compiled: Scorable,
  record: Pick<StoredRecord, 'data'>,
  scope: ScoreScope,
): ScoreTree | undefined {
  const plan = scorePlan(compiled, orgKindOf(scope));
  if (!plan) return undefined;
  const trace = new Trace(scope);
  const { entries } = plan.score;
  const entered = entries === undefined ? undefined : valueAt(record.data as Json, entries);
  const items = plan.dimensions.map((dimension) =>
    dimension.items.map((planned) => scoreItem(planned, entryOf(entered, planned.item.id), trace, plan.places)),
  );
  return totalOf(plan, items, trace);
}

/** The score of the record in `input`, with the records behind each fact. */
export function scoreOf(input: ScopeInput): ScoreTree | undefined {
  return scoreRecord(input.compiled, { data: input.data ?? input.record.data }, scoreScope(input));
}

/** A record's scope that also tells where facts came from. */
export function scoreScope(input: ScopeInput): ScoreScope {
  let latest: FactValue | undefined;
  const scope = recordScope({
    ...input,
    onFact(query, value, part) {
      latest = value;
      input.onFact?.(query, value, part);
    },
  });
  return {
    ...scope,
    factValue: ({ id }) =>
      latest?.id === id ? latest : { id, num: null, den: null, value: null, sources: [], missing: 'no-definition' },
  };
}

/** The kind of organisation that a scope speaks of. */
export function orgKindOf(scope: ScoreScope): OrgKind {
  const text = (name: string) => {
    const value = scope.name(name);
    return typeof value === 'string' ? value : '';
  };
  return { orgType: text('orgType'), orgForm: text('orgForm'), orgLevel: text('orgLevel'), orgPath: text('orgPath') };
}
