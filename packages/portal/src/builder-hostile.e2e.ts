// Documents of ill will, opened in the form builder: nothing in them runs, nothing is fetched, and each side of the
// builder opens or says why not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Hands } from './hands.ts';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

const MARKUP = '<img src=x onerror="hacked=1"><script>hacked=1</script><a href="javascript:hacked=1">x</a>';
/** What Lit takes for a template when it comes as a value. */
const TEMPLATE = { _$litType$: 1, strings: [MARKUP], values: [] };
const SCORE = JSON.parse(
  readFileSync(new URL('../../../schemas/templates/branch-standard/branch-standard.json', import.meta.url), 'utf8'),
) as object;

const form = (more: object, properties: object = { a: { type: 'string', title: '甲' } }): string =>
  JSON.stringify({
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'hostile',
    version: '1.0.0',
    title: '登记',
    subject: 'item',
    purpose: { readBy: 'county', decision: 'x' },
    record: { type: 'object', properties },
    ...more,
  });
/** A document in which every text is `text`. */
const everyText = (value: unknown, text: unknown): unknown =>
  typeof value === 'string'
    ? text
    : Array.isArray(value)
      ? value.map((each) => everyText(each, text))
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, everyText(inner, text)]))
        : value;
const nested = (depth: number): object =>
  Array.from({ length: depth }).reduce<object>((inner) => ({ type: 'object', title: '层', properties: { a: inner } }), {
    type: 'string',
  });

const HOSTILE: Readonly<Record<string, string>> = {
  'no JSON': '{"title": <script>hacked=1</script>',
  nothing: '',
  null: 'null',
  'a list': '[]',
  'a text': JSON.stringify(MARKUP),
  'an empty object': '{}',
  'a hundred thousand brackets': '['.repeat(100_000),
  'a prototype': `{"__proto__":{"hacked":1},"constructor":{"prototype":{"hacked":1}},${form({}).slice(1)}`,
  'keys twice': `{"title":"一",${form({ title: '二' }).slice(1)}`,
  'markup in every text': JSON.stringify(everyText(SCORE, MARKUP)),
  'markup in titles': form(
    { title: MARKUP, view: [{ section: MARKUP, help: MARKUP, fields: ['/a'] }] },
    { a: { type: 'string', title: MARKUP, description: MARKUP, enum: [MARKUP, '乙'] } },
  ),
  'templates for texts': form(
    { title: TEMPLATE, view: [{ section: TEMPLATE, fields: ['/a'] }] },
    { a: { type: 'string', title: TEMPLATE } },
  ),
  'every text a template': JSON.stringify(everyText(SCORE, TEMPLATE)),
  'references to elsewhere': form(
    { $schema: 'https://evil.example/schema.json' },
    { a: { $ref: 'https://evil.example/a.json' }, b: { $ref: '//evil.example/b' }, c: { $ref: 'file:///etc/passwd' } },
  ),
  'references in a circle': form(
    {},
    { a: { $ref: '#/properties/b' }, b: { $ref: '#/properties/a' }, c: { $ref: '#' } },
  ),
  'a pattern that takes years': form(
    {},
    { a: { type: 'string', title: '甲', pattern: '^(a+)+$', default: `${'a'.repeat(40)}!` } },
  ),
  'rules in a circle': form(
    {
      rules: [
        { field: '/a', value: 'b' },
        { field: '/b', value: 'a' },
      ],
    },
    { a: { type: 'number', title: '甲' }, b: { type: 'number', title: '乙' } },
  ),
  'a formula of parentheses': form({
    rules: [
      { field: '/a', value: '('.repeat(50_000) },
      { check: 'REPT("x",1E9)', message: 'x' },
    ],
  }),
  'a formula that calls': form({
    rules: [
      { field: '/a', value: 'constructor.constructor("hacked=1")()' },
      { check: 'alert(1)', message: MARKUP },
    ],
  }),
  'names of objects': form(
    { parameters: { constructor: { value: 1 }, toString: { value: 2 } } },
    { constructor: { type: 'string', title: '甲' }, hasOwnProperty: { type: 'string' }, toString: { type: 'number' } },
  ),
  'lists that are none': form({
    view: { section: 'x' },
    rules: 'x',
    states: 7,
    moves: { a: 1 },
    facts: true,
    handovers: 'x',
    prefill: {},
    unique: 3,
    texts: [],
  }),
  'lists of nothing': form({
    view: [null, 7],
    rules: [null],
    states: [null],
    moves: [null],
    facts: [null, 1],
    handovers: [null],
    prefill: [null],
    score: { dimensions: [null, { items: [null, 7] }], bands: [null], veto: [7] },
    ledger: { columns: [null, 7, { columns: [null] }], lamp: [null] },
    process: { stages: [null, { steps: [null] }] },
  }),
  'items that are nothing': form({
    score: {
      max: 'x',
      dimensions: [
        {
          items: [
            { method: 'threshold', steps: [null, 7, { at: {}, points: [] }], max: {} },
            { method: '__proto__', value: 7 },
          ],
        },
      ],
    },
  }),
  'fields of no kind': form(
    {},
    {
      a: null,
      b: 7,
      c: [],
      d: { type: 'constructor' },
      e: { type: ['string', 7] },
      f: { oneOf: 'x', enum: 7, items: [null] },
    },
  ),
  'a very deep record': form({}, { a: nested(300) }),
  'very many fields': form(
    {},
    Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`f${at}`, { type: 'string', title: `字段${at}` }])),
  ),
  'one very long text': form({ title: '长'.repeat(300_000), description: '文'.repeat(300_000) }),
  'widgets of strangers': form({
    view: [
      {
        section: '一',
        columns: 1e9,
        fields: [
          { field: '/a', widget: 'constructor' },
          { field: '/__proto__/x', widget: MARKUP },
          '/nowhere',
          '/a/*/b',
        ],
      },
    ],
  }),
  'translations of prototypes': form({
    texts: {
      __proto__: { '/title': 'x' },
      en: { '/__proto__/hacked': '1', '/constructor/prototype/hacked': '1', '': 'x', '/title': TEMPLATE },
    },
  }),
  'migrations of prototypes': form({
    migration: {
      from: '0.0.1',
      steps: [{ do: 'rename', from: '/__proto__/x', to: '/constructor/prototype/hacked' }, { do: 'hack' }, null],
    },
  }),
  'odd letters': form(
    { title: '\u202e\ud800\u0000\u2028反' },
    { '\u202e/~1': { type: 'string', title: '\ud800' }, '': { type: 'string', title: '空' } },
  ),
  'numbers beyond numbers': form({}, { a: { type: 'number', minimum: 0, title: '甲' } }).replace(
    '"minimum":0',
    '"minimum":1e999,"maximum":-1e999,"multipleOf":0',
  ),
  'a hand-over to itself': form({
    handovers: [
      {
        id: 'h',
        title: 'x',
        to: 'hostile',
        on: ['save', 'tick'],
        when: 'TRUE',
        each: '/a',
        map: { '/__proto__/hacked': '1', '/a': 'a' },
      },
    ],
  }),
};

