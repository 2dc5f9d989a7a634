import type { Found } from './column-values.ts';
import type { Heading } from './headings.ts';
import type { Term } from './names.ts';

/** A column of a ledger, as its kind is guessed. */
export interface Column {
  readonly heading: Heading;
  /** The heading without what stands in brackets. */
  readonly plain: string;
  /** The known term that the heading means. */
  readonly term: Term | undefined;
  /** Values of its drop-down list. */
  readonly list: readonly string[] | undefined;
  /** What stands in its cells, without those that say that there is nothing (`/`, `—`). */
  readonly found: readonly Found[];
  /** The heading is that of numbers that name something: telephone, identity, bank account. */
  readonly isCode: boolean;
}
