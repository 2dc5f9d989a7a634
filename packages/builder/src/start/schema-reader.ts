import { adoptSchema, type AdoptedSchema } from '@jiceng/core/admit/from-schema.js';
import type { Language, Problem } from '@jiceng/core/text/problem.js';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { messages, type Messages } from './start.messages.ts';

/** Reads a JSON Schema that somebody types or takes from a file, and says what came of it. */
export class SchemaReader {
  /** What a form can begin with; `undefined` while there is nothing readable. */
  adopted: AdoptedSchema | undefined;
  private problems: readonly Problem[] = [];
  private typed = '';
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  draw(text: Messages, language: Language): TemplateResult {
    const { adopted, problems } = this;
    return html`<label class="field">${text.schemaLabel} <span class="weak">${text.schemaHelp}</span><textarea rows="8"
      spellcheck="false" .value=${this.typed} @input=${this.type}></textarea></label>
      <label class="field">${text.file}<input type="file" accept=".json,application/json"
        @change=${this.readFile}></label>
      <div role="status">${adopted ? html`<p class="read">${text.schemaRead(Object.keys(adopted.record['properties'] as object).length)}</p>` : nothing}
        ${problems.length === 0 ? nothing : html`<div class="note ${adopted ? '' : 'bad'}">${adopted ? text.notes : nothing}<ul>${problems.map(({ reason }) => html`<li>${reason[language]}</li>`)}</ul></div>`}</div>`;
  }

  private readonly type = (event: Event): void => this.read((event.target as HTMLTextAreaElement).value);

  private readonly readFile = (event: Event): void => {
    const file = (event.target as HTMLInputElement).files?.[0];
    file?.text().then(
      (text) => this.read(text),
      () => {
        this.adopted = undefined;
        this.refuse('file-unread', 'fileUnread');
        this.host.requestUpdate();
      },
    );
  };

  private read(text: string): void {
    this.typed = text;
    this.adopted = undefined;
    this.problems = [];
    if (text.trim() !== '') this.adopt(text);
    this.host.requestUpdate();
  }

  private adopt(text: string): void {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      this.refuse('not-json', 'notJson');
      return;
    }
    const result = adoptSchema(value);
    this.adopted = result.ok ? result.value : undefined;
    this.problems = result.ok ? result.value.notes : result.problems;
  }

  private refuse(code: string, text: 'notJson' | 'fileUnread'): void {
    this.problems = [{ pointer: '', code, reason: { 'zh-CN': messages('zh-CN')[text], en: messages('en')[text] } }];
  }
}
