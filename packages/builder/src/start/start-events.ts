import type { JsonObject } from '@jiceng/core/json/json.js';

/** What to draw, as the builder opens it. */
export interface StartDetail {
  /** The new document. */
  readonly text: string;
  /** Rows of an Excel ledger that the definition was made of, in the order of the sheet. */
  readonly rows?: readonly { readonly row: number; readonly data: JsonObject }[];
}
