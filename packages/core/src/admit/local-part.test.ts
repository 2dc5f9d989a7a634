import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import { template } from '../definition/fixtures/templates.ts';
import { codesOf, flatFields, record, trial } from '../definition/fixtures/trial.ts';
import type { Definition } from '../generated/definition.ts';
import { itemsInForce } from '../score/plan.ts';
import { admit } from './admit.ts';
import { withLocalParts } from './local-part.ts';

const folder = new URL('../../../../schemas/locals/', import.meta.url);
const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'index.json')
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

const core = trial({
  record: record(flatFields(9)),
  view: [{ section: '甲', fields: ['/f0'] }],
  rules: [{ check: 'f0<=9', level: 'error', message: '太大。' }],
  score: {
    max: 20,
    entries: '/f1',
    dimensions: [
      { id: 'only', title: '只有', items: [{ id: 'one', title: '一', max: 20, method: 'manual', source: 'O' }] },
    ],
  },
  texts: { en: { '/title': 'Trial', '/view/0/section': 'A' } },
}) as unknown as Definition;
const part = (local: object, more: object = {}) => ({
  $schema: 'https://jiceng.dev/schemas/local-part/1.json',
  id: 'ours',
  version: '1.0.0',
  title: '自选',
  extends: { id: 'trial', version: '1.0.0' },
  under: ['townA'],
  local,
  ...more,
});
const codes = (...parts: unknown[]) => codesOf(withLocalParts(core, parts));
const { score: _score, ...unscored } = core;
const bare = unscored as Definition;

describe('local parts', () => {
  it('that ship fit the templates, in both languages, and leave the core valid', () => {
    assert.ok(shipped.length >= 3);
    for (const document of shipped) {
      const definition = template(document.extends.id);
      const whole = withLocalParts(definition, [document]);
      assert.deepEqual(whole.ok ? [] : whole.problems, [], document.id);
      assert.ok(whole.ok && admit(definition).ok);
      for (const name of Object.keys(document.local.properties))
        assert.ok(whole.value.texts?.['en']?.[`/record/properties/${name}/title`], name);
    }
  });
  it('are there for the organisations below those named, and for no others', () => {
    const definition = bare;
    const whole = withLocalParts(definition, [
      part(
        {
          properties: { x_a: { type: 'string', title: '甲' } },
          view: [{ section: '自选', fields: ['/x_a'], when: 'f0>1' }],
          rules: [{ check: 'x_a<>""', level: 'error', message: '请填。' }],
        },
        { under: ['townA', 'townB'] },
      ),
    ]);
    assert.ok(whole.ok);
    assert.equal(
      whole.value.view?.[1]?.when,
      'AND(OR(ISNUMBER(FIND("/townA/","/"&orgPath&"/")),ISNUMBER(FIND("/townB/","/"&orgPath&"/"))),f0>1)',
    );
    assert.equal(
      (whole.value.rules as { check: string }[])[1]?.check,
      'IF(OR(ISNUMBER(FIND("/townA/","/"&orgPath&"/")),ISNUMBER(FIND("/townB/","/"&orgPath&"/"))),x_a<>"",TRUE)',
    );
    assert.deepEqual(whole.value.record.properties['x_a'], { type: 'string', title: '甲', 'x-local': 'ours' });
    assert.equal(compile(definition).field('/x_a'), undefined, 'the core is not touched');
  });
  it('add points without touching the core’s maximum, and move their translations', () => {
    const definition = template('branch-standard');
    const document = shipped.find(({ id }) => id === 'branch-standard-shifan');
    const whole = withLocalParts(definition, [document]);
    assert.ok(whole.ok && whole.value.score && definition.score);
    const kind = { orgType: 'rural', orgForm: 'branch', orgLevel: 'village' };
    const items = (orgPath?: string) =>
      itemsInForce(whole.value.score!, { ...kind, ...(orgPath === undefined ? {} : { orgPath }) }).length;
    assert.deepEqual([items(), items('o01/o0101/o010101'), items('o01/o0102/o010201')], [25, 25, 26]);
    assert.equal(whole.value.score.max, definition.score.max);
    const at = definition.score.dimensions.length;
    assert.equal(whole.value.texts?.['en']?.[`/score/dimensions/${at}/title`], 'Own actions');
    assert.equal(
      whole.value.texts?.['en']?.['/title'],
      definition.texts?.['en']?.['/title'],
      'a part does not rename the whole',
    );
  });
  it('cannot change the core', () => {
    assert.deepEqual(codes(part({ rules: [{ field: '/f0', value: '1' }] })), ['locked']);
    assert.deepEqual(codes(part({ view: [{ section: '自选', fields: [{ field: '/f0' }] }] })), ['locked']);
    assert.deepEqual(codes(part({ properties: { f0: { type: 'string' } } })), ['schema-propertyNames']);
    assert.deepEqual(
      codes(
        part({
          dimensions: [
            { id: 'only', title: '同名', items: [{ id: 'one', title: '一', max: 1, method: 'manual', source: 'O' }] },
          ],
        }),
      ),
      ['unmarked-name', 'unmarked-name'],
    );
  });
  it('stay small', () => {
    assert.deepEqual(codes(part({ properties: { x_a: {}, x_b: {}, x_c: {} } })), ['large-part']);
    assert.deepEqual(
      codes(
        part({
          dimensions: [
            { id: 'x_d', title: '自选', items: [{ id: 'x_i', title: '一', max: 6, method: 'manual', source: 'O' }] },
          ],
        }),
      ),
      ['large-part'],
    );
    assert.deepEqual(
      codesOf(
        withLocalParts(bare, [
          part({
            dimensions: [
              { id: 'x_d', title: '自选', items: [{ id: 'x_i', title: '一', max: 1, method: 'manual', source: 'O' }] },
            ],
          }),
        ]),
      ),
      ['no-score'],
    );
  });
  it('are written for one version of one definition', () => {
    assert.deepEqual(codes(part({}, { extends: { id: 'other', version: '1.0.0' } })), ['other-definition']);
    assert.deepEqual(codes(part({}, { extends: { id: 'trial', version: '0.9.0' } })), ['other-version']);
  });
  it('name their place, also where only the whole shows what is wrong', () => {
    const result = withLocalParts(bare, [
      part({}),
      part({ properties: { x_a: { type: 'string', title: '甲' } }, rules: [{ field: '/x_a', value: 'nowhere' }] }),
    ]);
    assert.ok(!result.ok);
    assert.deepEqual(
      result.problems.map(({ pointer, code }) => [pointer.slice(0, 2), code]),
      [['/1', 'unknown-name']],
    );
  });
  it('answer to any document', () => {
    for (const document of [
      null,
      1,
      [],
      {},
      'x',
      { $schema: 1 },
      part({ properties: JSON.parse('{"__proto__":{"type":"string"}}') }),
    ])
      assert.notDeepEqual(codes(document), []);
  });
});
