import { css } from 'lit';

export default css`
  :host {
    display: inline-block !important;
    order: 1;
    /* where there is no room, it goes to a line of its own */ vertical-align: middle;
    max-width: 100%;
  }
  .base {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    min-height: var(--_target);
    max-width: 100%;
    padding: 2px 6px;
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-size: var(--_font-small);
  }
  button.base:hover { border-color: var(--_primary); }
  .figure { margin: 1px 6px; white-space: nowrap; }
  .what, .none { color: var(--_text-weak); }
  .verdict { padding: 0 4px; border-radius: 2px; background: var(--_notice-weak); color: var(--_notice); }
  .figure.high b, .figure.low b { color: var(--_notice); }
`;
