import { html, type TemplateResult } from 'lit';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { BuilderSession } from '../session/session.ts';
import { duplicated, idsOf, listAt, moved, placeIn, removed, type ListChange } from './list-edits.ts';
import { DID, messages } from './lists.messages.ts';

/** What can be done to one thing of a list: up, down, copy, remove. */
export interface RowTools {
  readonly session: BuilderSession;
  readonly pointer: string;
  /** What people call it. */
  readonly name: string;
  /** Ids that a copy may not have; the list's own by default. */
  readonly taken?: ReadonlySet<string>;
  /** An empty list may stand. */
  readonly keepList?: boolean;
  /** Focus goes to the row at a pointer after it was moved. */
  readonly follow?: (pointer: string) => void;
}

/** Carries out a change of a list. */
export function carryOut(
  session: BuilderSession,
  did: Parameters<BuilderSession['edit']>[0]['title'],
  change: ListChange | undefined,
): boolean {
  return change !== undefined && session.edit({ title: did }, change.edits, change.select);
}

export function moveRow({ session, pointer, name, follow }: RowTools, by: -1 | 1): void {
  const change = moved(session.value.peek(), pointer, by);
  if (carryOut(session, by < 0 ? DID.up(name) : DID.down(name), change) && change?.select[0] !== undefined)
    follow?.(change.select[0]);
}

export function removeRow({ session, pointer, name, keepList }: RowTools): void {
  carryOut(session, DID.remove(name), removed(session.value.peek(), pointer, !keepList));
}

export function copyRow({ session, pointer, name, taken }: RowTools): void {
  const document = session.value.peek();
  carryOut(
    session,
    DID.copy(name),
    duplicated(document, pointer, taken ?? new Set(idsOf(listAt(document, placeIn(pointer).list)))),
  );
}

/** The buttons at the end of a row. */
export function rowTools(tools: RowTools): TemplateResult {
  const { session, pointer, name } = tools;
  const text = messages(session.language.value);
  const { list, at } = placeIn(pointer);
  const { length } = listAt(session.value.value, list);
  return html`<span class="tools">
    <button type="button" class="tool" data-tool="up" aria-label=${text.up(name)} title=${text.up(name)}
      ?disabled=${at === 0} @click=${() => moveRow(tools, -1)}>↑</button>
    <button type="button" class="tool" data-tool="down" aria-label=${text.down(name)} title=${text.down(name)}
      ?disabled=${at >= length - 1} @click=${() => moveRow(tools, 1)}>↓</button>
    <button type="button" class="tool" data-tool="copy" aria-label=${text.copy(name)}
      @click=${() => copyRow(tools)}>${text.copyWord}</button>
    <button type="button" class="tool" data-tool="remove" aria-label=${text.remove(name)}
      @click=${() => removeRow(tools)}>${text.removeWord}</button>
  </span>`;
}

/**
 * Keys of a row: Alt with arrows moves it; arrows in a cell go to the same column of the next row, as in Excel; Enter
 * goes to the properties.
 */
export function rowKeys(event: KeyboardEvent, tools: RowTools): void {
  if (event.key === 'Enter' && !event.isComposing && (event.target as HTMLElement).matches('.cell'))
    event.target?.dispatchEvent(new CustomEvent('jc-properties-open', { bubbles: true, composed: true }));
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  if (!event.altKey) return void goAlong(event);
  event.preventDefault();
  event.stopPropagation();
  moveRow(tools, event.key === 'ArrowUp' ? -1 : 1);
}

function goAlong(event: KeyboardEvent): void {
  const cell = (event.target as HTMLElement).closest('td');
  if (!cell || !(event.target as HTMLElement).matches('.cell')) return;
  const isDown = event.key === 'ArrowDown';
  for (
    let row = cell.parentElement;
    (row = (isDown ? row?.nextElementSibling : row?.previousElementSibling) as HTMLElement | null);
  ) {
    const next = (row as HTMLTableRowElement).cells[cell.cellIndex]?.querySelector<HTMLInputElement>('.cell');
    if (!next) continue;
    event.preventDefault();
    next.focus();
    return next.select();
  }
}

/**
 * Writes what is typed in a cell; typing in one cell is one step of undo. An empty text takes the property away unless
 * it `stays`.
 */
export function setCell(
  session: BuilderSession,
  pointer: string,
  name: string,
  value: string | number | undefined,
  after?: string,
): void {
  const known = valueAt(session.value.peek(), pointer);
  if (known === value) return;
  if (value === undefined) {
    if (known !== undefined) session.edit({ title: DID.change(name), group: pointer }, [{ remove: pointer }]);
  } else
    session.edit({ title: DID.change(name), group: pointer }, [
      { set: pointer, value, ...(after === undefined ? {} : { after }) },
    ]);
}
