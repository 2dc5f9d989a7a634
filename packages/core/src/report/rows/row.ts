import type { Compiled } from '../../definition/compiled.ts';
import type { Scope } from '../../formula/evaluate.ts';
import type { Json } from '../../json/json.ts';

/**
 * One row of a data set: a record, one item or row of it, a filing that is owed, or a fact of one organisation and
 * period.
 */
export interface Row {
  /** Unique in its table. */
  readonly id: string;
  /** Record behind it; absent for facts and for filings that nobody began. */
  readonly recordId?: string;
  /** Version of the form that it was filled in with. */
  readonly version?: string;
  /** Organisation it belongs to, and the ids from the top down to it, joined by `/`, in its period and today. */
  readonly orgId: string;
  readonly pathThen: string;
  readonly pathNow: string;
  /** Day or period that decides when it counts; `''` for none. */
  readonly when: string;
  /** Sorts rows of one owner from the oldest to the latest. */
  readonly age: string;
  /** Organisation and subject, for latest values. */
  readonly owner: string;
  /** What formulas read. Made when it is needed. */
  scope(): Scope;
  /** Whether formulas of equal inputs give equal results in rows of one `kind`; the definition and what it brings. */
  readonly kind: string;
  readonly compiled: Compiled | undefined;
  /** Values of a field; a list gives several. */
  values(field: string): readonly Json[];
  /** For facts: what is added. */
  readonly fact?: {
    readonly id: string;
    readonly num: number | null;
    readonly den: number | null;
    readonly text: string | boolean | null;
    readonly sources: readonly string[];
    readonly isMissing: boolean;
  };
}
