import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '@jiceng/core/json/json.js';
import { splicesOf } from '../../document/apply.ts';
import { spliced } from '../../document/splice.ts';
import { arrange, linesOf, nextWidth, spotAt, widthAt, widthEdits, type Spot } from './layout.ts';

/** A report whose blocks are told by their ids and widths: `a b:half`. */
const report = (blocks: string): Json => ({
  blocks: blocks.split(' ').map((each) => {
    const [id = '', width] = each.split(':');
    return { id, ...(width ? { width } : {}) };
  }),
});
const told = ({ blocks }: { readonly blocks: readonly { readonly id: string; readonly width?: string }[] }): string =>
  blocks.map(({ id, width }) => (width ? `${id}:${width}` : id)).join(' ');

function arranged(blocks: string, from: number, spot: Spot): string {
  const text = JSON.stringify(report(blocks));
  return told(
    JSON.parse(spliced(text, splicesOf(text, arrange(JSON.parse(text) as Json, from, spot)?.edits ?? []))) as never,
  );
}
const beside = (target: number, isBehind: boolean): Spot => ({ target, isBehind, isBeside: true });
const onItsOwn = (target: number, isBehind: boolean): Spot => ({ target, isBehind, isBeside: false });

test('blocks stand beside each other as long as they fit', () => {
  assert.deepEqual(linesOf(report('a b:half c:half d:third e:twoThirds f:half g')), [[0], [1, 2], [3, 4], [5], [6]]);
  assert.deepEqual(linesOf({}), []);
});

test('beside another block a line is shared out where it has no room, and otherwise left as it is', () => {
  assert.equal(arranged('a b c', 2, beside(0, true)), 'a:half c:half b');
  assert.equal(arranged('a b c', 0, beside(2, false)), 'b a:half c:half');
  assert.equal(arranged('a b:third c', 0, beside(1, true)), 'b:half a:half c');
  assert.equal(arranged('a:third b c:third', 2, beside(0, false)), 'c:third a:third b');
  assert.equal(arranged('a:half b:half c', 2, beside(1, true)), 'a:third b:third c:third');
  assert.equal(
    arranged('a:quarter b:quarter c:quarter d:quarter e', 4, beside(0, false)),
    'e a:quarter b:quarter c:quarter d:quarter',
    'a fifth has no share',
  );
  assert.equal(arranged('a:half b:half', 1, beside(0, false)), 'b:half a:half');
  assert.equal(arranged('a b', 0, beside(0, true)), 'a b');
});

test('above and below, a block goes before or behind the whole line', () => {
  assert.equal(arranged('a b:half c:half d', 0, onItsOwn(1, true)), 'b:half c:half a d');
  assert.equal(arranged('a b:half c:half d', 3, onItsOwn(2, false)), 'a d b:half c:half');
  assert.equal(arranged('a b', 0, onItsOwn(0, true)), 'a b');
});

test('widths go up and down, and the whole line is what a block has without one', () => {
  assert.deepEqual(
    [nextWidth('half', 1), nextWidth('half', -1), nextWidth('full', 1), nextWidth('quarter', -1)],
    ['twoThirds', 'third', undefined, undefined],
  );
  assert.deepEqual([0, 0.3, 0.45, 0.7, 0.9, 2].map(widthAt), ['quarter', 'third', 'half', 'twoThirds', 'full', 'full']);
  assert.deepEqual(widthEdits(report('a:half b'), 0, 'full'), [{ remove: '/blocks/0/width' }]);
  assert.deepEqual(widthEdits(report('a:half b'), 1, 'third'), [{ set: '/blocks/1/width', value: 'third' }]);
  assert.deepEqual(widthEdits(report('a:half b'), 1, 'full'), []);
});

test('a point means the nearest edge of the block that it is in, or that is nearest to it', () => {
  const boxes = [
    { left: 0, top: 0, right: 100, bottom: 50 },
    { left: 0, top: 60, right: 50, bottom: 100 },
    { left: 50, top: 60, right: 100, bottom: 100 },
  ];
  assert.deepEqual(spotAt(50, 5, boxes), onItsOwn(0, false));
  assert.deepEqual(spotAt(5, 25, boxes), beside(0, false));
  assert.deepEqual(spotAt(95, 80, boxes), beside(2, true));
  assert.deepEqual(spotAt(25, 400, boxes), onItsOwn(1, true));
  assert.equal(spotAt(0, 0, []), undefined);
});
