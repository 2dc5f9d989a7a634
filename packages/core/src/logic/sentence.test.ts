import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../definition/compile.ts';
import { templates } from '../definition/fixtures/templates.ts';
import { placesOf } from '../definition/places.ts';
import { readsOf } from '../definition/reads.ts';
import fc from '../fixtures/fast-check.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Node } from '../formula/tree.ts';
import { sentenceOf } from './read-sentence.ts';
import { RELATIONS, type Criterion, type Sentence, type Term } from './sentence.ts';
import { formulaOf } from './write-sentence.ts';
import { wordsOf } from './words.ts';

const name = fc.constantFrom('members', 'heldOn', '名称', 'a b', '达标 情况', 'true', "it's");
const literal = fc.oneof(
  fc.string(),
  fc.integer({ min: 0, max: 1000 }),
  fc.double({ min: 0, max: 1e9, noNaN: true }).map((value) => value || 0),
  fc.boolean(),
);
const value: fc.Arbitrary<Term> = literal.map((each) => ({ type: 'value', value: each }));
const list: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ type: fc.constant('column' as const), list: name, column: name }),
  fc.record({ type: fc.constant('name' as const), name }),
);

const { term } = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { depthSize: 'small' },
    value,
    list,
    fc.record({ type: fc.constant('cell' as const), column: name }),
    fc.constantFrom<Term>({ type: 'today' }, { type: 'now' }),
    fc.record({
      type: fc.constant('fact' as const),
      read: fc.constantFrom('FACT' as const, 'FACTNUM' as const, 'FACTDEN' as const),
      id: fc.string(),
      args: fc.array(fc.option(tie('term')), { maxLength: 4 }),
    }),
    fc.record({
      type: fc.constant('sum' as const),
      how: fc.constantFrom('COUNTA' as const, 'SUM' as const, 'MAX' as const),
      of: fc.array(tie('term'), { minLength: 1, maxLength: 3 }),
    }),
    fc
      .array(criterion(tie('term')), { minLength: 1, maxLength: 2 })
      .map((criteria) => ({ type: 'matches' as const, criteria })),
    fc.record({ type: fc.constant('months' as const), from: tie('term'), by: tie('term') }),
    fc.record({
      type: fc.constant('part' as const),
      part: fc.constantFrom('YEAR' as const, 'LEN' as const),
      of: tie('term'),
    }),
    fc.record({ type: fc.constantFrom('number' as const, 'minus' as const), of: tie('term') }),
    calc(tie('term')),
    fc.record({
      type: fc.constant('fallback' as const),
      how: fc.constantFrom('IFNA' as const, 'IFERROR' as const),
      of: tie('term'),
      otherwise: tie('term'),
    }),
  ),
}));

/** Chains of one rank, as the parser makes them: what binds as loosely stands in brackets of its own. */
function calc(of: fc.Arbitrary<Term>): fc.Arbitrary<Term> {
  const rank = (operators: readonly ('+' | '-' | '*' | '/')[]): fc.Arbitrary<Term> =>
    fc.record({
      type: fc.constant('calc' as const),
      first: of,
      rest: fc.array(fc.record({ operator: fc.constantFrom(...operators), operand: of }), {
        minLength: 1,
        maxLength: 2,
      }),
    });
  return fc.oneof(rank(['+', '-']), rank(['*', '/']));
}

/**
 * Fixed values are text but for `=`, where they are what they are; texts that begin like an operator say which one they
 * mean.
 */
function criterion(of: fc.Arbitrary<Term>): fc.Arbitrary<Criterion> {
  return fc.oneof(
    fc.record({ of: list, relation: fc.constant('=' as const), to: value }),
    fc.record({
      of: list,
      relation: fc.constantFrom(...RELATIONS),
      to: fc
        .string()
        .filter((text) => !/^[<>=]/.test(text))
        .map((text): Term => ({ type: 'value', value: text })),
    }),
    fc.record({ of: list, relation: fc.constantFrom(...RELATIONS), to: of.filter(({ type }) => type !== 'value') }),
  );
}

