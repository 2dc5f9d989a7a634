import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt, withValueAt } from '@jiceng/core/json/pointer.js';
import { JsonDocument } from '../document/json-document.ts';
import { METASCHEMA_WORDS } from './definition.messages.ts';
import { kindAt, KINDS } from './kinds/kinds.ts';
import { keysOf, partOf } from './meta-schema.ts';
import { editsOfProperty, panelForm, untouched } from './panel-form.ts';
import { specOf, thingAt, type Thing } from './thing.ts';

const schema = (path: string): Json =>
  JSON.parse(readFileSync(new URL(`../../../../schemas/${path}`, import.meta.url), 'utf8')) as Json;

const DOCUMENT: Json = {
  id: 'visit',
  version: '1.0.0',
  title: '走访',
  subject: 'item',
  purpose: { readBy: 'county', decision: '帮' },
  record: {
    type: 'object',
    required: ['name'],
    $defs: { kind: { type: 'string', title: '类别', oneOf: [{ const: 'a', title: '甲' }] } },
    properties: {
      name: { type: 'string', title: '姓名', maxLength: 30, 'x-note': 1 },
      kind: { $ref: '#/$defs/kind' },
      level: { type: 'string', title: '等次', enum: ['好', '差'] },
      count: { type: 'integer', title: '次数', minimum: 0 },
      rows: {
        type: 'array',
        title: '明细',
        items: { type: 'object', properties: { score: { type: 'number', title: '得分' } } },
      },
    },
  },
  view: [
    { section: '基本', fields: ['/name', { field: '/count', width: 'half' }, { field: '/rows', columns: ['/score'] }] },
  ],
  rules: [{ field: '/count', required: 'name<>""' }],
  states: [
    { id: 'open', title: '登记' },
    { id: 'closed', title: '办结', final: true },
  ],
  moves: [
    {
      id: 'close',
      title: '办结',
      from: ['open'],
      to: 'closed',
      ask: ['/count', { field: '/level', required: true, help: '写清' }],
      set: { '/count': '1' },
      by: [{ role: 'reviewer', except: ['own'] }],
    },
  ],
  score: {
    max: 10,
    dimensions: [
      {
        id: 'd',
        title: '维度',
        items: [
          {
            id: 'i',
            title: '指标',
            max: 10,
            method: 'threshold',
            source: 'O',
            value: 'count',
            steps: [
              { at: 1, points: 5 },
              { at: 'count', points: 10 },
            ],
          },
        ],
      },
    ],
  },
  ledger: { columns: ['/name', { title: '组', columns: [{ field: '/count', total: 'sum' }] }] },
};
const context = { document: DOCUMENT, language: 'zh-CN' as const, definitions: [] };
const things = (...pointers: string[]): Thing[] =>
  pointers.map((pointer) => thingAt(DOCUMENT, pointer)).filter((thing): thing is Thing => thing !== undefined);
const form = (...pointers: string[]) => {
  const made = panelForm(things(...pointers), context);
  assert.ok(made);
  return made;
};

/** The document after the panel has put `after` into `key` of the things. */
function changed(pointers: readonly string[], key: string, after: Json | undefined): Json {
  const made = form(...pointers);
  const properties = (made.definition.record as unknown as { properties: JsonObject }).properties;
  const document = new JsonDocument(JSON.stringify(DOCUMENT, null, 2));
  document.edit(
    { title: { 'zh-CN': '', en: '' } },
    editsOfProperty(DOCUMENT, things(...pointers), key, after, own(properties, key)),
  );
  return document.value.value;
}

