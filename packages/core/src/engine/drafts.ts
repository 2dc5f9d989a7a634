import type { Json } from '../json/json.ts';

/** What a draft belongs to. Another person, organisation, definition, version or record never sees it. */
export interface DraftRef {
  readonly personId: string;
  readonly orgId: string;
  readonly definitionId: string;
  readonly version: string;
  readonly recordId: string;
}

/** Unsent work on one record. */
export interface Draft {
  /** Revision of the record that was open. */
  readonly revision: number;
  /** Changed values by JSON Pointer; `null` inside an entry's `value` is a value, a missing `value` is a removal. */
  readonly changes: readonly { readonly pointer: string; readonly value?: Json }[];
  /** Time of the last change, with offset. */
  readonly savedAt: string;
}

/** Keeps unsent work on this computer, sealed. Every method may reject: the element then says that drafts are off. */
export interface DraftStore {
  load(ref: DraftRef): Promise<Draft | undefined>;
  save(ref: DraftRef, draft: Draft): Promise<void>;
  remove(ref: DraftRef): Promise<void>;
  /** Forgets all drafts of a person, as at logout. */
  wipe(personId: string): Promise<void>;
}
