import { translated } from '@jiceng/core/definition/translated.js';
import { isObject } from '@jiceng/core/json/json.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clear, make } from './nodes.ts';

/** An element that can tell its content as text. */
type Telling = ReactiveControllerHost & HTMLElement & { getPlainText?(): string; heading?: string; definition?: object };

const SLOT = 'jc-mirror';
const CHANGES = ['change', 'jc-change'];

/** Title and description of a definition in the page's language; definitions are strangers' documents. */
function told(definition: unknown, locale: string): { readonly title?: unknown; readonly description?: unknown } | undefined {
  return isObject(definition) ? translated(definition, locale) : undefined;
}

/**
 * What bars that read pages aloud need, since a shadow tree is empty to them. The host has the definition's title as its name. With the
 * attribute `mirror-text` its text stands once more among its children, unseen, so that `innerText` is the content; screen readers,
 * which read the real thing, are not told twice.
 */
export class ReadAloudController implements ReactiveController {
  private readonly host: Telling;
  private readonly locale: () => string;
  private readonly internals: ElementInternals | undefined;
  private readonly observer = new MutationObserver(() => this.mirror());
  private copy: HTMLElement | undefined;
  private shown = '';

  constructor(host: Telling, locale: () => string) {
    this.host = host;
    this.locale = locale;
    if (!host.getPlainText) return;
    // Form controls have internals, and a name, of their own.
    if (!('internals' in host)) this.internals = (host as HTMLElement).attachInternals();
    (host as ReactiveControllerHost).addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host, { attributeFilter: ['mirror-text'] });
    for (const type of CHANGES) this.host.addEventListener(type, this.later);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    for (const type of CHANGES) this.host.removeEventListener(type, this.later);
  }

  hostUpdated(): void {
    this.name();
    this.mirror();
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

  private mirror(): void {
    const { host } = this;
    if (!host.hasAttribute('mirror-text')) {
      this.copy?.remove();
      this.copy = undefined;
      return;
    }
    const text = host.getPlainText?.() ?? '';
    if (this.copy && text === this.shown) return;
    this.shown = text;
    this.copy ??= this.place();
    clear(this.copy);
    for (const line of text.split('\n')) this.copy.append(make('div', {}, line));
  }

  /** What the listeners of the element itself do comes first. */
  private readonly later = (): void => { if (this.copy) queueMicrotask(() => this.mirror()); };

  private place(): HTMLElement {
    const { host } = this;
    const root = host.shadowRoot;
    if (root && !root.querySelector(`slot[name="${SLOT}"]`)) root.append(make('div', { class: 'visually-hidden', 'aria-hidden': 'true' }, make('slot', { name: SLOT })));
    const copy = make('div', { slot: SLOT });
    host.append(copy);
    return copy;
  }
}
