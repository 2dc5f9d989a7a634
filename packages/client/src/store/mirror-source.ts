import { apply } from '@jiceng/core/engine/apply.js';
import { applyAll } from '@jiceng/core/engine/batch.js';
import type { ActorIdentity, BatchOutcome, Command, Outcome, Refusal, Snapshot } from '@jiceng/core/engine/contract.js';
import type { BatchWatch, DataChange, DataSource, RecordQuery, StoredFile } from '@jiceng/core/engine/data-source.js';
import { retire, type PublishedVersion, type Publisher } from '@jiceng/core/engine/release.js';
import { tick } from '@jiceng/core/engine/tick.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { FactReader } from '@jiceng/core/record/fact-reader.js';
import { problem, type Result } from '@jiceng/core/text/problem.js';
import type { Now } from '@jiceng/core/time/date.js';
import type { Mirror } from './mirror.ts';
import { prepare, tryEach } from './prepare.ts';

/** What is to be stored: changed and new records, and ids of those that are taken out. */
export interface Stock {
  readonly store: readonly StoredRecord[];
  readonly remove: readonly string[];
  /** Versions that were published or retired. */
  readonly releases?: readonly PublishedVersion[];
}

const NOTHING: Stock = { store: [], remove: [] };

/** What others had stored meanwhile. */
export interface Foreign {
  readonly foreign: readonly string[];
  readonly foreignDefinitions: readonly string[];
}

