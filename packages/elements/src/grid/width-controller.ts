import type { LitElement, ReactiveController } from 'lit';

/**
 * The host's own width, as far as it matters: the host renders anew when the width crosses one of `steps`. It is
 * measured on a line of no height inside the shadow root, since a host that watches its own box is told of every change
 * of height that it makes itself.
 */
export class WidthController implements ReactiveController {
  private readonly host: LitElement;
  private readonly steps: readonly number[];
  private readonly line = document.createElement('div');
  private readonly observer = new ResizeObserver(() => this.measure());
  /** In px; 0 while it is not known, as in a closed tab. */
  width = 0;

  constructor(host: LitElement, steps: readonly number[]) {
    this.host = host;
    this.steps = steps;
    this.line.style.height = '0';
    host.addController(this);
  }

  /** Whether the host is known to be narrower than `px`. */
  isBelow(px: number): boolean {
    return this.width > 0 && this.width < px;
  }

  hostConnected(): void {
    this.observer.observe(this.line);
  }
  hostDisconnected(): void {
    this.observer.disconnect();
  }
  hostUpdate(): void {
    if (this.width === 0) this.width = this.host.getBoundingClientRect().width;
  }
  hostUpdated(): void {
    if (!this.line.isConnected) this.host.renderRoot.append(this.line);
  }

  private measure(): void {
    const { width } = this.line.getBoundingClientRect();
    const before = this.width;
    if (width > 0) this.width = width;
    // A width that becomes known, as when a tab is opened, may be below a step that nothing was said about before.
    if ((before === 0 && width > 0) || this.steps.some((step) => before < step !== this.width < step))
      this.host.requestUpdate();
  }
}
