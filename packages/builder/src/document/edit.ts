import type { Json } from '@jiceng/core/json/json.js';

/**
 * One change of a JSON document, at a JSON Pointer:
 * - `set` replaces what is there, or adds it; missing objects on the way are made. In an object a new member comes
 *   behind the member `after` (`null`: first; left out: last). In a list only what is there can be set.
 * - `insert` puts an item into a list before the one at the pointer; a last part of `-` or the list's length is the
 *   end.
 * - `remove` takes a member or an item away.
 * - `rename` gives a member another key and leaves it in its place.
 * - `move` takes what stands at `move` to `to`, as it is written: into a list before the item there (counted after it
 *   was taken away), or into an object under the last part of `to`, behind the member `after`. `text` instead of
 *   `value` is JSON text, which is taken over as it is written.
 */
export type Edit =
  | { readonly set: string; readonly value: Json; readonly after?: string | null }
  | { readonly set: string; readonly text: string; readonly after?: string | null }
  | { readonly insert: string; readonly value: Json }
  | { readonly insert: string; readonly text: string }
  | { readonly remove: string }
  | { readonly rename: string; readonly to: string }
  | { readonly move: string; readonly to: string; readonly after?: string | null };
