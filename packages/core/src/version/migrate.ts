import type { MigrationStep } from '../generated/definition.ts';
import type { Leftover, StoredRecord } from '../generated/record.ts';
import { placed, sameJson } from '../json/changes.ts';
import { isObject, type JsonObject } from '../json/json.ts';
import { placesIn } from '../json/places.ts';
import { pointerParts, toPointer, valueAt } from '../json/pointer.ts';
import { stepBack, type Upgrade } from './inverse.ts';
import { STEPS, workOf, type StepWork, type Value } from './step-work.ts';

/** The record's own state, and the marks of its process, as addresses of steps: they stand beside the data. */
const STATE = 'state';
const isBeside = (address: string): boolean => address === STATE || address === STEPS;

/** A record in its other version, and which steps found values that they could not make anything of. */
export interface Migrated {
  readonly record: StoredRecord;
  /** Steps by their place in the migration, with the places of the values that were only kept aside. */
  readonly keptAside: readonly { readonly step: number; readonly pointer: string }[];
}

/**
 * The record in the version `upgrade.to`, whose content has `hash`. Nothing is lost: what finds no place is kept in
 * `upgrades`. Where the record's last upgrade was the same way in the other direction, what was kept then comes back.
 * Revision and history are left alone.
 */
export function migrate(record: StoredRecord, upgrade: Upgrade, hash: string): Migrated {
  const { upgrades = [] } = record;
  const last = upgrades[upgrades.length - 1];
  const isBack = last !== undefined && last.from === upgrade.to && last.to === upgrade.from;
  const run = new Run(record, isBack, isBack ? last.leftovers : []);
  upgrade.steps.forEach((step, at) => run.take(step, at, upgrade.steps.length - 1 - at));
  const leftovers = [...run.leftovers, ...run.unused()];
  const log = [
    ...(isBack ? upgrades.slice(0, -1) : upgrades),
    ...(isBack && leftovers.length === 0 ? [] : [{ from: upgrade.from, to: upgrade.to, leftovers }]),
  ];
  const { upgrades: _, ...rest } = record;
  return {
    record: {
      ...rest,
      definition: { id: record.definition.id, version: upgrade.to, hash },
      ...(run.state === undefined ? {} : { state: run.state }),
      ...(run.steps === undefined ? {} : { steps: run.steps as unknown as NonNullable<StoredRecord['steps']> }),
      ...(log.length > 0 ? { upgrades: log } : {}),
      data: run.data,
    },
    keptAside: run.keptAside,
  };
}

/** One record on its way. */
class Run {
  data: JsonObject;
  state: string | undefined;
  steps: JsonObject | undefined;
  readonly leftovers: Leftover[] = [];
  readonly keptAside: { readonly step: number; readonly pointer: string }[] = [];
  /** On the way back only values count that stand nowhere any more. */
  private readonly isBack: boolean;
  private readonly kept: Set<Leftover>;

  constructor({ data, state, steps }: StoredRecord, isBack: boolean, kept: readonly Leftover[]) {
    this.isBack = isBack;
    this.data = data as JsonObject;
    this.state = state;
    this.steps = steps as unknown as JsonObject | undefined;
    this.kept = new Set(kept);
  }

  /** Carries out a step; `mirror` is its place in the migration that goes the other way. */
  take(step: MigrationStep, at: number, mirror: number): void {
    const first = this.leftovers.length;
    const coming = [...this.kept].filter(
      (leftover) => leftover.step === mirror && (isHolder(leftover) || this.isUntouched(leftover)),
    );
    const work = workOf(step);
    for (const { from, to } of this.places(work)) this.takeAt(step, at, from, to);
    const returned = new Set<string>();
    for (const leftover of coming) {
      const isBack = isHolder(leftover)
        ? this.isUntouched(leftover) && this.put(leftover.pointer, undefined)
        : this.put(leftover.pointer, leftover.value as Value);
      if (isBack || isHolder(leftover)) this.kept.delete(leftover);
      if (isBack) returned.add(leftover.at ?? leftover.pointer);
    }
    if (!this.isBack) return;
    const kept = this.leftovers.splice(first);
    for (const leftover of kept)
      if (isHolder(leftover) && this.isUntouched(leftover)) this.put(leftover.pointer, undefined);
    this.leftovers.push(
      ...kept.filter(
        ({ pointer, value }) =>
          value !== undefined && !returned.has(pointer) && !sameJson(this.valueAt(pointer), value as Value),
      ),
    );
  }

  /** What was kept earlier and had no way back: it stays kept. */
  unused(): Leftover[] {
    return [...this.kept]
      .filter((leftover) => leftover.value !== undefined)
      .map(({ step: _, ...leftover }) => leftover);
  }

  /** Where a step's addresses stand in this record: once, or once for each row. */
  private places({
    takes,
    puts,
  }: StepWork): readonly { readonly from: readonly string[]; readonly to: readonly string[] }[] {
    const [first] = takes;
    if (first === undefined) return [];
    const stars = pointerParts(first).flatMap((part, at) => (part === '*' ? [at] : []));
    return placesIn(this.data, first).map(({ pointer }) => {
      const parts = pointerParts(pointer);
      const here = (address: string): string =>
        isBeside(address)
          ? address
          : toPointer(pointerParts(address).map((part, at) => (stars.includes(at) ? (parts[at] as string) : part)));
      return { from: takes.map(here), to: puts.map(here) };
    });
  }

