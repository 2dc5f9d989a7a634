import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Report } from '@jiceng/core/generated/report.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { Drafts } from '@jiceng/elements/internal/context.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { languageOf } from '@jiceng/elements/internal/locale.js';
import { SurroundingsController } from '@jiceng/elements/internal/surroundings-controller.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { shortcutOf } from '../commands/keys.ts';
import { writeJson } from '../document/write-json.ts';
import { draftNote } from '../drafts/draft-note.ts';
import { Drafting } from '../drafts/drafting.ts';
import frame from '../form-builder/form-builder.styles.ts';
import type { KeptDocument } from '../document/json-document.ts';
import { followDocument, tellOf } from '../session/follow-document.ts';
import { NarrowController } from '../session/narrow-controller.ts';
import { addBlockOf, blockPointer, put } from './acts.ts';
import { blocksView } from './blocks-view.ts';
import { KnownDefinitions } from './known-definitions.ts';
import { limitsView } from './limits-view.ts';
import { firstReport } from './model/start.ts';
import { problemsView, toolbarView } from './frame-views.ts';
import { offersView } from './offers-view.ts';
import type { ReportBuilderDetail } from './report-builder-events.ts';
import { messages } from './report-builder.messages.ts';
import styles from './report-builder.styles.ts';
import { ReportSession } from './report-session.ts';
import { Settings } from './settings-view.ts';
import stageStyles from './stage.styles.ts';
import { Stage } from './stage.ts';
import startStyles from './start-view.styles.ts';
import { Start } from './start-view.ts';
import { Work } from './work.ts';

/**
 * The text that stands for a report that nobody has begun: what is begun is one step of undo behind it, and drafts are
 * kept of it alike.
 */
const NOTHING = '{}\n';

const KEYS: ReadonlyMap<string, (session: ReportSession) => void> = new Map([
  ['Ctrl+Z', (session) => session.undo()],
  ['Ctrl+Shift+Z', (session) => session.redo()],
  ['Ctrl+Y', (session) => session.redo()],
]);

/**
 * Draws reports without code: what is counted, how it is split, and how it is laid out, with the result beside it.
 *
 * @customElement jc-report-builder
 *
 * @fires {CustomEvent<ReportBuilderDetail>} jc-change - The report was changed.
 * @fires {CustomEvent<ReportBuilderDetail>} jc-save - A person asks to keep the report as it is.
 * @csspart base - Everything.
 */
export class ReportBuilder extends LitElement {
  static override styles = [tokens, baseStyles, frame, styles, stageStyles, startStyles];

  /** The report to draw, as an object or as text; without one a person chooses what to begin with. */
  @property({ attribute: false }) report: Report | string | undefined;
  /** Definitions whose records can be counted; the data source's by default. */
  @property({ attribute: false }) definitions: readonly Definition[] | undefined;
  /** Ready reports to begin with. */
  @property({ attribute: false }) templates: readonly Report[] = [];
  /** Titles of the groups of forms and reports, in the order in which they are offered. */
  @property({ attribute: false }) groups: Readonly<Record<string, string>> = {};
  /** Where records lie; the provider's by default. */
  @property({ attribute: false }) dataSource: DataSource | undefined;
  /** What the result reads, in place of a data source. */
  @property({ attribute: false }) sources: ReportSources | undefined;
  /** Organisation at the top of the result. */
  @property() organisation: string | undefined;
  /** Language; the provider's or the page's by default. */
  @property() locale: string | undefined;
  /** Where drafts are kept; the provider's by default. */
  @property({ attribute: false }) drafts: Drafts | null | undefined;
  /** Who draws; the provider's by default. Drafts are kept for each person. */
  @property({ attribute: false }) person: Person | undefined;

  @state() private session: ReportSession | undefined;
  @state() private typed = '';

  private readonly around = new SurroundingsController(this, () => {
    this.keepDraft();
    this.requestUpdate();
  });
  private readonly drafting = new Drafting(this, (kept) => this.start(kept), 'report-builder');
  /** The text that was opened. */
  private opened = NOTHING;
  private readonly width = new NarrowController(this);
  private stop: (() => void) | undefined;
  /** Number of the block that was worked on last. */
  private last = 0;
  private readonly settings = new Settings();
  private readonly stage = new Stage(this);
  private readonly work = new Work(this);
  private readonly beginning = new Start(this);
  private readonly known = new KnownDefinitions(this);

  /** The session behind; `undefined` until something is begun. */
  get reportSession(): ReportSession | undefined {
    return this.isBegun ? this.session : undefined;
  }

  /** The report as text, as it stands now; `''` until something is begun. */
  get text(): string {
    return this.reportSession?.document.text.peek() ?? '';
  }

  /** Forgets the draft, after the host has kept the report. */
  async discardDraft(): Promise<void> {
    await this.drafting.discard();
  }

