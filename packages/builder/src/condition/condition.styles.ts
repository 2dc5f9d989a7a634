import { css } from 'lit';

export default css`
  .group {
    padding: var(--_space-s) 0 var(--_space-s) var(--_space-m);
    border: 0;
    border-inline-start: 3px solid var(--_line);
  }
  .mode { margin-bottom: var(--_space-s); }
  .row { display: flex; flex-wrap: wrap; align-items: center; margin: 0 calc(var(--_space-xs) * -1); padding: 2px 0; }
  .row > * { margin: 2px var(--_space-xs); }
  select, input {
    min-height: var(--_control);
    max-width: 100%;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .subject { flex: 0 1 220px; min-width: 120px; }
  .object { flex: 0 1 200px; min-width: 110px; }
  .number { width: 96px; }
  .remove {
    min-width: var(--_control);
    padding: 0;
    border-color: transparent;
    background: transparent;
    color: var(--_text-weak);
  }
  .adding { margin-top: var(--_space-xs); }
  .adding .button { margin-inline-end: var(--_space-s); }
  .formula { margin-top: var(--_space-s); color: var(--_text-weak); font-size: var(--_font-small); }
  code { font-family: Consolas, 'Noto Sans Mono CJK SC', monospace; color: var(--_text); }
  .note { margin: var(--_space-s) 0; color: var(--_text-weak); }
  .switch { margin-top: var(--_space-s); }
`;
