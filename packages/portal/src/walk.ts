import assert from 'node:assert/strict';
import type { Browser } from 'puppeteer-core';
import { launch } from '@jiceng/tools/launch.mjs';
import { startSite } from '@jiceng/tools/site.mjs';
import { reachDeep } from './deep.ts';
import { Tab } from './tab.ts';

type Site = Awaited<ReturnType<typeof startSite>>;

/**
 * The portal with a browser before it, and what the browser noticed: end with `close`, which checks that nothing went
 * wrong.
 */
export class Walk {
  readonly site: Site;
  readonly browser: Browser;
  private readonly errors: string[] = [];
  private readonly elsewhere: string[] = [];

  private constructor(site: Site, browser: Browser) {
    this.site = site;
    this.browser = browser;
  }

  static async start(mounts: Record<string, string> = {}): Promise<Walk> {
    const site = await startSite({ test: true, mounts });
    return new Walk(site, await launch());
  }

  /** A new tab of the same person's browser. */
  async tab(): Promise<Tab> {
    const page = await this.browser.newPage();
    page.on('pageerror', (error) =>
      this.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    page.on('request', (request) => {
      if (!request.url().startsWith(this.site.origin) && !/^(data|blob):/.test(request.url()))
        this.elsewhere.push(request.url());
    });
    page.on('dialog', (dialog) => void dialog.accept());
    await reachDeep(page);
    return new Tab(page, this.site.origin);
  }

  async close(): Promise<void> {
    const violations = this.site
      .violations()
      .map(
        ({ body }) =>
          `${body['violated-directive']} ${body['blocked-uri']} ${body['source-file'] ?? ''}:${body['line-number'] ?? ''}`,
      );
    await this.browser.close();
    await this.site.close();
    assert.deepEqual(this.errors, [], 'pages threw');
    assert.deepEqual(violations, [], 'policy reports');
    assert.deepEqual(this.elsewhere, [], 'requests to other hosts');
  }
}
