import type { Json } from '../json/json.ts';
import type { Bilingual } from '../text/problem.ts';
import type { Leap } from './version-number.ts';

/** What a difference is about. */
export type Part =
  | 'head'
  | 'field'
  | 'choice'
  | 'parameter'
  | 'section'
  | 'rule'
  | 'dimension'
  | 'item'
  | 'veto'
  | 'band'
  | 'score'
  | 'state'
  | 'move'
  | 'column'
  | 'lamp'
  | 'counter'
  | 'ledger'
  | 'stage'
  | 'step'
  | 'process'
  | 'filing'
  | 'fact'
  | 'prefill'
  | 'handover'
  | 'text'
  | 'other';

/**
 * What happened. `words`: only texts that people read; `order`: only where it stands in its list; `narrowed` and
 * `widened`: what may be filled in; `retyped`: another kind of value; `recoded`: stored under another value.
 */
export type Happening =
  | 'added'
  | 'removed'
  | 'renamed'
  | 'moved'
  | 'retyped'
  | 'recoded'
  | 'narrowed'
  | 'widened'
  | 'words'
  | 'order'
  | 'changed';

/**
 * What it means for stored records: nothing; values may no longer fit and have to be looked at; or values have to be
 * taken along by a step of the migration.
 */
export type Touch = 'none' | 'check' | 'migrate';

/** One difference between two versions of a definition, in words. */
export interface Difference {
  readonly part: Part;
  readonly happening: Happening;
  /** JSON Pointer in the later version; of what was removed, in the earlier. */
  readonly pointer: string;
  readonly text: Bilingual;
  readonly touch: Touch;
  /** How far the version number has to leap for it. */
  readonly leap: Leap;
  /** Address of the field in records of the earlier version, where it is about one that was there. */
  readonly field?: string;
  /** What a step of the migration needs to know. */
  readonly data?: {
    /** Where the value stands once the steps for what is around it are done, and where it goes. */
    readonly from: string;
    readonly to?: string;
    readonly codes?: readonly { readonly from: Json; readonly to?: Json }[];
    readonly types?: readonly [was: string, now: string];
    readonly value?: Json;
  };
}
