import type { MemberFilter } from '../../generated/report.ts';

/** What stands on the axes of a grid. */
export interface GridPlan {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly filters: readonly MemberFilter[];
  /** Dimension of the rows of which every member that is known stands everywhere, also where no row has it. */
  readonly whole?: string;
}