describe('the tables of the panel', () => {
  it('name only properties that the metaschema has, and every property of the metaschema has words', () => {
    for (const spec of Object.values(KINDS)) {
      if (spec.part === 'field') continue;
      const known = keysOf(spec.part);
      for (const { properties } of spec.groups)
        for (const property of properties)
          assert.ok(
            known.includes(typeof property === 'string' ? property : property.key),
            `${spec.part}.${typeof property === 'string' ? property : property.key}`,
          );
    }
    for (const part of Object.keys(METASCHEMA_WORDS).filter((name) => !name.includes('.'))) {
      assert.ok(partOf(part), part);
      assert.deepEqual(
        keysOf(part).filter((key) => !own(METASCHEMA_WORDS[part] ?? {}, key)),
        [],
        part,
      );
    }
  });

  it('find the kind of everything that can be selected', () => {
    const kinds = [
      '',
      '/record/properties/name',
      '/record/properties/rows/items/properties/score',
      '/view/0',
      '/view/0/fields/1',
      '/rules/0',
      '/states/1',
      '/moves/0',
      '/score',
      '/score/dimensions/0',
      '/score/dimensions/0/items/0',
      '/ledger/columns/0',
      '/ledger/columns/1',
      '/ledger/columns/1/columns/0',
    ].map((pointer) => thingAt(DOCUMENT, pointer)?.kind);
    assert.deepEqual(kinds, [
      'definition',
      'field',
      'field',
      'section',
      'field',
      'fieldRule',
      'state',
      'move',
      'score',
      'scoreDimension',
      'scoreItem',
      'ledgerField',
      'ledgerGroup',
      'ledgerField',
    ]);
    assert.equal(kindAt('/nothing/0', {}), undefined);
  });

  it('make a form that opens, for everything in templates of every group', () => {
    const list = valueAt(schema('templates/index.json'), '/documents') as readonly JsonObject[];
    const files = list.filter((_, at) => at % 9 === 0).map((entry) => String(own(entry, 'path')));
    assert.ok(files.length > 0);
    for (const file of files) {
      const document = schema(`templates/${file}`);
      const pointers: string[] = [''];
      const walk = (value: Json, at: string) => {
        if (thingAt(document, at)?.pointer === at) pointers.push(at);
        if (Array.isArray(value)) value.forEach((item: Json, index) => walk(item, `${at}/${index}`));
        else if (isObject(value))
          for (const key of Object.keys(value))
            walk(own(value, key) as Json, `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`);
      };
      walk(document, '');
      for (const pointer of pointers) {
        const thing = thingAt(document, pointer) as Thing;
        const made = panelForm([thing], { ...context, document });
        assert.ok(made && (made.definition.view?.length ?? 0) > 0, `${file} ${pointer}`);
        // What the form shows and nobody touches changes nothing.
        const properties = (made.definition.record as unknown as { properties: JsonObject }).properties;
        for (const key of Object.keys(properties))
          assert.deepEqual(
            editsOfProperty(document, [thing], key, own(made.data, key), own(properties, key)),
            [],
            `${file} ${pointer} ${key}`,
          );
      }
    }
  });
});

describe('a field in the panel', () => {
  it('shows what fits its kind, with its place in the layout', () => {
    assert.deepEqual(form('/record/properties/count').data, {
      title: '次数',
      '@type': 'integer',
      minimum: 0,
      '@width': 'half',
    });
    assert.equal(form('/record/properties/name').data['@required'], true);
    assert.equal(
      form('/record/properties/kind').data['@options'],
      undefined,
      'options of a shared part belong to others, too',
    );
    assert.deepEqual(untouched(things('/record/properties/name')[0] as Thing, form('/record/properties/name')), [
      'x-note',
    ]);
  });

  it('changes one property and leaves the rest', () => {
    assert.deepEqual(
      valueAt(changed(['/record/properties/name'], 'description', '写全名'), '/record/properties/name'),
      { type: 'string', title: '姓名', description: '写全名', maxLength: 30, 'x-note': 1 },
    );
    assert.equal(valueAt(changed(['/record/properties/name'], '@required', undefined), '/record/required'), undefined);
    assert.deepEqual(valueAt(changed(['/record/properties/count'], '@required', true), '/record/required'), [
      'name',
      'count',
    ]);
    assert.deepEqual(valueAt(changed(['/record/properties/name'], '@width', 'half'), '/view/0/fields/0'), {
      field: '/name',
      width: 'half',
    });
    assert.equal(valueAt(changed(['/record/properties/count'], '@width', undefined), '/view/0/fields/1'), '/count');
    assert.deepEqual(
      valueAt(
        changed(['/record/properties/rows/items/properties/score'], '@width', 'half'),
        '/view/0/fields/2/columns/0',
      ),
      { field: '/score', width: 'half' },
    );
    assert.deepEqual(valueAt(changed(['/record/properties/count'], '@prefill', '1+1'), '/prefill'), [
      { field: '/count', from: '1+1' },
    ]);
  });

  it('changes its kind and keeps what still fits', () => {
    assert.deepEqual(valueAt(changed(['/record/properties/name'], '@type', 'date'), '/record/properties/name'), {
      type: 'string',
      title: '姓名',
      'x-note': 1,
      format: 'date',
    });
    assert.deepEqual(valueAt(changed(['/record/properties/level'], '@type', 'choices'), '/record/properties/level'), {
      type: 'array',
      title: '等次',
      uniqueItems: true,
      items: {
        type: 'string',
        oneOf: [
          { const: '好', title: '好' },
          { const: '差', title: '差' },
        ],
      },
    });
  });

  it('takes a control away that does not suit its new kind, and keeps one that does', () => {
    const shown = (widget: string) => withValueAt(DOCUMENT, '/view/0/fields/0', { field: '/name', widget }) as Json;
    const edits = (widget: string, to: string) => {
      const document = shown(widget);
      return editsOfProperty(document, [thingAt(document, '/record/properties/name') as Thing], '@type', to, undefined);
    };
    assert.deepEqual(
      edits('longText', 'date').filter((edit) => 'set' in edit && edit.set.startsWith('/view')),
      [{ set: '/view/0/fields/0', value: '/name' }],
    );
    for (const [widget, to] of [
      ['longText', 'longText'],
      ['portal-own', 'date'],
    ] as const)
      assert.deepEqual(
        edits(widget, to).filter((edit) => 'set' in edit && edit.set.startsWith('/view')),
        [],
      );
  });

  it('lets formulas go on naming a choice whose stored value is changed', () => {
    const document = {
      record: {
        type: 'object',
        properties: {
          kind: {
            type: 'string',
            oneOf: [
              { const: 'a', title: '甲' },
              { const: 'b', title: '乙' },
            ],
          },
          mykind: { type: 'string' },
        },
      },
      rules: [{ field: '/mykind', visible: 'OR(kind="a",kind="b",mykind="a","a"<>kind)' }],
    } as Json;
    const edits = editsOfProperty(
      document,
      [thingAt(document, '/record/properties/kind') as Thing],
      '@options',
      [
        { value: 'x', title: '甲' },
        { value: 'b', title: '乙' },
      ],
      undefined,
    );
    assert.deepEqual(
      edits.filter((edit) => 'set' in edit && edit.set.startsWith('/rules')),
      [{ set: '/rules/0/visible', value: 'OR(kind="x",kind="b",mykind="a","x"<>kind)' }],
    );
  });

  it('adds options and gives plain ones titles', () => {
    assert.deepEqual(
      valueAt(
        changed(['/record/properties/level'], '@options', [{ value: '好' }, { value: '中' }, { value: '差' }, {}]),
        '/record/properties/level/enum',
      ),
      ['好', '中', '差'],
    );
    assert.deepEqual(
      valueAt(
        changed(['/record/properties/level'], '@options', [{ value: '好', title: '很好' }, { title: '新' }]),
        '/record/properties/level/oneOf',
      ),
      [
        { const: '好', title: '很好' },
        { const: '新', title: '新' },
      ],
    );
  });

  it('edits several together where they have something in common', () => {
    const both = form('/record/properties/name', '/record/properties/count');
    assert.deepEqual([both.data['title'], both.mixed.includes('@required')], [undefined, true]);
    assert.deepEqual(
      valueAt(
        changed(['/record/properties/name', '/record/properties/count'], 'readOnly', true),
        '/record/properties/count/readOnly',
      ),
      true,
    );
    assert.equal(panelForm(things('/record/properties/name', '/states/0'), context), undefined);
  });
});

