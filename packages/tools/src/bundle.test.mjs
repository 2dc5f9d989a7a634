import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { bundleProblems } from './bundle/gate.mjs';
import { makeBundles } from './bundle/make.mjs';
import { cache, root } from './root.mjs';
import { weigh } from './sizes.mjs';

mkdirSync(cache(), { recursive: true });
const folder = mkdtempSync(cache('bundle-test-'));
const path = (/** @type {string} */ name) => relative(root, join(folder, name));
const write = (/** @type {string} */ name, /** @type {string} */ text) => writeFileSync(join(folder, name), text);
write(
  'state.ts',
  'let loads = 0;\nexport const load = (): number => ++loads;\nexport const onlySibling = (): string => helper();\nexport const neither = "nobody asks for this";\nimport { helper } from "./helper.ts";\n',
);
write('helper.ts', 'export const helper = (): string => "helped";\n');
write(
  'entry.ts',
  `declare const JICENG_VERSION: string;\ndeclare const JICENG_BUILD: string;\nimport { load } from './state.ts';\nconst a: { b?: { c: number } } = {};\n
  export default { version: JICENG_VERSION, build: JICENG_BUILD, loaded: [], shared: [], load, c: a?.b?.c ?? 7 };\n`,
);
write(
  'part.ts',
  'let count = 0;\nexport const next = (): number => ++count;\nexport const onlyChild = (): string => "asked for above";\n',
);
write(
  'sibling.ts',
  "import { load, onlySibling } from './state.ts';\nimport { helper } from './helper.ts';\nimport { next } from './part.ts';\nload();\nnext();\nexport const fromSibling = (): [string, string] => [onlySibling(), helper()];\n",
);
write(
  'child.ts',
  "import { load } from './state.ts';\nimport { next, onlyChild } from './part.ts';\nexport const fromChild = (): unknown[] => [load(), next(), onlyChild()];\n",
);
const family = [
  { entry: path('entry.ts'), out: path('out.js'), main: true },
  { entry: path('child.ts'), out: path('jiceng-x-child.js') },
  { entry: path('sibling.ts'), out: path('jiceng-x.js') },
];
const [main, child, sibling] = await makeBundles(family);
const code = main?.code ?? '';
const part = sibling?.code ?? '';
const upper = child?.code ?? '';
after(() => rmSync(folder, { recursive: true }));

/** @param {Record<string, unknown>} [more] */
function page(more = {}) {
  /** @type {string[]} */
  const warnings = [];
  /** @type {Record<string, any>} */
  const window = {
    customElements: {},
    Proxy,
    console: { warn: (/** @type {string} */ text) => warnings.push(text) },
    ...more,
  };
  window.window = window;
  return { window, warnings, run: (/** @type {string} */ script) => runInContext(script, createContext(window)) };
}

test('makes one global in syntax that Chromium 80 parses', () => {
  const { window, run } = page();
  const before = Object.keys(window);
  run(code);
  assert.deepEqual(
    Object.keys(window).filter((key) => !before.includes(key)),
    ['Jiceng'],
  );
  assert.deepEqual([window.Jiceng.version, window.Jiceng.c], ['0.1.0', 7]);
  assert.doesNotMatch(code, /\?\./);
});

test('a second copy only says so, with both versions', () => {
  const { window, warnings, run } = page();
  run(code);
  const first = window.Jiceng;
  run(code.replaceAll('0.1.0', '0.0.9'));
  assert.equal(window.Jiceng, first);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? '', /0\.1\.0.*0\.0\.9/);
});

test('without custom elements a notice stands in each place, once, and what pages call stays callable', () => {
  /** @type {string[]} */
  const lines = [];
  /** @type {Record<string, string>} */
  const attributes = {};
  const place = {
    getAttribute: (/** @type {string} */ name) => attributes[name] ?? null,
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => {
      attributes[name] = value;
    },
    appendChild: (/** @type {any} */ node) => lines.push(node.textContent),
  };
  const document = {
    readyState: 'complete',
    querySelectorAll: () => [place],
    createElement: () => ({ setAttribute() {} }),
  };
  const { window, warnings, run } = page({ customElements: undefined, document });
  run(code);
  run(code);
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /浏览器版本过低/);
  assert.equal(window.Jiceng.isSupported, false);
  window.Jiceng.scan(document);
  window.Jiceng.ready(place);
  assert.deepEqual(warnings, []);
});

