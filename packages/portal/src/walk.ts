import assert from 'node:assert/strict';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { launch } from '@jiceng/tools/launch.mjs';
import { startSite } from '@jiceng/tools/site.mjs';

/** How long a state is waited for; a test that needs it fails, so it is generous. */
const PATIENCE = { timeout: 30_000 };

type Site = Awaited<ReturnType<typeof startSite>>;
type Deep = (selector: string, text?: string) => HTMLElement[];

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
    await page.evaluateOnNewDocument(() => {
      // what the tests' compiler calls in the functions they hand over
      (globalThis as { __name?: unknown }).__name ??= (value: unknown) => value;
      // Elements that can be seen, in all shadow trees, by selector and the beginning of their text.
      const deep: Deep = (selector, text = '') => {
        const found: HTMLElement[] = [];
        const look = (root: ParentNode): void => {
          for (const element of root.querySelectorAll<HTMLElement>('*')) {
            if (
              element.matches(selector) &&
              element.getClientRects().length > 0 &&
              (element.textContent ?? '').replace(/\s+/g, ' ').trim().startsWith(text)
            )
              found.push(element);
            if (element.shadowRoot) look(element.shadowRoot);
          }
        };
        look(document);
        return found;
      };
      Object.assign(globalThis, { deep });
    });
    return new Tab(this, page);
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

/** One tab, and what a person does and reads in it. */
export class Tab {
  readonly page: Page;
  private readonly walk: Walk;

  constructor(walk: Walk, page: Page) {
    this.walk = walk;
    this.page = page;
  }

