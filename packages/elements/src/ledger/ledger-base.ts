import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { isObject } from '@jiceng/core/json/json.js';
import { editRights, type EditRights } from '@jiceng/core/life/editable.js';
import type { RowSource } from '@jiceng/core/table/row-source.js';
import type { Bilingual, Problem } from '@jiceng/core/text/problem.js';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Grid } from '../grid/grid.ts';
import type { MoveDraft } from '../record/move-dialog.ts';
import { RecordElement } from '../record/record-element.ts';
import type { EditDetail, MoveDetail } from '../record/record.events.ts';
import { recordMessages } from '../record/record.messages.ts';
import type { Sight } from '../record/sight.ts';
import { messages } from './ledger.messages.ts';
import { LargeWork } from './table/background.ts';
import type { PagedRows } from './table/paged-rows.ts';
import type { LedgerView } from './table/kept.ts';
import { LedgerTable } from './table/table.ts';
import { groupedBy, NOTHING, sortedBy, withGroupToggled, type LedgerWish } from './table/wish.ts';
import type { BulkMove } from './editing/bulk.ts';
import { LedgerWork, type WorkHost } from './editing/ledger-work.ts';
import { workMessages } from './editing/work.messages.ts';

const READ_ONLY: Bilingual = { 'zh-CN': '仅可查看，不能修改。', en: 'Reading only.' };

/** So many records tell how a server writes ids. */
const FEW = 100;

/** Servers send what they like; what is no record at all cannot be listed. */
const isRecord = (given: unknown): given is StoredRecord =>
  isObject(given) && isObject(given['data']) && given['id'] !== undefined;

/**
 * What a ledger knows and does, without how it looks: its records as a table, what people ask of it, changes and moves
 * on their way to the store.
 */
export abstract class LedgerBase extends RecordElement {
  /** Rows that are read page by page, in place of `records`. */
  @property({ attribute: false }) source?: RowSource;
  /** The records; `undefined` while they are being read. */
  @property({ attribute: false }) records?: readonly StoredRecord[];
  @state() protected wish: LedgerWish = NOTHING;
  @state() protected openId: string | undefined;
  @state() protected draft: MoveDraft | undefined;
  /** There once one of them was wanted. */
  @state() protected parts: typeof import('./editing/parts.ts') | undefined;
  /** They could not be loaded; somebody has to ask again. */
  @state() protected partsFailed = false;
  @state() protected said = '';
  @state() protected refusals: ReadonlyMap<string, readonly Problem[]> = new Map();
  protected readonly work = new LedgerWork(() => this.workHost());
  protected readonly edits = this.work.desk.edits;
  protected grid: Grid | undefined;
  protected table: LedgerTable | undefined;
  protected view: LedgerView | undefined;
  protected paged: PagedRows | undefined;
  /** Definition and person whose wish it is. */
  private wishOf: string | undefined;
  private wasFiltered = false;
  /** The next view tells how many rows it has. */
  private announces = false;
  /** What the person may change; anew with everything around the records. */
  private rights: EditRights | undefined;
  protected readonly large = new LargeWork();
  /** The dialog of a move. */
  protected abstract get movePlace(): HTMLElement | null;

  /** Reads the records anew after they were changed in place. */
  refresh(): void {
    this.paged?.again();
    if (!this.source) this.table = undefined;
    this.rights = undefined;
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.paged?.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.paged?.disconnect();
  }

  /**
   * Reads all pages of `source`, so that print and copies have every row. Without a source there is nothing to wait
   * for.
   */
  async readAll(): Promise<void> {
    await this.paged?.table?.readAll();
    this.requestUpdate();
    await this.updateComplete;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const around = this.look();
    if (around) this.rights = undefined;
    const { sight } = this;
    if (sight && changed.has('definition') && changed.get('definition') !== undefined)
      this.openId = this.draft = undefined;
    const of = sight && `${sight.compiled.definition.id}\n${sight.person?.personId ?? ''}`;
    if (of !== this.wishOf || changed.has('definition')) {
      this.wishOf = of;
      if (sight) this.wish = this.work.wanted.begin();
    }
    const before = this.table;
    if (!sight) this.table = undefined;
    else if (this.source) this.table = this.pagesOf(sight, this.source);
    else this.followRecords(sight, around || changed.has('records'));
    if (!sight || !this.table) return;
    if (this.parts) this.work.read(this.parts);
    const { stroke } = this.work.wanted.layout;
    if ((this.wish.stroke ?? false) !== stroke) this.wish = { ...this.wish, stroke };
    if (this.table !== before) this.settle(this.table.loaded);
    this.view = this.table.view(this.wish);
    if (this.announces && !this.paged?.busy) this.announce(this.table.countOf(this.view), this.table.all);
    const { table } = this;
    this.large.count(
      table,
      () => this.table === table,
      () => this.requestUpdate(),
    );
  }

  private announce(some: number, all: number): void {
    this.announces = false;
    this.said = some === all && !this.wasFiltered ? '' : messages(this.surroundings.locale).shown(some, all);
    this.wasFiltered = some !== all;
  }

  private followRecords(sight: Sight, isNew: boolean): void {
    const { records } = this;
    this.paged?.disconnect();
    this.paged = undefined;
    if (!Array.isArray(records)) {
      if (typeof records === 'string') console.warn(messages(this.surroundings.locale).notArray);
      this.table = undefined;
      return;
    }
    if (!isNew && this.table !== undefined) return;
    const usable = records.every(isRecord) ? records : records.filter(isRecord);
    if (usable !== records)
      console.warn(`Jiceng: <jc-ledger>: ${records.length - usable.length} of the records are none, and are left out.`);
    this.warnOfNumbers(usable.slice(0, FEW), messages(this.surroundings.locale).unsafeId);
    this.table = new LedgerTable(usable, sight, this.table);
  }

