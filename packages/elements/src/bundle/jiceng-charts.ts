// Drawings of reports' charts: the sibling `jiceng-charts.js`, which a report loads when it has one to draw.
export * from '../charts/figure.ts';
