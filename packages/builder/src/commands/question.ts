import { signal, type Signal } from '@preact/signals-core';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { BuilderSession } from '../session/session.ts';

/** Something a command has to ask before it does its work. The shell shows it as a dialog. */
export interface Question {
  readonly title: Bilingual;
  readonly text?: Bilingual;
  /** What is concerned, one line each. */
  readonly lines?: readonly string[];
  /** A text to be given; `check` says what is wrong with it. */
  readonly input?: { readonly label: Bilingual; readonly value: string; check(text: string): Bilingual | undefined };
  /** Answers besides cancelling; the first is the usual one. */
  readonly answers: readonly { readonly title: Bilingual; run(text: string): void }[];
}

const questions = new WeakMap<BuilderSession, Signal<Question | undefined>>();

/** What is being asked in a session. */
export function questionOf(session: BuilderSession): Signal<Question | undefined> {
  let found = questions.get(session);
  if (!found) questions.set(session, (found = signal(undefined)));
  return found;
}
