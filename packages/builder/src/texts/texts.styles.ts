import { css } from 'lit';

export default css`
  h3 { margin: 0 0 var(--_space-s); font-size: var(--_font-title); font-weight: 600; }
  .bar { display: flex; flex-wrap: wrap; align-items: flex-end; margin: 0 calc(var(--_space-s) * -1) var(--_space-s); }
  .bar > * { margin: var(--_space-xs) var(--_space-s); }
  .bar label { color: var(--_text-weak); font-size: var(--_font-small); }
  .field { display: block; }
  .tick { display: flex; align-items: center; min-height: var(--_control); }
  .tick input { width: var(--_mark); height: var(--_mark); margin-inline-end: 6px; }
  select, input[type='search'] {
    display: block;
    min-height: var(--_control);
    max-width: 100%;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .note {
    margin: 0 0 var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    background: var(--_notice-weak);
    color: var(--_notice);
  }
  .empty { padding: var(--_space-l); color: var(--_text-weak); }
  .weak { color: var(--_text-weak); font-size: var(--_font-small); }
  .scroll { overflow-x: auto; }
  table { width: 100%; min-width: 340px; border-collapse: collapse; table-layout: fixed; }
  th, td {
    padding: 4px 6px;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    font-weight: 400;
    vertical-align: top;
  }
  thead th { color: var(--_text-weak); font-size: var(--_font-small); }
  .where { width: 26%; }
  textarea {
    display: block;
    width: 100%;
    min-height: var(--_control);
    padding: 5px 8px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    line-height: 1.4;
    resize: vertical;
  }
  textarea[readonly] { border-style: dashed; background: var(--_surface-weak); color: var(--_text-weak); }
  td.missing textarea { border-color: var(--_notice); background: var(--_notice-weak); }
  .link { min-height: var(--_target); padding: 0; border: 0; background: none; color: var(--_link); text-align: start; }
  .link:hover { text-decoration: underline; }
  .long {
    margin-top: var(--_space-m);
    padding: var(--_space-m);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
`;
