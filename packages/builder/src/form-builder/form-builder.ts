import { effect } from '@preact/signals-core';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Person } from '@jiceng/core/generated/person.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import type { Drafts } from '@jiceng/elements/internal/context.js';
import { languageOf } from '@jiceng/elements/internal/locale.js';
import { SurroundingsController } from '@jiceng/elements/internal/surroundings-controller.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { writeJson } from '../document/write-json.ts';
import { BuilderSession } from '../session/session.ts';
import { paneOf, type ShowPane } from '../session/show-pane.ts';
import type { BuilderDetail } from './builder-events.ts';
import { messages } from './form-builder.messages.ts';
import styles from './form-builder.styles.ts';
import { paneBody } from './pane-body.ts';
import { panes } from './panes.ts';
import { tabBar } from './tab-bar.ts';
import { toolbar } from './toolbar.ts';

/** Own width below which the columns stand below each other. */
const NARROW = 900;

/**
 * Draws definitions: what is filled in, how it looks, and everything that follows from it.
 *
 * @customElement jc-form-builder
 *
 * @fires {CustomEvent<BuilderDetail>} jc-change - The definition was changed.
 * @fires {CustomEvent<BuilderDetail>} jc-save - A person asks to keep the definition as it is.
 * @fires {CustomEvent<BuilderDetail>} jc-publish - A person publishes the definition, and nothing is in the way.
 * @csspart base - Everything.
 */
export class FormBuilder extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /** The definition to draw, as an object or as text; text keeps what JSON objects cannot, such as the way numbers are written. */
  @property({ attribute: false }) definition: Definition | string | undefined;
  /** The definitions in force beside this one. */
  @property({ attribute: false }) definitions: readonly Definition[] | undefined;
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
  @state() private narrow = false;

  private readonly around = new SurroundingsController(this);
  private resize: ResizeObserver | undefined;
  private stop: (() => void) | undefined;

  /** The session behind; `undefined` while no definition is open. */
  get builderSession(): BuilderSession | undefined { return this.session; }

  /** The definition as text, as it stands now. */
  get text(): string { return this.session?.document.text.peek() ?? ''; }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize = new ResizeObserver(() => requestAnimationFrame(() => { this.narrow = this.clientWidth > 0 && this.clientWidth < NARROW; }));
    this.resize.observe(this);
    if (this.session) this.follow(this.session);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize?.disconnect();
    this.stop?.();
  }

  /** Asks the host to keep the definition. */
  save(): void {
    this.fire('jc-save');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('definition')) this.open();
    const { session } = this;
    if (!session) return;
    const { definitions, dataSource = this.around.value.dataSource, person = this.around.value.person } = this;
    const now = this.now ?? dataSource?.now();
    const before = session.supplies.peek();
    if (before.definitions !== definitions || before.dataSource !== dataSource || before.person !== person || before.now !== now) session.supplies.value = { definitions, dataSource, person, now };
    session.language.value = languageOf(this.around.locale);
  }

  protected override render(): TemplateResult {
    const text = messages(this.around.locale);
    const { session } = this;
    if (!session) return html`<div class="base" part="base"><p class="empty" role="status">${this.failed ? html`${text.notJson} ${this.failed}` : text.empty}</p></div>`;
    const value = session.value.peek();
    const title = isObject(value) ? own(value, 'title') : undefined;
    return html`<div class="base ${this.narrow ? 'narrow' : ''}" part="base" role="region" @jc-pane-show=${this.showPane} aria-label=${typeof title === 'string' && title !== '' ? text.named(title) : text.title}>
      ${toolbar(session, text, () => this.save())}
      ${tabBar(session, text, this.pane, this.choose)}
      <div class="body" role="tabpanel" aria-labelledby=${`tab-${this.pane}`}>${paneBody(session, text, this.pane)}</div>
      <div class="visually-hidden" role="status">${session.said.value}</div>
    </div>`;
  }

  private readonly choose = (pane: string): void => { this.pane = pane; };

  private readonly showPane = (event: CustomEvent<ShowPane>): void => {
    event.stopPropagation();
    const { pane, pointer = '' } = event.detail;
    this.pane = pane ?? paneOf(pointer, panes.map(({ id }) => id));
  };

  private open(): void {
    this.stop?.();
    this.failed = '';
    this.session = undefined;
    if (this.definition === undefined) return;
    try {
      this.session = new BuilderSession(typeof this.definition === 'string' ? this.definition : `${writeJson(this.definition as unknown as Json)}\n`, {}, languageOf(this.around.locale));
      this.follow(this.session);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.failed = error.message;
    }
  }

  /** Draws the frame anew, and tells the host, when the document changes. */
  private follow(session: BuilderSession): void {
    let known = session.document.text.peek();
    this.stop?.();
    this.stop = effect(() => {
      const text = session.document.text.value;
      void session.said.value;
      this.requestUpdate();
      if (text !== known) queueMicrotask(() => this.fire('jc-change'));
      known = text;
    });
  }

  private fire(type: string): void {
    const { session } = this;
    if (!session) return;
    const checked = session.checked.peek();
    const detail: BuilderDetail = { text: this.text, definition: checked.ok ? checked.value : undefined, problems: checked.ok ? [] : checked.problems };
    this.dispatchEvent(new CustomEvent<BuilderDetail>(type, { detail, bubbles: true, composed: true }));
  }
}
