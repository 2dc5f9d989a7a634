import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import type { CodeEditor, CodeHost, CodeShown } from './code-editor.ts';
import { messages } from './json-view.messages.ts';
import styles from './json-view.styles.ts';
import { withOwnEnds, withPlainEnds } from './line-ends.ts';
import { placesIn, type PlacedProblem } from './places.ts';
import { isForReading, tidyCommand } from './tidy.ts';

/**
 * The definition as text. It is the document itself: what is typed here is there letter by letter, and undone with
 * everything else. While the editor with hints is not there, a plain text field does the same.
 *
 * @customElement jc-builder-json
 *
 * @csspart base - Everything.
 */
export class JsonView extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @state() private code: CodeEditor | undefined;
  /** The editor could not be loaded. */
  @state() private isPlain = false;
  @query('textarea') private area!: HTMLTextAreaElement | null;

  private isComposing = false;
  private shown: CodeShown = { text: '', problems: [], language: 'zh-CN', label: '', readonly: false };

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const plain = withPlainEnds(session.document.text.value);
    const problems = placesIn(plain, session.problems.value);
    const readonly = isForReading(session);
    this.shown = { text: plain, problems, language: this.language, label: text.text, readonly };
    return html`<div class="base" part="base">
      <div class="tools">
        ${
          readonly
            ? nothing
            : html`<button type="button" class="button plain"
          @click=${() => tidyCommand.run(session)}>${text.tidy}</button>`
        }
        ${
          this.code
            ? html`<button type="button" class="button plain"
          @click=${() => this.code?.openSearch()}>${text.find}</button>`
            : nothing
        }
        <span class="hint" id="hint">${readonly ? text.locked : text.hint}${this.code && !readonly ? ` ${text.keys}` : ''}</span>
        ${
          this.code
            ? nothing
            : html`<span class="hint"
          role="status">${
            this.isPlain
              ? html`${text.plain} <button type="button" class="button plain"
          @click=${this.open}>${text.retry}</button>`
              : text.loading
          }</span>`
        }
      </div>
      ${
        this.code?.dom ??
        html`<textarea class="text" aria-label=${text.text} aria-describedby="hint"
          aria-invalid=${problems.length > 0 ? 'true' : 'false'} spellcheck="false" autocomplete="off" wrap="off"
          ?readonly=${readonly}
        @input=${this.typed} @blur=${this.host.paused} @compositionstart=${() => {
          this.isComposing = true;
        }} @compositionend=${() => {
          this.isComposing = false;
        }}></textarea>`
      }
      ${
        problems.length === 0
          ? html`<p class="fine" role="status">${text.fine}</p>`
          : html`<div class="problems" role="group" aria-label=${text.problems(problems.length)}>
        <p class="hint" role="status">${text.problems(problems.length)}</p>
        ${problems.slice(0, 50).map(
          (place) => html`<button type="button" class="problem"
          @click=${() => this.goTo(place)}><span class="line">${text.line(place.line)}</span>${place.problem.reason[this.language]}</button>`,
        )}
      </div>`
      }
    </div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.code?.attach(this.renderRoot as ShadowRoot);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.code?.detach();
  }

  protected override firstUpdated(): void {
    void this.open();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.code?.show(this.shown);
    // Written only where it differs: setting the text loses the caret.
    if (this.area && this.area.value !== this.shown.text) this.area.value = this.shown.text;
  }

  /** Puts the editor in the place of the text field, with caret and focus where they were. */
  private readonly open = async (): Promise<void> => {
    this.isPlain = false;
    try {
      const { CodeEditor, offersAt } = await import('./editing.ts');
      const { area } = this;
      if (this.isComposing) await new Promise((done) => area?.addEventListener('compositionend', done, { once: true }));
      const [start, end] = [area?.selectionStart ?? 0, area?.selectionEnd ?? 0];
      const hasFocus = area !== null && this.shadowRoot?.activeElement === area;
      const code = new CodeEditor(
        {
          ...this.host,
          offers: (text, at) =>
            this.session &&
            offersAt(text, at, {
              document: this.session.value.peek(),
              language: this.language,
              definitions: this.session.supplies.peek().definitions ?? [],
            }),
        },
        this.shown,
      );
      this.code = code;
      await this.updateComplete;
      if (this.isConnected) code.attach(this.renderRoot as ShadowRoot);
      if (hasFocus) code.goTo(start, end);
    } catch (error) {
      console.error('Jiceng: the editor for JSON could not be loaded:', error);
      this.isPlain = true;
    }
  };

  private readonly typed = (): void => this.host.typed(this.area?.value ?? '', true);

  private readonly host: Omit<CodeHost, 'offers'> = {
    typed: (edited, isTyping) => {
      const document = this.session?.document;
      if (!document) return;
      if (!isTyping) document.closeGroup();
      document.setText(
        { title: { 'zh-CN': '修改 JSON', en: 'Change the JSON' }, group: 'json' },
        withOwnEnds(document.text.peek(), edited),
      );
      if (!isTyping) document.closeGroup();
    },
    paused: () => this.session?.document.closeGroup(),
    undo: () => this.session?.undo(),
    redo: () => this.session?.redo(),
    tidy: () => {
      if (this.session && !isForReading(this.session)) tidyCommand.run(this.session);
    },
  };

  private goTo({ start, end, line }: PlacedProblem): void {
    if (this.code) return this.code.goTo(start, end);
    this.area?.focus();
    this.area?.setSelectionRange(start, end);
    if (this.area) this.area.scrollTop = Math.max(0, (line - 4) * 19.5);
  }
}
