import { html, nothing, type TemplateResult } from 'lit';
import type { Language } from '@jiceng/core/text/problem.js';
import type { Pasted, PastedField, PastedItem } from '@jiceng/sheet/paste/result.js';
import type { PasteChoice, PasteChoices } from './paste-choices.ts';
import type { Messages } from './start.messages.ts';

type Change = (at: number, choice: PasteChoice) => void;

const value = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
const isOn = (event: Event): boolean => (event.target as HTMLInputElement).checked;

/** Pasted fields, one in a line, to be changed. */
export function fieldTable(
  { fields }: Extract<Pasted, { as: 'fields' }>,
  choices: PasteChoices,
  change: Change,
  text: Messages,
  language: Language,
): TemplateResult {
  const kinds = Object.keys(text.kinds) as (keyof typeof text.kinds)[];
  const row = (field: PastedField, at: number) => {
    const {
      skipped = false,
      title = field.title,
      kind = field.kind,
      options = field.options,
      required = field.required,
    } = choices.get(at) ?? {};
    const isChoice = kind === 'choice' || kind === 'choices';
    return html`<tr class=${skipped ? 'skipped' : ''}>
      <td><input type="checkbox" aria-label=${text.takeOf(field.title)} .checked=${!skipped}
        @change=${(event: Event) => change(at, { skipped: !isOn(event) })}></td>
      <td><input type="text" aria-label=${text.of(text.field, field.title)} .value=${title} ?disabled=${skipped}
        @change=${(event: Event) => change(at, { title: value(event) })}></td>
      <td><select aria-label=${text.of(text.kind, field.title)} ?disabled=${skipped}
        @change=${(event: Event) => change(at, { kind: value(event) as PastedField['kind'] })}>${kinds.map(
          (one) => html`<option value=${one}
        ?selected=${one === kind}>${text.kinds[one]}</option>`,
        )}</select>
        ${
          isChoice
            ? html`<input type="text" aria-label=${text.of(text.options, field.title)} .value=${options.join('、')}
            ?disabled=${skipped} @change=${(event: Event) =>
              change(at, {
                options: [
                  ...new Set(
                    value(event)
                      .split(/[、,，;；/]/)
                      .map((one) => one.trim())
                      .filter((one) => one !== ''),
                  ),
                ],
              })}>`
            : nothing
        }</td>
      <td><input type="checkbox" aria-label=${text.of(text.required, field.title)} .checked=${required}
        ?disabled=${skipped} @change=${(event: Event) => change(at, { required: isOn(event) })}></td>
      <td class="weak">${field.sample === '' ? nothing : html`${field.sample.slice(0, 40)}<br>`}${field.reason[language]}${field.unit === undefined ? nothing : ` · ${field.unit}`}</td>
    </tr>`;
  };
  return html`<div class="scroll"><table>
    <thead><tr><th scope="col">${text.take}</th><th scope="col">${text.field}</th><th scope="col">${text.kind}</th><th scope="col">${text.required}</th><th scope="col">${text.sample}</th></tr></thead>
    <tbody>${fields.map(row)}</tbody>
  </table></div>`;
}

/** Pasted items of a score under their headings, to be changed. */
export function itemTable(
  { groups }: Extract<Pasted, { as: 'items' }>,
  choices: PasteChoices,
  change: Change,
  text: Messages,
): TemplateResult {
  const methods = Object.keys(text.methods) as PastedItem['method'][];
  const number = (
    at: number,
    key: 'max' | 'per',
    what: string,
    item: PastedItem,
    given: number | null,
    isOff: boolean,
  ) => html`<input type="number" min="0" step="any" aria-label=${text.of(what, item.title)}
    .value=${given === null ? '' : String(given)} ?disabled=${isOff}
    @change=${(event: Event) => {
      const points = Number(value(event));
      if (value(event) !== '' && points >= 0) change(at, key === 'max' ? { max: points } : { per: points });
    }}>`;
  const row = (item: PastedItem, at: number) => {
    const {
      skipped = false,
      title = item.title,
      max = item.max,
      per = item.per,
      method = item.method,
    } = choices.get(at) ?? {};
    return html`<tr class=${skipped ? 'skipped' : ''}>
      <td><input type="checkbox" aria-label=${text.takeOf(item.title)} .checked=${!skipped}
        @change=${(event: Event) => change(at, { skipped: !isOn(event) })}></td>
      <td><input type="text" aria-label=${text.of(text.item, item.title)} .value=${title} ?disabled=${skipped}
        @change=${(event: Event) => change(at, { title: value(event) })}>${item.rule === '' ? nothing : html`<div class="weak">${item.rule}</div>`}</td>
      <td>${number(at, 'max', text.points, item, max, skipped)}${item.adjust ? html`<div class="weak">${text.extra}</div>` : nothing}</td>
      <td><select aria-label=${text.of(text.method, item.title)} ?disabled=${skipped}
        @change=${(event: Event) => change(at, { method: value(event) as PastedItem['method'] })}>${methods.map(
          (one) => html`<option value=${one}
        ?selected=${one === method}>${text.methods[one]}</option>`,
        )}</select></td>
      <td>${method === 'countCap' || method === 'deduct' ? number(at, 'per', text.per, item, per, skipped) : nothing}</td>
    </tr>`;
  };
  let at = -1;
  const lacks = groups.some(({ items }) => items.some(({ max }) => max === null));
  return html`${lacks ? html`<p class="weak">${text.noPoints}</p>` : nothing}<div class="scroll"><table>
    <thead><tr><th scope="col">${text.take}</th><th scope="col">${text.item}</th><th scope="col">${text.points}</th><th scope="col">${text.method}</th><th scope="col">${text.per}</th></tr></thead>
    ${groups.map(
      ({ title, items }) =>
        html`<tbody>${
          title === ''
            ? nothing
            : html`<tr><th class="group"
      scope="rowgroup" colspan="5">${title}</th></tr>`
        }${items.map((item) => row(item, (at += 1)))}</tbody>`,
    )}
  </table></div>`;
}
