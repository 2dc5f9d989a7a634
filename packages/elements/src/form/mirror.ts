import { make } from '../internal/nodes.ts';

/** The one hidden input in the page that carries a form's value, for libraries that read forms themselves. */
export class HiddenMirror {
  private readonly input = make('input', { type: 'hidden' });

  /** Puts `value` under `name` among the children of `host`; without either nothing is there. */
  show(host: HTMLElement, name: string, value: string | undefined): void {
    const { input } = this;
    if (value === undefined || name === '') return input.remove();
    input.name = name;
    input.value = value;
    if (input.parentNode !== host) host.append(input);
  }
}
