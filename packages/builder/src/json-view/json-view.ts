import { html, type PropertyValues, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './json-view.messages.ts';
import styles from './json-view.styles.ts';
import { placesIn, type PlacedProblem } from './places.ts';

/**
 * The definition as text. It is the document itself: what is typed here is there letter by letter, and undone with everything else.
 *
 * @customElement jc-builder-json
 *
 * @csspart base - Everything.
 */
export class JsonView extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @query('textarea') private area!: HTMLTextAreaElement;
  private shown = '';

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    this.shown = session.document.text.value;
    const problems = placesIn(this.shown, session.problems.value);
    const isLocked = session.supplies.value.core !== undefined || session.supplies.value.level !== undefined;
    return html`<div class="base" part="base">
      <textarea class="text" aria-label=${text.text} aria-describedby="hint" aria-invalid=${problems.length > 0 ? 'true' : 'false'} spellcheck="false" autocomplete="off" wrap="off" ?readonly=${isLocked} @input=${this.type} @blur=${this.leave}></textarea>
      <p class="hint" id="hint">${isLocked ? text.locked : text.hint}</p>
      ${problems.length === 0 ? html`<p class="fine" role="status">${text.fine}</p>` : html`<div class="problems" role="group" aria-label=${text.problems(problems.length)}>
        <p class="hint" role="status">${text.problems(problems.length)}</p>
        ${problems.slice(0, 50).map((place) => html`<button type="button" class="problem" @click=${() => this.goTo(place)}><span class="line">${text.line(place.line)}</span>${place.problem.reason[this.language]}</button>`)}
      </div>`}
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Written only where it differs: setting the text loses the caret.
    if (this.area && this.area.value !== this.shown) this.area.value = this.shown;
  }

  private readonly type = (): void => {
    this.session?.document.setText({ title: { 'zh-CN': '修改 JSON', en: 'Change the JSON' }, group: 'json' }, this.area.value);
  };

  private readonly leave = (): void => this.session?.document.closeGroup();

  private goTo({ start, end, line }: PlacedProblem): void {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    this.area.scrollTop = Math.max(0, (line - 4) * 19.5);
  }
}
