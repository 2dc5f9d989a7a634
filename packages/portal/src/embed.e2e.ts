// The code that the builder gives for existing pages, pasted into such pages as it is.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { embedFiles, type EmbedFile, type Host } from '@jiceng/builder/publish/embed.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { npmPackage } from '@jiceng/tools/npm-package.mjs';
import { pageScript } from '@jiceng/tools/page-script.mjs';
import { at } from '@jiceng/tools/root.mjs';
import { FOR_VUE, pastedPages } from './realities/pasted.ts';
import { box, fill, press } from './realities/user.ts';

const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'visit-card',
  version: '1.0.0',
  title: '走访登记 </script> ${ctx}',
  subject: 'item',
  purpose: { readBy: 'county', decision: '决定帮扶哪些家庭' },
  record: {
    type: 'object',
    required: ['visitor'],
    properties: {
      visitor: { type: 'string', title: '走访人', maxLength: 20 },
      note: { type: 'string', title: '<b>情况</b>', maxLength: 40 },
    },
  },
} as unknown as Definition;
const DATA = { visitor: '王芳' };

const named = (files: readonly EmbedFile[], end: string): string => files.find(({ name }) => name.endsWith(end))!.code;

/** What a host's build makes of a single-file component: its template and its script as one script. */
function fromComponent(files: readonly EmbedFile[], start: string): string {
  const [, template = '', script = ''] =
    /^<template>\n([\s\S]*)<\/template>\n\n<script>\n([\s\S]*)<\/script>\n$/.exec(named(files, '.vue')) ?? [];
  assert.notEqual(script, '', 'the component has a template and a script');
  const body = script
    .replace(/^import definition from '.*';\n/, `const definition = ${named(files, '.json').trim()};\n`)
    .replace('export default', 'const component =');
  return `(function () {\n${body}\ncomponent.template = ${JSON.stringify(template)};\nconst heard = function (data) { window.heard = data; };\n${start}\n})();`;
}

describe('code to embed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiceng-embed-'));
  const { used, script, posted } = pastedPages({ '/portal/kit/': at('packages/elements/dist') });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const host of ['html', 'jsp'] as const) {
    test(`${host}: the form is filled in and posted once with its data`, async () => {
      // A JSP page writes its own path for ${ctx} wherever it stands.
      const [file] = embedFiles(host, definition);
      await used(host, host === 'jsp' ? file!.code.split('${ctx}').join('/portal') : file!.code, async (opened) => {
        await fill(opened, '走访人', '王芳');
        await box(opened, '<b>情况</b>');
        await Promise.all([
          opened.waitForNavigation(),
          opened.evaluate(() => document.querySelector<HTMLButtonElement>('form > button')!.click()),
        ]);
        assert.ok(await opened.$('#saved'));
      });
      const { path, body } = posted.pop()!;
      assert.equal(path, `${host === 'jsp' ? '/portal' : ''}/save/visit-card`);
      assert.deepEqual(
        new URLSearchParams(body).getAll('data').map((text) => JSON.parse(text) as unknown),
        [DATA],
      );
    });
  }

  const submitted = async (opened: Page): Promise<void> => {
    await fill(opened, '走访人', '王芳');
    await press(opened, '提交');
    assert.deepEqual(await opened.evaluate('window.heard'), DATA);
  };

  const VUE: readonly (readonly [Host, string, string])[] = [
    [
      'vue2',
      'vue.min.js',
      "new Vue({ el: '#app', components: { card: component }, methods: { heard: heard }, template: '<card @submit=\"heard\"></card>' });",
    ],
    ['vue3', 'vue.global.prod.js', "app.component('card', component); app.mount('#app');"],
  ];
  for (const [host, library, mount] of VUE) {
    test(`${host}: the component shows the form and tells its parent what was submitted`, async () => {
      const files = embedFiles(host, definition);
      const start =
        host === 'vue2'
          ? `${named(files, 'main.js')}${mount}`
          : `const app = Vue.createApp({ methods: { heard: heard }, template: '<card @submit="heard"></card>' });\n${named(files, 'main.js')}${mount}`;
      await used(
        host,
        `${named(files, 'index.html')}<script src="/lib/${host}/${library}"></script><div id="app"></div>${script(`/${host}.js`, fromComponent(files, start))}`,
        submitted,
        FOR_VUE,
      );
    });
  }

  test('react: the component shows the form, mounted twice as in development, and tells what was submitted', async () => {
    const files = embedFiles('react', definition);
    for (const { name, code } of files) writeFileSync(join(folder, name), code);
    const entry = join(folder, 'entry.jsx');
    writeFileSync(
      entry,
      `import { StrictMode } from 'react';\nimport { createRoot } from 'react-dom/client';\nimport { VisitCard } from './VisitCard.jsx';\nconst heard = (data) => { window.heard = data; };\ncreateRoot(document.getElementById('app')).render(<StrictMode><VisitCard onSubmit={heard} /></StrictMode>);\n`,
    );
    const code = await pageScript(entry, [npmPackage('react', '18.3.1'), npmPackage('react-dom', '18.3.1')]);
    await used('react', `${named(files, 'index.html')}<div id="app"></div>${script('/react.js', code)}`, submitted);
  });
});
