import type { Block, Report } from '@jiceng/core/generated/report.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { translated } from '@jiceng/core/definition/translated.js';
import { firstChosen, type Chosen } from '@jiceng/core/report/chosen.js';
import { blockResult, headOf } from '@jiceng/core/report/blocks/result.js';
import { isOther, usualModel } from '@jiceng/core/report/blocks/usual.js';
import { Work } from '@jiceng/core/report/work.js';
import { ReportData } from '@jiceng/core/report/data.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';
import type { BlockModel, BlockResult, ReportResult } from '@jiceng/core/report/model.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { gate, loadGate } from './gate.ts';
import { MOST_DRAWN } from './long-table.ts';

/** What is computed. */
export interface RunInput {
  readonly report: Report;
  readonly sources: ReportSources;
  readonly chosen: Chosen | undefined;
  readonly organisation: string | undefined;
  readonly locale: string;
}

/** Changed records that are taken over one by one; with more of them the rows are read again. */
const MOST_CHANGES = 200;

/**
 * Computes a report block by block, so that the page stays alive and a person can end it; keeps the rows while only
 * records change.
 */
export class ReportRun {
  /** Blocks as they become ready; those of the run before stay until then. */
  blocks: readonly (BlockResult | undefined)[] = [];
  problems: readonly Problem[] = [];
  failure: string | undefined;
  work: Work | undefined;
  head: ReturnType<typeof headOf> | undefined;
  /** Notes on method, made once and last: they look through all records. */
  notes: readonly string[] | undefined;
  /** Blocks that are computed for what is asked now. */
  done = 0;
  isStopped = false;
  private data: ReportData | undefined;
  private readonly tell: () => void;
  /** The records that the rows were made of, where changes are followed. */
  private known = new Map<string, StoredRecord>();
  /** Counts runs; an older one ends when a newer begins. */
  private turn = 0;
  /** What is needed once the report is drawn; it does without where that cannot be loaded. */
  behind: typeof import('./behind.ts') | undefined;
  /** It could not be loaded when it was last wanted. */
  isBehindMissing = false;
  /** What was asked for last; before the gate is there it waits. */
  private asked: RunInput | undefined;

  constructor(tell: () => void) {
    this.tell = tell;
    void loadGate().catch(() => undefined); // told when there is something to admit
  }

  /** The report as computed, once every block and the notes are there. */
  get result(): ReportResult | undefined {
    const { work, head, blocks, notes } = this;
    return work && head && notes && !this.isBusy && !this.isStopped && blocks.length > 0
      ? { ...head, blocks: blocks as readonly BlockResult[], notes }
      : undefined;
  }

  /** How a measure is computed, in words; `''` until that can be said. */
  noteOf(measureId: string): string {
    const { work, behind } = this;
    const measure = work?.context.index.measures.get(measureId);
    return work && behind && measure ? behind.measureNote(measure, work) : '';
  }

  get isBusy(): boolean {
    return this.work !== undefined && !this.isStopped && (this.done < this.blocks.length || this.notes === undefined);
  }

  private async needBehind(): Promise<typeof import('./behind.ts')> {
    return (this.behind ??= await import('./behind.ts'));
  }

  private async loadBehind(): Promise<void> {
    await this.needBehind().catch((error: unknown) => console.warn(error));
    this.isBehindMissing = this.behind === undefined;
  }

  /** Rows are read again at the next start. */
  forget(): void {
    this.data = undefined;
  }

  /** Ends what is under way; what is computed stays. */
  stop(): void {
    this.turn++;
    this.isStopped = this.isStopped || this.isBusy;
    this.tell();
  }

  /** Goes on where it was stopped. */
  resume(): void {
    if (!this.work || !this.isStopped) return;
    this.isStopped = false;
    void this.computeFrom(this.done, this.work, ++this.turn);
  }

