import { adoptStyles, LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Report } from '@jiceng/core/generated/report.js';
import type { Chosen } from '@jiceng/core/report/chosen.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';
import type { BlockResult, NumberCell, Place, ReportResult } from '@jiceng/core/report/model.js';
import type { Opened } from '@jiceng/core/report/open.js';
import { baseStyles } from '../internal/base.styles.ts';
import { languageOf } from '../internal/locale.ts';
import { SurroundingsController } from '../internal/surroundings-controller.ts';
import { tokens } from '../internal/tokens.ts';
import { WidthController } from '../scorecard/width-controller.ts';
import { modelView } from './block-views.ts';
import { choicesView } from './choices-view.ts';
import { filesView } from './files-view.ts';
import { namesView } from './names-view.ts';
import { previewed, printed } from './paper.styles.ts';
import { PrintController } from './print-controller.ts';
import { messages, type ReportTexts } from './report.messages.ts';
import { Saving } from './saving.ts';
import { ReportRun } from './report-run.ts';
import styles from './report.styles.ts';
import type { ReportSight } from './sight.ts';
import { follow } from './sources.ts';

/** Narrower than this, blocks stand below each other. */
const NARROW = 720;

/** A number that a person opened. */
interface OpenNumber {
  readonly place: Place;
  readonly title: string;
  readonly opened: Opened;
  readonly from: HTMLElement | undefined;
}

/**
 * A report over records and facts: cards, tables, rankings and sentences. Every number opens to the rows behind it, and
 * each row to its records. Blocks appear one after the other as they are computed.
 *
 * @customElement jc-report
 *
 * @fires {CustomEvent<{ chosen: Chosen }>} jc-choose - The reader chose another period, organisation or filter.
 * @fires {CustomEvent<{ recordId: string }>} jc-record-open - The reader asks for a record behind a number.
 * @fires {CustomEvent<{ place: Place }>} jc-number-open - A number was opened; the place finds it again, for links.
 * @fires {CustomEvent<null>} jc-number-close - The opened number was closed.
 * @fires {CustomEvent<null>} jc-computed - Every block and the notes on method are there: `result` has them, and the
 *   report can be printed or taken along.
 *
 * @csspart base - The whole report.
 * @csspart choices - What the reader chooses.
 * @csspart files - What takes the report along as a file.
 * @csspart block - One block.
 * @csspart table - A table.
 * @csspart card - One card.
 * @csspart chart - A chart with its drawing, words and table.
 * @csspart number - A number that opens.
 * @csspart opened - What is behind a number.
 */
export class ReportView extends LitElement {
  static override styles = [tokens, baseStyles, styles, printed];

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

  @state() private opened: OpenNumber | undefined;
  @state() private sourceFailure: string | undefined;
  @state() private read: ReportSources | undefined;
  @state() private folds: ReadonlyMap<string, boolean> = new Map();

  private readonly surroundings = new SurroundingsController(this, () => this.connectSource());
  private readonly width = new WidthController(this, NARROW);
  @state() private charts: ReportSight['charts'];
  private readonly saving = new Saving(this);
  private readonly print = new PrintController(
    this,
    () => this.run.head?.print ?? (this.report && (this.report.print ?? {})),
    () => {
      this.requestUpdate();
      this.performUpdate();
    },
  );
  private readonly run = new ReportRun(() => this.advanced());
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
    const { result, report } = this;
    if (!result || !report) throw new Error(messages(this.surroundings.locale).loading);
    const { reportFile } = await import('@jiceng/sheet/report/report-files.js');
    const words = messages(this.surroundings.locale);
    return reportFile(type, { report, result, words, today: this.today, csv: words.csv });
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

  protected override updated(changed: PropertyValues): void {
    if (changed.has('paper'))
      adoptStyles(this.renderRoot as ShadowRoot, [...ReportView.elementStyles, ...(this.paper ? previewed : [])]);
  }

  private get isOnPaper(): boolean {
    return this.paper || this.print.isPrinting;
  }

