// node packages/builder/bench/canvas.mjs [--fields 300] [--rounds 12]
// Opens a definition in the builder and changes titles of its fields; prints medians in ms from the act to the second
// painted frame.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { options } from '@jiceng/tools/bundle/make.mjs';
import { launch } from '@jiceng/tools/launch.mjs';
import { at, root } from '@jiceng/tools/root.mjs';

/** @type {typeof import('esbuild')} */
const { build } = createRequire(at('packages/tools/package.json'))('esbuild');
const { values } = parseArgs({
  options: { fields: { type: 'string', default: '300' }, rounds: { type: 'string', default: '12' } },
});
const count = Number(values.fields);
const KINDS = [
  { type: 'string', maxLength: 60 },
  { type: 'integer', minimum: 0 },
  { type: 'string', format: 'date' },
  {
    type: 'string',
    oneOf: [
      { const: 'a', title: '甲' },
      { const: 'b', title: '乙' },
    ],
  },
  { type: 'string', maxLength: 500 },
  { type: 'boolean' },
];
const keys = Array.from({ length: count }, (_, number) => `f${number}`);
const definition = JSON.stringify(
  {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'large',
    version: '1.0.0',
    title: '大表',
    subject: 'item',
    purpose: { readBy: 'county', decision: '测量速度。' },
    record: {
      type: 'object',
      properties: Object.fromEntries(
        keys.map((key, number) => [key, { ...KINDS[number % KINDS.length], title: `字段 ${number + 1}` }]),
      ),
    },
    view: Array.from({ length: Math.ceil(count / 15) }, (_, section) => ({
      section: `第 ${section + 1} 部分`,
      fields: keys.slice(section * 15, section * 15 + 15).map((key) => `/${key}`),
    })),
  },
  undefined,
  2,
);

const { outputFiles } = await build({
  ...options,
  entryPoints: [at('packages/builder/src/form-builder/define.ts')],
  format: 'iife',
  absWorkingDir: root,
  write: false,
});
const files = {
  '/builder.js': outputFiles[0].text,
  '/': '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body><script src="builder.js"></script></body></html>',
};
const server = createServer(({ url }, answer) =>
  answer
    .setHeader('content-type', url === '/' ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8')
    .end(files[url] ?? ''),
).listen(0);
const browser = await launch();
const page = await browser.newPage();
await page.goto(`http://localhost:${server.address().port}/`);
const figures = await page.evaluate(
  async (text, rounds, fields) => {
    const painted = () =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
    const median = (list) => Math.round([...list].sort((a, b) => a - b)[list.length >> 1]);
    const open = [];
    let builder;
    for (let round = 0; round < 5; round++) {
      builder?.remove();
      await painted();
      const start = performance.now();
      builder = document.createElement('jc-form-builder');
      builder.definition = text;
      document.body.append(builder);
      await builder.updateComplete;
      const canvas = builder.shadowRoot.querySelector('jc-builder-canvas');
      await canvas.updateComplete;
      await Promise.all([...canvas.shadowRoot.querySelectorAll('jc-form')].map((form) => form.updateComplete));
      open.push((await painted()) - start);
    }
    const edit = async (pointer, selected) => {
      builder.builderSession.select(selected);
      const times = [];
      for (let round = 0; round < rounds; round++) {
        await painted();
        await painted();
        const start = performance.now();
        builder.builderSession.edit({ title: { 'zh-CN': '改名', en: 'Rename' } }, [
          { set: pointer(round), value: `新名 ${round}` },
        ]);
        await painted();
        times.push((await painted()) - start);
      }
      return median(times);
    };
    return {
      open: median(open),
      edit: await edit((round) => `/record/properties/f${(round * 20) % fields}/title`, []),
      'edit of the selected': await edit(() => '/record/properties/f7/title', ['/record/properties/f7']),
    };
  },
  definition,
  Number(values.rounds),
  count,
);
console.log(`${count} fields`, figures);
await browser.close();
server.close();
