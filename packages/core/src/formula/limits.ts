/** The most that one formula may be, and one evaluation may use. */
export interface Limits {
  /** Characters of formula text (UTF-16 units). */
  readonly text: number;
  /** Nested parentheses, calls and signs. */
  readonly depth: number;
  /**
   * Steps of one evaluation: each part of the formula counts one, and so do four list elements, two long numbers, 64
   * characters.
   */
  readonly steps: number;
  /** Elements of a list. */
  readonly list: number;
  /** UTF-16 units of a text value. */
  readonly string: number;
}

export const LIMITS: Limits = { text: 2_000, depth: 50, steps: 100_000, list: 100_000, string: 1_048_576 };
