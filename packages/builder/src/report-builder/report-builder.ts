import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Report } from '@jiceng/core/generated/report.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { Drafts } from '@jiceng/elements/internal/context.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { languageOf } from '@jiceng/elements/internal/locale.js';
import { SurroundingsController } from '@jiceng/elements/internal/surroundings-controller.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { writeJson } from '../document/write-json.ts';
import { draftNote } from '../drafts/draft-note.ts';
import { Drafting } from '../drafts/drafting.ts';
import frame from '../form-builder/form-builder.styles.ts';
import type { KeptDocument } from '../document/json-document.ts';
import { followDocument, tellOf } from '../session/follow-document.ts';
import { NarrowController } from '../session/narrow-controller.ts';
import {
  addBlockOf,
  blockPointer,
  blockTitle,
  copyBlock,
  drawAs,
  dropChip,
  moveBlock,
  put,
  removeBlock,
  shiftChip,
  takeOut,
} from './acts.ts';
import { blocksView } from './blocks-view.ts';
import { dragToZone, type DropPlace } from './drag.ts';
import { limitsView } from './limits-view.ts';
import type { Offer } from './model/offers.ts';
import { firstReport } from './model/start.ts';
import { titleOf, zonesOf, type Chip, type Zone } from './model/zones.ts';
import { problemsView, toolbarView } from './frame-views.ts';
import { offersView } from './offers-view.ts';
import { messages } from './report-builder.messages.ts';
import styles from './report-builder.styles.ts';
import { ReportSession, usedDefinitions } from './report-session.ts';
import { Settings } from './settings-view.ts';
import stageStyles from './stage.styles.ts';
import { Stage } from './stage.ts';
import startStyles from './start-view.styles.ts';
import { startView, type StartFrom } from './start-view.ts';
import { zonesView } from './zones-view.ts';

/**
 * The text that stands for a report that nobody has begun: what is begun is one step of undo behind it, and drafts are
 * kept of it alike.
 */
const NOTHING = '{}\n';

