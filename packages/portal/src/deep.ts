import type { Page } from 'puppeteer-core';

/** Elements that can be seen, in all shadow trees, by selector and the beginning of their text. */
export type Deep = (selector: string, text?: string) => HTMLElement[];

/** Gives every document of a page the global function `deep`, a `Deep`. */
export async function reachDeep(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    // what the tests' compiler calls in the functions they hand over
    (globalThis as { __name?: unknown }).__name ??= (value: unknown) => value;
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
}
