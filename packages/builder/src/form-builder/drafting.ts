import type { Drafts } from '@jiceng/elements/internal/context.js';
import { DraftKeeper } from '@jiceng/elements/form/drafts.js';
import type { KeptDocument } from '../document/json-document.ts';
import { draftAddress, draftedOf, findDraft } from '../drafts/session-draft.ts';
import type { BuilderSession } from '../session/session.ts';

/** What the builder says about drafts. */
export type DraftNote = 'draftRestored' | 'draftFailed' | 'draftOff';

/** Keeps the draft of the session that is open. */
export class Drafting {
  private keeper: DraftKeeper | undefined;
  private known: string | undefined;
  private readonly restored: (kept: KeptDocument) => void;
  private readonly say: (note: DraftNote | undefined) => void;

  /** `restored` opens what was kept; `say` tells people. */
  constructor(restored: (kept: KeptDocument) => void, say: (note: DraftNote | undefined) => void) {
    this.restored = restored;
    this.say = say;
  }

  /** Follows a session that shows `opened` or what came of it. Null drafts: there should be a place, and this browser has none. */
  follow(session: BuilderSession, opened: string, drafts: Drafts | null | undefined, personId: string): void {
    this.end();
    if (drafts === null) this.say('draftOff');
    if (!drafts) return;
    const address = draftAddress(personId, session.value.peek());
    const keep = () => { this.keeper = new DraftKeeper(drafts, address, draftedOf(session, opened), () => this.say('draftFailed')); };
    if (this.known === address + opened) return keep();
    this.known = address + opened;
    keep();
    void findDraft(drafts, address, opened).then((kept) => {
      if (!kept || session.document.text.peek() !== opened) return;
      this.say('draftRestored');
      this.restored(kept);
    });
  }

  /** Forgets the draft. */
  async discard(): Promise<void> {
    await this.keeper?.remove();
  }

  /** Writes what is waiting. */
  async flush(): Promise<void> {
    await this.keeper?.flush();
  }

  end(): void {
    this.keeper?.end();
    this.keeper = undefined;
  }
}