  /** Opens a page of the portal, and waits until the clock has acted too. */
  async open(address: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.goto(`${this.walk.site.origin}/${address}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.page.waitForSelector('#main[data-ready]', PATIENCE);
  }

  /** The first element that can be seen, in whatever shadow tree, once there is one. */
  async find(selector: string, text = ''): Promise<ElementHandle<HTMLElement>> {
    try {
      const found = await this.page.waitForFunction(
        (wanted, start) => (globalThis as unknown as { deep: Deep }).deep(wanted, start)[0],
        PATIENCE,
        selector,
        text,
      );
      return found.asElement() as ElementHandle<HTMLElement>;
    } catch {
      throw new Error(`nothing to see: ${selector} “${text}” at ${this.page.url()}; notes: ${await this.notes()}`);
    }
  }

  async click(selector: string, text = ''): Promise<void> {
    const found = await this.find(selector, text);
    await found.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await found.click();
  }

  /** Clicks something that leads to another page, and waits for that. */
  async follow(selector: string, text = ''): Promise<void> {
    const found = await this.find(selector, text);
    await Promise.all([
      this.page.waitForNavigation(PATIENCE),
      found.evaluate((element) => element.scrollIntoView({ block: 'center' })).then(() => found.click()),
    ]);
    await this.ready();
  }

  /** Types into a field in place of what it held, and leaves it. */
  async fill(selector: string, text: string, at?: ElementHandle<HTMLElement>): Promise<void> {
    const field = at ?? (await this.find(selector));
    await field.evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
      element.focus();
      (element as HTMLInputElement).select?.();
    });
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Tab');
  }

  /** The control with this label. */
  async field(label: string): Promise<ElementHandle<HTMLElement>> {
    try {
      const found = await this.page.waitForFunction(
        (wanted) => {
          const controls = (globalThis as unknown as { deep: Deep })
            .deep('input, select, textarea, button[role="combobox"]')
            .map((control) => ({
              control,
              name: (control.getAttribute('aria-label') ?? (control as HTMLInputElement).labels?.[0]?.textContent ?? '')
                .replace(/\*|（必填）/g, '')
                .trim(),
            }));
          return (controls.find(({ name }) => name === wanted) ?? controls.find(({ name }) => name.startsWith(wanted)))
            ?.control;
        },
        PATIENCE,
        label,
      );
      return found.asElement() as ElementHandle<HTMLElement>;
    } catch {
      throw new Error(`no field “${label}” at ${this.page.url()}; notes: ${await this.notes()}`);
    }
  }

  /** Chooses a person or organisation by name. */
  async pick(label: string, name: string, place = ''): Promise<void> {
    const field = await this.field(label);
    await field.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await field.click();
    await this.choose(name, place);
  }

  /** Chooses in the open list; `place` tells namesakes apart. */
  async choose(name: string, place = ''): Promise<void> {
    await this.find('.picker input');
    await this.page.keyboard.type(`${name} ${place}`.trim());
    await this.says('.picker [role="option"], .picker [role="treeitem"]', new RegExp(`${name}.*${place}`));
    await this.page.keyboard.press('Enter');
    await this.gone('.picker');
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key as 'Tab');
  }

  /** Goes on with Tab until what has the focus is called so. */
  async tabTo(name: string, most = 120): Promise<void> {
    const seen: string[] = [];
    for (let times = 0; times < most; times++) {
      await this.page.keyboard.press('Tab');
      const at = await this.focused();
      if (at.includes(name)) return;
      seen.push(at);
    }
    throw new Error(`Tab never comes to “${name}” at ${this.page.url()}; it came to ${seen.slice(-20).join(' | ')}`);
  }

  /** Changes sides: another person at the same computer. */
  async become(who: string | RegExp): Promise<void> {
    const pattern = typeof who === 'string' ? who.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : who.source;
    const value = await this.page.$eval(
      '#person',
      (select, wanted) =>
        [...(select as HTMLSelectElement).options].find((option) => new RegExp(wanted).test(option.text))?.value ?? '',
      pattern,
    );
    assert.notEqual(value, '', `nobody is called ${String(who)}`);
    if ((await this.page.$eval('#person', (select) => (select as HTMLSelectElement).value)) === value) return;
    await Promise.all([this.page.waitForNavigation(PATIENCE), this.page.select('#person', value)]);
    await this.ready();
  }

  /** The text of everything that fits and can be seen. */
  texts(selector: string): Promise<string[]> {
    return this.page.evaluate(
      (wanted) =>
        (globalThis as unknown as { deep: Deep })
          .deep(wanted)
          .map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()),
      selector,
    );
  }

  /** Waits until the text of something that fits matches, and answers it. */
  async says(selector: string, pattern: RegExp): Promise<string> {
    try {
      const found = await this.page.waitForFunction(
        (wanted, source) =>
          (globalThis as unknown as { deep: Deep })
            .deep(wanted)
            .map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim())
            .find((text) => new RegExp(source).test(text)),
        PATIENCE,
        selector,
        pattern.source,
      );
      return (await found.jsonValue()) as string;
    } catch {
      if (process.env['SHOTS']) await this.shot(`stuck-${Date.now()}`);
      throw new Error(
        `${selector} does not say ${pattern} but: ${(await this.texts(selector)).slice(0, 8).join(' | ').slice(0, 600)}; notes: ${await this.notes()}`,
      );
    }
  }

  /** Waits until nothing that fits can be seen. */
  async gone(selector: string): Promise<void> {
    try {
      await this.page.waitForFunction(
        (wanted) => (globalThis as unknown as { deep: Deep }).deep(wanted).length === 0,
        PATIENCE,
        selector,
      );
    } catch {
      if (process.env['SHOTS']) await this.shot(`stuck-${Date.now()}`);
      throw new Error(`${selector} is still there: ${(await this.texts(selector)).join(' | ').slice(0, 600)}`);
    }
  }

  /** Waits until a field holds this text. */
  async holds(selector: string, value: string): Promise<void> {
    const field = (): Promise<string | undefined> =>
      this.page.evaluate(
        (wanted) => ((globalThis as unknown as { deep: Deep }).deep(wanted)[0] as HTMLInputElement | undefined)?.value,
        selector,
      );
    try {
      await this.page.waitForFunction(
        (wanted, text) =>
          ((globalThis as unknown as { deep: Deep }).deep(wanted)[0] as HTMLInputElement | undefined)?.value === text,
        PATIENCE,
        selector,
        value,
      );
    } catch {
      throw new Error(`${selector} does not hold “${value}” but “${await field()}”`);
    }
  }

  /** Ends the tab without a word to the page, as a crash does. */
  async kill(): Promise<void> {
    const session = await this.page.createCDPSession();
    void session.send('Page.crash').catch(() => undefined);
    await this.page.close().catch(() => undefined);
  }

  notes(): Promise<string> {
    return this.page.$eval('#notes', ({ textContent }) => textContent ?? '').catch(() => '');
  }

  /** The text of what has the focus, through shadow trees. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      const label =
        at?.getAttribute('aria-label') ??
        (at as HTMLInputElement | null)?.labels?.[0]?.textContent ??
        (at as HTMLElement | null)?.innerText ??
        '';
      return `${at?.localName ?? ''}: ${label.replace(/\s+/g, ' ').trim()}`;
    });
  }

  shot(name: string): Promise<unknown> {
    return this.page.screenshot({ path: `${process.env['SHOTS'] ?? ''}/${name}.png` as `${string}.png` });
  }
}
