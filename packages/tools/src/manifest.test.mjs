import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { elementsReference } from './manifest/reference.mjs';
import { tidy } from './manifest/tidy.mjs';
import { typings } from './manifest/typings.mjs';

test('keeps elements and their public members, at the paths that ship', () => {
  const members = [
    { name: 'value', description: 'What is entered.' },
    { name: 'formResetCallback' },
    { name: 'draw', privacy: 'private' },
    { name: 'render', privacy: 'protected' },
    { name: 'styles', static: true },
  ];
  const manifest = {
    modules: [
      {
        path: 'src/internal/helper.ts',
        declarations: [{ name: 'Helper', members: [] }],
        exports: [
          { kind: 'js', declaration: { name: 'Helper' } },
          { kind: 'custom-element-definition', name: 'tag', declaration: { name: 'element' } },
        ],
      },
      {
        path: 'src/lamp/lamp.ts',
        declarations: [
          {
            name: 'Lamp',
            tagName: 'jc-lamp',
            members,
            events: [{ name: 'type' }, { name: 'jc-change', description: 'A person changed it.' }],
          },
          { name: 'tone' },
        ],
        exports: [
          { kind: 'js', declaration: { name: 'Lamp', module: 'src/lamp/lamp.ts' } },
          { kind: 'js', declaration: { name: 'tone' } },
        ],
      },
    ],
  };
  assert.deepEqual(tidy(manifest), {
    modules: [
      {
        path: 'dist/lamp/lamp.js',
        declarations: [
          {
            name: 'Lamp',
            tagName: 'jc-lamp',
            members: [{ name: 'value', description: 'What is entered.' }],
            events: [{ name: 'jc-change', description: 'A person changed it.' }],
          },
        ],
        exports: [{ kind: 'js', declaration: { name: 'Lamp', module: 'dist/lamp/lamp.js' } }],
      },
    ],
  });
});

test('has one order of modules, whatever order files are found in', () => {
  const modules = ['lamp', 'form', 'stars'].map((name) => ({
    path: `src/${name}.ts`,
    declarations: [{ name, tagName: `jc-${name}` }],
  }));
  assert.deepEqual(tidy({ modules: [...modules].reverse() }), tidy({ modules }));
});

test("tells people what an element takes and what its events hand over, with the types that are not a schema's", () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiceng-elements-'));
  const files = {
    'packages/elements/src/lamp/lamp.ts':
      "import type { Record } from '@jiceng/core/generated/record.js';\nimport type { Tone } from '@jiceng/core/tone.js';\n/** What is told. */\nexport interface LampDetail { readonly tone: Tone; readonly record: Record }\n",
    'packages/core/src/tone.ts':
      '/** How it looks. */\nexport type Tone =\n  | { readonly red: true }\n  | Shade;\n\nexport interface Shade {\n  readonly grey: number;\n}\nexport const other = 1;\n',
    'packages/core/src/generated/record.ts': 'export interface Record { id: string }\n',
  };
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const text = elementsReference(
      {
        modules: [
          {
            path: 'dist/lamp/lamp.js',
            declarations: [
              {
                tagName: 'jc-lamp',
                description: 'A lamp.',
                members: [
                  {
                    kind: 'field',
                    name: 'on',
                    attribute: 'on',
                    type: { text: 'boolean | undefined' },
                    description: 'Whether it | shines.',
                  },
                  {
                    kind: 'method',
                    name: 'turn',
                    parameters: [{ name: 'to' }, { name: 'soft', type: { text: 'Shade' }, optional: true }],
                    description: 'Turns it.',
                  },
                ],
                events: [{ name: 'jc-turn', type: { text: 'CustomEvent<LampDetail>' }, description: 'It was turned.' }],
                cssParts: [{ name: 'base', description: 'Everything.' }],
              },
            ],
          },
        ],
      },
      "    --_font: var(--jc-font-family, 'A B', sans-serif);\n",
      (path) => join(folder, path),
    );
    for (const line of [
      "| `--jc-font-family` | `'A B', sans-serif` |",
      '| `on` | `on` | `boolean` | Whether it \\| shines. |',
      '| `turn(to, soft?: Shade)` | `void` | Turns it. |',
      '| `jc-turn` | `LampDetail` | It was turned. |',
      'Parts for `::part()`: `base` Everything.',
      '`@jiceng/core/tone.js`',
      '/** How it looks. */\ntype Tone =\n  | { readonly red: true }\n  | Shade;\n```',
      'interface Shade {\n  readonly grey: number;\n}\n```',
    ])
      assert.ok(text.includes(line), line);
    assert.ok(!text.includes('interface Record'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('gives frameworks the types of an element: details of events, attributes for React, properties for Vue', () => {
  const files = typings(
    {
      modules: [
        {
          path: 'dist/lamp/lamp.js',
          declarations: [
            {
              tagName: 'jc-lamp',
              name: 'Lamp',
              members: [
                { kind: 'field', name: 'isOn', attribute: 'is-on', type: { text: 'boolean' } },
                { kind: 'field', name: 'result', readonly: true },
                { kind: 'field', name: 'data' },
              ],
              events: [{ name: 'jc-turn', type: { text: 'CustomEvent<{ files: File[] }>' } }],
            },
          ],
        },
      ],
    },
    (path) => path,
  );
  const lamp = "import('@jiceng/elements/lamp/lamp.js').Lamp";
  assert.match(
    files.get('packages/elements/types/dom.d.ts') ?? '',
    /declare module '@jiceng\/elements\/lamp\/lamp\.js'[\s\S]*'jc-turn': CustomEvent<\{ files: File\[\] \}>;/,
  );
  assert.ok(
    files
      .get('packages/elements/types/react.d.ts')
      ?.includes(
        `'jc-lamp': DetailedHTMLProps<HTMLAttributes<${lamp}>, ${lamp}> & {\n    class?: string | undefined;\n    'is-on'?: true | undefined;\n  };`,
      ),
  );
  assert.ok(
    files
      .get('packages/elements/types/vue.d.ts')
      ?.includes(
        `Partial<Pick<${lamp}, 'isOn' | 'data'>> & {\n      'onJc-turn'?: (event: CustomEvent<{ files: File[] }>) => void;`,
      ),
  );
});
