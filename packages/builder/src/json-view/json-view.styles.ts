import { css } from 'lit';

export default css`
  :host { height: 100%; }
  .base { display: flex; flex-direction: column; height: 100%; min-height: 420px; }
  .text {
    flex: 1 1 auto;
    width: 100%;
    min-height: 260px;
    padding: var(--_space-s) var(--_space-m);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-family: Consolas, 'Liberation Mono', 'Noto Sans Mono CJK SC', monospace;
    font-size: var(--_font-small);
    line-height: 1.5;
    white-space: pre;
    overflow: auto;
    resize: none;
    tab-size: 2;
  }
  .code {
    position: relative;
    flex: 1 1 60vh;
    min-height: 320px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
  }
  .code:focus-within { outline: 2px solid var(--_focus); outline-offset: 1px; }
  .code > * { position: absolute; top: 0; right: 0; bottom: 0; left: 0; }
  .tools { display: flex; flex-wrap: wrap; align-items: center; flex: none; }
  .tools > * { margin: 0 var(--_space-s) 4px 0; }
  .tools .hint { flex: 1 1 240px; min-width: 0; }
  .hint { flex: none; color: var(--_text-weak); font-size: var(--_font-small); margin: 4px 0; }
  .problems { flex: none; max-height: 200px; overflow: auto; margin-top: var(--_space-s); }
  .problem {
    display: block;
    width: 100%;
    min-height: 28px;
    padding: 2px 8px;
    border: 0;
    border-left: 3px solid var(--_negative);
    background: var(--_negative-weak);
    color: var(--_text);
    text-align: start;
    margin-bottom: 2px;
  }
  .line { color: var(--_text-weak); margin-right: 8px; }
  .fine { flex: none; color: var(--_text-weak); margin-top: var(--_space-s); }
`;
