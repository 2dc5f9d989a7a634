// The report builder, `<jc-report-builder>`, with the reports that it shows: the sibling `jiceng-report-builder.js`, in place of `jiceng-report.js`.
import '../report-builder/define.ts';
