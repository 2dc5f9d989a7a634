import { html, nothing, type TemplateResult } from 'lit';

/** Evidence is optional, and a few files are enough. Storing them is the host's business. */
const MOST = 3;

/**
 * A button that adds files to the `held` ones, as many as there is room for; `about` is what they belong to, for screen
 * readers.
 */
export function addFilesButton(
  held: number,
  text: string,
  about: string,
  add: (files: readonly File[]) => void,
): TemplateResult | typeof nothing {
  if (held >= MOST) return nothing;
  const take = (event: Event) => {
    const input = event.target as HTMLInputElement;
    add([...(input.files ?? [])].slice(0, MOST - held));
    input.value = '';
  };
  return html`<label class="button file"><input class="visually-hidden" type="file" multiple aria-label=${text + about}
    @change=${take} />${text}</label>`;
}
