import { css } from 'lit';

export default css`
  .form-title { font-size: var(--_font-heading); font-weight: 600; line-height: 1.4; margin-bottom: var(--_space-xs); }
  .form-help { color: var(--_text-weak); margin-bottom: var(--_space-m); max-width: 760px; }
  .section { margin-bottom: var(--_space-l); }
  .long .section { content-visibility: auto; padding: 0 4px 4px; margin-left: -4px; margin-right: -4px; }
  .section-title {
    display: block;
    font-size: var(--_font-title);
    font-weight: 600;
    line-height: 1.4;
    padding: 0 0 var(--_space-s) var(--_space-s);
    margin: 0 0 var(--_space-m);
    border-bottom: 1px solid var(--_line);
    position: relative;
  }
  .section-title::before {
    content: '';
    position: absolute;
    left: -1px;
    top: 3px;
    height: calc(1.4em - 6px);
    border-left: 3px solid var(--_primary);
  }
  .section-help { color: var(--_text-weak); font-size: var(--_font-small); margin-bottom: var(--_space-m); }
  .fold { cursor: pointer; margin-left: 18px; list-style-position: outside; }
  .fold .section-title { margin-left: -6px; }
  .fields {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    column-gap: var(--_space-l);
    row-gap: var(--_space-m);
    align-items: start;
  }
  .field, .nested { grid-column-end: span 6; position: relative; min-width: 0; }
  .middle .half, .middle .third, .wide .half, .middle .columns-2 > .auto, .middle .columns-3 > .auto, .wide .columns-2 > .auto, .middle .nested .auto, .wide .nested .auto {
    grid-column-end: span 3;
  }
  .wide .third, .wide .columns-3 > .auto { grid-column-end: span 2; }
  .label {
    display: inline-block;
    font-weight: 500;
    line-height: 1.6;
    min-height: 24px;
    margin-bottom: var(--_space-xs);
    padding-right: var(--_space-s);
  }
  .required { color: var(--_negative); margin-left: 3px; font-weight: 600; }
  .help, .choice-help, .problem {
    color: var(--_text-weak);
    font-size: var(--_font-small);
    line-height: 1.45;
    margin-top: var(--_space-xs);
  }
  .problem { color: var(--_negative); padding-left: 20px; position: relative; }
  .problem::before {
    content: '!';
    position: absolute;
    left: 0;
    top: 2px;
    width: 14px;
    height: 14px;
    border-radius: 7px;
    background: var(--_negative);
    color: #ffffff;
    font-size: 11px;
    font-weight: 700;
    line-height: 14px;
    text-align: center;
  }
  .problem.warning { color: var(--_notice); }
  .problem.warning::before { background: var(--_notice); }
  .source {
    border: 0;
    border-radius: 10px;
    padding: 1px 8px;
    margin-bottom: var(--_space-xs);
    background: var(--_info-weak);
    color: var(--_info);
    font-size: var(--_font-small);
    line-height: 1.4;
    min-height: 24px;
    position: relative;
    text-align: start;
  }
  .source::after {
    content: '';
    position: absolute;
    left: 0;
    right: 0;
    top: calc((100% - var(--_target)) / 2);
    bottom: calc((100% - var(--_target)) / 2);
  }
  .source:hover { text-decoration: underline; }
  .input {
    display: block; width: 100%; min-width: 0; min-height: var(--_control); padding: calc((var(--_control) - 1.5em) / 2 - 2px) 10px; border: var(--_border-width) solid var(--_border); border-radius: var(--_radius);
    background: var(--_surface); color: var(--_text); -webkit-appearance: none; appearance: none;
  }
  .input::placeholder { color: var(--_text-weak); opacity: 1; }
  .input:hover { border-color: var(--_text-weak); }
  .input:focus { border-color: var(--_focus); outline: 2px solid var(--_focus); outline-offset: -1px; }
  .invalid .input { border-color: var(--_negative); box-shadow: inset 0 0 0 1px var(--_negative); }
  .input:disabled {
    background: var(--_surface-weak);
    color: var(--_text-weak);
    border-color: var(--_line);
    cursor: not-allowed;
  }
  .area { min-height: calc(var(--_control) * 2 + 12px); resize: vertical; }
  .counted { position: relative; }
  .counted .area { padding-bottom: 24px; }
  .counter {
    position: absolute;
    right: 10px;
    bottom: 4px;
    font-size: var(--_font-small);
    color: var(--_text-weak);
    background: var(--_surface);
    padding-left: 4px;
  }
  .counter.over { color: var(--_negative); font-weight: 600; }
  .numeric { text-align: end; font-variant-numeric: tabular-nums; }
  .with-unit, .with-button { display: flex; }
  .with-unit .input, .with-button .input { border-top-right-radius: 0; border-bottom-right-radius: 0; }
  .unit {
    flex: none;
    display: flex;
    align-items: center;
    padding: 0 10px;
    border: var(--_border-width) solid var(--_border);
    border-left: 0;
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_surface-weak);
    color: var(--_text-weak);
    white-space: nowrap;
  }
  .with-button .button {
    flex: none;
    border-left: 0;
    border-radius: 0 var(--_radius) var(--_radius) 0;
    padding: 0;
    width: var(--_control);
    min-width: 34px;
    background: var(--_surface-weak);
    position: relative;
  }
  .calendar-icon::before {
    content: '';
    position: absolute;
    left: 50%;
    top: 50%;
    width: 14px;
    height: 13px;
    margin: -6px 0 0 -8px;
    border: 1.5px solid var(--_text-weak);
    border-top-width: 4px;
    border-radius: 2px;
  }
  .select {
    padding-right: 30px;
    background-image: linear-gradient(45deg, transparent 50%, var(--_text-weak) 50%), linear-gradient(135deg, var(--_text-weak) 50%, transparent 50%);
    background-position: right 15px center, right 10px center;
    background-size: 5px 5px;
    background-repeat: no-repeat;
  }
  .choices { display: flex; flex-wrap: wrap; min-height: var(--_control); align-items: center; }
  .choice {
    display: inline-flex;
    align-items: center;
    flex-wrap: wrap;
    min-height: var(--_control);
    padding: 2px 20px 2px 0;
    cursor: pointer;
  }
  .tickbox {
    flex: none;
    width: var(--_mark);
    height: var(--_mark);
    margin: 0 8px 0 0;
    border: 1.5px solid var(--_border);
    background: var(--_surface);
    -webkit-appearance: none;
    appearance: none;
    border-radius: 3px;
    cursor: pointer;
    position: relative;
  }
  .tickbox[type='radio'] { border-radius: 50%; }
  .tickbox:checked { border-color: var(--_primary); background: var(--_primary); }
  .tickbox[type='radio']:checked {
    background: var(--_surface) radial-gradient(closest-side, var(--_primary) 56%, transparent 62%);
  }
  .tickbox[type='checkbox']:checked::after {
    content: '';
    position: absolute;
    left: 34%;
    top: 12%;
    width: 28%;
    height: 56%;
    border: solid var(--_on-primary);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }
  .tickbox.switch { width: calc(var(--_mark) * 2.2); height: calc(var(--_mark) * 1.25); border-radius: var(--_mark); }
  .tickbox.switch::before {
    content: '';
    position: absolute;
    left: 2px;
    top: 50%;
    width: calc(var(--_mark) * 0.85);
    height: calc(var(--_mark) * 0.85);
    margin-top: calc(var(--_mark) * -0.425);
    border-radius: 50%;
    background: var(--_border);
  }
  .tickbox.switch:checked::before { left: calc(100% - var(--_mark) * 0.85 - 2px); background: var(--_on-primary); }
  .tickbox.switch:checked::after { display: none; }
  .invalid .tickbox { border-color: var(--_negative); }
  .tickbox:disabled { background-color: var(--_surface-strong); border-color: var(--_line); cursor: not-allowed; }
  .choice-help { flex-basis: 100%; margin: 0 0 0 calc(var(--_mark) + 8px); }
  .placeholder, .empty { color: var(--_text-weak); }
  .reading {
    min-height: var(--_control);
    padding: calc((var(--_control) - 1.5em) / 2) 0;
    font-variant-numeric: tabular-nums;
    white-space: pre-wrap;
  }
  .is-readonly .label { color: var(--_text-weak); font-weight: 400; }
  .is-readonly .field > .help { display: none; }
  .is-readonly .reading { min-height: 24px; padding: 0; }
  .legend { font-weight: 600; padding-right: var(--_space-s); }
  .nested { border: 1px solid var(--_line); border-radius: var(--_radius); padding: var(--_space-m); }
  .summary {
    border: 1px solid var(--_negative);
    border-left-width: 4px;
    border-radius: var(--_radius);
    background: var(--_negative-weak);
    padding: var(--_space-m);
    margin-bottom: var(--_space-l);
  }
  .summary-title { color: var(--_negative); font-weight: 600; margin-bottom: var(--_space-xs); }
  .text-link {
    border: 0;
    background: none;
    padding: 3px 0;
    color: var(--_text);
    text-decoration: underline;
    text-underline-offset: 3px;
    text-align: start;
    min-height: var(--_target);
  }
  .bar-note {
    background: var(--_info-weak);
    border-left: 4px solid var(--_info);
    border-radius: var(--_radius);
    padding: var(--_space-s) var(--_space-m);
    margin-bottom: var(--_space-m);
  }
  .bar-note.bad { background: var(--_notice-weak); border-left-color: var(--_notice); }
  .actions { margin-top: var(--_space-s); }
  .actions .button { min-width: 96px; }
  .panel {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-weak);
    color: var(--_text-weak);
    padding: var(--_space-l);
    text-align: center;
  }
  .panel.bad {
    border-color: var(--_negative);
    color: var(--_negative);
    background: var(--_negative-weak);
    text-align: start;
  }
  @media (forced-colors: active) {
    .tickbox:checked { background: Highlight; forced-color-adjust: none; }
  }
  @media print {
    .section { content-visibility: visible; }
    .section-title { break-after: avoid; }
    .field { break-inside: avoid; }
    .with-button .button { display: none; }
    .input { border-color: #000000; }
    .input::placeholder, .blank, .placeholder { color: transparent; }
  }
`;
