import type { Compiled } from '../definition/compiled.ts';
import type { Definition } from '../generated/definition.ts';
import type { Organisation } from '../generated/organisation.ts';
import type { Person } from '../generated/person.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { Change } from '../json/changes.ts';
import type { JsonObject } from '../json/json.ts';
import type { FactReader } from '../record/fact-reader.ts';
import type { Problem } from '../text/problem.ts';
import type { WorkdayTest } from '../time/calendar.ts';

/** Opens a record. Its id is made by whoever opens it, so that sending twice makes one record. */
export interface CreateCommand {
  readonly kind: 'create';
  readonly recordId: string;
  readonly definitionId: string;
  readonly orgId: string;
  readonly periodCode?: string;
  readonly subject?: { readonly id: string; readonly title: string };
  readonly data?: JsonObject;
}

interface RecordCommand {
  readonly recordId: string;
  /** Revision that the person saw; an older one than the stored is refused as a conflict. */
  readonly revision: number;
  /** Fields changed or asked for along with the command. */
  readonly changes?: readonly Change[];
}

/** Changes fields without moving the record. */
export interface SaveCommand extends RecordCommand {
  readonly kind: 'save';
}

/** Moves the record along its own states (`item`) or the built-in filing states (`filing`). */
export interface MoveCommand extends RecordCommand {
  readonly kind: 'move';
  readonly track: 'item' | 'filing';
  readonly move: string;
  readonly reason?: string;
}

/** Completes a step of the process, or returns it for correction (with a reason). */
export interface StepCommand extends RecordCommand {
  readonly kind: 'step';
  readonly step: string;
  readonly action: 'done' | 'return';
  readonly reason?: string;
}

/**
 * Takes back a record that the person opened and in which nothing but their own saves has happened since: an import or
 * an entry by mistake. Anything else is voided or closed, never taken back.
 */
export interface WithdrawCommand extends Omit<RecordCommand, 'changes'> {
  readonly kind: 'withdraw';
}

/**
 * Takes the record to another published version of its definition, by the migrations that the versions bring, up or
 * back down.
 */
export interface UpgradeCommand extends Omit<RecordCommand, 'changes'> {
  readonly kind: 'upgrade';
  readonly version: string;
}

/** What a person asks of the engine. The clock asks through `tick`. */
export type Command = CreateCommand | SaveCommand | MoveCommand | StepCommand | WithdrawCommand | UpgradeCommand;

/** Why a command was not carried out. */
export interface Refusal {
  /**
   * conflict: someone else changed the record since `revision` (`current` holds it now). forbidden: this person may
   * not. guard: a condition does not hold. invalid: values are wrong or missing. missing: no such record, definition or
   * move.
   */
  readonly code: 'conflict' | 'forbidden' | 'guard' | 'invalid' | 'missing';
  readonly problems: readonly Problem[];
  readonly current?: StoredRecord;
}

/** What a command or a list of commands changed. */
export interface Done {
  readonly ok: true;
  /** The records to store; of one command, its own comes first. */
  readonly records: readonly StoredRecord[];
  /** Ids of records to take out of the store. */
  readonly removed: readonly string[];
  readonly warnings: readonly Problem[];
}

/** What came of a command, or a refusal that changed nothing. */
export type Outcome = Done | { readonly ok: false; readonly refusal: Refusal };

/** What came of a list of commands: all were carried out, or none, since the one at `at` (zero-based) was refused. */
export type BatchOutcome =
  | (Done & {
      /** Commands that take all of it back, to be run as one list; `null` where a move or step cannot be taken back. */
      readonly undo: readonly Command[] | null;
    })
  | { readonly ok: false; readonly at: number; readonly refusal: Refusal };

/** Who acts, in which post. `null` is the clock. */
export interface ActorIdentity {
  readonly personId: string;
  /** Organisation of the post in which the person acts; absent: any of the person's posts. */
  readonly orgId?: string;
}

/** What the engine reads: one consistent state of a store, in memory. */
export interface Snapshot {
  /** The definition in force, or the given version; undefined where there is none. */
  definition(id: string, version?: string): Compiled | undefined;
  /** All definitions in force. */
  definitions(): Iterable<Compiled>;
  /** Every version of a definition; absent: the store knows none but those in force. */
  versions?(id: string): readonly { readonly definition: Definition }[];
  record(id: string): StoredRecord | undefined;
  /** Records of one definition; those of one organisation only, when given. */
  records(definitionId: string, orgId?: string): Iterable<StoredRecord>;
  organisation(id: string): Organisation | undefined;
  organisations(): Iterable<Organisation>;
  person(id: string): Person | undefined;
  readonly facts: FactReader;
  readonly isWorkday: WorkdayTest;
}
