import { css } from 'lit';

export default css`
  .state {
    padding: var(--_space-l);
    border: var(--_border-width) dashed var(--_line);
    color: var(--_text-weak);
    text-align: center;
  }
  .state.error {
    border-style: solid;
    border-color: var(--_negative);
    background: var(--_negative-weak);
    color: var(--_negative);
    text-align: start;
  }
  .head { margin-bottom: var(--_space-m); border-bottom: 2px solid var(--_primary); }
  h3 { font-size: var(--_font-heading); font-weight: 700; line-height: 1.4; }
  h4 { font-size: var(--_font-title); font-weight: 700; line-height: 1.4; }
  h5 { margin: var(--_space-s) 0 0; font-size: var(--_font-size); font-weight: 700; }
  .weak { color: var(--_text-weak); }
  .progress { margin-bottom: var(--_space-s); color: var(--_text-weak); }
  .progress .button { margin-left: var(--_space-m); }
  .files { margin-bottom: var(--_space-s); }
  .files .button { margin-right: var(--_space-s); margin-bottom: var(--_space-s); }
  .choices { display: flex; flex-wrap: wrap; align-items: flex-end; margin-bottom: var(--_space-s); }
  .choices label { margin-right: var(--_space-m); margin-bottom: var(--_space-s); }
  .choices label span { display: block; color: var(--_text-weak); font-size: var(--_font-small); }
  .choices .button { margin-right: var(--_space-s); margin-bottom: var(--_space-s); }
  select {
    min-height: var(--_control);
    max-width: 260px;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .blocks { display: flex; flex-wrap: wrap; margin-left: calc(-1 * var(--_space-m)); }
  .block {
    box-sizing: border-box;
    width: 100%;
    min-width: 0;
    margin-bottom: var(--_space-l);
    padding-left: var(--_space-m);
  }
  .block.twoThirds { width: 66.66%; }
  .block.half { width: 50%; }
  .block.third { width: 33.33%; }
  .block.quarter { width: 25%; }
  @media screen { .narrow .block { width: 100%; } }
  .block > h4 { margin-bottom: var(--_space-s); padding-left: var(--_space-s); border-left: 4px solid var(--_primary); }
  .block > .help { margin-bottom: var(--_space-s); color: var(--_text-weak); }
  .block .state { padding: var(--_space-m); }

  .scroll { position: relative; overflow-x: auto; }
  .find { margin-bottom: var(--_space-xs); }
  .find input {
    min-height: var(--_control);
    max-width: 220px;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .find .button { margin-left: var(--_space-xs); }
  .long {
    max-height: 560px;
    overflow: auto;
    border-top: var(--_border-width) solid var(--_line);
    border-left: var(--_border-width) solid var(--_line);
  }
  .long table { border-collapse: separate; border-spacing: 0; }
  .long th, .long td { border-top: 0; border-left: 0; white-space: nowrap; }
  .long thead th { position: -webkit-sticky; position: sticky; top: var(--_top, 0); z-index: 1; }
  .long tfoot th, .long tfoot td { position: -webkit-sticky; position: sticky; bottom: 0; z-index: 1; }
  .long .widest td { height: 0; padding-top: 0; padding-bottom: 0; border: 0; line-height: 0; visibility: hidden; }
  .long .space td { height: var(--_space, 0); padding: 0; border: 0; }
  tr.found > th, tr.found > td { background-color: var(--_notice-weak); }
  .silent { margin-top: var(--_space-xs); }
  details.all-names { display: inline; margin: 0; }
  .all-names summary { display: inline; min-height: 0; }
  .all-names p { margin-top: var(--_space-xs); }
  .unit-line { color: var(--_text-weak); font-size: var(--_font-small); text-align: right; }
  table { width: 100%; border-collapse: collapse; background: var(--_surface); font-variant-numeric: tabular-nums; }
  th, td {
    padding: 6px var(--_space-s);
    border: var(--_border-width) solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: middle;
  }
  thead th { min-width: 56px; background: var(--_surface-weak); font-weight: 600; text-align: center; }
  tbody th { min-width: 96px; padding-left: calc(var(--_space-s) + var(--_depth, 0) * 18px); }
  .amount, .light { text-align: right; white-space: nowrap; }
  .serial { width: 52px; text-align: center; }
  .rank { font-weight: 700; }
  tr.group > th, tr.group > td { background: var(--_surface-weak); font-weight: 600; }
  tr.total > th, tr.total > td {
    border-top: 2px solid var(--_border);
    background: var(--_surface-weak);
    font-weight: 700;
  }
  tr.own > th, tr.own > td { background: var(--_primary-weak); }
  .corner {
    position: relative;
    min-width: 132px;
    height: 56px;
    background: linear-gradient(to top right, transparent calc(50% - 1px), var(--_border) calc(50% - 1px), var(--_border) 50%, transparent 50%), var(--_surface-weak);
  }
  .corner-columns { position: absolute; top: 4px; right: var(--_space-s); }
  .corner-rows { position: absolute; bottom: 4px; left: var(--_space-s); }
  .fold {
    min-height: var(--_target);
    padding: 0;
    border: 0;
    background: transparent;
    color: inherit;
    font-weight: inherit;
    text-align: start;
  }
  .fold::before { content: '▾'; display: inline-block; width: 16px; color: var(--_text-weak); }
  .fold[aria-expanded='false']::before { content: '▸'; }
  .names { color: var(--_text-weak); overflow-wrap: anywhere; }
  .bar {
    position: relative;
    background-image: linear-gradient(var(--_primary-weak), var(--_primary-weak));
    background-repeat: no-repeat;
    background-size: var(--_share, 0%) 100%;
  }

  .number {
    min-height: var(--_target);
    min-width: var(--_target);
    padding: 0 2px;
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font-variant-numeric: tabular-nums;
    text-align: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 3px;
  }
  .number:hover { background: var(--_primary-weak); color: var(--_primary); text-decoration-color: currentColor; }
  .none { color: var(--_text-weak); }
  .word {
    display: inline-block;
    margin-left: 4px;
    padding: 0 6px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_text-weak);
    font-size: var(--_font-small);
    line-height: 1.5;
    white-space: nowrap;
  }
  .word:empty { display: none; }
  .word.positive, .light.positive {
    border-color: var(--_positive);
    background: var(--_positive-weak);
    color: var(--_positive);
  }
  .word.notice, .light.notice { border-color: var(--_notice); background: var(--_notice-weak); color: var(--_notice); }
  .word.negative, .light.negative {
    border-color: var(--_negative);
    background: var(--_negative-weak);
    color: var(--_negative);
  }
  .word.info, .light.info { border-color: var(--_info); background: var(--_info-weak); color: var(--_info); }
  .light.positive, .light.notice, .light.negative, .light.info { border-color: var(--_line); }
  .coverage { display: block; color: var(--_notice); font-size: var(--_font-small); white-space: nowrap; }
  .up { color: var(--_positive); }
  .down { color: var(--_negative); }

  .cards { display: flex; flex-wrap: wrap; margin-left: calc(-1 * var(--_space-m)); }
  .card {
    flex: 1 1 180px;
    min-width: 160px;
    margin-left: var(--_space-m);
    margin-bottom: var(--_space-m);
    padding: var(--_space-m);
    border: var(--_border-width) solid var(--_line);
    border-top: 3px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .card h4 { color: var(--_text-weak); font-size: var(--_font-size); font-weight: 400; }
  .large .number, .large .none { font-size: calc(var(--_font-heading) * 1.5); font-weight: 700; line-height: 1.3; }
  .unit { margin-left: 4px; color: var(--_text-weak); }
  .trend { display: block; width: 100%; max-width: 180px; height: 32px; margin-top: 4px; }
  .trend path { fill: none; stroke: var(--_primary); stroke-width: 2px; }
  .paragraph { margin-bottom: var(--_space-s); line-height: 1.8; text-indent: 2em; }
  .paragraph > * { text-indent: 0; }
  .closed { white-space: nowrap; }
  .paragraph .coverage { display: inline; margin-left: 4px; }
  .paragraph .word { margin-right: 2px; }
  .legend { display: flex; flex-wrap: wrap; margin-top: var(--_space-s); }
  .legend li { margin-right: var(--_space-l); }
  .drawing { min-height: 80px; overflow-x: auto; }
  .drawing svg { display: block; max-width: 100%; height: auto; }
  .drawing .mark { cursor: pointer; }
  .drawing .mark:hover { stroke: var(--_text); stroke-width: 2px; }
  .drawing .mark:focus { outline: none; stroke: var(--_focus); stroke-width: 3px; }
  .chart-figure > p .button { margin-left: calc(-1 * var(--_space-m)); margin-right: var(--_space-l); }
  .chart-data { margin-top: 0; }
  .notice-line {
    margin-bottom: var(--_space-s);
    padding: var(--_space-xs) var(--_space-s);
    border-left: 4px solid var(--_notice);
    background: var(--_notice-weak);
    color: var(--_notice);
  }

  .opened {
    margin-top: var(--_space-s);
    padding: var(--_space-m);
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .opened-head { display: flex; align-items: center; justify-content: space-between; margin-bottom: var(--_space-s); }
  .opened .scroll { max-height: 360px; overflow: auto; }
  details { margin-top: var(--_space-m); color: var(--_text-weak); }
  summary { min-height: var(--_target); cursor: pointer; color: var(--_link); }
  details li { margin-bottom: 2px; padding-left: 1em; text-indent: -1em; }
  details li::before { content: '· '; }
  .signatures, .only-print { display: none; }
`;
