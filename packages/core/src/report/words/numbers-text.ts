import type { Measure, Threshold } from '../../generated/report.ts';
import { compare, roundTo } from '../../number/arithmetic.ts';
import { toNumber } from '../../number/decimal.ts';
import type { NumberCell } from '../model.ts';
import type { SplitContext } from '../split/context.ts';
import type { ReportWords } from './report.messages.ts';

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

export function measureWords(measure: Measure, context: SplitContext): MeasureWords {
  const { type, unit } = sortOf(measure, context);
  const isPercent = type === 'percent';
  const usual = type === 'count' || type === 'rank' ? 0 : isPercent ? 1 : 2;
  const label = labelOf(measure, context);
  return {
    title: `${measure.title}${label}`,
    label,
    unit: measure.unit ?? unit ?? (isPercent ? '%' : ''),
    places: measure.places ?? usual,
    isPercent,
  };
}

/** What a mean over members says behind its title, so that nobody takes it for the number over all rows. */
function labelOf(measure: Measure, { index, words }: SplitContext): string {
  if (!('over' in measure) || measure.take === undefined || measure.take === 'count') return '';
  return words.aside(words.taken(measure.take, index.dimensions.get(measure.over)?.title ?? measure.over));
}

/** What sort of number it is, and its unit where that is not said by the measure itself; `kept` counts measures on the way. */
function sortOf(measure: Measure, context: SplitContext, kept = 0): { readonly type?: string; readonly unit?: string } {
  const sortOfOther = (id: string | undefined): ReturnType<typeof sortOf> => {
    const other = context.index.measures.get(id ?? '');
    if (!other || kept > DEEPEST) return {};
    const found = sortOf(other, context, kept + 1);
    return other.unit === undefined ? found : { ...found, unit: other.unit };
  };
  if ('fact' in measure) {
    if (measure.part !== undefined && measure.part !== 'value') return { type: 'count' };
    const { type, unit } = context.sources.facts.declaration(measure.fact, context.locale) ?? {};
    return { ...(type === undefined ? {} : { type }), ...(unit === undefined ? {} : { unit }) };
  }
  if ('filing' in measure)
    return { type: measure.filing === 'expected' || measure.filing === 'reported' ? 'count' : 'percent' };
  if ('of' in measure) {
    if (measure.derive === 'rank') return { type: 'rank' };
    if (measure.derive === 'share' || measure.derive === 'percentile' || measure.as === 'percent')
      return { type: 'percent' };
    const of = sortOfOther(measure.of);
    return measure.derive !== 'running' && of.type === 'percent' ? { type: 'percent', unit: context.words.points } : of;
  }
  if ('over' in measure)
    return measure.take === undefined || measure.take === 'count' ? { type: 'count' } : sortOfOther(measure.value);
  const type = measure.type ?? ('den' in measure && measure.den ? 'percent' : undefined);
  return type === undefined ? {} : { type };
}

/** Measures may be made of each other so many times over. */
const DEEPEST = 9;

/** A value as it is shown: rounded half away from zero, thousands apart, true zeros kept. */
export function numberText(value: number | string | null, places: number): string {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  // Of up to 15 digits toFixed writes exactly the number that rounding gave.
  const text = toNumber(roundTo(value, places, 'half')).toFixed(places);
  if (value > -999 && value < 999) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Whether a measure says by how much another one differs from that of another period. */
export const isChange = (measure: Measure): boolean => 'derive' in measure && measure.derive === 'change';

/** A value of a measure as it stands in a table: changes with their sign. */
export function measureText(value: number | string | null, measure: Measure, places: number): string {
  const text = numberText(value, places);
  return isChange(measure) && typeof value === 'number' && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A number inside a sentence, or behind a heading of its own: of a change in words which way it went. */
export function spoken(cell: NumberCell, measure: Measure, words: ReportWords): NumberCell {
  const { text, unit, value } = cell;
  if (!isChange(measure) || value === null) return cell;
  if (!/[1-9]/.test(text)) return { ...cell, text: words.unmoved, unit: '' };
  const kind = unit === '%' ? 'percent' : unit === words.points ? 'points' : 'other';
  return { ...cell, text: words.moved(text.replace(/^[-+]/, ''), text.startsWith('+'), kind) };
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
