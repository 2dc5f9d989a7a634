import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tidy } from './manifest/tidy.mjs';

test('keeps elements and their public members, at the paths that ship', () => {
  const members = [{ name: 'value' }, { name: 'draw', privacy: 'private' }, { name: 'render', privacy: 'protected' }, { name: 'styles', static: true }];
  const manifest = { modules: [
    { path: 'src/internal/helper.ts', declarations: [{ name: 'Helper', members: [] }], exports: [{ kind: 'js', declaration: { name: 'Helper' } }, { kind: 'custom-element-definition', name: 'tag', declaration: { name: 'element' } }] },
    { path: 'src/lamp/lamp.ts', declarations: [{ name: 'Lamp', tagName: 'jc-lamp', members }, { name: 'tone' }], exports: [{ kind: 'js', declaration: { name: 'Lamp', module: 'src/lamp/lamp.ts' } }, { kind: 'js', declaration: { name: 'tone' } }] },
  ] };
  assert.deepEqual(tidy(manifest), { modules: [
    { path: 'dist/lamp/lamp.js', declarations: [{ name: 'Lamp', tagName: 'jc-lamp', members: [{ name: 'value' }] }], exports: [{ kind: 'js', declaration: { name: 'Lamp', module: 'dist/lamp/lamp.js' } }] },
  ] });
});

test('has one order of modules, whatever order files are found in', () => {
  const modules = ['lamp', 'form', 'stars'].map((name) => ({ path: `src/${name}.ts`, declarations: [{ name, tagName: `jc-${name}` }] }));
  assert.deepEqual(tidy({ modules: [...modules].reverse() }), tidy({ modules }));
});
