import type { Compiled } from '../../definition/compiled.ts';
import { evaluate, type Scope } from '../../formula/evaluate.ts';
import type { Value } from '../../formula/value.ts';
import type { DataSet } from '../../generated/report.ts';
import type { StoredRecord } from '../../generated/record.ts';
import { isObject, own, type Json } from '../../json/json.ts';
import { valueAt } from '../../json/pointer.ts';
import { recordScope, rowScope, type ScopeInput } from '../../record/scope.ts';
import { valuesAt } from '../../record/values-at.ts';
import { explainDeduction } from '../../score/explain.ts';
import { scoreOf } from '../../score/score.ts';
import { itemsOf } from '../../score/tree.ts';
import { daysBetween } from '../../time/date.ts';
import type { Extra, RowSurroundings } from './surroundings.ts';
import type { Row } from './row.ts';

/**
 * The rows that one record makes of a data set with `records`; none where it is void, in another state, or not meant by
 * `where`.
 */
export function rowsOfRecord(
  data: DataSet,
  compiled: Compiled,
  record: StoredRecord,
  around: RowSurroundings,
): readonly Row[] {
  if (!isCounted(data, record)) return [];
  const input = scopeInput(compiled, record, around);
  const on = data.on === undefined ? undefined : String(valuesAt(record.data as Json, data.on)[0] ?? '').slice(0, 10);
  const shared = {
    recordId: record.id,
    version: record.definition.version,
    orgId: record.orgId,
    pathThen: record.orgPath,
    pathNow: around.organisations.path(record.orgId),
    when: on ?? record.periodCode ?? '',
    age: `${on ?? record.periodCode ?? ''} ${record.audit.createdAt} ${record.id}`,
    owner: `${record.orgId} ${record.subject?.id ?? ''}`,
    kind: compiled.definition.id,
    compiled,
  };
  const rows =
    data.each === undefined
      ? [
          {
            ...shared,
            id: record.id,
            scope: lazily(() => recordScope(input)),
            values: (field: string) => valuesAt(record.data as Json, field),
          },
        ]
      : data.each === 'score.items'
        ? itemRows(input, shared, around.extra)
        : data.each === 'moves'
          ? moveRows(input, shared, around.extra)
          : fieldRows(input, shared, data.each);
  return data.where === undefined ? rows : rows.filter((row) => isMeant(data.where as string, compiled, row));
}

/** Errors in `where` keep the row, so that measures which need it show the error instead of a smaller number. */
function isMeant(where: string, compiled: Compiled, row: Row): boolean {
  const applies = evaluate(compiled.formula(where), row.scope());
  return !(applies === false || applies === null || applies === 0 || applies === '');
}

/**
 * What formulas of a report read of a record: what the definition knows, the report's parameters and what was chosen.
 */
export function scopeInput(
  compiled: Compiled,
  record: StoredRecord,
  around: RowSurroundings,
  more?: Extra,
): ScopeInput {
  const organisation = around.organisations.organisation(record.orgId);
  return {
    compiled,
    record,
    facts: around.facts,
    now: around.now,
    isWorkday: around.isWorkday,
    ...(organisation ? { organisation } : {}),
    extra: more ? new Map([...around.extra, ...more]) : around.extra,
  };
}

function isCounted({ states }: DataSet, { state, filing }: StoredRecord): boolean {
  if (filing?.status === 'voided') return states?.includes('voided') ?? false;
  return (
    states === undefined ||
    (state !== undefined && states.includes(state)) ||
    (filing !== undefined && states.includes(filing.status))
  );
}

type Shared = Omit<Row, 'id' | 'scope' | 'values'>;

function itemRows(input: ScopeInput, shared: Shared, extra: Extra): readonly Row[] {
  const tree = scoreOf(input);
  return (tree ? itemsOf(tree) : []).map((node) => {
    const item = new Map<string, Value | readonly Value[]>([
      ...extra,
      ['itemId', node.id],
      ['itemName', node.item.title],
      ['dimensionId', node.dimension.id],
      ['dimensionName', node.dimension.title],
      ['maxScore', node.max],
      ['finalScore', node.excluded || node.waiting ? null : node.points],
    ]);
    return {
      ...shared,
      id: `${shared.recordId}#${node.id}`,
      owner: `${shared.owner} ${node.id}`,
      scope: lazily(() =>
        recordScope({
          ...input,
          extra: new Map([
            ...item,
            [
              'deductReason',
              explainDeduction(node, { language: 'zh-CN', fact: (id) => input.facts?.declaration(id) }) || null,
            ],
          ]),
        }),
      ),
      values: (field: string) => valuesAt(input.record.data as Json, field),
    };
  });
}

/** A row for each change of the state or of the filing; the first one, when the record began, has no state before. */
function moveRows(input: ScopeInput, shared: Shared, extra: Extra): readonly Row[] {
  const since = new Map<string, string>();
  return input.record.history.flatMap(({ at, act, from, to }, place): Row[] => {
    if (to === undefined || from === to) return [];
    const day = at.slice(0, 10);
    // The state of a record and that of its filing change apart from each other.
    const line = act.startsWith('filing:') ? 'filing' : 'state';
    const before = since.get(line) ?? input.record.audit.createdAt.slice(0, 10);
    since.set(line, day);
    const names = new Map<string, Value | readonly Value[]>([
      ...extra,
      ['moveFrom', from ?? null],
      ['moveTo', to],
      ['movedOn', day],
      ['daysBefore', from === undefined ? null : daysBetween(before, day)],
    ]);
    return [
      {
        ...shared,
        id: `${shared.recordId}#${place}`,
        when: day,
        age: `${at} ${shared.recordId} ${place}`,
        scope: lazily(() => recordScope({ ...input, extra: names })),
        values: (field: string) => valuesAt(input.record.data as Json, field),
      },
    ];
  });
}

function fieldRows(input: ScopeInput, shared: Shared, each: string): readonly Row[] {
  const held = valueAt(input.record.data as Json, each);
  const entries: readonly (readonly [string, Json | undefined])[] = Array.isArray(held)
    ? held.map((row: Json, at) => [String(at), row] as const)
    : isObject(held)
      ? Object.keys(held).map((key) => [key, own(held, key)] as const)
      : [];
  const scope = lazily(() => recordScope(input));
  return entries.map(([key, entry]) => ({
    ...shared,
    id: `${shared.recordId}#${key}`,
    owner: `${shared.owner} ${key}`,
    scope: lazily(() => rowScope(scope(), entry)),
    values: (field: string) =>
      field.startsWith(`${each}/*/`)
        ? valuesAt(entry, field.slice(each.length + 2))
        : valuesAt(input.record.data as Json, field),
  }));
}

/** Makes a scope when it is first asked for. */
export function lazily(make: () => Scope): () => Scope {
  let scope: Scope | undefined;
  return () => (scope ??= make());
}
