import { css } from 'lit';

export default css`
  .base {
    margin-bottom: var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    border-radius: var(--_radius);
    background: var(--_info-weak);
  }
  .weak { color: var(--_text-weak); font-size: var(--_font-small); }
  .example { display: flex; flex-wrap: wrap; align-items: center; margin-top: var(--_space-xs); }
  .example label { margin-inline-end: var(--_space-s); }
  input {
    width: 88px;
    min-height: var(--_target);
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  output { font-weight: 600; }
`;
