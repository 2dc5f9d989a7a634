import { LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Report } from '@jiceng/core/generated/report.js';
import type { Chosen } from '@jiceng/core/report/chosen.js';
import type { BlockResult, NumberCell, Place, ReportResult } from '@jiceng/core/report/model.js';
import type { Opened } from '@jiceng/core/report/open.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { ReportRun } from './report-run.ts';
import { messages } from './report.messages.ts';
import type { ReportSight } from './sight.ts';
import { follow } from './sources.ts';

/** A number that a person opened. */
interface OpenNumber {
  readonly place: Place;
  readonly title: string;
  readonly opened: Opened;
  readonly from: HTMLElement | undefined;
}

/** What a report knows and does, without how it looks: what it reads, computes and says, and which number stands open. */
export abstract class ReportBase extends LitElement {
  /** The report; it passes the gate before anything of it is computed. */
  @property({ attribute: false }) report: Report | undefined;
  /** What it reads; default: the provider's data source. Set a new object when records have changed. */
  @property({ attribute: false }) sources: ReportSources | undefined;
  /** What is chosen; default: what the report starts with. */
  @property({ attribute: false }) chosen: Chosen | undefined;
  /** Organisation at the top when nothing is chosen, usually the reader's own. */
  @property() organisation: string | undefined;
  /** A number that stands open, as `jc-number-open` told it; one that the report does not have opens nothing. */
  @property({ attribute: false }) place: Place | undefined;
  /** Drawn as on paper, for a preview. */
  @property({ type: Boolean }) paper = false;
  /** Data are on their way. */
  @property({ type: Boolean, reflect: true }) loading = false;
  /** Language tag; default: the provider's or the page's. */
  @property() locale: string | undefined;

  @state() protected opened: OpenNumber | undefined;
  @state() protected sourceFailure: string | undefined;
  @state() private read: ReportSources | undefined;

  @state() protected charts: ReportSight['charts'];
  /** Drawings could not be loaded when they were last wanted. */
  @state() protected areChartsMissing = false;
  protected readonly surroundings = new SurroundingsController(this, () => this.connectSource());
  protected readonly run = new ReportRun(() => this.advanced());
  private disconnectSource: (() => void) | undefined;
  private followed: DataSource | undefined;

  /** The report as computed, once every block is there. */
  get result(): ReportResult | undefined {
    return this.run.result;
  }

  /** What the report is called, for tools. */
  get heading(): string {
    return this.run.head?.title ?? '';
  }

  /** The report as plain lines, for read-aloud tools. */
  getPlainText(): string {
    const {
      result,
      run: { behind },
    } = this;
    return result && behind ? behind.reportText(result, messages(this.surroundings.locale)) : '';
  }

  /**
   * The report as self-contained HTML for printing tools: paper and margins of its print set-up, every row, drawings
   * where they are loaded.
   */
  getPrintHTML(): string {
    const {
      result,
      charts,
      run: { behind },
      surroundings: { locale },
    } = this;
    const picture = ({ title, model }: BlockResult) =>
      model.kind === 'chart' && charts ? charts.chartPicture(model, title, locale) : '';
    return result && behind ? behind.reportHtml({ result, words: messages(locale), today: this.today, picture }) : '';
  }

  /**
   * The report as a file: the same numbers as on the page. Rejects while it is not computed, and where what writes
   * files cannot be loaded.
   */
  async file(type: 'xlsx' | 'docx' | 'csv'): Promise<Blob> {
    const {
      result,
      report,
      run: { behind },
    } = this;
    if (!result || !report || !behind) throw new Error(messages(this.surroundings.locale).loading);
    const { reportFile } = await import('@jiceng/sheet/report/report-files.js');
    const { locale } = this.surroundings;
    return reportFile(type, {
      report,
      result,
      words: messages(locale),
      today: this.today,
      csv: behind.behindMessages(locale).csv,
    });
  }

  /** How a measure of the report is computed, in words; `''` until that can be said, and where there is none. */
  noteOf(measureId: string): string {
    return this.run.noteOf(measureId);
  }

  /** Computes anew, after records were changed in place. */
  refresh(): void {
    this.run.forget();
    this.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.disconnectSource?.();
    this.disconnectSource = undefined;
    this.followed = undefined;
    this.run.stop();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.run.resume();
    this.connectSource();
  }

