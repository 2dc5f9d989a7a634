import type { Change } from '@jiceng/core/engine/contract.js';
import { codePoints } from '@jiceng/core/form/field-value.js';
import { createForm, type FormModel } from '@jiceng/core/form/form.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { SHORTEST_REASON, type MoveOffer } from '@jiceng/core/life/moves.js';
import { machineOf } from '@jiceng/core/life/states.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { askFields, type AskContext } from './ask-fields.ts';
import { messages } from './ledger.messages.ts';
import type { Sight } from './sight.ts';

/** A move that a person is about to make. */
export class MoveDraft {
  readonly record: StoredRecord;
  readonly offer: MoveOffer;
  readonly form: FormModel;
  reason = '';
  /** Confirmed once, so that everything missing is shown. */
  tried = false;
  /** What the store said. */
  problems: readonly Problem[] = [];

  constructor(record: StoredRecord, offer: MoveOffer, sight: Sight) {
    this.record = record;
    this.offer = offer;
    this.form = createForm({
      compiled: sight.compiled, record, now: sight.now, locale: sight.locale, organisation: sight.organisation(record.orgId),
      fields: offer.ask.map(({ field, required }) => ({ ...field, required })),
    });
  }

  /** The changes to send, or `undefined` while something is missing; from then on it is shown. */
  confirm(): readonly Change[] | undefined {
    this.tried = true;
    const asked = this.offer.ask.map(({ field }) => field.field);
    const wrong = this.form.validateAll().some(({ pointer }) => asked.some((each) => pointer === each || pointer.startsWith(`${each}/`)));
    return wrong || this.reasonMissing ? undefined : this.form.changes();
  }

  get reasonMissing(): boolean {
    return this.offer.needsReason && codePoints(this.reason.trim()) < SHORTEST_REASON;
  }
}

/** What the dialog tells its host. */
export interface MoveDialogEvents { readonly context: AskContext; confirm(): void; close(): void }

/** The dialog of a move: what will happen, what is asked, the reason, and what the store said last. */
export function moveDialog(draft: MoveDraft | undefined, { context, confirm, close }: MoveDialogEvents): TemplateResult {
  const { sight, prefix } = context;
  const text = messages(sight.locale);
  const move = draft?.offer.move;
  const to = draft && move?.to !== undefined ? machineOf(sight.compiled, draft.offer.track)?.states.find(({ id }) => id === move.to)?.title : undefined;
  return html`<dialog class="move-dialog no-print" aria-labelledby=${`${prefix}-title`} @cancel=${(event: Event) => { event.preventDefault(); close(); }}>${draft && move ? html`
    <h3 class="dialog-title" id=${`${prefix}-title`}>${move.title}</h3>
    <form class="dialog-body" novalidate @submit=${(event: Event) => { event.preventDefault(); confirm(); }}>
      ${draft.problems.length > 0 ? html`<div class="refusal" role="alert">${text.refused}<ul>${draft.problems.map(({ reason }) => html`<li>${reason[sight.names.language]}</li>`)}</ul></div>` : nothing}
      ${draft.tried && draft.problems.length === 0 && (draft.reasonMissing || draft.form.problems().some(({ level }) => level === 'error')) ? html`<div class="refusal" role="alert">${text.fillFirst}</div>` : nothing}
      ${move.description ? html`<p>${move.description}</p>` : nothing}
      ${to ? html`<p class="weak">${text.moveTo(to)}</p>` : nothing}
      ${askFields(draft.form, context)}
      ${draft.offer.needsReason ? html`<div class="ask ${draft.tried && draft.reasonMissing ? 'bad' : ''}">
        <label class="ask-label" for=${`${prefix}-reason`}><span class="required" aria-hidden="true">*</span>${text.reason}（${text.reasonHint}）</label>
        <textarea id=${`${prefix}-reason`} class="input" rows="3" required aria-invalid=${(draft.tried && draft.reasonMissing) || nothing} .value=${live(draft.reason)} @input=${(event: Event) => { draft.reason = (event.target as HTMLTextAreaElement).value; context.changed(); }}></textarea>
        ${draft.tried && draft.reasonMissing ? html`<p class="ask-error">${text.reasonShort}</p>` : nothing}
      </div>` : nothing}
      <button type="submit" hidden></button>
    </form>
    <div class="dialog-foot"><button type="button" class="button" @click=${close}>${text.cancel}</button><button type="button" class="button primary" @click=${confirm}>${text.confirm}</button></div>` : nothing}
  </dialog>`;
}

/** Opens or closes the dialog as it stands in the page; older engines without `showModal` show it in place. */
export function syncDialog(dialog: HTMLDialogElement | null, open: boolean): void {
  if (dialog === null || dialog.open === open) return;
  if (!open) { dialog.close?.(); dialog.removeAttribute('open'); }
  else if (typeof dialog.showModal === 'function' && dialog.isConnected) dialog.showModal();
  else dialog.setAttribute('open', '');
}
