import { css } from 'lit';

export default css`
  .tools { display: flex; flex-wrap: wrap; align-items: flex-end; margin: 0 -6px var(--_space-m); }
  .tools > * { margin: 0 6px 6px; }
  .choice { display: block; }
  .choice > span { display: block; font-size: var(--_font-small); color: var(--_text-weak); }
  select {
    min-height: var(--_control);
    padding: 0 8px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .tick { display: inline-flex; align-items: center; min-height: var(--_control); }
  .tick input { width: 18px; height: 18px; margin: 0 6px 0 0; }
  .note {
    margin-bottom: var(--_space-m);
    padding: var(--_space-s) var(--_space-m);
    border-left: 4px solid var(--_notice);
    background: var(--_notice-weak);
    border-radius: var(--_radius);
  }
  .place {
    max-width: 1100px;
    padding: var(--_space-m) var(--_space-l);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .place.phone {
    width: 360px;
    max-width: 100%;
    padding: var(--_space-m);
    border-width: 8px;
    border-color: var(--_text);
    border-radius: 24px;
  }
  .place.paper {
    width: 794px;
    max-width: 100%;
    min-height: 1123px;
    padding: 60px 56px;
    box-shadow: 0 2px 12px rgba(0, 0, 0, 0.2);
  }
  .why { max-width: 1100px; margin-top: var(--_space-m); }
  .why summary { min-height: var(--_target); margin-bottom: var(--_space-s); color: var(--_link); cursor: pointer; }
  @media print { jc-form::part(section) { page-break-inside: auto; break-inside: auto; } .place, .place.paper { width: auto; max-width: none; min-height: 0; padding: 0; border: 0; box-shadow: none; } }
`;
