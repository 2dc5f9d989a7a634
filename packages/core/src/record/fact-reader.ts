import type { Fact } from '../generated/definition.ts';
import type { Json } from '../json/json.ts';
import type { Bilingual } from '../text/problem.ts';

/** Which fact is read, for whom and when. */
export interface FactQuery {
  readonly id: string;
  /** Organisation or person the fact is about. */
  readonly subjectId: string;
  /**
   * Period to add up to; one shorter than the fact's grain stands for the period of that grain around it. Absent: the
   * whole time (this year, for facts with requirements).
   */
  readonly periodCode?: string;
  /** Value of the fact's split; absent: over all of them. */
  readonly by?: string;
  /** Periods from `periodCode`, or, without one, from the present period of the fact's grain; -1 is the one before. */
  readonly offset?: number;
  /**
   * The organisation `subjectId` with everything below it today: numerators and denominators added, then divided once.
   */
  readonly under?: true;
}

/** A fact as it was found. */
export interface FactValue {
  readonly id: string;
  /** Numerator; `null` where nothing is known, which is not zero. */
  readonly num: number | null;
  /** Denominator; `null` where the fact has none. */
  readonly den: number | null;
  /** num, or num ÷ den (× 100 for percent facts), or the latest value; `null` where nothing is known or den is 0. */
  readonly value: Json;
  /** Ids of the records behind it, oldest first. */
  readonly sources: readonly string[];
  /** Why there is no value; absent when there is one. */
  readonly missing?: 'no-definition' | 'no-records' | 'no-denominator' | 'error';
  /** What failed, where `missing` is `error`. */
  readonly reason?: Bilingual;
}

/** One requirement in one bucket of time. */
export interface RequiredBucket {
  readonly key: string;
  readonly periodCode: string;
  readonly required: number;
  /** What was done, also beyond what is required. */
  readonly done: number;
}

/**
 * What is required in a period: in buckets that have ended, which count, and in those still running, which do not yet.
 */
export interface RequiredState {
  readonly ended: readonly RequiredBucket[];
  readonly running: readonly RequiredBucket[];
}

/** Reads facts of one consistent state. Never throws; unknown facts come back as missing. */
export interface FactReader {
  read(query: FactQuery): FactValue;
  /**
   * For a fact with requirements: what was required and done, bucket by bucket; `undefined` for other facts, and where
   * only sums are known.
   */
  required?(query: FactQuery): RequiredState | undefined;
  /**
   * Whom a fact is about and what it is called, in the words of `locale` (zh-CN by default), with its part where one is
   * meant by `by`; undefined where none establishes it.
   */
  declaration(
    id: string,
    locale?: string,
    by?: string,
  ): Pick<Fact, 'id' | 'title' | 'subject' | 'type' | 'unit' | 'required' | 'numTitle' | 'denTitle'> | undefined;
}
