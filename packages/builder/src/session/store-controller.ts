import type { ReactiveController } from 'lit';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import { isObject, own } from '@jiceng/core/json/json.js';
import type { BuilderSession } from './session.ts';
import type { SessionElement } from './session-element.ts';

/**
 * What the session's data source has of the definition that is drawn: read when the host is shown, and again whenever
 * the source changes. The host draws anew when it comes.
 */
export class StoreController<T> implements ReactiveController {
  /** `undefined` until it was read; `'failed'` when it could not be read the last time. */
  value: T | 'failed' | undefined;
  private readonly host: SessionElement<BuilderSession>;
  private readonly load: (source: DataSource, id: string) => Promise<T>;
  private read: { readonly source: DataSource; readonly id: string; readonly stop: () => void } | undefined;

  constructor(host: SessionElement<BuilderSession>, load: (source: DataSource, id: string) => Promise<T>) {
    this.host = host;
    this.load = load;
    host.addController(this);
  }

  hostUpdated(): void {
    const { host } = this;
    const source = host.session?.supplies.peek().dataSource;
    const content = host.session?.value.peek();
    const id = isObject(content) ? own(content, 'id') : undefined;
    if (!host.isConnected || !source || typeof id !== 'string') return;
    if (this.read?.source === source && this.read.id === id) return;
    this.hostDisconnected();
    this.value = undefined;
    const load = (): void => {
      const put = (value: T | 'failed'): void => {
        if (this.read !== read) return;
        this.value = value;
        host.requestUpdate();
      };
      this.load(source, id).then(put, () => put('failed'));
    };
    const read = { source, id, stop: source.subscribe(load) };
    this.read = read;
    load();
  }

  hostDisconnected(): void {
    this.read?.stop();
    this.read = undefined;
  }
}
