import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { originalOf } from '@jiceng/core/definition/translated.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Definition, OrgLevel } from '@jiceng/core/generated/definition.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { Json } from '@jiceng/core/json/json.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import type { Drafts } from '@jiceng/elements/internal/context.js';
import { languageOf } from '@jiceng/elements/internal/locale.js';
import { SurroundingsController } from '@jiceng/elements/internal/surroundings-controller.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import type { Canvas } from '../canvas/canvas.ts';
import type { CommandPalette } from '../commands/command-palette.ts';
import type { KeptDocument } from '../document/json-document.ts';
import { writeJson } from '../document/write-json.ts';
import { draftNote } from '../drafts/draft-note.ts';
import { Drafting } from '../drafts/drafting.ts';
import { thingAt } from '../structure/structure.ts';
import type { KindDragDetail } from '../palette/palette.ts';
import { followDocument, tellOf } from '../session/follow-document.ts';
import type { Command } from '../session/command.ts';
import { NarrowController } from '../session/narrow-controller.ts';
import { BuilderSession, type Supplies } from '../session/session.ts';
import { paneOf, type ShowPane } from '../session/show-pane.ts';
import type { BuilderDetail } from './builder-events.ts';
import { messages } from './form-builder.messages.ts';
import styles from './form-builder.styles.ts';
import { clip, runKey } from './keyboard.ts';
import { paneBody } from './pane-body.ts';
import { panes } from './panes.ts';
import { shellCommands } from './shell-commands.ts';
import { tabBar } from './tab-bar.ts';
import { titleOf, toolbar } from './toolbar.ts';

/**
 * Draws definitions: what is filled in, how it looks, and everything that follows from it.
 *
 * @customElement jc-form-builder
 *
 * @fires {CustomEvent<BuilderDetail>} jc-change - The definition was changed.
 * @fires {CustomEvent<BuilderDetail>} jc-save - A person asks to keep the definition as it is.
 * @fires {CustomEvent<PublishDetail>} jc-publish - A person publishes the definition, and nothing is in the way.
 * @csspart base - Everything.
 */
