import { css } from 'lit';

/** A state in a box: its words always stand in it, the colour only repeats them. */
export const badgeStyles = css`
  .badge {
    display: inline-block;
    padding: 1px 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-size: var(--_font-small);
    white-space: nowrap;
  }
  .badge.info { border-color: var(--_info); background: var(--_info-weak); color: var(--_info); }
  .badge.positive { border-color: var(--_positive); background: var(--_positive-weak); color: var(--_positive); }
  .badge.notice { border-color: var(--_notice); background: var(--_notice-weak); color: var(--_notice); }
  .badge.negative { border-color: var(--_negative); background: var(--_negative-weak); color: var(--_negative); }
`;
