import { css } from 'lit';

export default css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    margin-bottom: var(--_space-m);
    padding-bottom: var(--_space-s);
    border-bottom: 2px solid var(--_primary);
  }
  .head h2 { margin-right: var(--_space-m); font-size: var(--_font-heading); font-weight: 600; line-height: 1.4; }
  .head .overview { font-weight: 600; color: var(--_primary); }
  .head .weak { margin-left: auto; }
  .weak { color: var(--_text-weak); font-size: var(--_font-small); }
  .message {
    padding: var(--_space-xl) var(--_space-m);
    border: 1px solid var(--_line);
    background: var(--_surface-weak);
    text-align: center;
  }
  .notice {
    margin-bottom: var(--_space-m);
    padding: 8px 12px;
    border: 1px solid var(--_notice);
    border-left-width: 4px;
    background: var(--_notice-weak);
    color: var(--_notice);
  }
  .notice ul, .refusal ul { padding-left: 18px; list-style: disc; }
  .stages { display: flex; margin-bottom: var(--_space-l); }
  .stages li { position: relative; flex: 1; min-width: 0; padding: 0 6px; text-align: center; }
  .stages li::before {
    content: '';
    position: absolute;
    top: 13px;
    left: -50%;
    width: 100%;
    height: 2px;
    background: var(--_line);
  }
  .stages li:first-child::before { display: none; }
  .stages li.done::before, .stages li.active::before { background: var(--_primary); }
  .dot {
    position: relative;
    z-index: 1;
    display: inline-block;
    width: 28px;
    height: 28px;
    border: 2px solid var(--_border);
    border-radius: 14px;
    background: var(--_surface);
    color: var(--_text-weak);
    font-weight: 600;
    line-height: 24px;
    text-align: center;
  }
  .done > .dot { border-color: var(--_primary); color: var(--_primary); }
  .active > .dot { border-color: var(--_primary); background: var(--_primary); color: var(--_on-primary); }
  .stage-title { display: block; margin-top: 4px; font-size: var(--_font-small); line-height: 1.4; }
  .active > .stage-title { font-weight: 600; }
  .narrow .stages { display: block; }
  .narrow .stages li { display: flex; align-items: flex-start; min-height: 56px; padding: 0 0 8px; text-align: left; }
  .narrow .stages li::before { top: -28px; left: 13px; width: 2px; height: 28px; }
  .narrow .stages .stage-text { flex: 1; min-width: 0; margin-left: 10px; }
  .narrow .stages .dot { flex: none; }
  .stage { margin-bottom: var(--_space-m); border: 1px solid var(--_line); background: var(--_surface); }
  .stage > summary {
    min-height: var(--_control);
    padding: 8px 12px;
    background: var(--_surface-strong);
    font-weight: 600;
    cursor: pointer;
  }
  .stage > summary .weak { margin-left: 8px; font-weight: 400; }
  .step { padding: 10px 12px; border-top: 1px solid var(--_line); }
  .step.open { border-left: 4px solid var(--_primary); padding-left: 8px; }
  .step-head { display: flex; flex-wrap: wrap; align-items: center; }
  .step-head .number { flex: none; min-width: 26px; color: var(--_text-weak); font-variant-numeric: tabular-nums; }
  .step-head h3 { margin-right: 10px; font-size: var(--_font-size); font-weight: 600; }
  .step.pending h3 { font-weight: 400; color: var(--_text-weak); }
  .step-head .badge { margin-right: 10px; }
  .step-head .dates { color: var(--_text-weak); font-size: var(--_font-small); }
  .step-head .dates span { margin-right: 10px; }
  .step-head .late { color: var(--_negative); font-weight: 600; }
  .step > .reason { margin-left: 26px; color: var(--_text-weak); font-size: var(--_font-small); }
  .step.returned > .reason { color: var(--_negative); }
  .step-body { margin-top: 8px; margin-left: 26px; }
  .narrow .step-body, .narrow .step > .reason { margin-left: 0; }
  .about { margin-bottom: var(--_space-m); }
  .about > div { display: flex; padding: 2px 0; }
  .about dt { flex: none; width: 6em; color: var(--_text-weak); }
  .about dd { flex: 1; min-width: 0; }
  .filled { display: flex; flex-wrap: wrap; margin-left: 26px; margin-top: 2px; }
  .filled > div { margin-right: 20px; font-size: var(--_font-small); }
  .filled dt, .filled dd { display: inline; }
  .filled dt { color: var(--_text-weak); }
  .actions .button { margin-right: 8px; margin-bottom: 4px; }
  .return { margin-left: 26px; margin-top: 6px; }
  .return .plain { margin-left: calc(0px - var(--_space-m)); }
  @media print {
    .stage { border-color: #000000; }
    .stage > summary { page-break-after: avoid; }
    .step { page-break-inside: avoid; }
    .head { border-bottom-color: #000000; }
    .active > .dot { background: none; color: var(--_primary); }
  }
`;
