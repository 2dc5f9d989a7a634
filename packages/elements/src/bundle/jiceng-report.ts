// Reports, with what computes them: the sibling `jiceng-report.js`.
import '../report/define.ts';
export { admitReport } from '@jiceng/core/report/admit.js';
export { compute } from '@jiceng/core/report/compute.js';
export { ReportData } from '@jiceng/core/report/data.js';
export { openNumber } from '@jiceng/core/report/open.js';
