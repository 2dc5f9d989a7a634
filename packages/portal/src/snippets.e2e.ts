// The code in README and docs/embedding.md, pasted into pages as it stands there.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { npmPackage } from '@jiceng/tools/npm-package.mjs';
import { pageScript } from '@jiceng/tools/page-script.mjs';
import { at } from '@jiceng/tools/root.mjs';
import { FOR_INLINE, FOR_VUE, pastedPages } from './realities/pasted.ts';
import { fill, painted, press } from './realities/user.ts';

const visit = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'visit',
  version: '1.0.0',
  title: '走访登记',
  subject: 'item',
  purpose: { readBy: 'county', decision: '决定帮扶哪些家庭' },
  record: {
    type: 'object',
    required: ['visitor'],
    properties: {
      visitor: { type: 'string', title: '走访人', maxLength: 20 },
      place: { type: 'string', title: '地点', maxLength: 40 },
    },
  },
};

const card = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'card',
  version: '1.0.0',
  title: '村级评分',
  subject: 'organisation',
  purpose: { readBy: 'township', decision: '确定帮扶重点' },
  record: {
    type: 'object',
    properties: {
      items: {
        type: 'object',
        title: '评分录入',
        additionalProperties: { type: 'object', properties: { selfScore: { type: 'number', title: '自评得分' } } },
      },
    },
  },
  score: {
    title: '村级评分',
    entries: '/items',
    max: 10,
    dimensions: [
      {
        id: 'work',
        title: '工作',
        items: [{ id: 'service', title: '服务群众', max: 10, method: 'manual', source: 'P' }],
      },
    ],
  },
};

