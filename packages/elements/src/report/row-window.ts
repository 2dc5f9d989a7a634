/** Rows drawn above and below those that are seen. */
const SPARE = 12;

export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** How wide a text is about: Chinese letters count twice. */
export const plainLength = (text: string): number => text.length + (text.match(/[^\u0000-\u00ff]/g)?.length ?? 0);

/** Which rows of a long table are drawn. All of them have one height, in px. */
export class RowWindow {
  /** Height of a row. */
  line = 37;
  private first = 0;
  private height = 560;
  /** Heights of headings and totals, which cover rows. */
  private covered = 0;

  private get count(): number {
    return Math.ceil(this.height / this.line) + 2 * SPARE;
  }

  /** The first row that is drawn, and the first one after them that is not. */
  range(rows: number): readonly [number, number] {
    const from = clamp(this.first, 0, Math.max(0, rows - this.count));
    return [from, Math.min(rows, from + this.count)];
  }

  /** Reads sizes of what is laid out; whether they differ from before. */
  measure(box: HTMLElement): boolean {
    const before = `${this.line} ${this.height}`;
    const lines = box.querySelectorAll('tbody tr[aria-rowindex]');
    const [top, last] = [lines[0], lines[lines.length - 1]].map((line) => line?.getBoundingClientRect());
    if (top && last && last.bottom > top.top) this.line = (last.bottom - top.top) / lines.length;
    if (box.clientHeight > 0) this.height = box.clientHeight;
    this.covered = ['thead', 'tfoot'].reduce(
      (sum, part) => sum + (box.querySelector<HTMLElement>(part)?.offsetHeight ?? 0),
      0,
    );
    return before !== `${this.line} ${this.height}`;
  }

  /** Follows the scrolled box; whether other rows have to be drawn. */
  moved(box: HTMLElement, rows: number): boolean {
    const [from, to] = this.range(rows);
    const seen = Math.floor(box.scrollTop / this.line);
    const isCovered =
      (from === 0 || seen - from >= SPARE / 3) && (to === rows || to - seen - this.height / this.line >= SPARE / 3);
    if (isCovered) return false;
    this.first = seen - SPARE;
    return true;
  }

  /** Scrolls as little as needed until a row is seen, and takes the rows around it. */
  reveal(box: HTMLElement, at: number, rows: number): void {
    this.measure(box);
    const [top, bottom] = [at * this.line, (at + 1) * this.line - (this.height - this.covered)];
    const wanted = clamp(box.scrollTop, Math.min(bottom, top), top);
    if (wanted !== box.scrollTop) box.scrollTop = wanted;
    this.first = clamp(Math.floor(wanted / this.line) - SPARE, 0, rows);
  }

  /** By how many rows a key moves; `undefined` for other keys. */
  steps({ key, ctrlKey }: KeyboardEvent, rows: number): number | undefined {
    const page = Math.max(1, Math.floor((this.height - this.covered) / this.line) - 1);
    switch (key) {
      case 'ArrowDown':
        return 1;
      case 'ArrowUp':
        return -1;
      case 'PageDown':
        return page;
      case 'PageUp':
        return -page;
      case 'Home':
        return ctrlKey ? -rows : undefined;
      case 'End':
        return ctrlKey ? rows : undefined;
      default:
        return undefined;
    }
  }
}
