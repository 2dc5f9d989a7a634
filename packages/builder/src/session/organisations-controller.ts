import type { ReactiveController } from 'lit';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { BuilderSession } from './session.ts';
import type { SessionElement } from './session-element.ts';

/**
 * The organisations of the session's data source; none until they are read, and where they cannot be. The host draws
 * anew when they come.
 */
export class OrganisationsController implements ReactiveController {
  value: readonly Organisation[] = [];
  private readonly host: SessionElement<BuilderSession>;
  private read: DataSource | undefined;

  constructor(host: SessionElement<BuilderSession>) {
    this.host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const source = this.host.session?.supplies.peek().dataSource;
    if (source === this.read) return;
    this.read = source;
    source?.organisations().then(
      (organisations) => {
        if (this.read !== source) return;
        this.value = organisations;
        this.host.requestUpdate();
      },
      () => undefined,
    );
  }
}
