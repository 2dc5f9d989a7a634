import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkBurden } from '../burden/check.ts';
import { askedTwice } from '../burden/rules-set.ts';
import { compile } from '../definition/compile.ts';
import { templates } from '../definition/fixtures/templates.ts';
import { placesOf } from '../definition/places.ts';
import { textPlaces } from '../definition/text-places.ts';
import { namesInText } from '../definition/with-numbers.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Definition } from '../generated/definition.ts';
import type { Json } from '../json/json.ts';
import { pointerParts, valueAt } from '../json/pointer.ts';
import { valuesAt } from '../record/values-at.ts';
import { compileWithAjv } from '../schema/ajv.ts';
import type { FieldNode } from '../schema/fields/fields.ts';
import { itemsInForce } from '../score/plan.ts';
import { admit } from './admit.ts';

const all = templates();
const byId = new Map(all.map(({ definition }) => [definition.id, definition]));
const named = JSON.parse(readFileSync(new URL('../../../../schemas/examples.json', import.meta.url), 'utf8')) as {
  organisations: { orgId: Json }[];
  people: { personId: Json }[];
};
const known = {
  organisations: new Set(named.organisations.map(({ orgId }) => orgId)),
  people: new Set(named.people.map(({ personId }) => personId)),
};
const established = new Map(
  all.flatMap(({ definition }) => (definition.facts ?? []).map((fact) => [fact.id, fact] as const)),
);

describe('templates', () => {
  const judge = compileWithAjv(
    JSON.parse(readFileSync(new URL('../../../../schemas/definition.schema.json', import.meta.url), 'utf8')),
  );
  assert.ok(judge.ok);
  assert.ok(all.length >= 12);
  for (const { path, definition, example } of all) {
    describe(path, () => {
      it('satisfies the schema and passes admit', () => {
        assert.deepEqual(judge.value.validate(definition).slice(0, 3), []);
        const result = admit(definition);
        assert.deepEqual(result.ok ? [] : result.problems, []);
      });
      it('has an example that satisfies its record schema and only uses its fields', () => {
        assert.deepEqual(compile(definition).validator().validate(example), []);
        assert.deepEqual(
          Object.keys(example as object).filter((key) => !(key in definition.record.properties)),
          [],
        );
      });
      it('has an example that names people and organisations whom previews know', () => {
        const visit = (node: FieldNode): void => {
          const ids =
            node.format === 'person' ? known.people : node.format === 'organisation' ? known.organisations : undefined;
          if (ids)
            assert.deepEqual(
              valuesAt(example, node.pointer).filter((id) => !ids.has(id)),
              [],
              node.pointer,
            );
          const item = node.recursive ? undefined : node.item();
          if (!node.recursive) [...node.children(), ...(item ? [item] : [])].forEach(visit);
        };
        visit(compile(definition).root);
      });
      it('is translated to English wherever it speaks Chinese, and has no stray translation', () => {
        const translated = new Set(Object.keys(definition.texts?.['en'] ?? {}));
        const chinese = textsOf(definition as unknown as Json).filter((pointer) => !translated.has(pointer));
        assert.deepEqual(chinese, []);
        assert.deepEqual(
          [...translated].filter((pointer) => typeof valueAt(definition as unknown as Json, pointer) !== 'string'),
          [],
        );
      });
      it('keeps the hard burden rules', () => {
        const others = all.map((other) => other.definition).filter((other) => other !== definition);
        assert.deepEqual(
          checkBurden(definition, others).filter(({ status }) => status === 'blocked'),
          [],
        );
      });
      it('reads facts that some definition establishes', () => {
        for (const { text, pointer } of placesOf(definition).formulas) {
          const formula = parseFormula(text);
          assert.ok(formula.ok, pointer);
          for (const { id } of formula.value.facts) assert.ok(established.has(id), `${pointer} reads ${id}`);
        }
      });
      it('hands over to fields that the target has, with what its first state needs', () => {
        for (const handover of definition.handovers ?? []) {
          const target = byId.get(handover.to);
          assert.ok(target, handover.to);
          const fields = Object.keys(handover.map);
          for (const field of fields) assert.ok(compile(target).field(field), `${handover.id}: ${field}`);
          for (const name of (target.record['required'] as string[] | undefined) ?? [])
            assert.ok(fields.includes(`/${name}`), `${handover.id} leaves out ${name}`);
        }
      });
      it('has no parameter that nothing reads and no text names', () => {
        const said = new Set(textPlaces(definition as unknown as Json).flatMap(({ text }) => namesInText(text)));
        const read = new Set(
          placesOf(definition).formulas.flatMap(({ text }) => {
            const formula = parseFormula(text);
            return formula.ok ? formula.value.names : [];
          }),
        );
        assert.deepEqual(
          Object.keys(definition.parameters ?? {}).filter((name) => !said.has(name) && !read.has(name)),
          [],
        );
      });
      it('names a source for every parameter and a limit for every number', () => {
        for (const [name, { value, min, max }] of Object.entries(definition.parameters ?? {})) {
          if (typeof value === 'number') assert.ok(min !== undefined && max !== undefined, name);
        }
      });
    });
  }
});

