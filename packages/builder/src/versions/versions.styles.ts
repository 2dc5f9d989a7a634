import { css } from 'lit';

export default css`
  h3 { margin: var(--_space-l) 0 var(--_space-s); font-size: var(--_font-title); font-weight: 600; }
  h3:first-child { margin-top: 0; }
  h4 { margin: var(--_space-m) 0 var(--_space-xs); font-size: var(--_font-size); font-weight: 600; }
  .note {
    margin: 0 0 var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    background: var(--_notice-weak);
    color: var(--_notice);
  }
  .good { color: var(--_positive); }
  .bad { color: var(--_negative); }
  .empty { padding: var(--_space-l); color: var(--_text-weak); }
  .weak { color: var(--_text-weak); font-size: var(--_font-small); }
  .scroll { overflow-x: auto; }
  table { width: 100%; border-collapse: collapse; }
  th, td {
    padding: 5px 8px;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    font-weight: 400;
    vertical-align: top;
  }
  thead th { color: var(--_text-weak); font-size: var(--_font-small); white-space: nowrap; }
  .versions { min-width: 480px; }
  .sample-head > * { background: var(--_surface-weak); }
  tr.base-row > * { background: var(--_primary-weak); }
  .bar { display: flex; flex-wrap: wrap; align-items: center; margin: var(--_space-s) calc(var(--_space-s) * -1); }
  .bar > * { margin: var(--_space-xs) var(--_space-s); }
  .bar label { color: var(--_text-weak); font-size: var(--_font-small); }
  select, input[type='search'] {
    min-height: var(--_control);
    max-width: 100%;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .list > li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    padding: var(--_space-xs) var(--_space-s);
    border-bottom: 1px solid var(--_line);
  }
  .list > li > * { margin-inline-end: var(--_space-s); }
  .words { flex: 1 1 260px; min-width: 0; }
  .mark {
    padding: 0 6px;
    border-radius: 2px;
    background: var(--_surface-strong);
    font-size: var(--_font-small);
    white-space: nowrap;
  }
  .mark.migrate { background: var(--_negative-weak); color: var(--_negative); }
  .mark.check { background: var(--_notice-weak); color: var(--_notice); }
  .link { min-height: var(--_target); padding: 0; border: 0; background: none; color: var(--_link); text-align: start; }
  .link:hover { text-decoration: underline; }
  .acts .button, td .button { padding: 0 var(--_space-s); font-size: var(--_font-small); }
  .editor {
    flex-basis: 100%;
    margin: var(--_space-s) 0;
    padding: var(--_space-m);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-weak);
  }
  .samples td { min-width: 120px; white-space: pre-wrap; }
  progress { width: 160px; }
  jc-migration-plan { margin-top: var(--_space-l); }
`;
