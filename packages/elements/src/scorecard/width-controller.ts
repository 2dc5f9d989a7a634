import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Text size, in px, for which limits are meant. */
const NORMAL = 14;

/**
 * Whether the element is narrower than a limit at normal text size (more for larger text). Follows the element, not the
 * window, since columns of portals are narrow on wide screens.
 */
export class WidthController implements ReactiveController {
  narrow = false;
  private readonly host: ReactiveControllerHost & Element;
  private readonly limit: number;
  private readonly observer: ResizeObserver;

  constructor(host: ReactiveControllerHost & Element, limit: number) {
    this.host = host;
    this.limit = limit;
    // at once, the new layout would notify again: a loop error
    this.observer = new ResizeObserver(() => requestAnimationFrame(() => this.measure()));
    host.addController(this);
  }

  hostConnected(): void {
    this.measure();
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer.disconnect();
  }

  hostUpdated(): void {
    requestAnimationFrame(() => this.measure());
  }

  /** How much larger than normal the text is. */
  private scale(): number {
    const base = this.host.shadowRoot?.querySelector('.base');
    return base ? (Number.parseFloat(getComputedStyle(base).fontSize) || NORMAL) / NORMAL : 1;
  }

  /** A hidden element has no width and keeps what it was. */
  private measure(): void {
    const { width } = this.host.getBoundingClientRect();
    const narrow = width < this.limit * this.scale();
    if (width === 0 || narrow === this.narrow) return;
    this.narrow = narrow;
    this.host.requestUpdate();
  }
}
