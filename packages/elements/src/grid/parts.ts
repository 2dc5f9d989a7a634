import { uniqueId } from '../internal/unique-id.ts';
import type { PlacedColumn } from './layout.ts';

/** The few nodes of a grid that stay. */
export interface GridParts {
  /** Scrolls, takes the focus, is the grid for assistive technology. */
  readonly root: HTMLElement;
  /** Around it, for what stands over its edge and does not scroll. */
  readonly box: HTMLElement;
  readonly head: HTMLElement;
  /** As high as all rows together. */
  readonly space: HTMLElement;
  /** Holds the drawn rows; the only node that is moved. */
  readonly window: HTMLElement;
  readonly foot: HTMLElement;
  /** Message of the active cell. */
  readonly note: HTMLElement;
  /** Measures line height and text size, which style sheets decide. */
  readonly probe: HTMLElement;
  /**
   * As wide as the table and of no height: tells changes of width without hearing of heights that the table makes
   * itself.
   */
  readonly ruler: HTMLElement;
}

function part(name: string, role?: string): HTMLElement {
  const node = document.createElement('div');
  node.className = name;
  if (role !== undefined) node.setAttribute('role', role);
  return node;
}

/** Builds the nodes inside `container`. */
export function gridParts(container: HTMLElement): GridParts {
  const root = part('grid', 'grid');
  root.tabIndex = 0;
  root.setAttribute('part', 'grid');
  const head = part('header', 'rowgroup');
  const space = part('space', 'presentation');
  const window = part('window', 'rowgroup');
  const foot = part('foot', 'rowgroup');
  const probe = part('probe', 'presentation');
  const note = part('note');
  note.id = uniqueId('jc-note');
  note.setAttribute('role', 'status');
  note.hidden = true;
  foot.hidden = true;
  space.append(window);
  root.append(head, space, foot);
  const ruler = part('ruler', 'presentation');
  // Deeper than the ruler, so that a height made while the ruler reports is reported in the same frame.
  const box = part('box', 'presentation');
  box.append(root);
  container.append(ruler, box, note, probe);
  return { root, box, head, space, window, foot, note, probe, ruler };
}

/** The row of sums under the table. */
export class Totals {
  private readonly parent: HTMLElement;

  constructor(parent: HTMLElement) {
    this.parent = parent;
  }

  /** Draws the totals; returns whether any column has one. */
  draw(placed: readonly PlacedColumn[], rowIndex: number): boolean {
    const { parent } = this;
    const any = placed.some(({ column }) => column.total !== undefined);
    parent.hidden = !any;
    if (!any) return false;
    const row = (parent.firstElementChild as HTMLElement | null) ?? parent.appendChild(part('row', 'row'));
    row.setAttribute('aria-rowindex', String(rowIndex));
    while (row.children.length > placed.length) row.lastElementChild!.remove();
    placed.forEach(({ column, left, width, frozen, index }, at) => {
      const cell = (row.children[at] as HTMLElement | undefined) ?? row.appendChild(part('cell', 'gridcell'));
      cell.className = `cell ${column.align ?? 'start'}${frozen ? ' frozen' : ''}`;
      cell.setAttribute('aria-colindex', String(index + 1));
      cell.style.left = `${left}px`;
      cell.style.width = `${width}px`;
      const text = column.total?.() ?? '';
      if (cell.textContent !== text) cell.textContent = text;
    });
    return true;
  }
}
