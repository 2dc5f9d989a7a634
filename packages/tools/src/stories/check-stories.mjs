// Shows every story in a page under the one policy and lets axe judge it.
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { options } from '../bundle/make.mjs';
import { launch } from '../launch.mjs';
import { at, cache } from '../root.mjs';
import { sideBySide } from '../run.mjs';
import { startServer } from '../server.mjs';
import { frameSource } from './frame-source.mjs';

/** @typedef {{ story: string, problems: string[] }} Verdict */

/**
 * @param {string[]} files story files, from the root
 * @param {{ preview?: string, resolveDir?: string, only?: string[] }} [more] preview: from the root; only: parts of
 *   stories' names
 * @returns {Promise<Verdict[]>}
 */
export async function checkStories(files, { preview, resolveDir = at('stories'), only = [] } = {}) {
  const folder = cache('story-frames');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    ...options,
    minify: false,
    write: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    outdir: folder,
    entryNames: 'frame',
    tsconfig: at('tsconfig.base.json'),
    loader: { '.css': 'text' },
    define: { ...options.define, 'process.env.NODE_ENV': '"development"' },
    stdin: {
      contents: frameSource(
        files.map((file) => at(file)),
        preview && at(preview),
      ),
      resolveDir,
      sourcefile: 'frame.mjs',
    },
  });
  const server = await startServer({
    mounts: {
      '/': folder,
      '/frame/': at('packages/tools/src/stories'),
      '/axe/': dirname(createRequire(import.meta.url).resolve('axe-core')),
      '/schemas/': at('schemas'),
    },
    test: true,
    keep: true,
  });
  const browser = await launch();
  /** @param {string} query */
  const open = async (query) => {
    const page = await browser.newPage();
    /** @type {string[]} */
    const errors = [];
    page.on('pageerror', (error) => errors.push(`uncaught ${/** @type {Error} */ (error).stack ?? error}`));
    const url = `${server.origin}/frame/frame.html?${query}`;
    await page.goto(url);
    await page.waitForFunction('window.frameReady', { timeout: 15_000 });
    return { page, errors, url };
  };
  try {
    const first = await open('list');
    const stories = /** @type {{ file: number, name: string }[]} */ (await first.page.evaluate('listStories()'));
    await first.page.close();
    const queue = stories
      .map(({ file, name }) => ({ file, name, story: `${files[file]} ${name}` }))
      .filter(({ story }) => !only.length || only.some((part) => story.includes(part)));
    /** @type {Verdict[]} */
    const verdicts = [];
    const worker = async () => {
      for (let next; (next = queue.shift());) {
        const { story, file, name } = next;
        /** @type {string[]} */
        let problems = [];
        try {
          const { page, errors, url } = await open(`${file}-${name}`);
          const children = await page.evaluate(`showStory(${file}, ${JSON.stringify(name)})`).catch((error) => {
            errors.push(error.message);
            return 1;
          });
          if (children === 0) errors.push('shows nothing');
          problems = [...errors, .../** @type {string[]} */ (await page.evaluate('judge()'))];
          await page.close();
          problems.push(
            ...new Set(
              server
                .violations()
                .filter(({ body }) => body['document-uri'] === url)
                .map(
                  ({ body }) =>
                    `policy: ${body['violated-directive']} ${body['blocked-uri']} ${body['source-file'] ?? ''}:${body['line-number'] ?? ''} ${body['script-sample'] ?? ''}`,
                ),
            ),
          );
        } catch (error) {
          problems.push(/** @type {Error} */ (error).message);
        }
        verdicts.push({ story, problems });
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, worker));
    return verdicts;
  } finally {
    await browser.close();
    await server.close();
  }
}