  private get today(): string {
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
  private async loadCharts(): Promise<void> {
    if (this.charts) return;
    this.charts = await import('../charts/figure.ts').catch((error: unknown) => void console.warn(error));
  }

  protected override render(): TemplateResult {
    const { locale } = this.surroundings;
    const texts = messages(locale);
    const isBusy = this.loading || this.run.isBusy;
    return html`<div class=${`base ${this.width.narrow && !this.paper ? 'narrow' : ''}`} part="base" lang=${locale}
      aria-busy=${isBusy ? 'true' : 'false'}>${this.content(texts, locale)}</div>`;
  }

  private content(texts: ReportTexts, locale: string): TemplateResult {
    const {
      work,
      head,
      blocks,
      notes = [],
      problems,
      done,
      isBusy,
      isStopped,
      failure = this.sourceFailure,
    } = this.run;
    if (failure !== undefined) return html`<p class="state error" role="alert">${texts.failed(failure)}</p>`;
    if (problems.length > 0)
      return html`<div class="state error" role="alert"><p>${texts.refused(problems.length)}</p><ul>${problems.slice(0, 10).map(({ pointer, reason }) => html`<li>${pointer} ${reason[languageOf(locale)]}</li>`)}</ul></div>`;
    if (!this.report && !this.loading) return html`<p class="state">${texts.empty}</p>`;
    if (!work || !head) return html`<p class="state" role="status">${texts.loading}</p>`;
    return html`
      <div class="head"><h3>${head.title}</h3><p class="weak">${head.print.unit === undefined ? nothing : html`<span class="only-print">${head.print.unit}：</span>`}${head.subtitle}</p></div>
      ${choicesView({ report: work.report, sources: work.data.sources, chosen: work.chosen, members: work.choosable(), texts, locale, choose: (chosen) => this.choose(chosen) })}
      ${filesView({ texts, isBusy: isBusy || this.saving.isBusy || isStopped, failure: this.saving.failure, save: (type) => void this.saving.save(this.heading, type, this.file(type)) })}
      ${
        done < blocks.length
          ? html`<p class="progress no-print" role="status">${isStopped ? texts.stopped(done, blocks.length) : texts.working(done, blocks.length)}
        <button type="button" class="button" @click=${() => (isStopped ? this.run.resume() : this.run.stop())}>${isStopped ? texts.resume : texts.stop}</button></p>`
          : nothing
      }
      <div class="blocks">${blocks.map((block) => (block ? this.block(block, texts) : nothing))}</div>
      <details class=${head.print.notes === false ? 'no-print' : ''}
        ?open=${this.isOnPaper}><summary>${texts.notes}</summary><ul>${notes.map((note) => html`<li>${note}</li>`)}</ul></details>
      <div class="signatures">${(head.print.signatures ?? []).map((text) => html`<span>${text}：</span>`)}${head.print.signatures && head.print.date !== false ? html`<span>${texts.printedOn}：${this.today}</span>` : nothing}</div>
    `;
  }

  private block(block: BlockResult, texts: ReportTexts): TemplateResult {
    const sight = this.sight(texts);
    const { opened } = this;
    return html`<section class=${`block ${block.width} ${block.newPage ? 'new-page' : ''}`} part="block">
      ${block.title === '' ? nothing : html`<h4>${block.title}</h4>`}${block.help === '' ? nothing : html`<p class="help">${block.help}</p>`}
      ${block.empty ? html`<p class="state">${texts[block.empty]}</p>` : modelView(block, sight)}${block.silent.length === 0 ? nothing : html`<div class="weak silent">${texts.silent(block.silent.length)}${namesView(block.silent, texts, this.isOnPaper)}</div>`}
      ${
        opened?.place.block === block.id
          ? this.run.behind?.openedView({
              opened: opened.opened,
              title: opened.title,
              texts,
              noteOf: (measure) => this.noteOf(measure),
              close: () => this.close(),
              record: (recordId) => this.tell('jc-record-open', { recordId }),
            })
          : nothing
      }
    </section>`;
  }

  private sight(texts: ReportTexts): ReportSight {
    return {
      texts,
      charts: this.charts,
      longRows: this.run.behind?.longRows,
      locale: this.surroundings.locale,
      open: (cell, title, from) => this.open(cell, title, from),
      isPrinting: this.isOnPaper,
      isFolded: (key, folded) => !this.isOnPaper && (this.folds.get(key) ?? folded),
      toggle: (key, folded) => {
        this.folds = new Map(this.folds).set(key, folded);
      },
    };
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

  private open(cell: NumberCell, title: string, from: HTMLElement): void {
    const { place } = cell;
    this.place = place;
    this.openPlace();
    if (!this.run.behind)
      return void this.run.loadBehind().then(() => {
        if (this.run.behind && this.place === place) this.open(cell, title, from);
      });
    if (!this.opened) return;
    this.opened = { ...this.opened, title: title.trim() || this.opened.title, from };
    this.tell('jc-number-open', { place });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.opened h4')?.focus());
  }

  /** Closing gives the focus back to the number. */
  private close(): void {
    const { opened } = this;
    this.opened = undefined;
    this.place = undefined;
    this.tell('jc-number-close', null);
    void this.updateComplete.then(() => opened?.from?.focus());
  }

  private choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.tell('jc-choose', { chosen });
  }

  private tell<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true, composed: true }));
  }
}
