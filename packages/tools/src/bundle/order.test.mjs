import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderOf } from './order.mjs';

test('style sheets, then core, then texts, then the rest, folder by folder', () => {
  const paths = [
    'packages/elements/src/a/z.ts',
    'packages/core/src/b/b.ts',
    'packages/elements/src/a/a.styles.ts',
    'node_modules/lit/index.js',
    'packages/core/src/c/c.ts',
    'packages/elements/src/b/b.ts',
    'packages/elements/src/a/a.ts',
    'packages/core/src/b/a.messages.ts',
    'packages/core/src/b/a.ts',
    'packages/core/src/b/unused.ts',
  ];
  const inputs = Object.fromEntries(paths.map((path) => [path, { bytesInOutput: path.includes('unused') ? 0 : 1 }]));
  const metafile = { inputs: {}, outputs: { 'x.js': { bytes: 1, inputs, imports: [], exports: [] } } };
  assert.deepEqual(orderOf(metafile), [
    'packages/elements/src/a/a.styles.ts',
    'packages/core/src/b/b.ts',
    'packages/core/src/b/a.ts',
    'packages/core/src/c/c.ts',
    'packages/core/src/b/a.messages.ts',
    'packages/elements/src/a/z.ts',
    'packages/elements/src/a/a.ts',
    'packages/elements/src/b/b.ts',
  ]);
});
