import type { Json } from '@jiceng/core/json/json.js';
import { shownNumber } from '@jiceng/core/score/explain.js';
import type { ItemNode } from '@jiceng/core/score/tree.js';
import { readNumber } from '@jiceng/core/typed/typed-number.js';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { addFilesButton } from '../internal/add-files.ts';
import { unlessTyping } from '../internal/unless-typing.ts';
import type { ScorecardTexts } from './scorecard.messages.ts';

/** What the entry widgets need of the element. */
export interface Entering {
  readonly texts: ScorecardTexts;
  readonly disabled: boolean;
  readonly title: string;
  /** A prefix that is unique on the page. */
  readonly id: string;
  /** What is wrong with what was typed, by field; absent: nothing. */
  readonly problem: (key: EntryKey) => string | undefined;
  /** The text as it was typed where it could not be taken, so that it stays. */
  readonly typed: (key: EntryKey) => string | undefined;
  readonly change: (key: EntryKey, value: Json | undefined) => void;
  readonly refuse: (key: EntryKey, typed: string, problem: string) => void;
  /** Whether the optional evidence is shown; it is, as soon as there is any. */
  readonly evidence: boolean;
  readonly showEvidence: () => void;
  readonly addFiles: (files: readonly File[]) => void;
  readonly fileName: (id: string) => string;
}

export type EntryKey = 'selfScore' | 'answer' | 'reviewScore' | 'deductReason' | 'evidenceNote' | 'attachments';

/** Answer or points, note and files of an item that people fill in. */
export function entryParts(node: ItemNode, tools: Entering): TemplateResult {
  return html`
    <div class="entry">
      ${node.item.method === 'boolean' ? choice(node, tools) : number(node, node.item.method === 'manual' || node.missing ? 'selfScore' : 'answer', tools)}
      ${evidence(node, tools)}
    </div>
  `;
}

function evidence(node: ItemNode, tools: Entering): TemplateResult {
  const { entry } = node;
  if (tools.evidence || entry.evidenceNote !== '' || entry.attachments.length > 0)
    return html`${note(node, tools)}${files(node, tools)}`;
  return html`<button type="button" class="button plain" ?disabled=${tools.disabled}
    aria-label=${`${tools.texts.evidence}${tools.texts.marks.colon}${tools.title}`}
    @click=${tools.showEvidence}>${tools.texts.evidence}</button>`;
}

/** The reviewer's points, and the reason as soon as they are lower than what was there. */
export function reviewParts(node: ItemNode, tools: Entering): TemplateResult {
  return html`<div class="entry review">
    ${number(node, 'reviewScore', tools)}
    ${isLowered(node) ? reason(node, tools) : nothing}
  </div>`;
}

/** Whether the review is below what was computed or self-assessed, which needs a reason. */
export function isLowered({ review, computed, self }: ItemNode): boolean {
  const before = computed ?? self;
  return review !== null && before !== null && review < before;
}

/** Lowest and highest points that may be entered for an item. */
export function rangeOf({ dimension, max, item }: ItemNode): readonly [number, number] {
  return [
    dimension.adjust === true ? (dimension.floor ?? -Infinity) : 0,
    item.method === 'manual' || max > 0 ? item.max : max,
  ];
}

function choice({ entry }: ItemNode, { texts, disabled, title, id, change }: Entering): TemplateResult {
  const radio = (value: boolean, label: string) => html`
    <label class="choice"><input type="radio" name=${`${id}-answer`} .checked=${live(entry.answer === value)}
      ?disabled=${disabled}
      @change=${() => change('answer', value)} /><span>${label}</span></label>`;
  return html`<fieldset class="field"><legend class="label">${texts.answer}<span class="visually-hidden">${texts.marks.colon}${title}</span></legend>
    <div class="choices">${radio(true, texts.yes)}${radio(false, texts.no)}</div></fieldset>`;
}

