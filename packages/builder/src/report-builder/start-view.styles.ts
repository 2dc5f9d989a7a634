import { css } from 'lit';

/** What a report begins with, each with a small drawing of its blocks. */
export default css`
  .begin {
    box-sizing: border-box;
    width: 100%;
    padding: var(--_space-l);
    max-width: 1120px;
    margin: 0 auto;
    overflow: auto;
  }
  .begin h4 { margin: var(--_space-m) 0 var(--_space-s); }
  .begin-bar { display: flex; flex-wrap: wrap; align-items: center; margin-top: var(--_space-m); }
  .begin-bar .button + .button { margin-left: 4px; }
  .begin-bar > * { margin: 0 var(--_space-m) var(--_space-s) 0; }
  .begin-bar .search { flex: 1 1 220px; width: auto; max-width: 420px; }
  .begin-bar .button[aria-pressed='true'] { border-color: var(--_primary); color: var(--_primary); font-weight: 600; }
  .starts {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    grid-gap: 8px;
  }
  .beginning {
    display: flex;
    align-items: flex-start;
    width: 100%;
    height: 100%;
    font: inherit;
    text-align: left;
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    cursor: pointer;
  }
  .beginning:hover { border-color: var(--_primary); }
  .beginning > span:last-child { min-width: 0; color: var(--_text-weak); font-size: var(--_font-small); }
  .beginning b { display: block; color: var(--_text); font-size: var(--_font-size); }
  .mini {
    flex: none;
    display: block;
    width: 74px;
    margin: 2px 12px 0 0;
    padding: 4px 3px 2px;
    border: 1px solid var(--_line);
    background: var(--_surface);
  }
  .mini-line { display: flex; }
  .mini-block {
    display: block;
    width: 100%;
    height: 13px;
    margin: 0 1px 2px;
    background: repeating-linear-gradient(to bottom, var(--_line) 0 1px, transparent 1px 4px);
    border: 1px solid var(--_line);
  }
  .mini-block.wide-half { width: 50%; }
  .mini-block.wide-third { width: 33.33%; }
  .mini-block.wide-quarter { width: 25%; }
  .mini-block.wide-twoThirds { width: 66.66%; }
  .mini-block.cards {
    height: 9px;
    border: 0;
    background: repeating-linear-gradient(to right, var(--_primary) 0 12px, transparent 12px 16px);
  }
  .mini-block.cross {
    background: repeating-linear-gradient(to right, var(--_line) 0 1px, transparent 1px 8px), repeating-linear-gradient(to bottom, var(--_line) 0 1px, transparent 1px 4px);
  }
  .mini-block.board {
    background: linear-gradient(to right, var(--_primary) 0 5px, transparent 5px), repeating-linear-gradient(to bottom, var(--_line) 0 1px, transparent 1px 4px);
  }
  .mini-block.lights {
    background: repeating-linear-gradient(to right, var(--_positive) 0 5px, var(--_notice) 5px 10px, var(--_surface) 10px 12px);
  }
  .mini-block.chart {
    border-width: 0 0 1px 1px;
    background: linear-gradient(to right, var(--_info) 0 4px, transparent 4px 7px) 2px 4px / 7px 100% repeat-x;
  }
  .mini-block.text { border: 0; }
`;
