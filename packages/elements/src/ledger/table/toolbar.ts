import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { counterTitle, type Toolbar } from './toolbar-state.ts';
import { messages } from '../ledger.messages.ts';
import { workMessages } from '../editing/work.messages.ts';

/**
 * Counters, search, grouping and the switch between grid and plain table. Filters wait until an input method has
 * finished.
 */
export function toolbar(input: Toolbar): TemplateResult {
  const { sight, wish, prefix, change } = input;
  const text = messages(sight.locale);
  const search = (event: Event) => {
    if (!(event as InputEvent).isComposing) input.search((event.target as HTMLInputElement).value);
  };
  const sortable = input.table.columns.filter(({ kind }) => kind !== 'rowNumber');
  const sort = wish.sort[0];
  return html`<div class="tools no-print ${input.narrow ? 'cramped' : ''}" role="group" aria-label=${text.tools}>
    ${counters(input)}
    <div class="tool-line">
      <label class="tool" for=${`${prefix}-search`}>${text.search}<input id=${`${prefix}-search`} class="input"
        type="search" autocomplete="off" placeholder=${text.searchHint} .value=${live(wish.search)} @input=${search}
        @compositionend=${search}></label>
      ${groups(input)}
      ${
        input.narrow
          ? html`<label class="tool" for=${`${prefix}-sort`}>${text.sortBy}<select id=${`${prefix}-sort`} class="input"
          @change=${(event: Event) => input.sort((event.target as HTMLSelectElement).value)}>
        <option value="" .selected=${sort === undefined}>${text.unsorted}</option>${sortable.map(
          ({ id, title }) => html`<option value=${id}
          .selected=${id === sort?.column}>${title}</option>`,
        )}</select></label>`
          : nothing
      }
      <span class="tool-end">
        ${
          input.undo
            ? html`<button type="button" class="button" ?disabled=${!input.undo.can}
          @click=${input.undo.act}>${workMessages(sight.locale).undo}</button><button type="button" class="button"
          ?disabled=${!input.redo!.can} @click=${input.redo!.act}>${workMessages(sight.locale).redo}</button>`
            : nothing
        }
        ${
          input.checking && !input.narrow
            ? html`<button type="button" class="button" aria-pressed=${input.checking.can}
          @click=${input.checking.act}>${workMessages(sight.locale).checking}</button>`
            : nothing
        }
        ${
          input.narrow
            ? nothing
            : html`<button type="button" class="button"
          @click=${input.columns}>${workMessages(sight.locale).columns}</button>`
        }
        <button type="button" class="button" aria-expanded=${input.filtersOpen} aria-controls=${`${prefix}-filters`}
          @click=${input.toggleFilters}>${text.filter}${wish.filters.size > 0 ? `${text.marks.open}${wish.filters.size}${text.marks.close}` : ''}</button>
        ${
          input.restart
            ? html`<button type="button" class="button"
          @click=${input.restart}>${workMessages(sight.locale).resetView}</button>`
            : nothing
        }
        <button type="button" class="button" aria-pressed=${input.plain}
          @click=${input.togglePlain}>${text.plain}</button>
        ${
          input.add
            ? html`<button type="button" class="button primary"
          @click=${input.add}>${text.add(sight.compiled.definition.title)}</button>`
            : nothing
        }
      </span>
    </div>
    <div class="filters" id=${`${prefix}-filters`} ?hidden=${!input.filtersOpen}>${
      input.filtersOpen && input.filterOf
        ? html`${sortable.map((column, at) => input.filterOf!(column, `${prefix}-f${at}`, input))}
      <button type="button" class="button" ?disabled=${wish.filters.size === 0}
        @click=${() => change({ filters: new Map() })}>${text.clear}</button>`
        : nothing
    }</div>
  </div>`;
}

/** Depths of groups. */
const MOST_LEVELS = 3;

/** One list for each depth of groups, and one more. */
function groups({
  sight,
  table,
  narrow,
  wish: { groupBy, folded },
  prefix,
  group,
  foldAll,
}: Toolbar): TemplateResult | typeof nothing {
  const text = messages(sight.locale);
  const groupable = table.columns.filter(
    ({ kind, options }) => options.length > 0 || /^(organisation|period|person|text)$/.test(kind),
  );
  if (groupable.length === 0) return nothing;
  const levels = groupBy.length < MOST_LEVELS && groupBy.length < groupable.length ? [...groupBy, ''] : groupBy;
  return html`${levels.map(
    (
      chosen,
      level,
    ) => html`<label class="tool" for=${`${prefix}-group${level || ''}`}>${level === 0 ? text.groupBy : text.thenBy}<select id=${`${prefix}-group${level || ''}`}
      class="input" @change=${(event: Event) => group(level, (event.target as HTMLSelectElement).value)}>
      <option value="" .selected=${chosen === ''}>${level === 0 ? text.noGroup : text.noDeeper}</option>${groupable
        .filter(({ id }) => !groupBy.slice(0, level).includes(id))
        .map(
          ({ id, title }) => html`<option value=${id}
        .selected=${id === chosen}>${title}</option>`,
        )}</select></label>`,
  )}
    ${
      groupBy.length > 0 && !narrow
        ? html`<button type="button" class="button fold"
      @click=${() => foldAll(folded.size > 0)}>${folded.size > 0 ? text.openAll : text.foldAll}</button>`
        : nothing
    }`;
}

function counters({ sight, wish, table, change }: Toolbar): TemplateResult | typeof nothing {
  const list = sight.compiled.definition.ledger?.counters ?? [];
  if (list.length === 0) return nothing;
  const toggle = (at: number) => {
    const next = new Set(wish.counters);
    if (!next.delete(at)) next.add(at);
    change({ counters: next });
  };
  return html`<div class="counters" role="group"
    aria-label=${messages(sight.locale).counters}>${list.map(
      ({ tone }, at) => html`<button type="button"
    class="counter ${tone ?? 'neutral'}" aria-pressed=${wish.counters.has(at)}
    @click=${() => toggle(at)}>${counterTitle(sight, at)} <strong>${table.counterNumber(at) ?? '…'}</strong></button>`,
    )}</div>`;
}
