import { css } from 'lit';

export default css`
  .row { display: flex; flex-wrap: wrap; align-items: center; margin: 0 calc(var(--_space-xs) * -1); }
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
  .number { width: 72px; }
  .weak { margin: var(--_space-xs) 0; color: var(--_text-weak); }
`;
