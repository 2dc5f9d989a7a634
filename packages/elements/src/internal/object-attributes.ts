import type { ReactiveElement } from 'lit';

const told = new Set<string>();

/**
 * Bindings of old frameworks (`:records="…"` in Vue 2), and of new ones before a tag is defined, write objects as
 * attributes: as text, which nothing reads. Says so in the console, once for each tag and name.
 */
export function warnOfObjectAttributes(host: Element): void {
  const { elementProperties } = host.constructor as typeof ReactiveElement;
  for (const [name, { attribute, state }] of elementProperties) {
    if (attribute !== false || state === true || typeof name !== 'string' || !host.hasAttribute(name)) continue;
    const what = `<${host.localName}> "${name}"`;
    if (told.has(what)) continue;
    told.add(what);
    console.warn(
      `Jiceng: ${what} was given as text ("${(host.getAttribute(name) ?? '').slice(0, 30)}"). Set the property: in Vue write :${name}.prop="…".`,
    );
  }
}
