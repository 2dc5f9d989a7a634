import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { at } from '@jiceng/tools/root.mjs';
import type { Bench } from './bench.ts';
import { FIXTURES } from './bench.ts';
import { box, fill, heap, painted, press, shown } from './user.ts';

/** P01–P13: how the bundle comes into a page. */
export function loadingSuite({ opened, site, browser }: Bench): void {
  test('P01 a blank page with one script and one tag renders, and nothing else is requested', () =>
    opened('p01', async ({ page, requests }) => {
      await fill(page, '走访人', '王芳');
      assert.match(await shown(page, 'jc-form'), /走访登记.*走访日期/s);
      assert.deepEqual(
        requests.filter((address) => !address.startsWith('data:')),
        [`${site().origin}/fixtures/p01.html`, `${site().origin}/kit/jiceng.js`],
      );
    }));

  test('P02 opened by double-click: it fills in, validates and gives the data out', () =>
    opened(
      'p02',
      async ({ page, requests }) => {
        await press(page, '提交');
        await page.waitForFunction(() =>
          /请填写“走访人”/.test(document.querySelector('jc-form')!.shadowRoot!.textContent),
        );
        await fill(page, '走访人', '王芳');
        await press(page, '提交');
        assert.deepEqual(JSON.parse(await page.$eval('#result', (node) => node.textContent)), { visitor: '王芳' });
        await page.waitForFunction(() =>
          /第5项/.test(document.querySelector('jc-ledger')?.shadowRoot?.textContent ?? ''),
        );
        assert.match(await page.evaluate(() => document.querySelector('jc-ledger')!.getPrintHTML()), /第5项/);
        assert.deepEqual(
          requests.filter((address) => !address.startsWith('file:') && !address.startsWith('data:')),
          [],
        );
      },
      { url: pathToFileURL(join(FIXTURES, 'p02.html')).href },
    ));

  test('P03 nothing is asked of other hosts, and no bundle knows a foreign address', async () => {
    await opened('p03', async ({ page }) => {
      await page.evaluate('done');
      await fill(page, '走访人', '王芳');
      await press(page, '提交');
    }); // `opened` checks every request
    for (const file of kitFiles()) {
      const text = readFileSync(at('packages/elements/dist', file), 'utf8').replace(/^\/\*![^]*?\*\//, '');
      const addresses = [...text.matchAll(/(?:https?|wss?|ftp):\/\/[\w.-]+[^\s"'`<>\\)]*/g)].map(
        ([address]) => address,
      );
      assert.deepEqual(
        addresses.filter(
          (address) =>
            !/^(http:\/\/www\.w3\.org\/|http:\/\/schemas\.openxmlformats\.org\/|https?:\/\/json-schema\.org\/|https:\/\/jiceng\.dev\/|https?:\/\/localhost\b)/.test(
              address,
            ),
        ),
        [],
        file,
      );
    }
  });

  test('P04 only .js, .css and .json are loaded, under nosniff, without a worker or a wasm file', () =>
    opened(
      'p04',
      async ({ page }) => {
        await page.evaluate('done');
        const loaded = await page.evaluate(() =>
          performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
        );
        assert.ok(loaded.some((path) => path.startsWith('/kit/')));
        assert.deepEqual(
          loaded.filter((path) => !/\.(js|css|json)$/.test(path)),
          [],
        );
        assert.equal(await page.evaluate('made'), 0);
        for (const file of kitFiles())
          assert.doesNotMatch(readFileSync(at('packages/elements/dist', file), 'utf8'), /\.mjs\b|\.wasm\b|WebAssembly/);
      },
      {
        first:
          'window.made = 0; for (const name of ["Worker", "SharedWorker"]) window[name] = class { constructor() { window.made += 1; } };',
      },
    ));

  for (const how of ['getScript', 'async', 'late'] as const) {
    test(`P05 the bundle renamed, in a deep folder, injected (${how}): the same result`, () =>
      opened(
        'p05',
        async ({ page, requests }) => {
          await fill(page, '走访人', '王芳');
          await page.waitForFunction(() =>
            /第5项/.test(document.querySelector('jc-ledger')!.shadowRoot?.textContent ?? ''),
          );
          assert.deepEqual(
            requests.filter((address) => /\/kit\//.test(address)),
            [],
          );
        },
        { query: `?how=${how}`, policy: 'old' },
      ));
  }

  test('P06 included twice, then an older build: the first stays, one warning names both versions', () =>
    opened('p06', async ({ page, console }) => {
      await fill(page, '走访人', '王芳');
      const { version } = JSON.parse(readFileSync(at('packages/elements/package.json'), 'utf8')) as { version: string };
      assert.equal(await page.evaluate('Jiceng.version'), version);
      assert.equal(
        console.filter(({ type, text }) => type === 'warn' && text.includes(version) && text.includes('0.0.1-older'))
          .length,
        1,
      );
      assert.equal(console.filter(({ type }) => type === 'error').length, 0);
    }));

  for (const jq of ['jquery1', 'jquery3']) {
    test(`P07 parts that ${jq} loads come alive, and 50 turns leave nothing behind`, () =>
      opened(
        'p07',
        async ({ page }) => {
          await page.evaluate('ready');
          await page.evaluate('load()');
          await fill(page, '走访人', '王芳');
          assert.match(await shown(page, 'jc-ledger'), /第2项/);
          const part = readFileSync(join(FIXTURES, 'p07-part.html'), 'utf8');
          const turn = (times: number) => page.evaluate(`turn(${times}, ${JSON.stringify(part)})`);
          await turn(8);
          const before = await heap(page);
          await turn(50);
          const after = await heap(page);
          assert.ok(after.nodes <= before.nodes + 40, `nodes: ${before.nodes}, then ${after.nodes}`);
          assert.ok(
            after.listeners <= before.listeners + 10,
            `listeners: ${before.listeners}, then ${after.listeners}`,
          );
          assert.deepEqual(await page.evaluate('waiting'), { intervals: 0, listeners: {} });
        },
        { query: `?jq=${jq}`, policy: jq === 'jquery1' ? 'old' : 'host', first: COUNT_WAITING },
      ));
  }

  test('P08 properties set before the bundle are honoured, and ready() tells when they are painted', () =>
    opened('p08', async ({ page }) => {
      const told = (await page.evaluate('painted')) as { same: boolean; text: string };
      assert.ok(told.same);
      assert.match(told.text, /走访人.*王芳/s);
    }));

  test('P09 a link of an editor becomes the widget, once; without script it stays a link', async () => {
    await opened('p09', async ({ page, requests }) => {
      await fill(page, '走访人', '王芳');
      await page.evaluate('Jiceng.scan(document)');
      await painted(page);
      assert.equal(requests.filter((address) => address.endsWith('p09.json')).length, 1);
      assert.equal(await page.$$eval('jc-form', (all) => all.length), 1);
      assert.equal(await page.$('a.jc-embed'), null);
      assert.equal(await (await box(page, '走访人')).evaluate((input) => (input as HTMLInputElement).value), '王芳');
    });
    const plain = await browser().newPage();
    await plain.setJavaScriptEnabled(false);
    await plain.goto(`${site().origin}/fixtures/p09.html`);
    assert.equal(await plain.$eval('a.jc-embed', (link) => link.textContent), '走访登记表');
    await plain.close();
  });

  test('P10 without custom elements each place shows a short notice, and the page runs on', () =>
    opened(
      'p10',
      async ({ page }) => {
        const places = await page.$$eval('jc-form, jc-ledger', (all) =>
          all.map((place) => (place as HTMLElement).innerText),
        );
        assert.equal(places.length, 2);
        for (const text of places) assert.match(text, /浏览器.*(升级|更换|请使用)/);
        assert.match(await page.$eval('a.jc-embed', (node) => node.innerText), /走访登记表/);
        assert.equal(await page.$eval('#own', (node) => node.textContent), '本页自己的脚本照常运行');
      },
      { first: 'delete window.customElements' },
    ));

  test('P13 no report of the policy while filling in, building a form, validating and printing', () =>
    opened('p13', async ({ page }) => {
      await page.evaluate('done');
      await fill(page, '走访人', '王芳');
      await fill(page, '走访日期', '2025-05-01');
      await page.evaluate('build()');
      await fill(page, '新的问题', '回答');
      await page.evaluate('for (const form of document.querySelectorAll("jc-form")) form.validate(true)');
      await page.pdf();
      await painted(page);
      assert.deepEqual(await page.evaluate('violations'), []);
    }));
}

/** What a page of a portal loads of ours. */
const kitFiles = (): string[] =>
  readdirSync(at('packages/elements/dist')).filter(
    (file) => /^jiceng[\w-]*\.\w+$/.test(file) && existsSync(at('packages/elements/dist', file)),
  );

/** Counts listeners on window and document, and intervals, that nobody has taken back. */
const COUNT_WAITING = `(() => {
  const waiting = window.waiting = { intervals: 0, listeners: {} };
  const kept = new WeakMap();
  for (const target of [window, document, document.documentElement ?? document]) {
    const add = target.addEventListener, remove = target.removeEventListener;
    const key = (type, run) => { if (!kept.has(run)) kept.set(run, new Set()); return kept.get(run); };
    target.addEventListener = function (type, run, options) {
      if (run && !(options && options.once) && /Jiceng|jiceng/.test(new Error().stack) && !key(type, run).has(type)) { key(type, run).add(type); waiting.listeners[type] = (waiting.listeners[type] || 0) + 1; }
      return add.call(target, type, run, options);
    };
    target.removeEventListener = function (type, run, options) {
      if (run && kept.has(run) && kept.get(run).delete(type)) { waiting.listeners[type] -= 1; if (!waiting.listeners[type]) delete waiting.listeners[type]; }
      return remove.call(target, type, run, options);
    };
  }
  const start = window.setInterval, stop = window.clearInterval;
  const running = new Set();
  window.setInterval = (...all) => { const id = start(...all); running.add(id); waiting.intervals = running.size; return id; };
  window.clearInterval = (id) => { running.delete(id); waiting.intervals = running.size; stop(id); };
})()`;
