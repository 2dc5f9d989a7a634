import { css } from 'lit';

/**
 * Styles of a Grid and of what is printed in its place; to be put into the styles of the element whose shadow root
 * holds it.
 */
export const gridStyles = css`
  .grid {
    position: relative; overflow: auto; max-height: var(--jc-grid-max-height, 560px); border: var(--_border-width) solid var(--_line); background: var(--_surface);
    contain: layout style paint; font-size: var(--_font-size); line-height: 1.4; overscroll-behavior-x: contain;
  }
  .box { position: relative; }
  .box.more::after {
    content: ''; position: absolute; top: 0; right: var(--_bar-right, 0); bottom: var(--_bar-bottom, 0); z-index: 4; width: 16px; pointer-events: none;
    background: linear-gradient(to left, var(--_text-weak), transparent); opacity: 0.4;
  }
  .probe {
    position: absolute;
    visibility: hidden;
    pointer-events: none;
    width: calc(var(--_font-size) * 10);
    height: var(--jc-grid-line-height, calc(var(--_font-size) * 2.8 + 12px));
  }
  .header { position: -webkit-sticky; position: sticky; top: 0; z-index: 3; background: var(--_surface-strong); }
  .foot {
    position: -webkit-sticky;
    position: sticky;
    bottom: 0;
    z-index: 3;
    border-top: 1px solid var(--_border);
    background: var(--_surface-weak);
    font-weight: 600;
  }
  .space { position: relative; contain: layout style; min-height: 1px; }
  .window { position: absolute; top: 0; left: 0; z-index: 0; width: 100%; }
  .grid .row { position: relative; display: flex; width: 100%; height: var(--_line-height); }
  .grid .foot .row { height: calc(var(--_font-size) * 1.4 + 16px); }
  .window .row.far { content-visibility: auto; }
  .window .row { contain: layout style; background: var(--_surface); }
  .window .row.odd { background: var(--_surface-weak); }
  .window .row:hover { background: var(--_primary-weak); }
  .window .row.selected { background: var(--_info-weak); }
  /* A title beside groups reaches down over the rows of headings below its own. */
  .header .row { pointer-events: none; }
  .header .cell { pointer-events: auto; }
  .header .row { pointer-events: none; height: var(--_header-height); --_header-height: calc(var(--_font-size) * 1.4 + 18px); }
  .grid .cell {
    position: absolute; top: 0; height: 100%; flex: none; display: flex; align-items: center; padding: 2px 8px; overflow: hidden;
    border-right: 1px solid var(--_line); border-bottom: 1px solid var(--_line); cursor: default;
  }
  .grid .cell.frozen { position: -webkit-sticky; position: sticky; z-index: 1; background: inherit; }
  .header .cell {
    height: calc(var(--_header-height) * var(--_levels, 1));
    justify-content: center;
    text-align: center;
    font-weight: 600;
    border-color: var(--_border);
    border-right-color: var(--_line);
    background: var(--_surface-strong);
    color: var(--_text);
  }
  .header .cell.frozen { z-index: 2; background: var(--_surface-strong); }
  .cell .text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--jc-grid-lines, 2);
    overflow: hidden;
    min-width: 0;
    max-width: 100%;
    overflow-wrap: break-word;
    white-space: pre-wrap;
  }
  .grid .cell.short {
    display: block;
    line-height: calc(var(--_line-height) - 5px);
    white-space: pre;
    text-overflow: ellipsis;
  }
  table.plain .short { white-space: nowrap; }
  .cell.end { justify-content: flex-end; text-align: right; font-variant-numeric: tabular-nums; }
  .cell.center { justify-content: center; text-align: center; }
  .cell.merged { z-index: 1; align-items: center; background: var(--_surface); }
  .cell.merged .text { -webkit-line-clamp: none; }
  .whole .cell.merged .text {
    position: -webkit-sticky;
    position: sticky;
    top: calc(var(--_head, 0px) + 8px);
    bottom: calc(var(--_foot, 0px) + 8px);
  }
  .grid .cell.merged { overflow: visible; }
  .cell.covered { visibility: hidden; }
  .cell.editable { cursor: text; }
  .cell.link .text, .cell.link.short { color: var(--_link); text-decoration: underline; text-underline-offset: 3px; }
  .cell.link { cursor: pointer; }
  .grid .cell.picked { background: var(--_info-weak); }
  .window .row.checked { background: var(--_info-weak); }
  .header .grip { position: absolute; top: 0; right: 0; width: 9px; height: 100%; cursor: col-resize; }
  .header .grip:hover { border-right: 3px solid var(--_primary); }
  .moving .header .cell { cursor: grabbing; }
  .header .cell[data-place]::before {
    content: attr(data-place);
    order: 2;
    margin-left: 2px;
    color: var(--_primary);
    font-size: var(--_font-small);
  }
  .check-box {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: calc(var(--_font-size) * 1.15);
    height: calc(var(--_font-size) * 1.15);
    border: 2px solid var(--_border);
    border-radius: 2px;
    background: var(--_surface);
    color: var(--_on-primary);
    font-weight: 700;
    line-height: 1;
  }
  .check-box.on { border-color: var(--_primary); background: var(--_primary); }
  .check-box.on::after { content: '✓'; }
  .cell.sortable { cursor: pointer; }
  .cell.sortable::after {
    content: '';
    flex: none;
    width: 0;
    height: 0;
    margin-left: 6px;
    border-left: 4px solid transparent;
    border-right: 4px solid transparent;
    border-bottom: 5px solid var(--_border);
    opacity: 0.45;
  }
  .cell.ascending::after { border-bottom-color: var(--_primary); opacity: 1; }
  .cell.descending::after { border-bottom: 0; border-top: 5px solid var(--_primary); opacity: 1; }
  .header .required { margin-right: 2px; color: var(--_negative); }
  .cell.group { left: 0; width: 100%; font-weight: 600; background: var(--_surface-strong); cursor: pointer; }
  .cell.group::before {
    content: '';
    flex: none;
    width: 0;
    height: 0;
    margin: 0 8px 0 4px;
    border-top: 5px solid transparent;
    border-bottom: 5px solid transparent;
    border-left: 6px solid var(--_text-weak);
  }
  .cell.group.inner-1::before { margin-left: 24px; }
  .cell.group.inner-2::before { margin-left: 44px; }
  .cell.group.inner-1, .cell.group.inner-2 { background: var(--_surface-weak); }
  .cell.group.open::before { transform: rotate(90deg); }
  .cell.group .text { position: -webkit-sticky; position: sticky; left: 24px; }
  .cell.bad {
    box-shadow: inset 0 0 0 1px var(--_negative);
    background-image: linear-gradient(225deg, var(--_negative) 7px, transparent 7.5px);
  }
  .grid:focus { outline: none; }
  .grid:focus .cell.active { outline: 2px solid var(--_focus); outline-offset: -2px; }
  .edit { position: absolute; top: 0; left: 0; z-index: 2; }
  .edit > div { position: relative; width: 100%; height: 100%; }
  .edit .control {
    display: block; width: 100%; height: 100%; padding: 2px 6px; border: 2px solid var(--_focus); border-radius: 0; outline: none; background: var(--_surface); color: var(--_text);
    font-size: var(--_font-size); line-height: 1.4; -webkit-appearance: auto; appearance: auto;
  }
  .edit textarea.control { resize: none; -webkit-appearance: none; appearance: none; }
  .edit.typing textarea.control { height: calc(var(--_font-size) * 5.6 + 12px); box-shadow: var(--_shadow); }
  .edit .control.number { text-align: right; }
  .edit .control.pick { padding-right: 24px; text-overflow: ellipsis; cursor: pointer; }
  .edit .pick-box::after {
    content: '';
    position: absolute;
    right: 10px;
    top: 50%;
    width: 7px;
    height: 7px;
    margin-top: -6px;
    border: solid var(--_text-weak);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
    pointer-events: none;
  }
  .edit .control.boolean {
    width: 100%;
    height: 100%;
    border: 0;
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  .edit .control[aria-invalid] { border-color: var(--_negative); }
  .note {
    padding: 6px 8px;
    border: 1px solid var(--_negative);
    border-top: 0;
    background: var(--_negative-weak);
    color: var(--_negative);
    font-size: var(--_font-small);
  }
  .lamp { display: inline-flex; align-items: center; white-space: nowrap; }
  .lamp .mark {
    flex: none;
    width: calc(var(--_font-size) * 0.86);
    height: calc(var(--_font-size) * 0.86);
    margin-right: 6px;
  }
  .one-line { --jc-grid-line-height: calc(var(--_control) + 6px); --jc-grid-lines: 1; }
  .rows-bar { display: flex; flex-wrap: wrap; align-items: center; margin-top: 8px; }
  .rows-bar > * { margin-right: 8px; margin-bottom: 4px; }
  .rows-bar .hint { color: var(--_text-weak); font-size: var(--_font-small); }
  table.plain { width: 100%; border-collapse: collapse; font-size: var(--_font-size); line-height: 1.4; }
  table.plain th, table.plain td {
    padding: 4px 6px;
    border: 1px solid var(--_border);
    text-align: left;
    vertical-align: top;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  table.plain th { background: var(--_surface-strong); font-weight: 600; text-align: center; }
  table.plain td.end { text-align: right; font-variant-numeric: tabular-nums; }
  table.plain td.center { text-align: center; }
  table.plain tr { break-inside: avoid; page-break-inside: avoid; }
  .print-copy { display: none; }
  @media print {
    .grid-frame { display: none !important; }
    .print-copy { display: block; }
    table.plain { font-size: 9pt; }
    table.plain thead { display: table-header-group; }
    table.plain th, table.plain td { border-color: #000000; color: #000000; background: #ffffff; }
  }
  @media (forced-colors: active) {
    .box.more::after { border-right: 3px solid Highlight; opacity: 1; }
    .grid:focus .cell.active { outline-color: Highlight; }
    .cell.ascending::after { border-bottom-color: CanvasText; forced-color-adjust: none; }
    .cell.descending::after { border-top-color: CanvasText; forced-color-adjust: none; }
  }
`;
