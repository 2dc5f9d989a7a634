import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '../../fixtures/fast-check.ts';
import type { Json } from '../../json/json.ts';
import { fieldTree, type FieldNode } from './fields.ts';
import type { JsonSchema } from '../schema.ts';

const only = (schema: JsonSchema): FieldNode => fieldTree({ properties: { a: schema } }).children()[0]!;
const keys = (fields: readonly FieldNode[]) => fields.map(({ key }) => key);

describe('the kind of a field', () => {
  const table: readonly (readonly [FieldNode['kind'], JsonSchema])[] = [
    ['text', { type: 'string', maxLength: 60 }],
    ['longText', { type: 'string', maxLength: 61 }],
    ['text', { type: 'string', format: 'email' }],
    ['text', { pattern: '^a$' }],
    ['integer', { type: 'integer' }],
    ['number', { type: ['integer', 'number'] }],
    ['number', { minimum: 0 }],
    ['boolean', { type: 'boolean' }],
    [
      'boolean',
      {
        oneOf: [
          { const: true, title: '是' },
          { const: false, title: '否' },
        ],
      },
    ],
    ['date', { type: 'string', format: 'date' }],
    ['dateTime', { type: ['string', 'null'], format: 'date-time' }],
    ['choice', { enum: ['a', { b: 1 }, [2]] }],
    ['choice', { type: 'string', oneOf: [{ const: 'a', title: '甲' }] }],
    ['choice', { anyOf: [{ const: 'a' }, { const: 1 }, { type: 'null' }] }],
    ['choices', { type: 'array', uniqueItems: true, items: { enum: ['a', 'b'] } }],
    ['list', { type: 'array', items: { enum: ['a', 'b'] } }],
    ['list', { items: { type: 'string' } }],
    ['list', { type: 'array', items: { type: 'array', items: { type: 'number' } } }],
    ['rows', { type: 'array', items: { properties: { b: true } } }],
    ['object', { properties: { b: true } }],
    ['unknown', true],
    ['unknown', {}],
    ['mixed', { type: ['string', 'number', 'null'] }],
    ['mixed', { oneOf: [{ type: 'string' }, { type: 'boolean' }] }],
    ['unknown', { type: ['string', 'array'] }],
    ['unknown', { type: 'object', additionalProperties: { type: 'string' } }],
    ['list', { type: 'array' }],
    ['list', { type: 'array', items: {} }],
    ['list', { items: { type: ['integer', 'string'] } }],
    ['unknown', { items: { type: ['integer', 'boolean'] } }],
    ['unknown', { items: { type: ['string', 'object'] } }],
    ['unknown', { type: 'array', prefixItems: [{ type: 'string' }] }],
    ['unknown', { items: [{ type: 'string' }, { type: 'number' }] } as unknown as JsonSchema],
    ['unknown', { $ref: 'https://example.org/nowhere' }],
    ['unknown', { type: 'string', contentEncoding: 'base64' }],
    ['unknown', { type: 7, enum: 'x', properties: [], oneOf: {} } as unknown as JsonSchema],
  ];
  for (const [kind, schema] of table)
    it(`${JSON.stringify(schema)} is ${kind}`, () => assert.equal(only(schema).kind, kind));

  it('shows what it does not know as read-only', () => assert.equal(only(true).readOnly, true));
});

