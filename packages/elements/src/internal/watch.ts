import { effect, type ReadonlySignal } from '@preact/signals-core';
import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';

class WatchDirective extends AsyncDirective {
  private source: ReadonlySignal<unknown> | undefined;
  private stop: (() => void) | undefined;

  render(source: ReadonlySignal<unknown>): unknown {
    if (source !== this.source) {
      this.source = source;
      this.listen();
    }
    return noChange;
  }

  private listen(): void {
    this.stop?.();
    this.stop = effect(() => this.setValue(this.source?.value));
  }

  protected override disconnected(): void {
    this.stop?.();
  }

  protected override reconnected(): void {
    this.listen();
  }
}

/** `${watch(signal)}`: this part alone follows the signal; the template around it does not render again. */
export const watch = directive(WatchDirective);
