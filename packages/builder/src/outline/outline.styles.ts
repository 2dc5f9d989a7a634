import { css } from 'lit';

export default css`
  .line {
    display: flex;
    align-items: center;
    min-height: 30px;
    padding: 2px 6px 2px calc(4px + var(--_level, 0) * 16px);
    border-radius: var(--_radius);
    cursor: default;
    -webkit-user-select: none;
    user-select: none;
  }
  .line:hover { background: var(--_surface-weak); }
  .line[aria-selected='true'] { background: var(--_info-weak); box-shadow: inset 3px 0 0 var(--_info); }
  .line.section, .line.rest { font-weight: 600; }
  .fold { flex: none; width: 24px; height: 24px; padding: 0; border: 0; background: none; position: relative; }
  .fold::before {
    content: '';
    position: absolute;
    left: 8px;
    top: 8px;
    width: 6px;
    height: 6px;
    border: solid var(--_text-weak);
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
  }
  [aria-expanded='true'] > .fold::before { transform: rotate(45deg); }
  .fold.none::before { display: none; }
  .text { flex: 1 1 auto; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .line.drop-before { box-shadow: inset 0 3px 0 var(--_primary); }
  .line.drop-after { box-shadow: inset 0 -3px 0 var(--_primary); }
  .locked {
    flex: none;
    margin-inline-start: var(--_space-xs);
    padding: 0 4px;
    border-radius: 2px;
    background: var(--_surface-strong);
    color: var(--_text-weak);
    font-size: var(--_font-small);
    white-space: nowrap;
  }
  .bad {
    flex: none;
    margin-left: 4px;
    padding: 0 6px;
    border-radius: 9px;
    background: var(--_negative-weak);
    color: var(--_negative);
    font-size: var(--_font-small);
    font-weight: 400;
  }
  .empty { color: var(--_text-weak); }
  @media (forced-colors: active) { .line[aria-selected='true'] { outline: 1px solid Highlight; } }
`;
