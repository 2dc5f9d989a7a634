import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { readNumber } from '@jiceng/core/typed/typed-number.js';
import { choicesOf, type Choice } from './choices.ts';
import type { LedgerColumn } from './column.ts';
import { messages } from '../ledger.messages.ts';
import type { ColumnFilter } from './row-tests.ts';
import type { Toolbar } from './toolbar-state.ts';

/**
 * The filter of one column: several values, a part of the tree, bounds of numbers and dates, or a part of the text.
 * Texts wait until an input method has finished.
 */
export function filterOf(column: LedgerColumn, id: string, input: Toolbar): TemplateResult {
  const { wish, change, table, sight } = input;
  const text = messages(sight.locale);
  const own = wish.filters.get(column.id);
  const set = (filter: ColumnFilter | undefined) => {
    const filters = new Map(wish.filters);
    if (filter) filters.set(column.id, filter);
    else filters.delete(column.id);
    change({ filters });
  };
  const bounds = (
    type: 'date' | 'text',
    values: readonly [string, string],
    take: (from: string, to: string) => void,
  ) => {
    const typed = (place: 0 | 1) => (event: Event) => {
      const next: [string, string] = [...values];
      next[place] = (event.target as HTMLInputElement).value;
      take(...next);
    };
    const box = (place: 0 | 1) =>
      html`<input class="input" type=${type} inputmode=${type === 'text' ? 'decimal' : 'none'} autocomplete="off"
        aria-label=${`${column.title}${text.marks.colon}${place === 0 ? text.from : text.to}`}
        .value=${live(values[place])} @change=${typed(place)}>`;
    return html`<fieldset class="tool"><legend>${column.title}</legend><span class="range">${box(0)}—${box(1)}</span></fieldset>`;
  };
  if (column.kind === 'date')
    return bounds('date', [own?.from ?? '', own?.to ?? ''], (from, to) => set(from || to ? { from, to } : undefined));
  if (column.kind === 'number') {
    const number = (typed: string) => {
      const read = readNumber(typed);
      return read.ok ? (read.value ?? null) : null;
    };
    return bounds(
      'text',
      [own?.least == null ? '' : String(own.least), own?.most == null ? '' : String(own.most)],
      (from, to) => {
        const [least, most] = [number(from), number(to)];
        set(least === null && most === null ? undefined : { least, most });
      },
    );
  }
  if (column.kind === 'organisation') {
    const chosen = (event: Event) => {
      const { value } = event.target as HTMLSelectElement;
      set(value === '' ? undefined : { under: value });
    };
    return html`<label class="tool" for=${id}>${column.title}<select id=${id} class="input"
      @change=${chosen}><option value="" .selected=${own === undefined}>${text.all}</option>${branches(
        column,
        input,
      ).map(
        ({ orgId, title }) => html`<option value=${orgId}
      .selected=${own?.under === orgId}>${title}</option>`,
      )}</select></label>`;
  }
  const values = own?.values ?? new Set<string>();
  const choices =
    own?.text === undefined
      ? (choicesOf(table, column, text.blank) ??
        // A list was chosen from when there were fewer texts.
        (own?.values && [...own.values].map((value): Choice => ({ value, title: value || text.blank }))))
      : undefined;
  if (choices) {
    const toggled = (value: string) => (event: Event) => {
      const next = new Set(values);
      if ((event.target as HTMLInputElement).checked) next.add(value);
      else next.delete(value);
      set(next.size > 0 ? { values: next } : undefined);
    };
    const said =
      values.size === 0
        ? text.all
        : choices
            .filter(({ value }) => values.has(value))
            .map(({ title }) => title)
            .join(text.marks.list);
    return html`<details class="tool choices"><summary><span class="tool-title">${column.title}</span><span class="input">${said}</span></summary>
      <div class="choice-list" role="group" aria-label=${column.title}>${choices.map(
        ({ value, title, count }) => html`<label><input type="checkbox"
        .checked=${live(values.has(value))} @change=${toggled(value)}>${title}${count === undefined ? nothing : `${text.marks.open}${count}${text.marks.close}`}</label>`,
      )}</div></details>`;
  }
  const typed = (event: Event) => {
    if ((event as InputEvent).isComposing) return;
    const { value } = event.target as HTMLInputElement;
    set(value.trim() === '' ? undefined : { text: value });
  };
  return html`<label class="tool" for=${id}>${column.title}<input id=${id} class="input" type="text" autocomplete="off"
    placeholder=${text.contains} .value=${live(own?.text ?? '')} @input=${typed} @compositionend=${typed}></label>`;
}

/** The organisations that occur and those above them, in the order of the tree, set in by their depth. */
function branches(
  column: LedgerColumn,
  { table, sight }: Toolbar,
): { readonly orgId: string; readonly title: string }[] {
  const found = new Map<string, string>();
  const depths = new Map<string, number>();
  const reach = (id: string, steps = 0): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const organisation = sight.organisation(id);
    const depth =
      organisation?.parentOrgId === undefined ||
      steps > 20 ||
      sight.organisation(organisation.parentOrgId) === undefined
        ? 0
        : reach(organisation.parentOrgId, steps + 1) + 1;
    depths.set(id, depth);
    found.set(id, organisation?.orgCode ?? `~${id}`);
    return depth;
  };
  for (const { value } of table.occurring(column)) reach(value);
  return [...found]
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([orgId]) => ({
      orgId,
      title: `${'\u3000'.repeat(depths.get(orgId)!)}${sight.organisation(orgId)?.orgShortName ?? orgId}`,
    }));
}
