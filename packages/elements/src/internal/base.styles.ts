import { css } from 'lit';

/**
 * What every element needs before its own styles: a block that keeps its width under hostile page rules, and an inner
 * `.base` on which everything that inherits into shadow trees is set anew. Wrap each render in
 * `<div class="base" part="base">`.
 */
export const baseStyles = css`
  :host {
    display: block !important;
    float: none !important;
    width: auto !important;
    box-sizing: border-box !important;
    position: relative;
    text-align: start;
  }
  :host([hidden]) { display: none !important; }
  .base {
    color: var(--_text); font-family: var(--_font); font-size: var(--_font-size); font-style: normal; font-weight: 400; font-variant: normal;
    line-height: 1.5; letter-spacing: normal; word-spacing: normal; text-align: start; text-indent: 0; text-transform: none; text-shadow: none;
    white-space: normal; word-break: normal; overflow-wrap: anywhere; list-style: none; cursor: auto; visibility: visible; -webkit-user-select: text; user-select: text;
    writing-mode: horizontal-tb; tab-size: 4; quotes: auto; border-collapse: separate; border-spacing: 0; -webkit-text-size-adjust: 100%;
  }
  .base, .base *, .base *::before, .base *::after { box-sizing: border-box; }
  .base [hidden] { display: none !important; }
  button, input, select, textarea { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }
  button { cursor: pointer; }
  h1, h2, h3, h4, p, ul, ol, dl, dd, figure, fieldset, legend { margin: 0; padding: 0; border: 0; min-width: 0; }
  ul, ol { list-style: none; }
  :focus { outline: 2px solid var(--_focus); outline-offset: 1px; }
  :focus:not(:focus-visible) { outline: none; }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip: rect(0 0 0 0);
    white-space: nowrap;
  }
  .button {
    display: inline-block; min-height: var(--_control); min-width: var(--_control); padding: 0 var(--_space-m); border: var(--_border-width) solid var(--_border); border-radius: var(--_radius);
    background: var(--_surface); color: var(--_text); font-size: var(--_font-size); line-height: 1.3; text-align: center; vertical-align: middle;
  }
  .button:hover { border-color: var(--_primary); color: var(--_primary); }
  .button.primary { border-color: var(--_primary); background: var(--_primary); color: var(--_on-primary); }
  .button.primary:hover {
    background: var(--_primary-strong);
    border-color: var(--_primary-strong);
    color: var(--_on-primary);
  }
  .button.plain { border-color: transparent; background: transparent; color: var(--_link); }
  .button.plain:hover { text-decoration: underline; }
  .button[disabled], .button[aria-disabled='true'] {
    border-color: var(--_line);
    border-style: dashed;
    background: var(--_surface-weak);
    color: var(--_text-weak);
    cursor: not-allowed;
    text-decoration: none;
  }
  @media (forced-colors: active) {
    .button { border-color: ButtonText; }
    :focus { outline-color: Highlight; }
  }
  @media print {
    .base { font-size: 10.5pt; }
    .no-print { display: none !important; }
  }
`;
