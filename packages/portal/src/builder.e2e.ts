// The form builder: a template is changed by mouse and by keyboard, tried, left, found again, and taken along.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

describe('the form builder', () => {
  let walk: Walk;
  let tab: Tab;
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    await tab.page.setViewport({ width: 1366, height: 900 });
  });
  after(() => walk.close());

  /** The definition as it stands in the builder. */
  const definition = async () =>
    JSON.parse(
      await tab.page.evaluate(() => (document.querySelector('jc-form-builder') as unknown as { text: string }).text),
    ) as { title: string; view: { section: string; fields: (string | { field: string })[] }[] };
  const fields = async (section: number) =>
    (await definition()).view[section]!.fields.map((ref) => (typeof ref === 'string' ? ref : ref.field));
  const press = async (...keys: Parameters<Tab['page']['keyboard']['press']>[0][]) => {
    for (const key of keys.slice(0, -1)) await tab.page.keyboard.down(key);
    await tab.page.keyboard.press(keys[keys.length - 1]!);
    for (const key of keys.slice(0, -1)) await tab.page.keyboard.up(key);
  };
  /** Runs a command by its name, by keys alone. */
  const command = async (name: string) => {
    await press('Control', 'k');
    await tab.find('[role="combobox"]');
    await tab.page.keyboard.type(name);
    await tab.find('.option.current', name);
    await press('Enter');
  };

  it('opens a template from the catalogue', async () => {
    await tab.open('catalogue.html');
    await tab.fill('#search', '问题清单');
    await tab.follow('#entry-problem-list a', '使用此模板');
    await tab.says('.bar .name', /问题清单/);
    await tab.find('[role="treeitem"]', '问题描述');
  });

  it('is changed by mouse: a field is dragged, another added behind it', async () => {
    await tab.page.$eval('jc-form-builder', (builder) => builder.scrollIntoView());
    const before = await fields(0);
    const row = await tab.find('[role="treeitem"]', '问题类别');
    await row.click();
    const grip = await tab.find('.grip');
    const from = (await grip.boundingBox())!;
    const to = (await (await tab.find('[part="field"]', '问题来源')).boundingBox())!;
    await tab.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await tab.page.mouse.down();
    await tab.page.mouse.move(to.x + 40, to.y + to.height - 8, { steps: 4 });
    await tab.page.mouse.up();
    assert.equal((await fields(0)).indexOf('/problemCategory'), before.indexOf('/problemSource'));
    await tab.click('.kind', '联系电话');
    assert.equal((await fields(0)).indexOf('/phone'), (await fields(0)).indexOf('/problemCategory') + 1);
  });

  it('is changed by keyboard alone, and every move is said', async () => {
    await (await tab.find('[role="treeitem"]', '联系电话')).focus();
    await press('Alt', 'ArrowUp');
    assert.equal((await fields(0)).indexOf('/phone'), (await fields(0)).indexOf('/problemCategory') - 1);
    await tab.says('.base > .visually-hidden', /联系电话.*第 \d+ 项/);
    await command('移到最前');
    assert.equal((await fields(0))[0], '/phone');
    await command('撤销');
    assert.notEqual((await fields(0))[0], '/phone');
  });

  it('is tried on a phone with invented data', async () => {
    await command('打开“预览”');
    for (const value of ['phone', 'example']) {
      await tab.page.waitForFunction(
        (wanted) => {
          const select = (globalThis as unknown as { deep(selector: string): HTMLSelectElement[] })
            .deep('.tools select')
            .find(({ options }) => [...options].some((option) => option.value === wanted));
          if (!select) return false; // the tab is loaded when it is opened
          select.value = wanted;
          return select.dispatchEvent(new Event('change'));
        },
        {},
        value,
      );
    }
    await tab.page.waitForFunction(
      () =>
        Object.keys(
          (globalThis as unknown as { deep(selector: string): { value: object }[] }).deep('.place.phone jc-form')[0]
            ?.value ?? {},
        ).length > 3,
      { timeout: 15_000 },
    );
    assert.equal((await (await tab.find('.place.phone')).boundingBox())!.width, 360);
  });

  it('is left and found again as it was, with its undo', async () => {
    const there = await definition();
    await tab.page.evaluate(() =>
      (document.querySelector('jc-form-builder') as unknown as { flushDraft(): Promise<void> }).flushDraft(),
    );
    const address = new URL(tab.page.url());
    await tab.open(`${address.pathname.slice(1)}${address.search}`);
    await tab.says('.note', /已恢复/);
    assert.deepEqual(await definition(), there);
    await (await tab.find('[role="treeitem"]', '联系电话')).focus();
    await command('撤销');
    assert.notDeepEqual(await definition(), there);
  });
});
