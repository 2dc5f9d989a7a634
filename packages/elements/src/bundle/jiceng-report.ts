// Reports, with what computes them: the sibling `jiceng-report.js`.
import '../report/define.ts';
