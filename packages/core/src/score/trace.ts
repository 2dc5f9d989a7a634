import { evaluate } from '../formula/evaluate.ts';
import type { FactCall, Scope } from '../formula/run.ts';
import type { Formula } from '../formula/tree.ts';
import { isError, type Value } from '../formula/value.ts';
import type { FactValue } from '../record/fact-reader.ts';
import type { FactRead } from './tree.ts';

/** A record's scope that can also tell where a fact came from. Without `factValue` the sources stay unknown. */
export interface ScoreScope extends Scope {
  factValue?(call: FactCall): FactValue | undefined;
}

const NOTHING: readonly FactRead[] = [];

/** Evaluates formulas in a record's scope and remembers the facts that each item read. */
export class Trace implements Scope {
  readonly today: string;
  readonly now: string | undefined;
  private readonly scope: ScoreScope;
  private reads: FactRead[] | null = null;
  /** Columns of the score itself, once the items are known. */
  private columns: ((column: string) => readonly Value[] | undefined) | null = null;

  constructor(scope: ScoreScope) {
    this.scope = scope;
    this.today = scope.today;
    this.now = scope.now;
  }

  value(formula: Formula): Value {
    return evaluate(formula, this);
  }

  /** The facts read since the last call, each once. */
  takeReads(): readonly FactRead[] {
    const { reads } = this;
    this.reads = null;
    return reads ?? NOTHING;
  }

  /** Lets `score.points` and its sisters be read from now on. */
  withColumns(columns: (column: string) => readonly Value[] | undefined): this {
    this.columns = columns;
    return this;
  }

  name(name: string): Value | readonly Value[] | undefined {
    return this.scope.name(name);
  }

  column(list: string, column: string): readonly Value[] | undefined {
    return (list === 'score' ? this.columns?.(column) : undefined) ?? this.scope.column?.(list, column);
  }

  cell(column: string): Value | undefined {
    return this.scope.cell?.(column);
  }

  isWorkday(date: string): boolean | undefined {
    return this.scope.isWorkday?.(date);
  }

  fact(call: FactCall): Value | undefined {
    const value = this.scope.fact?.(call);
    const reads = (this.reads ??= []);
    if (!reads.some((read) => sameFact(read.call, call)))
      reads.push({ call, fact: this.scope.factValue?.(call) ?? this.guess(call) });
    return value;
  }

  /** What can be told of a fact by reading its parts; its source records stay unknown. */
  private guess(call: FactCall): FactValue {
    const part = (which: FactCall['part']) => {
      const value = this.scope.fact?.({ ...call, part: which });
      return value === undefined || isError(value) ? null : value;
    };
    const number = (value: Value) => (typeof value === 'number' ? value : null);
    const value = part('value');
    const num = number(part('num'));
    const den = number(part('den'));
    const plain = value === null || isError(value) ? null : value;
    if (plain !== null) return { id: call.id, num, den, value: plain, sources: [] };
    return { id: call.id, num, den, value: null, sources: [], missing: den === 0 ? 'no-denominator' : 'no-records' };
  }
}

function sameFact(a: FactCall, b: FactCall): boolean {
  return (
    a.id === b.id && a.by === b.by && (a.offset ?? 0) === (b.offset ?? 0) && a.kind === b.kind && a.under === b.under
  );
}
