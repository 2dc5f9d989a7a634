import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aboveFloor } from './lint/css-floor.mjs';
import { floors } from './lint/floors.mjs';
import { lintText } from './lint/rules.mjs';
import { LIMIT, topLevel } from './lint/shape.mjs';
import { readSource } from './lint/source.mjs';

/** @param {string} path @param {string} text */
const problems = (path, text) => lintText(path, text).map(({ line, message }) => `${line}: ${message}`);
const clean = (/** @type {string} */ path, /** @type {string} */ text) =>
  assert.deepEqual(problems(path, text), [], text);
const bad = (/** @type {string} */ path, /** @type {string} */ text, /** @type {RegExp} */ why, line = 1) => {
  const found = problems(path, text);
  assert.equal(found.length, 1, `${text}\n${found.join('\n')}`);
  assert.match(found[0] ?? '', why);
  assert.ok(found[0]?.startsWith(`${line}: `), found[0]);
};
const element = 'packages/elements/src/form/form.ts';

test('reads comments, strings, regular expressions and nested templates', () => {
  const text =
    "const a = /['`/]+/g; // it's `\nconst b = x / 2; /* ` */ html`<p>${list.map((i) => html`<b class=${'}'}>${i}</b>`)} style</p>`; css`a { b: ${c} }`; 'end'";
  const { code, bare, templates } = readSource(text);
  assert.equal(code.length, text.length);
  assert.equal(bare.length, text.length);
  assert.deepEqual(
    templates.map(({ tag, text: own }) => [tag, own.replace(/\s+/g, ' ')]),
    [
      ['html', '<p> style</p>'],
      ['html', '<b class= > </b>'],
      ['css', 'a { b: }'],
    ],
  );
  assert.ok(!code.includes("it's") && code.includes("'end'") && !bare.includes('end'));
});

