const TAGS: ReadonlySet<string> = new Set([
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'div',
  'p',
  'h1',
  'h2',
  'h3',
  'ul',
  'ol',
  'li',
  'b',
  'strong',
  'span',
  'br',
]);
const ATTRIBUTES: ReadonlySet<string> = new Set(['colspan', 'rowspan', 'scope']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Nodes from markup that `getPrintHTML` wrote: known tags, double quotes, escaped texts. Pages' policies allow no
 * markup from text and no style attributes in it; styles set through the node are allowed, and stand in clones. A tag
 * or attribute that is not known is left out.
 */
export function nodesOf(markup: string): DocumentFragment {
  const root = document.createDocumentFragment();
  let at: Node = root;
  for (const [, closing, tag, attributes, text] of markup.matchAll(
    /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*>|([^<]+)/g,
  )) {
    if (text !== undefined) at.appendChild(document.createTextNode(decoded(text)));
    else if (!TAGS.has(tag as string)) continue;
    else if (closing) at = at.parentNode ?? root;
    else {
      const node = document.createElement(tag as string);
      for (const [, name, value] of (attributes ?? '').matchAll(/([a-z-]+)="([^"]*)"/g)) {
        if (name === 'style') node.style.cssText = decoded(value as string);
        else if (ATTRIBUTES.has(name as string)) node.setAttribute(name as string, decoded(value as string));
      }
      at.appendChild(node);
      if (tag !== 'br') at = node;
    }
  }
  return root;
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));/g, (whole, code: string | undefined, name: string) =>
    code === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