describe('documents of ill will in the form builder', () => {
  let walk: Walk;
  let tab: Tab;
  before(async () => {
    walk = await Walk.start();
    ({ tab } = await Hands.atBuilder(walk));
  });
  after(() => walk.close());

  it('run nothing and fetch nothing: every side opens, or says why not', async () => {
    await tab.open('builder.html?template=branch-standard');
    await tab.find('jc-builder-panel');
    const requests: string[] = [];
    const refused: string[] = [];
    tab.page.on('request', (request) => {
      if (!new URL(request.url()).pathname.startsWith('/kit/')) requests.push(request.url());
    });
    for (const [name, text] of Object.entries(HOSTILE)) {
      const said = await tab.page.evaluate(async (document_) => {
        const builder = document.querySelector('jc-form-builder') as HTMLElement & {
          definition: string;
          pane: string;
          updateComplete: Promise<boolean>;
        };
        const frame = () =>
          new Promise((done) => {
            requestAnimationFrame(() => setTimeout(done));
          });
        builder.definition = document_;
        builder.pane = 'design';
        await builder.updateComplete;
        await frame();
        const tabs = [...builder.shadowRoot!.querySelectorAll<HTMLElement>('[role=tab]')];
        const empty =
          tabs.filter((each) => each.id !== 'tab-json').length > 0 ? [] : [builder.shadowRoot!.textContent!.trim()];
        const silent: string[] = [];
        for (const { id } of tabs) {
          builder.pane = id.replace('tab-', '');
          await builder.updateComplete;
          await frame();
          const body = builder.shadowRoot!.querySelector<HTMLElement>('.body')!;
          if (body.childElementCount === 0) silent.push(id);
        }
        return { empty, silent, hacked: 'hacked' in globalThis || 'hacked' in {} };
      }, text);
      assert.deepEqual([said.silent, said.hacked], [[], false], name);
      if (said.empty.length > 0) refused.push(name);
      for (const reason of said.empty) assert.match(reason, /无法打开/, name);
    }
    assert.deepEqual(requests, []);
    assert.deepEqual(refused, ['no JSON', 'nothing', 'a hundred thousand brackets'], 'what is JSON opens');
  });
});
