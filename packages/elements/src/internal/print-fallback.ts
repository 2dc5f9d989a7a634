import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clear, make } from './nodes.ts';

type Printing = ReactiveControllerHost & HTMLElement & { getPrintHTML?(): string };

/** Changes come in bursts; so long, in ms, the copy waits for the last of them. */
const PAUSE = 200;

/**
 * What tools need that print a clone of the page's markup, where shadow trees are missing: with the attribute `print-fallback` all rows
 * stand as a plain table among the host's children. No slot takes them, so that nothing of it is seen or read until it is cloned.
 */
export class PrintFallbackController implements ReactiveController {
  private readonly host: Printing;
  private readonly observer = new MutationObserver(() => this.hostUpdated());
  private copy: HTMLElement | undefined;
  private shown = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Printing) {
    this.host = host;
    if (host.getPrintHTML) (host as ReactiveControllerHost).addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host, { attributeFilter: ['print-fallback'] });
    this.host.addEventListener('jc-change', this.later);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    this.host.removeEventListener('jc-change', this.later);
    clearTimeout(this.timer);
  }

  hostUpdated(): void {
    if (this.host.hasAttribute('print-fallback')) this.later();
    else {
      this.copy?.remove();
      this.copy = undefined;
    }
  }

  private readonly later = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), PAUSE);
  };

  private write(): void {
    const { host } = this;
    if (!host.hasAttribute('print-fallback')) return;
    const markup = host.getPrintHTML?.() ?? '';
    if (this.copy && markup === this.shown) return;
    this.shown = markup;
    this.copy ??= host.appendChild(make('div', { slot: 'jc-print' }));
    clear(this.copy);
    this.copy.append(nodesOf(markup));
  }
}

const TAGS: ReadonlySet<string> = new Set(['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'div', 'p', 'h1', 'h2', 'h3', 'ul', 'ol', 'li', 'b', 'strong', 'span', 'br']);
const ATTRIBUTES: ReadonlySet<string> = new Set(['colspan', 'rowspan', 'scope']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Nodes from markup that `getPrintHTML` wrote: known tags, double quotes, escaped texts. Pages' policies allow no markup from text and
 * no style attributes in it; styles set through the node are allowed, and stand in clones. A tag or attribute that is not known is left out.
 */
export function nodesOf(markup: string): DocumentFragment {
  const root = document.createDocumentFragment();
  let at: Node = root;
  for (const [, closing, tag, attributes, text] of markup.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"]*")*)\s*>|([^<]+)/g)) {
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
  return text.replace(/&(?:#(\d+)|([a-z]+));/g, (whole, code: string | undefined, name: string) => (code === undefined ? ENTITIES[name] ?? whole : String.fromCodePoint(Number(code))));
}
