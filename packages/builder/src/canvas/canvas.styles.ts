import { css } from 'lit';

export default css`
  .base { position: relative; }
  .sheet {
    position: relative;
    padding: var(--_space-m) var(--_space-l) var(--_space-l);
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    min-height: 240px;
  }
  .heading { font-size: var(--_font-heading); font-weight: 600; margin-bottom: var(--_space-m); }
  jc-form { pointer-events: none; }
  jc-form[data-empty] { min-height: 72px; }
  .cover {
    position: absolute;
    left: 0;
    top: 0;
    right: 0;
    bottom: 0;
    cursor: pointer;
    touch-action: pan-y;
    -webkit-user-select: none;
    user-select: none;
  }
  .cover:focus { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .mark {
    position: absolute;
    left: 0;
    top: 0;
    border: 2px solid var(--_info);
    border-radius: var(--_radius);
    pointer-events: none;
  }
  .mark.hovered { border: 1px dashed var(--_border); }
  .mark.sometimes { border: 0; color: var(--_info); font-size: var(--_font-small); line-height: 1.4; text-align: end; }
  .mark.drop { border: 0; background: var(--_primary); border-radius: 2px; }
  .handles {
    position: absolute;
    left: 0;
    top: 0;
    display: flex;
    border-radius: var(--_radius);
    background: var(--_info);
    color: #ffffff;
    overflow: hidden;
  }
  .handle, .grip {
    width: 28px;
    height: 26px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    line-height: 26px;
    text-align: center;
  }
  .handle:hover { background: rgba(0, 0, 0, 0.25); }
  .grip { cursor: grab; touch-action: none; }
  .nothing { color: var(--_text-weak); text-align: center; padding: var(--_space-l); }
`;
