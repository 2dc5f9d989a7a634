import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import assert from 'node:assert/strict';
import type { Browser, ConsoleMessage, Page } from 'puppeteer-core';
import { launch } from '@jiceng/tools/launch.mjs';
import { npmPackage } from '@jiceng/tools/npm-package.mjs';
import { policy } from '@jiceng/tools/policy.mjs';
import { at } from '@jiceng/tools/root.mjs';
import { startSite } from '@jiceng/tools/site.mjs';

export const FIXTURES = at('packages/portal/test/fixtures');

/** Libraries of host pages; they are test-only and fetched when first needed. */
const libraries = JSON.parse(readFileSync(join(FIXTURES, 'versions.json'), 'utf8')) as Record<
  string,
  { package: string; version: string; files: string }
>;

// jQuery and Vue write innerHTML, so no page with them can ask for Trusted Types; jQuery's getScript and feature tests
// even run text. The rest of the policy stays.
const forHosts = policy
  .split('; ')
  .filter((part) => !part.includes('trusted-types'))
  .join('; ');
const forOld = forHosts.replace("script-src 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval'");
const policies: Readonly<Record<string, string>> = { host: forHosts, old: forOld };

/** How a fixture is opened. */
export interface Opening {
  /** What stands after the page's name, from `?` on. */
  readonly query?: string;
  /** The policy of pages with old libraries instead of the one policy. */
  readonly policy?: 'host' | 'old';
  readonly width?: number;
  /** Runs in the page before anything else. */
  readonly first?: string;
  /** A whole address instead of the fixture's. */
  readonly url?: string;
}

/** One opened fixture, and what its user's browser has noticed so far. */
export interface Opened {
  readonly page: Page;
  readonly errors: string[];
  readonly console: { readonly type: string; readonly text: string }[];
  readonly requests: string[];
}

export type Bench = ReturnType<typeof bench>;

/** A page that waits for something that never comes must not hold up the run. */
async function within<T>(work: Promise<T>, what: string, milliseconds = 60_000): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

type Site = Awaited<ReturnType<typeof startSite>>;

/**
 * Browser and server of one file of tests. `closed` of every page checks what holds for all: nothing thrown, no policy
 * report, no request elsewhere.
 */
export function bench({ env = {}, args = [] }: { env?: Record<string, string>; args?: string[] } = {}) {
  let site: Site;
  let browser: Browser;
  before(async () => {
    const mounts = Object.fromEntries(
      Object.entries(libraries).map(([name, { package: id, version, files }]) => [
        `/lib/${name}/`,
        join(npmPackage(id, version), files),
      ]),
    );
    site = await startSite({
      test: true,
      mounts: { '/fixtures/': FIXTURES, '/deep/path/of/a/portal/': at('packages/elements/dist'), ...mounts },
      handle(_request, response, url) {
        // The bundle under another name, and as another build.
        if (/widgets-2025\.js$|^\/older\/jiceng\.js$/.test(url.pathname)) {
          const code = readFileSync(at('packages/elements/dist/jiceng.js'), 'utf8');
          const { version } = JSON.parse(readFileSync(at('packages/elements/package.json'), 'utf8')) as {
            version: string;
          };
          response
            .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' })
            .end(url.pathname.startsWith('/older/') ? code.split(version).join('0.0.1-older') : code);
          return true;
        }
        const other = policies[url.searchParams.get('policy') ?? ''];
        if (other !== undefined) response.setHeader('content-security-policy', `${other}; report-uri /__report`);
        return false;
      },
    });
    const kept = { ...process.env };
    Object.assign(process.env, env);
    browser = await launch({
      args: ['--host-resolver-rules=MAP portal.lan 127.0.0.1 , MAP * ~NOTFOUND , EXCLUDE 127.0.0.1', ...args],
    });
    process.env = kept;
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opens a fixture, hands it to `look`, closes it, and checks what holds for every page. */
  async function opened(
    name: string,
    look: (opened: Opened) => Promise<void>,
    { query = '', policy: other, width = 1366, first, url }: Opening = {},
  ): Promise<void> {
    const page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    const found: Opened = { page, errors: [], console: [], requests: [] };
    const before = site.violations().length;
    page.on('pageerror', (error) =>
      found.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    page.on('console', (message: ConsoleMessage) => found.console.push({ type: message.type(), text: message.text() }));
    page.on('request', (request) => found.requests.push(request.url()));
    await page.setViewport({ width, height: 768 });
    // what the tests' compiler calls in the functions they hand over
    await page.evaluateOnNewDocument('globalThis.__name ??= (value) => value');
    if (first !== undefined) await page.evaluateOnNewDocument(first);
    const search = other === undefined ? query : `${query === '' ? '?' : `${query}&`}policy=${other}`;
    await page.goto(url ?? `${site.origin}/fixtures/${name}.html${search}`);
    const home = new Set([site.origin, new URL(page.url()).origin]);
    await within(look(found), `${name} is not done`);
    await page.close();
    assert.deepEqual(found.errors, [], 'the page threw');
    assert.deepEqual(
      site
        .violations()
        .slice(before)
        .map(
          ({ body }) =>
            `${body['violated-directive']} ${body['blocked-uri']} ${body['source-file'] ?? ''}:${body['line-number'] ?? ''}`,
        ),
      [],
      'policy reports',
    );
    assert.deepEqual(
      found.requests.filter((address) => !home.has(new URL(address).origin) && !/^(data|blob|file):/.test(address)),
      [],
      'requests elsewhere',
    );
  }
  return { opened, site: () => site, browser: () => browser };
}
