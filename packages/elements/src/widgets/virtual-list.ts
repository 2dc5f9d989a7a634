import { clear, make } from '../internal/nodes.ts';

/**
 * Draws only the rows in view; every row has the same height. Rows keep their nodes' ids, so that the active one can be
 * named.
 */
export class VirtualList {
  readonly node: HTMLElement;
  private readonly space = make('div', { class: 'pick-space', role: 'presentation' });
  private readonly rowHeight: number;
  private readonly draw: (index: number) => HTMLElement;
  private count = 0;
  private first = -1;

  constructor(role: string, label: string, rowHeight: number, draw: (index: number) => HTMLElement) {
    this.node = make('div', { class: 'pick-list', role, 'aria-label': label });
    this.node.append(this.space);
    this.rowHeight = rowHeight;
    this.draw = draw;
    this.node.addEventListener('scroll', () => this.paint());
  }

  /** Shows `count` rows, drawn anew. */
  reset(count: number): void {
    this.count = count;
    this.space.style.setProperty('height', `${count * this.rowHeight}px`);
    this.paint(true);
  }

  /** Scrolls row `index` into view and draws it. */
  reveal(index: number): void {
    const { node, rowHeight } = this;
    const top = index * rowHeight;
    const height = node.clientHeight || 280;
    if (top < node.scrollTop) node.scrollTop = top;
    else if (top + rowHeight > node.scrollTop + height) node.scrollTop = top + rowHeight - height;
    this.paint(true);
  }

  private paint(always = false): void {
    const { node, rowHeight, space } = this;
    const first = Math.max(0, Math.floor(node.scrollTop / rowHeight) - 4);
    if (!always && first === this.first) return;
    this.first = first;
    const last = Math.min(this.count, first + Math.ceil((node.clientHeight || 280) / rowHeight) + 8);
    clear(space);
    for (let index = first; index < last; index++) {
      const row = this.draw(index);
      row.style.setProperty('transform', `translateY(${index * rowHeight}px)`);
      row.style.setProperty('height', `${rowHeight}px`);
      space.append(row);
    }
  }
}
