// The report builder, `<jc-report-builder>`: the sibling `jiceng-report-builder.js`, which stands on
// `jiceng-report.js`.
import '../report-builder/define.ts';
