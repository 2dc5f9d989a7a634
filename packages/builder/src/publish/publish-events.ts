import type { Definition } from '@jiceng/core/generated/definition.js';

/** What `jc-publish` hands to the host: what is published, and why hard rules are not kept. */
export interface PublishDetail {
  /** The document as it is written. */
  readonly text: string;
  readonly definition: Definition;
  /**
   * Reasons by somebody entitled, by the rule's id, to be kept with the version; empty where every hard rule is kept.
   */
  readonly reasons: Readonly<Record<string, string>>;
}
