// Which bundles there are: the main file `jiceng.js` and the siblings that use its modules.

/**
 * @typedef {object} Bundle
 * @property {string} entry from the root
 * @property {string} out from the root
 * @property {string[]} [brings] modules that sources of other bundles import when needed: they get them by loading this
 *   sibling, whose entry exports the same
 * @property {RegExp} [carries] modules of the main file, without state, of which this sibling has its own copy of what
 *   it uses, so that the main file need not hand that over
 * @property {boolean} [main] the one that makes the global out of its default export; siblings add their exports to it.
 *   A sibling whose name begins with another's (`jiceng-report-builder.js`) stands on that one, too: it uses
 *   its modules and is loaded after it
 */

/** What the builders use more of than the main file hands over anyway. */
const BUILDERS =
  /\/lit-html\/directive\.js$|packages\/elements\/src\/form\/drafts\.ts$|packages\/core\/src\/(formula\/(tokens|summary|failure)|time\/period|form\/rows-part|record\/value-of|schema\/formats\/(date-formats|text-part))\.ts$/;

/** Siblings (`jiceng-sheet.js` and others) join this list. @type {Bundle[]} */
export const bundles = [
  { entry: 'packages/elements/src/bundle/jiceng.ts', out: 'packages/elements/dist/jiceng.js', main: true },
  {
    entry: 'packages/elements/src/bundle/jiceng-fields.ts',
    out: 'packages/elements/dist/jiceng-fields.js',
    brings: [
      'packages/elements/src/widgets/picked.ts',
      'packages/elements/src/widgets/rare.ts',
      'packages/elements/src/widgets/rows.ts',
    ],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-ledger.ts',
    out: 'packages/elements/dist/jiceng-ledger.js',
    brings: ['packages/elements/src/ledger/define.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-ledger-work.ts',
    out: 'packages/elements/dist/jiceng-ledger-work.js',
    brings: ['packages/elements/src/ledger/editing/parts.ts'],
  },
  { entry: 'packages/elements/src/bundle/jiceng-process.ts', out: 'packages/elements/dist/jiceng-process.js' },
  {
    entry: 'packages/elements/src/bundle/jiceng-gate.ts',
    out: 'packages/elements/dist/jiceng-gate.js',
    brings: ['packages/core/src/admit/admit.ts'],
  },
  { entry: 'packages/elements/src/bundle/jiceng-report.ts', out: 'packages/elements/dist/jiceng-report.js' },
  {
    entry: 'packages/elements/src/bundle/jiceng-report-gate.ts',
    out: 'packages/elements/dist/jiceng-report-gate.js',
    brings: ['packages/core/src/report/admit.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-charts.ts',
    out: 'packages/elements/dist/jiceng-charts.js',
    brings: ['packages/elements/src/charts/figure.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-report-behind.ts',
    out: 'packages/elements/dist/jiceng-report-behind.js',
    brings: ['packages/elements/src/report/behind.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-paper.ts',
    out: 'packages/elements/dist/jiceng-paper.js',
    brings: ['packages/sheet/src/report/report-files.ts'],
  },
  { entry: 'packages/elements/src/bundle/jiceng-store.ts', out: 'packages/elements/dist/jiceng-store.js' },
  {
    entry: 'packages/elements/src/bundle/jiceng-publish.ts',
    out: 'packages/elements/dist/jiceng-publish.js',
    brings: ['packages/core/src/engine/publish.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-sheet.ts',
    out: 'packages/elements/dist/jiceng-sheet.js',
    brings: ['packages/elements/src/import/tools.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-sheet-xls.ts',
    out: 'packages/elements/dist/jiceng-sheet-xls.js',
    brings: ['packages/sheet/src/read/read-xls.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-sheet-text.ts',
    out: 'packages/elements/dist/jiceng-sheet-text.js',
    brings: ['packages/sheet/src/read/read-text.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-sheet-ods.ts',
    out: 'packages/elements/dist/jiceng-sheet-ods.js',
    brings: ['packages/sheet/src/read/read-ods.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-paste.ts',
    out: 'packages/elements/dist/jiceng-paste.js',
    brings: ['packages/sheet/src/paste/part.ts'],
  },
  {
    entry: 'packages/elements/src/bundle/jiceng-import.ts',
    out: 'packages/elements/dist/jiceng-import.js',
    brings: ['packages/elements/src/import/define.ts'],
  },
  {
    entry: 'packages/builder/src/bundle/jiceng-builder.ts',
    out: 'packages/elements/dist/jiceng-builder.js',
    carries: BUILDERS,
  },
  ...builderParts({
    panel: ['form-builder/parts', 'json-view/define', 'logic/findings', 'publish/blocked', 'texts/missing'],
    'panel-sides': ['ledger/define', 'life/define', 'logic/define', 'logic/carry-out', 'score/define'],
    'panel-publish': ['burden/define', 'preview/define', 'publish/define', 'texts/define', 'versions/define'],
    'panel-json': ['json-view/editing'],
    start: ['start/define'],
  }),
  {
    entry: 'packages/builder/src/bundle/jiceng-report-builder.ts',
    out: 'packages/elements/dist/jiceng-report-builder.js',
    carries: BUILDERS,
  },
];

/**
 * Siblings on `jiceng-builder.js`.
 * @param {Record<string, string[]>} brought modules of the builder, by the rest of the sibling's name
 * @returns {Bundle[]}
 */
function builderParts(brought) {
  return Object.entries(brought).map(([name, modules]) => ({
    entry: `packages/builder/src/bundle/jiceng-builder-${name}.ts`,
    out: `packages/elements/dist/jiceng-builder-${name}.js`,
    carries: BUILDERS,
    brings: modules.map((path) => `packages/builder/src/${path}.ts`),
  }));
}
