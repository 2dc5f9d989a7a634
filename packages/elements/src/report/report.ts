import { adoptStyles, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { BlockResult } from '@jiceng/core/report/model.js';
import { baseStyles } from '../internal/base.styles.ts';
import { languageOf } from '../internal/locale.ts';
import { tokens } from '../internal/tokens.ts';
import { tryAgainView } from '../internal/try-again.ts';
import { WidthController } from '../scorecard/width-controller.ts';
import { modelView } from './block-views.ts';
import { choicesView } from './choices-view.ts';
import { filesView } from './files-view.ts';
import { namesView } from './names-view.ts';
import { PrintController } from './print-controller.ts';
import { messages, type ReportTexts } from './report.messages.ts';
import { Saving } from './saving.ts';
import { ReportBase } from './report-base.ts';
import styles from './report.styles.ts';
import type { ReportSight } from './sight.ts';

/** Narrower than this, blocks stand below each other. */
const NARROW = 720;

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
export class ReportView extends ReportBase {
  static override styles = [tokens, baseStyles, styles];

  @state() private folds: ReadonlyMap<string, boolean> = new Map();
  private paperStyles: readonly CSSResult[] | undefined;
  private readonly width = new WidthController(this, NARROW);
  private readonly saving = new Saving(this);
  private readonly print = new PrintController(
    this,
    () => this.run.head && this.run.behind?.pageRules(this.run.head.print),
    () => {
      this.requestUpdate();
      this.performUpdate();
    },
  );

  /** How it stands on paper is adopted once it is loaded. */
  protected override updated(): void {
    const { behind } = this.run;
    const paper = behind && (this.paper ? behind.previewed : behind.printed);
    if (paper === this.paperStyles) return;
    this.paperStyles = paper;
    adoptStyles(this.renderRoot as ShadowRoot, [...ReportView.elementStyles, ...(paper ?? [])]);
  }

  private get isOnPaper(): boolean {
    return this.paper || this.print.isPrinting;
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
      isBehindMissing,
      failure = this.sourceFailure,
    } = this.run;
    if (failure !== undefined)
      return tryAgainView('state error', texts.failed(failure), texts.again, () => this.retry());
    if (problems.length > 0)
      return html`<div class="state error" role="alert"><p>${texts.refused(problems.length)}</p><ul>${problems.slice(0, 10).map(({ pointer, reason }) => html`<li>${pointer} ${reason[languageOf(locale)]}</li>`)}</ul></div>`;
    if (!this.report && !this.loading) return html`<p class="state">${texts.empty}</p>`;
    const lacksPaper = this.paper && !this.run.behind && !isBehindMissing;
    if (!work || !head || lacksPaper) return html`<p class="state" role="status">${texts.loading}</p>`;
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
      ${
        isBehindMissing
          ? this.behindMissing(texts)
          : html`<details class=${head.print.notes === false ? 'no-print' : ''}
        ?open=${this.isOnPaper}><summary>${texts.notes}</summary><ul>${notes.map((note) => html`<li>${note}</li>`)}</ul></details>`
      }
      <div class="signatures">${(head.print.signatures ?? []).map((text) => html`<span>${text}：</span>`)}${head.print.signatures && head.print.date !== false ? html`<span>${texts.printedOn}：${this.today}</span>` : nothing}</div>
    `;
  }

  private behindMissing(texts: ReportTexts): TemplateResult {
    return tryAgainView('notice-line no-print', texts.noBehind, texts.again, () => void this.retryBehind());
  }

  private block(block: BlockResult, texts: ReportTexts): TemplateResult {
    const sight = this.sight(texts);
    const { opened } = this;
    const lacksDrawing = this.areChartsMissing && block.model.kind === 'chart' && !block.empty;
    const lacksBehind = this.run.isBehindMissing && this.place?.block === block.id;
    return html`<section class=${`block ${block.width} ${block.newPage ? 'new-page' : ''}`} part="block">
      ${block.title === '' ? nothing : html`<h4>${block.title}</h4>`}${block.help === '' ? nothing : html`<p class="help">${block.help}</p>`}
      ${lacksDrawing ? tryAgainView('notice-line no-print', texts.noCharts, texts.again, () => void this.loadCharts()) : nothing}
      ${block.empty ? html`<p class="state">${texts[block.empty]}</p>` : modelView(block, sight)}${block.silent.length === 0 ? nothing : html`<div class="weak silent">${texts.silent(block.silent.length)}${namesView(block.silent, texts, this.isOnPaper)}</div>`}
      ${
        opened?.place.block === block.id
          ? this.run.behind?.openedView({
              opened: opened.opened,
              title: opened.title,
              texts,
              locale: this.surroundings.locale,
              noteOf: (measure) => this.noteOf(measure),
              close: () => this.close(),
              record: (recordId) => this.tell('jc-record-open', { recordId }),
            })
          : lacksBehind
            ? this.behindMissing(texts)
            : nothing
      }
    </section>`;
  }

  private sight(texts: ReportTexts): ReportSight {
    return {
      texts,
      charts: this.charts,
      behind: this.run.behind,
      locale: this.surroundings.locale,
      open: (cell, title, from) => this.open(cell, title, from),
      isPrinting: this.isOnPaper,
      isFolded: (key, folded) => !this.isOnPaper && (this.folds.get(key) ?? folded),
      toggle: (key, folded) => {
        this.folds = new Map(this.folds).set(key, folded);
      },
    };
  }
}
