import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Problem } from '@jiceng/core/text/problem.js';

/** The definition as it stands in the builder: what `jc-change` and `jc-save` hand over. */
export interface BuilderDetail {
  /** The document as text, with everything in it that the builder does not know. */
  readonly text: string;
  /** The same as an admitted definition; `undefined` while something is wrong with it. */
  readonly definition: Definition | undefined;
  /** What is wrong with it. */
  readonly problems: readonly Problem[];
}
