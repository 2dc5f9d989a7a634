import type { BurdenMeasure } from '@jiceng/core/burden/measure.js';
import type { Definition } from '@jiceng/core/generated/definition.js';

/** One number of the meter with what the rules advise. */
export interface Figure {
  readonly id: 'minutes' | 'typed' | 'fields' | 'prefilled' | 'files' | 'counting' | 'computed' | 'duplicates';
  readonly value: number;
  /** `high`: above what is advised; `low`: below. */
  readonly verdict: 'fine' | 'high' | 'low';
  /** What is advised: at most for numbers that can be high, at least for the others; `null` where nothing is. */
  readonly advised: number | null;
}

/** The meter's numbers, in their order; those that mean nothing for this definition are left out. */
export function figuresOf({ score, filing }: Definition, measure: BurdenMeasure, duplicates: number): Figure[] {
  const atMost = (id: Figure['id'], value: number, advised: number): Figure => ({
    id,
    value,
    advised,
    verdict: value > advised ? 'high' : 'fine',
  });
  const atLeast = (id: Figure['id'], value: number, advised: number): Figure => ({
    id,
    value,
    advised,
    verdict: value < advised ? 'low' : 'fine',
  });
  const figures = [
    atMost('minutes', measure.minutes, 10),
    atMost('typed', measure.typedFields, 15),
    atMost('fields', measure.fields, 40),
    filing
      ? atLeast('prefilled', measure.prefillShare, 60)
      : ({ id: 'prefilled', value: measure.prefillShare, advised: null, verdict: 'fine' } as const),
    { id: 'files', value: measure.fileFields, advised: null, verdict: 'fine' } as const,
    atMost('duplicates', duplicates, 0),
  ];
  if (!score || score.over) return figures;
  return [
    ...figures,
    atMost('counting', measure.countingShare, 20),
    ...(measure.computedShare === null ? [] : [atLeast('computed', measure.computedShare, 60)]),
  ];
}
