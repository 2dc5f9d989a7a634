import type { ElementHandle, Page } from 'puppeteer-core';

// What a person does with a page, by the names that are read aloud.

/** The control with this accessible name (required ones may say so behind it); of several, the first. */
export async function box(page: Page, name: string): Promise<ElementHandle<Element>> {
  const named = [name, `${name} （必填）`].map((each) => `::-p-aria([name=${JSON.stringify(each)}])`).join(', ');
  const found = await page.waitForSelector(named, { timeout: 8000 });
  if (!found) throw new Error(`no control "${name}"`);
  return found;
}

/** Types into a control, in place of what it held, and leaves it. */
export async function fill(page: Page, name: string, text: string): Promise<void> {
  const control = await box(page, name);
  await control.evaluate((input) => {
    (input as HTMLInputElement).focus();
    (input as HTMLInputElement).select();
  });
  await page.keyboard.type(text);
  await control.evaluate((input) => (input as HTMLElement).blur());
  await painted(page);
}

/** Presses the button with this name. */
export async function press(page: Page, name: string): Promise<void> {
  const found = await page.waitForSelector(`::-p-aria([name=${JSON.stringify(name)}][role="button"])`, {
    timeout: 8000,
  });
  await found?.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  await found?.click();
  await painted(page);
}

/** The text inside an element's shadow tree, once it is there. */
export async function shown(page: Page, selector: string): Promise<string> {
  const found = await page.waitForFunction(
    (wanted: string) => document.querySelector(wanted)?.shadowRoot?.textContent?.trim() || undefined,
    { timeout: 8000 },
    selector,
  );
  return (await found.jsonValue()) as string;
}

/** After the next frame and what follows it. */
export async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
}

/** What is still held after collecting garbage. */
export async function heap(page: Page): Promise<{ nodes: number; listeners: number }> {
  const session = await page.createCDPSession();
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners') };
}
