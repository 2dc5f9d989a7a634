import { css } from 'lit';

export default css`
  :host { display: inline-block !important; vertical-align: middle; }
  .base { display: flex; align-items: center; white-space: nowrap; --_star: var(--jc-stars-color, #b8860b); }
  svg { flex: none; width: calc(var(--_font-size) * 1.15); height: calc(var(--_font-size) * 1.15); margin-right: 2px; }
  .on path { fill: var(--_star); stroke: var(--_star); stroke-width: 0.6; }
  .off path { fill: none; stroke: var(--_border); stroke-width: 0.8; }
  .word { margin-left: 4px; }
  @media (forced-colors: active) {
    .on path { fill: CanvasText; stroke: CanvasText; }
    .off path { stroke: CanvasText; }
  }
`;
