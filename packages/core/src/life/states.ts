import type { Compiled } from '../definition/compiled.ts';
import { localeOf, translated } from '../definition/translated.ts';
import type { Move, State } from '../generated/definition.ts';
import { filing as filingMachine } from '../generated/machines.ts';
import type { StoredRecord } from '../generated/record.ts';

/** States and moves of one kind of life, as data. */
export interface Machine {
  readonly states: readonly State[];
  readonly moves: readonly Move[];
}

/** Which of a record's two lives: its own, or the built-in one of submissions. */
export type Track = 'item' | 'filing';

const FILING = filingMachine as unknown as Machine;

/** Filing states in which the filler still works on the record. */
const OPEN_FILING: ReadonlySet<string> = new Set(['notStarted', 'draft', 'returned']);

/** The machine of a track; `undefined` where the definition has none. */
export function machineOf({ definition }: Compiled, track: Track): Machine | undefined {
  if (track === 'filing') return definition.filing ? translated(FILING, localeOf(definition)) : undefined;
  return definition.states ? { states: definition.states, moves: definition.moves ?? [] } : undefined;
}

/** Id of the state that the record is in; `undefined` without that life. */
export function stateOf(record: StoredRecord, track: Track): string | undefined {
  return track === 'filing' ? record.filing?.status : record.state;
}

/** The record's state with its title and tone; `undefined` where the definition does not know it. */
export function currentState(compiled: Compiled, record: StoredRecord, track: Track): State | undefined {
  const id = stateOf(record, track);
  return machineOf(compiled, track)?.states.find((state) => state.id === id);
}

/** Whether nothing more is expected of the record. */
export function isFinal(compiled: Compiled, record: StoredRecord): boolean {
  const item = currentState(compiled, record, 'item');
  return item ? item.final === true : currentState(compiled, record, 'filing')?.final === true;
}

/** Whether the filler may still change the record: it has no filing, or is not submitted. */
export function isOpenForFilling({ filing }: StoredRecord): boolean {
  return filing === undefined || OPEN_FILING.has(filing.status);
}

/** The names of states, joined for a sentence. */
export function stateTitles(machine: Machine, ids: readonly string[]): string {
  return ids.map((id) => machine.states.find((state) => state.id === id)?.title ?? id).join('、');
}
