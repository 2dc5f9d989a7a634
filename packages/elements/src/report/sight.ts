import type { NumberCell } from '@jiceng/core/report/model.js';
import type { ReportTexts } from './report.messages.ts';

/** What drawing a block needs besides its numbers. */
export interface ReportSight {
  readonly texts: ReportTexts;
  /** Opens what is behind a number. */
  open(cell: NumberCell, title: string, from: HTMLElement): void;
  /** On paper everything is unfolded. */
  readonly isPrinting: boolean;
  /** Folded groups by block and row. */
  isFolded(key: string, folded: boolean): boolean;
  toggle(key: string, folded: boolean): void;
  /** What draws charts, once it is loaded; charts stand as tables until then. */
  readonly charts: typeof import('../charts/figure.ts') | undefined;
  /** What draws tables of many rows and the other kinds of blocks; there as soon as a block needs it. */
  readonly behind: Pick<typeof import('./behind.ts'), 'longRows' | 'otherView'> | undefined;
  readonly locale: string;
}
