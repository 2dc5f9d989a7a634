import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { idsByName } from '@jiceng/core/org/ids-by-name.js';
import type { Bilingual, Problem } from '@jiceng/core/text/problem.js';
import type { SheetDraft } from '@jiceng/sheet/draft/result.js';
import type { DraftOrganisations } from '@jiceng/sheet/ledger/row-organisation.js';
import type { Workbook } from '@jiceng/sheet/book/workbook.js';
import type { ImportTarget } from '@jiceng/sheet/ledger/import-commands.js';
import type { ImportInput } from '@jiceng/sheet/ledger/import-plan.js';
import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { languageOf } from '../internal/locale.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { begin, withDraft, type Adopting, type Whose } from './adopting.ts';
import { messages } from './import.messages.ts';
import { judgeOf, refusedRows, type JudgeImport } from './judging.ts';
import { LongWork } from './long-work.ts';
import {
  answered,
  beginPlan,
  decisionsOf,
  toBeJudged,
  withRefusals,
  type Comparing,
  type Planning,
} from './planning.ts';
import { newRecordId } from './record-id.ts';
import type { Stage } from './stage.ts';

type Tools = typeof import('./tools.ts');

/** An import up to what is decided, without how it looks: reading, guessing, comparing with the records. */
export abstract class ImportReading extends LitElement {
  /** The ledger that a filled-in sheet comes back to; without one an Excel ledger becomes a definition. */
  @property({ attribute: false }) definition?: Definition;
  /** The ledger's records; `undefined` while they are being read. */
  @property({ attribute: false }) records?: readonly StoredRecord[];
  /** Organisations, for cells that name one; the data source's by default. */
  @property({ attribute: false }) organisations?: readonly Organisation[];
  /** People, for cells and rows that name one; the data source's by default. */
  @property({ attribute: false }) people?: readonly Person[];
  /** Who is at work, the provider's by default. */
  @property({ attribute: false }) person?: Person;
  /** Organisation to which new records belong; the person's by default. */
  @property({ attribute: 'org-id' }) orgId?: string;
  /** Period of new records, where the definition has periods. */
  @property({ attribute: 'period-code' }) periodCode?: string;
  /** The present moment, `2025-09-15T09:30:00+08:00`; the data source's, or the reader's clock, by default. */
  @property() now?: string;
  /**
   * Says which commands the store would refuse, without storing anything: for each its problems, or `undefined`. Rows
   * are marked with that before anybody imports; the provider's data source is asked by default.
   */
  @property({ attribute: false }) judge?: JudgeImport;
  /** Files can be looked at, and nothing be stored. */
  @property({ type: Boolean }) readonly = false;
  /** Language tag; the provider's or the page's by default. */
  @property() locale?: string;

  @state() protected stage: Stage = { kind: 'pick', reasons: [] };
  @state() protected refusal: { readonly title: string; readonly reasons: readonly Bilingual[] } | undefined;
  @state() protected said = '';
  protected readonly surroundings = new SurroundingsController(this, () => this.requestUpdate());
  protected readonly work = new LongWork(() => this.requestUpdate());
  private file: Blob | undefined;
  private fileName = '';
  private tools: Tools | undefined;

  protected get text() {
    return messages(this.surroundings.locale);
  }
  protected get language() {
    return languageOf(this.surroundings.locale);
  }
  protected get moment(): string {
    return this.now ?? this.surroundings.value.dataSource?.now() ?? new Date().toISOString();
  }

  /** Organisation to which new records belong. */
  private get ownOrgId(): string {
    const { person, actorOrgId } = this.surroundings.value;
    return this.orgId ?? actorOrgId ?? (this.person ?? person)?.posts[0]?.orgId ?? '';
  }

  /** Reads a file as if the person had chosen it; `name` is shown. */
  async take(file: Blob, name = file instanceof File ? file.name : '', encoding?: string): Promise<void> {
    this.file = file;
    this.fileName = name;
    this.refusal = undefined;
    const { text } = this;
    try {
      const tools = (this.tools ??= await import('./tools.ts'));
      const read = await this.work.run(text.reading, (watch) =>
        tools.readSheets(file, { name, ...watch, ...(encoding === undefined ? {} : { encoding }) }),
      );
      if (!read) return this.tell(text.cancelled);
      if (!read.ok) return this.fail(read.problems);
      await this.readDirectory();
      const book = read.value;
      if (this.definition) return await this.plan(book, { answers: new Map() });
      const drafts = await this.work.run(text.guessing, (watch) =>
        tools.draftInSlices(book, { fileName: name.replace(/\.\w+$/, '') }, watch),
      );
      if (!drafts) return this.tell(text.cancelled);
      if (drafts.ok) this.stage = { kind: 'adopt', adopting: begin(name, drafts.value, this.ownOrgId) };
    } catch (error) {
      this.fail([
        {
          pointer: '',
          code: 'failed',
          reason: {
            'zh-CN': `程序没有加载成功，请刷新页面后重试。（${String(error)}）`,
            en: `A part of the program could not be loaded; reload the page. (${String(error)})`,
          },
        },
      ]);
    }
  }

  private directory: { readonly organisations?: readonly Organisation[]; readonly people?: readonly Person[] } = {};

  /** Organisations and people, the page's or else the data source's. */
  protected get known(): { readonly organisations?: readonly Organisation[]; readonly people?: readonly Person[] } {
    const { organisations, people } = this;
    return { ...this.directory, ...(organisations ? { organisations } : {}), ...(people ? { people } : {}) };
  }

  /** A source that cannot tell has nobody: names are then kept as they stand. */
  private async readDirectory(): Promise<void> {
    const { dataSource } = this.surroundings.value;
    if (!dataSource || (this.organisations && this.people)) return;
    const read = Promise.all([dataSource.organisations(), dataSource.people()]);
    this.directory = await read.then(
      ([organisations, people]) => ({ organisations, people }),
      () => ({}),
    );
  }

