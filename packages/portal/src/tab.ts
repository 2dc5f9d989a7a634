import assert from 'node:assert/strict';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Deep } from './deep.ts';

/** How long a state is waited for; a test that needs it fails, so it is generous. */
const PATIENCE = { timeout: 30_000 };

/** In functions that are handed over to the page, where `reachDeep` has put it. */
declare const deep: Deep;

/** One tab, and what a person does and reads in it. */
export class Tab {
  readonly page: Page;
  /** Where the portal stands. */
  private readonly origin: string;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
  }

  /** Opens a page of the portal, and waits until the clock has acted too. */
  async open(address: string): Promise<void> {
    await this.page.bringToFront();
    await this.page.goto(`${this.origin}/${address}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await this.page.waitForSelector('#main[data-ready]', PATIENCE);
  }

  /** The first element that can be seen, in whatever shadow tree, once there is one. */
  async find(selector: string, text = ''): Promise<ElementHandle<HTMLElement>> {
    try {
      const found = await this.page.waitForFunction(
        (wanted, start) => deep(wanted, start)[0],
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
          const controls = deep('input, select, textarea, button[role="combobox"]').map((control) => ({
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
      (wanted) => deep(wanted).map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim()),
      selector,
    );
  }

  /** Waits until the text of something that fits matches, and answers it. */
  async says(selector: string, pattern: RegExp): Promise<string> {
    try {
      const found = await this.page.waitForFunction(
        (wanted, source) =>
          deep(wanted)
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
      await this.page.waitForFunction((wanted) => deep(wanted).length === 0, PATIENCE, selector);
    } catch {
      if (process.env['SHOTS']) await this.shot(`stuck-${Date.now()}`);
      throw new Error(`${selector} is still there: ${(await this.texts(selector)).join(' | ').slice(0, 600)}`);
    }
  }

  /** Waits until a field holds this text. */
  async holds(selector: string, value: string): Promise<void> {
    const field = (): Promise<string | undefined> =>
      this.page.evaluate((wanted) => (deep(wanted)[0] as HTMLInputElement | undefined)?.value, selector);
    try {
      await this.page.waitForFunction(
        (wanted, text) => (deep(wanted)[0] as HTMLInputElement | undefined)?.value === text,
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