export class FormBuilder extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /**
   * The definition to draw, as an object or as text; text keeps what JSON objects cannot, such as the way numbers are
   * written.
   */
  @property({ attribute: false }) definition: Definition | string | undefined;
  /** The definitions in force beside this one. */
  @property({ attribute: false }) definitions: readonly Definition[] | undefined;
  /**
   * The definition of the level above, of which only the local part is drawn: `definition` is then its drawing
   * (`drawingOf` in core).
   */
  @property({ attribute: false }) core: Definition | undefined;
  /** The level for which is drawn; absent: the definition's own, which may change everything. */
  @property({ attribute: false }) level: OrgLevel | undefined;
  /** Where to publish and where records lie; the provider's by default. */
  @property({ attribute: false }) dataSource: DataSource | undefined;
  /** Who draws; the provider's person by default. */
  @property({ attribute: false }) person: Person | undefined;
  /** Where unsaved work is kept; the provider's by default. */
  @property({ attribute: false }) drafts: Drafts | null | undefined;
  /** The present moment; the data source's by default. */
  @property({ attribute: false }) now: string | undefined;
  /** Language; the provider's or the page's by default. */
  @property() locale: string | undefined;
  /** The side that is shown: `design`, or a pane's name. */
  @property() pane = 'design';

  @state() private session: BuilderSession | undefined;
  @state() private failed = '';
  @state() private commands: readonly Command[] = shellCommands(this);
  /** Properties and the like could not be loaded. */
  @state() private isPartsLost = false;
  @query('jc-builder-commands') private commandPalette!: CommandPalette;

  private readonly around = new SurroundingsController(this, () => this.keepDraft());
  private readonly drafting = new Drafting(this, (kept) => this.start(kept));
  private readonly width = new NarrowController(this);
  private opened = '';
  private stop: (() => void) | undefined;

  /** The session behind; `undefined` while no definition is open. */
  get builderSession(): BuilderSession | undefined {
    return this.session;
  }

  /** The definition as text, as it stands now. */
  get text(): string {
    return this.session?.document.text.peek() ?? '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.session) this.follow(this.session);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.drafting.end();
  }

  /** Asks the host to keep the definition. */
  save(): void {
    this.fire('jc-save');
  }

  /** Forgets the draft, after the host has kept the definition. */
  async discardDraft(): Promise<void> {
    await this.drafting.discard();
  }

  /** Writes a draft that is waiting. */
  async flushDraft(): Promise<void> {
    await this.drafting.flush();
  }

  focusTab(): void {
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus(),
    );
  }

  /** Opens the list of all commands. */
  openCommands(): void {
    void this.commandPalette.open();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('definition')) this.open();
    else if (changed.has('drafts') || changed.has('person')) this.keepDraft();
    const { session } = this;
    if (!session) return;
    const {
      definitions,
      core,
      level,
      dataSource = this.around.value.dataSource,
      person = this.around.value.person,
    } = this;
    const supplies: Supplies = { definitions, core, level, dataSource, person, now: this.now ?? dataSource?.now() };
    const before = session.supplies.peek();
    if ((Object.keys(supplies) as (keyof Supplies)[]).some((key) => before[key] !== supplies[key]))
      session.supplies.value = supplies;
    session.language.value = languageOf(this.around.locale);
  }

  protected override firstUpdated(): void {
    void this.loadParts();
  }

  protected override render(): TemplateResult {
    const text = messages(this.around.locale);
    const { session } = this;
    if (!session)
      return html`<div class="base" part="base"><p class="empty"
        role="status">${this.failed ? html`${text.notJson} ${this.failed}` : text.empty}</p></div>`;
    const title = titleOf(session);
    return html`<div class="base ${this.width.narrow ? 'narrow' : ''}" part="base" role="region"
      aria-label=${title ? text.named(title) : text.title}
      @keydown=${this.pressed} @copy=${this.clipped} @cut=${this.clipped} @paste=${this.clipped}
      @jc-pane-show=${this.shown} @jc-properties-open=${this.toPanel} @jc-kind-drag=${this.dragKind}
      @jc-command-run=${this.keepFocus}>
      ${toolbar(session, text, this)}
      ${draftNote(this.drafting.note, this.around.locale, this.dropDraft)}
      ${tabBar(session, text, this.pane, this.choose)}
      <div class="body" role="tabpanel" aria-labelledby=${`tab-${this.pane}`}>${paneBody(session, text, this.pane, this.isPartsLost ? this.loadParts : undefined)}</div>
      <jc-builder-commands .session=${session} .commands=${this.commands}></jc-builder-commands>
      <jc-builder-question .session=${session}></jc-builder-question>
      <jc-builder-history .session=${session}></jc-builder-history>
      <div class="visually-hidden" role="status">${session.said.value}</div>
    </div>`;
  }

  private readonly choose = (pane: string): void => {
    this.pane = pane;
  };

  /** Gets what comes a moment after the builder itself. */
  private readonly loadParts = async (): Promise<void> => {
    this.isPartsLost = false;
    try {
      const { paneCommands } = await import('./parts.ts');
      this.commands = [...shellCommands(this), ...paneCommands];
    } catch (error) {
      console.error('Jiceng: <jc-form-builder> could not load its properties:', error);
      this.isPartsLost = true;
    }
  };

  /** Opens `definition` anew. */
  private open(): void {
    this.stop?.();
    this.failed = '';
    this.drafting.note = undefined;
    this.session = undefined;
    if (this.definition === undefined) return this.drafting.end();
    this.opened =
      typeof this.definition === 'string'
        ? this.definition
        : `${writeJson(originalOf(this.definition) as unknown as Json)}\n`;
    try {
      this.start(this.opened);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.failed = error.message;
    }
  }

  private start(kept: string | KeptDocument): void {
    const session = new BuilderSession(kept, this.session?.supplies.peek() ?? {}, languageOf(this.around.locale));
    this.session = session;
    this.follow(session);
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

  /** Draws the frame anew when the document or a mark of a tab changes, and tells the host of the document. */
  private follow(session: BuilderSession): void {
    this.stop?.();
    const draw = (): void => {
      for (const { mark } of panes) mark?.(session);
      this.requestUpdate();
    };
    this.stop = followDocument(session, draw, () => this.fire('jc-change'));
  }

  private fire(type: string): void {
    if (!this.session) return;
    const { text, content: definition, problems } = tellOf(this.session);
    this.dispatchEvent(
      new CustomEvent<BuilderDetail>(type, { detail: { text, definition, problems }, bubbles: true, composed: true }),
    );
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (this.session) runKey(this.session, this.commands, this.pane === 'design', event);
  };

  private readonly clipped = (event: ClipboardEvent): void => {
    if (this.session && this.pane === 'design') clip(this.session, event);
  };

  private readonly shown = (event: CustomEvent<ShowPane>): void => {
    const { pane, pointer } = event.detail;
    if (pointer !== undefined && this.session) this.session.select([thingAt(this.session.value.peek(), pointer)]);
    this.pane =
      pane ??
      paneOf(
        pointer ?? '',
        panes.map(({ id }) => id),
      );
    this.focusTab(); // what had the focus is not in the page any more
  };

  private readonly dragKind = ({ detail: { kind, event } }: CustomEvent<KindDragDetail>): void => {
    this.renderRoot.querySelector<Canvas>('jc-builder-canvas')?.dragKind(kind, event);
  };

  /** What had the focus may be gone with what a command changed: then keys would go nowhere. */
  private readonly keepFocus = (): void => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (!this.matches(':focus-within')) this.focusTab();
      }),
    );
  };

  private readonly toPanel = (): void => {
    this.pane = 'design';
    void customElements
      .whenDefined('jc-builder-panel')
      .then(() => this.updateComplete)
      .then(() => {
        const panel = this.renderRoot.querySelector<HTMLElement>('jc-builder-panel');
        panel?.scrollIntoView({ block: 'nearest' });
        panel?.focus();
      });
  };
}
