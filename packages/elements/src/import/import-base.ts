import type { BatchOutcome } from '@jiceng/core/engine/contract.js';
import type { SheetDraft } from '@jiceng/sheet/draft/result.js';
import { completeRows, type Adopting } from './adopting.ts';
import { ImportReading } from './import-reading.ts';
import type { AdoptDetail, ImportDetail } from './import.events.ts';
import type { Planning } from './planning.ts';

/** What the store was asked for and has not answered. */
interface Pending {
  readonly what: 'adopt' | 'import' | 'undo';
  readonly rows: readonly number[];
  readonly created: number;
  readonly all: number;
  isCancelled: boolean;
  readonly settle: () => void;
}

/** What an import knows and does, without how it looks: what was read and decided, and what the store answers. */
export abstract class ImportBase extends ImportReading {
  protected pending: Pending | undefined;

  protected confirmImport(planning: Planning): void {
    const result = this.commandsOf(planning);
    if (!result.ok || result.value.commands.length === 0) return;
    const { commands, rows } = result.value;
    this.askStore(
      'import',
      this.text.storing,
      rows,
      commands.filter(({ kind }) => kind === 'create').length,
      commands.length,
    );
    this.emit<ImportDetail>('jc-import', { commands });
  }

  protected adopt(draft: SheetDraft, adopting: Adopting): void {
    const found = this.organisationsOf(draft, adopting);
    const rows = completeRows(draft).map((one) =>
      found ? { ...one, orgId: found.rows.get(one.row)?.orgId ?? adopting.whose.orgId } : one,
    );
    this.askStore(
      'adopt',
      this.text.storing,
      rows.map(({ row }) => row),
      rows.length,
      rows.length,
    );
    this.emit<AdoptDetail>('jc-adopt', { definition: draft.definition, rows });
  }

  protected undo(): void {
    if (this.stage.kind !== 'done' || !this.stage.undo || this.pending) return;
    this.askStore('undo', this.text.undoing, [], 0, this.stage.undo.length);
    this.emit<ImportDetail>('jc-import-undo', { commands: this.stage.undo });
  }

  private askStore(what: Pending['what'], label: string, rows: readonly number[], created: number, all: number): void {
    this.refusal = undefined;
    void this.work.run(
      label,
      (watch) =>
        new Promise<void>((settle) => {
          this.pending = { what, rows, created, all, isCancelled: false, settle };
          this.report = watch.onProgress;
        }),
    );
    this.requestUpdate();
  }

  private report: ((done: number) => void) | undefined;

  /** How many of the commands were tried. */
  showProgress(done: number): void {
    if (this.pending) this.report?.(done / Math.max(1, this.pending.all));
  }

  /** What the store answered; `undefined`: it stored nothing, as it was cancelled or failed. */
  showOutcome(outcome: BatchOutcome | undefined): void {
    const { pending, text } = this;
    if (!pending) return;
    this.pending = undefined;
    pending.settle();
    this.work.cancel();
    if (outcome?.ok) {
      const { created, all, what } = pending;
      this.stage =
        what === 'undo' && this.stage.kind === 'done'
          ? { ...this.stage, undo: null, isUndone: true }
          : { kind: 'done', created, changed: all - created, undo: outcome.undo, isUndone: false };
      this.tell(what === 'undo' ? text.undone : text.done(created, all - created));
    } else if (outcome) {
      const row = pending.rows[outcome.at];
      const title =
        pending.what === 'undo'
          ? text.notUndone
          : `${text.refused}${row === undefined ? '' : ` ${text.refusedAt(row)}`}`;
      this.refusal = { title, reasons: outcome.refusal.problems.map(({ reason }) => reason) };
    } else if (pending.isCancelled) this.tell(text.cancelled);
    else this.refusal = { title: text.failed, reasons: [] };
    this.requestUpdate();
  }

  /** Ends what is under way; what is being stored is ended by whoever stores. */
  protected cancel(): void {
    if (!this.pending) return this.work.cancel();
    this.pending.isCancelled = true;
    this.emit('jc-import-cancel', null);
  }

  private emit<T>(name: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (!this.pending) this.work.cancel();
  }
}