  /** Computes anew; without input there is nothing to compute. */
  start(input: RunInput | undefined): void {
    const turn = ++this.turn;
    this.problems = [];
    this.failure = undefined;
    this.work = undefined;
    this.head = undefined;
    this.notes = undefined;
    this.isStopped = false;
    this.asked = input;
    if (!input) return;
    const { report, sources, chosen, organisation, locale } = input;
    const admitReport = gate();
    if (!admitReport) return void this.startBehindGate(input);
    const admitted = admitReport(report, (id) => sources.definition(id)?.definition);
    if (!admitted.ok) {
      this.problems = admitted.problems;
      return;
    }
    try {
      this.data ??= this.read(report, sources);
      this.work = new Work(
        translated(report, locale),
        this.data,
        chosen ?? firstChosen(report, sources.now, organisation),
        locale,
      );
      this.head = headOf(this.work);
    } catch (error) {
      this.failure = reasonOf(error);
      return;
    }
    this.blocks = report.blocks.map((_, at) => this.blocks[at]);
    if (report.blocks.some(isOther)) void this.loadBehind(); // the usual blocks before them do not wait
    void this.computeFrom(0, this.work, turn);
  }

  private async startBehindGate(input: RunInput): Promise<void> {
    const failure = await loadGate().then(() => undefined, reasonOf);
    if (this.asked !== input) return;
    if (failure === undefined) this.start(input);
    else this.failure = failure;
    this.tell();
  }

  /** Takes over changed records, which the sources already show. False where everything has to be read again. */
  update(recordIds: readonly string[], recordOf: (id: string) => StoredRecord | undefined): boolean {
    const { data } = this;
    if (!data || recordIds.length > MOST_CHANGES) return false;
    for (const id of recordIds) {
      const [before, after] = [this.known.get(id), recordOf(id)];
      data.update(before, after);
      if (after) this.known.set(id, after);
      else this.known.delete(id);
    }
    return true;
  }

  private read(report: Report, sources: ReportSources): ReportData {
    this.known = new Map();
    for (const id of new Set(report.data.flatMap(({ records = [], filings = [] }) => [...records, ...filings])))
      for (const record of sources.records(id)) this.known.set(record.id, record);
    return new ReportData(report, sources);
  }

  /** One block at a time; ends when something newer is asked for. */
  private async computeFrom(from: number, work: Work, turn: number): Promise<void> {
    this.done = from;
    for (const [at, wanted] of work.report.blocks.entries()) {
      if (at < from) continue;
      if (turn !== this.turn) return;
      try {
        const block = await this.compute(wanted, work);
        if (turn !== this.turn) return;
        this.blocks = this.blocks.map((held, index) => (index === at ? block : held));
        this.done = at + 1;
      } catch (error) {
        if (turn !== this.turn) return;
        this.failure = reasonOf(error);
      }
      this.tell();
      if (this.failure !== undefined) return;
      await new Promise((resolve) => setTimeout(resolve));
    }
    await this.loadBehind();
    this.takeNotes(work, turn);
  }

  /** One block, with what draws it: some kinds come with what is behind numbers, as do tables of many rows. */
  private async compute(block: Block, work: Work): Promise<BlockResult> {
    const model = isOther(block) ? (await this.needBehind()).otherModel(block, work) : usualModel(block, work);
    if (hasManyRows(model)) await this.loadBehind();
    return blockResult(block, model, work);
  }

  /** Once more, where what is behind the numbers could not be loaded. */
  async retryBehind(): Promise<void> {
    const { work, turn } = this;
    await this.loadBehind();
    if (work) this.takeNotes(work, turn);
  }

  private takeNotes(work: Work, turn: number): void {
    if (turn !== this.turn) return;
    this.notes = this.behind?.notesOf(work) ?? [];
    this.tell();
  }
}

/** Whether a block has a table of which only the rows in sight are drawn. */
function hasManyRows(model: BlockModel): boolean {
  const tables =
    'rows' in model
      ? [model.rows]
      : 'groups' in model
        ? model.groups.map(({ rows }) => rows)
        : 'categories' in model
          ? [model.categories]
          : [];
  return tables.some(({ length }) => length > MOST_DRAWN);
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
