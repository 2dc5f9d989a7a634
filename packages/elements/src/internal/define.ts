/**
 * Registers a tag once. A second copy of the bundle keeps the first definition and says so, since the browser would
 * throw and leave the page without either.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (known === undefined) customElements.define(tag, element);
  else if (known !== element)
    console.warn(`<${tag}> is already defined by another copy of Jiceng; that one stays in use.`);
}
