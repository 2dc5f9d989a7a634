import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { counterTitle, type Toolbar } from './toolbar-state.ts';
import { messages } from './ledger.messages.ts';
import type { LedgerColumn } from './columns.ts';
import type { ColumnFilter } from './table.ts';

/** Stands for no filter; blank stands for blank values. */
const ALL: string = '\u0000';

/** Counters, search, grouping and the switch between grid and plain table. Filters wait until an input method has finished. */
export function toolbar(input: Toolbar): TemplateResult {
  const { sight, wish, prefix, change } = input;
  const text = messages(sight.locale);
  const search = (event: Event) => { if (!(event as InputEvent).isComposing) input.search((event.target as HTMLInputElement).value); };
  const groupable = input.table.columns.filter(({ kind, options }) => options.length > 0 || kind === 'organisation' || kind === 'period');
  const sortable = input.table.columns.filter(({ kind }) => kind !== 'rowNumber');
  const sort = wish.sort[0];
  return html`<div class="tools no-print ${input.narrow ? 'cramped' : ''}" role="group" aria-label=${text.tools}>
    ${counters(input)}
    <div class="tool-line">
      <label class="tool" for=${`${prefix}-search`}>${text.search}<input id=${`${prefix}-search`} class="input" type="search" autocomplete="off" placeholder=${text.searchHint} .value=${live(wish.search)} @input=${search} @compositionend=${search}></label>
      ${groupable.length > 0 ? html`<label class="tool" for=${`${prefix}-group`}>${text.groupBy}<select id=${`${prefix}-group`} class="input" @change=${(event: Event) => change({ groupBy: (event.target as HTMLSelectElement).value || undefined, folded: new Set() })}>
        <option value="" .selected=${wish.groupBy === undefined}>${text.noGroup}</option>${groupable.map(({ id, title }) => html`<option value=${id} .selected=${id === wish.groupBy}>${title}</option>`)}</select></label>` : nothing}
      ${input.narrow ? html`<label class="tool" for=${`${prefix}-sort`}>${text.sortBy}<select id=${`${prefix}-sort`} class="input" @change=${(event: Event) => input.sort((event.target as HTMLSelectElement).value)}>
        <option value="" .selected=${sort === undefined}>${text.unsorted}</option>${sortable.map(({ id, title }) => html`<option value=${id} .selected=${id === sort?.column}>${title}</option>`)}</select></label>` : nothing}
      <span class="tool-end">
        <button type="button" class="button" aria-expanded=${input.filtersOpen} aria-controls=${`${prefix}-filters`} @click=${input.toggleFilters}>${text.filter}${wish.filters.size > 0 ? `${text.marks.open}${wish.filters.size}${text.marks.close}` : ''}</button>
        <button type="button" class="button" aria-pressed=${input.plain} @click=${input.togglePlain}>${text.plain}</button>
        ${input.add ? html`<button type="button" class="button primary" @click=${input.add}>${text.add}</button>` : nothing}
      </span>
    </div>
    <div class="filters" id=${`${prefix}-filters`} ?hidden=${!input.filtersOpen}>${input.filtersOpen ? html`${sortable.map((column, at) => filterOf(column, `${prefix}-f${at}`, input))}
      <button type="button" class="button" ?disabled=${wish.filters.size === 0} @click=${() => change({ filters: new Map() })}>${text.clear}</button>` : nothing}</div>
  </div>`;
}

function counters({ sight, wish, table, change }: Toolbar): TemplateResult | typeof nothing {
  const list = sight.compiled.definition.ledger?.counters ?? [];
  if (list.length === 0) return nothing;
  const toggle = (at: number) => { const next = new Set(wish.counters); if (!next.delete(at)) next.add(at); change({ counters: next }); };
  return html`<div class="counters" role="group" aria-label=${messages(sight.locale).counters}>${list.map(({ tone }, at) => html`<button type="button" class="counter ${tone ?? 'neutral'}" aria-pressed=${wish.counters.has(at)} @click=${() => toggle(at)}>${counterTitle(sight, at)} <strong>${table.counterNumber(at) ?? '…'}</strong></button>`)}</div>`;
}

function filterOf(column: LedgerColumn, id: string, input: Toolbar): TemplateResult {
  const { wish, change, table, sight } = input;
  const text = messages(sight.locale);
  const own = wish.filters.get(column.id);
  const set = (filter: ColumnFilter | undefined) => {
    const filters = new Map(wish.filters);
    if (filter) filters.set(column.id, filter);
    else filters.delete(column.id);
    change({ filters });
  };
  if (column.kind === 'date') {
    const bound = (name: 'from' | 'to') => (event: Event) => { const next = { from: own?.from ?? '', to: own?.to ?? '', [name]: (event.target as HTMLInputElement).value }; set(next.from || next.to ? next : undefined); };
    return html`<fieldset class="tool"><legend>${column.title}</legend><span class="range"><input class="input" type="date" aria-label=${`${column.title}${text.marks.colon}${text.from}`} .value=${live(own?.from ?? '')} @change=${bound('from')}>—<input class="input" type="date" aria-label=${`${column.title}${text.marks.colon}${text.to}`} .value=${live(own?.to ?? '')} @change=${bound('to')}></span></fieldset>`;
  }
  const options = column.options.length > 0 ? column.options : column.kind === 'organisation' || column.kind === 'period' || column.kind === 'person' ? table.occurring(column) : undefined;
  if (options) {
    return html`<label class="tool" for=${id}>${column.title}<select id=${id} class="input" @change=${(event: Event) => { const { value } = event.target as HTMLSelectElement; set(value === ALL ? undefined : { values: new Set([value]) }); }}>
      <option value=${ALL} .selected=${own === undefined}>${text.all}</option>${options.map(({ value, title }) => html`<option value=${value} .selected=${own?.values?.has(value) ?? false}>${title}</option>`)}<option value="" .selected=${own?.values?.has('') ?? false}>${text.blank}</option></select></label>`;
  }
  const typed = (event: Event) => { if ((event as InputEvent).isComposing) return; const { value } = event.target as HTMLInputElement; set(value.trim() === '' ? undefined : { text: value }); };
  return html`<label class="tool" for=${id}>${column.title}<input id=${id} class="input" type="text" autocomplete="off" placeholder=${text.contains} .value=${live(own?.text ?? '')} @input=${typed} @compositionend=${typed}></label>`;
}
