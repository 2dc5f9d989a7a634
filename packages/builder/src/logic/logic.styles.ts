import { css } from 'lit';

export default css`
  .bar { display: flex; flex-wrap: wrap; align-items: flex-end; margin: 0 calc(var(--_space-s) * -1) var(--_space-m); }
  .bar > * { margin: var(--_space-xs) var(--_space-s); }
  .bar label, .adding label { display: block; color: var(--_text-weak); font-size: var(--_font-small); }
  select {
    min-height: var(--_control);
    max-width: 100%;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .count { color: var(--_text-weak); }
  .adding {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    margin-bottom: var(--_space-m);
    padding: var(--_space-s);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-weak);
  }
  .adding > * { margin: var(--_space-xs); }
  .empty { padding: var(--_space-l); color: var(--_text-weak); }
  .rules > li { border: 1px solid var(--_line); border-bottom-width: 0; background: var(--_surface); }
  .rules > li:last-child { border-bottom-width: 1px; }
  .rules > li.open { border-inline-start: 3px solid var(--_primary); }
  .head { display: flex; flex-wrap: wrap; align-items: flex-start; padding: var(--_space-xs) var(--_space-s); }
  .sentence {
    flex: 1 1 300px;
    min-width: 0;
    min-height: var(--_control);
    padding: var(--_space-xs);
    border: 0;
    background: none;
    text-align: start;
    line-height: 1.6;
  }
  .sentence:hover { color: var(--_primary); }
  .acts { display: flex; flex-wrap: wrap; }
  .acts .button { padding: 0 var(--_space-s); font-size: var(--_font-small); }
  .wrong {
    margin: 0 var(--_space-m) var(--_space-s);
    padding: var(--_space-xs) var(--_space-s);
    background: var(--_notice-weak);
    color: var(--_notice);
  }
  .editor { padding: var(--_space-s) var(--_space-m) var(--_space-m); border-top: 1px dashed var(--_line); }
  summary { min-height: var(--_target); margin-top: var(--_space-s); color: var(--_link); cursor: pointer; }
  h3 { margin: var(--_space-l) 0 var(--_space-s); font-size: var(--_font-title); font-weight: 600; }
  .fine { margin-top: var(--_space-m); color: var(--_positive); }
  .link { min-height: var(--_target); padding: 0; border: 0; background: none; color: var(--_link); }
  .link:hover { text-decoration: underline; }
`;
