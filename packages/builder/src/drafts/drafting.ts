import type { Drafts } from '@jiceng/elements/internal/context.js';
import { DraftKeeper } from '@jiceng/elements/form/drafts.js';
import type { ReactiveControllerHost } from 'lit';
import type { JsonDocument, KeptDocument } from '../document/json-document.ts';
import { draftAddress, draftedOf, findDraft } from './session-draft.ts';

/** What a builder says about drafts. */
export type DraftNote = 'draftRestored' | 'draftFailed' | 'draftOff';

/** Keeps the draft of the session that is open. */
export class Drafting {
  /** What is to be said about the draft; opening another document takes it away. */
  note: DraftNote | undefined;
  private readonly host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  private keeper: DraftKeeper | undefined;
  private known: string | undefined;
  private readonly restored: (kept: KeptDocument) => void;
  private readonly kind: string | undefined;

  /** `restored` opens what was kept; `kind` keeps the drafts of one builder apart from those of another. */
  constructor(
    host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    restored: (kept: KeptDocument) => void,
    kind?: string,
  ) {
    this.host = host;
    this.restored = restored;
    this.kind = kind;
  }

  /**
   * Follows a session that shows `opened` or what came of it. Null drafts: there should be a place, and this browser
   * has none.
   */
  follow(
    session: { readonly document: JsonDocument },
    opened: string,
    drafts: Drafts | null | undefined,
    personId: string,
  ): void {
    this.end();
    if (drafts === null) this.say('draftOff');
    if (!drafts) return;
    const address = draftAddress(personId, opened, this.kind);
    const keep = () => {
      this.keeper = new DraftKeeper(drafts, address, draftedOf(session, opened), () => this.say('draftFailed'));
    };
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
    this.say(undefined);
    await this.keeper?.remove();
  }

  /** Writes what is waiting. */
  async flush(): Promise<void> {
    await this.keeper?.flush();
  }

  /** Keeps nothing any more, until a session is followed again. */
  end(): void {
    this.keeper?.end();
    this.keeper = undefined;
  }

  private say(note: DraftNote | undefined): void {
    this.note = note;
    this.host.requestUpdate();
  }
}