/** Periodic forms that people have to think up or look at on the spot: plans, reports in words, posts seen in place. */
const THOUGHT_UP = [
  'duty-report',
  'life-plan',
  'party-work-briefing',
  'post-presence',
  'relation-check',
  'training-plan',
];

describe('all templates together', () => {
  const definitions = all.map(({ definition }) => definition);
  const othersThan = (definition: Definition): readonly Definition[] =>
    definitions.filter((other) => other !== definition);
  it('ask for no fact of one period twice (B07)', () => {
    assert.deepEqual(
      definitions.flatMap((definition) =>
        askedTwice(definition, othersThan(definition)).map(
          ({ field, other }) => `${definition.id}${field} and ${other.id}`,
        ),
      ),
      [],
    );
  });
  it('know most of a periodic form before anybody types (B08)', () => {
    const warned = definitions.filter((definition) =>
      checkBurden(definition, othersThan(definition)).some(({ rule, status }) => rule === 'B08' && status === 'warned'),
    );
    assert.deepEqual(warned.map(({ id }) => id).sort(), THOUGHT_UP);
  });
});

describe('the standard', () => {
  const { score } = byId.get('branch-standard') as Definition;
  assert.ok(score);
  for (const orgType of [
    'rural',
    'community',
    'agency',
    'institution',
    'stateFirm',
    'privateFirm',
    'socialOrg',
    'school',
    'university',
    'hospital',
    'other',
  ]) {
    it(`has 25 items, 100 points and at most 20 points for counting for ${orgType}`, () => {
      const items = itemsInForce(score, { orgType, orgForm: 'branch', orgLevel: 'village' }).map(({ item }) => item);
      assert.equal(items.length, 25);
      assert.equal(
        items.reduce((sum, { max }) => sum + max, 0),
        100,
      );
      assert.ok(items.filter(({ method }) => method === 'countCap').reduce((sum, { max }) => sum + max, 0) <= 20);
    });
  }
});

/** Pointers of all Chinese texts that people see; formulas speak for themselves, and option values are data. */
function textsOf(document: Json): string[] {
  const found: string[] = [];
  const shown = new Set([
    'title',
    'description',
    'help',
    'section',
    'message',
    'rule',
    'actorTitle',
    'decision',
    'does',
    'unit',
    'x-unit',
    'numTitle',
    'denTitle',
    'documents',
  ]);
  const visit = (value: Json, path: string): void => {
    if (typeof value === 'string') {
      const parts = pointerParts(path);
      const key = parts[parts.length - 1] ?? '';
      const named = shown.has(key) || (/^\d+$/.test(key) && parts[parts.length - 2] === 'documents');
      if (named && /[\u4e00-\u9fff]/.test(value)) found.push(path);
    } else if (Array.isArray(value)) value.forEach((entry, at) => visit(entry, `${path}/${at}`));
    else if (value !== null && typeof value === 'object') {
      for (const [key, entry] of Object.entries(value))
        if (path !== '' || key !== 'texts')
          visit(entry as Json, `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
    }
  };
  visit(document, '');
  return found;
}
