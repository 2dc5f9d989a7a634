import { css } from 'lit';

/** How a report stands on paper. */
const paper = css`
  .block { page-break-inside: auto; }
  .block.new-page { page-break-before: always; }
  tr { page-break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .chart-figure { page-break-inside: avoid; }
  .drawing { filter: grayscale(1); }
  .number { text-decoration: none; }
  .fold::before { content: ''; width: 0; }
  .signatures { display: flex; justify-content: space-between; margin-top: 12mm; page-break-inside: avoid; }
  .only-print { display: inline; }
  .head { border-bottom: 0; }
  .head h3 {
    font-family: FZXiaoBiaoSong-B05S, FZXiaoBiaoSong-B05, STZhongsong, SimSun, 'Noto Serif CJK SC', serif;
    font-size: 22pt;
    font-weight: 400;
    text-align: center;
  }
  .block > h4 {
    border-left: 0;
    padding-left: 0;
    page-break-after: avoid;
    font-family: SimHei, STHeiti, 'Noto Sans CJK SC', sans-serif;
    font-size: 14pt;
    font-weight: 400;
  }
  .paragraph {
    font-family: FangSong_GB2312, FangSong, STFangsong, 'Noto Serif CJK SC', serif;
    font-size: 16pt;
    line-height: 28pt;
  }
  th, td { border-color: #000; }
  thead th, tr.group > th, tr.group > td, tr.total > th, tr.total > td { background: #eee; }
  thead th, tbody th { min-width: 0; }
  /* Browsers repeat headings only up to a quarter of the page, and lose the borders of positioned cells. */
  thead th { padding: 1px 3px; line-height: 1.3; }
  .bar { position: static; }
  .amount, .light, .light .word { white-space: normal; }
  summary { display: none; }
  .block.half, .block.third, .block.quarter, .block.twoThirds { page-break-inside: avoid; }
`;

/** For the printer. */
export const printed = [css`@media print { ${paper} }`];

/** For a preview on the screen, whose sheets are columns. */
export const previewed = [
  ...printed,
  paper,
  css`
  .base { font-size: 10.5pt; }
  .no-print { display: none !important; }
  .block.new-page { break-before: column; }
`,
];
