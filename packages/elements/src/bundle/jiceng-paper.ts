// Reports as Excel, Word and CSV files: the sibling `jiceng-paper.js`, which a report loads when somebody takes it
// along.
export * from '@jiceng/sheet/report/report-files.js';
