import { css } from 'lit';

export default css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    margin-bottom: var(--_space-s);
    padding-bottom: var(--_space-s);
    border-bottom: 2px solid var(--_primary);
  }
  .head h2 { margin-right: var(--_space-m); font-size: var(--_font-heading); font-weight: 600; line-height: 1.4; }
  .head .amount { color: var(--_text-weak); }
  .message {
    padding: var(--_space-xl) var(--_space-m);
    border: 1px solid var(--_line);
    background: var(--_surface-weak);
    text-align: center;
  }
  .message .button { margin-top: var(--_space-s); }
  .message ul { margin-top: 8px; }
  .tools { margin-bottom: var(--_space-s); }
  .counters { margin-bottom: 4px; }
  .counter {
    min-height: var(--_control);
    margin-right: 8px;
    margin-bottom: 4px;
    padding: 0 12px;
    border: var(--_border-width) solid var(--_border);
    border-left-width: 4px;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-size: var(--_font-size);
  }
  .counter strong { margin-left: 4px; font-variant-numeric: tabular-nums; }
  .counter.info { border-left-color: var(--_info); }
  .counter.positive { border-left-color: var(--_positive); }
  .counter.notice { border-left-color: var(--_notice); }
  .counter.negative { border-left-color: var(--_negative); }
  .counter.info strong { color: var(--_info); }
  .counter.positive strong { color: var(--_positive); }
  .counter.notice strong { color: var(--_notice); }
  .counter.negative strong { color: var(--_negative); }
  .counter[aria-pressed='true'] {
    background: var(--_primary);
    border-color: var(--_primary);
    color: var(--_on-primary);
  }
  .counter[aria-pressed='true'] strong { color: var(--_on-primary); }
  .tool-line, .filters { display: flex; flex-wrap: wrap; align-items: flex-end; }
  .filters { align-items: flex-start; }
  .filters > .button { margin-top: calc(var(--_font-small) * 1.5); }
  .filters { margin-top: 4px; padding: 8px 8px 0; border: 1px solid var(--_line); background: var(--_surface-weak); }
  .filters .button { margin-bottom: 8px; }
  .tool {
    display: block;
    width: calc(var(--_font-size) * 14);
    max-width: 100%;
    margin-right: 12px;
    margin-bottom: 8px;
    font-size: var(--_font-small);
    color: var(--_text-weak);
  }
  .tool .input { color: var(--_text); font-size: var(--_font-size); }
  fieldset.tool { width: calc(var(--_font-size) * 24); }
  .choices summary { display: block; cursor: pointer; list-style: none; }
  .choices summary::-webkit-details-marker { display: none; }
  .choices .tool-title { display: block; }
  .choices .input {
    display: block;
    height: var(--_control);
    padding-top: 0;
    padding-bottom: 0;
    padding-right: 24px;
    overflow: hidden;
    line-height: calc(var(--_control) - 2px);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .choices summary .input::after {
    content: '';
    float: right;
    margin-top: calc(var(--_control) / 2 - 5px);
    margin-right: -16px;
    border: 5px solid transparent;
    border-bottom: 0;
    border-top-color: var(--_text-weak);
  }
  .choice-list {
    max-height: 220px;
    overflow: auto;
    padding: 6px 8px;
    border: 1px solid var(--_line);
    border-top: 0;
    background: var(--_surface);
  }
  .choice-list label, .column-list label {
    display: flex;
    align-items: center;
    min-height: calc(var(--_font-size) * 1.4 + 8px);
    color: var(--_text);
    font-size: var(--_font-size);
  }
  .choice-list input, .column-list input, .paste input {
    flex: none;
    width: calc(var(--_font-size) * 1.15);
    height: calc(var(--_font-size) * 1.15);
    margin-right: 8px;
    accent-color: var(--_primary);
  }
  .bulk {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-bottom: 8px;
    padding: 6px 10px 2px;
    border: 1px solid var(--_info);
    background: var(--_info-weak);
  }
  .bulk > * { margin-right: 12px; margin-bottom: 4px; }
  .bulk .input { width: calc(var(--_font-size) * 13); }
  .status-line {
    min-height: calc(var(--_font-small) * 1.6);
    padding: 2px 8px;
    color: var(--_text-weak);
    font-size: var(--_font-small);
    text-align: right;
  }
  .work-dialog { width: 860px; max-width: calc(100% - 24px); }
  .dialog-body > .weak { margin-bottom: 8px; }
  .column-list { margin-bottom: 12px; }
  .column-list li { display: flex; align-items: center; border-bottom: 1px solid var(--_line); }
  .column-list label { flex: 1; min-width: 0; }
  .views { padding: 8px 10px; border: 1px solid var(--_line); }
  .views .tool { display: inline-block; vertical-align: bottom; margin-bottom: 0; }
  .view-name { flex: 1; min-width: 0; text-align: left; }
  .paste del { color: var(--_text-weak); }
  .paste ins { color: var(--_positive); text-decoration: none; }
  .paste .wrong, .paste .bad { color: var(--_negative); }
  .paste .fixed { color: var(--_text-weak); }
  .which { margin-top: 8px; padding: 6px 10px; border: 1px solid var(--_notice); background: var(--_notice-weak); }
  .which label { display: block; margin-bottom: 6px; }
  .unable { margin-top: 8px; padding: 6px 10px; border: 1px solid var(--_notice); background: var(--_notice-weak); }
  .unable summary { cursor: pointer; font-weight: 600; }
  .unable li { margin-top: 6px; }
  .cramped .tool { width: 100%; margin-right: 0; }
  .range { display: flex; align-items: center; }
  .fold { margin-right: 12px; margin-bottom: 8px; }
  .tool-end { margin-left: auto; margin-bottom: 8px; }
  .tool-end .button { margin-left: 8px; margin-bottom: 4px; }
  .button[aria-pressed='true'], .button[aria-expanded='true'] { border-color: var(--_primary); color: var(--_primary); }
  .layout.wide { display: flex; align-items: flex-start; }
  .layout .main { min-width: 0; }
  .layout.wide .main { flex: 1; }
  .layout.wide .detail {
    flex: none;
    width: 400px;
    margin-top: 0;
    margin-left: var(--_space-m);
    max-height: var(--jc-grid-max-height, 560px);
    overflow: auto;
  }
  .detail:focus { outline: none; }
  .detail {
    margin-top: var(--_space-m);
    padding: var(--_space-m);
    border: 1px solid var(--_line);
    border-top: 3px solid var(--_primary);
    background: var(--_surface);
  }
  .detail-head { display: flex; align-items: flex-start; }
  .detail-head h3 { flex: 1; min-width: 0; font-size: var(--_font-title); line-height: 1.5; }
  .detail-head .badge { flex: none; margin-top: 2px; margin-left: 8px; }
  .detail-head .button { flex: none; margin-left: 4px; min-height: 0; }
  .detail h4 {
    margin-top: var(--_space-m);
    margin-bottom: 6px;
    padding-left: 8px;
    border-left: 4px solid var(--_primary);
    font-size: var(--_font-size);
    line-height: 1.3;
  }
  .links .button { padding: 0; min-height: 0; }
  .timeline { border-left: 2px solid var(--_line); margin-left: 5px; }
  .timeline li { position: relative; padding-left: 14px; padding-bottom: 10px; }
  .timeline li::before {
    content: '';
    position: absolute;
    top: 7px;
    left: -6px;
    width: 10px;
    height: 10px;
    border-radius: 5px;
    background: var(--_primary);
  }
  .timeline time { display: block; color: var(--_text-weak); font-size: var(--_font-small); }
  .timeline strong { margin-right: 8px; }
  .cards { --jc-grid-line-height: calc(var(--_font-size) * 10.8 + 18px); }
  .cards .header { display: none; }
  .cards .cell { padding: 8px; align-items: flex-start; }
  .card { width: 100%; }
  .card-band {
    margin-bottom: 2px;
    overflow: hidden;
    color: var(--_primary);
    font-size: var(--_font-small);
    font-weight: 600;
    line-height: 1.5;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .card-title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-weight: 600;
  }
  .card-marks { margin-top: 4px; margin-bottom: 4px; }
  .card-mark { margin-right: 12px; }
  .card-line { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .card-label { color: var(--_text-weak); }
  .plain-place { overflow-x: auto; }
  @media print { .head { border-bottom-color: #000000; } }
`;