test('a sibling uses the modules of the main file, and carries none of them', () => {
  const { window, warnings, run } = page();
  run(code);
  run(part);
  assert.deepEqual(warnings, []);
  assert.equal(window.Jiceng.load(), 2, 'one count for both');
  assert.equal(window.Jiceng.fromSibling().join(), 'helped,helped');
  assert.deepEqual([...window.Jiceng.loaded], ['x']);
  assert.doesNotMatch(part, /helped/);
  assert.doesNotMatch(code, /nobody/);
});

test('a sibling without its main file, beside another build, or twice only says so', () => {
  const alone = page();
  alone.run(part);
  assert.match(
    alone.warnings.join(),
    /^jiceng-x\.js 0\.1\.0 \(\w{8}\) needs jiceng\.js of the same build before it; it is missing\.$/,
  );
  const other = page();
  other.run(code.replaceAll(/([`"])[0-9a-f]{8}\1/g, '"another1"'));
  other.run(part);
  assert.match(other.warnings.join(), /this page has 0\.1\.0 \(another1\)\.$/);
  assert.deepEqual([...other.window.Jiceng.loaded], []);
  const twice = page();
  for (const script of [code, part, part]) twice.run(script);
  assert.deepEqual(twice.warnings, ['jiceng-x.js is already on this page.']);
  assert.equal(twice.window.Jiceng.load(), 2);
});

test('a sibling uses the modules of the sibling below it, too, and says when that is missing', () => {
  const { window, warnings, run } = page();
  run(code);
  run(upper);
  assert.deepEqual(warnings.splice(0), ['jiceng-x-child.js needs jiceng-x.js before it; it is missing.']);
  run(part);
  run(upper);
  assert.deepEqual(warnings, []);
  assert.deepEqual([...window.Jiceng.fromChild()], [2, 2, 'asked for above'], 'one count for all');
  assert.deepEqual([...window.Jiceng.loaded], ['x', 'x-child']);
  assert.doesNotMatch(upper, /asked for/);
});

test('a sibling on one that is not there is refused', async () => {
  await assert.rejects(
    makeBundles([
      { entry: path('entry.ts'), out: path('o.js'), main: true },
      { entry: path('child.ts'), out: path('jiceng-y-child.js') },
    ]),
    /there is no jiceng-y\.js/,
  );
});

test('a build is named after its code', async () => {
  const [again] = await makeBundles(family);
  assert.equal(again?.code, code);
});

test('a shared module that is imported only when needed is refused', async () => {
  write('lazy.ts', "export const later = (): Promise<unknown> => import('./state.ts');\n");
  await assert.rejects(
    makeBundles([
      { entry: path('entry.ts'), out: path('o.js'), main: true },
      { entry: path('lazy.ts'), out: path('jiceng-lazy.js') },
    ]),
    /import it at the top/,
  );
});

test('the gate finds code from text and foreign addresses', () => {
  assert.deepEqual(
    bundleProblems(
      '/*! https://example.org */ a("http://www.w3.org/1999/xhtml", "https://jiceng.dev/schemas/x/1.json"); retrieval(1); x.eval(2)',
    ),
    [],
  );
  assert.deepEqual(bundleProblems('fetch("https://example.org/x")'), ['foreign address https://example.org/x']);
  assert.equal(bundleProblems('eval("1");new Function("a")').length, 2);
});

test('weighs files and entries', async () => {
  const budget = { what: '', target: 10, max: 10 };
  const rows = await weigh({
    file: { ...budget, files: [path('out.js')] },
    entry: { ...budget, max: 10_000, entry: path('entry.ts') },
    none: { ...budget, files: [path('none.js')] },
  });
  assert.deepEqual(
    rows.map(({ over }) => over),
    [true, false, false],
  );
  assert.deepEqual(
    rows.map(({ missed }) => missed),
    [true, true, false],
  );
  assert.equal(rows[2]?.size, undefined);
});
