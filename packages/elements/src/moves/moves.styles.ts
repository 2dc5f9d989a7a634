import { css } from 'lit';

export default css`
  :host { display: block; }
  :host([hidden]) { display: none !important; }
  .bar { margin-bottom: var(--_space-m); padding: var(--_space-m); border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); }
  .bar h4 { margin-top: var(--_space-s); font-weight: 600; }
  .moves { margin-top: var(--_space-s); }
  .moves .button { margin-right: var(--_space-s); margin-bottom: var(--_space-s); }
  .cannot { padding: 0; list-style: none; }
  .cannot li { margin-top: var(--_space-s); color: var(--_text-weak); }
  .cannot .button { margin-right: var(--_space-s); }
  .badge { display: inline-block; padding: 0 8px; border: 1px solid currentColor; border-radius: var(--_radius); font-weight: 600; }
  .badge.positive { color: var(--_positive); }
  .badge.negative { color: var(--_negative); }
`;
