import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Definition } from '../generated/definition.ts';
import type { LocalPart } from '../generated/local-part.ts';
import { admit } from './admit.ts';
import { template } from '../definition/fixtures/templates.ts';
import { isLocalPart, localPartsOf, withLocalPart } from './local-bundle.ts';
import { withoutLocalParts } from '../definition/without-local.ts';

const folder = new URL('../../../../schemas/locals/', import.meta.url);
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'index.json')
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as LocalPart);
const part = shipped.find(({ id }) => id === 'branch-standard-shifan') as LocalPart;
const core = template(part.extends.id);
const written = (version: string): LocalPart => ({ ...part, extends: { ...part.extends, version } });

describe('publishing a local part', () => {
  it('makes the next version of the whole, and keeps the part as it was written', () => {
    const first = withLocalPart(core, part);
    assert.ok(first.ok && admit(first.value).ok);
    assert.equal(first.value.version, '1.1.0');
    assert.deepEqual(localPartsOf(first.value), [written('1.1.0')]);
    assert.deepEqual({ ...withoutLocalParts(first.value), version: core.version }, core);
  });

  it('replaces what the township had, and leaves the parts of others alone', () => {
    const first = withLocalPart(core, part);
    assert.ok(first.ok);
    const other = {
      ...written('1.1.0'),
      id: 'other-town',
      under: ['o0101'],
      texts: {},
      local: { properties: { x_other: { type: 'string', title: '其他' } } },
    } as unknown as LocalPart;
    const second = withLocalPart(first.value, other);
    assert.deepEqual(second.ok ? [] : second.problems, []);
    assert.ok(second.ok);
    const third = withLocalPart(second.value, {
      ...written('1.2.0'),
      title: '改过',
      texts: {},
      local: { ...part.local, dimensions: [] },
    } as unknown as LocalPart);
    assert.ok(third.ok);
    assert.deepEqual(
      [third.value.version, localPartsOf(third.value).map(({ id, title }) => `${id} ${title}`)],
      ['1.3.0', [`other-town ${other.title}`, `${part.id} 改过`]],
    );
    assert.ok(third.value.record.properties['x_other']);
    assert.equal(third.value.score?.dimensions.length, core.score?.dimensions.length);
  });

  it('takes nothing for a part that is none: neither the gate nor those who go on with it', () => {
    const first = withLocalPart(core, part);
    assert.ok(first.ok);
    const drawn = (parts: unknown) => ({ ...first.value, 'x-local-parts': parts }) as Definition;
    const refused = (parts: unknown) => {
      const result = admit(drawn(parts));
      return result.ok ? [] : result.problems.map(({ pointer }) => pointer);
    };
    assert.deepEqual(refused({}), ['/x-local-parts']);
    assert.deepEqual(refused(['part']), ['/x-local-parts/0']);
    assert.deepEqual(refused([{ id: 'part', local: {} }]).slice(0, 1), ['/x-local-parts/0/version']);
    const strange = [
      { ...written('1.1.0'), under: 'everybody' },
      { ...written('1.1.0'), local: { properties: { name: {} } } },
      { ...written('1.1.0'), extends: { id: 'another', version: '1.1.0' } },
    ];
    assert.deepEqual(localPartsOf(drawn([...strange, written('1.1.0')])), [written('1.1.0')]);
  });

  it('refuses what was written for another version, and what changes the core, with places in the part', () => {
    const old = withLocalPart({ ...core, version: '2.0.0' }, part);
    assert.deepEqual(old.ok ? [] : old.problems.map(({ code, pointer }) => [code, pointer]), [
      ['other-version', '/extends/version'],
    ]);
    const greedy = withLocalPart(core, {
      ...part,
      local: { ...part.local, rules: [{ field: '/totalScore', value: '100' }] },
    } as unknown as LocalPart);
    assert.deepEqual(greedy.ok ? [] : greedy.problems.map(({ code, pointer }) => [code, pointer]), [
      ['locked', '/local/rules/0/field'],
    ]);
  });

  it('tells parts from definitions', () => {
    assert.deepEqual([part, core, null, { local: 1 }].map(isLocalPart), [true, false, false, false]);
  });
});