  private takeAt(step: MigrationStep, at: number, from: readonly string[], to: readonly string[]): void {
    const before = from.map((pointer) => this.valueAt(pointer));
    const standing = to
      .filter((pointer) => !from.includes(pointer) && this.valueAt(pointer) !== undefined)
      .map((pointer) => ({ pointer, value: this.valueAt(pointer) }));
    const isNothing = step.do !== 'default' && before.every((value) => value === undefined);
    if (isNothing && standing.length === 0) return;
    const made = isNothing ? undefined : workOf(step).make(before);
    const back = made && workOf(stepBack(step)).make(made);
    const holders = isNothing ? [] : this.replace(from, to, made);
    const isLost =
      !holders || !back || standing.length > 0 || !from.every((_, index) => sameJson(before[index], back[index]));
    const now = to[0] === undefined ? undefined : this.valueAt(to[0]);
    const successor = { ...(to[0] === undefined || to[0] === from[0] ? {} : { at: to[0] }), now };
    if (isLost) for (const pointer of to.slice(1)) this.keep(at, pointer, undefined, { now: this.valueAt(pointer) });
    for (const { pointer, value } of standing) this.keep(at, pointer, value, successor);
    if (isLost) from.forEach((pointer, index) => this.keep(at, pointer, before[index], successor));
    for (const pointer of holders ?? []) this.keep(at, pointer, undefined, { now: {} });
    const isPartly = isLost && from[0] === STEPS;
    if (
      !isNothing &&
      (!holders || !made || standing.length > 0 || isPartly || made.every((value) => value === undefined))
    )
      this.keptAside.push({ step: at, pointer: from[0] as string });
  }

  /**
   * Takes the values at `from` away and puts `made` in place. Answers the objects that had to be made for it, innermost
   * first; `undefined` where it has no place.
   */
  private replace(
    from: readonly string[],
    to: readonly string[],
    made: readonly Value[] | undefined,
  ): readonly string[] | undefined {
    for (const pointer of from) this.put(pointer, undefined);
    if (!made) return undefined;
    const start = this.data;
    const holders: string[] = [];
    for (const [index, pointer] of to.entries()) {
      const value = made[index];
      if (value === undefined) continue;
      holders.unshift(...this.missingHolders(pointer));
      if (this.put(pointer, value)) continue;
      this.data = start;
      return undefined;
    }
    return holders;
  }

  private keep(
    step: number,
    pointer: string,
    value: Value,
    { at, now }: { readonly at?: string; readonly now?: Value },
  ): void {
    const rows = this.rowsAround(pointer);
    this.leftovers.push({
      step,
      pointer,
      ...(value === undefined ? {} : { value }),
      ...(at === undefined ? {} : { at }),
      ...(now === undefined ? {} : { now }),
      ...(rows === undefined ? {} : { rows }),
    } as Leftover);
  }

  /** Whether what stands in the value's place is still what the upgrade made of it. */
  private isUntouched({ pointer, at = pointer, now, rows }: Leftover): boolean {
    return this.rowsAround(pointer) === rows && sameJson(this.valueAt(at), now as Value);
  }

  /** Whether only objects and lists stand above a place: nothing else is replaced to make room. */
  private hasRoom(pointer: string): boolean {
    const parts = pointerParts(pointer);
    return parts.slice(1).every((_, at) => {
      const holder = valueAt(this.data, toPointer(parts.slice(0, at + 1)));
      return holder === undefined || (typeof holder === 'object' && holder !== null);
    });
  }

  /** How many rows the innermost list around a place has; `undefined` outside lists. */
  private rowsAround(pointer: string): number | undefined {
    const parts = isBeside(pointer) ? [] : pointerParts(pointer);
    let rows: number | undefined;
    parts.forEach((_, at) => {
      const list = valueAt(this.data, toPointer(parts.slice(0, at)));
      if (Array.isArray(list)) rows = list.length;
    });
    return rows;
  }

  private missingHolders(pointer: string): readonly string[] {
    const parts = isBeside(pointer) ? [] : pointerParts(pointer);
    return parts
      .slice(1)
      .map((_, at) => toPointer(parts.slice(0, at + 1)))
      .filter((holder) => this.valueAt(holder) === undefined)
      .reverse();
  }

  private valueAt(pointer: string): Value {
    if (pointer === STEPS) return this.steps;
    return pointer === STATE ? this.state : valueAt(this.data, pointer);
  }

  /**
   * Puts a value, or takes what stands there away. False where no such place can be. A record always stays in some
   * state, and keeps the marks of its process.
   */
  private put(pointer: string, value: Value): boolean {
    if (pointer === STATE) {
      if (typeof value === 'string') this.state = value;
      return value === undefined || typeof value === 'string';
    }
    if (pointer === STEPS) {
      if (isObject(value)) this.steps = value;
      return value === undefined || isObject(value);
    }
    if (value !== undefined || this.valueAt(pointer) !== undefined) {
      if (!this.hasRoom(pointer)) return false;
      const data = placed(this.data, pointer, value);
      if (!isObject(data)) return false;
      this.data = data;
    }
    return true;
  }
}

/** An object that was only made to hold a value: it goes again when it is empty. */
const isHolder = ({ value, now }: Leftover): boolean =>
  value === undefined && isObject(now) && Object.keys(now).length === 0;
