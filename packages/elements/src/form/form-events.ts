import type { Json } from '@jiceng/core/json/json.js';

/** A person changed a field. */
export interface FormChangeDetail {
  readonly pointer: string;
  readonly value: Json | null;
  readonly valid: boolean;
}
/** A person submitted a form without errors. */
export interface FormSubmitDetail {
  readonly value: Json;
  readonly changes: readonly { readonly pointer: string; readonly value: Json | null }[];
}
/** A person submitted a form with errors, in reading order. */
export interface FormInvalidDetail {
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly message: string }[];
}
/** A newer revision of the record changed the same fields; the own values stay. */
export interface FormConflictDetail {
  readonly conflicts: readonly { readonly pointer: string; readonly mine: Json | null; readonly theirs: Json | null }[];
}
/** A person asked where a value comes from. */
export interface FormSourceDetail {
  readonly pointer: string;
  readonly formula: string;
  readonly inputs: readonly string[];
  readonly facts: readonly string[];
  readonly records: readonly string[];
}
