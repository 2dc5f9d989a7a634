import { html, nothing, type TemplateResult } from 'lit';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Report } from '@jiceng/core/generated/report.js';
import type { ReportBuilderTexts } from './report-builder.messages.ts';

/** What one can begin with. */
export interface StartView {
  readonly texts: ReportBuilderTexts;
  readonly definitions: readonly Definition[];
  readonly templates: readonly Report[];
  readonly typed: string;
  type(words: string): void;
  fromForm(definition: Definition): void;
  fromReport(report: Report): void;
}

/** So many are listed before a word has to be typed. */
const MOST = 40;

/** Begins a report: from the data of a form, or from a ready report. */
export function startView({ texts, definitions, templates, typed, type, fromForm, fromReport }: StartView): TemplateResult {
  const words = typed.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  const fits = ({ title, description }: { readonly title: string; readonly description?: string }): boolean => words.every((word) => `${title} ${description ?? ''}`.toLowerCase().includes(word));
  const list = <T extends { readonly title: string; readonly description?: string }>(all: readonly T[], take: (one: T) => void): TemplateResult => {
    const found = all.filter(fits);
    return found.length === 0 ? html`<p class="weak">${all.length === 0 ? texts.noForms : texts.noMatch}</p>` : html`<ul class="starts">${found.slice(0, MOST).map((one) => html`<li><button type="button" class="beginning" @click=${() => take(one)}><b>${one.title}</b><span>${one.description ?? ''}</span></button></li>`)}</ul>
      ${found.length > MOST ? html`<p class="weak">${texts.tooMany(found.length)}</p>` : nothing}`;
  };
  return html`<div class="begin">
    <h3>${texts.start}</h3><p class="weak">${texts.startHelp}</p>
    <input class="input search" type="search" aria-label=${texts.search} placeholder=${texts.search} .value=${typed} @input=${(event: Event) => type((event.target as HTMLInputElement).value)}>
    <h4>${texts.fromForm}</h4>${list(definitions, fromForm)}
    ${templates.length === 0 ? nothing : html`<h4>${texts.fromReport}</h4>${list(templates, fromReport)}`}
  </div>`;
}
