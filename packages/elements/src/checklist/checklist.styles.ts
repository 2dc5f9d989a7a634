import { css } from 'lit';

export default css`
  .state {
    padding: var(--_space-l);
    border: var(--_border-width) dashed var(--_line);
    color: var(--_text-weak);
    text-align: center;
  }
  .state.error {
    border-style: solid;
    border-color: var(--_negative);
    background: var(--_negative-weak);
    color: var(--_negative);
  }
  .weak { color: var(--_text-weak); }
  .bad-text { color: var(--_negative); font-weight: 600; }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-bottom: var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-weak);
  }
  .progress { margin-right: var(--_space-m); }
  .progress span { margin-left: var(--_space-m); }
  .bar {
    flex: 1 1 120px;
    max-width: 260px;
    height: 8px;
    margin-right: auto;
    border-radius: 4px;
    background: var(--_surface-strong);
  }
  .bar .fill { display: block; width: var(--_share); height: 100%; border-radius: 4px; background: var(--_primary); }
  .tools { display: flex; flex-wrap: wrap; align-items: center; margin-left: var(--_space-m); }
  .filter { margin-left: -1px; border-radius: 0; font-variant-numeric: tabular-nums; }
  .filter:first-child { border-top-left-radius: var(--_radius); border-bottom-left-radius: var(--_radius); }
  .filter:nth-child(3) { border-top-right-radius: var(--_radius); border-bottom-right-radius: var(--_radius); }
  .filter[aria-pressed='true'] {
    position: relative;
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
    font-weight: 600;
  }
  .first {
    display: inline-flex;
    align-items: center;
    min-height: var(--_control);
    margin-left: var(--_space-m);
    cursor: pointer;
  }
  input[type='radio'], input[type='checkbox'] {
    flex: none;
    width: var(--_mark);
    height: var(--_mark);
    margin-right: 6px;
    accent-color: var(--_primary);
  }

  .group {
    margin-bottom: var(--_space-l);
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  h3 {
    padding: 10px var(--_space-m);
    border-bottom: var(--_border-width) solid var(--_line);
    background: var(--_surface-weak);
    font-size: var(--_font-title);
    font-weight: 700;
    line-height: 1.3;
  }
  .item {
    display: flex;
    align-items: flex-start;
    padding: 10px var(--_space-m);
    border-bottom: var(--_border-width) solid var(--_line);
    border-left: 4px solid transparent;
  }
  .item:last-child { border-bottom: 0; }
  .item.unmet { border-left-color: var(--_negative); }
  .item.met { border-left-color: var(--_positive); }
  .index { flex: none; width: 2em; padding-top: 5px; color: var(--_text-weak); font-variant-numeric: tabular-nums; }
  .what { flex: 1; min-width: 0; padding-top: 5px; padding-right: var(--_space-l); }
  .title { font-weight: 600; }
  .rule, .note-text { color: var(--_text-weak); }
  .add-note { min-height: 0; min-width: 0; padding: 0; border: 0; }
  .more { display: flex; flex-wrap: wrap; align-items: center; margin-top: 6px; }
  .label { flex: none; margin-right: var(--_space-s); color: var(--_text-weak); }
  .input {
    flex: 1 1 200px;
    min-width: 0;
    min-height: var(--_control);
    padding: 4px 8px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    line-height: 1.5;
    resize: vertical;
  }
  .input[disabled] { background: var(--_surface-strong); color: var(--_text-weak); }
  .files { display: inline-flex; flex-wrap: wrap; align-items: center; margin-left: var(--_space-s); }
  .file-name { margin-right: var(--_space-s); }
  .button.file { display: inline-flex; align-items: center; }
  .button.file:focus-within { outline: 2px solid var(--_focus); outline-offset: 1px; }
  .hand-over {
    display: inline-block;
    margin-top: 6px;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_notice);
    border-radius: var(--_radius);
    background: var(--_notice-weak);
    color: var(--_notice);
    font-size: var(--_font-small);
    line-height: 1.8;
  }
  .hand-over.done { border-color: var(--_info); background: var(--_info-weak); color: var(--_info); }
  .hand-over .button {
    min-height: 0;
    min-width: 0;
    padding: 0 4px;
    border: 0;
    font-size: var(--_font-small);
    text-decoration: underline;
  }

  .answers { display: flex; flex: none; }
  .answer {
    display: inline-flex;
    align-items: center;
    min-width: 92px;
    min-height: var(--_control);
    margin-left: -1px;
    padding: 0 var(--_space-m);
    border: var(--_border-width) solid var(--_border);
    background: var(--_surface);
    cursor: pointer;
  }
  .answer:first-child { border-top-left-radius: var(--_radius); border-bottom-left-radius: var(--_radius); }
  .answer:last-child { border-top-right-radius: var(--_radius); border-bottom-right-radius: var(--_radius); }
  .answer:hover { border-color: var(--_text); }
  .item.met .answer.good { background: var(--_positive-weak); color: var(--_positive); font-weight: 600; }
  .item.unmet .answer.bad { background: var(--_negative-weak); color: var(--_negative); font-weight: 600; }
  .answer:focus-within { outline: 2px solid var(--_focus); outline-offset: 1px; }
  .answer input:focus { outline: none; }
  .answer-text { flex: none; padding-top: 5px; color: var(--_text-weak); font-weight: 600; }
  .answer-text.met { color: var(--_positive); }
  .answer-text.unmet { color: var(--_negative); }

  .narrow .item { flex-wrap: wrap; }
  .narrow .what { flex: 1 1 70%; padding-right: 0; }
  .narrow .answers { width: 100%; margin-top: 8px; padding-left: 2em; }
  .narrow .answer { flex: 1; }
  .narrow .answer-text { width: 100%; padding-left: 2em; }
  .narrow .tools { width: 100%; margin-top: var(--_space-s); margin-left: 0; }
  .narrow .first { margin-left: var(--_space-s); }
  .narrow .filter { padding: 0 8px; }

  @media (forced-colors: active) {
    .bar { border: 1px solid CanvasText; }
    .bar .fill { background: Highlight; forced-color-adjust: none; }
    .filter[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
  }
  @media print {
    .add-note, .button.file { display: none; }
    .item { page-break-inside: avoid; }
  }
`;