function number(node: ItemNode, key: 'selfScore' | 'reviewScore' | 'answer', tools: Entering): TemplateResult {
  const { texts, disabled, title, id } = tools;
  const [low, high] = rangeOf(node);
  const points = key !== 'answer';
  const value = node.entry[key];
  const shown = tools.typed(key) ?? (typeof value === 'number' ? String(value) : '');
  const problem = tools.problem(key);
  const describe = `${id}-${key}-help`;
  const range = points && Number.isFinite(low) ? texts.range(shownNumber(low), shownNumber(high)) : '';
  const help =
    key === 'reviewScore' ? [range, texts.keep].filter((text) => text !== '').join(texts.marks.comma) : range;
  const take = (event: Event) => {
    const typed = (event.target as HTMLInputElement).value;
    const read = readNumber(typed);
    if (!read.ok) return tools.refuse(key, typed, texts.notNumber);
    if (points && read.value !== undefined && (read.value < low || read.value > high)) {
      return tools.refuse(
        key,
        typed,
        texts.outOfRange(Number.isFinite(low) ? shownNumber(low) : '—', shownNumber(high)),
      );
    }
    tools.change(key, read.value);
  };
  const label = key === 'reviewScore' ? texts.review : points ? texts.selfScore : texts.answerValue;
  return html`<div class="field">
    <label class="label" for=${`${id}-${key}`}>${label}<span class="visually-hidden">${texts.marks.colon}${title}</span></label>
    <span class="with-unit"><input id=${`${id}-${key}`} class="input number" type="text" inputmode="decimal"
      autocomplete="off" .value=${unlessTyping(shown)}
      ?disabled=${disabled} aria-invalid=${problem ? 'true' : 'false'} aria-describedby=${describe}
      @change=${take} /><span class="unit">${points ? texts.unit : (node.item.unit ?? '')}</span></span>
    <span id=${describe} class=${problem ? 'problem' : 'help'}
      role=${problem ? 'alert' : nothing}>${problem ?? help}</span>
  </div>`;
}

function note({ entry }: ItemNode, { texts, disabled, title, id, change }: Entering): TemplateResult {
  return html`<div class="field wide">
    <label class="label" for=${`${id}-note`}>${texts.note}<span class="visually-hidden">${texts.marks.colon}${title}</span></label>
    <textarea id=${`${id}-note`} class="input" rows="1" maxlength="500" .value=${unlessTyping(entry.evidenceNote)}
      ?disabled=${disabled}
      @change=${(event: Event) => change('evidenceNote', (event.target as HTMLTextAreaElement).value.trim() || undefined)}></textarea>
  </div>`;
}

function reason({ entry }: ItemNode, { texts, disabled, title, id, change }: Entering): TemplateResult {
  const missing = entry.deductReason.trim() === '';
  return html`<div class="field wide">
    <label class="label" for=${`${id}-reason`}>${texts.reason}<span class="required"
      aria-hidden="true">*</span><span class="visually-hidden">${texts.marks.colon}${title}</span></label>
    <textarea id=${`${id}-reason`} class="input" rows="1" maxlength="500" required
      aria-invalid=${missing ? 'true' : 'false'} aria-describedby=${`${id}-reason-help`}
      .value=${unlessTyping(entry.deductReason)} ?disabled=${disabled}
      @change=${(event: Event) => change('deductReason', (event.target as HTMLTextAreaElement).value.trim() || undefined)}></textarea>
    <span id=${`${id}-reason-help`} class="problem">${missing ? texts.reasonNeeded : ''}</span>
  </div>`;
}

function files(
  { entry }: ItemNode,
  { texts, disabled, title, id, change, addFiles, fileName }: Entering,
): TemplateResult {
  const ids = entry.attachments.filter((file): file is string => typeof file === 'string');
  return html`<div class="field files">
    <span class="label" id=${`${id}-files`}>${texts.files}<span class="visually-hidden">${texts.marks.colon}${title}</span></span>
    <ul aria-labelledby=${`${id}-files`}>${ids.map(
      (file, at) => html`<li><bdi>${fileName(file)}</bdi>
      <button type="button" class="button plain" ?disabled=${disabled} aria-label=${texts.removeFile(fileName(file))}
        @click=${() =>
          change(
            'attachments',
            ids.filter((_, index) => index !== at),
          )}>×</button></li>`,
    )}</ul>
    ${disabled ? nothing : addFilesButton(ids.length, texts.addFile, texts.marks.colon + title, addFiles)}
  </div>`;
}
