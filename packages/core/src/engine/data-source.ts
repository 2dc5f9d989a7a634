import type { Definition } from '../generated/definition.ts';
import type { Organisation } from '../generated/organisation.ts';
import type { Person } from '../generated/person.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { FactReader } from '../record/fact-reader.ts';
import type { PublishedVersion } from './release.ts';
import type { Result } from '../text/problem.ts';
import type { ActorIdentity, BatchOutcome, Command, Outcome, Refusal, Snapshot } from './contract.ts';
import type { Now } from '../time/date.ts';

/** Which records are wanted. All given conditions hold together. */
export interface RecordQuery {
  readonly definitionId: string;
  /** Organisation itself. */
  readonly orgId?: string;
  /** Organisation and everything below it. */
  readonly under?: string;
  readonly periodCode?: string;
}

/** What a long list of commands tells and obeys. */
export interface BatchWatch {
  /** Called now and then with the number of commands that were tried. */
  readonly onProgress?: (done: number) => void;
  /** Ends the work before anything is stored. */
  readonly signal?: { readonly aborted: boolean };
}

/** Something changed in the store, here or in another tab. */
export interface DataChange {
  readonly recordIds: readonly string[];
  /** Definitions of which a version was published or retired. */
  readonly definitionIds?: readonly string[];
}

/** Where definitions, records, organisations, people, files, facts, calendar and now come from. */
export interface DataSource {
  /** The present moment of this data set. */
  now(): Now;
  definition(id: string, version?: string): Promise<Result<Definition>>;
  definitions(): Promise<readonly Definition[]>;
  /** Every version of a definition, the highest first. */
  versions(id: string): Promise<readonly PublishedVersion[]>;
  /**
   * Publishes a version: from now on new records begin with it. A published version never changes: another content
   * under its number is refused, and so is a lower number. Hard burden rules stop it, too, unless `reasons` by somebody
   * entitled say why they are set aside, by rule id. A township's local part is published as the next version of the
   * form that it adds to.
   */
  publish(
    definition: unknown,
    actor: ActorIdentity,
    reasons?: Readonly<Record<string, string>>,
  ): Promise<Result<PublishedVersion>>;
  /** Nobody begins a record with this version any more; those that were begun go on in it. */
  retire(id: string, version: string, actor: ActorIdentity): Promise<Result<PublishedVersion>>;
  record(id: string): Promise<StoredRecord | undefined>;
  records(query: RecordQuery): Promise<readonly StoredRecord[]>;
  organisations(): Promise<readonly Organisation[]>;
  people(): Promise<readonly Person[]>;
  /** One consistent state for showing, explaining and previewing moves; commands read their own. */
  snapshot(): Promise<Snapshot>;
  facts(): Promise<FactReader>;
  /** Runs the engine in one transaction; a refusal stores nothing. Rejects only when the store itself fails. */
  run(command: Command, actor: ActorIdentity): Promise<Outcome>;
  /**
   * Runs a list of commands in one transaction: all of them, or none with the reason and which one it was. Rejects as
   * `run` does, or with an `AbortError`.
   */
  runAll(commands: readonly Command[], actor: ActorIdentity, watch?: BatchWatch): Promise<BatchOutcome>;
  /**
   * Why each command would be refused if it were carried out by itself now; `undefined`: it would not be. Nothing is
   * stored. Rejects as `runAll` does.
   */
  tryEach(
    commands: readonly Command[],
    actor: ActorIdentity,
    watch?: BatchWatch,
  ): Promise<readonly (Refusal | undefined)[]>;
  /** Lets the clock act: overdue, carry-over, look-back. Resolves with the ids of records changed. */
  tick(): Promise<readonly string[]>;
  putFile(file: StoredFile, bytes: Uint8Array): Promise<void>;
  file(id: string): Promise<{ readonly file: StoredFile; readonly bytes: Uint8Array } | undefined>;
  /** Calls back after every change until the returned function is called. */
  subscribe(listener: (change: DataChange) => void): () => void;
}

/** What is known of a stored file; its bytes are kept apart. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}
