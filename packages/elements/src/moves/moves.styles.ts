import { css } from 'lit';

export default css`
  .bar {
    margin-bottom: var(--_space-m);
    padding: var(--_space-m);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .states > p { margin-bottom: 4px; }
  .states .weak { margin-left: var(--_space-s); }
  h4 { margin-top: var(--_space-s); margin-bottom: 6px; font-weight: 600; }
`;
