import { css } from 'lit';

/** A list at the left with the panel at the right; below each other where it is narrow. */
export const listStyles = css`
  .pane { display: grid; grid-template-columns: minmax(0, 1fr) 360px; column-gap: var(--_space-l); align-items: start; }
  .pane.narrow { grid-template-columns: minmax(0, 1fr); }
  .aside {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-m);
    background: var(--_surface);
    position: -webkit-sticky;
    position: sticky;
    top: 0;
    max-height: 100vh;
    overflow: auto;
  }
  .narrow .aside { position: static; max-height: none; margin-top: var(--_space-l); }
  .part { margin-bottom: var(--_space-l); }
  .part-title { font-size: var(--_font-title); font-weight: 600; line-height: 1.4; margin-bottom: var(--_space-s); }
  .part-help {
    color: var(--_text-weak);
    font-size: var(--_font-small);
    margin-bottom: var(--_space-s);
    max-width: 760px;
  }
  .scroll { overflow-x: auto; }
  .list { width: 100%; border-collapse: collapse; border: 1px solid var(--_line); }
  .list td { min-width: 72px; }
  .list th {
    background: var(--_surface-strong);
    font-weight: 600;
    text-align: start;
    padding: var(--_space-xs) var(--_space-s);
    border-bottom: 1px solid var(--_border);
    white-space: nowrap;
  }
  .list td { padding: var(--_space-xs) var(--_space-s); border-bottom: 1px solid var(--_line); vertical-align: middle; }
  .list tr.group > td, .list tr.group > th { background: var(--_surface-weak); font-weight: 600; }
  .list tr.chosen > td, .list tr.chosen > th {
    background: var(--_primary-weak);
    box-shadow: inset 3px 0 0 var(--_primary);
  }
  .list tr.chosen > td ~ td { box-shadow: none; }
  .list tr.under > td:first-child { padding-left: calc(var(--_space-s) + 20px); }
  .list .number { width: 88px; text-align: end; }
  .cell {
    width: 100%;
    min-width: 0;
    min-height: var(--_target);
    padding: 3px 6px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    font-size: var(--_font-size);
    line-height: 1.5;
  }
  .cell:hover { border-color: var(--_line); background: var(--_surface); }
  .cell:focus {
    border-color: var(--_focus);
    background: var(--_surface);
    outline: 2px solid var(--_focus);
    outline-offset: -1px;
  }
  .cell.wide { min-width: 140px; }
  .number .cell { text-align: end; }
  .tools, .list td:last-child { white-space: nowrap; }
  .tool {
    min-width: var(--_target);
    min-height: var(--_target);
    padding: 0 6px;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: var(--_link);
    font-size: var(--_font-small);
    line-height: 1.4;
  }
  .tool:hover { border-color: var(--_border); }
  .tool[disabled] { color: var(--_text-weak); opacity: 0.6; cursor: not-allowed; border-color: transparent; }
  .actions { margin-top: var(--_space-s); }
  .actions .button { margin-right: var(--_space-s); margin-bottom: var(--_space-xs); }
  .problems {
    margin-bottom: var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    border-left: 3px solid var(--_negative);
    background: var(--_negative-weak);
    font-size: var(--_font-small);
  }
  .problems-title { font-weight: 600; color: var(--_negative); }
  .link {
    min-height: var(--_target);
    padding: 2px 0;
    border: 0;
    background: none;
    color: var(--_link);
    text-align: start;
  }
  .link:hover { text-decoration: underline; }
  .empty {
    padding: var(--_space-l);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    color: var(--_text-weak);
    text-align: center;
  }
  .empty .button { margin-top: var(--_space-s); }
  .sum { font-weight: 600; }
  .sum.good { color: var(--_positive); }
  .sum.bad { color: var(--_negative); }
  .weak { color: var(--_text-weak); font-weight: 400; font-size: var(--_font-small); }
`;
