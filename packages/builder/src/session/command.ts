import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { BuilderSession } from './session.ts';

/**
 * Something a person can do, by its name: the command palette lists it, buttons and shortcuts run it, dragging ends in
 * one. There is no way to change a definition with the mouse that is not one of these.
 */
export interface Command {
  /** Stable kebab-case name. */
  readonly id: string;
  readonly title: Bilingual;
  /** Shortcuts as people read them: `Ctrl+D`, `Alt+ArrowUp`. `Ctrl` is the command key on a Mac. */
  readonly keys?: readonly string[];
  /** Why it cannot be done now; `undefined` when it can. */
  refused?(session: BuilderSession): Bilingual | undefined;
  run(session: BuilderSession): void;
}
