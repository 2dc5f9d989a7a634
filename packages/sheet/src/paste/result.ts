import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { ColumnKind } from '../draft/guess.ts';

/** One field that a line or column of pasted text became. */
export interface PastedField {
  /** A name that the field has agreed on, or one made of the title. */
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Words of a choice; empty for other kinds. */
  readonly options: readonly string[];
  readonly unit?: string;
  readonly help?: string;
  readonly required: boolean;
  /** A value that stood beside it; `''` where none did. */
  readonly sample: string;
  /** Why it was taken for this kind. */
  readonly reason: Bilingual;
}

/** One item of a score that a line became. */
export interface PastedItem {
  readonly title: string;
  /** The rule in words; `''` where none was given. */
  readonly rule: string;
  /** Number in front of it, such as `1` or `A2`; `''` without. */
  readonly code: string;
  /**
   * boolean: yes or no. manual: points given by hand. countCap: points for each time, up to the maximum. deduct: points
   * lost for each time.
   */
  readonly method: 'boolean' | 'manual' | 'countCap' | 'deduct';
  /** Most points; 0 for deductions that have none of their own. `null`: the text says nothing about points. */
  readonly max: number | null;
  /** Points for each time; 0 where points do not depend on how often. */
  readonly per: number;
  /** It is added to or taken off the total without belonging to its maximum. */
  readonly adjust: boolean;
}

/** Items under one heading; `''` where there was none. */
export interface PastedGroup {
  readonly title: string;
  readonly items: readonly PastedItem[];
}

/** Something in the text that became nothing. */
export interface PastedRest {
  readonly text: string;
  readonly reason: Bilingual;
}

/** What a pasted text was read as. */
export type Pasted =
  | {
      readonly as: 'fields';
      readonly title: string;
      readonly fields: readonly PastedField[];
      readonly rest: readonly PastedRest[];
    }
  | {
      readonly as: 'items';
      readonly title: string;
      readonly groups: readonly PastedGroup[];
      readonly rest: readonly PastedRest[];
    };