describe('a field', () => {
  it('merges its schemas: the outer title, the narrower limit', () => {
    const tree = fieldTree({
      required: ['a'],
      properties: {
        a: { $ref: '#/$defs/a', title: '外', maxLength: 80, 'x-unit': '人' },
        b: { allOf: [{ $ref: '#/$defs/a' }, { maxLength: 20 }] },
      },
      $defs: { a: { type: 'string', title: '内', description: '说明', maxLength: 50, default: 'x', examples: ['y'] } },
    });
    const [a, b] = tree.children();
    assert.ok(a && b);
    assert.deepEqual(
      [a.title, a.description, a.schema.maxLength, a.unit, a.default, a.required],
      ['外', '说明', 50, '人', 'x', true],
    );
    assert.deepEqual(
      [b.title, b.schema.maxLength, b.required, b.pointer, b.schemaPointer],
      ['内', 20, false, '/b', '/properties/b'],
    );
  });

  it('names its options, and keeps null out of them', () => {
    const field = only({ oneOf: [{ const: 'a', title: '甲', description: '…' }, { const: 'b' }, { const: null }] });
    assert.deepEqual(field.options, [
      { value: 'a', title: '甲', description: '…' },
      { value: 'b', title: 'b' },
    ]);
    assert.equal(field.nullable, true);
    assert.deepEqual(only({ enum: ['a', null] }).options.length, 1);
    assert.deepEqual(only({ type: 'array', uniqueItems: true, items: { enum: ['a', 'b'] } }).options.length, 2);
  });

  it('opens a schema that contains itself one level at a time', () => {
    const tree = fieldTree({
      $ref: '#/$defs/node',
      $defs: {
        node: {
          properties: {
            name: { type: 'string' },
            kids: { type: 'array', minItems: 1_000, items: { $ref: '#/$defs/node' } },
          },
        },
      },
    });
    const item = tree.children()[1]!.item()!;
    assert.equal(tree.recursive, false);
    assert.equal(item.recursive, true);
    assert.equal(item.children()[1]!.item()!.children()[0]!.pointer, '/kids/*/kids/*/name');
  });

  it('keeps the order of the schema, unless x-order says otherwise', () => {
    const properties: Record<string, JsonSchema> = { b: true, a: true, 10: true, 9: true };
    assert.deepEqual(keys(fieldTree({ properties, 'x-order': ['b', '10'] }).children()), ['b', '10', '9', 'a']);
  });
});

describe('conditions', () => {
  const tree = fieldTree({
    properties: { kind: { enum: ['a', 'b'] }, note: { type: 'string', maxLength: 500 } },
    if: { properties: { kind: { const: 'b' } }, required: ['kind'] },
    then: {
      properties: { why: { type: 'string' }, note: { maxLength: 10 } },
      required: ['why'],
      if: { required: ['why'] },
      then: { required: ['note'] },
    },
    else: { properties: { note: false } },
    dependentRequired: { note: ['by'] },
    dependentSchemas: { why: { properties: { by: { type: 'string' } } } },
  });

  it('bring in and take away fields with the value', () => {
    assert.deepEqual(keys(tree.activeFields({ kind: 'a' })), ['kind']);
    assert.deepEqual(keys(tree.activeFields({ kind: 'b' })), ['kind', 'note', 'why']);
    assert.deepEqual(keys(tree.activeFields({ kind: 'b', why: 'x' })), ['kind', 'note', 'why', 'by']);
    assert.equal(tree.activeFields({ kind: 'b' })[1]!.kind, 'text');
    assert.deepEqual(keys(tree.children()), ['kind', 'note']);
  });

  it('ask for properties with the value, also inside each other', () => {
    assert.deepEqual([...tree.requiredKeys({})], []);
    assert.deepEqual([...tree.requiredKeys({ kind: 'b' })], ['why']);
    assert.deepEqual([...tree.requiredKeys({ kind: 'b', why: 'x', note: 'y' })], ['by', 'why', 'note']);
    assert.equal(tree.activeFields({ kind: 'b' })[2]!.required, true);
  });

  it('answer with the same fields while nothing changes', () => {
    const before = tree.activeFields({ kind: 'b' });
    assert.ok(before === tree.activeFields({ kind: 'b', other: 1 }));
    assert.ok(before[0] === tree.activeFields({ kind: 'a' })[0]);
  });

  it('are listed for designers', () => {
    assert.deepEqual(
      tree.branches().map(({ cause, required, fields }) => [cause, required, keys(fields())]),
      [
        ['if', ['why'], ['note', 'why']],
        ['else', [], []],
        ['has', [], ['by']],
        ['has', ['by'], []],
      ],
    );
  });

  it('choose alternatives by the constant that tells them apart', () => {
    const either = fieldTree({
      properties: { name: { type: 'string' } },
      oneOf: [
        { title: '个人', properties: { kind: { const: 'person' }, id: { type: 'string' } }, required: ['id'] },
        { title: '单位', properties: { kind: { const: 'unit' }, code: { type: 'string' } } },
      ],
    });
    assert.deepEqual(keys(either.children()), ['name', 'kind']);
    assert.deepEqual(
      either.children()[1]!.options.map(({ value }) => value),
      ['person', 'unit'],
    );
    assert.deepEqual(keys(either.activeFields({ kind: 'person' })), ['name', 'kind', 'id']);
    assert.deepEqual([...either.requiredKeys({ kind: 'person' })], ['id']);
    assert.deepEqual(keys(either.activeFields({ kind: 'unit' })), ['name', 'kind', 'code']);
    assert.deepEqual(
      either.branches().map(({ title }) => title),
      ['个人', '单位'],
    );
  });

  it('show properties that no field covers', () => {
    const open = fieldTree({ properties: { a: { type: 'string' } }, patternProperties: { '^n': { type: 'number' } } });
    const value = JSON.parse('{"a":"x","n1":1,"other":{},"__proto__":1}') as Json;
    assert.deepEqual(
      open.extraFields(value).map(({ key, kind }) => [key, kind]),
      [
        ['n1', 'number'],
        ['other', 'unknown'],
        ['__proto__', 'unknown'],
      ],
    );
  });
});

