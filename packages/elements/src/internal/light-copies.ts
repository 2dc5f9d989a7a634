import { translated } from '@jiceng/core/definition/translated.js';
import { isObject } from '@jiceng/core/json/json.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clear, make } from './nodes.ts';
import { nodesOf } from './print-nodes.ts';

/** An element that can tell its content as text or as markup. */
type Telling = ReactiveControllerHost & HTMLElement & { getPlainText?(): string; getPrintHTML?(): string; heading?: string; definition?: object };


/** Title and description of a definition in the page's language; definitions are strangers' documents. */
function told(definition: unknown, locale: string): { readonly title?: unknown; readonly description?: unknown } | undefined {
  return isObject(definition) ? translated(definition, locale) : undefined;
}

/** A copy of the content among the host's children, while the host has an attribute of this name. */
interface Copy {
  readonly attribute: string;
  /** Whether a slot takes it, out of sight, so that it is part of `innerText`. */
  readonly slotted: boolean;
  /** Changes come in bursts; so long, in ms, a copy that is dear to make waits for the last of them. */
  readonly pause: number;
  content(host: Telling): string | undefined;
  nodes(content: string): Node;
}

const COPIES: readonly Copy[] = [
  { attribute: 'mirror-text', slotted: true, pause: 0, content: (host) => host.getPlainText?.(), nodes: (text) => { const lines = document.createDocumentFragment(); lines.append(...text.split('\n').map((line) => make('div', {}, line))); return lines; } },
  { attribute: 'print-fallback', slotted: false, pause: 200, content: (host) => host.getPrintHTML?.(), nodes: nodesOf },
];
const CHANGES = ['change', 'jc-change'];

/**
 * What tools need to which a shadow tree is empty. The host has the definition's title as its name. With the attribute `mirror-text`
 * its text stands once more among its children, unseen, so that `innerText` is the content for bars that read aloud; screen readers,
 * which read the real thing, are not told twice. With `print-fallback` all rows stand there as a plain table, for tools that print a
 * clone of the page; no slot takes it, so that nothing of it is seen or read until it is cloned.
 */
export class LightCopiesController implements ReactiveController {
  private readonly host: Telling;
  private readonly locale: () => string;
  private readonly internals: ElementInternals | undefined;
  private readonly observer = new MutationObserver(() => this.write());
  private readonly made = new Map<Copy, { readonly node: HTMLElement; content: string }>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Telling, locale: () => string) {
    this.host = host;
    this.locale = locale;
    if (!host.getPlainText) return;
    // Form controls have internals, and a name, of their own.
    if (!('internals' in host)) this.internals = (host as HTMLElement).attachInternals();
    (host as ReactiveControllerHost).addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host, { attributeFilter: COPIES.map(({ attribute }) => attribute) });
    for (const type of CHANGES) this.host.addEventListener(type, this.later);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    for (const type of CHANGES) this.host.removeEventListener(type, this.later);
    clearTimeout(this.timer);
  }

  hostUpdated(): void {
    this.name();
    this.write();
  }

  private name(): void {
    const { internals, host: { heading } } = this;
    if (!internals) return;
    const definition = told(this.host.definition, this.locale());
    const title = heading ?? definition?.title;
    internals.role = typeof title === 'string' ? 'group' : null;
    internals.ariaLabel = typeof title === 'string' ? title : null;
    (internals as { ariaDescription?: string | null }).ariaDescription = typeof definition?.description === 'string' ? definition.description : null;
  }

  /** Writes the copies that are asked for; those that wait only when `waited`. */
  private write(waited = false): void {
    for (const copy of COPIES) {
      if (!this.host.hasAttribute(copy.attribute)) {
        this.made.get(copy)?.node.remove();
        this.made.delete(copy);
      } else if (copy.pause > 0 && !waited) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.write(true), copy.pause);
      } else this.writeOne(copy);
    }
  }

  private writeOne(copy: Copy): void {
    const content = copy.content(this.host) ?? '';
    let made = this.made.get(copy);
    if (made?.content === content) return;
    if (!made) this.made.set(copy, (made = { node: this.place(copy), content }));
    made.content = content;
    clear(made.node);
    made.node.append(copy.nodes(content));
  }

  /** What the listeners of the element itself do comes first. */
  private readonly later = (): void => { if (this.made.size > 0) queueMicrotask(() => this.write()); };

  private place({ attribute: slot, slotted }: Copy): HTMLElement {
    const { host } = this;
    const root = host.shadowRoot;
    if (slotted && root && !root.querySelector(`slot[name="${slot}"]`)) root.append(make('div', { class: 'visually-hidden', 'aria-hidden': 'true' }, make('slot', { name: slot })));
    return host.appendChild(make('div', { slot }));
  }
}
