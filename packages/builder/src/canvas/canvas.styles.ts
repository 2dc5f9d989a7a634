import { css } from 'lit';

export default css`
  .base { position: relative; }
  .sheet { position: relative; padding: var(--_space-m) var(--_space-l) var(--_space-l); background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); min-height: 240px; }
  .heading { font-size: var(--_font-heading); font-weight: 600; margin-bottom: var(--_space-m); }
  jc-form { pointer-events: none; }
  jc-form[data-empty] { min-height: 72px; }
  .cover { position: absolute; left: 0; top: 0; right: 0; bottom: 0; cursor: pointer; touch-action: pan-y; -webkit-user-select: none; user-select: none; }
  .cover:focus { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .mark { position: absolute; left: 0; top: 0; border: 2px solid var(--_info); border-radius: var(--_radius); pointer-events: none; }
  .mark.hovered { border: 1px dashed var(--_border); }
  .mark.drop { border: 0; background: var(--_primary); min-height: 3px; min-width: 3px; border-radius: 2px; }
  .note { margin-bottom: var(--_space-m); padding: var(--_space-s) var(--_space-m); border-left: 4px solid var(--_notice); background: var(--_notice-weak); border-radius: var(--_radius); }
  .nothing { color: var(--_text-weak); text-align: center; padding: var(--_space-l); }
`;
