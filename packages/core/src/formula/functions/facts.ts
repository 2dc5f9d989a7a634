import { FACT_PARTS } from '../summary.ts';
import { raise } from '../value.ts';
import { define } from './signature.ts';

/** Kinds of period that stand in the calendar, so that there is one of them around any other. */
const KINDS = ['month', 'quarter', 'halfYear', 'year'] as const;

/**
 * FACT(id, [by], [offset], [kind], [reach]) and its numerator and denominator: the only bridge to what other
 * definitions establish.
 */
export const facts = [...FACT_PARTS].map(([name, part]) =>
  define(name, 't t? i? t? t?', (run, id, by, offset, kind, reach) => {
    const period = KINDS.find((known) => known === kind);
    if ((kind && !period) || (reach && reach !== 'own' && reach !== 'under'))
      return raise('#VALUE!', 'not-a-value', kind && !period ? kind : reach);
    return run.fact({
      id,
      part,
      by: by === '' ? undefined : by,
      offset,
      ...(period ? { kind: period } : {}),
      ...(reach === 'under' ? { under: true as const } : {}),
    });
  }),
);
