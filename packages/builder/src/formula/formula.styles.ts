import { css } from 'lit';

export default css`
  label { display: block; margin-bottom: var(--_space-xs); color: var(--_text-weak); font-size: var(--_font-small); }
  .shown {
    margin-bottom: var(--_space-s);
    padding: var(--_space-xs) var(--_space-s);
    border-radius: var(--_radius);
    background: var(--_surface-weak);
    line-height: 1.9;
  }
  .chip {
    padding: 1px 6px;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: var(--_info-weak);
    color: var(--_info);
  }
  .chip.unknown { background: var(--_negative-weak); color: var(--_negative); text-decoration: underline; }
  .editor { position: relative; }
  textarea {
    display: block;
    width: 100%;
    min-height: 64px;
    padding: var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-family: Consolas, 'Noto Sans Mono CJK SC', monospace;
    resize: vertical;
  }
  textarea[aria-invalid='true'] { border-color: var(--_negative); }
  .offers {
    position: absolute;
    z-index: 5;
    top: 100%;
    left: 0;
    right: 0;
    max-height: 280px;
    overflow-y: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  .offers li { padding: var(--_space-xs) var(--_space-s); min-height: var(--_target); cursor: pointer; }
  .offers li[aria-selected='true'] { background: var(--_primary-weak); }
  .detail { margin-inline-start: var(--_space-s); color: var(--_text-weak); font-size: var(--_font-small); }
  .line { min-height: 22px; margin-top: var(--_space-xs); font-size: var(--_font-small); color: var(--_text-weak); }
  .problem { color: var(--_negative); }
  .call {
    margin-top: var(--_space-xs);
    padding: var(--_space-xs) var(--_space-s);
    background: var(--_info-weak);
    font-size: var(--_font-small);
  }
  details { margin-top: var(--_space-s); }
  summary { min-height: var(--_target); color: var(--_link); cursor: pointer; }
  .search {
    min-height: var(--_control);
    margin: var(--_space-xs) 0;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .functions { max-height: 260px; overflow-y: auto; border: 1px solid var(--_line); }
  .functions > div { padding: var(--_space-xs) var(--_space-s); border-bottom: 1px solid var(--_line); }
  dt button {
    min-height: var(--_target);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_link);
    font-weight: 600;
  }
  dd { font-size: var(--_font-small); }
`;
