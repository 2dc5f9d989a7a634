import { css } from 'lit';

export default css`
  .title {
    margin-bottom: var(--_space-s);
    padding-bottom: var(--_space-s);
    border-bottom: 2px solid var(--_primary);
    font-size: var(--_font-heading);
    font-weight: 600;
    line-height: 1.4;
  }
  .title:focus { outline: none; }
  h3 {
    margin-top: var(--_space-l);
    margin-bottom: 4px;
    padding-left: 8px;
    border-left: 4px solid var(--_primary);
    font-size: var(--_font-title);
    font-weight: 600;
    line-height: 1.4;
  }
  .lead { margin-bottom: var(--_space-m); }
  .weak { color: var(--_text-weak); font-size: var(--_font-small); }
  .bad { color: var(--_negative); }
  .center { text-align: center; }
  .drop {
    padding: var(--_space-xl) var(--_space-m);
    border: 2px dashed var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-weak);
    text-align: center;
  }
  .drop.over { border-color: var(--_primary); background: var(--_primary-weak); }
  .drop .weak { margin-top: var(--_space-s); }
  .drop label.button { line-height: calc(var(--_control) - 2px); cursor: pointer; }
  .file:focus + label { outline: 2px solid var(--_focus); outline-offset: 2px; }
  .file[disabled] + label { opacity: 0.5; cursor: not-allowed; }
  .refusal, .notices, .open, .note {
    margin-bottom: var(--_space-m);
    padding: 8px 12px;
    border: 1px solid var(--_notice);
    border-left-width: 4px;
    background: var(--_notice-weak);
  }
  .refusal { border-color: var(--_negative); background: var(--_negative-weak); color: var(--_negative); }
  .refusal ul, .notices ul, .open ul, .note ul { margin-top: 4px; padding-left: 18px; list-style: disc; }
  .file-line { margin-bottom: var(--_space-m); }
  .encoding { margin-left: 12px; }
  .encoding .input { display: inline-block; width: auto; margin-left: 6px; }
  .file-line .button { margin-left: 8px; }
  .row-of-fields, .column-fields { display: flex; flex-wrap: wrap; align-items: flex-end; }
  .field {
    display: block;
    width: calc(var(--_font-size) * 12);
    max-width: 100%;
    margin-right: 12px;
    margin-bottom: 6px;
  }
  .field > span:first-child { display: block; color: var(--_text-weak); font-size: var(--_font-small); }
  .field.wide { flex: 1; min-width: calc(var(--_font-size) * 14); max-width: calc(var(--_font-size) * 36); }
  .field.options { width: calc(var(--_font-size) * 26); }
  .field .fixed { display: block; min-height: var(--_control); line-height: var(--_control); }
  .input {
    display: block;
    width: 100%;
    min-height: var(--_control);
    padding: 4px 8px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    line-height: 1.5;
  }
  .input.number { display: inline-block; width: calc(var(--_font-size) * 5); margin-right: 4px; margin-left: 4px; }
  .input[aria-invalid='true'] { border-color: var(--_negative); }
  .check { display: inline-flex; align-items: center; min-height: var(--_control); margin-right: 14px; }
  input[type='checkbox'], input[type='radio'] {
    flex: none;
    width: calc(var(--_font-size) * 1.15);
    height: calc(var(--_font-size) * 1.15);
    margin-right: 6px;
    accent-color: var(--_primary);
  }
  .center input { margin-right: 0; }
  .header-rows { margin-top: 4px; margin-bottom: 6px; }
  .raw, .scroll { max-height: 380px; overflow: auto; border: 1px solid var(--_line); }
  .raw table, .list { border-collapse: collapse; }
  .list { width: 100%; }
  .raw th, .raw td, .list th, .list td {
    padding: 3px 8px;
    border: 1px solid var(--_line);
    font-size: var(--_font-small);
    text-align: left;
    vertical-align: top;
  }
  .raw td { max-width: 220px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .raw thead th {
    position: -webkit-sticky;
    position: sticky;
    top: 0;
    background: var(--_surface-strong);
    text-align: center;
  }
  .raw tbody th { background: var(--_surface-strong); font-weight: 400; text-align: center; white-space: nowrap; }
  .list thead th { background: var(--_surface-strong); }
  .head-row td { background: var(--_positive-weak); font-weight: 600; }
  .left-row td { background: var(--_surface-weak); color: var(--_text-weak); }
  .raw .why { max-width: none; color: var(--_text-weak); font-weight: 400; white-space: nowrap; }
  .columns { display: flex; flex-wrap: wrap; margin-right: -8px; }
  .columns > li { flex: 1 1 calc(var(--_font-size) * 32); max-width: calc(100% - 8px); margin-right: 8px; }
  .columns > li, .plan > li {
    margin-bottom: 8px;
    padding: 6px 12px;
    border: 1px solid var(--_line);
    border-left: 4px solid var(--_line);
    background: var(--_surface);
  }
  .column.skipped, .plan-row.skipped { background: var(--_surface-weak); }
  .column-head, .plan-head { display: flex; flex-wrap: wrap; align-items: center; }
  .sure { margin-left: auto; color: var(--_text-weak); font-size: var(--_font-small); }
  .sure.doubt, .sure strong { color: var(--_notice); }
  .column-foot { display: flex; flex-wrap: wrap; }
  .column-foot .samples { flex: 1; min-width: 0; }
  .column-foot .more[open] { flex: 1 1 100%; }
  .samples { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .more summary, .left summary, .note summary { min-height: var(--_target); cursor: pointer; }
  .more summary { color: var(--_link); font-size: var(--_font-small); }
  .belonging {
    margin-top: var(--_space-m);
    margin-bottom: 8px;
    padding: 6px 12px;
    border: 1px solid var(--_info);
    background: var(--_info-weak);
  }
  .belonging .field { width: calc(var(--_font-size) * 20); }
  .which { display: block; margin-top: 4px; }
  .which .input { display: inline-block; width: auto; max-width: 100%; }
  .belongs { margin-left: 12px; }
  .left {
    margin-top: 6px;
    margin-bottom: 8px;
    padding: 4px 12px;
    border: 1px solid var(--_line);
    background: var(--_surface-weak);
  }
  fieldset { margin-top: 4px; }
  legend { color: var(--_text-weak); font-size: var(--_font-small); }
  code { font-family: Consolas, 'Courier New', monospace; }
  .tabs { display: flex; flex-wrap: wrap; align-items: center; margin-top: 4px; margin-bottom: 8px; }
  .tabs .button { margin-right: 8px; margin-bottom: 4px; }
  .button[aria-pressed='true'] {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .plan > .new { border-left-color: var(--_positive); }
  .plan > .changed { border-left-color: var(--_info); }
  .plan > .unknown, .plan > .ambiguous, .plan > .repeated { border-left-color: var(--_negative); }
  .mark {
    margin-right: 8px;
    padding: 0 6px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-size: var(--_font-small);
  }
  .plan-head > span:first-child { margin-right: 14px; }
  .cells { display: flex; flex-wrap: wrap; }
  .cell { margin-right: 24px; margin-bottom: 4px; max-width: 100%; }
  .cell dt { font-size: var(--_font-small); }
  .cell.faulty, .cell.conflicting { padding-left: 8px; border-left: 3px solid var(--_negative); }
  .cell.conflicting { border-left-color: var(--_notice); }
  del { color: var(--_text-weak); }
  ins { color: var(--_positive); text-decoration: none; }
  ins.kept { color: var(--_text-weak); text-decoration: line-through; }
  .conflict { font-size: var(--_font-small); }
  .empty {
    padding: var(--_space-l) var(--_space-m);
    border: 1px solid var(--_line);
    background: var(--_surface-weak);
    text-align: center;
  }
  .foot {
    position: -webkit-sticky;
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    margin-top: var(--_space-m);
    padding: 8px 0;
    border-top: 1px solid var(--_line);
    background: var(--_surface);
  }
  .foot > span { margin-right: var(--_space-m); }
  .working {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-bottom: var(--_space-m);
    padding: 8px 12px;
    border: 1px solid var(--_info);
    background: var(--_info-weak);
  }
  .working progress { flex: 1; min-width: 120px; height: 10px; margin-right: 12px; margin-left: 12px; }
  .working .button { margin-left: 12px; }
  .preview-box { max-height: 520px; overflow: auto; padding: var(--_space-s); border: 1px solid var(--_line); }
`;
