// What is behind the numbers of a report, and the whole of it as text and for paper: the sibling
// `jiceng-report-behind.js`, which a report loads behind its last block.
export * from '../report/behind.ts';
