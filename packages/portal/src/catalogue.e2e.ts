// The catalogue: every form that ships can be found, looked at, opened and taken along.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

describe('the catalogue', () => {
  let walk: Walk;
  let tab: Tab;
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    await tab.open('catalogue.html');
  });
  after(() => walk.close());

  it('says what each form is for, who fills it in, how often and how long it takes', async () => {
    await tab.says('.counts', /^\d+ 张表覆盖 \d+ 项业务。一个村党支部按现有全部表格，平均每月填报约 \d+ 分钟/);
    const lines = await tab.texts('.entry');
    assert.ok(lines.length >= 12);
    for (const line of lines) assert.match(line, /手填 \d+ 项，[\d.]+% 自动取数/);
  });

  it('finds forms by the business that they serve', async () => {
    await tab.fill('#search', '三会一课');
    await tab.says('.group:not([hidden]) h4', /组织生活/);
    await tab.fill('#search', '没有这样的表');
    await tab.says('.counts + .counts, .pick + .counts', /没有找到/);
    await tab.fill('#search', '摸排');
  });

  it('shows a form with its example, and stores nothing', async () => {
    await tab.click('.entry button', '预览示例');
    await tab.says('dialog h3', /（示例）$/);
    await tab.says('[part~="label"], label, legend, dt', /单位/);
    await tab.says('dialog summary', /标准和参数（\d+项/);
    await tab.click('dialog button', '关闭');
    await tab.gone('dialog');
  });

  it('opens any of them to work with', async () => {
    await tab.fill('#search', '加减积分');
    await tab.follow('.entry .button', '打开办理');
    await tab.says('#title', /积分/);
    await tab.find('[role="columnheader"], th');
  });
});