/** The blocks of code below a heading of a document, up to the next heading. */
function blocks(file: string, heading: string): string[] {
  const [, part = ''] = readFileSync(at(file), 'utf8').split(new RegExp(`^## ${heading}.*$`, 'm'));
  const [section = ''] = part.split(/^## /m);
  const found = [...section.matchAll(/^```(?!sh)\w+\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  assert.ok(found.length > 0, `${file} has code below “${heading}”`);
  return found;
}

describe('code of the documents, as pasted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiceng-snippets-'));
  const { used, serve, script, posted } = pastedPages({ '/portal/kit/': at('packages/elements/dist') });
  const guide = (heading: string): string[] => blocks('docs/embedding.md', heading);
  before(() => {
    serve('/forms/visit.json', 'application/json', JSON.stringify(visit));
    serve('/forms/card.json', 'application/json', JSON.stringify(card));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const filled = async (page: Page): Promise<void> => {
    await fill(page, '走访人', '王芳');
    await press(page, '提交');
  };
  const saved = async (): Promise<unknown> => {
    for (let tries = 0; tries < 100 && posted.length === 0; tries++) await new Promise((done) => setTimeout(done, 50));
    return posted.pop();
  };

  test('README: the first element', async () => {
    const [code = ''] = blocks('README.md', '页面里放第一个元素');
    await used(
      'first',
      code.replace('src="jiceng.js"', 'src="/kit/jiceng.js"'),
      async (page) => {
        const said = new Promise<string>((done) =>
          page.on('dialog', (dialog) => {
            done(dialog.message());
            void dialog.accept();
          }),
        );
        await fill(page, '姓名', '王芳');
        await fill(page, '日期', '2025-5-1');
        await press(page, '提交');
        assert.deepEqual(JSON.parse(await said), { name: '王芳', on: '2025-05-01' });
      },
      FOR_INLINE,
    );
  });

  test('a plain page, under the one policy', async () => {
    const [html = '', js = ''] = guide('静态页面');
    script('/js/page.js', js);
    await used('plain', html, async (page) => {
      await filled(page);
      assert.deepEqual(await saved(), { path: '/visit/save', body: '{"visitor":"王芳"}' });
    });
  });

  test('a score card, under the one policy', async () => {
    const [html = '', js = ''] = guide('评分表和台账');
    script('/js/card.js', js);
    await used('card', html, async (page) => {
      await fill(page, '自评得分 ：服务群众', '8');
      assert.deepEqual(await saved(), {
        path: '/card/save',
        body: '{"value":{"items":{"service":{"selfScore":8}}},"points":8}',
      });
    });
  });

  test('JSP and jQuery', async () => {
    const [jsp = '', js = ''] = guide('JSP');
    script('/portal/js/visit.js', js);
    await used(
      'jquery',
      jsp.replace('${ctx}/js/jquery.min.js', '/lib/jquery1/jquery.min.js').split('${ctx}').join('/portal'),
      async (page) => {
        await fill(page, '走访人', '王芳');
        await page.click('#f > button');
        assert.deepEqual(await saved(), {
          path: '/portal/visit/save',
          body: new URLSearchParams({ visit: '{"visitor":"王芳"}' }).toString(),
        });
      },
      FOR_INLINE,
    );
  });

  for (const version of [2, 3] as const) {
    test(`Vue ${version}: the value goes both ways, and the focus stays while the page is drawn`, async () => {
      const [html = '', js = ''] = guide(`Vue ${version}`);
      // The page's own instance is what the test looks at; production builds of Vue keep it on the element.
      script(
        '/js/page.js',
        js.replace('new Vue(', 'window.page = new Vue(').replace('app.mount(', 'window.page = app.mount('),
      );
      await used(
        `vue${version}`,
        html.replace(/\/js\/(vue\S*\.js)/, `/lib/vue${version}/$1`),
        async (page) => {
          await fill(page, '走访人', '李明');
          await fill(page, '地点', '东河村');
          assert.deepEqual(
            JSON.parse(
              (await page.evaluate('typeof page.text === "string" ? page.text : JSON.stringify(page.value)')) as string,
            ),
            { visitor: '李明', place: '东河村' },
          );
          await page.focus('jc-form >>> input.input');
          await page.evaluate('page.definition = JSON.parse(JSON.stringify(page.definition)); page.$forceUpdate()');
          await painted(page);
          await page.keyboard.press('End');
          await page.keyboard.type('军');
          await press(page, '提交');
          assert.deepEqual(JSON.parse((await page.evaluate('JSON.stringify(page.saved)')) as string), {
            visitor: '李明军',
            place: '东河村',
          });
        },
        FOR_VUE,
      );
    });
  }

  test('React: drawn again and again with new objects, mounted twice as in development', async () => {
    const [code = ''] = guide('React');
    writeFileSync(join(folder, 'Visit.jsx'), code);
    const entry = join(folder, 'entry.jsx');
    writeFileSync(
      entry,
      `import { StrictMode, useReducer } from 'react';
import { createRoot } from 'react-dom/client';
import { Visit } from './Visit.jsx';
const start = { visitor: '王芳' };
const heard = (value) => { window.heard = value; };
function Page() {
  const [, draw] = useReducer((count) => count + 1, 0);
  window.draw = draw;
  return <Visit definition={${JSON.stringify(visit)}} value={start} onSubmit={heard} />;
}
createRoot(document.getElementById('app')).render(<StrictMode><Page /></StrictMode>);
`,
    );
    const made = await pageScript(entry, [npmPackage('react', '18.3.1'), npmPackage('react-dom', '18.3.1')]);
    await used(
      'react',
      `<script src="/kit/jiceng.js"></script><div id="app"></div>${script('/react.js', made)}`,
      async (page) => {
        await page.waitForSelector('jc-form >>> input.input');
        await page.focus('jc-form >>> input.input');
        await page.keyboard.press('End');
        for (const letter of '军华') {
          await page.keyboard.type(letter);
          await page.evaluate('draw()');
          await painted(page);
        }
        await press(page, '提交');
        assert.deepEqual(await page.evaluate('heard'), { visitor: '王芳军华' });
      },
    );
  });
});
