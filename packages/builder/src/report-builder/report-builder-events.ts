import type { Report } from '@jiceng/core/generated/report.js';
import type { Problem } from '@jiceng/core/text/problem.js';

/** The report as it stands in the builder: what `jc-change` and `jc-save` hand over. */
export interface ReportBuilderDetail {
  /** The report as text. */
  readonly text: string;
  /** The report, where nothing is wrong with it. */
  readonly report: Report | undefined;
  readonly problems: readonly Problem[];
}
