import { css } from 'lit';

export default css`
  .input {
    display: block;
    width: 100%;
    min-height: var(--_control);
    padding: 0 10px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .hint { color: var(--_text-weak); font-size: var(--_font-small); margin: 4px 0; }
  .group { color: var(--_text-weak); font-size: var(--_font-small); margin: var(--_space-s) 0 4px; }
  .kinds { display: grid; grid-template-columns: 1fr 1fr; grid-gap: 6px; }
  .kind {
    padding: 0 8px;
    min-height: 32px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    text-align: start;
    line-height: 1.3;
    touch-action: pan-y;
  }
  .kind:hover, .kind.first { border-color: var(--_primary); color: var(--_primary); }
  .none { color: var(--_text-weak); }
`;
