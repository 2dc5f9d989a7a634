import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importAtOnce, shrinkTemplates } from './shrink.mjs';

test('style sheets lose comments and spaces, and keep what they mean', () => {
  const before =
    "const a = css`\n  /* why */\n  .a, .b { width: calc(100% - (1em + 3px)); content: 'a  b'; }\n  .c:focus:not(:focus-visible) { outline: none; }\n`;";
  assert.equal(
    shrinkTemplates(before),
    'const a = css`.a,.b{width:calc(100% - (1em + 3px));content:"a  b"}.c:focus:not(:focus-visible){outline:none}`;',
  );
});

test('shared rules stay where they are', () => {
  assert.equal(shrinkTemplates('css`\n ${ themes }\n .a { top: 0 }\n ${b.c}\n`'), 'css`${ themes }.a{top:0}${b.c}`');
});

test('markup loses indentation; words stay apart, and code inside stays code', () => {
  assert.equal(
    shrinkTemplates(
      'html`<p>  a\n    b</p>\n  ${all.map((one) => { // why\n    return html`<b>\n      ${one}</b>`;\n  })}`',
    ),
    'html`<p>  a\nb</p>\n${all.map((one) => { // why\nreturn html`<b>\n${one}</b>`;\n})}`',
  );
});

test('literals with other expressions, and other templates, stay as they are', () => {
  for (const source of [
    'css`.a { top: ${x}px; }`',
    'css`${f(`{`)}`',
    'html`<p>  a  </p>`',
    "const text = 'css` .a { }'; // css` .a { }",
  ])
    assert.equal(shrinkTemplates(source), source);
});

test('a style sheet that cannot be read is an error', () => {
  assert.throws(() => shrinkTemplates('css`.a { color red; }`'));
});

test('what is imported when needed is imported at once, or brought by a sibling; types are left alone', () => {
  assert.equal(
    importAtOnce("const { a } = await import('./a.ts');"),
    "import * as later0 from './a.ts';const { a } = await Promise.resolve(later0);",
  );
  assert.equal(
    importAtOnce("const { a } = await import('./a.ts');", (path) => (path === './a.ts' ? 'rows' : undefined)),
    "const { a } = await window.Jiceng.load('rows');",
  );
  for (const source of ["import { b } from './b.ts';", "type C = typeof import('./c.ts');"])
    assert.equal(importAtOnce(source), source);
});
