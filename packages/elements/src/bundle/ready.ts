/** An element that knows when it has painted its first data. */
interface Painting extends Element {
  readonly updateComplete?: Promise<unknown>;
}

/** Resolves with `element` when its tag is defined and its first data is painted. */
export async function ready<T extends Element>(element: T): Promise<T> {
  await customElements.whenDefined(element.localName);
  await (element as Painting).updateComplete;
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return element;
}
