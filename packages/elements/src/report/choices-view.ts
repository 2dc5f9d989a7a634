import type { Report } from '@jiceng/core/generated/report.js';
import type { Chosen } from '@jiceng/core/report/chosen.js';
import type { ReportSources } from '@jiceng/core/report/sources.js';
import { languageOf } from '@jiceng/core/report/words/report.messages.js';
import { offsetPeriod, periodOf } from '@jiceng/core/time/period.js';
import { periodWords } from '@jiceng/core/time/period-words.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ReportTexts } from './report.messages.ts';

/** Periods that can be chosen, back from the present one. */
const PERIODS = 13;

export interface ChoicesInput {
  readonly report: Report;
  readonly sources: ReportSources;
  readonly chosen: Chosen;
  /** Members of each dimension that the reader may choose. */
  readonly members: ReadonlyMap<string, readonly { readonly id: string; readonly title: string }[]>;
  readonly texts: ReportTexts;
  readonly locale: string;
  choose(chosen: Chosen): void;
}

/** What the reader chooses: period, organisation, members of dimensions. */
export function choicesView(input: ChoicesInput): TemplateResult | typeof nothing {
  const { choices, dimensions } = input.report;
  if (!choices) return nothing;
  return html`<div class="choices no-print" part="choices">${periodView(input)}${organisationView(input)}
    ${(choices.filters ?? []).map(({ dimension }) =>
      selectView(
        dimensions?.find(({ id }) => id === dimension)?.title ?? dimension,
        input.chosen.filters?.[dimension]?.[0] ?? '',
        [{ id: '', title: input.texts.all }, ...(input.members.get(dimension) ?? [])],
        (id) =>
          input.choose({ ...input.chosen, filters: { ...input.chosen.filters, [dimension]: id === '' ? [] : [id] } }),
      ),
    )}</div>`;
}

function periodView({ report, sources, chosen, texts, locale, choose }: ChoicesInput): TemplateResult | typeof nothing {
  const kind = report.choices?.period?.kind;
  const present = kind && periodOf(sources.now, kind);
  if (!kind || present === undefined) return nothing;
  const codes = new Set<string>();
  for (let by = 0; by > -PERIODS; by--) {
    const code = offsetPeriod(present, by);
    if (code !== undefined) codes.add(code);
  }
  if (chosen.period !== undefined) codes.add(chosen.period);
  const step = (by: number) => {
    const code = chosen.period === undefined ? undefined : offsetPeriod(chosen.period, by);
    if (code !== undefined) choose({ ...chosen, period: code });
  };
  return html`${selectView(
    texts.period,
    chosen.period ?? '',
    [...codes].map((id) => ({ id, title: periodWords(id, languageOf(locale)) })),
    (period) => choose({ ...chosen, period }),
  )}
    <button type="button" class="button" @click=${() => step(-1)}>${texts.previous}</button><button type="button"
      class="button" ?disabled=${chosen.period === present} @click=${() => step(1)}>${texts.next}</button>`;
}

function organisationView({ report, sources, chosen, texts, choose }: ChoicesInput): TemplateResult | typeof nothing {
  const levels = report.choices?.organisation?.levels;
  if (!levels) return nothing;
  const options = [...sources.organisations.organisations()]
    .filter(({ orgLevel, isActive, orgId }) => (isActive && levels.includes(orgLevel)) || orgId === chosen.organisation)
    .sort((a, b) => (a.orgCode < b.orgCode ? -1 : 1))
    .map(({ orgId, orgShortName }) => ({ id: orgId, title: orgShortName }));
  return selectView(
    texts.organisation,
    chosen.organisation ?? '',
    chosen.organisation === undefined ? [{ id: '', title: texts.all }, ...options] : options,
    (id) => {
      const { organisation: _, ...rest } = chosen;
      choose(id === '' ? rest : { ...rest, organisation: id });
    },
  );
}

function selectView(
  label: string,
  value: string,
  options: readonly { readonly id: string; readonly title: string }[],
  choose: (id: string) => void,
): TemplateResult {
  return html`<label><span>${label}</span><select .value=${live(value)}
    @change=${(event: Event) => choose((event.currentTarget as HTMLSelectElement).value)}>${options.map(
      ({ id, title }) => html`<option value=${id}
    ?selected=${id === value}>${title}</option>`,
    )}</select></label>`;
}