/** What `jc-change` and `jc-save` tell. */
export interface ReportBuilderDetail {
  /** The report as text. */
  readonly text: string;
  /** The report, where nothing is wrong with it. */
  readonly report: Report | undefined;
  readonly problems: readonly Problem[];
}

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
  @state() private from: StartFrom = 'forms';
  @state() private mark: { readonly key: string; readonly at: number } | undefined;
  @state() private known: readonly Definition[] = [];

  private readonly around = new SurroundingsController(this, () => {
    this.keepDraft();
    this.requestUpdate();
  });
  private readonly drafting = new Drafting(this, (kept) => this.start(kept), 'report-builder');
  /** The text that was opened. */
  private opened = NOTHING;
  private readonly width = new NarrowController(this);
  private stop: (() => void) | undefined;
  private readingFrom: DataSource | undefined;
  /** Number of the block that was worked on last. */
  private last = 0;
  private readonly settings = new Settings();
  private readonly stage = new Stage(this);

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
    this.readingFrom = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.connectSource();
    if (changed.has('report') || !this.session) this.open(this.report);
    else if (changed.has('drafts') || changed.has('person')) this.keepDraft();
    const { session } = this;
    if (!session) return;
    const definitions = this.all;
    if (session.definitions.peek() !== definitions) session.definitions.value = definitions;
    session.language.value = languageOf(this.around.locale);
  }

  private get all(): readonly Definition[] {
    return this.definitions ?? this.known;
  }

  private connectSource(): void {
    const source = this.dataSource ?? this.around.value.dataSource;
    if (source === this.readingFrom || !this.isConnected) return;
    this.readingFrom = source;
    if (!source) return;
    void source.definitions().then((definitions) => {
      if (this.readingFrom === source) this.known = definitions;
    });
  }

  private open(report: Report | string | undefined): void {
    this.opened =
      report === undefined
        ? NOTHING
        : typeof report === 'string'
          ? report
          : `${writeJson(report as unknown as Json)}\n`;
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
    this.typed = '';
    session.document.setText(
      { title: { 'zh-CN': messages('zh-CN').start, en: messages('en').start } },
      typeof report === 'string' ? report : `${writeJson(report as unknown as Json)}\n`,
    );
  }

  protected override render(): TemplateResult {
    const texts = messages(this.around.locale);
    const { session } = this;
    if (!session || !this.isBegun)
      return html`<div class="base" part="base">${startView({
        texts,
        locale: this.around.locale,
        definitions: this.all,
        templates: this.templates,
        groups: this.groups,
        from: this.from,
        typed: this.typed,
        turn: this.turn,
        type: this.type,
        fromForm: (definition) =>
          session && this.begin(session, firstReport(definition, languageOf(this.around.locale))),
        fromReport: (report) => session && this.begin(session, report),
      })}</div>`;
    const value = session.value.value;
    const title = isObject(value) ? own(value, 'title') : undefined;
    const [selected] = session.selection.value;
    const current = blockPointer(session, this.last);
    const locale = this.around.locale;
    return html`<div class="base ${this.width.narrow ? 'narrow' : ''}" part="base" role="region"
      aria-label=${texts.builder(typeof title === 'string' ? title : '')} @keydown=${this.keys}>
      ${toolbarView(session, texts, { save: () => this.fire('jc-save'), print: () => print() })}
      ${draftNote(this.drafting.note, locale, this.dropDraft)}
      <div class="design">
        <div class="side start">${offersView({
          texts,
          offers: session.offers.value,
          typed: this.typed,
          others: this.all.filter(
            ({ id }) => !usedDefinitions(value).includes(id) && !session.added.value.includes(id),
          ),
          type: this.type,
          add: (id) => {
            session.added.value = [...session.added.value, id];
          },
          put: (offer) => void put(session, current, offer),
          press: (offer, event) => this.pressOffer(session, offer, event),
        })}</div>
        <div class="middle">
          ${problemsView(session, texts)}
          <div class="work">${
            current === undefined
              ? nothing
              : html`<h3 class="side-title">${blockTitle(value, current, locale)}</h3>${zonesView({
                  texts,
                  language: session.language.value,
                  report: value,
                  pointer: current,
                  selected,
                  mark: this.mark,
                  open: (pointer) => session.select([pointer]),
                  shift: (zone, chip, by) => this.afterChip(chip, by, shiftChip(session, current, zone, chip, by)),
                  take: (zone, chip) => void takeOut(session, current, zone, chip),
                  press: (zone, chip, event) => this.pressChip(session, current, zone, chip, event),
                  draw: (chart) => void drawAs(session, current, chart),
                })}`
          }</div>
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
            texts,
            locale,
            report: value,
            current,
            isReport: selected === '',
            choose: (pointer) => this.show(session, pointer),
            add: (kind) => void addBlockOf(session, kind, this.last),
            move: (pointer, by) => void moveBlock(session, pointer, Number(pointer.split('/')[2]) + by),
            copy: (pointer) => void copyBlock(session, pointer),
            remove: (pointer) => void removeBlock(session, pointer),
          })}
          ${limitsView(session, selected ?? current ?? '', current, texts, this.renderRoot.querySelector('jc-report'))}${this.settings.draw(session, selected ?? current ?? '', this.all, locale)}
        </div>
      </div>
      <div class="visually-hidden" role="status">${session.said.value}</div>
    </div>`;
  }

  private readonly turn = (from: StartFrom): void => {
    this.from = from;
  };
  private readonly type = (words: string): void => {
    this.typed = words;
  };

  private readonly keys = (event: KeyboardEvent): void => {
    const { session } = this;
    if (
      !session ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.composedPath().some((node) => node instanceof HTMLElement && node.localName === 'jc-form')
    )
      return;
    const key = event.key.toLowerCase();
    const run =
      key === 'z' && !event.shiftKey
        ? () => session.undo()
        : key === 'y' || (key === 'z' && event.shiftKey)
          ? () => session.redo()
          : undefined;
    if (!run) return;
    event.preventDefault();
    run();
  };

  /** The focus stays on the chip that was moved. */
  private afterChip(chip: Chip, by: 1 | -1, isDone: boolean): void {
    if (!isDone) return;
    const next = chip.pointer.replace(/\d+$/, (at) => String(Number(at) + by));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-chip="${next}"]`)?.focus());
  }

  private pressOffer(session: ReportSession, offer: Offer, event: PointerEvent): void {
    const pointer = blockPointer(session, this.last);
    if (pointer === undefined) return;
    const zoneOf = this.zoneFinder(session, pointer);
    this.drag(
      event,
      offer.title,
      (element) => zoneOf(element)?.takes === offer.kind,
      ({ zone, at }) => put(session, pointer, offer, zoneOf(zone), at),
    );
  }

  private pressChip(session: ReportSession, pointer: string, from: Zone, chip: Chip, event: PointerEvent): void {
    const zoneOf = this.zoneFinder(session, pointer);
    this.drag(
      event,
      titleOf(session.value.peek(), from.takes, chip.id),
      (element) => zoneOf(element)?.takes === from.takes,
      ({ zone, at }) => {
        const to = zoneOf(zone);
        if (to) dropChip(session, pointer, from, chip, to, at);
      },
    );
  }

  private zoneFinder(session: ReportSession, pointer: string): (element: HTMLElement) => Zone | undefined {
    return (element) =>
      zonesOf(valueAt(session.value.peek(), pointer)).find(({ key }) => key === element.dataset['zone']);
  }

  private drag(
    event: PointerEvent,
    label: string,
    accepts: (zone: HTMLElement) => boolean,
    drop: (place: DropPlace) => void,
  ): void {
    dragToZone(event, this.renderRoot as ShadowRoot, {
      zones: '.zone',
      items: '.chip',
      accepts,
      label,
      drop,
      hover: (place) => {
        this.mark = place && { key: place.zone.dataset['zone'] ?? '', at: place.at };
      },
    });
  }

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
