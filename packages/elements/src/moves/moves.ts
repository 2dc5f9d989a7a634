import type { Refusal } from '@jiceng/core/engine/contract.js';
import type { State } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { currentState, type Track } from '@jiceng/core/life/states.js';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { badgeStyles } from '../grid/badge.styles.ts';
import { baseStyles } from '../internal/base.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { askStyles } from '../record/ask.styles.ts';
import { moves } from '../record/detail.ts';
import type { MoveDetail } from '../record/record.events.ts';
import { recordMessages } from '../record/record.messages.ts';
import { confirmed, MoveDraft, moveDialog } from '../record/move-dialog.ts';
import { offersFor } from '../record/offers.ts';
import { offersStyles } from '../record/offers.styles.ts';
import { RecordElement } from '../record/record-element.ts';
import type { Sight } from '../record/sight.ts';
import { syncDialog } from '../record/sync-dialog.ts';
import styles from './moves.styles.ts';

const TRACKS: readonly Track[] = ['filing', 'item'];

/** Where the record stands: with its submission, and with its own life. */
const statesOf = ({ compiled }: Sight, record: StoredRecord): State[] =>
  TRACKS.flatMap((track) => currentState(compiled, record, track) ?? []);

/**
 * What may be done with one record: its states, a button for each move that this person can make, and why not for the
 * others.
 *
 * @customElement jc-moves
 *
 * @fires {CustomEvent<MoveDetail>} jc-move - When a move is confirmed; the element itself moves nothing.
 *
 * @csspart base - Everything.
 */
export class Moves extends RecordElement {
  static override styles = [tokens, baseStyles, badgeStyles, offersStyles, askStyles, styles];

  /** The record; nothing is shown without one. */
  @property({ attribute: false }) record?: StoredRecord;

  @state() private draft: MoveDraft | undefined;
  @state() private said = '';
  @query('dialog') private dialog!: HTMLDialogElement | null;

  private readonly idPrefix = uniqueId('jc-moves');

  /** Shows why the store refused the move, in the dialog, which stays open with what was entered. */
  showRefusal(refusal: Refusal): void {
    if (!this.draft) return;
    this.draft.problems = this.problemsOf(refusal, recordMessages(this.surroundings.locale).conflict);
    this.requestUpdate();
  }

  /** States, and what can be done or why not, as text for read-aloud tools. */
  getPlainText(): string {
    const { sight, record } = this;
    if (!sight || !record) return '';
    const { marks, cannot } = recordMessages(sight.locale);
    const offers = this.readonly ? [] : offersFor(sight, record, [record]);
    return [
      ...statesOf(sight, record).map(({ title, description }) =>
        [title, description].filter(Boolean).join(marks.colon),
      ),
      ...offers.map(({ move, allowed, reasons }) =>
        allowed
          ? move.title
          : move.title + marks.comma + cannot + reasons.map((reason) => this.say(reason)).join(marks.space),
      ),
    ].join('\n');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.look();
    if (changed.has('record')) this.settleDraft();
  }

  protected override updated(): void {
    syncDialog(this.dialog, this.draft !== undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { sight, record } = this;
    if (!this.definition || !record) return nothing;
    const obstacle = this.obstacle(recordMessages(this.surroundings.locale));
    if (obstacle || !sight) return obstacle ?? nothing;
    return html`<section class="base bar no-print" part="base">
      <div class="states">${statesOf(sight, record).map(({ title, tone = 'neutral', description = '' }) => html`<p><span class="badge ${tone}">${title}</span><span class="weak">${description}</span></p>`)}</div>
      ${
        this.readonly
          ? nothing
          : moves({
              offers: offersFor(sight, record, [record]),
              sight,
              move: (offer) => {
                this.draft = new MoveDraft(record, offer);
              },
            })
      }
      ${moveDialog(this.draft, {
        sight,
        prefix: this.idPrefix,
        changed: () => this.requestUpdate(),
        confirm: () => this.confirm(),
        close: () => {
          this.draft = undefined;
        },
      })}
      <div class="visually-hidden" role="status">${this.said}</div>
    </section>`;
  }

  private confirm(): void {
    const detail = this.draft && confirmed(this.draft, this.dialog);
    this.requestUpdate();
    if (detail) this.emit<MoveDetail>('jc-move', detail);
  }

  /** The dialog closes when the store has answered with a new revision, or another record is shown. */
  private settleDraft(): void {
    const { draft, record } = this;
    this.said = '';
    if (!draft || (draft.record.id === record?.id && draft.record.revision === record.revision)) return;
    const text = recordMessages(this.surroundings.locale);
    const outcome = draft.record.id === record?.id ? draft.follow(record) : undefined;
    if (outcome === 'kept') return;
    if (outcome === 'gone') draft.problems = this.problemsOf({ code: 'conflict', problems: [] }, text.conflict);
    else this.draft = undefined;
    if (outcome === 'made') this.said = text.doneMove(draft.offer.move.title);
  }
}
