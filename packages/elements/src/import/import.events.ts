import type { Command } from '@jiceng/core/engine/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JsonObject } from '@jiceng/core/json/json.js';

/** Detail of `jc-import` and `jc-import-undo`: commands that the store runs as one list. */
export interface ImportDetail {
  readonly commands: readonly Command[];
}

/**
 * Detail of `jc-adopt`: a definition made out of an Excel ledger, which passes the gate, and its rows in the order of
 * the sheet.
 */
export interface AdoptDetail {
  readonly definition: Definition;
  /**
   * `row` is the sheet's, one-based; every row is complete by the definition. `orgId`: to which organisation it
   * belongs, where the page gave a directory.
   */
  readonly rows: readonly { readonly row: number; readonly data: JsonObject; readonly orgId?: string }[];
}
