import { effect } from '@preact/signals-core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { FieldModel } from '@jiceng/core/form/field.js';
import type { FormModel } from '@jiceng/core/form/form.js';
import { FormContent } from './form-content.ts';
import { baseStyles } from '../internal/base.styles.ts';
import type { Drafts } from '../internal/context.ts';
import { tokens } from '../internal/tokens.ts';
import { offerStandardWidgets } from '../widgets/standard.ts';
import { draftAddress, DraftKeeper, restoreDraft } from './drafts.ts';
import { changeOf, inConflict, invalid, sourceOf, submitted } from './event-details.ts';
import type {
  FormChangeDetail,
  FormConflictDetail,
  FormInvalidDetail,
  FormSourceDetail,
  FormSubmitDetail,
} from './form-events.ts';
import styles from './form.styles.ts';
import { FormView } from './form-view.ts';
import { draftNote, panel, type DraftNote } from './panel.ts';

/**
 * A form from one definition or JSON Schema: fields, rules, checks and messages. Takes part in native forms.
 *
 * @customElement jc-form
 *
 * @slot definition - A `<script type="application/json">` with the definition.
 * @slot schema - A `<script type="application/json">` with a JSON Schema.
 * @slot value - A `<script type="application/json">` with the data to start with.
 * @slot actions - Buttons in place of the submit button.
 * @fires {Event} input - The value is another, as with native controls; for two-way binding.
 * @fires {CustomEvent<FormChangeDetail>} jc-change - A person changed a field.
 * @fires {CustomEvent<FormSubmitDetail>} jc-submit - A person submitted, and there are no errors.
 * @fires {CustomEvent<FormInvalidDetail>} jc-invalid - A person submitted, and there are errors.
 * @fires {CustomEvent<FormConflictDetail>} jc-conflict - A newer revision of the record changed the same fields.
 * @fires {CustomEvent<FormSourceDetail>} jc-source-open - A person asked where a value comes from.
 * @csspart base - The whole form.
 * @csspart section - One group of fields.
 * @csspart field - One field with its label and messages.
 * @csspart summary - The list of errors.
 * @csspart submit - The submit button.
 */
export class JcForm extends FormContent {
  static override styles = [tokens, baseStyles, styles];

  @state() private note: DraftNote | undefined;
  @query('.body') private body!: HTMLElement;
  @query('.summary') private summary!: HTMLElement;
  @query('.live') private live!: HTMLElement;
  @query('.layer') private layer!: HTMLElement;

  private view: FormView | undefined;
  private keeper: DraftKeeper | undefined;
  private kept: Drafts | null | undefined;
  private stopFollowing: (() => void) | undefined;
  private resize: ResizeObserver | undefined;
  private warned = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize = new ResizeObserver(() => requestAnimationFrame(() => this.measure()));
    this.resize.observe(this);
    if (this.model && this.hasUpdated) this.follow();
    if (this.hasUpdated) this.view?.connect(true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize?.disconnect();
    this.stopFollowing = void this.stopFollowing?.();
    this.keeper = void this.keeper?.end();
    this.view?.connect(false);
  }

  /**
   * Validates and, without errors, fires `jc-submit`; otherwise lists the errors and goes to the first. Answers whether
   * it was submitted.
   */
  submit(): boolean {
    const form = this.ensure();
    if (!form || this.status !== 'ready' || form.validity.broken) return false;
    if (!this.validate(true)) return false;
    this.fire<FormSubmitDetail>('jc-submit', submitted(form));
    return true;
  }

  /** Shows every error; `focus` also goes to the first and fires `jc-invalid`. Answers whether there is none. */
  validate(focus = false): boolean {
    const form = this.ensure();
    if (!form) return false;
    this.view?.commit();
    const { language } = this;
    const errors = form.validateAll();
    this.view?.showErrors(errors, focus);
    if (errors.length === 0) this.view?.announce(this.text.valid);
    else if (focus) this.fire<FormInvalidDetail>('jc-invalid', invalid(errors, language));
    this.syncForm();
    return errors.length === 0;
  }

  /** Puts the focus on a field. Answers whether there is one. */
  focusField(pointer: string): boolean {
    return this.view?.focusField(pointer) ?? false;
  }

  /** Forgets the kept draft, after the host has stored the record. */
  async discardDraft(): Promise<void> {
    this.note = undefined;
    await this.keeper?.remove();
  }

  /** Writes a draft that is waiting. */
  async flushDraft(): Promise<void> {
    await this.keeper?.flush();
  }

  /** Back to what was opened, as a native form asks. */
  formResetCallback(): void {
    this.model?.reset();
    this.view?.showErrors([], false);
    this.syncForm();
  }

