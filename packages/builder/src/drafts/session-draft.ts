import { isObject, type Json } from '@jiceng/core/json/json.js';
import type { Drafts } from '@jiceng/elements/internal/context.js';
import type { Drafted } from '@jiceng/elements/form/drafts.js';
import type { JsonDocument, KeptDocument } from '../document/json-document.ts';

/** So many steps of undo go into a draft: a draft is written often. */
const STEPS = 200;

/**
 * What is written of a session: the document with its history, and the text that was opened, to know when somebody else
 * has changed it.
 */
interface Draft extends KeptDocument {
  readonly opened: string;
}

/**
 * Address of the draft of one person for the definition in a text that was opened: people at one computer do not see
 * each other's. It is the opened text's, since the drawing may get another id or number meanwhile. Throws where the
 * text is not JSON.
 */
export function draftAddress(personId: string, opened: string, kind = 'builder'): string {
  const definition = JSON.parse(opened) as Json;
  const { id, version } = isObject(definition) ? (definition as { id?: Json; version?: Json }) : {};
  return [kind, personId, String(id ?? ''), String(version ?? '')].map(encodeURIComponent).join('/');
}

/**
 * The draft at `address` that goes on from `opened`; `undefined` where there is none, or the definition has changed
 * since.
 */
export async function findDraft(drafts: Drafts, address: string, opened: string): Promise<KeptDocument | undefined> {
  const kept = await drafts.read(address).catch(() => undefined);
  if (!isObject(kept)) return undefined;
  const draft = kept as unknown as Draft;
  if (
    draft.opened !== opened ||
    typeof draft.text !== 'string' ||
    draft.text === opened ||
    !Array.isArray(draft.undo) ||
    !Array.isArray(draft.redo)
  )
    return undefined;
  return { text: draft.text, undo: draft.undo, redo: draft.redo };
}

/** The session as drafts are kept of it; one is brought back by opening what `findDraft` finds. */
export function draftedOf(session: { readonly document: JsonDocument }, opened: string): Drafted {
  return {
    revision: session.document.text,
    snapshot(): Draft {
      const { text, undo, redo } = session.document.kept();
      return { opened, text, undo: undo.slice(-STEPS), redo: redo.slice(-STEPS) };
    },
  };
}
