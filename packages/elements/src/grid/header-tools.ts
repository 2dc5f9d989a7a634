/** What is done to columns with the mouse on their headings. */
export interface HeaderActs {
  /** The column index under a node of the header. */
  columnAt(target: Element): number | undefined;
  /** Width of a column in px as it is drawn. */
  widthOf(column: number): number;
  /** `done`: the mouse was let go. */
  resize(column: number, width: number, done: boolean): void;
  move(from: number, to: number): void;
  /** Makes a column as wide as its texts. */
  fit(column: number): void;
}

/** So many px make a drag of a press. */
const DRAG = 8;

const isEdge = (target: EventTarget | null): boolean => target instanceof Element && target.closest('.grip') !== null;

/** Dragging the edge of a heading changes its width, a double click there fits it to its texts, dragging the heading itself moves its column. */
export class HeaderTools {
  private readonly root: HTMLElement;
  private readonly acts: HeaderActs;
  /** A drag has just ended, whose click is nobody's. */
  private dragged = false;

  constructor(root: HTMLElement, acts: HeaderActs) {
    this.root = root;
    this.acts = acts;
  }

  /** Takes a press on the header; answers whether it was on an edge. */
  press(event: MouseEvent): boolean {
    const target = event.target as Element;
    const column = this.acts.columnAt(target);
    this.dragged = false;
    if (column === undefined || event.button !== 0) return false;
    const onEdge = isEdge(target);
    const width = this.acts.widthOf(column);
    const moved = (to: MouseEvent) => {
      const way = to.clientX - event.clientX;
      if (!this.dragged && Math.abs(way) < (onEdge ? 2 : DRAG)) return;
      this.dragged = true;
      if (onEdge) this.acts.resize(column, width + way, false);
      else this.root.classList.add('moving');
    };
    const ended = (last: MouseEvent) => {
      removeEventListener('mousemove', moved);
      removeEventListener('mouseup', ended);
      this.root.classList.remove('moving');
      if (!this.dragged) return;
      if (onEdge) return this.acts.resize(column, width + last.clientX - event.clientX, true);
      const over = (this.root.getRootNode() as ShadowRoot | Document).elementFromPoint(last.clientX, last.clientY);
      const to = over && this.root.contains(over) ? this.acts.columnAt(over) : undefined;
      if (to !== undefined && to !== column) this.acts.move(column, to);
    };
    addEventListener('mousemove', moved);
    addEventListener('mouseup', ended);
    return onEdge;
  }

  /** Whether a click ends a drag or is one on an edge, and means nothing. */
  endsDrag({ target }: MouseEvent): boolean {
    const { dragged } = this;
    this.dragged = false;
    return dragged || isEdge(target);
  }

  /** Takes a double click; answers whether it was on an edge. */
  fits({ target }: MouseEvent): boolean {
    const column = isEdge(target) ? this.acts.columnAt(target as Element) : undefined;
    if (column !== undefined) this.acts.fit(column);
    return column !== undefined;
  }
}
