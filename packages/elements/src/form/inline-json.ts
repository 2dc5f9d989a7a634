/** The JSON of a `<script type="application/json" slot="…">` among the children; `undefined` without one. */
export function inlineJson(host: Element, slot: string): unknown {
  for (const child of host.children) {
    if (
      child.localName === 'script' &&
      child.getAttribute('slot') === slot &&
      /json/i.test(child.getAttribute('type') ?? '')
    ) {
      try {
        return JSON.parse(child.textContent ?? '') as unknown;
      } catch (error) {
        // Until the page is there the rest of it may still come.
        if (document.readyState !== 'loading')
          console.error(`Jiceng: <${host.localName}> "${slot}" is no JSON:`, error);
        return undefined;
      }
    }
  }
  return undefined;
}

/** Reads children now, and as long as the parser brings more of them: a script first, its text in pieces. */
export function whileParsed(host: Element, read: () => void): void {
  read();
  if (document.readyState !== 'loading') return;
  const waiting = new MutationObserver(read);
  waiting.observe(host, { childList: true, subtree: true, characterData: true });
  document.addEventListener(
    'DOMContentLoaded',
    () => {
      read();
      waiting.disconnect();
    },
    { once: true },
  );
}

/** An object given as a property; pages with old bindings hand over text, which is read, or told. */
export function asObject(given: unknown, name: string, host: Element): object | undefined {
  let value = given;
  if (typeof given === 'string') {
    try {
      value = JSON.parse(given);
    } catch {
      console.error(
        `Jiceng: <${host.localName}> "${name}" was given as text ("${given.slice(0, 30)}"). Set the property: in Vue write :${name}.prop="…".`,
      );
      return undefined;
    }
  }
  return typeof value === 'object' && value !== null ? value : undefined;
}
