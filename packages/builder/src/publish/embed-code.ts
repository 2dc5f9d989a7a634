import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { baseStyles } from '@jiceng/elements/internal/base.styles.js';
import { tokens } from '@jiceng/elements/internal/tokens.js';
import { embedFiles, HOSTS, type Host } from './embed.ts';
import { messages } from './publish.messages.ts';
import styles from './publish.styles.ts';

/** Where the script of this page lies, as the code to paste should begin. */
const FOLDER = '/kit';

/**
 * Code to paste into an existing page, for the way in which that page is made.
 *
 * @customElement jc-embed-code
 *
 * @csspart base - Everything.
 */
export class EmbedCode extends LitElement {
  static override styles = [tokens, baseStyles, styles];

  /** The form to be put into the page. */
  @property({ attribute: false }) definition: Definition | undefined;
  /** Language tag. */
  @property() locale = 'zh-CN';

  @state() private host: Host = 'html';
  @state() private folder = FOLDER;
  @state() private said: { readonly name: string; readonly text: string } | undefined;

  protected override render(): TemplateResult {
    const text = messages(this.locale);
    const files = this.definition ? embedFiles(this.host, this.definition, this.folder) : [];
    return html`<div class="base" part="base">
      <p class="weak">${text.embedHelp}</p>
      <div class="choices" role="radiogroup" aria-label=${text.host}>
        ${HOSTS.map(
          (host) => html`<label class="choice"><input type="radio" name="host" .checked=${host === this.host}
          @change=${() => this.choose(host)}>${text.hosts[host]}</label>`,
        )}
      </div>
      <label class="folder">${text.folder}<input type="text" .value=${this.folder} @input=${this.setFolder}></label>
      ${files.map(
        ({ name, code }) => html`<div class="file">
        <div class="file-head"><b>${name}</b><button class="button" type="button" aria-label=${`${text.copy} ${name}`}
          @click=${(event: Event) => void this.copy(name, code, event)}>${text.copy}</button><span role="status">${this.said?.name === name ? this.said.text : ''}</span></div>
        <textarea readonly spellcheck="false" aria-label=${name} rows=${Math.min(14, code.split('\n').length)}
          .value=${code}></textarea>
      </div>`,
      )}
    </div>`;
  }

  private choose(host: Host): void {
    this.host = host;
    this.said = undefined;
  }

  private readonly setFolder = (event: Event): void => {
    this.folder = (event.target as HTMLInputElement).value.replace(/[<>"'\s]|\/+$/g, '');
  };

  /** Plain http pages have no clipboard of their own: there the old command copies what is selected. */
  private async copy(name: string, code: string, event: Event): Promise<void> {
    const text = messages(this.locale);
    const area = (event.currentTarget as Element).closest('.file')?.querySelector('textarea');
    const clipboard = navigator.clipboard as Clipboard | undefined;
    const done = clipboard
      ? await clipboard.writeText(code).then(
          () => true,
          () => copySelected(area),
        )
      : copySelected(area);
    this.said = { name, text: done ? text.copied : text.copyFailed };
  }
}

function copySelected(area: HTMLTextAreaElement | null | undefined): boolean {
  area?.select();
  return document.execCommand('copy');
}
