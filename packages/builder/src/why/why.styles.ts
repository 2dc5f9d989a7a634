import { css } from 'lit';

export default css`
  .pick { display: block; margin-bottom: var(--_space-s); color: var(--_text-weak); font-size: var(--_font-small); }
  select {
    display: block;
    min-height: var(--_control);
    max-width: 100%;
    padding: 0 var(--_space-s);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  h3 { margin-bottom: var(--_space-s); font-size: var(--_font-title); font-weight: 600; }
  dt { margin-top: var(--_space-s); font-weight: 600; }
  .verdict {
    margin-inline-start: var(--_space-s);
    padding: 1px 6px;
    border-radius: 2px;
    background: var(--_info-weak);
    color: var(--_info);
    font-weight: 400;
  }
  dd { padding: 2px 0; }
  .inputs { color: var(--_text-weak); font-size: var(--_font-small); }
  .empty { color: var(--_text-weak); }
  .link { min-height: var(--_target); padding: 0; border: 0; background: none; color: var(--_link); }
  .link:hover { text-decoration: underline; }
`;
