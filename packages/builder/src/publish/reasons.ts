import { signal, type Signal } from '@preact/signals-core';
import type { DocumentSession } from '../session/document-session.ts';

const kept = new WeakMap<DocumentSession<unknown>, Signal<ReadonlyMap<string, string>>>();

/** Reasons typed so far, by rule; they live as long as the session and are no part of the document. */
export function reasonsOf(session: DocumentSession<unknown>): Signal<ReadonlyMap<string, string>> {
  let reasons = kept.get(session);
  if (!reasons) kept.set(session, (reasons = signal(new Map())));
  return reasons;
}
