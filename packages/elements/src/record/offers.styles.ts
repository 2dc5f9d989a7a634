import { css } from 'lit';

/** Buttons of what can be done, and below them, folded, what cannot and why. */
export const offersStyles = css`
  .moves { margin-right: -8px; }
  .moves .button { margin-right: 8px; margin-bottom: 6px; }
  .cannot { color: var(--_text-weak); font-size: var(--_font-small); }
  .cannot > summary {
    display: inline-block;
    min-height: var(--_target, 24px);
    padding-top: 2px;
    padding-bottom: 2px;
    color: var(--_link);
    cursor: pointer;
  }
  .cannot > summary:hover { text-decoration: underline; }
  .cannot > ul, .cannot > p { padding-left: 12px; border-left: 2px solid var(--_line); }
  .cannot > ul { padding-top: 2px; }
  .cannot > p { padding-bottom: 2px; }
  .cannot li { padding-bottom: 4px; }
  .cannot strong { color: var(--_text); font-weight: 600; }
`;
