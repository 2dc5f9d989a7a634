import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Report } from '@jiceng/core/generated/report.js';
import type { Json } from '@jiceng/core/json/json.js';
import { blockTexts } from './model/blocks.messages.ts';
import { beginnings, type Beginning } from './model/beginnings.ts';
import { linesOf, widthOf } from './model/layout.ts';
import type { ReportBuilderTexts } from './report-builder.messages.ts';

/** With what one begins: the data of a form, or a ready report. */
type StartFrom = 'forms' | 'reports';

/** What one can begin with. */
export interface StartView {
  readonly texts: ReportBuilderTexts;
  readonly locale: string;
  readonly definitions: readonly Definition[];
  readonly templates: readonly Report[];
  /** Titles of groups, in their order. */
  readonly groups: Readonly<Record<string, string>>;
  fromForm(definition: Definition): void;
  fromReport(report: Report): void;
}

/** Begins a report, by group: from the data of a form, or from a ready report, whose picture shows what is in it. */
export class Start {
  private readonly host: ReactiveControllerHost;
  private from: StartFrom = 'forms';
  /** Words typed into the search. */
  private typed = '';

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  draw({ texts, locale, definitions, templates, groups, fromForm, fromReport }: StartView): TemplateResult {
    const choice = (to: StartFrom, words: string, count: number): TemplateResult =>
      html`<button type="button" class="button" aria-pressed=${to === this.from ? 'true' : 'false'}
        @click=${() => this.turn(to)}>${words}（${count}）</button>`;
    const gallery = <T extends Beginning>(
      all: readonly T[],
      take: (one: T) => void,
      picture: (one: T) => TemplateResult | typeof nothing,
    ): TemplateResult => {
      const found = beginnings(all, groups, this.typed);
      if (found.length === 0)
        return html`<p class="weak" role="status">${all.length === 0 ? texts.noForms : texts.noMatch}</p>`;
      return html`${found.map(
        ({ title, list }) =>
          html`<section><h4>${title === '' ? texts.otherGroup : title}</h4><ul class="starts">${list.map(
            (one) => html`<li><button type="button"
      class="beginning" @click=${() => take(one)}>${picture(one)}<span><b>${one.title}</b>${one.description ?? ''}</span></button></li>`,
          )}</ul></section>`,
      )}`;
    };
    return html`<div class="begin">
    <h3>${texts.start}</h3><p class="weak">${texts.startHelp}</p>
    <div class="begin-bar"><span role="group"
      aria-label=${texts.start}>${choice('forms', texts.fromForm, definitions.length)}${templates.length === 0 ? nothing : choice('reports', texts.fromReport, templates.length)}</span>
      <input class="input search" type="search" aria-label=${texts.searchStart} placeholder=${texts.searchStart}
        .value=${this.typed} @input=${this.type}></div>
    ${
      this.from === 'forms'
        ? gallery(definitions, fromForm, () => nothing)
        : gallery(templates, fromReport, (report) => picture(report, locale))
    }
  </div>`;
  }

  private turn(from: StartFrom): void {
    this.from = from;
    this.host.requestUpdate();
  }

  private readonly type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.host.requestUpdate();
  };
}

/** A small picture of a report's blocks as they stand on the page, and the same in words. */
function picture(report: Report, locale: string): TemplateResult {
  const kinds = blockTexts(locale);
  const words = report.blocks.map(({ block }) => kinds[block]?.[0] ?? '');
  return html`<span class="mini" role="img" aria-label=${[...new Set(words)].join('、')}>${linesOf(
    report as unknown as Json,
  ).map(
    (line) =>
      html`<span class="mini-line">${line.map((at) => {
        const block = report.blocks[at];
        return block
          ? html`<span class=${`mini-block ${block.block} wide-${widthOf(block as unknown as Json)}`}></span>`
          : nothing;
      })}</span>`,
  )}</span>`;
}