describe("strangers' schemas", () => {
  const visit = (field: FieldNode, levels: number): number => {
    void [field.title, field.description, field.options, field.nullable, field.unit, field.default, field.examples];
    field.extraFields({ x: 1 });
    field.requiredKeys({ x: 1 });
    field.branches().forEach((branch) => branch.fields());
    if (levels === 0) return 1;
    const inside = [...field.activeFields({ x: 1, a: null }), ...(field.item() === undefined ? [] : [field.item()!])];
    return 1 + inside.reduce((sum, child) => sum + visit(child, levels - 1), 0);
  };

  it('with odd names keep them all', () => {
    const names = [
      '"',
      "'",
      '.',
      '/',
      '~',
      '[0]',
      ' ',
      '😀',
      '',
      '7',
      '__proto__',
      'constructor',
      'toString',
      '*',
      '<b>',
    ];
    const schema = JSON.parse(
      `{"properties":{${names.map((name) => `${JSON.stringify(name)}:{"type":"string"}`).join()}}}`,
    ) as JsonSchema;
    const fields = fieldTree(schema).children();
    assert.deepEqual(new Set(keys(fields)), new Set(names));
    assert.ok(fields.every(({ kind }) => kind === 'text'));
    assert.equal(fields.find(({ key }) => key === '/')!.pointer, '/~1');
  });

  it('of 200 levels, 5,000 fields or 100,000 options open', () => {
    let deep: JsonSchema = { type: 'string' };
    for (let level = 0; level < 200; level++) deep = { properties: { a: deep } };
    let at = fieldTree(deep);
    for (let level = 0; level < 200; level++) at = at.children()[0]!;
    assert.equal(at.kind, 'text');
    const properties = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`f${index}`, { type: 'string' }] as const),
    );
    assert.equal(fieldTree({ properties } as JsonSchema).children().length, 5_000);
    assert.equal(
      only({ oneOf: Array.from({ length: 100_000 }, (_, value) => ({ const: value })) }).options.length,
      100_000,
    );
  });

  it('that refer to themselves at one value open too', () => {
    assert.ok(visit(fieldTree({ $ref: '#', properties: { a: { allOf: [{ $ref: '#/properties/a' }] } } }), 3) > 0);
    assert.ok(visit(fieldTree({ if: { $ref: '#' }, then: { properties: { x: { $ref: '#' } } } }), 3) > 0);
  });

  it('never fail, whatever they hold', () => {
    const names = [
      'type',
      'properties',
      'items',
      'required',
      'allOf',
      'oneOf',
      'anyOf',
      'if',
      'then',
      'else',
      '$ref',
      '$dynamicRef',
      '$defs',
      'enum',
      'const',
      'title',
      'default',
      'x-order',
      'dependentRequired',
      'dependentSchemas',
      'additionalProperties',
      'patternProperties',
    ];
    const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
      schema: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>(true, false, null, 'string', '#', '#/properties/a', 1, [], {}),
        fc.dictionary(fc.constantFrom(...names), tie('schema'), { maxKeys: 5 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'toString', ''), tie('schema'), { maxKeys: 3 }),
        fc.array(tie('schema'), { maxLength: 3 }),
      ),
    }));
    fc.assert(
      fc.property(schema, (random) => visit(fieldTree(random as JsonSchema), 3) > 0),
      { numRuns: 500 },
    );
  });
});
