import { css } from 'lit';

/** The result on its stage: the bar above it, the frame of the chosen block, the marks of a drag, and sheets of paper. */
export default css`
  .stage-bar { display: flex; flex-wrap: wrap; align-items: center; margin: 0 0 var(--_space-s); }
  .stage-bar [role='group'] .button + .button { margin-left: 4px; }
  .stage-bar > * { margin-right: var(--_space-m); }
  .stage-bar .button[aria-pressed='true'], .frame-tools [aria-pressed='true'] {
    border-color: var(--_primary);
    color: var(--_primary);
    font-weight: 600;
  }
  .stage { position: relative; padding-top: 34px; }
  .frame {
    position: absolute;
    left: var(--_x);
    top: var(--_y);
    width: var(--_w);
    height: var(--_h);
    border: 2px solid var(--_primary);
    border-radius: var(--_radius);
    pointer-events: none;
  }
  .frame-tools {
    position: absolute;
    left: -2px;
    top: -34px;
    display: flex;
    border: 1px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
    white-space: nowrap;
    pointer-events: auto;
  }
  .frame-tools .small {
    min-height: 30px;
    padding: 0 7px;
    border: 1px solid transparent;
    background: none;
    color: var(--_text);
    cursor: pointer;
  }
  .frame-tools .small:hover { color: var(--_primary); }
  .frame-tools .grip { cursor: grab; touch-action: none; }
  .edge {
    position: absolute;
    top: 0;
    bottom: 0;
    right: -5px;
    width: 10px;
    cursor: ew-resize;
    pointer-events: auto;
    touch-action: none;
  }
  .drop-mark {
    position: absolute;
    left: var(--_x);
    top: var(--_y);
    width: var(--_w);
    height: var(--_h);
    background: var(--_primary);
    pointer-events: none;
  }
  @media screen {
    .stage.paper { overflow: auto hidden; padding: 40px 24px 24px; background: var(--_surface-strong); }
    .paper .roll { width: var(--_roll-width); height: var(--_roll-height); }
    .paper .inner { position: relative; transform: scale(var(--_scale)); transform-origin: 0 0; }
    .paper .flow {
      position: absolute;
      left: var(--_sheet-left);
      top: var(--_sheet-top);
      width: var(--_inner-width);
      height: var(--_inner-height);
      column-width: var(--_inner-width);
      column-gap: var(--_between);
      column-fill: auto;
    }
    .sheet {
      position: absolute;
      left: var(--_x);
      top: 0;
      width: var(--_sheet-width);
      height: var(--_sheet-height);
      background: #fff;
      color: #000;
      box-shadow: 0 1px 6px rgba(0, 0, 0, 0.3);
    }
    .sheet-header {
      position: absolute;
      left: var(--_sheet-left);
      top: calc(var(--_sheet-top) / 2 - 6px);
      font: 9pt FangSong_GB2312, FangSong, STFangsong, 'Noto Serif CJK SC', serif;
    }
    .sheet-number {
      position: absolute;
      left: 0;
      right: 0;
      bottom: calc(var(--_sheet-bottom) / 2 - 10px);
      text-align: center;
      font: 14pt SimSun, serif;
    }
  }
  @media print {
    .sheet, .drop-mark { display: none; }
    .stage { padding: 0; }
  }
`;
