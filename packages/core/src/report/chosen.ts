import type { DerivedMeasure, Report } from '../generated/report.ts';
import type { Value } from '../formula/value.ts';
import { isObject, own, type Json } from '../json/json.ts';
import { offsetPeriod, parsePeriod, periodOf } from '../time/period.ts';

/** What the reader chose. */
export interface Chosen {
  /** Period code; absent: the whole time. */
  readonly period?: string;
  /**
   * First day that counts, in place of the period's own; '' for all before it. Only the engine sets it, for running
   * numbers.
   */
  readonly since?: string;
  /** Organisation at the top; absent: all. */
  readonly organisation?: string;
  /** Chosen members by dimension; a dimension that is absent or empty is not restricted. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
}

/** What is chosen at first, on the day `now`. */
export function firstChosen({ choices }: Report, now: string, organisation?: string): Chosen {
  const filters = Object.fromEntries(
    (choices?.filters ?? []).flatMap(({ dimension, start }) => (start ? [[dimension, start] as const] : [])),
  );
  const period = choices?.period && startPeriod(choices.period.kind, choices.period.start ?? 'previous', now);
  return {
    ...(period === undefined ? {} : { period }),
    ...(organisation === undefined ? {} : { organisation }),
    filters,
  };
}

function startPeriod(kind: Parameters<typeof periodOf>[1], start: string, now: string): string | undefined {
  if (start !== 'current' && start !== 'previous') return parsePeriod(start) ? start : undefined;
  const current = periodOf(now, kind);
  return current === undefined || start === 'current' ? current : offsetPeriod(current, -1);
}

/** The first day that counts in a running number of a period; '' for all before it. */
export function runningSince(period: string, since: NonNullable<DerivedMeasure['since']> = 'year'): string {
  const span = parsePeriod(period);
  if (since === 'start' || !span) return '';
  const around = parsePeriod(periodOf(span.endOn, since) ?? '')?.startOn ?? span.startOn;
  return around < span.startOn ? around : span.startOn;
}

/** The period that a chosen one is compared with; undefined where it has none. */
export function comparedPeriod(period: string | undefined, against: 'previous' | 'lastYear'): string | undefined {
  if (period === undefined) return undefined;
  if (against === 'previous') return offsetPeriod(period, -1);
  const perYear = { month: 12, quarter: 4, halfYear: 2, year: 1 } as const;
  const kind = parsePeriod(period)?.kind;
  return kind === 'month' || kind === 'quarter' || kind === 'halfYear' || kind === 'year'
    ? offsetPeriod(period, -perYear[kind])
    : undefined;
}

/** Parameters of the report and what was chosen, as formulas read them; columns of tables as `list.column`. */
export function reportNames(report: Report, chosen: Chosen): ReadonlyMap<string, Value | readonly Value[]> {
  const names = new Map<string, Value | readonly Value[]>();
  for (const [name, parameter] of Object.entries(report.parameters ?? {})) {
    const value = parameter.value as Json;
    const rows = Array.isArray(value) ? value.filter(isObject) : [];
    if (rows.length > 0)
      for (const column of new Set(rows.flatMap((row) => Object.keys(row))))
        names.set(
          `${name}.${column}`,
          rows.map((row) => plain(own(row, column))),
        );
    else names.set(name, Array.isArray(value) ? value.map(plain) : plain(value));
  }
  const period = chosen.period === undefined ? undefined : parsePeriod(chosen.period);
  names.set('chosenPeriod', period?.code ?? null);
  names.set('chosenPeriodStartOn', period?.startOn ?? null);
  names.set('chosenPeriodEndOn', period?.endOn ?? null);
  names.set('chosenOrgId', chosen.organisation ?? null);
  return names;
}

function plain(json: Json | undefined): Value {
  return json === undefined || typeof json === 'object' ? null : json;
}
