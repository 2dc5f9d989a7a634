import { css } from 'lit';

/** Popups, pickers and calendars; taken into a shadow root when the first one opens. */
export default css`
  .popup {
    position: fixed;
    margin: 0;
    padding: var(--_space-s);
    border: 1px solid var(--_line);
    border-radius: 6px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-size: var(--_font-size);
    overflow: hidden;
    display: flex;
    flex-direction: column;
  }
  .popup:not([open]) { display: none; }
  .popup::backdrop { background: transparent; }
  .popup-actions { flex: none; display: flex; justify-content: flex-end; padding-top: var(--_space-s); }
  .pick-list {
    flex: 1 1 auto;
    overflow: auto;
    position: relative;
    margin-top: var(--_space-s);
    min-height: 108px;
    height: 290px;
    overscroll-behavior: contain;
  }
  .pick-space { position: relative; }
  .pick-line {
    position: absolute;
    left: 0;
    right: 0;
    top: 0;
    display: flex;
    align-items: center;
    padding: 0 var(--_space-s);
    border-radius: 3px;
    cursor: pointer;
    white-space: nowrap;
    overflow: hidden;
  }
  .pick-line.active { background: var(--_primary-weak); box-shadow: inset 2px 0 0 var(--_primary); }
  .pick-line:hover { background: var(--_surface-weak); }
  .pick-line[aria-selected='true'] .line-title { color: var(--_primary); font-weight: 600; }
  .line-title { flex: none; max-width: 100%; overflow: hidden; text-overflow: ellipsis; }
  .line-note {
    flex: 1 1 0;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--_text-weak);
    font-size: var(--_font-small);
    padding-left: var(--_space-s);
  }
  .indent { flex: none; width: 18px; }
  .twist { flex: none; width: 24px; height: 24px; position: relative; }
  .twist::before {
    content: '';
    position: absolute;
    left: 8px;
    top: 8px;
    width: 6px;
    height: 6px;
    border: solid var(--_text-weak);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
  }
  .twist.open::before { transform: rotate(45deg); top: 6px; }
  .twist.leaf::before { display: none; }
  .tick {
    flex: none;
    width: 14px;
    height: 14px;
    border: 1.5px solid var(--_border);
    border-radius: 3px;
    margin-right: 8px;
  }
  .tick.on { background: var(--_primary); border-color: var(--_primary); box-shadow: inset 0 0 0 2px var(--_surface); }
  .pick-said { flex: none; padding: var(--_space-s) 2px 0; color: var(--_text-weak); font-size: var(--_font-small); }
  .calendar-head { display: flex; align-items: center; justify-content: space-between; }
  .calendar-head .button { min-width: 32px; min-height: 32px; padding: 0; color: var(--_text); font-size: 18px; }
  .calendar-title { flex: 1 1 auto; text-align: center; font-weight: 600; }
  .calendar-grid { width: 100%; border-collapse: collapse; table-layout: fixed; }
  .calendar-grid th {
    font-weight: 400;
    color: var(--_text-weak);
    font-size: var(--_font-small);
    padding: 4px 0;
    text-align: center;
  }
  .day { text-align: center; height: 34px; border-radius: var(--_radius); cursor: pointer; padding: 0; }
  .day:hover { background: var(--_surface-strong); }
  .day.other { color: var(--_text-weak); }
  .day.today { font-weight: 700; color: var(--_primary); box-shadow: inset 0 0 0 1px var(--_primary); }
  .day[aria-selected='true'] { background: var(--_primary); color: var(--_on-primary); }
  @media (forced-colors: active) { .pick-line.active, .day[aria-selected='true'] { outline: 2px solid Highlight; outline-offset: -2px; } }
`;
