// What a township adds to the county's form: drawn in its place, judged with the whole, published as its next version.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Hands } from './hands.ts';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

interface Opened {
  readonly text: string;
  readonly core: { readonly version: string };
}

describe('a township’s own part of the county’s form', () => {
  let walk: Walk;
  let tab: Tab;
  let hands: Hands;
  before(async () => {
    walk = await Walk.start();
    hands = await Hands.atBuilder(walk);
    ({ tab } = hands);
  });
  after(() => walk.close());
  const opened = (): Promise<{ own: string[]; version: string }> =>
    tab.page.evaluate(() => {
      const { text, core } = document.querySelector('jc-form-builder') as unknown as Opened;
      return {
        own: Object.keys((JSON.parse(text) as { record: { properties: object } }).record.properties).filter((name) =>
          name.startsWith('x_'),
        ),
        version: core.version,
      };
    });

  it('is drawn, published and found again, and nothing of the county’s can be changed', async () => {
    await hands.choose('在县里的统一表上增加本乡镇的自选内容', '组织生活纪实');
    await tab.follow('.pick button', '开始增加');
    await tab.find('jc-builder-panel');
    assert.deepEqual(await opened(), { own: ['x_yardTalks'], version: '1.0.0' });
    await hands.click('[role="treeitem"]', '地点');
    await hands.press('Alt', 'ArrowUp');
    await tab.says('.base > .visually-hidden', /上级统一规定/);
    await hands.click('[role="treeitem"]', '院坝宣讲场次');
    await hands.click('button', '多行文本');
    await tab.find('[role="treeitem"]', '说明');
    assert.deepEqual((await opened()).own, ['x_yardTalks', 'x_note']);
    await hands.click('[role="tab"]', '发布');
    await hands.click('.actions .button.primary', '发布 1.1.0');
    await hands.click('.actions .button.primary', '确认发布');
    await tab.says('#notes', /1\.1\.0 版已经可以使用/);
    await tab.open('builder.html?local=organisation-life');
    await tab.find('[role="treeitem"]', '说明');
    assert.deepEqual(await opened(), { own: ['x_yardTalks', 'x_note'], version: '1.1.0' });
  });
});
