import { css } from 'lit';

export default css`
  .head { margin-bottom: var(--_space-m); padding-bottom: var(--_space-s); border-bottom: 2px solid var(--_primary); }
  h3 { color: var(--_text); font-size: var(--_font-heading); font-weight: 700; line-height: 1.4; }
  .about { color: var(--_text-weak); }
  .about .weak { margin-left: var(--_space-l); }
  .weak { color: var(--_text-weak); }
  .number { font-variant-numeric: tabular-nums; white-space: nowrap; }
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
  .frozen {
    margin-bottom: var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    border-left: 4px solid var(--_info);
    background: var(--_info-weak);
    color: var(--_info);
  }

  .summary {
    display: flex;
    margin-bottom: var(--_space-m);
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .total {
    display: flex;
    flex: none;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-width: 168px;
    padding: var(--_space-m) var(--_space-l);
    border-right: var(--_border-width) solid var(--_line);
    background: var(--_primary-weak);
  }
  .total-label { color: var(--_text-weak); }
  .total .points {
    color: var(--_primary);
    font-size: calc(var(--_font-heading) * 1.7);
    font-weight: 700;
    line-height: 1.2;
  }
  .result { flex: 1; min-width: 0; padding: var(--_space-m) var(--_space-l); }
  .band-line { display: flex; flex-wrap: wrap; align-items: center; margin-bottom: -4px; }
  .band-line > * { margin-right: var(--_space-m); margin-bottom: 4px; }
  .band { display: inline-flex; align-items: center; font-size: var(--_font-title); font-weight: 700; }
  .band .mark { flex: none; width: 14px; height: 14px; margin-right: 6px; }
  .band.positive { color: var(--_positive); }
  .band.notice { color: var(--_notice); }
  .band.negative { color: var(--_negative); }
  .band.info { color: var(--_info); }
  .band.none { color: var(--_text-weak); font-weight: 400; }
  .band jc-stars { margin-left: var(--_space-s); }
  .bar {
    position: relative;
    display: block;
    height: 10px;
    margin-top: var(--_space-m);
    margin-bottom: 26px;
    border-radius: 5px;
    background: var(--_surface-strong);
  }
  .bar .fill { display: block; width: var(--_share); height: 100%; border-radius: 5px; background: var(--_primary); }
  .bar .tick { position: absolute; top: -3px; left: var(--_at); width: 2px; height: 16px; background: var(--_text); box-shadow: 0 0 0 1px var(--_surface); }
  .bar .tick span {
    position: absolute;
    top: 17px;
    right: -20px;
    color: var(--_text-weak);
    font-size: var(--_font-small);
    line-height: 1.2;
    white-space: nowrap;
  }
  .bar.small { flex: none; width: 120px; height: 8px; margin: 0 var(--_space-m) 0 auto; }
  .scale { display: none; color: var(--_text-weak); font-size: var(--_font-small); }
  .next { line-height: 1.7; }
  .next b { margin-right: 4px; color: var(--_text); }
  .gains { display: block; color: var(--_text-weak); }
  .veto {
    display: flex;
    align-items: flex-start;
    margin-bottom: var(--_space-l);
    padding: var(--_space-s) var(--_space-m);
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-weak);
    color: var(--_text-weak);
  }
  .veto-label { flex: none; margin-right: var(--_space-m); font-weight: 700; }
  .veto.applies { border-color: var(--_negative); background: var(--_negative-weak); color: var(--_negative); }

  .tag {
    display: inline-block;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_text-weak);
    font-size: var(--_font-small);
    font-weight: 400;
    line-height: 1.7;
  }
  button.tag { min-height: var(--_target); }
  .tag.notice { border-color: var(--_notice); background: var(--_notice-weak); color: var(--_notice); }
  .tag.negative { border-color: var(--_negative); background: var(--_negative-weak); color: var(--_negative); }

  .dimension {
    margin-bottom: var(--_space-l);
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .dimension-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    min-height: 46px;
    padding: var(--_space-xs) var(--_space-m);
    border-bottom: var(--_border-width) solid var(--_line);
    background: var(--_surface-weak);
  }
  .dimension-head .tag { margin-left: var(--_space-m); }
  h4 {
    margin-right: auto;
    padding-left: var(--_space-s);
    border-left: 4px solid var(--_primary);
    font-size: var(--_font-title);
    font-weight: 700;
    line-height: 1.3;
  }
  .columns, .line {
    display: grid;
    grid-template-columns: minmax(140px, 2.4fr) minmax(180px, 5fr) 64px 92px 104px;
    grid-column-gap: var(--_space-m);
    align-items: start;
    padding-left: var(--_space-m);
    padding-right: var(--_space-m);
  }
  .columns {
    padding-top: 6px;
    padding-bottom: 6px;
    border-bottom: var(--_border-width) solid var(--_line);
    color: var(--_text-weak);
    font-size: var(--_font-small);
  }
  .columns span:nth-child(3), .columns span:nth-child(5), .max, .points-cell { text-align: right; }
  .columns span:nth-child(5) { padding-right: 22px; }
  .item { padding-top: 10px; padding-bottom: 10px; border-bottom: var(--_border-width) solid var(--_line); }
  .item:last-child { border-bottom: 0; }
  .item.excluded { background: var(--_surface-weak); color: var(--_text-weak); }
  .name { display: flex; font-weight: 600; }
  .code {
    flex: none;
    min-width: 30px;
    margin-right: 4px;
    color: var(--_text-weak);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .hint { display: block; margin-top: 2px; color: var(--_text-weak); font-size: var(--_font-small); }
  .hint.notice { color: var(--_notice); }
  .max { position: relative; font-variant-numeric: tabular-nums; }
  .narrow-label {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip: rect(0 0 0 0);
    white-space: nowrap;
  }
  .chip {
    display: inline-block;
    padding: 0 10px;
    border: var(--_border-width) solid currentColor;
    border-radius: 11px;
    font-size: var(--_font-small);
    line-height: 1.6;
    white-space: nowrap;
  }
  .chip.computed { background: var(--_info-weak); color: var(--_info); }
  .chip.self { background: var(--_surface); color: var(--_text-weak); }
  .chip.review { background: var(--_positive-weak); color: var(--_positive); }
  .chip.none { background: var(--_notice-weak); color: var(--_notice); }
  .chip.excluded { border-style: dashed; background: transparent; color: var(--_text-weak); }
  .dimension-head .points { justify-content: flex-end; min-width: 78px; }
  .points {
    display: inline-flex;
    align-items: center;
    min-height: var(--_control);
    padding: 0 4px;
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    font-weight: 700;
    line-height: 1.4;
    text-align: right;
  }
  .points-cell .points { margin-top: -7px; margin-bottom: -7px; }
  .minimum { margin-left: var(--_space-m); }
  .points .number { border-bottom: 1px dotted var(--_border); }
  .points:hover { color: var(--_link); }
  .points .mark {
    width: 7px;
    height: 7px;
    margin-left: 8px;
    margin-right: 3px;
    border-right: 2px solid var(--_border);
    border-bottom: 2px solid var(--_border);
    transform: translateY(-2px) rotate(45deg);
  }
  .points[aria-expanded='true'] .mark { transform: translateY(2px) rotate(225deg); }
  .total .points .mark { width: 10px; height: 10px; border-color: var(--_primary); }

  .panel {
    position: relative;
    margin: 8px var(--_space-m) 2px;
    padding: var(--_space-s) var(--_space-m);
    border: var(--_border-width) solid var(--_line);
    border-left: 4px solid var(--_info);
    background: var(--_info-weak);
  }
  .summary + .panel { margin: 0 0 var(--_space-m); }
  .dimension-head + .panel { margin-bottom: 8px; }
  .panel .close { position: absolute; top: 2px; right: 4px; background: transparent; }
  .panel .button.plain { min-height: 26px; padding: 0 6px; border: 0; }
  .facts {
    display: grid;
    grid-template-columns: 6em minmax(0, 1fr);
    grid-gap: 4px var(--_space-m);
    padding-right: 56px;
  }
  dt { grid-column: 1; color: var(--_text-weak); }
  dd { grid-column: 2; }
  dd.reached { color: var(--_positive); }
  .panel-title { color: var(--_text-weak); }
  .sum { max-width: 620px; }
  .sum li { display: flex; justify-content: space-between; padding: 2px 0; border-bottom: 1px dotted var(--_line); }
  .sum li span:first-child { padding-right: var(--_space-l); }
  .sum .result { padding: 4px 0 2px; border-bottom: 0; font-weight: 700; }

  .entry {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    margin: 8px var(--_space-m) 0;
    padding: 8px var(--_space-m) 2px;
    background: var(--_surface-weak);
    border-radius: var(--_radius);
  }
  .entry > .button { margin-bottom: 6px; }
  .field {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    max-width: 100%;
    margin: 0 var(--_space-l) 6px 0;
  }
  .field.wide { flex: 1 1 320px; flex-wrap: nowrap; }
  .label { flex: none; margin-right: var(--_space-s); padding: 0; color: var(--_text-weak); }
  fieldset.field .label { float: left; line-height: var(--_control); }
  .required { margin-left: 2px; color: var(--_negative); }
  .input {
    width: 100%;
    min-height: var(--_control);
    padding: 4px 8px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    line-height: 1.5;
    resize: vertical;
  }
  .input.number { width: 7em; text-align: right; }
  .input[aria-invalid='true'] { border-color: var(--_negative); }
  .input[disabled] { background: var(--_surface-strong); color: var(--_text-weak); }
  .unit { margin-left: 6px; }
  .help, .problem { margin-left: var(--_space-s); color: var(--_text-weak); font-size: var(--_font-small); }
  .problem:empty { display: none; }
  .problem { color: var(--_negative); }
  .choices { display: flex; }
  .choice {
    display: inline-flex;
    align-items: center;
    min-height: var(--_control);
    margin-right: var(--_space-l);
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: var(--_mark);
    height: var(--_mark);
    margin-right: 6px;
    accent-color: var(--_primary);
  }
  .files .button.file { margin-left: 0; }
  .files li { display: inline-block; margin-right: var(--_space-s); }
  .button.file { display: inline-flex; align-items: center; }
  .button.file:focus-within { outline: 2px solid var(--_focus); outline-offset: 1px; }
  .entered { margin: 4px var(--_space-m) 0; padding-left: calc(34px); color: var(--_text-weak); }

  .narrow .summary { flex-direction: column; }
  .narrow .total {
    flex-direction: row;
    flex-wrap: wrap;
    justify-content: flex-start;
    border-right: 0;
    border-bottom: var(--_border-width) solid var(--_line);
    padding: var(--_space-s) var(--_space-m);
  }
  .narrow .total > * { margin-right: var(--_space-m); }
  .narrow .result { padding: var(--_space-m); }
  .narrow .columns { display: none; }
  .narrow .line { display: block; position: relative; }
  .narrow .name { margin-bottom: 2px; padding-right: 84px; }
  .narrow .points-cell { position: absolute; top: 0; right: var(--_space-s); }
  .narrow .max { display: inline-block; margin-right: var(--_space-m); color: var(--_text-weak); text-align: left; }
  .narrow .narrow-label {
    position: static;
    width: auto;
    height: auto;
    margin-right: 4px;
    overflow: visible;
    clip: auto;
  }
  .narrow .rule { display: block; margin-bottom: 4px; }
  .narrow .chip-cell { display: inline-block; }
  .narrow .bar.small { display: none; }
  .narrow .facts { display: block; padding-right: 0; }
  .narrow .facts dt { margin-top: 4px; }
  .narrow .panel .close { position: static; }
  .narrow .entry, .narrow .panel { margin-left: var(--_space-s); margin-right: var(--_space-s); }
  .narrow .field, .narrow .field.wide { flex-basis: auto; flex-wrap: wrap; margin-right: 0; width: 100%; }
  .narrow .field.wide .label { width: 100%; }
  .narrow .entered { padding-left: 0; }
  .narrow .about .weak { display: block; margin-left: 0; }
  .narrow .bar .tick span { display: none; }
  .narrow .bar:not(.small) { margin-bottom: var(--_space-s); }
  .narrow .minimum, .narrow .dimension-head .tag { width: 100%; margin-left: 12px; }
  .narrow .scale { display: block; }

  @media (forced-colors: active) {
    .bar { border: 1px solid CanvasText; }
    .bar .fill { background: Highlight; forced-color-adjust: none; }
    .bar .tick { background: CanvasText; }
  }
  @media print {
    .panel .close, .points .mark, .entry .button { display: none; }
    .item, .summary, .veto { page-break-inside: avoid; }
    .dimension-head, .columns { page-break-inside: avoid; page-break-after: avoid; }
    .bar, .bar .fill, .chip, .total { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  }
`;
