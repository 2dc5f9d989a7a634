import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The definitions of a data source; none until they are read. They are read anew when the host comes back. */
export class KnownDefinitions implements ReactiveController {
  value: readonly Definition[] = [];
  private readonly host: ReactiveControllerHost & Element;
  private source: DataSource | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    (this.host = host).addController(this);
  }

  hostDisconnected(): void {
    this.source = undefined;
  }

  /** Reads a source unless it is the one that was read. */
  read(source: DataSource | undefined): void {
    if (source === this.source || !this.host.isConnected) return;
    this.source = source;
    void source?.definitions().then((definitions) => {
      if (this.source !== source) return;
      this.value = definitions;
      this.host.requestUpdate();
    });
  }
}
