import { html, nothing, type TemplateResult } from 'lit';
import { sameJson } from '@jiceng/core/json/changes.js';
import { leafChanges } from '@jiceng/core/engine/change.js';
import type { Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { plainText } from '@jiceng/core/schema/fields/kinds.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Sample } from '@jiceng/core/engine/dry-run.js';
import { fieldName, type NamedField } from './addresses.ts';
import type { Messages } from './versions.messages.ts';

/** At most so many values of one record are shown. */
const MOST_VALUES = 8;

/** Records before and after, only what differs; those that would be wrong say why. */
export function sampleTable(
  samples: readonly Sample[],
  fields: readonly NamedField[],
  language: Language,
  text: Messages,
): TemplateResult {
  return html`<div class="scroll" role="group" tabindex="0" aria-label=${text.samples}><table class="samples">
    <thead><tr><th scope="col">${text.field}</th><th scope="col">${text.sampleBefore}</th><th scope="col">${text.sampleAfter}</th></tr></thead>
    ${samples.map(
      (sample, at) => html`<tbody><tr class="sample-head"><th colspan="3"
      scope="rowgroup">${text.sample(at + 1, sample.before.subject?.title ?? '')}</th></tr>${rowsOf(sample, fields, text)}${sample.problems
        .slice(0, MOST_VALUES)
        .map(
          ({ reason }) => html`<tr><td colspan="3"
      class="bad">${reason[language]}</td></tr>`,
        )}</tbody>`,
    )}
  </table></div>`;
}

function rowsOf({ before, after }: Sample, fields: readonly NamedField[], text: Messages): TemplateResult {
  const changed = leafChanges(before.data as Json, after.data as Json).map((pointer) => ({
    name: fieldName(fields, pointer.replace(/\/\d+(?=\/|$)/g, '/*')),
    old: valueAt(before.data as Json, pointer),
    now: valueAt(after.data as Json, pointer),
  }));
  const taken = new Set<unknown>();
  const rows = changed.flatMap((change) => {
    if (taken.has(change)) return [];
    // A value that only went elsewhere is one row.
    const there =
      change.now === undefined
        ? changed.find((other) => !taken.has(other) && other.old === undefined && sameJson(other.now, change.old))
        : undefined;
    if (there) taken.add(there);
    return [
      there
        ? row(there.name, shown(change.old, text), shown(there.now, text))
        : row(change.name, shown(change.old, text), shown(change.now, text)),
    ];
  });
  return html`${before.state === after.state ? nothing : row(text.state, before.state ?? text.empty, after.state ?? text.empty)}${stepsRow(before, after, text)}${rows.slice(0, MOST_VALUES)}`;
}

/** The ids of the steps that are marked, where they differ. */
function stepsRow(before: StoredRecord, after: StoredRecord, text: Messages): TemplateResult | typeof nothing {
  const [old, now] = [before, after].map(({ steps }) => Object.keys(steps ?? {}).join(text.list));
  return old === now ? nothing : row(text.steps, old, now);
}

const shown = (value: Json | undefined, text: Messages): TemplateResult | string =>
  value === undefined || value === '' ? html`<span class="weak">${text.empty}</span>` : plainText(value);
const row = (name: string, before: unknown, after: unknown): TemplateResult =>
  html`<tr><th scope="row">${name}</th><td>${before}</td><td>${after}</td></tr>`;
