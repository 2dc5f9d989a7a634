import type { Change } from '@jiceng/core/json/changes.js';

/** Detail of `jc-change`: cells of one row, as the store's save command wants them. */
export interface EditDetail {
  readonly recordId: string;
  readonly revision: number;
  readonly changes: readonly Change[];
}

/** Detail of `jc-move`. */
export interface MoveDetail {
  readonly recordId: string;
  readonly revision: number;
  readonly track: 'item' | 'filing';
  readonly move: string;
  readonly changes: readonly Change[];
  readonly reason?: string;
}

/** Detail of `jc-create`. */
export interface CreateDetail {
  readonly definitionId: string;
}

/** Detail of `jc-record-open`. */
export interface OpenDetail {
  readonly recordId: string;
  readonly definitionId: string;
}
