import type { Bilingual } from '@jiceng/core/text/problem.js';
import type { BuilderSession } from './session.ts';

/** One side of a definition that has an editor of its own: a tab of the builder. Its element is a SessionElement. */
export interface Pane {
  /** Stable kebab-case name. */
  readonly id: string;
  readonly title: Bilingual;
  /** What one does here, for the tab's description. */
  readonly help: Bilingual;
  readonly tag: string;
  /** Registers the tag; called when the pane is opened first. */
  load(): Promise<unknown>;
  /** A short mark on the tab, such as the number of things that are wrong; `undefined`: none. */
  mark?(session: BuilderSession): string | undefined;
}
