import { css } from 'lit';

/** Buttons of what can be done, and below them what cannot, each with its reason. */
export const offersStyles = css`
  .moves .button { margin-right: 8px; margin-bottom: 6px; }
  .cannot li { display: flex; align-items: flex-start; margin-bottom: 6px; }
  .cannot .button { flex: none; max-width: 45%; margin-right: 8px; }
  .cannot span { color: var(--_text-weak); font-size: var(--_font-small); padding-top: 6px; }
`;
