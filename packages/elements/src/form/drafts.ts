import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { FormSnapshot } from '@jiceng/core/form/contract.js';
import type { FormModel } from '@jiceng/core/form/form.js';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import type { Drafts } from '../internal/context.ts';

/** A pause in typing, in milliseconds, after which the draft is written; well under the second that may be lost. */
const PAUSE = 400;

/** What a draft is kept of: a form, or a document being drawn. */
export interface Drafted {
  /** New with each change. */
  readonly revision: ReadonlySignal<unknown>;
  /** The content as it stands, to be kept as JSON. */
  snapshot(): object;
}

/** Where the draft of a form is kept: one for each person, organisation, definition and record. */
export function draftAddress({ options, compiled }: FormModel, personId = '', orgId = ''): string {
  const { record } = options;
  const { id, version } = compiled.definition;
  return [personId, record?.orgId ?? orgId, id, version, record?.id ?? 'new'].map(encodeURIComponent).join('/');
}

/** Brings a form's draft back, if there is one and nothing has been filled in yet. Answers whether it did. */
export async function restoreDraft(drafts: Drafts, address: string, form: FormModel): Promise<boolean> {
  try {
    const kept = await drafts.read(address);
    if (!isObject(kept) || kept['data'] === undefined || form.revision.peek() > 0) return false;
    form.restore(kept as unknown as FormSnapshot);
    return true;
  } catch {
    return false; // cannot be read, or is no draft of ours
  }
}

/**
 * Keeps the draft of one form or document: every change is written after a short pause, and at once when the page is
 * hidden.
 */
export class DraftKeeper {
  private readonly drafts: Drafts;
  private readonly address: string;
  private readonly content: Drafted;
  private readonly failed: () => void;
  private readonly stop: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly hidden = () => {
    if (document.visibilityState === 'hidden') void this.flush();
  };

  constructor(drafts: Drafts, address: string, content: Drafted, failed: () => void) {
    this.drafts = drafts;
    this.address = address;
    this.content = content;
    this.failed = failed;
    let first = true;
    this.stop = effect(() => {
      void content.revision.value;
      if (!first) this.plan();
      first = false;
    });
    document.addEventListener('visibilitychange', this.hidden);
  }

  /** Writes what is waiting. */
  async flush(): Promise<void> {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    try {
      await this.drafts.write(this.address, this.content.snapshot() as unknown as Json);
    } catch {
      this.failed();
    }
  }

  /** Forgets the draft: its content is kept elsewhere, or not wanted. */
  async remove(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.drafts.remove(this.address).catch(() => undefined);
  }

  /** Ends keeping; what is waiting is still written. */
  end(): void {
    void this.flush();
    this.stop();
    document.removeEventListener('visibilitychange', this.hidden);
  }

  private plan(): void {
    this.timer ??= setTimeout(() => void this.flush(), PAUSE);
  }
}
