import { effect } from '@preact/signals-core';
import type { FormModel } from '@jiceng/core/form/form.js';
import type { FormSnapshot } from '@jiceng/core/form/contract.js';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import type { Drafts } from '../internal/context.ts';

/** A pause in typing, in milliseconds, after which the draft is written; well under the second that may be lost. */
const PAUSE = 400;

/** Keeps the draft of one form: every change is written after a short pause, and at once when the page is hidden. */
export class DraftKeeper {
  private readonly drafts: Drafts;
  private readonly address: string;
  private readonly form: FormModel;
  private readonly failed: () => void;
  private readonly stop: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly hidden = () => { if (document.visibilityState === 'hidden') void this.flush(); };

  constructor(drafts: Drafts, address: string, form: FormModel, failed: () => void) {
    this.drafts = drafts;
    this.address = address;
    this.form = form;
    this.failed = failed;
    let first = true;
    this.stop = effect(() => {
      void form.revision.value;
      if (!first) this.plan();
      first = false;
    });
    document.addEventListener('visibilitychange', this.hidden);
  }

  /** Brings the draft back, if there is one that differs. Answers whether it did. */
  async restore(): Promise<boolean> {
    const kept = await this.drafts.read(this.address).catch(() => undefined);
    if (!isObject(kept) || kept['data'] === undefined || this.form.revision.peek() > 0) return false;
    this.form.restore(kept as unknown as FormSnapshot);
    return true;
  }

  /** Writes what is waiting. */
  async flush(): Promise<void> {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.drafts.write(this.address, this.form.snapshot() as unknown as Json).catch(this.failed);
  }

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
