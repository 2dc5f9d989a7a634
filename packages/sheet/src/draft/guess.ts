import type { Bilingual } from '@jiceng/core/text/problem.js';

/** One guess: what, how sure from 0 to 1, and why. */
export interface Guess<T> {
  readonly value: T;
  readonly confidence: number;
  readonly reason: Bilingual;
}

export const guess = <T>(value: T, confidence: number, zh: string, en: string): Guess<T> => ({
  value,
  confidence,
  reason: { 'zh-CN': zh, en },
});

/** What a column holds. */
export type ColumnKind =
  | 'text'
  | 'longText'
  | 'integer'
  | 'number'
  | 'percent'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'rowNumber';

/** What a column was found to hold, and what it takes to read its values. */
export interface KindGuess extends Guess<ColumnKind> {
  readonly unit?: string | undefined;
  /** Words of choices, in their order. */
  readonly options?: readonly string[];
  /** What a date column knows at most. */
  readonly precision?: 'day' | 'month';
}
