import { LitElement, type PropertyDeclaration } from 'lit';
import { property } from 'lit/decorators.js';

/** Base of every form control: keeps the form's value and validity in step with the properties. */
export abstract class FormControl extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  protected readonly internals: ElementInternals = this.attachInternals();
  private started = false;

  /** What a native form sends under `name`; `null` sends nothing. */
  protected abstract formValue(): string | FormData | null;
  /** What is wrong; no flags: nothing. */
  protected abstract verdict(): { readonly flags: ValidityStateFlags; readonly message?: string };
  /** The focusable child that a message points at. */
  protected abstract anchor(): HTMLElement | null;

  /** Name under which a native form sends the value. */
  @property() name = '';

  /** Disables this control. A disabled fieldset makes it inactive too, but leaves this property alone. */
  @property({ type: Boolean, noAccessor: true })
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(on: boolean) {
    this.toggleAttribute('disabled', on);
  }

  /** Whether it, or a fieldset around it, is disabled. */
  protected get inactive(): boolean {
    return this.matches(':disabled');
  }

  /** The native form it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  /** Its verdict in the browser's own shape. */
  get validity(): ValidityState {
    return this.internals.validity;
  }
  /** Why it is invalid; empty when it is valid. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }
  /** Whether it takes part in validation. */
  get willValidate(): boolean {
    return this.internals.willValidate;
  }
  /** The labels that point at it. */
  get labels(): NodeList {
    return this.internals.labels;
  }
  /** Whether it is valid; fires the native `invalid` event when it is not. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }
  /** As checkValidity, and shows why not. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formDisabledCallback(): void {
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.started = true;
    this.syncForm();
  }

  // Forms are read synchronously, so their value cannot wait for Lit's asynchronous update.
  override requestUpdate(name?: PropertyKey, old?: unknown, options?: PropertyDeclaration): void {
    super.requestUpdate(name, old, options);
    if (this.started && name !== undefined) this.syncForm();
  }

  /** Hands value and validity to the native form. Controls call it after each update, too. */
  protected syncForm(): void {
    const { flags, message } = this.verdict();
    const anchor = this.anchor();
    this.internals.setFormValue(this.formValue());
    if (Object.keys(flags).length === 0) this.internals.setValidity({});
    else this.internals.setValidity(flags, message || ' ', anchor ?? undefined);
  }
}
