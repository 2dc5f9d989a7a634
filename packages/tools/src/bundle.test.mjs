import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { bundleProblems } from './bundle/gate.mjs';
import { makeBundle } from './bundle/make.mjs';
import { cache, root } from './root.mjs';
import { weigh } from './sizes.mjs';

mkdirSync(cache(), { recursive: true });
const folder = mkdtempSync(cache('bundle-test-'));
const path = (/** @type {string} */ name) => relative(root, join(folder, name));
writeFileSync(join(folder, 'entry.ts'), 'declare const JICENG_VERSION: string;\nexport const version = JICENG_VERSION;\nlet loads = 0;\nexport const count: number = ++loads;\nconst a: { b?: { c: number } } = {};\nexport const c = a?.b?.c ?? 7;\n');
const { code } = await makeBundle({ entry: path('entry.ts'), out: path('out.js'), main: true });
after(() => rmSync(folder, { recursive: true }));

/** @param {Record<string, unknown>} [more] */
function page(more = {}) {
  /** @type {string[]} */
  const warnings = [];
  /** @type {Record<string, any>} */
  const window = { customElements: {}, Proxy, console: { warn: (/** @type {string} */ text) => warnings.push(text) }, ...more };
  window.window = window;
  return { window, warnings, run: (/** @type {string} */ script) => runInContext(script, createContext(window)) };
}

test('makes one global in syntax that Chromium 80 parses', () => {
  const { window, run } = page();
  const before = Object.keys(window);
  run(code);
  assert.deepEqual(Object.keys(window).filter((key) => !before.includes(key)), ['Jiceng']);
  assert.deepEqual([window.Jiceng.version, window.Jiceng.c], ['0.1.0', 7]);
  assert.doesNotMatch(code, /\?\./);
});

test('a second copy only says so, with both versions', () => {
  const { window, warnings, run } = page();
  run(code);
  const first = window.Jiceng;
  run(code.replaceAll('"0.1.0"', '"0.0.9"'));
  assert.equal(window.Jiceng, first);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? '', /0\.1\.0.*0\.0\.9/);
});

test('does nothing without custom elements', () => {
  const { window, warnings, run } = page({ customElements: undefined });
  run(code);
  assert.equal(window.Jiceng, undefined);
  assert.deepEqual(warnings, []);
});

test('a sibling without its main file only says so', async () => {
  const sibling = await makeBundle({ entry: path('entry.ts'), out: path('jiceng-x.js') });
  const { warnings, run } = page();
  run(sibling.code);
  assert.match(warnings.join(), /jiceng-x\.js 0\.1\.0 needs jiceng\.js/);
});

test('the gate finds code from text, markup from text and foreign addresses', () => {
  assert.deepEqual(bundleProblems('/*! https://example.org */ a("http://www.w3.org/1999/xhtml", "https://jiceng.dev/schemas/x/1.json"); retrieval(1); x.eval(2)', 'a.textContent = b; // innerHTML'.replace(/;.*/, '')), []);
  assert.deepEqual(bundleProblems('fetch("https://example.org/x")', ''), ['foreign address https://example.org/x']);
  assert.equal(bundleProblems('eval("1");new Function("a")', '').length, 2);
  assert.deepEqual(bundleProblems('', 'a.innerHTML = b'), ['our own code says innerHTML']);
});

test('weighs files and entries', async () => {
  const budget = { what: '', gzip: 10 };
  const rows = await weigh({ file: { ...budget, file: path('out.js') }, entry: { ...budget, gzip: 10_000, entry: path('entry.ts') }, none: { ...budget, file: path('none.js') } });
  assert.deepEqual(rows.map(({ over }) => over), [true, false, false]);
  assert.equal(rows[2]?.size, undefined);
});
