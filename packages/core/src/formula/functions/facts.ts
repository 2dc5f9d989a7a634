import { FACT_PARTS } from '../summary.ts';
import { define } from './signature.ts';

/** FACT(id, [by], [offset]) and its numerator and denominator: the only bridge to what other definitions establish. */
export const facts = [...FACT_PARTS].map(([name, part]) =>
  define(name, 't t? i?', (run, id, by, offset) => run.fact({ id, part, by: by === '' ? undefined : by, offset })));
