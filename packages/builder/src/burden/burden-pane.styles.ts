import { css } from 'lit';

export default css`
  h3 { margin: var(--_space-l) 0 var(--_space-s); font-size: var(--_font-title); font-weight: 600; }
  .columns + h3 { margin-top: var(--_space-l); }
  .columns { display: flex; flex-wrap: wrap; margin: 0 calc(var(--_space-m) * -1); }
  .column { flex: 1 1 320px; min-width: 0; margin: 0 var(--_space-m); }
  .note {
    margin: 0 0 var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    background: var(--_notice-weak);
    color: var(--_notice);
  }
  .empty { padding: var(--_space-l); color: var(--_text-weak); }
  .weak { color: var(--_text-weak); font-size: var(--_font-small); }
  table { width: 100%; border-collapse: collapse; }
  th, td {
    padding: 5px 8px;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    font-weight: 400;
    vertical-align: top;
  }
  thead th { color: var(--_text-weak); font-size: var(--_font-small); }
  li { padding: 3px 0; }
  .verdict {
    padding: 0 4px;
    border-radius: 2px;
    background: var(--_notice-weak);
    color: var(--_notice);
    font-size: var(--_font-small);
    white-space: nowrap;
  }
  .link { min-height: var(--_target); padding: 0; border: 0; background: none; color: var(--_link); text-align: start; }
  .link:hover { text-decoration: underline; }
  .years {
    display: grid;
    margin-top: var(--_space-s);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 500px), 1fr));
    grid-gap: var(--_space-l);
  }
  .year { border: 1px solid var(--_line); border-radius: var(--_radius); padding: var(--_space-m); }
  .year svg {
    display: block;
    width: calc(100% - 60px);
    min-width: 400px;
    height: 72px;
    margin: var(--_space-s) 0 0 60px;
  }
  .old { fill: var(--_border); opacity: 0.45; }
  .new { fill: var(--_primary); }
  .floor { stroke: var(--_line); stroke-width: 1; }
  .scroll { overflow-x: auto; }
  .months { font-size: var(--_font-small); table-layout: fixed; min-width: 460px; }
  .months th, .months td { padding: 2px 1px; border: 0; text-align: center; white-space: nowrap; }
  .months th[scope='row'] { text-align: start; width: 60px; color: var(--_text-weak); white-space: normal; }
  .months thead td { width: 60px; }
  .more { color: var(--_primary); font-weight: 600; }
  @media (forced-colors: active) { .old { fill: GrayText; opacity: 1; } .new { fill: Highlight; } }
`;
