import type { Compiled } from '@jiceng/core/definition/compiled.js';
import type { FactLog } from '@jiceng/core/engine/frozen-facts.js';
import type { Value } from '@jiceng/core/formula/value.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Surroundings } from './draw.ts';
import type { Specs } from './recipe.ts';
import type { Workshop } from './workshop.ts';

/** A record in the making, as what happens to it changes it. */
export interface Living {
  record: StoredRecord;
  readonly compiled: Compiled;
  readonly around: Surroundings;
  readonly names: Map<string, Value | readonly Value[]>;
  readonly workshop: Workshop;
  fill(specs: Specs): void;
  moment(day: string): string;
  settle(now: string, log?: FactLog): void;
  moved(move: string, at: string): void;
}

/** What happened at a moment, and who did it. */
type Event = Pick<StoredRecord['history'][number], 'at' | 'by' | 'act'>;

/** A record after something that happened; `to`: the state that it led to, if to any. */
export function withEvent(record: StoredRecord, event: Event, to: string | undefined): StoredRecord {
  const { state, history } = record;
  const way = to === undefined ? {} : { ...(state === undefined ? {} : { from: state }), to };
  return {
    ...record,
    ...(to === undefined ? {} : { state: to, stateSince: event.at }),
    history: [...history, { ...event, ...way }],
  };
}
