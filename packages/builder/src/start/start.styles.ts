import { css } from 'lit';

export default css`
  h2 { margin-bottom: var(--_space-m); font-size: var(--_font-heading); font-weight: 600; }
  h3 { margin: var(--_space-l) 0 var(--_space-s); font-size: var(--_font-title); font-weight: 600; }
  .weak { color: var(--_text-weak); font-size: var(--_font-small); font-weight: 400; }
  .field { display: block; margin: var(--_space-s) 0; }
  textarea, input[type='text'], input[type='search'], input[type='number'], select {
    display: block;
    width: 100%;
    min-height: var(--_control);
    margin-top: var(--_space-xs);
    padding: 4px 8px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  textarea { white-space: pre; overflow: auto; }
  input[type='checkbox'], input[type='radio'] { width: var(--_mark); height: var(--_mark); vertical-align: middle; }
  .choices { display: flex; flex-wrap: wrap; align-items: center; margin: var(--_space-s) 0; }
  .choices > * { margin-right: var(--_space-l); }
  .choice { display: flex; align-items: center; min-height: var(--_target); }
  .choice input { margin-right: 6px; }
  .scroll { overflow-x: auto; }
  table { width: 100%; min-width: 560px; border-collapse: collapse; }
  th, td {
    padding: 4px 6px;
    border-bottom: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  thead th { color: var(--_text-weak); font-size: var(--_font-small); white-space: nowrap; }
  th.group { background: var(--_surface-weak); font-weight: 600; }
  td:first-child { width: 48px; padding-top: 12px; }
  td input[type='text'] { min-width: 160px; }
  td input[type='number'] { width: 84px; }
  td select { min-width: 104px; }
  tr.skipped { opacity: 0.6; }
  .read { margin: var(--_space-s) 0; font-weight: 600; }
  .note {
    margin: var(--_space-s) 0;
    padding: var(--_space-s) var(--_space-m);
    border-radius: var(--_radius);
    background: var(--_info-weak);
  }
  .note.bad { background: var(--_negative-weak); color: var(--_negative); }
  details { margin: var(--_space-s) 0; }
  summary { min-height: var(--_target); color: var(--_link); cursor: pointer; }
  details li { padding: 2px 0; }
  .begun { display: flex; flex-wrap: wrap; margin-bottom: var(--_space-l); }
  .begun .button { margin: 0 var(--_space-s) var(--_space-s) 0; }
  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
    grid-gap: var(--_space-s);
    margin-bottom: var(--_space-l);
  }
  .way {
    display: flex;
    align-items: flex-start;
    padding: var(--_space-m);
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .way.chosen { border-color: var(--_primary); background: var(--_primary-weak); }
  .way input { flex: none; margin: 3px 8px 0 0; }
  .way b { display: block; font-weight: 600; }
  .templates {
    max-height: 360px;
    margin: var(--_space-s) 0;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .templates h3 {
    position: sticky;
    top: 0;
    margin: 0;
    padding: 6px var(--_space-m);
    background: var(--_surface-weak);
    font-size: var(--_font-small);
    font-weight: 600;
  }
  .template {
    display: flex;
    align-items: flex-start;
    padding: var(--_space-s) var(--_space-m);
    border-top: 1px solid var(--_line);
    cursor: pointer;
  }
  .template.chosen { background: var(--_primary-weak); }
  .template input { flex: none; margin: 3px 8px 0 0; }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    margin-top: var(--_space-l);
    padding-top: var(--_space-m);
    border-top: 1px solid var(--_line);
  }
  .foot > * { margin: 0 var(--_space-m) var(--_space-s) 0; }
  .foot .grow { flex: 1 1 240px; }
`;