const { sentence } = fc.letrec<{ sentence: Sentence }>((tie) => ({
  sentence: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      type: fc.constant('compare' as const),
      left: term,
      relation: fc.constantFrom(...RELATIONS),
      right: term,
    }),
    fc.record({ type: fc.constant('between' as const), of: term, from: term, to: term }),
    fc.record({ type: fc.constant('blank' as const), of: term }),
    fc.record({
      type: fc.constant('holds' as const),
      of: fc.oneof(
        list.filter((each) => each.type === 'name'),
        fc.boolean().map((each): Term => ({ type: 'value', value: each })),
      ),
    }),
    fc.record({ type: fc.constant('not' as const), of: tie('sentence') }),
    fc
      .record({
        type: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('sentence'), { minLength: 1, maxLength: 3 }),
      })
      .filter((each) => each.type === 'any' || !isRange(each.of)),
  ),
}));

const isRange = ([from, to, more]: readonly Sentence[]): boolean =>
  !more && from?.type === 'compare' && to?.type === 'compare' && from.relation === '>=' && to.relation === '<=';

describe('sentences and formulas', () => {
  it('say the same, both ways', () => {
    fc.assert(
      fc.property(sentence, (each) => {
        const formula = formulaOf(each);
        fc.pre(formula.length < 2000);
        assert.deepEqual(plain(sentenceOf(formula)), plain(each), formula);
      }),
      { numRuns: 500 },
    );
  });

  it('leave every condition of the templates as it is', () => {
    for (const { path, definition } of templates()) {
      for (const { text, pointer } of placesOf(definition).formulas) {
        const found = sentenceOf(text);
        const [before, after] = [parseFormula(text), found && parseFormula(formulaOf(found))];
        if (after)
          assert.deepEqual(
            after.ok && bare(after.value.tree),
            before.ok && bare(before.value.tree),
            `${path} ${pointer}`,
          );
      }
    }
  });

  it('read nine of ten conditions that the templates put on fields and groups', () => {
    const conditions = templates()
      .flatMap(({ definition }) => placesOf(definition).formulas)
      .filter(({ pointer }) => /^\/(rules\/\d+\/(check|visible|required|readonly)|view\/\d+\/when)$/.test(pointer));
    const read = conditions.filter(({ text }) => sentenceOf(text));
    assert.ok(conditions.length > 400);
    assert.ok(read.length / conditions.length > 0.93, `${read.length} of ${conditions.length}`);
  });

  it('leave formulas alone that say more', () => {
    for (const formula of [
      'IF(a,b,c)',
      'a&b="x"',
      'a<b<c',
      'SUMPRODUCT(a.b*a.c)>0',
      'VLOOKUP(a,b.c,1)',
      '1+',
      '',
      '5',
      '"x"',
    ])
      assert.equal(sentenceOf(formula), undefined, formula);
  });
});

describe('words', () => {
  it("exist for every name in the templates' formulas", () => {
    const all = templates().map(({ definition }) => definition);
    for (const definition of all) {
      const compiled = compile(definition);
      for (const { text, pointer, rows } of placesOf(definition).formulas) {
        const words = wordsOf(compiled, { language: 'zh-CN', rows, definitions: all });
        const result = parseFormula(text);
        assert.ok(result.ok);
        const { names, columns, cells } = readsOf(result.value);
        for (const each of names) assert.ok(words.name(each)?.title, `${definition.id}${pointer}: ${each}`);
        for (const each of cells) assert.ok(words.cell(each)?.title, `${definition.id}${pointer}: ${each}`);
        for (const each of columns)
          assert.ok(
            words.column(...(each.split('.') as [string, string]))?.title,
            `${definition.id}${pointer}: ${each}`,
          );
        for (const { id } of result.value.facts) assert.ok(words.fact(id)?.title, `${definition.id}${pointer}: ${id}`);
      }
    }
  });
});

/** Without what was `undefined`, and -0 as 0. */
const plain = (each: unknown): unknown => JSON.parse(JSON.stringify(each ?? null)) as unknown;
const bare = (node: Node): unknown =>
  JSON.parse(JSON.stringify(node, (key, each: unknown) => (key === 'at' ? undefined : each))) as unknown;
