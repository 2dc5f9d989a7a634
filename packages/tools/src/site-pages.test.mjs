import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pagesOf } from './site-pages.mjs';

const FRAME =
  '<title>{{title}}</title><ul>{{nav}}</ul><p>{{place}}</p><main class="{{class}}"{{attributes}}><p>{{lead}}</p></main>{{scripts}}';
const page = (/** @type {Partial<import('./site-pages.mjs').Page>} */ more) => ({
  title: 'Start',
  lead: '',
  scripts: ['pages/a.js'],
  ...more,
});

test('every page stands in the frame, with itself marked in the navigation', () => {
  const pages = pagesOf(FRAME, {
    index: page({}),
    list: page({
      title: 'A & B',
      lead: '<all>',
      definition: 'x',
      class: 'wide',
      attributes: { 'data-more': '"1"' },
      scripts: ['kit.js', 'pages/b.js'],
    }),
  });
  assert.deepEqual([...pages.keys()], ['index.html', 'list.html']);
  assert.equal(
    pages.get('list.html'),
    '<title>A &amp; B</title><ul><li><a href="index.html">Start</a></li><li><a href="list.html" aria-current="page" data-definition="x">A &amp; B</a></li></ul><p>A &amp; B</p>' +
      '<main class="box wide" data-definition="x" data-more="&quot;1&quot;"><p>&lt;all&gt;</p></main><script src="kit.js"></script>\n<script src="pages/b.js"></script>',
  );
});

test('a page under another one leads back to it and is not in the navigation', () => {
  const pages = pagesOf(FRAME, { index: page({}), one: page({ title: 'One', under: 'index' }) });
  assert.match(
    pages.get('one.html') ?? '',
    /<ul><li><a href="index.html">Start<\/a><\/li><\/ul><p><a href="index.html">Start<\/a> &gt; One<\/p>/,
  );
  assert.throws(() => pagesOf(FRAME, { one: page({ under: 'gone' }) }), /one: there is no page gone/);
});

test('a frame that asks for what no page has is refused', () => {
  assert.throws(() => pagesOf('{{colour}}', { index: page({}) }), /colour/);
});
