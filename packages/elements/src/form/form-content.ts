import type { FormSnapshot } from '@jiceng/core/form/contract.js';
import type { Json } from '@jiceng/core/json/json.js';
import { HiddenMirror } from './mirror.ts';
import { ModelledForm } from './modelled-form.ts';
import { linesOf, plainText, printHTML } from './reading.ts';

/** What a page, and a native form around it, may ask of a form's content. */
export abstract class FormContent extends ModelledForm {
  private readonly mirrored = new HiddenMirror();

  /** The visible content as text, for reading aloud and searching. */
  getPlainText(): string {
    const form = this.ensure();
    return form ? plainText(linesOf(form, this.names), this.names) : '';
  }

  /** Self-contained HTML with every row, for print tools that clone markup. */
  getPrintHTML(): string {
    const form = this.ensure();
    return form ? printHTML(linesOf(form, this.names)) : '';
  }

  /** The content at this moment, with half-typed text. */
  snapshot(): FormSnapshot | undefined {
    return this.ensure()?.snapshot();
  }

  /** Goes back to a snapshot. */
  restore(snapshot: FormSnapshot): void {
    this.ensure()?.restore(snapshot);
  }

  /** Takes back the last step. */
  undo(): boolean {
    return this.ensure()?.undo() ?? false;
  }

  /** Makes the last step taken back again. */
  redo(): boolean {
    return this.ensure()?.redo() ?? false;
  }

  /** Brings back what the browser kept. */
  formStateRestoreCallback(kept: string | FormData | null): void {
    if (typeof kept !== 'string') return;
    try {
      this.value = JSON.parse(kept) as Json;
    } catch {
      // Not ours: another control of the same name.
    }
  }

  override checkValidity(): boolean {
    this.syncForm();
    return super.checkValidity();
  }

  protected formValue(): string | null {
    if (this.name === '' || this.mirror) return null;
    const { value } = this;
    return value === undefined ? null : JSON.stringify(value);
  }

  protected verdict(): { flags: ValidityStateFlags; message?: string } {
    if (!this.hasUpdated) return { flags: {} };
    const error = this.ensure()
      ?.problems()
      .find(({ level }) => level === 'error');
    return error
      ? {
          flags: error.code === 'required' ? { valueMissing: true } : { customError: true },
          message: error.reason[this.language],
        }
      : { flags: {} };
  }

  protected anchor(): HTMLElement | null {
    return this.renderRoot?.querySelector<HTMLElement>('.invalid .input, .input, .tickbox') ?? null;
  }

  protected override syncForm(): void {
    if (this.internals.form === null && !this.mirror && this.name === '') return;
    super.syncForm();
    if (this.isConnected)
      this.mirrored.show(
        this,
        this.name,
        this.mirror ? JSON.stringify(this.ensure()?.value.peek() ?? null) : undefined,
      );
  }
}
