import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import assert from 'node:assert/strict';
import type { Browser, Page } from 'puppeteer-core';
import { launch } from '@jiceng/tools/launch.mjs';
import { npmPackage } from '@jiceng/tools/npm-package.mjs';
import { policy } from '@jiceng/tools/policy.mjs';
import { at } from '@jiceng/tools/root.mjs';
import { startSite } from '@jiceng/tools/site.mjs';

const withoutTrustedTypes = policy
  .split('; ')
  .filter((part) => !part.includes('trusted-types'))
  .join('; ');
/** Vue compiles its templates in the page, with text as code; that page has another policy, as such portals do. */
export const FOR_VUE = withoutTrustedTypes.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'");
/** A page whose scripts stand in it, as newcomers write them. */
export const FOR_INLINE = withoutTrustedTypes.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'");

const page = (body: string): string =>
  /^<!doctype/i.test(body)
    ? body
    : `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title><link rel="icon" href="data:,"></head><body>\n${body}\n</body></html>\n`;

/**
 * A host's server for code that was pasted as it is: pages, scripts and data by address, the libraries of host pages
 * below /lib/, and a place to save to; `api` answers below /api/.
 */
export function pastedPages(
  mounts: Record<string, string> = {},
  api?: (path: string, body: string) => Promise<{ readonly status: number; readonly answer: unknown }>,
) {
  const served = new Map<string, { readonly type: string; readonly body: string; readonly policy?: string }>();
  /** What was sent to an address with /save in it. */
  const posted: { readonly path: string; readonly body: string }[] = [];
  let site: Awaited<ReturnType<typeof startSite>>;
  let browser: Browser;

  before(async () => {
    const versions = JSON.parse(readFileSync(at('packages/portal/test/fixtures/versions.json'), 'utf8')) as Record<
      string,
      { package: string; version: string; files: string }
    >;
    const libraries = Object.fromEntries(
      ['vue2', 'vue3', 'jquery1'].map((name) => {
        const { package: id, version, files } = versions[name]!;
        return [`/lib/${name}/`, join(npmPackage(id, version), files)];
      }),
    );
    site = await startSite({
      test: true,
      mounts: { ...libraries, ...mounts },
      handle(request, response, url) {
        const isSave = request.method === 'POST' && /\/save\b/.test(url.pathname);
        if (isSave || (api && url.pathname.startsWith('/api/'))) {
          let body = '';
          request
            .setEncoding('utf8')
            .on('data', (part: string) => {
              body += part;
            })
            .on('end', () => {
              if (!isSave) {
                void api?.(url.pathname, body).then(({ status, answer }) =>
                  response
                    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
                    .end(JSON.stringify(answer)),
                );
                return;
              }
              posted.push({ path: url.pathname, body });
              response
                .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
                .end(page('<p id="saved">已保存</p>'));
            });
          return true;
        }
        const file = served.get(url.pathname);
        if (!file) return false;
        response
          .writeHead(200, {
            'content-type': `${file.type}; charset=utf-8`,
            'content-security-policy': `${file.policy ?? policy}; report-uri /__report`,
          })
          .end(file.body);
        return true;
      },
    });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  return {
    posted,
    /** Puts a file at an address. */
    serve(path: string, type: string, body: string): void {
      served.set(path, { type, body });
    },
    /** Puts a script at an address; answers its tag. */
    script(path: string, body: string): string {
      served.set(path, { type: 'text/javascript', body });
      return `<script src="${path}"></script>`;
    },
    /** Opens what was put together for a host, uses it, and sees that nothing went wrong. */
    async used(host: string, body: string, use: (opened: Page) => Promise<void>, other?: string): Promise<void> {
      served.set(`/${host}.html`, {
        type: 'text/html',
        body: page(body),
        ...(other === undefined ? {} : { policy: other }),
      });
      const reports = site.violations().length;
      const opened = await browser.newPage();
      const errors: string[] = [];
      opened.on('pageerror', (error) => errors.push(String(error)));
      await opened.goto(`${site.origin}/${host}.html`);
      await use(opened);
      await opened.close();
      assert.deepEqual(errors, []);
      assert.deepEqual(site.violations().slice(reports), []);
    },
  };
}
