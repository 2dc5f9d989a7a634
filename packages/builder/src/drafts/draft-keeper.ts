import { effect } from '@preact/signals-core';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import type { Drafts } from '@jiceng/elements/internal/context.js';
import type { KeptDocument } from '../document/json-document.ts';
import type { BuilderSession } from '../session/session.ts';

/** A pause in working, in milliseconds, after which the draft is written. */
const PAUSE = 400;
/** So many steps of undo go into a draft: a draft is written often. */
const STEPS = 200;

/** What is written of a session: the document with its history, and the text that was opened, to know when somebody else has changed it. */
interface Draft extends KeptDocument {
  readonly opened: string;
}

/** Address of the draft of one person for one definition: people at one computer do not see each other's. */
export function draftAddress(personId: string, definition: Json): string {
  const { id, version } = isObject(definition) ? (definition as { id?: Json; version?: Json }) : {};
  return ['builder', personId, String(id ?? ''), String(version ?? '')].map(encodeURIComponent).join('/');
}

/** The draft at `address` that goes on from `opened`; `undefined` where there is none, or the definition has changed since. */
export async function findDraft(drafts: Drafts, address: string, opened: string): Promise<KeptDocument | undefined> {
  const kept = await drafts.read(address).catch(() => undefined);
  if (!isObject(kept)) return undefined;
  const draft = kept as unknown as Draft;
  if (draft.opened !== opened || typeof draft.text !== 'string' || draft.text === opened || !Array.isArray(draft.undo) || !Array.isArray(draft.redo)) return undefined;
  return { text: draft.text, undo: draft.undo, redo: draft.redo };
}

/** Writes every change of a session to a draft, after a short pause, and at once when the page is hidden. */
export class DraftKeeper {
  private readonly drafts: Drafts;
  private readonly address: string;
  private readonly session: BuilderSession;
  private readonly opened: string;
  private readonly failed: () => void;
  private readonly stop: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly hidden = (): void => { if (document.visibilityState === 'hidden') void this.flush(); };

  constructor(drafts: Drafts, address: string, session: BuilderSession, opened: string, failed: () => void) {
    this.drafts = drafts;
    this.address = address;
    this.session = session;
    this.opened = opened;
    this.failed = failed;
    let isFirst = true;
    this.stop = effect(() => {
      void session.document.text.value;
      if (!isFirst) this.timer ??= setTimeout(() => void this.flush(), PAUSE);
      isFirst = false;
    });
    document.addEventListener('visibilitychange', this.hidden);
  }

  /** Writes what is waiting. */
  async flush(): Promise<void> {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    const { text, undo, redo } = this.session.document.kept();
    const draft: Draft = { opened: this.opened, text, undo: undo.slice(-STEPS), redo: redo.slice(-STEPS) };
    await this.drafts.write(this.address, draft as unknown as Json).catch(this.failed);
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
}
