// Opens every page of packages/portal/test/old-engines in Chromium 80 and 86, under the one policy.
// `node packages/tools/src/old-engines.mjs [80|86] [part of a name …]`
import { oldBrowser, openPage } from './old-browser.mjs';
import { findFiles } from './files.mjs';
import { isMain } from './main.mjs';
import { at } from './root.mjs';
import { buildSite, startSite } from './site.mjs';

/** @typedef {{ page: string, name: string, error?: string }} Result */

/**
 * Runs pages in one old engine.
 * @param {'80' | '86'} version
 * @param {Record<string, string>} mounts with the pages at /old-engines/
 * @param {string[]} pages paths
 * @returns {Promise<Result[]>}
 */
export async function runPages(version, mounts, pages) {
  const browser = await oldBrowser(version);
  const server = await startSite({
    test: true,
    mounts: { '/harness/': at('packages/tools/src/old-engines'), ...mounts },
  });
  /** @type {Result[]} */
  const results = [];
  for (const page of pages) {
    const before = server.violations().length;
    try {
      // In one process these engines hang now and then before they have begun: a page that says nothing is opened once
      // more.
      const found = await report(browser, server, page).catch(() => report(browser, server, page));
      results.push(...found.map((result) => ({ ...result, page })));
      if (!found.length) results.push({ page, name: 'has checks', error: 'the page checks nothing' });
    } catch (error) {
      results.push({ page, name: 'reports', error: /** @type {Error} */ (error).message });
    }
    for (const { body } of server.violations().slice(before))
      results.push({
        page,
        name: 'policy',
        error: `${body['violated-directive']} ${body['blocked-uri']} ${body['source-file'] ?? ''}:${body['line-number'] ?? ''}`,
      });
  }
  await server.close();
  return results;
}

/**
 * What the checks of one page found.
 * @param {import('./browser.mjs').Browser} browser
 * @param {Awaited<ReturnType<typeof startSite>>} server
 * @param {string} page
 * @returns {Promise<Result[]>}
 */
async function report(browser, server, page) {
  const opened = openPage(browser, server.origin + page);
  try {
    const gone = opened.exited.then(() => {
      throw new Error(`The browser ended by itself\n${opened.log().slice(-2000)}`);
    });
    const { results } = await Promise.race([server.page((body) => body.page === page), gone]);
    await new Promise((resolve) => setTimeout(resolve, 100)); // the browser's own reports come after the page's
    return results;
  } finally {
    await opened.close();
  }
}

if (isMain(import.meta.url)) {
  const words = process.argv.slice(2);
  const versions = /** @type {('80' | '86')[]} */ (['80', '86']).filter(
    (version) => !words.some((word) => /^8[06]$/.test(word)) || words.includes(version),
  );
  const names = words.filter((word) => !/^8[06]$/.test(word));
  const folder = 'packages/portal/test/old-engines';
  const pages = findFiles([folder], /\.html$/)
    .filter((path) => !names.length || names.some((name) => path.includes(name)))
    .map((path) => path.replace(folder, '/old-engines'));
  let passed = 0;
  let failed = 0;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    console.log('Old engines run on Linux x64 only\n0 passed, 0 failed');
    process.exit(0);
  }
  if (!(await buildSite())) process.exit(1);
  for (const version of versions) {
    for (const { page, name, error } of await runPages(
      version,
      { '/old-engines/': at(folder), '/fixtures/': at('packages/portal/test/fixtures') },
      pages,
    )) {
      if (error === undefined) passed++;
      else {
        failed++;
        console.error(`✖ Chromium ${version} ${page}: ${name}\n  ${error.replaceAll('\n', '\n  ')}`);
      }
    }
  }
  console.log(`\n${pages.length} pages in Chromium ${versions.join(' and ')}\n${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}
