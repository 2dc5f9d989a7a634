import { css } from 'lit';

/** Colours of the lamp marks, wherever they stand. */
export const lampMarkStyles = css`
  .mark path { fill: var(--_lamp-grey); }
  .mark.green path { fill: var(--_lamp-green); }
  .mark.yellow path { fill: var(--_lamp-yellow); }
  .mark.red path { fill: var(--_lamp-red); }
  .mark.blue path { fill: var(--_lamp-blue); }
  @media (forced-colors: active) {
    .mark path, .mark.green path, .mark.yellow path, .mark.red path, .mark.blue path { fill: CanvasText; }
  }
`;

export default css`
  :host { display: inline-block !important; vertical-align: middle; }
  .base { display: flex; align-items: center; white-space: nowrap; }
  .mark {
    flex: none;
    width: calc(var(--_font-size) * 0.86);
    height: calc(var(--_font-size) * 0.86);
    margin-right: 6px;
  }
`;
