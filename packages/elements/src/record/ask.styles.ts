import { css } from 'lit';

/** Native fields in dialogs and steps. */
export const askStyles = css`
  .ask { margin-bottom: var(--_space-m); }
  .ask-label { display: block; margin-bottom: 4px; font-weight: 600; }
  .required { margin-right: 2px; color: var(--_negative); }
  .input {
    display: block;
    width: 100%;
    min-height: var(--_control);
    padding: 4px 8px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    line-height: 1.5;
  }
  textarea.input { resize: vertical; }
  .ask.bad .input { border-color: var(--_negative); }
  .ask-error { margin-top: 2px; color: var(--_negative); font-size: var(--_font-small); }
  .dialog-body > p { margin-bottom: var(--_space-s); }
  dialog {
    position: fixed; top: 0; right: 0; bottom: 0; left: 0; width: 560px; max-width: calc(100vw - 32px); max-height: calc(100vh - 32px); height: -moz-fit-content; height: fit-content; margin: auto; padding: 0; overflow: auto; scroll-padding: 64px 0;
    border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_surface); color: var(--_text); box-shadow: var(--_shadow);
  }
  dialog::backdrop { background: rgba(31, 35, 41, 0.4); }
  .dialog-title, .dialog-foot { position: -webkit-sticky; position: sticky; top: 0; bottom: 0; z-index: 1; background: var(--_surface); }
  .dialog-title {
    padding: var(--_space-m) var(--_space-l);
    border-bottom: 1px solid var(--_line);
    font-size: var(--_font-title);
    font-weight: 600;
  }
  .dialog-body { padding: var(--_space-m) var(--_space-l); }
  .dialog-foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    padding: var(--_space-s) var(--_space-l) var(--_space-m);
  }
  .dialog-foot .button { margin-left: var(--_space-s); }
  .refusal {
    margin-bottom: var(--_space-m);
    padding: 8px 12px;
    border: 1px solid var(--_negative);
    border-left-width: 4px;
    background: var(--_negative-weak);
    color: var(--_negative);
  }
  .refusal ul { margin-top: 4px; padding-left: 18px; list-style: disc; }
  .weak { color: var(--_text-weak); }
`;
