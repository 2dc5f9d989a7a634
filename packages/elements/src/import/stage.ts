import type { BatchOutcome } from '@jiceng/core/engine/contract.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { Adopting } from './adopting.ts';
import type { Planning } from './planning.ts';

/** Where in an import the person is: choosing a file, making a ledger of it, comparing it with one, or done. */
export type Stage =
  | { readonly kind: 'pick'; readonly reasons: readonly Bilingual[] }
  | { readonly kind: 'adopt'; readonly adopting: Adopting }
  | { readonly kind: 'plan'; readonly planning: Planning }
  | {
      readonly kind: 'done';
      readonly created: number;
      readonly changed: number;
      readonly undo: Extract<BatchOutcome, { ok: true }>['undo'];
      readonly isUndone: boolean;
    };
