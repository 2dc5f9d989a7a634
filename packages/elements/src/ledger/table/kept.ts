import type { RowGroup } from '@jiceng/core/table/group.js';
import type { LedgerWish } from './wish.ts';

/** What is to be drawn. */
export interface LedgerView {
  /** Row numbers that passed, sorted. */
  readonly rows: Uint32Array;
  readonly lines: Int32Array;
  readonly groups: readonly (RowGroup & { readonly title: string })[];
}

/** What a table has asked for. */
export interface Kept {
  readonly texts: Map<string, (string | undefined)[]>;
  readonly values: Map<string, (string | number | null | undefined)[]>;
  readonly ranks: Map<string, Uint32Array>;
  readonly needsFolding: Map<string, boolean>;
  readonly counted: (Uint8Array | undefined)[];
  last: { readonly wish: LedgerWish; readonly view: LedgerView } | undefined;
}
/** Nothing asked yet. */
export const nothingKept = (): Kept => ({
  texts: new Map(),
  values: new Map(),
  ranks: new Map(),
  needsFolding: new Map(),
  counted: [],
  last: undefined,
});
