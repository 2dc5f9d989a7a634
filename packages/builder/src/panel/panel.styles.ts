import { css } from 'lit';

export default css`
  .head { display: flex; align-items: baseline; margin-bottom: var(--_space-s); }
  .kind {
    flex: none;
    margin-right: var(--_space-s);
    padding: 0 var(--_space-s);
    border-radius: var(--_radius);
    background: var(--_surface-strong);
    color: var(--_text);
    font-size: var(--_font-small);
    line-height: 22px;
  }
  .name { min-width: 0; font-size: var(--_font-title); font-weight: 600; line-height: 1.4; }
  .note { margin-bottom: var(--_space-s); color: var(--_text-weak); font-size: var(--_font-small); }
  .lock {
    padding: var(--_space-s) var(--_space-m);
    border-left: 3px solid var(--_info);
    background: var(--_info-weak);
    color: var(--_text);
  }
  .problems {
    margin-bottom: var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    border-left: 3px solid var(--_negative);
    background: var(--_negative-weak);
    color: var(--_text);
    font-size: var(--_font-small);
  }
  .problems-title { font-weight: 600; color: var(--_negative); }
  .used { margin-top: var(--_space-m); font-size: var(--_font-small); }
  .used-title { font-weight: 600; }
  .link {
    min-height: var(--_target);
    padding: 2px 0;
    border: 0;
    background: none;
    color: var(--_link);
    text-align: start;
  }
  .link:hover { text-decoration: underline; }
`;
