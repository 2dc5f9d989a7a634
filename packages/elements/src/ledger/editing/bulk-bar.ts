import { html, nothing, type TemplateResult } from 'lit';
import type { BulkMove } from './bulk.ts';
import type { EditableColumn } from './desk.ts';
import type { Sight } from '../../record/sight.ts';
import { workMessages } from './work.messages.ts';

export interface BulkBarInput {
  readonly sight: Sight;
  readonly prefix: string;
  readonly count: number;
  readonly isTooMany: boolean;
  readonly moves: readonly BulkMove[];
  readonly columns: readonly EditableColumn[];
  move(move: BulkMove): void;
  edit(column: EditableColumn): void;
  uncheck(): void;
}

/** What can be done to all ticked rows; each act says for how many it is possible. */
export function bulkBar({
  sight,
  prefix,
  count,
  isTooMany,
  moves,
  columns,
  move,
  edit,
  uncheck,
}: BulkBarInput): TemplateResult {
  const text = workMessages(sight.locale);
  const chosen =
    <T>(list: readonly T[], act: (item: T) => void) =>
    (event: Event) => {
      const select = event.target as HTMLSelectElement;
      const item = list[select.selectedIndex - 1];
      select.selectedIndex = 0;
      if (item !== undefined) act(item);
    };
  return html`<div class="bulk no-print" role="group"
    aria-label=${text.checkedCount(count)}><strong>${text.checkedCount(count)}</strong>${isTooMany ? html`<span>${text.tooMany}</span>` : nothing}
    ${
      moves.length > 0
        ? html`<select id=${`${prefix}-bulk-move`} class="input" aria-label=${text.bulkMove}
      @change=${chosen(moves, move)}><option>${text.bulkMove}</option>${moves.map(({ title, able }) => html`<option>${text.bulkMoveOf(title, able.length)}</option>`)}</select>`
        : nothing
    }
    ${
      columns.length > 0
        ? html`<select id=${`${prefix}-bulk-edit`} class="input" aria-label=${text.bulkEdit}
      @change=${chosen(columns, edit)}><option>${text.bulkEdit}</option>${columns.map(({ title }) => html`<option>${title}</option>`)}</select>`
        : nothing
    }
    <button type="button" class="button plain" @click=${uncheck}>${text.uncheck}</button></div>`;
}
