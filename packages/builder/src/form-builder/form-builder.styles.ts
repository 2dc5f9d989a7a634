import { css } from 'lit';

export default css`
  :host { height: 100%; min-height: 560px; }
  .base {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: inherit;
    background: var(--_surface-weak);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    flex: none;
    padding: 6px 6px 0 10px;
    background: var(--_surface);
    border-bottom: 1px solid var(--_line);
  }
  .bar > * { margin: 0 6px 6px 0; }
  .name {
    flex: 1 1 120px;
    min-width: 0;
    font-size: var(--_font-title);
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .state { color: var(--_text-weak); font-size: var(--_font-small); }
  .button.bad { color: var(--_negative); }
  .key {
    padding: 0 4px;
    border: 1px solid var(--_line);
    border-radius: 3px;
    color: var(--_text-weak);
    font-size: var(--_font-small);
  }
  .tabs {
    display: flex;
    flex: none;
    overflow-x: auto;
    background: var(--_surface);
    border-bottom: 1px solid var(--_line);
    padding: 0 6px;
  }
  .tab {
    flex: none;
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    padding: 0 12px;
    min-height: var(--_control);
    color: var(--_text);
    white-space: nowrap;
  }
  .tab:hover { color: var(--_primary); }
  .tab:focus { outline-offset: -3px; }
  .tab[aria-selected='true'] { border-bottom-color: var(--_primary); color: var(--_primary); font-weight: 600; }
  .tab .count {
    display: inline-block;
    margin-left: 4px;
    padding: 0 6px;
    border-radius: 9px;
    background: var(--_surface-strong);
    color: var(--_text);
    font-size: var(--_font-small);
    font-weight: 400;
  }
  .body { flex: 1 1 auto; min-height: 0; position: relative; }
  .design {
    display: grid;
    height: 100%;
    grid-template-rows: minmax(0, 1fr);
    grid-template-columns: minmax(200px, 260px) minmax(0, 1fr) minmax(240px, 340px);
  }
  .side {
    overflow: auto;
    background: var(--_surface);
    padding: var(--_space-s) var(--_space-m) var(--_space-m);
    min-width: 0;
  }
  .side.start {
    display: flex;
    flex-direction: column;
    padding: 0;
    overflow: hidden;
    border-right: 1px solid var(--_line);
  }
  .half {
    flex: 0 1 auto;
    min-height: 96px;
    max-height: 50%;
    overflow: auto;
    padding: 0 var(--_space-m) var(--_space-m);
  }
  .half + .half { flex: 1 1 50%; max-height: none; border-top: 1px solid var(--_line); }
  .side.end { border-left: 1px solid var(--_line); }
  .middle { overflow: auto; padding: var(--_space-m); min-width: 0; position: relative; }
  .pane { height: 100%; overflow: auto; background: var(--_surface); padding: var(--_space-m); }
  .pane.plain { padding: 0; }
  .side-title { font-size: var(--_font-size); font-weight: 600; margin: var(--_space-s) 0; }
  .note {
    flex: none;
    padding: var(--_space-s) var(--_space-m);
    background: var(--_info-weak);
    border-bottom: 1px solid var(--_line);
  }
  .note.bad { background: var(--_notice-weak); }
  jc-burden-meter:not(:defined) { min-width: 220px; min-height: var(--_target); }
  .panel-note { color: var(--_text-weak); padding: var(--_space-m) 0; }
  .empty { padding: var(--_space-l); color: var(--_text-weak); text-align: center; }
  @media print {
    :host { height: auto !important; min-height: 0 !important; }
    .base { display: block; border: 0; background: none; overflow: visible; }
    .pane { height: auto; padding: 0; overflow: visible; }
  }
  .base.narrow .design { display: flex; flex-direction: column; overflow: auto; }
  .base.narrow .middle { order: -1; }
  .base.narrow .design > * { flex: none; }
  .base.narrow .half { max-height: none; }
  .base.narrow .side, .base.narrow .middle { overflow: visible; border: 0; border-bottom: 1px solid var(--_line); }
`;
