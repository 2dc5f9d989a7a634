import type { StoredRecord } from '../generated/record.ts';
import type { Json } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';
import { parsePeriod, periodOf } from '../time/period.ts';
import { isError } from '../formula/value.ts';
import { NO_ENTRY } from './entry.ts';
import { quantityOf, type ScoredItem } from './item.ts';
import { scorePlan, type PlannedItem, type Scorable, type ScorePlan } from './plan.ts';
import { orgKindOf } from './score.ts';
import { boundsOf, totalOf } from './total.ts';
import { Trace, type ScoreScope } from './trace.ts';
import type { EntryNode, ItemInput, ScoreTree } from './tree.ts';
import { toPoints, toUnits } from './units.ts';

/** Whose entries are added up: a person, unit or item by its id, or an organisation. */
export interface ScoreSubject {
  readonly id: string;
}

/**
 * The score of one subject over many records, each one entry, in the score's period up to the end of `periodCode`
 * (2025-Q3 with caps per year: from January to September). Only entries in the counted states; void ones never.
 * `scopeOf` gives the scope of one record, and without one that of the subject, for veto and bands.
 * `undefined` for definitions whose score is not over records.
 */
export function scoreEntries(
  compiled: Scorable,
  records: Iterable<StoredRecord>,
  subject: ScoreSubject,
  periodCode: string,
  scopeOf: (record?: StoredRecord) => ScoreScope,
): ScoreTree | undefined {
  const own = scopeOf();
  const plan = scorePlan(compiled, orgKindOf(own));
  const over = plan?.score.over;
  if (!plan || !over) return undefined;
  const window = windowOf(periodCode, over.period);
  const entries = new Map<string, Found[]>();
  for (const record of records) {
    if ((record.subject?.id ?? record.orgId) !== subject.id || !counts(record, over.states)) continue;
    const on = valueAt(record.data as Json, over.on);
    const item = valueAt(record.data as Json, over.item);
    if (
      typeof on !== 'string' ||
      typeof item !== 'string' ||
      !window ||
      on.slice(0, 10) < window.from ||
      on.slice(0, 10) > window.to
    )
      continue;
    const list = entries.get(item);
    const points = valueAt(record.data as Json, over.points);
    const found = { record, on, points: typeof points === 'number' && Number.isFinite(points) ? points : null };
    if (list) list.push(found);
    else entries.set(item, [found]);
  }
  const items = plan.dimensions.map((dimension) =>
    dimension.items.map((planned) => addItem(plan, planned, entries.get(planned.item.id) ?? [], scopeOf)),
  );
  return totalOf(plan, items, new Trace(own));
}

interface Found {
  readonly record: StoredRecord;
  readonly on: string;
  readonly points: number | null;
}

const NO_INPUT: ItemInput = { value: null, answered: false, required: null, full: null, per: null, steps: [] };

function addItem(
  { places }: ScorePlan,
  planned: PlannedItem,
  found: readonly Found[],
  scopeOf: (record?: StoredRecord) => ScoreScope,
): ScoredItem {
  const { item, dimension } = planned;
  const minus = item.method === 'deduct';
  const entries = [...found]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.record.id < b.record.id ? -1 : 1))
    .map((entry): EntryNode => {
      const units = toUnits(entry.points ?? ownPoints(planned, entry.record, scopeOf), places);
      return { recordId: entry.record.id, on: entry.on, points: toPoints(minus ? -units : units, places) };
    });
  const start = minus ? planned.max : 0;
  const sum = entries.reduce((units, { points }) => units + toUnits(points, places), start);
  const { units, adjustments } = boundsOf(
    sum,
    planned.max > 0 || !minus ? planned.max : null,
    planned.belowZero ? null : 0,
    places,
  );
  return {
    units,
    max: planned.max,
    fullMax: planned.max,
    node: {
      kind: 'item',
      id: item.id,
      item,
      dimension,
      pointer: planned.pointer,
      entryPointer: null,
      points: toPoints(units, places),
      max: toPoints(planned.max, places),
      origin: 'computed',
      excluded: false,
      applies: true,
      waiting: false,
      missing: null,
      computed: toPoints(units, places),
      self: null,
      review: null,
      input: NO_INPUT,
      facts: [],
      entry: NO_ENTRY,
      entries,
      adjustments,
    },
  };
}

/** Points of an entry that has none of its own: the item's `per`. */
function ownPoints(planned: PlannedItem, record: StoredRecord, scopeOf: (record?: StoredRecord) => ScoreScope): number {
  const per = planned.per;
  if (per === null) return 0;
  const quantity = 'value' in per ? per : quantityOf(per, new Trace(scopeOf(record)));
  return quantity === null || isError(quantity) ? 0 : quantity.value;
}

/** From the first day of the score's period to the last day of `periodCode`. */
function windowOf(
  periodCode: string,
  kind: NonNullable<ScorePlan['score']['over']>['period'],
): { readonly from: string; readonly to: string } | undefined {
  const asked = parsePeriod(periodCode);
  if (!asked) return undefined;
  const whole = parsePeriod(periodOf(asked.endOn, kind) ?? '');
  return { from: whole?.startOn ?? asked.startOn, to: asked.endOn };
}

function counts({ state, filing }: StoredRecord, states: readonly string[] | undefined): boolean {
  if (state === 'void' || filing?.status === 'void') return false;
  return (
    states === undefined ||
    (state !== undefined && states.includes(state)) ||
    (filing !== undefined && states.includes(filing.status))
  );
}
