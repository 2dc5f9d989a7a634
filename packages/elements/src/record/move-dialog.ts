import type { MoveOffer } from '@jiceng/core/engine/offers.js';
import { SHORTEST_REASON } from '@jiceng/core/engine/reason.js';
import type { FieldView } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { machineOf, stateOf } from '@jiceng/core/life/states.js';
import { codePoints } from '@jiceng/core/schema/fields/field-value.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { askForm, askedForm } from './ask-form.ts';
import type { MoveDetail } from './record.events.ts';
import { recordMessages } from './record.messages.ts';
import type { Sight } from './sight.ts';
import { unableList, type Unable } from './unable.ts';

/** A move that a person is about to make. */
export class MoveDraft {
  /** As it is judged and sent; follows changes that leave the record where it stands. */
  record: StoredRecord;
  readonly offer: MoveOffer;
  readonly fields: readonly FieldView[];
  reason = '';
  /** Confirmed once, so that everything missing is shown. */
  tried = false;
  /** What the store said. */
  problems: readonly Problem[] = [];
  /** More records that make the same move, with the same answers. */
  readonly others: readonly StoredRecord[];
  /** Records that were picked too, and cannot. */
  readonly unable: readonly Unable[];
  private readonly blank: StoredRecord;

  constructor(
    record: StoredRecord,
    offer: MoveOffer,
    others: readonly StoredRecord[] = [],
    unable: readonly Unable[] = [],
  ) {
    this.record = record;
    this.offer = offer;
    this.others = others;
    this.unable = unable;
    this.blank = { ...record, data: {} };
    this.fields = offer.ask.map(({ field, required }) => ({ ...field, required }));
  }

  /**
   * Takes over a newer revision. `made`: by this very move, the dialog is done. `kept`: only the content has changed,
   * for instance by a field that was left for the move's button. `gone`: the record has moved on otherwise; what was
   * entered stays to be read.
   */
  follow(record: StoredRecord): 'made' | 'kept' | 'gone' {
    const { track, move } = this.offer;
    const hasMoved = standing(record) !== standing(this.record);
    const isTold = record.history
      .slice(this.record.history.length)
      .some(({ act }) => act === `${track === 'filing' ? 'filing' : 'move'}:${move.id}`);
    if (this.tried && (isTold || (hasMoved && stateOf(record, track) === move.to))) return 'made';
    if (hasMoved) return 'gone';
    this.record = record;
    return 'kept';
  }

  /** What the form is filled from: answers for several records begin with nothing. */
  get asked(): StoredRecord {
    return this.others.length > 0 ? this.blank : this.record;
  }

  get reasonMissing(): boolean {
    return this.offer.needsReason && codePoints(this.reason.trim()) < SHORTEST_REASON;
  }
}

function standing({ state, filing }: StoredRecord): string {
  return JSON.stringify([state, filing?.status, filing?.level]);
}

/** What the dialog is given, and what it tells its host. */
export interface MoveDialogInput {
  readonly sight: Sight;
  readonly prefix: string;
  titleOf?(record: StoredRecord): string;
  changed(): void;
  confirm(): void;
  close(): void;
}

/** The dialog of a move: what will happen, what is asked, the reason, and what the store said last. */
export function moveDialog(
  draft: MoveDraft | undefined,
  { sight, prefix, titleOf = ({ id }) => id, changed, confirm, close }: MoveDialogInput,
): TemplateResult {
  const text = recordMessages(sight.locale);
  const move = draft?.offer.move;
  const to =
    draft && move?.to !== undefined
      ? machineOf(sight.compiled, draft.offer.track)?.states.find(({ id }) => id === move.to)?.title
      : undefined;
  return html`<dialog class="move-dialog no-print" aria-labelledby=${`${prefix}-title`} @cancel=${(event: Event) => {
    event.preventDefault();
    close();
  }} @keydown=${(event: KeyboardEvent) => keyInDialog(event, close)}>${
    draft && move
      ? html`
    <h3 class="dialog-title" id=${`${prefix}-title`}>${move.title}</h3>
    <div class="dialog-body">
      ${
        draft.problems.length > 0
          ? html`<div class="refusal"
        role="alert">${text.refused}<ul>${draft.problems.map(({ reason }) => html`<li>${reason[sight.names.language]}</li>`)}</ul></div>`
          : nothing
      }
      ${move.description ? html`<p>${move.description}</p>` : nothing}
      ${to ? html`<p class="weak">${text.moveTo(to)}</p>` : nothing}
      ${draft.others.length > 0 ? html`<p>${text.several(draft.others.length + 1)}</p>` : nothing}
      ${draft.fields.length > 0 ? askForm(sight, draft.asked, draft.fields) : nothing}
      ${
        draft.offer.needsReason
          ? html`<div class="ask ${draft.tried && draft.reasonMissing ? 'bad' : ''}">
        <label class="ask-label" for=${`${prefix}-reason`}><span class="required"
          aria-hidden="true">*</span>${text.reason}${text.marks.open}${text.reasonHint}${text.marks.close}</label>
        <textarea id=${`${prefix}-reason`} class="input reason" rows="3" required aria-describedby=${`${prefix}-short`}
          aria-invalid=${(draft.tried && draft.reasonMissing) || nothing} .value=${live(draft.reason)} @input=${(
            event: Event,
          ) => {
            draft.reason = (event.target as HTMLTextAreaElement).value;
            changed();
          }}></textarea>
        <p class="ask-error" id=${`${prefix}-short`}
          role="alert">${draft.tried && draft.reasonMissing ? text.reasonShort : ''}</p>
      </div>`
          : nothing
      }
      ${unableList(draft.unable, text.cannotAll(draft.unable.length), titleOf)}
    </div>
    <div class="dialog-foot"><button type="button" class="button"
      @click=${close}>${text.cancel}</button><button type="button" class="button primary"
      @click=${confirm}>${text.confirm}</button></div>`
      : nothing
  }
  </dialog>`;
}

/**
 * The move to send, or `undefined` while something is missing: from then on that is shown, and the first such place has
 * the focus.
 */
export function confirmed(draft: MoveDraft, dialog: HTMLElement | null): MoveDetail | undefined {
  const form = askedForm(dialog);
  const isFilled = form === null || form.validate(true);
  draft.tried = true;
  draft.problems = [];
  if (!isFilled) return undefined;
  if (draft.reasonMissing) {
    dialog?.querySelector<HTMLElement>('.reason')?.focus();
    return undefined;
  }
  const { record, offer, reason } = draft;
  return {
    recordId: record.id,
    revision: record.revision,
    track: offer.track,
    move: offer.move.id,
    changes: form?.formModel?.changes() ?? [],
    ...(offer.needsReason ? { reason: reason.trim() } : {}),
  };
}

/**
 * Keys end here: pages close their own layers at an Esc that they hear, and some keep the browser from closing ours.
 */
function keyInDialog(event: KeyboardEvent, close: () => void): void {
  event.stopPropagation();
  if (event.key !== 'Escape' || event.isComposing) return;
  event.preventDefault();
  close();
}