describe('values that are written in several ways', () => {
  it('are edited in one and written back in their own', () => {
    const item = '/score/dimensions/0/items/0';
    assert.equal('steps' in form(item).data, false); // one item alone has the form of its method
    assert.deepEqual(form(item, item).data['steps'], [
      { at: '1', points: '5' },
      { at: 'count', points: '10' },
    ]);
    assert.deepEqual(
      valueAt(
        changed([item, item], 'steps', [
          { at: '1', points: '5' },
          { at: 'count*2', points: '10' },
        ]),
        `${item}/steps`,
      ),
      [
        { at: 1, points: 5 },
        { at: 'count*2', points: 10 },
      ],
    );
    assert.deepEqual(form('/moves/0').data['ask'], [
      { field: '/count' },
      { field: '/level', required: 'TRUE', help: '写清' },
    ]);
    assert.deepEqual(
      valueAt(
        changed(['/moves/0'], 'ask', [
          { field: '/count', required: 'TRUE' },
          { field: '/level', required: 'TRUE', help: '写清' },
        ]),
        '/moves/0/ask',
      ),
      [
        { field: '/count', required: true },
        { field: '/level', required: true, help: '写清' },
      ],
    );
    assert.deepEqual(valueAt(changed(['/moves/0'], 'set', [{ field: '/name', formula: '"x"' }]), '/moves/0/set'), {
      '/name': '"x"',
    });
    assert.deepEqual(valueAt(changed(['/ledger/columns/0'], 'width', 120), '/ledger/columns/0'), {
      field: '/name',
      width: 120,
    });
    assert.equal(specOf('move').label, 'title');
  });

  it('keep what their tables do not show', () => {
    assert.deepEqual(
      valueAt(changed(['/moves/0'], 'by', [{ role: 'verifier', except: ['own'] }, { role: 'filler' }]), '/moves/0/by'),
      [{ role: 'verifier', except: ['own'] }, { role: 'filler' }],
    );
  });

  it('are not offered where there is nothing to choose from', () => {
    const step = { id: 's1', title: '第一步' };
    const alone: Json = { ...(DOCUMENT as JsonObject), process: { stages: [{ id: 'a', title: '一', steps: [step] }] } };
    const keys = (document: Json) => {
      const thing = thingAt(document, '/process/stages/0/steps/0') as Thing;
      const made = panelForm([thing], { document, language: 'zh-CN', definitions: [] });
      return Object.keys((made!.definition.record as unknown as JsonObject)['properties'] as JsonObject);
    };
    assert.equal(keys(alone).includes('after'), false);
    const two = withValueAt(alone, '/process/stages/0/steps/1', { id: 's2', title: '第二步' }) as Json;
    assert.equal(keys(two).includes('after'), true);
  });

  it('take rows when something stands in them', () => {
    const by = (list: Json) => valueAt(changed(['/moves/0'], 'by', list), '/moves/0/by');
    assert.deepEqual(by([{ role: 'reviewer', except: ['own'] }, {}]), [{ role: 'reviewer', except: ['own'] }]);
    assert.equal(valueAt(changed(['/moves/0'], 'guard', [{}]), '/moves/0/guard'), undefined);
  });
});
