import { html, nothing, type TemplateResult } from 'lit';
import type { SeveralNamed } from '@jiceng/sheet/ledger/read-cell.js';
import type { RowOrganisation } from '@jiceng/sheet/ledger/row-organisation.js';
import type { ImportMessages } from './import.messages.ts';

export interface BelongingInput {
  /** Columns that may name the organisation, by their place in the sheet, and the one that does. */
  readonly columns: readonly { readonly at: number; readonly title: string }[];
  readonly column: number | undefined;
  /** Organisation of rows that name none. */
  readonly orgId: string;
  readonly text: ImportMessages;
  readonly prefix: string;
  readonly meaningOf: (what: SeveralNamed['what'], id: string) => string;
  /** `null`: no column says it. */
  readonly chooseColumn: (at: number | null) => void;
  /** Lets the person choose the organisation; the list opens under `anchor`. */
  readonly chooseOrganisation: (anchor: HTMLElement) => void;
}

/** To which organisation new records will belong. `more`: what is to be said or asked about the names in the column. */
export function belongingView(
  { columns, column, orgId, text, prefix, meaningOf, chooseColumn, chooseOrganisation }: BelongingInput,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const chosen = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    chooseColumn(value === '' ? null : Number(value));
  };
  return html`<fieldset class="belonging"><legend>${text.belongs}</legend>
    <label class="field" for=${`${prefix}-belongs`}><span>${text.belongsBy}</span><select id=${`${prefix}-belongs`}
      class="input" @change=${chosen}><option value=""
      .selected=${column === undefined}>${text.belongsToOne}</option>${columns.map(
        ({ at, title }) => html`<option value=${at}
      .selected=${at === column}>${text.belongsByColumn(title)}</option>`,
      )}</select></label>
    <p>${column === undefined ? text.belongsTo : text.belongsElse}<strong>${meaningOf('organisation', orgId) || text.blank}</strong> <button type="button"
      class="button" @click=${(event: Event) => chooseOrganisation(event.currentTarget as HTMLElement)}>${text.belongsChange}</button></p>${more}</fieldset>`;
}

/** Names of a column that mean no organisation, and how many rows have them. */
export function strangersOf(rows: Iterable<RowOrganisation>): {
  readonly names: readonly string[];
  readonly count: number;
} {
  const names = new Set<string>();
  let count = 0;
  for (const { text, orgId, several } of rows) {
    if (orgId !== undefined || several) continue;
    names.add(text);
    count += 1;
  }
  return { names: [...names], count };
}

/** Names that are shown as examples. */
const EXAMPLES = 5;

/** The first of the names, and a sign that there are more. */
export const someOf = (names: readonly string[], mark: string): string =>
  `${names.slice(0, EXAMPLES).join(mark)}${names.length > EXAMPLES ? '…' : ''}`;

/** Names of a column that several organisations have, each once. */
export function severalOf(rows: Iterable<RowOrganisation>): readonly SeveralNamed[] {
  const found = new Map<string, SeveralNamed>();
  for (const { several } of rows) if (several) found.set(several.name, several);
  return [...found.values()];
}

/** Asks which of several people or organisations is meant; the answer holds wherever the name stands. */
export function whichOne(
  several: SeveralNamed,
  id: string,
  { text, meaningOf }: Pick<BelongingInput, 'text' | 'meaningOf'>,
  answer: (several: SeveralNamed, id: string) => void,
): TemplateResult {
  return html`<label class="which" for=${id}>${text.which(several.name)} <select id=${id} class="input" @change=${(
    event: Event,
  ) => {
    const { value } = event.target as HTMLSelectElement;
    if (value !== '') answer(several, value);
  }}><option value="">${text.whichChoose}</option>${several.ids.map((one) => html`<option value=${one}>${meaningOf(several.what, one)}</option>`)}</select></label>`;
}
