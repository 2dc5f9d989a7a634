import { apply } from '@jiceng/core/engine/apply.js';
import type { ActorIdentity, Command, Now, Outcome, Snapshot } from '@jiceng/core/engine/contract.js';
import type { DataChange, DataSource, RecordQuery, StoredFile } from '@jiceng/core/engine/data-source.js';
import { tick } from '@jiceng/core/engine/tick.js';
import type { FactReader } from '@jiceng/core/facts/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { problem, type Result } from '@jiceng/core/text/problem.js';
import type { Mirror } from './mirror.ts';

/** Where a mirror's changes are kept. One transaction at a time, whichever page or tab asks. */
export interface Keeper {
  /**
   * Runs `work` alone: first hands `mirror` what others have stored since, then stores the records that `work` gives, all or
   * none of them, and hands them to `mirror` too. Rejects when the store fails; nothing is stored then.
   * `foreign` are the ids of records that others had changed.
   */
  transact<T extends { readonly store: readonly StoredRecord[] }>(mirror: Mirror, work: () => T): Promise<T & { readonly foreign: readonly string[] }>;
  putFile(file: StoredFile, bytes: Uint8Array): Promise<void>;
  file(id: string): Promise<{ readonly file: StoredFile; readonly bytes: Uint8Array } | undefined>;
  /** Tells of changes made elsewhere until the returned function is called. */
  watch(listener: () => void): () => void;
}

/** A data source over a mirror in memory and a keeper of its changes. */
export class MirrorSource implements DataSource {
  readonly mirror: Mirror;
  private readonly keeper: Keeper;
  private readonly listeners = new Set<(change: DataChange) => void>();
  private stopWatching: (() => void) | undefined;

  constructor(mirror: Mirror, keeper: Keeper) {
    this.mirror = mirror;
    this.keeper = keeper;
  }

  now(): Now {
    return this.mirror.now;
  }

  async definition(id: string, version?: string): Promise<Result<Definition>> {
    const found = this.mirror.definition(id, version);
    if (found) return { ok: true, value: found.definition };
    return { ok: false, problems: [problem('', 'unknown-definition', `没有找到表单“${id}”，或其内容未通过检查。`, `there is no definition ${id}, or it was not admitted`)] };
  }

  async definitions(): Promise<readonly Definition[]> {
    return [...this.mirror.definitions()].map(({ definition }) => definition);
  }

  async record(id: string): Promise<StoredRecord | undefined> {
    return this.mirror.record(id);
  }

  async records(query: RecordQuery): Promise<readonly StoredRecord[]> {
    return this.mirror.query(query);
  }

  async organisations(): Promise<readonly Organisation[]> {
    return [...this.mirror.organisations()];
  }

  async people(): Promise<readonly Person[]> {
    return this.mirror.people();
  }

  async snapshot(): Promise<Snapshot> {
    return this.mirror;
  }

  async facts(): Promise<FactReader> {
    return this.mirror.facts;
  }

  async run(command: Command, actor: ActorIdentity): Promise<Outcome> {
    const { outcome } = await this.keeper.transact(this.mirror, () => {
      const result = apply(command, this.mirror, actor, this.mirror.now);
      return { outcome: result, store: result.ok ? result.records : [] };
    });
    if (outcome.ok) this.tell(outcome.records.map(({ id }) => id));
    return outcome;
  }

  async tick(): Promise<readonly string[]> {
    const { store } = await this.keeper.transact(this.mirror, () => ({ store: tick(this.mirror, this.mirror.now).records }));
    const changed = store.map(({ id }) => id);
    if (changed.length > 0) this.tell(changed);
    return changed;
  }

  putFile(file: StoredFile, bytes: Uint8Array): Promise<void> {
    return this.keeper.putFile(file, bytes);
  }

  file(id: string): Promise<{ readonly file: StoredFile; readonly bytes: Uint8Array } | undefined> {
    return this.keeper.file(id);
  }

  subscribe(listener: (change: DataChange) => void): () => void {
    this.listeners.add(listener);
    this.stopWatching ??= this.keeper.watch(() => void this.catchUp());
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.stopWatching?.();
      this.stopWatching = undefined;
    };
  }

  /** Takes over what another tab or an earlier visit has stored, and tells of it. */
  async catchUp(): Promise<void> {
    const { foreign } = await this.keeper.transact(this.mirror, () => ({ store: [] }));
    if (foreign.length > 0) this.tell(foreign);
  }

  private tell(recordIds: readonly string[]): void {
    for (const listener of [...this.listeners]) listener({ recordIds });
  }
}
