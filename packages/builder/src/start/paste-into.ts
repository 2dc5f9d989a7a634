import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { BuilderSession } from '../session/session.ts';
import { SessionElement } from '../session/session-element.ts';
import { showPlace } from '../session/show-pane.ts';
import { scoreOutline } from '../score/score-model.ts';
import { countOf } from './paste-choices.ts';
import { pasteEdits, pointsOf, type PasteMode } from './paste-edits.ts';
import type { Paste, PasteDetail } from './paste.ts';
import { messages } from './start.messages.ts';
import styles from './start.styles.ts';

/**
 * Puts pasted lines or cells into the definition that is drawn: fields behind the selected one, items into the score.
 *
 * @customElement jc-paste-into
 *
 * @fires {CustomEvent<ShowPane>} jc-pane-show - What was added is wanted.
 * @csspart base - Everything.
 */
export class PasteInto extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @query('jc-paste') private paste!: Paste;
  @state() private read: PasteDetail | null = null;
  @state() private mode: PasteMode = 'add';

  protected override draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const count = this.read ? countOf(this.read.pasted) : 0;
    return html`<div class="base" part="base">
      <h3>${text.pasteInto}</h3>
      <jc-paste .locale=${this.language} @jc-paste-read=${this.remember}>
        ${this.choice(session)}
        ${
          count === 0
            ? nothing
            : html`<button class="button primary" type="button"
          @click=${() => this.add(session)}>${text.add}（${count}）</button>`
        }
      </jc-paste>
    </div>`;
  }

  /** Whether pasted items come behind those that are there, or in their place, with the full marks that come of it. */
  private choice(session: BuilderSession): TemplateResult | typeof nothing {
    const { dimensions, max = 0 } = scoreOutline(session.value.value);
    const there = dimensions.reduce((sum, { items }) => sum + items.length, 0);
    if (!this.read || this.read.pasted.as !== 'items' || there === 0) return nothing;
    const text = messages(this.language);
    const points = pointsOf(this.read.making.pastedDimensions(this.read.pasted.groups, new Set()));
    const words: Readonly<Record<PasteMode, string>> = {
      add: text.behindItems(there, max + points),
      replace: text.insteadOfItems(there, points || 100),
    };
    return html`<div class="choices" role="radiogroup" aria-label=${text.whatOfItems}>${(
      ['add', 'replace'] as const
    ).map(
      (mode) =>
        html`<label class="choice"><input type="radio" name="mode" .checked=${mode === this.mode} @change=${() => {
          this.mode = mode;
        }}>${words[mode]}</label>`,
    )}</div>`;
  }

  private readonly remember = (event: CustomEvent<PasteDetail | null>): void => {
    this.read = event.detail;
  };

  private add(session: BuilderSession): void {
    if (!this.read) return;
    const { pasted, making } = this.read;
    const count = countOf(pasted);
    const { edits, select } = pasteEdits(
      session.value.peek(),
      pasted,
      making,
      session.selection.peek().slice(-1)[0],
      this.mode,
    );
    const title = { 'zh-CN': messages('zh-CN').pasteIntent(count), en: messages('en').pasteIntent(count) };
    if (!session.edit({ title }, edits, select)) return;
    this.paste.clear();
    showPlace(this, select[0] ?? '');
  }
}