/** Where a mirror's changes are kept. One transaction at a time, whichever page or tab asks. */
export interface Keeper {
  /**
   * Runs `work` alone: first hands `mirror` what others have stored since, then stores the records that `work` gives
   * and takes out others, all or none of it, and hands that to `mirror` too. Rejects when the store fails; nothing is
   * stored then. `foreign` are the ids of records that others had changed, `foreignDefinitions` those of definitions.
   */
  transact<T extends Stock>(mirror: Mirror, work: () => T): Promise<T & Foreign>;
  putFile(file: StoredFile, bytes: Uint8Array): Promise<void>;
  file(id: string): Promise<{ readonly file: StoredFile; readonly bytes: Uint8Array } | undefined>;
  /** Tells of changes made elsewhere until the returned function is called. */
  watch(listener: () => void): () => void;
  /** Lets go of the store. Nothing can be stored after that. */
  close(): void;
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
    return {
      ok: false,
      problems: [
        problem(
          '',
          'unknown-definition',
          `没有找到表单“${id}”，或其内容未通过检查。`,
          `there is no definition ${id}, or it was not admitted`,
        ),
      ],
    };
  }

  async definitions(): Promise<readonly Definition[]> {
    return [...this.mirror.definitions()].map(({ definition }) => definition);
  }

  async versions(id: string): Promise<readonly PublishedVersion[]> {
    return this.mirror.versions(id);
  }

  async publish(
    document: unknown,
    actor: ActorIdentity,
    reasons: Readonly<Record<string, string>> = {},
  ): Promise<Result<PublishedVersion>> {
    // Few pages publish: the rules about burden come when they are wanted.
    const { publish, publishedId } = await import('@jiceng/core/engine/publish.js');
    const { mirror } = this;
    const id = publishedId(document);
    return this.release(() =>
      publish(
        document,
        id === undefined ? [] : mirror.versions(id),
        this.publisher(actor),
        { definitions: () => [...mirror.definitions()].map(({ definition }) => definition), organisations: mirror },
        reasons,
      ),
    );
  }

  retire(id: string, version: string, actor: ActorIdentity): Promise<Result<PublishedVersion>> {
    return this.release(() =>
      retire(
        this.mirror.versions(id).find(({ definition }) => definition.version === version),
        this.publisher(actor),
      ),
    );
  }

  async record(id: string): Promise<StoredRecord | undefined> {
    const record = this.mirror.record(id);
    return record && this.mirror.fresh(record);
  }

  async records(query: RecordQuery): Promise<readonly StoredRecord[]> {
    return this.mirror.query(query).map((record) => this.mirror.fresh(record));
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
    const { outcome, ...stock } = await this.keeper.transact(this.mirror, () => {
      const result = apply(command, this.mirror, actor, this.mirror.now);
      return { outcome: result, ...this.stockOf(result) };
    });
    this.tell(stock);
    return outcome;
  }

  async runAll(commands: readonly Command[], actor: ActorIdentity, watch: BatchWatch = {}): Promise<BatchOutcome> {
    // Tried out in slices before the transaction, which cannot wait; tried again inside it only where the store has
    // changed meanwhile.
    const { mirror } = this;
    const ready = await prepare(commands, mirror, actor, watch);
    const { outcome, ...stock } = await this.keeper.transact(mirror, () => {
      const result = ready.state === mirror.state ? ready.outcome : applyAll(commands, mirror, actor, mirror.now);
      return { outcome: result, ...this.stockOf(result) };
    });
    this.tell(stock);
    return outcome;
  }

  tryEach(
    commands: readonly Command[],
    actor: ActorIdentity,
    watch: BatchWatch = {},
  ): Promise<readonly (Refusal | undefined)[]> {
    return tryEach(commands, this.mirror, actor, watch);
  }

  async tick(): Promise<readonly string[]> {
    const stock = await this.keeper.transact(this.mirror, () => ({
      store: this.changed(tick(this.mirror, this.mirror.now).records),
      remove: [],
    }));
    this.tell(stock);
    return stock.store.map(({ id }) => id);
  }

  putFile(file: StoredFile, bytes: Uint8Array): Promise<void> {
    return this.keeper.putFile(file, bytes);
  }

  file(id: string): Promise<{ readonly file: StoredFile; readonly bytes: Uint8Array } | undefined> {
    return this.keeper.file(id);
  }

  subscribe(listener: (change: DataChange) => void): () => void {
    this.listeners.add(listener);
    // A store that fails here fails again when something is to be stored, and says so then.
    this.stopWatching ??= this.keeper.watch(() => void this.catchUp().catch(() => undefined));
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      this.stopWatching?.();
      this.stopWatching = undefined;
    };
  }

  /** Takes over what another tab or an earlier visit has stored, and tells of it. */
  async catchUp(): Promise<void> {
    this.tell(await this.keeper.transact(this.mirror, () => NOTHING));
  }

  /** Lets go of the store and of all listeners. */
  close(): void {
    this.listeners.clear();
    this.stopWatching?.();
    this.stopWatching = undefined;
    this.keeper.close();
  }

  /** Without those that are stored as they are already: a save that changes nothing, a command sent twice. */
  private changed(records: readonly StoredRecord[]): readonly StoredRecord[] {
    return records.filter((record) => this.mirror.record(record.id) !== record);
  }

  private stockOf(outcome: Outcome | BatchOutcome): Stock {
    return outcome.ok ? { store: this.changed(outcome.records), remove: outcome.removed } : NOTHING;
  }

  /** Stores a release where `work` gives one that the store has not. */
  private async release(work: () => Result<PublishedVersion>): Promise<Result<PublishedVersion>> {
    const { result, ...stock } = await this.keeper.transact(this.mirror, () => {
      const made = work();
      const isNew =
        made.ok &&
        !this.mirror
          .versions(made.value.definition.id)
          .some(({ definition, status }) => definition === made.value.definition && status === made.value.status);
      return { result: made, store: [], remove: [], releases: made.ok && isNew ? [made.value] : [] };
    });
    this.tell(stock);
    return result;
  }

  private publisher(actor: ActorIdentity): Publisher {
    return { person: this.mirror.person(actor.personId), actor, now: this.mirror.now };
  }

  private tell({ foreign, foreignDefinitions, store, remove, releases = [] }: Stock & Foreign): void {
    const recordIds = [...new Set([...foreign, ...store.map(({ id }) => id), ...remove])];
    const definitionIds = [...new Set([...foreignDefinitions, ...releases.map(({ definition }) => definition.id)])];
    if (recordIds.length + definitionIds.length === 0) return;
    const change: DataChange = { recordIds, ...(definitionIds.length > 0 ? { definitionIds } : {}) };
    for (const listener of [...this.listeners]) {
      // What is stored is stored: a listener that fails must not make the command look as if it had.
      try {
        listener(change);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
