import { css } from 'lit';

export default css`
  .design {
    flex: 1 1 auto;
    height: auto;
    min-height: 0;
    grid-template-columns: minmax(190px, 240px) minmax(0, 1fr) minmax(240px, 320px);
  }
  .side.start { padding: var(--_space-s) var(--_space-m) var(--_space-m); }
  .weak { color: var(--_text-weak); }
  .input {
    width: 100%;
    box-sizing: border-box;
    min-height: var(--_control);
    padding: 4px 8px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  .found h4 { margin: var(--_space-m) 0 2px; font-size: var(--_font-size); }
  .kind { margin: 4px 0 2px; color: var(--_text-weak); font-size: var(--_font-small); }
  .offers, .chips, .blocks { list-style: none; margin: 0; padding: 0; }
  .offer {
    display: block;
    width: 100%;
    text-align: left;
    margin: 0 0 3px;
    padding: 4px 8px;
    min-height: 30px;
    border: 1px solid var(--_line);
    border-left-width: 4px;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    cursor: grab;
    touch-action: none;
  }
  .offer.dimension, .chip.dimension { border-left-color: var(--_info); }
  .offer.measure, .chip.measure { border-left-color: var(--_positive); }
  .offer:hover { border-color: var(--_primary); }
  .add-data { display: block; margin: var(--_space-m) 0 0; }
  .work {
    position: sticky;
    top: calc(-1 * var(--_space-m));
    z-index: 2;
    margin: calc(-1 * var(--_space-m)) calc(-1 * var(--_space-m)) 0;
    padding: var(--_space-m) var(--_space-m) 1px;
    background: var(--_surface-weak);
  }
  .base.narrow .work { position: static; }
  .zones {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr));
    grid-gap: 1px;
    overflow: hidden;
    background: var(--_line);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    margin-bottom: var(--_space-m);
  }
  .zone { display: flex; align-items: flex-start; padding: 4px 8px; background: var(--_surface); }
  .zone.wide { grid-column: 1 / -1; }
  .base.narrow .found { max-height: 300px; overflow: auto; border: 1px solid var(--_line); padding: 0 var(--_space-s); }
  .zone.over { background: var(--_info-weak); }
  .zone-title { flex: none; width: 96px; padding-top: 5px; color: var(--_text-weak); font-size: var(--_font-small); }
  .chips { flex: 1 1 auto; display: flex; flex-wrap: wrap; min-height: 32px; }
  .chip {
    display: flex;
    align-items: stretch;
    margin: 0 6px 4px 0;
    border: 1px solid var(--_line);
    border-left-width: 4px;
    border-radius: var(--_radius);
    background: var(--_surface);
    position: relative;
  }
  .chip.chosen { border-color: var(--_primary); }
  .chip.before::before {
    content: '';
    position: absolute;
    left: -8px;
    top: 0;
    bottom: 0;
    width: 3px;
    background: var(--_primary);
  }
  .chips.end::after { content: ''; width: 3px; min-height: 28px; background: var(--_primary); }
  .chip button { border: 0; background: none; font: inherit; color: var(--_text); min-height: 30px; }
  .chip-name { padding: 2px 6px; cursor: grab; touch-action: none; }
  .chip .out { padding: 0 7px; color: var(--_text-weak); cursor: pointer; }
  .chip .out:hover { color: var(--_negative); }
  .chips .empty { color: var(--_text-weak); padding: 5px 0; text-align: left; }
  .zones .button.small { margin: 0 4px 4px 0; font-size: var(--_font-small); }
  .zones .button[aria-pressed='true'] { border-color: var(--_primary); color: var(--_primary); font-weight: 600; }
  .blocks li { display: flex; align-items: center; border: 1px solid transparent; border-radius: var(--_radius); }
  .blocks li.chosen { border-color: var(--_primary); background: var(--_surface-weak); }
  .block-name {
    flex: 1 1 auto;
    min-width: 0;
    text-align: left;
    border: 0;
    background: none;
    color: var(--_text);
    font: inherit;
    min-height: 34px;
    padding: 2px 6px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .acts { flex: none; }
  button.small { min-height: 28px; min-width: 28px; padding: 0 6px; }
  .acts .small { border: 0; background: none; color: var(--_text-weak); cursor: pointer; }
  .acts .small:hover { color: var(--_primary); }
  .acts .small:disabled { opacity: 0.35; cursor: default; }
  .add { margin: var(--_space-s) 0 var(--_space-m); }
  .add .button { margin: 0 4px 4px 0; font-size: var(--_font-small); }
  .result {
    display: block;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-m);
  }
  .problems {
    background: var(--_notice-weak);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: var(--_space-s) var(--_space-m);
    margin-bottom: var(--_space-m);
  }
  .problems ul { margin: 4px 0 0; padding-left: 20px; }
  .problems button {
    border: 0;
    background: none;
    color: var(--_primary);
    text-decoration: underline;
    padding: 0;
    text-align: left;
    cursor: pointer;
  }
  .limits { padding-bottom: var(--_space-s); border-bottom: 1px solid var(--_line); }
  .limit-line { display: flex; flex-wrap: wrap; align-items: center; margin: 0 0 6px; }
  .limit-line > * { margin-right: 6px; }
  .limit-line .input { width: auto; flex: 1 1 64px; min-width: 56px; max-width: 120px; }
  .limit-line .input.limit { flex: 0 1 72px; }
  .steps { list-style: none; margin: 0; padding: 0; }
  .tone {
    flex: none;
    width: 12px;
    height: 12px;
    border: 1px solid var(--_border);
    border-radius: 50%;
    background: var(--_surface-strong);
  }
  .tone.positive { background: var(--_positive); }
  .tone.notice { background: var(--_notice); }
  .tone.negative { background: var(--_negative); }
  .tone.info { background: var(--_info); }
  .how {
    margin: 0 0 var(--_space-s);
    padding: var(--_space-s);
    border-left: 4px solid var(--_primary);
    background: var(--_surface-weak);
  }
  @media print {
    .design { display: block; }
    .side.start, .side.end, .work, .problems { display: none; }
    .middle { padding: 0; overflow: visible; }
    .result { padding: 0; border: 0; }
  }
  .ghost {
    position: fixed;
    left: 0;
    top: 0;
    z-index: 10;
    padding: 4px 10px;
    border: 1px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    pointer-events: none;
    box-shadow: 0 2px 8px rgba(0, 0, 0, 0.25);
  }
  @media (forced-colors: active) { .blocks li.chosen, .chip.chosen { outline: 2px solid Highlight; } }
`;
