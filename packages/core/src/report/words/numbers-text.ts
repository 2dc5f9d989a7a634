import type { Measure, Threshold } from '../../generated/report.ts';
import { compare, roundTo } from '../../number/arithmetic.ts';
import { toNumber } from '../../number/decimal.ts';
import type { ReportData } from '../data.ts';
import type { SplitContext } from '../split/context.ts';

/** What a measure is called, counted in, and rounded to; facts bring their own where the report says nothing. */
export interface MeasureWords {
  /** With its label. */
  readonly title: string;
  /** What always stands behind the title; '' for most. */
  readonly label: string;
  readonly unit: string;
  /** Decimal places shown. */
  readonly places: number;
  readonly isPercent: boolean;
}

export function measureWords(measure: Measure, data: ReportData, context: SplitContext): MeasureWords {
  const fact = 'fact' in measure ? data.sources.facts.declaration(measure.fact, context.locale) : undefined;
  const type = 'fact' in measure ? fact?.type : typeOf(measure, context);
  const isPercent = type === 'percent';
  const usual = type === 'count' || type === 'rank' ? 0 : isPercent ? 1 : 2;
  const label = labelOf(measure, context);
  return {
    title: `${measure.title}${label}`,
    label,
    unit: measure.unit ?? fact?.unit ?? unitOf(measure, context) ?? (isPercent ? '%' : ''),
    places: measure.places ?? usual,
    isPercent,
  };
}

/** What a mean over members says behind its title, so that nobody takes it for the number over all rows. */
function labelOf(measure: Measure, { index, words }: SplitContext): string {
  if (!('over' in measure) || measure.take === undefined || measure.take === 'count') return '';
  return words.aside(words.taken(measure.take, index.dimensions.get(measure.over)?.title ?? measure.over));
}

/**
 * The measure whose kind of number a derived one keeps: running numbers, changes in points, and what is taken of
 * members.
 */
function keptBy(measure: Measure, { index }: SplitContext): Measure | undefined {
  if ('of' in measure)
    return measure.derive === 'running' ||
      measure.derive === 'gap' ||
      (measure.derive === 'change' && measure.as !== 'percent')
      ? index.measures.get(measure.of)
      : undefined;
  return 'over' in measure && measure.take !== undefined && measure.take !== 'count'
    ? index.measures.get(measure.value ?? '')
    : undefined;
}

function unitOf(measure: Measure, context: SplitContext, depth = 0): string | undefined {
  const kept = 'of' in measure && measure.derive !== 'running' ? undefined : keptBy(measure, context);
  return kept && depth < 9 ? (kept.unit ?? unitOf(kept, context, depth + 1)) : undefined;
}

function typeOf(measure: Measure, context: SplitContext, depth = 0): string | undefined {
  const kept = keptBy(measure, context);
  if (kept) return depth < 9 ? typeOf(kept, context, depth + 1) : undefined;
  if ('fact' in measure) return undefined;
  if ('filing' in measure) return measure.filing === 'expected' || measure.filing === 'reported' ? 'count' : 'percent';
  if ('of' in measure) return measure.derive === 'rank' ? 'rank' : 'percent';
  if ('over' in measure) return measure.take === undefined || measure.take === 'count' ? 'count' : undefined;
  return measure.type ?? ('den' in measure && measure.den ? 'percent' : undefined);
}

/** A value as it is shown: rounded half away from zero, thousands apart, true zeros kept. */
export function numberText(value: number | string | null, places: number): string {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  // Of up to 15 digits toFixed writes exactly the number that rounding gave.
  const [whole = '', fraction] = toNumber(roundTo(value, places, 'half'))
    .toFixed(places)
    .split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The threshold that a value reaches: the best whose limit it reaches, or the one without a limit. */
export function thresholdOf(
  value: number,
  { thresholds = [], direction }: Measure,
  context: SplitContext,
): Threshold | undefined {
  const way = direction === 'down' ? -1 : 1;
  let found: { readonly threshold: Threshold; readonly at: number } | undefined;
  for (const threshold of thresholds) {
    const at = context.number(threshold.at);
    if (at === null || way * compare(value, at) < 0) continue;
    if (!found || way * compare(at, found.at) > 0) found = { threshold, at };
  }
  return found?.threshold ?? thresholds.find(({ at }) => at === undefined);
}
