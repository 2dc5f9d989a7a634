// What must not get lost: half-filled forms, changes from two tabs, records under a template that was edited, and the
// day.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { at } from '@jiceng/tools/root.mjs';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

describe('nothing gets lost', () => {
  let walk: Walk;
  before(async () => {
    walk = await Walk.start();
  });
  after(() => walk.close());

  it('brings a half-filled form back after its tab was killed', async () => {
    const first = await walk.tab();
    await first.open('meetings.html');
    await first.click('button', '新增组织生活纪实');
    await first.fill('', '冬季防火安排', await first.field('主题'));
    await first.fill('', '12', await first.field('应到人数'));
    await draftKept(first);
    await first.kill();

    const second = await walk.tab();
    await second.open('meetings.html');
    await second.says('.note', /没有填完的活动登记/);
    await second.click('button', '继续填写');
    await second.says('[role="status"]', /草稿|恢复/);
    assert.equal(
      await (await second.field('主题')).evaluate((input) => (input as HTMLInputElement).value),
      '冬季防火安排',
    );
    assert.equal(await (await second.field('应到人数')).evaluate((input) => (input as HTMLInputElement).value), '12');
    await second.click('button', '放弃填写');
    await second.find('button', '新增组织生活纪实');
    await second.page.close();
  });

  it('tells the second of two tabs, and keeps what both entered', async () => {
    const [one, two] = [await walk.tab(), await walk.tab()];
    await one.open('scorecard.html');
    await two.open('scorecard.html');
    const [a = '', b = ''] = await fieldsOf(two);
    await two.page.bringToFront();
    // Half typed here …
    const field = await two.find(`#${b}`);
    await field.focus();
    await two.page.keyboard.type('1');
    // … while the other tab stores another item.
    await one.page.bringToFront();
    await one.fill(`#${a}`, '2');
    await one.says('.states', /暂存/);
    await two.page.bringToFront();
    await two.says('#notes', /另一个窗口/);
    assert.equal(await field.evaluate((input) => (input as HTMLInputElement).value), '1');
    await two.press('Tab');
    for (const tab of [one, two]) {
      await tab.page.bringToFront();
      for (const [id, value] of [
        [a, '2'],
        [b, '1'],
      ] as const)
        await tab.holds(`#${id}`, value);
    }
    await one.page.close();
    await two.page.close();
  });

  it('asks when two tabs entered different things in the same place', async () => {
    const [one, two] = [await walk.tab(), await walk.tab()];
    // The second tab does not hear of the first in time, as in a browser without channels whose window never lost the
    // focus.
    await two.page.evaluateOnNewDocument(() => {
      Reflect.deleteProperty(globalThis, 'BroadcastChannel');
      for (const type of ['focus', 'visibilitychange'])
        for (const target of [globalThis, document])
          target.addEventListener(
            type,
            (event) => {
              if (event.target === globalThis || event.target === document) event.stopImmediatePropagation();
            },
            true,
          );
    });
    await one.open('scorecard.html');
    await two.open('scorecard.html');
    const [, , c = ''] = await fieldsOf(two);
    await one.page.bringToFront();
    await one.fill(`#${c}`, '2');
    await stored(one, 2);
    await two.page.bringToFront();
    await two.fill(`#${c}`, '1');
    await two.says('#notes', /您填写的是“1”，另一处填写的是“2”/);
    await two.holds(`#${c}`, '2');
    await two.click('#notes button', '用我填写的');
    await two.says('#notes', /已保存您填写的内容/);
    await one.open('scorecard.html');
    await one.holds(`#${c}`, '1');
    await two.page.close();
    await one.page.close();
  });

  it('moves the clock with ?now, and lets the day do its work', async () => {
    const tab = await walk.tab();
    await tab.open('index.html');
    await tab.become(/镇党委 .*审核/); // sees the whole township
    await tab.open('ledger.html');
    const red = Number((await tab.says('button', /^红灯 \d+$/)).replace(/\D/g, ''));
    await tab.open('ledger.html?now=2026-03-01');
    assert.match(
      await tab.page.$eval('#today', ({ textContent }) => textContent ?? ''),
      /2026-03-01（已调整，原为 2025-12-08）回到 2025-12-08/,
    );
    await tab.says('#notes', /系统已按日期自动处理：.*“年度结转”|“转入本年”/);
    assert.ok(Number((await tab.says('button', /^红灯 \d+$/)).replace(/\D/g, '')) > red, 'nothing has become overdue');
    await tab.follow('.nav a', '工作总览');
    assert.match(tab.page.url(), /now=2026-03-01/);
    await tab.follow('#today a', '回到 2025-12-08');
    assert.doesNotMatch(tab.page.url(), /now=/);
    await tab.says('#notes', /日期曾经调整到 2025-12-08 以后，当时办理和自动处理的 \d+ 条记录仍然保留/);
    await tab.open('index.html?now=2025-02-30');
    await tab.says('#notes', /日期“2025-02-30”无效，仍按 2025-12-08 显示/);
    await tab.page.close();
  });
});