  protected override render(): TemplateResult {
    const { text } = this;
    const form = this.status === 'ready' ? this.ensure() : undefined;
    const definition = form?.compiled.definition;
    const head = this.bare ? undefined : definition;
    const alone = form && !this.bare && !this.readonly && this.internals.form === null;
    return html`<div class="base" part="base" role=${this.bare ? 'group' : 'form'} aria-label=${definition?.title || text.untitled}
      aria-busy=${this.status === 'loading' ? 'true' : 'false'}>
      ${head?.title ? html`<h2 class="form-title">${head.title}</h2>` : nothing}
      ${head?.description ? html`<p class="form-help">${head.description}</p>` : nothing}
      ${form ? nothing : panel({ text, language: this.language, waits: this.status === 'loading' || this.parts !== undefined, retry: this.lost || this.status === 'failed' ? this.retry : undefined, problems: this.problems })}
      ${draftNote(text, this.note, this.dropDraft)}
      <div class="summary no-print" part="summary" role="alert" tabindex="-1" hidden></div>
      <div class="body"></div>
      ${
        alone
          ? html`<div class="actions no-print"><slot name="actions"><button type="button" class="button primary"
        part="submit" ?disabled=${this.inactive} @click=${() => this.submit()}>${text.submit}</button></slot></div>`
          : html`<slot name="actions"></slot>`
      }
      <div class="live visually-hidden" role="status"></div>
      <div class="layer"></div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const form = this.status === 'ready' ? this.ensure() : undefined;
    this.measure(); // before the fields are there: after, it would lay them out a second time
    if (form && this.view?.form !== form) {
      const at = this.view?.focused;
      this.view?.dispose();
      this.view = this.draw(form);
      if (at !== undefined) this.view.focusField(at);
      this.follow();
      if (!this.warned && form.dataProblems.length > 0) {
        this.warned = true;
        console.warn(
          `Jiceng: <jc-form>: ${form.dataProblems
            .slice(0, 3)
            .map(({ pointer, reason }) => `${pointer}: ${reason.en}`)
            .join('; ')}`,
        );
      }
    } else if (!form && this.view) {
      this.view.dispose();
      this.view = undefined;
    }
    if (form && this.isConnected && this.kept !== (this.drafts ?? this.around.value.drafts)) this.keep(form);
    if (form && changed.has('record') && changed.get('record') !== undefined) this.afterSave(form);
    this.view?.disable(this.inactive);
    this.internals.ariaLabel = form?.compiled.definition.title || this.text.untitled;
    this.syncForm();
  }

  private draw(form: FormModel): FormView {
    offerStandardWidgets();
    const { body, summary, live, layer, text, language, names } = this;
    return new FormView(form, {
      body,
      summary,
      live,
      layer,
      text,
      language,
      names,
      locale: this.around.locale,
      today: form.options.now.slice(0, 10),
      organisations: this.directory.organisations,
      people: this.directory.people,
      dataSource: this.source,
      titleOfFact: (id) => this.titleOf(id.slice(0, id.indexOf('/'))),
      changed: (field, isTyped) => this.changed(field, isTyped),
      openSource: (field) => this.fire<FormSourceDetail>('jc-source-open', sourceOf(field)),
    });
  }

  /** Keeps native form, mirror and draft in step with the model. */
  private follow(): void {
    const form = this.model;
    this.stopFollowing?.();
    if (!form) return;
    this.stopFollowing = effect(() => {
      void form.revision.value;
      this.syncForm();
    });
    this.keep(form);
  }

  private keep(form: FormModel): void {
    this.keeper = void this.keeper?.end();
    const drafts = (this.kept = this.drafts ?? this.around.value.drafts);
    // what a dialog asks is short, and its record has a draft of its own
    if (this.readonly || this.bare) return;
    if (drafts === null) this.note = 'draftOff';
    if (!drafts) return;
    const person = this.person ?? this.around.value.person;
    const address = draftAddress(form, person?.personId, this.around.value.actorOrgId);
    this.keeper = new DraftKeeper(drafts, address, form, () => {
      this.note = 'draftFailed';
    });
    void restoreDraft(drafts, address, form).then((found) => {
      if (found) this.note = 'draftRestored';
    });
  }

  /** The host has stored the record, or somebody else has. */
  private afterSave(form: FormModel): void {
    if (!form.hasUnsaved.peek()) void this.discardDraft();
    const { conflicts } = this;
    this.conflicts = [];
    if (conflicts.length > 0) this.fire<FormConflictDetail>('jc-conflict', inConflict(conflicts));
  }

  private readonly dropDraft = (): void => {
    this.model?.reset();
    void this.discardDraft();
  };

  private changed(field: FieldModel, isTyped: boolean): void {
    this.syncForm();
    // What is picked in a popup is an input, too: v-model and its like listen for nothing else.
    if (!isTyped) this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.fire<FormChangeDetail>('jc-change', changeOf(field));
  }

  private fire<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true, composed: true }));
  }

  /** Columns follow the element's own width, not the window's. */
  private measure(): void {
    const base = this.renderRoot?.querySelector('.base');
    const width = this.clientWidth;
    if (!base || width === 0) return;
    const scale = this.size === 'elder' ? 1.5 : this.size === 'large' ? 1.25 : 1;
    base.classList.toggle('middle', width >= 520 * scale && width < 860 * scale);
    base.classList.toggle('wide', width >= 860 * scale);
    base.classList.toggle('is-readonly', this.readonly);
  }
}
