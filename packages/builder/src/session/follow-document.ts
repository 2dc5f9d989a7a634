import { effect } from '@preact/signals-core';
import type { Problem } from '@jiceng/core/text/problem.js';
import type { DocumentSession } from './document-session.ts';

/** What a host is told of a document: its text, and what the gate made of it. */
export interface Told<T> {
  readonly text: string;
  /** The content, where nothing is wrong with it. */
  readonly content: T | undefined;
  readonly problems: readonly Problem[];
}

/** The document of a session as it stands now. */
export function tellOf<T>(session: DocumentSession<T>): Told<T> {
  const checked = session.checked.peek();
  return {
    text: session.document.text.peek(),
    content: checked.ok ? checked.value : undefined,
    problems: checked.ok ? [] : checked.problems,
  };
}

/**
 * Calls `draw` now and whenever the text, what was last said, or a signal that `draw` reads changes, and `changed`
 * after the text did. Ends with the function that it answers.
 */
export function followDocument<T>(session: DocumentSession<T>, draw: () => void, changed: () => void): () => void {
  let known = session.document.text.peek();
  return effect(() => {
    const text = session.document.text.value;
    void session.said.value;
    draw();
    if (text !== known) queueMicrotask(changed);
    known = text;
  });
}
