import type { JsonObject } from '@jiceng/core/json/json.js';

/** A form that was begun earlier and can be gone on with. */
export interface BegunForm {
  readonly title: string;
  /** The text with which it began; the builder finds the draft of it. */
  readonly text: string;
}

/** What to draw, as the builder opens it. */
export interface StartDetail {
  /** The new document. */
  readonly text: string;
  /** Rows of an Excel ledger that the definition was made of, in the order of the sheet. */
  readonly rows?: readonly { readonly row: number; readonly data: JsonObject; readonly orgId?: string }[];
}