  /** Reads the same file once more. */
  protected readAgain(encoding: string): void {
    if (this.file) void this.take(this.file, this.fileName, encoding);
  }

  /** Back to choosing a file. */
  protected restart(): void {
    this.work.cancel();
    this.refusal = undefined;
    this.stage = { kind: 'pick', reasons: [] };
  }

  /** What people decided is guessed with again; of several in a row the last counts. */
  protected async redraft(adopting: Adopting): Promise<void> {
    this.stage = { kind: 'adopt', adopting };
    const { book, sheet, choices, fileName } = adopting;
    const drafts = await this.work.run(this.text.guessing, (watch) =>
      this.tools!.draftInSlices(book, { fileName: fileName.replace(/\.\w+$/, ''), choices, sheet }, watch),
    );
    if (drafts?.ok && this.stage.kind === 'adopt')
      this.stage = { kind: 'adopt', adopting: withDraft(this.stage.adopting, drafts.value) };
  }

  /** Compares the sheet with the records. `before`: how it was compared until now. */
  protected async plan(book: Workbook, comparing: Comparing, before?: Planning): Promise<void> {
    const { keys, orgColumn, answers } = comparing;
    const { organisations } = this.known;
    const people =
      this.known.people && new Map(this.known.people.map(({ personId, personName }) => [personId, personName]));
    const input: ImportInput = {
      definition: this.definition!,
      records: this.records ?? [],
      now: this.moment,
      language: this.language,
      ids: answered(idsByName(organisations, this.known.people, this.ownOrgId), answers),
      ...(keys ? { keys } : {}),
      ...(orgColumn === undefined ? {} : { orgColumn }),
      organisation: (id) => organisations?.find(({ orgId }) => orgId === id),
      ...(people ? { person: (id: string) => people.get(id) } : {}),
    };
    const plan = await this.work.run(this.text.comparing, (watch) => this.tools!.planInSlices(book, input, watch));
    if (!plan) return this.tell(this.text.cancelled);
    if (!plan.ok) return this.fail(plan.problems);
    const planning = beginPlan(
      { book, fileName: this.fileName, comparing, orgId: before?.orgId ?? this.ownOrgId },
      plan.value,
      before,
    );
    this.stage = { kind: 'plan', planning };
    await this.ask(planning);
  }

  /** Takes what people decided. The store is asked anew where it may answer otherwise. */
  protected decide(next: Planning): void {
    const before = this.stage.kind === 'plan' ? this.stage.planning : undefined;
    this.stage = { kind: 'plan', planning: next };
    if (
      before &&
      (before.skippedColumns !== next.skippedColumns ||
        before.conflicts !== next.conflicts ||
        before.orgId !== next.orgId)
    )
      void this.ask(next);
  }

  /**
   * Marks the rows that the store would refuse; of several questions in a row the last counts. A store that does not
   * answer is asked when importing.
   */
  private async ask(planning: Planning): Promise<void> {
    const { dataSource, person, actorOrgId } = this.surroundings.value;
    const actor = this.person ?? person;
    const judge = this.judge ?? (dataSource && actor && judgeOf(dataSource, actor, actorOrgId));
    const asked = judge && this.tools!.importCommands(planning.compared, toBeJudged(planning), this.target(planning));
    if (!judge || !asked?.ok || asked.value.commands.length === 0) return;
    const answers = await this.work
      .run(this.text.judging, (watch) => judge(asked.value.commands, watch))
      .catch(() => undefined);
    if (answers && this.stage.kind === 'plan' && this.stage.planning.compared === planning.compared)
      this.stage = { kind: 'plan', planning: withRefusals(this.stage.planning, refusedRows(asked.value, answers)) };
  }

  private target({ orgId }: Planning): ImportTarget {
    return {
      definitionId: this.definition!.id,
      orgId,
      ...(this.periodCode === undefined ? {} : { periodCode: this.periodCode }),
      newId: newRecordId,
    };
  }

  /** Commands as decided now, with the rows that they come from, or what is still open. */
  protected commandsOf(planning: Planning): ReturnType<Tools['importCommands']> {
    return this.tools!.importCommands(planning.plan, decisionsOf(planning), this.target(planning));
  }

  /** Takes what people said about whose the rows are; nothing is guessed again. */
  protected belong(adopting: Adopting, whose: Whose): void {
    this.stage = { kind: 'adopt', adopting: { ...adopting, whose } };
  }

  private belonging:
    | {
        readonly draft: SheetDraft;
        readonly whose: Whose;
        readonly organisations: readonly Organisation[];
        readonly found: DraftOrganisations;
      }
    | undefined;

  /** Whose the rows of the draft are; `undefined` where the page has no directory of organisations. */
  protected organisationsOf(draft: SheetDraft, { book, whose }: Adopting): DraftOrganisations | undefined {
    const {
      belonging,
      known: { organisations },
    } = this;
    if (!organisations || organisations.length === 0) return undefined;
    if (belonging?.draft === draft && belonging.whose === whose && belonging.organisations === organisations)
      return belonging.found;
    const found = this.tools!.draftOrganisations(
      book,
      draft,
      answered(idsByName(organisations), whose.answers),
      whose.column,
    );
    this.belonging = { draft, whose, organisations, found };
    return found;
  }

  private fail(problems: readonly Problem[]): void {
    this.stage = { kind: 'pick', reasons: problems.map(({ reason }) => reason) };
  }

  protected tell(said: string): void {
    this.said = said;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('definition') && changed.get('definition') !== undefined) this.restart();
  }
}
