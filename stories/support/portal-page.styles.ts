import { css } from 'lit';

/** An ordinary portal; narrow frames hide the menu, since the frame and not the window is narrow. */
export default css`
  .portal { min-height: 100vh; background: #f3f4f6; color: #1f2329; }
  .portal-banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    padding: 12px 24px;
    background: var(--jc-color-primary, #b3131b);
    color: #ffffff;
  }
  .portal-name { margin: 4px 16px 4px 0; font-size: 22px; font-weight: 700; letter-spacing: 2px; }
  .portal-user { max-width: 100%; font-size: 14px; }
  .portal-user select {
    box-sizing: border-box;
    max-width: 100%;
    min-height: 32px;
    margin-left: 8px;
    border: 1px solid #ffffff;
    border-radius: 3px;
    background: #ffffff;
    color: #1f2329;
    font: inherit;
  }
  .portal-body { display: flex; align-items: flex-start; max-width: 1366px; margin: 0 auto; }
  .portal-menu { flex: none; width: 168px; margin: 16px 0 16px 16px; border: 1px solid #dde0e6; background: #ffffff; }
  .portal-link { display: block; padding: 12px 16px; border-bottom: 1px solid #e9ecf0; font-size: 15px; }
  .portal-link.current {
    border-left: 4px solid var(--jc-color-primary, #b3131b);
    padding-left: 12px;
    color: var(--jc-color-primary, #b3131b);
    font-weight: 600;
  }
  .portal-content {
    flex: 1 1 0;
    min-width: 0;
    margin: 16px;
    padding: 16px 20px 24px;
    border: 1px solid #dde0e6;
    background: #ffffff;
  }
  .portal-path {
    margin: 0 0 16px;
    padding: 0 0 8px;
    border-bottom: 1px solid #e9ecf0;
    color: #565d68;
    font-size: 13px;
  }
  .portal-today { float: right; }
  .portal-content > * + jc-form, .portal-content > * + jc-ledger, .portal-content > * + jc-moves { margin-top: 24px; }
  .portal-heading { margin: 0 0 12px; font-size: 20px; line-height: 1.4; font-weight: 600; }
  .width-360 .portal-menu, .width-560 .portal-menu, .width-768 .portal-menu { display: none; }
  .width-360 .portal-content, .width-560 .portal-content { margin: 0; padding: 12px; border: 0; }
  .width-360 .portal-banner { padding: 8px 12px; }
  .width-360 .portal-user select { margin-left: 0; }
  .width-360 .portal-name { font-size: 18px; letter-spacing: 0; }
  @media (max-width: 800px) {
    .portal-menu { display: none; }
    .portal-user select { margin-left: 0; }
    .portal-content { margin: 0; padding: 12px; border: 0; }
  }
`;
