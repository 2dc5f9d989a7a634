import { css } from 'lit';

export default css`
  .diagram {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: auto;
    max-height: 520px;
  }
  .diagram svg { display: block; }
  .box { fill: var(--_surface); stroke: var(--_border); stroke-width: 1.5; }
  .info .box { stroke: var(--_info); fill: var(--_info-weak); }
  .positive .box { stroke: var(--_positive); fill: var(--_positive-weak); }
  .notice .box { stroke: var(--_notice); fill: var(--_notice-weak); }
  .negative .box { stroke: var(--_negative); fill: var(--_negative-weak); }
  .final .box { stroke-width: 3; }
  .spot, .arrow { cursor: pointer; }
  .spot:focus, .arrow:focus { outline: none; }
  .spot:focus .box, .spot.chosen .box { stroke: var(--_focus); stroke-width: 3; }
  .word { fill: var(--_text); font-size: 14px; text-anchor: middle; }
  .line { fill: none; stroke: var(--_text-weak); stroke-width: 1.5; }
  .tip { fill: var(--_text-weak); }
  .dot { fill: var(--_surface); stroke: var(--_text-weak); }
  .number { fill: var(--_text); font-size: 12px; text-anchor: middle; }
  .arrow:focus .line, .arrow.chosen .line { stroke: var(--_focus); stroke-width: 3; }
  .arrow:focus .dot, .arrow.chosen .dot { stroke: var(--_focus); stroke-width: 2; }
  .flows {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 24px minmax(0, 1fr) 24px minmax(0, 1fr);
    align-items: start;
  }
  .flow {
    margin-bottom: var(--_space-s);
    padding: var(--_space-s);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .flow-title { font-weight: 600; }
  .self {
    padding: var(--_space-m);
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    text-align: center;
    font-weight: 600;
  }
  .way { padding: var(--_space-m) 0; text-align: center; color: var(--_text-weak); }
  .self, .way { position: -webkit-sticky; position: sticky; top: var(--_space-s); }
  .narrow .flows { grid-template-columns: minmax(0, 1fr); }
  .narrow .self, .narrow .way { position: static; }
  .narrow .way { padding: 0; transform: rotate(90deg); }
  .small { font-size: var(--_font-small); color: var(--_text-weak); }
`;
