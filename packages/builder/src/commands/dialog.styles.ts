import { css } from 'lit';

export default css`
  dialog {
    width: 560px;
    max-width: calc(100vw - 32px);
    max-height: calc(100vh - 64px);
    margin: auto;
    padding: var(--_space-m);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 8px 32px rgba(0, 0, 0, 0.24);
    overflow: auto;
  }
  dialog::backdrop { background: rgba(0, 0, 0, 0.32); }
  .heading { font-size: var(--_font-title); font-weight: 600; margin-bottom: var(--_space-s); }
  .input {
    display: block;
    width: 100%;
    min-height: var(--_control);
    padding: 0 10px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .options { margin-top: var(--_space-s); max-height: 360px; overflow: auto; }
  .option {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding: 6px 8px;
    min-height: 32px;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .option.current { background: var(--_info-weak); box-shadow: inset 3px 0 0 var(--_info); }
  .option[aria-disabled='true'] { color: var(--_text-weak); cursor: not-allowed; }
  .option .what { flex: 1 1 auto; min-width: 0; }
  .option .why { flex-basis: 100%; font-size: var(--_font-small); }
  .key {
    flex: none;
    margin-left: 8px;
    padding: 0 6px;
    border: 1px solid var(--_line);
    border-radius: 3px;
    font-size: var(--_font-small);
    color: var(--_text-weak);
    background: var(--_surface);
  }
  .lines { margin: var(--_space-s) 0; max-height: 240px; overflow: auto; }
  .lines li { padding: 2px 0 2px 14px; position: relative; }
  .lines li::before {
    content: '';
    position: absolute;
    left: 2px;
    top: 0.75em;
    width: 4px;
    height: 4px;
    border-radius: 2px;
    background: var(--_text-weak);
  }
  .label { display: block; margin: var(--_space-s) 0 4px; }
  .problem { color: var(--_negative); margin-top: 4px; }
  .answers { display: flex; flex-wrap: wrap; margin: var(--_space-m) -4px -4px; }
  .answers .button { margin: 4px; }
  .none { color: var(--_text-weak); padding: var(--_space-s) 0; }
  @media (forced-colors: active) { .option.current { outline: 2px solid Highlight; } }
`;
