import type { GridColumn } from './column.ts';
import { headerCells, headerLevels, type PlacedColumn } from './layout.ts';

/** Draws the heading rows anew and gives the nodes of the columns' own titles by column index. */
export function drawHeader(parent: HTMLElement, placed: readonly PlacedColumn[], requiredText: string): HTMLElement[] {
  const columns = placed.map(({ column }) => column);
  const levels = headerLevels(columns);
  const firstFree = placed.findIndex(({ frozen }) => !frozen);
  const rows = Array.from({ length: levels }, (_, level) => {
    const row = document.createElement('div');
    row.className = 'row';
    row.setAttribute('role', 'row');
    row.setAttribute('aria-rowindex', String(level + 1));
    return row;
  });
  const ends = rows.map(() => 0);
  const leaves: HTMLElement[] = [];
  for (const { title, level, levels: height, from, span, column } of headerCells(columns, new Set([firstFree]))) {
    const place = placed[from]!;
    const last = placed[from + span - 1]!;
    const node = document.createElement('div');
    node.setAttribute('role', 'columnheader');
    node.setAttribute('aria-colindex', String(from + 1));
    if (span > 1) node.setAttribute('aria-colspan', String(span));
    if (height > 1) node.setAttribute('aria-rowspan', String(height));
    node.style.left = `${place.left}px`;
    node.style.width = `${last.left + last.width - place.left}px`;
    node.style.setProperty('--_levels', String(height));
    if (place.frozen) {
      node.style.marginLeft = `${place.left - ends[level]!}px`;
      ends[level] = last.left + last.width;
    }
    const text = document.createElement('span');
    text.className = 'text';
    text.textContent = title;
    node.append(text);
    if (column?.required) {
      const mark = document.createElement('span');
      mark.className = 'required';
      mark.setAttribute('aria-label', requiredText);
      mark.setAttribute('role', 'img');
      mark.textContent = '*';
      node.prepend(mark);
    }
    if (column && !column.fixed) {
      const grip = document.createElement('span');
      grip.className = 'grip';
      node.append(grip);
    }
    node.dataset.column = column ? String(from) : '';
    node.dataset.look = `cell head${place.frozen ? ' frozen' : ''}${column ? ` ${column.align ?? 'start'}` : ' over'}`;
    node.className = node.dataset.look;
    if (column) leaves[from] = node;
    rows[level]!.append(node);
  }
  replace(parent, rows);
  return leaves;
}

/** Sorting and the active mark of one title; nothing else changes between two drawings of the header. */
export function markHeader(node: HTMLElement, column: GridColumn, active: boolean, activeId: string): void {
  if (column.sortPlace === undefined) delete node.dataset.place;
  else node.dataset.place = String(column.sortPlace);
  const look = `${node.dataset.look}${column.sort === undefined ? '' : ` sortable ${column.sort}`}${active ? ' active' : ''}`;
  if (node.className === look) return;
  node.className = look;
  if (column.sort === undefined) node.removeAttribute('aria-sort');
  else node.setAttribute('aria-sort', column.sort);
  if (active) node.id = activeId;
  else if (node.id !== '') node.removeAttribute('id');
}

/** Chromium 80 has no replaceChildren. */
function replace(parent: HTMLElement, nodes: readonly Node[]): void {
  while (parent.firstChild) parent.firstChild.remove();
  parent.append(...nodes);
}
