import { css } from 'lit';

export default css`
  h3 { margin: var(--_space-l) 0 var(--_space-s); font-size: var(--_font-title); font-weight: 600; }
  h3:first-child { margin-top: 0; }
  h4 { margin: var(--_space-m) 0 var(--_space-xs); font-size: var(--_font-size); font-weight: 600; }
  .summary {
    padding: var(--_space-s) var(--_space-m);
    border-radius: var(--_radius);
    background: var(--_positive-weak);
    color: var(--_positive);
  }
  .summary.bad { background: var(--_negative-weak); color: var(--_negative); }
  .list { margin: var(--_space-s) 0; }
  .list > li {
    margin: 0 0 var(--_space-s);
    padding: var(--_space-s) var(--_space-m);
    border: 1px solid var(--_line);
    border-left: 4px solid var(--_border);
    border-radius: var(--_radius);
  }
  .list > li.blocked { border-left-color: var(--_negative); }
  .list > li.warned { border-left-color: var(--_notice); }
  .list > li.passed { border-left-color: var(--_positive); }
  .mark {
    display: inline-block;
    padding: 0 6px;
    border-radius: 2px;
    background: var(--_surface-strong);
    color: var(--_text);
    font-size: var(--_font-small);
    white-space: nowrap;
  }
  .mark.blocked { background: var(--_negative-weak); color: var(--_negative); }
  .mark.warned { background: var(--_notice-weak); color: var(--_notice); }
  .mark.passed { background: var(--_positive-weak); color: var(--_positive); }
  .weak { color: var(--_text-weak); font-size: var(--_font-small); }
  .text { margin-top: var(--_space-xs); }
  .ways { display: flex; flex-wrap: wrap; align-items: center; }
  .ways > * { margin: var(--_space-xs) var(--_space-m) 0 0; }
  .link { min-height: var(--_target); padding: 0; border: 0; background: none; color: var(--_link); text-align: start; }
  .link:hover { text-decoration: underline; }
  .reason { display: block; margin-top: var(--_space-s); }
  textarea, input[type='text'] {
    display: block;
    width: 100%;
    margin-top: var(--_space-xs);
    padding: 4px 8px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  textarea[readonly] {
    font-family: Consolas, Menlo, monospace;
    font-size: var(--_font-small);
    white-space: pre;
    overflow: auto;
    background: var(--_surface-weak);
  }
  details { margin: var(--_space-s) 0; }
  summary { min-height: var(--_target); padding: var(--_space-xs) 0; color: var(--_link); cursor: pointer; }
  .actions { display: flex; flex-wrap: wrap; align-items: center; }
  .actions > * { margin: 0 var(--_space-s) var(--_space-s) 0; }
  .actions > p { flex-basis: 100%; }
  .choices { display: flex; flex-wrap: wrap; margin: var(--_space-s) 0; }
  .choice {
    display: flex;
    align-items: center;
    min-height: var(--_target);
    margin: 0 var(--_space-l) var(--_space-xs) 0;
  }
  .choice input { width: var(--_mark); height: var(--_mark); margin-right: 6px; }
  .folder { display: block; max-width: 360px; }
  .file { margin-top: var(--_space-m); }
  .file-head { display: flex; flex-wrap: wrap; align-items: center; }
  .file-head > * { margin-right: var(--_space-m); }
`;