  /** Writes a draft that is waiting. */
  async flushDraft(): Promise<void> {
    await this.drafting.flush();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.session) this.follow(this.session);
    this.keepDraft();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.drafting.end();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.known.read(this.dataSource ?? this.around.value.dataSource);
    if (changed.has('report') || !this.session) this.open(this.report);
    else if (changed.has('drafts') || changed.has('person')) this.keepDraft();
    const { session } = this;
    if (!session) return;
    const definitions = this.all;
    if (session.definitions.peek() !== definitions) session.definitions.value = definitions;
    session.language.value = languageOf(this.around.locale);
  }

  private get all(): readonly Definition[] {
    return this.definitions ?? this.known.value;
  }

  private open(report: Report | string | undefined): void {
    this.opened = report === undefined ? NOTHING : textOf(report);
    this.drafting.note = undefined;
    this.last = 0;
    this.start(this.opened);
  }

  private start(kept: string | KeptDocument): void {
    this.session = new ReportSession(kept, this.all, languageOf(this.around.locale));
    this.follow(this.session);
    this.keepDraft();
  }

  private keepDraft(): void {
    const { drafts = this.around?.value.drafts, person = this.around?.value.person } = this;
    if (this.session && this.isConnected)
      this.drafting.follow(this.session, this.opened, drafts, person?.personId ?? '');
  }

  private readonly dropDraft = (): void => {
    void this.discardDraft();
    this.start(this.opened);
  };

  private get isBegun(): boolean {
    const value = this.session?.value.peek();
    return isObject(value) && Object.keys(value).length > 0;
  }

  /** Begins with this report: one step of undo behind nothing. */
  private begin(session: ReportSession, report: Report | string): void {
    session.document.setText({ title: { 'zh-CN': messages('zh-CN').start, en: messages('en').start } }, textOf(report));
  }

  protected override render(): TemplateResult {
    const { locale } = this.around;
    const texts = messages(locale);
    const { session } = this;
    if (!session || !this.isBegun)
      return html`<div class="base" part="base">${this.beginning.draw({
        texts,
        locale,
        definitions: this.all,
        templates: this.templates,
        groups: this.groups,
        fromForm: (definition) => session && this.begin(session, firstReport(definition, languageOf(locale))),
        fromReport: (report) => session && this.begin(session, report),
      })}</div>`;
    const value = session.value.value;
    const title = isObject(value) ? own(value, 'title') : undefined;
    const [selected] = session.selection.value;
    const current = blockPointer(session, this.last);
    return html`<div class="base ${this.width.narrow ? 'narrow' : ''}" part="base" role="region"
      aria-label=${texts.builder(typeof title === 'string' ? title : '')} @keydown=${this.keys}>
      ${toolbarView(session, texts, { save: () => this.fire('jc-save'), print: () => print() })}
      ${draftNote(this.drafting.note, locale, this.dropDraft)}
      <div class="design">
        <div class="side start">${offersView({
          session,
          texts,
          definitions: this.all,
          typed: this.typed,
          type: this.type,
          put: (offer) => void put(session, current, offer),
          press: (offer, event) => {
            if (current !== undefined) this.work.carryOffer(session, current, offer, event);
          },
        })}</div>
        <div class="middle">
          ${problemsView(session, texts)}
          <div class="work">${current === undefined ? nothing : this.work.draw(session, current, texts, locale)}</div>
          <div class="result">${this.stage.draw({
            session,
            texts,
            locale,
            current: selected === '' ? undefined : current,
            shown: (isPaper) =>
              html`<jc-provider .dataSource=${this.dataSource ?? this.around.value.dataSource}><jc-report .report=${session.admitted.value}
                .sources=${this.sources} .organisation=${this.organisation} .locale=${locale} .paper=${isPaper}
                .inert=${isPaper} @jc-computed=${() => this.requestUpdate()}></jc-report></jc-provider>`,
          })}</div>
        </div>
        <div class="side end">
          ${blocksView({
            session,
            texts,
            locale,
            current,
            choose: (pointer) => this.show(session, pointer),
            add: (kind) => void addBlockOf(session, kind, this.last),
          })}
          ${limitsView(session, selected ?? current ?? '', current, texts, this.renderRoot.querySelector('jc-report'))}${this.settings.draw(session, selected ?? current ?? '', this.all, locale)}
        </div>
      </div>
      <div class="visually-hidden" role="status">${session.said.value}</div>
    </div>`;
  }

  private readonly type = (words: string): void => {
    this.typed = words;
  };

  private readonly keys = (event: KeyboardEvent): void => {
    const { session } = this;
    const run = KEYS.get(shortcutOf(event));
    const isInForm = event.composedPath().some((node) => node instanceof HTMLElement && node.localName === 'jc-form');
    if (!session || !run || isInForm) return;
    event.preventDefault();
    run(session);
  };

  /** Works on a block, and brings it into sight. */
  private show(session: ReportSession, pointer: string): void {
    session.select([pointer]);
    if (pointer !== '') this.stage.show(Number(pointer.split('/')[2]));
  }

  /** Draws anew, and tells the host, when the report changes. */
  private follow(session: ReportSession): void {
    this.stop?.();
    this.stop = followDocument(
      session,
      () => {
        const [selected = ''] = session.selection.value;
        void session.offers.value;
        if (selected.startsWith('/blocks/')) this.last = Number(selected.split('/')[2]);
        this.requestUpdate();
      },
      () => this.fire('jc-change'),
    );
  }

  private fire(type: string): void {
    if (!this.session || !this.isBegun) return;
    const { text, content: report, problems } = tellOf(this.session);
    this.dispatchEvent(
      new CustomEvent<ReportBuilderDetail>(type, { detail: { text, report, problems }, bubbles: true, composed: true }),
    );
  }
}

const textOf = (report: Report | string): string =>
  typeof report === 'string' ? report : `${writeJson(report as unknown as Json)}\n`;
