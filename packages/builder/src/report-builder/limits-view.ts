import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isObject, own, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { ReportView } from '@jiceng/elements/report/report.js';
import type { Edit } from '../document/edit.ts';
import { put } from './acts.ts';
import { derivedOffers } from './model/derived.ts';
import { addStep, limitEdits, limitsOf, removeStep, threeSteps, type Limit } from './model/limits.ts';
import { REPORT_CHOICES } from './properties.messages.ts';
import { messages, type ReportBuilderTexts } from './report-builder.messages.ts';
import type { ReportSession } from './report-session.ts';

/**
 * How the selected measure is computed in words, what it should reach and how it is coloured, as a form of its own, and
 * what can be made of it, for the block at `block`; nothing where no measure is selected.
 */
export function limitsView(
  session: ReportSession,
  pointer: string,
  block: string | undefined,
  texts: ReportBuilderTexts,
  shown: Pick<ReportView, 'noteOf'> | null,
): TemplateResult | typeof nothing {
  const report = session.value.value;
  const limits = limitsOf(report, pointer);
  if (!limits) return nothing;
  const { target, steps, isDown } = limits;
  const language = session.language.value;
  const unit = String(unitOf(session, pointer) ?? '');
  const change = (what: (texts: ReportBuilderTexts) => string, edits: readonly Edit[] | undefined): void => {
    if (edits && edits.length > 0)
      session.attempt(
        {
          title: {
            'zh-CN': messages('zh-CN').did.set(what(messages('zh-CN'))),
            en: messages('en').did.set(what(messages('en'))),
          },
        },
        edits,
      );
  };
  const typed = (event: Event): string => (event.target as HTMLInputElement).value;
  const id = String(own(valueAt(report, pointer) as JsonObject, 'id'));
  const note = shown?.noteOf(id) ?? '';
  const derived = derivedOffers(report, id, language);
  const number = (
    label: string,
    limit: Limit,
    place: string,
    what: (texts: ReportBuilderTexts) => string,
  ): TemplateResult =>
    html`<input class="input limit" inputmode="decimal" aria-label=${label} title=${limit.parameter ?? nothing}
      .value=${live(limit.text)} @change=${(event: Event) => change(what, limitEdits(report, place, typed(event)))}>`;
  const tones = own(REPORT_CHOICES, 'tone') ?? {};
  return html`${
    note === ''
      ? nothing
      : html`<section class="how"
    aria-label=${texts.how}><b>${texts.how}</b><p>${note}</p></section>`
  }<section class="limits"
    aria-label=${texts.limits}><h3 class="side-title">${texts.limits}</h3>
    <p class="limit-line"><label>${texts.target} ${number(texts.target, target, `${pointer}/target`, (words) => words.target)}</label> ${unit}${target.parameter === undefined ? nothing : html` <span class="weak">${texts.held(target.parameter)}</span>`}</p>
    <ol class="steps">${steps.map((step, at) => {
      const place = `${pointer}/thresholds/${at}`;
      const isRest = at === steps.length - 1 && step.at.text === '';
      return html`<li class="limit-line"><span class=${`tone ${step.tone}`} aria-hidden="true"></span>
        <select class="input" aria-label=${texts.colour(at + 1)}
          @change=${(event: Event) => change((words) => words.limits, [{ set: `${place}/tone`, value: typed(event) }])}>${Object.entries(
            tones,
          ).map(
            ([tone, title]) => html`<option value=${tone}
          ?selected=${tone === step.tone}>${title[language === 'zh-CN' ? 0 : 1]}</option>`,
          )}</select>
        <input class="input" aria-label=${texts.word(at + 1)} maxlength="20" .value=${live(step.title)} @change=${(
          event: Event,
        ) => {
          if (typed(event).trim() !== '')
            change((words) => words.limits, [{ set: `${place}/title`, value: typed(event).trim() }]);
        }}>
        ${isRest ? html`<span class="weak">${texts.rest}</span>` : html`<span class="weak">${isDown ? texts.upTo : texts.from}</span>${number(texts.limit(at + 1), step.at, `${place}/at`, (words) => words.limits)}`}
        <button type="button" class="small" aria-label=${texts.removeStep(at + 1)} title=${texts.removeStep(at + 1)}
          @click=${() => change((words) => words.limits, removeStep(report, pointer, at))}>✕</button></li>`;
    })}</ol>
    <p class="add"><button type="button" class="button small" ?disabled=${steps.length >= 8}
      @click=${() => change((words) => words.limits, addStep(report, pointer, texts.newStep))}>${texts.addStep}</button>
      <button type="button" class="button small" ?disabled=${target.text === ''}
        title=${target.text === '' ? texts.needsTarget : nothing}
        @click=${() => change((words) => words.limits, threeSteps(report, pointer, texts.three))}>${texts.threeSteps}</button></p>
  </section>${
    derived.length === 0
      ? nothing
      : html`<section class="limits derived"
    aria-label=${texts.derive}><h3 class="side-title">${texts.derive}</h3><p class="add">${derived.map(
      (offer) => html`<button type="button"
    class="button small" @click=${() => put(session, block, offer)}>+ ${offer.title}</button>`,
    )}</p></section>`
  }`;
}

function unitOf(session: ReportSession, pointer: string): unknown {
  const measure = valueAt(session.value.peek(), pointer);
  return isObject(measure) ? (own(measure, 'unit') ?? (own(measure, 'type') === 'percent' ? '%' : '')) : '';
}
