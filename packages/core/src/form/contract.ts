import type { Compiled } from '../definition/compiled.ts';
import type { Organisation } from '../generated/organisation.ts';
import type { StoredRecord } from '../generated/record.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { FactReader, FactValue } from '../record/fact-reader.ts';
import type { Problem } from '../text/problem.ts';
import type { WorkdayTest } from '../time/calendar.ts';
import type { Now } from '../time/date.ts';

/** What a form is made from. */
export interface FormOptions {
  readonly compiled: Compiled;
  /** The record to change; without it a new one is filled in, starting with `data`. */
  readonly record?: StoredRecord | undefined;
  readonly data?: JsonObject | undefined;
  /** The record's organisation, for names such as orgType. */
  readonly organisation?: Organisation | undefined;
  readonly facts?: FactReader | undefined;
  readonly now: Now;
  readonly isWorkday?: WorkdayTest | undefined;
  /** Nothing can be changed. */
  readonly readonly?: boolean;
  /**
   * Whether a field (by its address, `*` for rows) may be changed by this person in this state; absent: every one.
   * Never asked about the form as a whole.
   */
  readonly mayEdit?: ((pointer: string) => boolean) | undefined;
  /** Further names that formulas may read, for example `actorId`. */
  readonly extra?: ReadonlyMap<string, string | number | boolean | null>;
}

/** Something said at a field. */
export interface FieldProblem extends Problem {
  /** error stops submitting, warning does not. */
  readonly level: 'error' | 'warning';
  /** Shown before anybody touched the field: stored data or a rule is wrong, not what was typed. */
  readonly always?: boolean;
}

/** Where the value of a field comes from, when nobody typed it. */
export interface FieldSource {
  readonly kind: 'prefill' | 'computed';
  /** The formula behind it. */
  readonly formula: string;
  /** Facts that the formula read, with the records behind them. */
  readonly facts: readonly FactValue[];
  /** Names and columns that the formula reads. */
  readonly inputs: readonly string[];
}

/** A form's content at one moment; plain JSON, for drafts. */
export interface FormSnapshot {
  readonly data: Json;
  /** Fields that people have left at least once. */
  readonly touched: readonly string[];
  /** Text that could not be read as a value, by field, kept as typed. */
  readonly typed: Readonly<Record<string, string>>;
}
