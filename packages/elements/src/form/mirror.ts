/** The one hidden input in the page that carries a form's value, for libraries that read forms themselves. */
export class HiddenMirror {
  private input: HTMLInputElement | undefined;

  /** Puts `value` under `name` among the children of `host`; without either nothing is there. */
  show(host: HTMLElement, name: string, value: string | undefined): void {
    if (value === undefined || name === '') {
      this.input?.remove();
      return;
    }
    if (!this.input) {
      this.input = document.createElement('input');
      this.input.type = 'hidden';
    }
    this.input.name = name;
    this.input.value = value;
    if (this.input.parentNode !== host) host.append(this.input);
  }
}
