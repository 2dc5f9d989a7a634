import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { surroundingsContext, type Surroundings } from './context.ts';
import { LightCopiesController } from './light-copies.ts';
import { toLocale } from './locale.ts';
import { warnOfObjectAttributes } from './object-attributes.ts';

type Host = ReactiveControllerHost & HTMLElement & { locale?: string | undefined };

/** What the nearest `<jc-provider>` says, and the language that follows. The host renders anew when either changes. */
export class SurroundingsController implements ReactiveController {
  private readonly host: Host;
  private readonly consumer: ContextConsumer<typeof surroundingsContext, Host>;
  private observer: MutationObserver | undefined;

  constructor(host: Host, changed?: (value: Surroundings) => void) {
    this.host = host;
    this.consumer = new ContextConsumer(host, {
      context: surroundingsContext,
      subscribe: true,
      callback: (value) => changed?.(value),
    });
    host.addController(this);
    new LightCopiesController(host, () => this.locale);
  }

  /** Never undefined: without a provider it is empty. */
  get value(): Surroundings {
    return this.consumer.value ?? {};
  }

  /** Property, then provider, then nearest `lang` across shadow roots, then zh-CN. */
  get locale(): string {
    return toLocale(this.host.locale || this.value.locale || nearestLang(this.host));
  }

  hostConnected(): void {
    warnOfObjectAttributes(this.host);
    this.observer = new MutationObserver(() => this.host.requestUpdate());
    this.observer.observe(document.documentElement, { attributeFilter: ['lang'] });
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }
}

function nearestLang(start: Element): string | undefined {
  for (let at: Element | null = start; at !== null;) {
    const found = at.closest('[lang]');
    if (found !== null) return found.getAttribute('lang') ?? undefined;
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}
