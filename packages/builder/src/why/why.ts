import { effect } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FormModel } from '@jiceng/core/form/form.js';
import { explainField, type Answer, type FieldExplanation } from '@jiceng/core/logic/explain-field.js';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { showPlace } from '../session/show-pane.ts';
import { messages, type Messages } from './why.messages.ts';
import styles from './why.styles.ts';

const SIDES = ['shown', 'required', 'readonly', 'value'] as const;

/**
 * Why a field of the preview is shown or hidden, required, closed, and where its value comes from; follows what is
 * filled in.
 *
 * @customElement jc-why
 *
 * @fires {CustomEvent<ShowPane>} jc-pane-show - A rule is wanted.
 * @csspart base - Everything.
 */
export class Why extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  /** The form that is filled in. */
  @property({ attribute: false }) form: FormModel | undefined;
  /** JSON Pointer in its data of the field; `''`: none is chosen. */
  @property({ attribute: false }) field = '';

  private stopFollowing: (() => void) | undefined;

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const found = this.explained(session);
    return html`<div class="base" part="base" role="group" aria-label=${found ? text.why(found.title) : text.pick}>
      ${this.picker(text)}
      ${found ? html`<h3>${text.why(found.title)}</h3><dl>${SIDES.map((side) => this.side(session, text.sides[side], found[side], text))}</dl>` : html`<p class="empty">${text.nothing}</p>`}
    </div>`;
  }

  /** All fields, those that are hidden too: they cannot be clicked. */
  private picker(text: Messages): TemplateResult | typeof nothing {
    const { form, field } = this;
    if (!form) return nothing;
    const fields = form.root.fields.value;
    const isListed = fields.some(({ pointer }) => pointer === field);
    return html`<label class="pick">${text.pick}<select @change=${this.pick}>
      ${
        field === '' || isListed
          ? html`<option value=""
        .selected=${field === ''}>${text.none}</option>`
          : html`<option value=${field}
        .selected=${true}>${form.field(field)?.label ?? text.none}</option>`
      }
      ${fields.map(
        (each) => html`<option value=${each.pointer}
        .selected=${each.pointer === field}>${each.visible.value ? each.label : text.hidden(each.label)}</option>`,
      )}
    </select></label>`;
  }

  private readonly pick = (event: Event): void => {
    this.field = (event.target as HTMLSelectElement).value;
  };

  private side(session: BuilderSession, title: string, { said, reasons }: Answer, text: Messages): TemplateResult {
    return html`<dt>${title}<span class="verdict">${said}</span></dt>
      ${reasons.map(
        ({ text: reason, pointer, inputs }) => html`<dd>${reason}
        ${inputs.length === 0 ? nothing : html`<span class="inputs">${text.now}${inputs.map((input) => `${input.title} = ${input.value}`).join(this.language === 'en' ? '; ' : '；')}</span>`}
        ${
          pointer === undefined || !/^\/(rules|view)\//.test(pointer)
            ? nothing
            : html`<button type="button"
          class="link" @click=${() => this.go(session, pointer)}>${text.toRule}</button>`
        }
      </dd>`,
      )}`;
  }

  private go(session: BuilderSession, pointer: string): void {
    const [rule = pointer] = /^\/rules\/\d+/.exec(pointer) ?? [];
    session.select([rule]);
    showPlace(this, rule);
  }

  /** The explanation, drawn again when the form changes. */
  private explained(session: BuilderSession): FieldExplanation | undefined {
    this.stopFollowing?.();
    const { form, field } = this;
    if (!form) return undefined;
    const { definitions } = session.supplies.value;
    let found: FieldExplanation | undefined;
    let isFirst = true;
    this.stopFollowing = effect(() => {
      for (const each of form.root.fields.value) void each.visible.value; // said in the list
      const now =
        field === ''
          ? undefined
          : explainField(form, field, { language: this.language, ...(definitions ? { definitions } : {}) });
      if (isFirst) found = now;
      else this.requestUpdate();
      isFirst = false;
    });
    return found;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopFollowing?.();
  }
}
