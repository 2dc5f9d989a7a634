import { css } from 'lit';

export default css`
  .head { border-collapse: collapse; min-width: 100%; table-layout: auto; }
  .head th {
    position: relative;
    padding: 0;
    border: 1px solid var(--_border);
    background: var(--_surface-strong);
    text-align: center;
    vertical-align: middle;
    touch-action: none;
    -webkit-user-select: none;
    user-select: none;
  }
  .head th.group { background: var(--_surface-weak); }
  .head th.chosen { background: var(--_primary-weak); box-shadow: inset 0 0 0 2px var(--_primary); }
  .head th.before { box-shadow: inset 4px 0 0 var(--_focus); }
  .head th.behind { box-shadow: inset -4px 0 0 var(--_focus); }
  .pick {
    display: block;
    width: 100%;
    min-width: calc(24px + 3 * var(--_font-size));
    min-height: var(--_control);
    padding: 4px 12px;
    border: 0;
    background: none;
    color: var(--_text);
    font-weight: 600;
    line-height: 1.4;
    text-align: center;
    cursor: grab;
    touch-action: none;
  }
  .detail { display: block; color: var(--_text-weak); font-weight: 400; font-size: var(--_font-small); }
  .edge {
    position: absolute;
    top: 0;
    right: -4px;
    width: 8px;
    height: 100%;
    cursor: col-resize;
    z-index: 1;
    touch-action: none;
  }
  .tools-bar { margin-top: var(--_space-s); }
  .tools-bar .button, .tools-bar select { margin-right: var(--_space-s); margin-bottom: var(--_space-s); }
  .add {
    min-height: var(--_control);
    max-width: 220px;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-size: var(--_font-size);
  }
`;