  private pagesOf(sight: Sight, source: RowSource): LedgerTable | undefined {
    const { parts } = this;
    if (!parts) return undefined;
    if (this.paged?.source !== source || this.paged.sight !== sight) {
      this.paged?.disconnect();
      // Pages come one by one while somebody scrolls: only the rows are drawn anew then.
      this.paged = new parts.PagedRows(source, sight, () => {
        if (this.paged?.table === this.table && !this.paged?.failed) {
          this.settle(this.table?.loaded ?? []);
          this.grid?.refresh();
        } else this.requestUpdate();
      });
    }
    return this.paged.ask(this.wish);
  }

  /** New revisions have come. */
  private settle(records: readonly StoredRecord[]): void {
    this.settleDraft(records);
    if (this.edits.settle(records))
      void this.updateComplete.then(() =>
        this.flush(this.grid?.activeRow === undefined ? undefined : this.table?.records[this.grid.activeRow]?.id),
      );
  }

  /** Why this person may not change a field of a record in place. */
  protected obstacleTo(record: StoredRecord, pointer: string): Bilingual | undefined {
    const { sight } = this;
    if (this.readonly || sight?.person === undefined) return READ_ONLY;
    this.rights ??= editRights(sight.compiled, sight.person, sight, sight.now.slice(0, 10), {
      orgId: sight.actorOrgId,
    });
    const verdict = this.rights(record, pointer);
    return verdict.allowed ? undefined : verdict.reason;
  }

  protected workHost(): WorkHost {
    return {
      sight: this.sight!,
      records: this.table?.records ?? [],
      loaded: this.table?.loaded ?? [],
      table: this.table!,
      view: this.view!,
      personId: this.sight?.person?.personId ?? '',
      obstacle: (record, pointer) => this.obstacleTo(record, pointer),
      wish: this.wish,
      take: (wish) => this.take(wish),
      flush: () => this.flush(undefined),
      say: (text) => {
        this.said = text;
      },
      redraw: () => this.requestUpdate(),
    };
  }

  protected ask(wish: Partial<LedgerWish>): void {
    this.take(wish);
    this.announces = true;
  }

  /** Another wish, which is kept for the person. */
  private take(wish: Partial<LedgerWish>): void {
    this.wish = { ...this.wish, ...wish };
    this.work.wanted.leave();
  }

  protected sort(id: string, more = false): void {
    const text = messages(this.surroundings.locale);
    this.take(sortedBy(this.wish, id, more));
    const { sort } = this.wish;
    this.said =
      sort.length > 0
        ? sort
            .map(({ column, descending }) => text.sorted(this.table?.column(column)?.title ?? '', descending))
            .join(text.marks.space)
        : text.unsortedDone;
  }

  protected group(level: number, column: string): void {
    this.take(groupedBy(this.wish, level, column));
    this.said = messages(this.surroundings.locale).grouped(
      this.wish.groupBy.map((id) => this.table?.column(id)?.title ?? ''),
    );
  }

  protected toggleGroup(at: number): void {
    const group = this.view?.groups[at];
    if (!group) return;
    this.wish = withGroupToggled(this.wish, group.key);
    this.said = messages(this.surroundings.locale).folded(group.title, !group.open, group.count);
  }

  protected foldAll(open: boolean): void {
    this.wish = { ...this.wish, folded: new Set(open ? [] : this.view?.groups.map(({ key }) => key)) };
    this.said = messages(this.surroundings.locale).allFolded(open);
  }

  protected openBulkMove({ able: [first, ...others], unable, title }: BulkMove): void {
    if (first && this.parts)
      this.draft = new this.parts.MoveDraft(
        first.record,
        first.offer,
        others.map(({ record }) => record),
        unable,
      );
    else
      this.said = `${title}${messages(this.surroundings.locale).marks.colon}${workMessages(this.surroundings.locale).noneAble}`;
  }

  protected confirmMove(): void {
    const { draft, parts } = this;
    if (!draft || !parts) return;
    const detail = parts.confirmed(draft, this.movePlace);
    this.requestUpdate();
    if (!detail) return;
    this.refusals = new Map();
    this.emit<MoveDetail>('jc-move', detail);
    for (const { id, revision } of draft.others)
      this.emit<MoveDetail>('jc-move', { ...detail, recordId: id, revision });
  }

  /** The dialog closes when the store has answered with a new revision. */
  protected settleDraft(records: readonly StoredRecord[]): void {
    const { draft } = this;
    const stored = draft && records.find(({ id }) => id === draft.record.id);
    if (draft && stored?.revision !== draft.record.revision) {
      const text = recordMessages(this.surroundings.locale);
      const outcome = stored && draft.follow(stored);
      if (outcome === 'gone') draft.problems = this.problemsOf({ code: 'conflict', problems: [] }, text.conflict);
      else if (outcome !== 'kept') this.draft = undefined;
      if (outcome === 'made') this.said = text.doneMove(draft.offer.move.title);
    }
    if (this.refusals.size > 0)
      this.refusals = new Map([...this.refusals].filter(([id]) => this.edits.recordIds.includes(id)));
  }

  /** Hands over the changed cells of every row but the one where the person is. */
  protected flush(stayId: string | undefined): void {
    for (const id of this.edits.recordIds) {
      const taken = id === stayId ? undefined : this.edits.take(id);
      if (taken) this.emit<EditDetail>('jc-change', { recordId: id, ...taken });
    }
  }
}
