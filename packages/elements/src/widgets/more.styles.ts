import { css } from 'lit';

/** What only `moreWidgets` have; taken into the form's shadow root with the first of them. */
export default css`
  .period { display: grid; grid-template-columns: 1fr 1fr; column-gap: var(--_space-s); }
  .picked { cursor: pointer; padding-right: 30px; position: relative; text-align: start; }
  .picked::after {
    content: '';
    position: absolute;
    right: 12px;
    top: 50%;
    width: 7px;
    height: 7px;
    margin-top: -5px;
    border: solid var(--_text-weak);
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(45deg);
  }
  .file {
    display: flex;
    align-items: center;
    justify-content: space-between;
    border-bottom: 1px solid var(--_line);
    min-height: var(--_control);
  }
  .file-name { min-width: 0; overflow-wrap: anywhere; }
  .picked-note {
    color: var(--_text-weak);
    font-size: var(--_font-small);
    line-height: 1.45;
    margin-top: var(--_space-xs);
  }
`;
