/** What `make` sets besides attributes: text content, and a class. */
type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** A node with attributes and children; texts go in as text. Only for names that are written in our own code. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value === undefined || value === false) continue;
    if (name === 'class') node.className = value as string;
    else node.setAttribute(name, value === true ? '' : value);
  }
  if (children.length > 0) node.append(...children);
  return node;
}

/** A button that never submits a form around it. */
export function button(text: string, act: () => void, className = 'button'): HTMLButtonElement {
  const node = make('button', { type: 'button', class: className }, text);
  node.addEventListener('click', act);
  return node;
}

/** Takes all children away. */
export function clear(node: Node): void {
  while (node.firstChild) node.firstChild.remove();
}

/** Sets an attribute, or takes it away. */
export function setAttribute(node: Element, name: string, value: string | undefined): void {
  if (value === undefined) node.removeAttribute(name);
  else if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
