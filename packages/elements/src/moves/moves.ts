import type { Refusal, Snapshot } from '@jiceng/core/engine/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { movesOf } from '@jiceng/core/life/moves.js';
import { currentState, type Track } from '@jiceng/core/life/states.js';
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../internal/base.styles.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { tokens } from '../internal/tokens.ts';
import { uniqueId } from '../internal/unique-id.ts';
import { askStyles } from '../ledger/ask.styles.ts';
import { moves } from '../ledger/detail.ts';
import { confirmed, MoveDraft, moveDialog, syncDialog } from '../ledger/move-dialog.ts';
import { Sight } from '../ledger/sight.ts';
import styles from './moves.styles.ts';

const TRACKS: readonly Track[] = ['filing', 'item'];

/**
 * What may be done with one record: its states, a button for each move that this person can make, and why not for the others.
 *
 * @customElement jc-moves
 *
 * @fires {CustomEvent<MoveDetail>} jc-move - When a move is confirmed; the element itself moves nothing.
 *
 * @csspart base - Everything.
 */
export class Moves extends LitElement {
  static override styles = [tokens, baseStyles, askStyles, styles];

  /** The definition, in the version of the record. */
  @property({ attribute: false }) definition: Definition | undefined;
  /** The record. */
  @property({ attribute: false }) record: StoredRecord | undefined;
  /** A consistent state of the store, by which moves are judged. */
  @property({ attribute: false }) snapshot: Snapshot | undefined;
  /** Organisations, for their names. */
  @property({ attribute: false }) organisations: readonly Organisation[] | undefined;
  /** People, for their names. */
  @property({ attribute: false }) people: readonly Person[] | undefined;
  /** Who is at work; the provider's person by default. */
  @property({ attribute: false }) person: Person | undefined;
  /** The present moment; the data source's by default. */
  @property() now: string | undefined;
  /** Language tag; default: the provider's or the page's. */
  @property() locale: string | undefined;

  @state() private draft: MoveDraft | undefined;
  @query('dialog') private dialog!: HTMLDialogElement | null;

  private readonly surroundings = new SurroundingsController(this, () => this.requestUpdate());
  private readonly idPrefix = uniqueId('jc-moves');

  /** Shows why the store refused the move, in the dialog, which stays open with what was entered. */
  showRefusal(refusal: Refusal): void {
    if (!this.draft) return;
    this.draft.problems = refusal.problems;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('record') && this.draft && this.draft.record !== this.record) this.draft = undefined;
  }

  protected override updated(): void {
    syncDialog(this.dialog, this.draft !== undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { definition, record, snapshot } = this;
    if (!definition || !record || !snapshot) return nothing;
    const { locale, value } = this.surroundings;
    const now = this.now ?? value.dataSource?.now() ?? record.audit.updatedAt;
    const person = this.person ?? value.person;
    const sight = new Sight({ definition, snapshot, now, locale, organisations: this.organisations ?? [], people: this.people ?? [], ...(person ? { person } : {}), ...(value.actorOrgId === undefined ? {} : { actorOrgId: value.actorOrgId }) });
    const offers = movesOf(sight.compiled, record, person, snapshot, now, value.actorOrgId);
    const states = TRACKS.map((track) => currentState(sight.compiled, record, track)).filter((each) => each !== undefined);
    return html`<section class="base bar no-print" part="base">
      <p>${states.map((each) => html`<span class="badge ${each.tone ?? 'neutral'}">${each.title}</span> <span class="weak">${each.description ?? ''}</span>`)}</p>
      ${moves({ offers, sight, move: (offer) => this.start(new MoveDraft(record, offer)) })}
      ${moveDialog(this.draft, { sight, prefix: this.idPrefix, changed: () => this.requestUpdate(), confirm: () => this.confirm(), close: () => this.start(undefined) })}
    </section>`;
  }

  private start(draft: MoveDraft | undefined): void {
    this.draft = draft;
  }

  private confirm(): void {
    const detail = this.draft && confirmed(this.draft, this.dialog);
    this.requestUpdate();
    if (detail) this.dispatchEvent(new CustomEvent('jc-move', { detail, bubbles: true, composed: true }));
  }
}
