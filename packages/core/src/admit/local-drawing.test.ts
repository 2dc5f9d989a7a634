import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { template } from '../definition/fixtures/templates.ts';
import type { LocalPart } from '../generated/local-part.ts';
import type { Json } from '../json/json.ts';
import { withValueAt } from '../json/pointer.ts';
import { admitDrawing, drawingOf, isOwnPlace, localPartOf } from './local-drawing.ts';

const folder = new URL('../../../../schemas/locals/', import.meta.url);
const parts = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'index.json')
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LocalPart);
const part = parts.find(({ id }) => id === 'branch-standard-shifan') as LocalPart;
const core = template('branch-standard');
const drawing = (pointer: string, value: Json | undefined) =>
  withValueAt(drawingOf(core, part) as unknown as Json, pointer, value) as Json;
const codes = (pointer: string, value: Json | undefined) => {
  const result = admitDrawing(drawing(pointer, value), core);
  return result.ok ? [] : result.problems.map((found) => `${found.code} ${found.pointer}`);
};

describe('drawing a local part inside its core', () => {
  it('gives every shipped part back as it was', () => {
    for (const each of parts) {
      const whole = template(each.extends.id);
      const local = Object.fromEntries(
        Object.entries(each.local).filter(([, value]) => Object.keys(value as object).length > 0),
      );
      assert.deepEqual(localPartOf(drawingOf(whole, each) as unknown as Json, whole), { ...each, local }, each.id);
      const result = admitDrawing(drawingOf(whole, each) as unknown as Json, whole);
      assert.deepEqual(result.ok ? [] : result.problems, [], each.id);
    }
  });
  it('takes what is added to the part', () => {
    const wide = template('organisation-life');
    const small = parts.find((each) => each.extends.id === wide.id) as LocalPart;
    const more = withValueAt(drawingOf(wide, small) as unknown as Json, '/record/properties/x_more', {
      type: 'string',
      title: '补充',
    }) as Json;
    assert.deepEqual(Object.keys(localPartOf(more, wide).local.properties ?? {}), [
      ...Object.keys(small.local.properties ?? {}),
      'x_more',
    ]);
    assert.ok(admitDrawing(more, wide).ok);
  });
  it('refuses a change of the core, wherever', () => {
    assert.deepEqual(codes('/title', '改'), ['locked ']);
    assert.deepEqual(codes('/record/properties/reviewComment', undefined)[0], 'locked ');
    assert.deepEqual(codes('/record/properties/more', { type: 'string' })[0], 'locked ');
    assert.deepEqual(codes('/score/dimensions/0/items/0/max', 7)[0], 'locked ');
  });
  it('tells what is wrong with the part at its place in the drawing', () => {
    const at = core.view?.length ?? 0;
    assert.deepEqual(codes(`/view/${at}/fields`, ['/reviewComment']), [`locked /view/${at}/fields/0`]);
    const last = core.score?.dimensions.length ?? 0;
    assert.deepEqual(codes(`/score/dimensions/${last}/items/0/max`, 90), ['large-part /score/dimensions']);
  });
  it('knows what is its own', () => {
    const [view, dimensions] = [core.view?.length ?? 0, core.score?.dimensions.length ?? 0];
    for (const own of [
      '/record/properties/x_a',
      '/record/properties/x_a/title',
      `/view/${view}`,
      '/view/-',
      `/score/dimensions/${dimensions}/items/0`,
      '/parameters/x_m',
      '/x-local/title',
      '/texts/en/~1record~1properties~1x_a~1title',
    ])
      assert.ok(isOwnPlace(own, core), own);
    for (const other of [
      '',
      '/title',
      '/record/properties/a',
      '/record',
      '/view',
      '/view/0/fields',
      '/score/dimensions',
      '/score/max',
      '/moves/0',
      '/texts/en/~1title',
      '/x_a',
    ])
      assert.ok(!isOwnPlace(other, core), other);
  });
});
