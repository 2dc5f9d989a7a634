import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { editable } from '@jiceng/core/life/editable.js';
import type { Bilingual, Problem } from '@jiceng/core/text/problem.js';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Grid } from '../grid/grid.ts';
import { LargeWork } from './background.ts';
import type { BulkMove } from './bulk.ts';
import type { EditDetail, MoveDetail } from './ledger.events.ts';
import { messages } from './ledger.messages.ts';
import { LedgerWork, type WorkHost } from './ledger-work.ts';
import { confirmed, MoveDraft } from './move-dialog.ts';
import { RecordElement } from './record-element.ts';
import { LedgerTable, NOTHING, type LedgerView, type LedgerWish } from './table.ts';
import { sortedBy, startingWish } from './wish.ts';
import { workMessages } from './work.messages.ts';

const READ_ONLY: Bilingual = { 'zh-CN': '仅可查看，不能修改。', en: 'Reading only.' };

/** What a ledger knows and does, without how it looks: its records as a table, what people ask of it, changes and moves on their way to the store. */
export abstract class LedgerBase extends RecordElement {
  /** The records; `undefined` while they are being read. */
  @property({ attribute: false }) records?: readonly StoredRecord[];
  @state() protected wish: LedgerWish = NOTHING;
  @state() protected openId: string | undefined;
  @state() protected draft: MoveDraft | undefined;
  @state() protected said = '';
  @state() protected refusals: ReadonlyMap<string, readonly Problem[]> = new Map();
  protected readonly work = new LedgerWork(() => this.workHost());
  protected readonly edits = this.work.desk.edits;
  protected grid: Grid | undefined;
  protected table: LedgerTable | undefined;
  protected view: LedgerView | undefined;
  private wasFiltered = false;
  protected readonly large = new LargeWork();
  /** The dialog of a move. */
  protected abstract get movePlace(): HTMLElement | null;

  /** Reads the records anew after they were changed in place. */
  refresh(): void {
    this.table = undefined;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const around = this.look();
    const { sight, records } = this;
    if (!sight || !Array.isArray(records)) {
      if (typeof records === 'string') console.warn(messages(this.surroundings.locale).notArray);
      this.table = undefined;
      return;
    }
    if (changed.has('definition')) {
      this.wish = startingWish(sight.compiled.definition);
      if (changed.get('definition') !== undefined) this.openId = this.draft = undefined;
    }
    if (around || this.table === undefined || changed.has('records')) {
      this.warnOfNumbers(this.records!, messages(this.surroundings.locale).unsafeId);
      const waited = this.edits.settle(this.records!);
      this.settleDraft(this.records!);
      this.table = new LedgerTable(this.records!, sight, this.table);
      this.view = undefined;
      if (waited) void this.updateComplete.then(() => this.flush(this.grid?.activeRow === undefined ? undefined : this.table?.records[this.grid.activeRow]?.id));
    }
    const stroke = this.work.layout.stroke;
    if (this.wish.stroke !== stroke) this.wish = { ...this.wish, stroke };
    this.view = this.table.view(this.wish);
    const { table } = this;
    this.large.count(table, () => this.table === table, () => this.requestUpdate());
  }

  /** Why this person may not change a field of a record in place. */
  protected obstacleTo(record: StoredRecord, pointer: string): Bilingual | undefined {
    const { sight } = this;
    if (this.readonly || sight?.person === undefined) return READ_ONLY;
    const verdict = editable(sight.compiled, record, sight.person, pointer, sight, sight.now.slice(0, 10), { orgId: sight.actorOrgId });
    return verdict.allowed ? undefined : verdict.reason;
  }

  protected workHost(): WorkHost {
    return {
      sight: this.sight!, records: this.table?.records ?? [], table: this.table!, view: this.view!, personId: this.sight?.person?.personId ?? '',
      obstacle: (record, pointer) => this.obstacleTo(record, pointer), flush: () => this.flush(undefined), say: (text) => { this.said = text; }, redraw: () => this.requestUpdate(),
    };
  }

  protected ask(wish: Partial<LedgerWish>): void {
    this.wish = { ...this.wish, ...wish };
    void this.updateComplete.then(() => {
      if (!this.view || !this.table) return;
      const [some, all] = [this.view.rows.length, this.table.records.length];
      this.said = some === all && !this.wasFiltered ? '' : messages(this.surroundings.locale).shown(some, all);
      this.wasFiltered = some !== all;
    });
  }

  protected sort(id: string, more = false): void {
    const text = messages(this.surroundings.locale);
    this.wish = sortedBy(this.wish, id, more);
    const { sort } = this.wish;
    this.said = sort.length > 0 ? sort.map(({ column, descending }) => text.sorted(this.table?.column(column)?.title ?? '', descending)).join(text.marks.space) : text.unsortedDone;
  }

  protected openBulkMove({ able: [first, ...others], unable, title }: BulkMove): void {
    if (first) this.draft = new MoveDraft(first.record, first.offer, others.map(({ record }) => record), unable);
    else this.said = `${title}${messages(this.surroundings.locale).marks.colon}${workMessages(this.surroundings.locale).noneAble}`;
  }

  protected confirmMove(): void {
    const { draft } = this;
    if (!draft) return;
    const detail = confirmed(draft, this.movePlace);
    this.requestUpdate();
    if (!detail) return;
    this.refusals = new Map();
    this.emit<MoveDetail>('jc-move', detail);
    for (const { id, revision } of draft.others) this.emit<MoveDetail>('jc-move', { ...detail, recordId: id, revision });
  }

  /** The dialog closes when the store has answered with a new revision. */
  protected settleDraft(records: readonly StoredRecord[]): void {
    const { draft } = this;
    const stored = draft && records.find(({ id }) => id === draft.record.id);
    if (draft && stored?.revision !== draft.record.revision) {
      const text = messages(this.surroundings.locale);
      const outcome = stored && draft.follow(stored);
      if (outcome === 'gone') draft.problems = this.problemsOf({ code: 'conflict', problems: [] }, text.conflict);
      else if (outcome !== 'kept') this.draft = undefined;
      if (outcome === 'made') this.said = text.doneMove(draft.offer.move.title);
    }
    if (this.refusals.size > 0) this.refusals = new Map([...this.refusals].filter(([id]) => this.edits.recordIds.includes(id)));
  }

  /** Hands over the changed cells of every row but the one where the person is. */
  protected flush(stayId: string | undefined): void {
    for (const id of this.edits.recordIds) {
      const taken = id === stayId ? undefined : this.edits.take(id);
      if (taken) this.emit<EditDetail>('jc-change', { recordId: id, ...taken });
    }
  }
}
