import type { ready } from './ready.ts';

/**
 * What each sibling adds to `Jiceng`, by the word in its file name: `jiceng-store.js`. Further siblings join here. One
 * whose word begins with another's stands on that one, which comes before it.
 */
export interface Siblings {
  /** `<jc-ledger>`. */
  readonly ledger: typeof import('./jiceng-ledger.ts');
  /** Filters, details and dialogs of ledgers, which load them. */
  readonly 'ledger-work': typeof import('./jiceng-ledger-work.ts');
  /** `<jc-process>`, `<jc-moves>`. */
  readonly process: typeof import('./jiceng-process.ts');
  /** The gate for definitions that no store has let in; ledgers, processes and moves load it. */
  readonly gate: typeof import('./jiceng-gate.ts');
  /** Tables and pickers in forms; a form that has one loads it. */
  readonly fields: typeof import('./jiceng-fields.ts');
  /** `<jc-import>`; it loads `sheet` and `ledger` itself. */
  readonly import: typeof import('./jiceng-import.ts');
  /** `<jc-report>`, and what computes reports. */
  readonly report: typeof import('./jiceng-report.ts');
  /** The gate for reports, which reports load. */
  readonly 'report-gate': typeof import('./jiceng-report-gate.ts');
  /** Drawings of charts in reports, which load it. */
  readonly charts: typeof import('./jiceng-charts.ts');
  /** What is behind the numbers of reports, and reports as text and for paper, which reports load. */
  readonly 'report-behind': typeof import('./jiceng-report-behind.ts');
  /** Reports as files, which reports load. */
  readonly paper: typeof import('./jiceng-paper.ts');
  /** `<jc-report-builder>`; stands on `report`. */
  readonly 'report-builder': object;
  /** `<jc-form-builder>`; it loads its parts itself. */
  readonly builder: object;
  /** `<jc-builder-start>`, and the builder's tab for pasting. */
  readonly 'builder-start': object;
  /** Pasted text as fields or items; the builder loads it. */
  readonly paste: typeof import('./jiceng-paste.ts');
  /** Excel and CSV files in and out, Excel ledgers as definitions. */
  readonly sheet: typeof import('./jiceng-sheet.ts');
  /** Workbooks of Excel before 2007, which `sheet` loads. */
  readonly 'sheet-xls': typeof import('./jiceng-sheet-xls.ts');
  /** Text files (.csv, .txt) and web pages as tables, which `sheet` loads. */
  readonly 'sheet-text': typeof import('./jiceng-sheet-text.ts');
  /** Spreadsheets of OpenDocument (.ods), which `sheet` loads. */
  readonly 'sheet-ods': typeof import('./jiceng-sheet-ods.ts');
  /** Data sources and drafts in this browser, and the gate for definitions. */
  readonly store: typeof import('./jiceng-store.ts');
  /** What judges a definition before it is published; data sources load it. */
  readonly publish: typeof import('./jiceng-publish.ts');
}

export type SiblingName = keyof Siblings;

/** The global `Jiceng`. */
export interface Kit {
  /** Version of the bundle; the first one on a page stays in use. */
  readonly version: string;
  /** Which build it is; siblings of another build stay away. */
  readonly build: string;
  /**
   * Folder from which siblings are loaded, relative to the page; the folder of `jiceng.js` unless set. Empty: unknown.
   */
  base: string;
  /** Siblings that are there, by name. */
  readonly loaded: SiblingName[];
  /** What siblings use of the main file, by number; means nothing to pages. */
  shared: readonly unknown[];
  /** What siblings use of siblings on which they stand, likewise. */
  parts?: Readonly<Record<string, readonly unknown[]>>;
  readonly ready: typeof ready;
  /** Turns `a.jc-embed` links below `root` into elements, and loads the siblings of tags there; twice does it once. */
  scan(root: ParentNode): void;
  /** Loads a sibling, where a script tag has not already. Rejects when it cannot be loaded from `base`. */
  load<N extends SiblingName>(name: N): Promise<Kit & Siblings[N]>;
}
