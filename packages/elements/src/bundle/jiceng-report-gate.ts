// The gate for reports: the sibling `jiceng-report-gate.js`, which a report loads while its data are read.
export { admitReport } from '@jiceng/core/report/admit.js';
