import { translated } from '@jiceng/core/definition/translated.js';
import { isObject } from '@jiceng/core/json/json.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Copies, Telling } from './copies.ts';

/** Title and description of a definition in the page's language; definitions are strangers' documents. */
function told(
  definition: unknown,
  locale: string,
): { readonly title?: unknown; readonly description?: unknown } | undefined {
  return isObject(definition) ? translated(definition, locale) : undefined;
}

const ASKING = ['mirror-text', 'print-fallback'];
const CHANGES = ['change', 'jc-change'];

type Host = ReactiveControllerHost & Telling & { heading?: string; definition?: object };

/**
 * What tools need to which a shadow tree is empty. The host has the definition's title as its name. With the attribute
 * `mirror-text` its text stands once more among its children, unseen, so that `innerText` is the content for bars that
 * read aloud; screen readers, which read the real thing, are not told twice. With `print-fallback` all rows stand there
 * as a plain table, for tools that print a clone of the page; no slot takes it, so that nothing of it is seen or read
 * until it is cloned.
 */
export class LightCopiesController implements ReactiveController {
  private readonly host: Host;
  private readonly locale: () => string;
  private readonly internals: ElementInternals | undefined;
  private readonly observer = new MutationObserver(() => this.write());
  /** Loaded for the first host that is asked. */
  private copies: Copies | undefined;
  private loading = false;

  constructor(host: Host, locale: () => string) {
    this.host = host;
    this.locale = locale;
    if (!host.getPlainText) return;
    // Form controls have internals, and a name, of their own.
    if (!('internals' in host)) this.internals = (host as HTMLElement).attachInternals();
    host.addController(this);
  }

  hostConnected(): void {
    this.observer.observe(this.host, { attributeFilter: ASKING });
    for (const type of CHANGES) this.host.addEventListener(type, this.later);
    this.later(); // it may have been moved while a copy waited
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    for (const type of CHANGES) this.host.removeEventListener(type, this.later);
    this.copies?.stop();
  }

  hostUpdated(): void {
    this.name();
    this.write();
  }

  private name(): void {
    const {
      internals,
      host: { heading },
    } = this;
    if (!internals) return;
    const definition = told(this.host.definition, this.locale());
    const title = heading ?? definition?.title;
    internals.role = typeof title === 'string' ? 'group' : null;
    internals.ariaLabel = typeof title === 'string' ? title : null;
    (internals as { ariaDescription?: string | null }).ariaDescription =
      typeof definition?.description === 'string' ? definition.description : null;
  }

  private write(): void {
    if (this.copies) return this.copies.write();
    if (this.loading || !ASKING.some((attribute) => this.host.hasAttribute(attribute))) return;
    this.loading = true;
    import('./copies.ts')
      .then(({ Copies }) => {
        this.copies = new Copies(this.host);
        this.copies.write();
      })
      .catch((error: unknown) => console.warn('Jiceng: could not load:', error))
      .then(() => {
        this.loading = false;
      });
  }

  /** What the listeners of the element itself do comes first. */
  private readonly later = (): void => queueMicrotask(() => this.write());
}
