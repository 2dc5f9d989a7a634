import { css } from 'lit';

/** The catalogue's own page: the frame around stories, and the panels that stand side by side in "all states". */
export default css`
  body {
    margin: 0;
    background: #ffffff;
    color: #1f2329;
    font-family: 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif;
    font-size: 14px;
    line-height: 1.5;
  }
  .story-frame { box-sizing: border-box; }
  .story-frame.padded { padding: 24px; }
  .story-frame.width-360, .story-frame.width-560, .story-frame.width-768 {
    margin: 0 auto;
    outline: 1px dashed #858b96;
    outline-offset: 0;
  }
  .story-frame.width-360 { width: 360px; }
  .story-frame.width-560 { width: 560px; }
  .story-frame.width-768 { width: 768px; }
  .story-frame.width-360.padded { padding: 12px; }

  .states { display: grid; grid-template-columns: minmax(0, 1fr); grid-gap: 32px; }
  .states.small { grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); grid-gap: 24px; }
  .state-panel { min-width: 0; }
  .state-panel > .state-name {
    margin: 0 0 8px;
    padding: 0 0 4px;
    border-bottom: 1px solid #dde0e6;
    color: #565d68;
    font-size: 13px;
    font-weight: 600;
    line-height: 1.5;
  }
  .state-place { display: block; }
  .state-place.narrow { width: 360px; max-width: 100%; }
  .state-place.column { width: 560px; max-width: 100%; }
  .state-place.paper {
    width: 680px;
    max-width: 100%;
    padding: 24px;
    box-sizing: border-box;
    border: 1px solid #dde0e6;
    box-shadow: 0 2px 8px rgba(31, 35, 41, 0.12);
  }
  .row { display: flex; flex-wrap: wrap; align-items: center; }
  .row > * { margin: 4px 16px 4px 0; }
  .story-said {
    margin: 0 0 16px;
    padding: 8px 12px;
    border-left: 3px solid #0b57a4;
    background: #eef5fc;
    color: #1f2329;
    font-size: 13px;
    overflow-wrap: anywhere;
  }
`;