  private connectSource(): void {
    const { dataSource } = this.surroundings.value;
    if (dataSource === this.followed) return; // surroundings also change for other reasons
    this.disconnectSource?.();
    this.followed = this.isConnected ? dataSource : undefined;
    if (!this.followed) return;
    this.disconnectSource = follow(this.followed, {
      read: (sources) => {
        this.read = sources;
        this.sourceFailure = undefined;
      },
      changed: (recordIds, recordOf) => {
        if (this.sources || !this.run.update(recordIds, recordOf)) return false;
        this.start();
        return true;
      },
      failed: (reason) => {
        this.sourceFailure = reason;
      },
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('report') || changed.has('sources') || changed.has('read')) this.run.forget();
    if (
      ['report', 'sources', 'read', 'chosen', 'organisation', 'loading', 'locale'].some((key) => changed.has(key)) ||
      this.isOtherLocale()
    )
      this.start();
    if (changed.has('place')) this.openPlace();
  }

  protected get today(): string {
    return this.current?.now.slice(0, 10) ?? '';
  }

  private get current(): ReportSources | undefined {
    return this.sources ?? this.read;
  }

  private isOtherLocale(): boolean {
    return this.run.work !== undefined && this.run.work.locale !== this.surroundings.locale;
  }

  private start(): void {
    const { report, current: sources, chosen, organisation } = this;
    if (report && sources && !this.loading && report.blocks?.some(({ block }) => block === 'chart'))
      void this.loadCharts();
    this.run.start(
      report && sources && !this.loading
        ? { report, sources, chosen, organisation, locale: this.surroundings.locale }
        : undefined,
    );
    this.requestUpdate();
  }

  /** A block more is there. What stands open is read anew, since its rows may have changed. */
  private advanced(): void {
    this.requestUpdate();
    if (!this.run.isBusy && this.place) this.openPlace();
    if (this.result) this.tell('jc-computed', null);
  }

  /** Charts stand as tables while their drawings are on the way, or cannot be had. */
  protected async loadCharts(): Promise<void> {
    this.charts ??= await import('../charts/figure.ts').catch((error: unknown) => void console.warn(error));
    this.areChartsMissing = this.charts === undefined;
  }

  /** Reads the source again, or computes again, whichever failed. */
  protected retry(): void {
    if (this.sourceFailure === undefined) return this.refresh();
    this.sourceFailure = undefined;
    this.followed = undefined;
    this.connectSource();
  }

  /** Loads once more what is behind the numbers; then a number that waits for it opens. */
  protected async retryBehind(): Promise<void> {
    await this.run.retryBehind();
    this.requestUpdate();
  }

  /** Opens the number at `place`; nothing where the report has none there. */
  private openPlace(): void {
    const {
      place,
      run: { work, behind },
      report,
      opened,
    } = this;
    const known = new Set(report?.dimensions?.map(({ id }) => id));
    const steps = place ? [...place.rows, ...place.columns, ...(place.filter ?? [])] : [];
    const found =
      place && report && work && behind && steps.every(({ dimension }) => known.has(dimension))
        ? behind.openNumber(report, work.data, work.chosen, place, work.locale)
        : undefined;
    this.opened =
      place && found && work
        ? {
            title: work.wordsOf(place.measure).title,
            from: undefined,
            ...(opened?.place === place ? opened : {}),
            place,
            opened: found,
          }
        : undefined;
  }

  /** A person presses a number. */
  protected open(cell: NumberCell, title: string, from: HTMLElement): void {
    const { place } = cell;
    this.place = place;
    this.openPlace();
    if (!this.run.behind)
      return void this.run.retryBehind().then(() => {
        if (this.run.behind && this.place === place) this.open(cell, title, from);
      });
    if (!this.opened) return;
    this.opened = { ...this.opened, title: title.trim() || this.opened.title, from };
    this.tell('jc-number-open', { place });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.opened h4')?.focus());
  }

  /** Closing gives the focus back to the number. */
  protected close(): void {
    const { opened } = this;
    this.opened = undefined;
    this.place = undefined;
    this.tell('jc-number-close', null);
    void this.updateComplete.then(() => opened?.from?.focus());
  }

  protected choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.tell('jc-choose', { chosen });
  }

  protected tell<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true, composed: true }));
  }
}