describe('a template edited by hand', () => {
  let walk: Walk;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jiceng-schemas-'));
    for (const name of ['templates', 'locals', 'parts.json'])
      cpSync(at('schemas', name), join(folder, name), { recursive: true });
    walk = await Walk.start({ '/schemas/': folder });
  });
  after(async () => {
    await walk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const edit = (change: (text: string) => string): void => {
    const file = join(folder, 'templates/branch-standard/branch-standard.json');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };

  it('shows on reload without a build, and old records say that it has changed', async () => {
    const tab = await walk.tab();
    await tab.open('scorecard.html');
    await tab.says('.about', /\/ 25 项/);
    edit((text) => {
      const definition = JSON.parse(text);
      const [first] = definition.score.dimensions;
      first.items.push({
        id: 'signInPlace',
        code: 'A6',
        title: '门牌规范',
        rule: '门牌统一、整洁。',
        max: 2,
        method: 'boolean',
        source: 'O',
      });
      definition.score.max += 2;
      first.items[0].value = 'FALSE';
      return JSON.stringify(definition);
    });
    await tab.open('scorecard.html');
    await tab.says('.about', /\/ 26 项/);
    await tab.says('[part~="item"]', /门牌规范/);
    await tab.says('.frozen', /定义已修改而版本号未变（[\d.]+ 版）；得分按修改后的内容计算/);
    await tab.says('button[aria-label^="组织设置规范，0 分"]', /^0/);
    await tab.page.close();
  });

  it('is told when it is broken, and the other pages go on', async () => {
    edit((text) => text.slice(0, -20));
    const tab = await walk.tab();
    await tab.page.goto(`${walk.site.origin}/scorecard.html`);
    await tab.says('#content', /没有打开成功/);
    await tab.says('#notes', /branch-standard\.json 不是有效的 JSON/);
    await tab.open('meetings.html');
    await tab.says('.amount', /共 \d+ 条/);
    await tab.page.close();
  });
});

/** Waits until what was typed is in the store of drafts. */
async function draftKept(tab: Tab): Promise<void> {
  await tab.page.waitForFunction(
    () =>
      new Promise<boolean>((done) => {
        const request = indexedDB.open('jiceng-drafts');
        request.onsuccess = () => {
          const count = request.result.transaction('drafts').objectStore('drafts').count();
          count.onsuccess = () => {
            request.result.close();
            done(count.result > 0);
          };
        };
        request.onerror = () => done(false);
      }),
    { timeout: 30_000, polling: 200 },
  );
}

/** Waits until the store of records holds this value of some item. */
async function stored(tab: Tab, value: number): Promise<void> {
  await tab.page.waitForFunction(
    (wanted) =>
      new Promise<boolean>((done) => {
        const request = indexedDB.open('jiceng-demo');
        request.onsuccess = () => {
          const all = request.result.transaction('records').objectStore('records').getAll();
          all.onsuccess = () => {
            request.result.close();
            done(
              JSON.stringify(all.result.map(({ record }: { record: { data: unknown } }) => record.data)).split(
                `"selfScore":${wanted}`,
              ).length > 2,
            );
          };
        };
      }),
    { timeout: 30_000, polling: 200 },
    value,
  );
}

function fieldsOf(tab: Tab): Promise<string[]> {
  return tab.page.evaluate(() =>
    (globalThis as unknown as { deep: (selector: string) => HTMLElement[] })
      .deep('input[id$="selfScore"]')
      .map(({ id }) => id),
  );
}
