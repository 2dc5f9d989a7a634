import type { Measure, Threshold } from '../../generated/report.ts';
import { compare, roundTo } from '../../number/arithmetic.ts';
import { toNumber } from '../../number/decimal.ts';
import type { ReportData } from '../data.ts';
import type { SplitContext } from '../split/context.ts';

/** What a measure is called, counted in, and rounded to; facts bring their own where the report says nothing. */
export interface MeasureWords {
  readonly title: string;
  readonly unit: string;
  /** Decimal places shown. */
  readonly places: number;
  readonly isPercent: boolean;
}

export function measureWords(measure: Measure, data: ReportData, context: SplitContext): MeasureWords {
  const fact = 'fact' in measure ? data.sources.facts.declaration(measure.fact, context.locale) : undefined;
  const type = 'fact' in measure ? fact?.type : 'filing' in measure ? (measure.filing === 'expected' || measure.filing === 'reported' ? 'count' : 'percent')
    : 'of' in measure ? derivedType(measure, context) : 'having' in measure ? 'count' : measure.type ?? ('den' in measure && measure.den ? 'percent' : undefined);
  const isPercent = type === 'percent';
  const usual = type === 'count' ? 0 : isPercent ? 1 : type === 'rank' ? 0 : 2;
  return { title: measure.title, unit: measure.unit ?? fact?.unit ?? (isPercent ? '%' : ''), places: measure.places ?? usual, isPercent };
}

function derivedType(measure: Extract<Measure, { of: string }>, context: SplitContext): string | undefined {
  if (measure.derive === 'rank') return 'rank';
  if (measure.derive === 'share' || measure.derive === 'percentile' || measure.as === 'percent') return 'percent';
  const of = context.index.measures.get(measure.of);
  if (!of || 'of' in of) return undefined;
  return 'type' in of ? of.type : 'filing' in of ? 'percent' : undefined;
}

/** A value as it is shown: rounded half away from zero, thousands apart, true zeros kept. */
export function numberText(value: number | string | null, places: number): string {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  // Of up to 15 digits toFixed writes exactly the number that rounding gave.
  const [whole = '', fraction] = toNumber(roundTo(value, places, 'half')).toFixed(places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The threshold that a value reaches: the best whose limit it reaches, or the one without a limit. */
export function thresholdOf(value: number, { thresholds = [], direction }: Measure, context: SplitContext): Threshold | undefined {
  const way = direction === 'down' ? -1 : 1;
  let found: { readonly threshold: Threshold; readonly at: number } | undefined;
  for (const threshold of thresholds) {
    const at = context.number(threshold.at);
    if (at === null || way * compare(value, at) < 0) continue;
    if (!found || way * compare(at, found.at) > 0) found = { threshold, at };
  }
  return found?.threshold ?? thresholds.find(({ at }) => at === undefined);
}