test('folders of a package stand in floors', () => {
  const file = (/** @type {string} */ path, /** @type {string[]} */ ...imports) => ({
    path: `packages/core/src/${path}`,
    text: imports.map((name) => `import type { A } from '${name}';`).join('\n'),
  });
  const upright = [
    file('json/a.ts', './b.ts', '../json/c.ts'),
    file('form/a.ts', '../json/a.ts'),
    file('json/a.test.ts', '../form/a.ts'),
    file('json/fixtures/a.ts', '../../form/a.ts'),
  ];
  assert.deepEqual(floors(upright), []);
  assert.deepEqual(
    floors([...upright, file('json/d.ts', '../text/a.ts'), file('text/a.ts', '@jiceng/client/a.js')]),
    [],
  );
  const [circle, ...more] = floors([...upright, file('json/d.ts', '../text/a.ts'), file('text/a.ts', '../form/a.ts')]);
  assert.deepEqual(more, [], 'one circle is told of once');
  assert.equal(
    circle?.message.replace(/packages\/core\/src\//g, ''),
    'stands on itself: form/a.ts imports json/, json/d.ts imports text/, text/a.ts imports form/',
  );
});

test('import arrows', () => {
  clean('packages/client/src/a.ts', "import { x } from '@jiceng/core/json/json.js';\nimport { y } from './b.ts';");
  clean('packages/elements/src/bundle/jiceng.ts', "import '@jiceng/client/memory.js';");
  clean('packages/elements/src/ledger/export.ts', "const sheet = () => import('@jiceng/sheet/write.js');");
  clean('packages/portal/src/a.ts', "import { startServer } from '@jiceng/tools/server.mjs';");
  clean('packages/core/src/a.test.ts', "import { test } from 'node:test'; test('a', () => {});");
  clean(
    'packages/core/src/a.ts',
    "// import '@jiceng/elements/a.js'\nexport const text = \"import '@jiceng/elements/a.js'\";",
  );
  bad('packages/core/src/a.ts', "\nimport '@jiceng/elements/a.js';", /core may not import elements/, 2);
  bad('packages/core/src/a.ts', "export * from '@jiceng/client/a.js';", /core may not import client/);
  bad('packages/core/src/a.ts', "import type { X } from '@jiceng/client/a.js';", /core may not import client/);
  bad(element, "import {\n  x,\n} from '@jiceng/client/memory.js';", /elements may not import client/, 3);
  bad(element, "import '@jiceng/sheet/write.js';", /elements may not import sheet/);
  bad('packages/core/src/a.ts', "import '@jiceng/portal/a.js';", /core may not import portal/);
  bad('stories/a.stories.ts', "import '@jiceng/tools/server.mjs';", /stories may not import tools/);
  bad('packages/client/src/a.ts', "import { x } from '../../core/src/json/json.ts';", /by their name/);
  bad('packages/core/src/a.ts', "import { readFileSync } from 'node:fs';", /runs in browsers/);
  bad('packages/core/src/a.ts', "import { Ajv } from 'ajv/dist/2020.js';", /only packages\/core\/src\/schema\/ajv.ts/);
  clean('packages/core/src/schema/ajv.ts', "import { Ajv } from 'ajv/dist/2020.js';");
});

test('forbidden words in code', () => {
  const words = [
    'unsafeHTML(x)',
    'unsafeSVG(x)',
    'unsafeStatic(x)',
    'a.innerHTML = b',
    'a.outerHTML = b',
    "a.insertAdjacentHTML('x', b)",
    'f.srcdoc = b',
    'document.write(b)',
    'eval(b)',
    'new Function(b)',
    "setTimeout('x()', 1)",
    'styleMap({})',
    "parent.postMessage(a, '*')",
  ];
  for (const word of words) bad(element, `\nconst a = 1;\n${word};`, /./, 3);
  clean(
    element,
    '// innerHTML = eval(x)\nconst a = node.outerHTML; evaluate(a); this.eval(a); retrieval(a); isFunction(a);',
  );
});

test('forbidden words in templates', () => {
  bad(element, 'html`<p\n style="color: red"></p>`', /style=/, 2);
  bad(element, 'html`<p style=${x}></p>`', /style=/);
  bad(element, 'html`<style>a {}</style>`', /static styles/);
  bad(element, 'html`<p onclick="x()"></p>`', /@event/);
  clean(element, 'html`<p class="style" .style2=${x} @click=${y}>${html`style`}</p>`; const text = `<p style="a">`;');
});

test('CSS floor', () => {
  const css = (/** @type {string} */ text) =>
    aboveFloor(text).map(({ message }) => message.replace(/^.*forbid it: /, ''));
  const bads = {
    'a { width: 1.5rem }': /rem/,
    'a { display: flex; gap: 4px }': /gap outside/,
    'a { row-gap: 4px }': /row-gap/,
    'a { inset: 0 }': /inset/,
    'a { inset-inline-start: 0 }': /inset/,
    'a { margin-inline: 1px }': /longhands/,
    'a { aspect-ratio: 1 }': /aspect-ratio/,
    'a:has(b) { color: red }': /:has/,
    ':is(a) { color: red }': /:is/,
    ':where(a) { color: red }': /:where/,
    '@layer x { a { color: red } }': /@layer/,
    '@layer x;': /@layer/,
    'a { color: color-mix(in srgb, red, blue) }': /color-mix/,
    'a { height: 100dvh }': /dvh/,
    '@container (min-width: 1px) { a { color: red } }': /@container/,
    'a { container-type: inline-size }': /container/,
    'a { b { color: red } }': /nesting/,
    'a { &:hover { color: red } }': /nesting/,
    'a { @media print { color: red } }': /nesting/,
    '@media (width > 300px) { a { color: red } }': /ranges/,
    'a:not(b, c) { color: red }': /:not/,
    'a, b:focus-visible { color: red }': /focus-visible/,
    'a { background: url(https://example.org/x.png) }': /foreign/,
    "@import 'x.css';": /@import/,
  };
  for (const [text, why] of Object.entries(bads)) {
    const found = css(text);
    assert.ok(found.length >= 1, text);
    assert.match(found.join('\n'), why, text);
  }
  for (const text of [
    'a { display: grid; gap: 4px }',
    'a { grid-gap: 4px }',
    'a { columns: 2; column-gap: 4px }',
    '/* 1rem gap: 1px */ a { margin-inline-start: 4px; clip-path: inset(0) }',
    'a { --premium: 1; color: var(--jc-rem, red) }',
    '@supports (aspect-ratio: 1) { a { aspect-ratio: 1 } }',
    '@media (max-width: 600px) { a::part(x) { color: #1a2b3c } } @keyframes x { from { opacity: 0 } }',
    'a { width: max(10px, 5%); content: "gap: {1rem}" }',
    'a:focus-visible { outline: none } a:not(:focus-visible) { color: red }',
  ])
    assert.deepEqual(css(text), [], text);
  bad(
    'packages/elements/src/form/form.styles.ts',
    'export default css`\n  a {\n    gap: 1px;\n    color: ${x};\n  }\n`;',
    /gap outside/,
    3,
  );
  bad('packages/portal/public/demo.css', 'a { inset: 0 }', /inset/);
});

test('file length', () => {
  clean('packages/core/src/a.ts', 'x;\n'.repeat(LIMIT));
  bad('packages/core/src/a.ts', 'x;\n'.repeat(LIMIT + 1), new RegExp(`${LIMIT + 1} lines`), LIMIT + 1);
  clean('packages/core/src/generated/a.ts', 'x;\n'.repeat(500));
});

test('test files', () => {
  bad('packages/core/src/a.test.ts', 'describe("a", () => {});', /no test/);
  clean('packages/core/src/a.test.ts', 'describe("a", () => { it("b", () => {}); });');
  clean('packages/client/src/a.test.ts', 'dataSourceConformance(() => new Memory());');
  bad('packages/core/src/a.test.ts', 'test("a", f);\nit.only("b", f);', /every test runs/, 2);
  bad('packages/core/src/a.test.ts', 'test("a", f);\ndescribe.skip("b", f);', /every test runs/, 2);
  bad('packages/core/src/a.test.ts', 'test("a", { skip: true }, f);', /every test runs/);
});

test('top-level names', () => {
  assert.deepEqual(
    topLevel([
      'packages',
      'stories',
      'schemas',
      'docs',
      'package.json',
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      'tsconfig.base.json',
      'README.md',
      'README.zh-CN.md',
      'LICENSE',
      '.ci',
      '.gitignore',
    ]),
    [],
  );
  assert.deepEqual(
    topLevel(['notes.txt', 'src']).map(({ path }) => path),
    ['notes.txt', 'src'],
  );
});
